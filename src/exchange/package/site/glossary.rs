//! The glossary: every term, what it means and who says so.

use domain::course::Course;
use domain::reference::Term;
use maud::{Markup, html};

use super::Site;
use super::frame::{Frame, Runs, root};
use super::speech::{Name, around};
use super::text::{authored, citation};

pub(super) fn page(site: &Site<'_>, course: &Course) -> String {
    let root = root(2);
    let mut terms: Vec<&Term> = site.catalogue.terms.iter().collect();
    terms.sort_by_cached_key(|term| term.term.to_lowercase());
    let content = html! {
        h1 { (site.texts.glossary) }
        dl class="glossary" {
            @for term in &terms { (entry(term, site, course, &root)) }
        }
    };
    let course_name = Name::authored(&course.title, &course.language);
    let frame = Frame {
        kind: "glossary",
        path: format!("{}/glossary/", course.id),
        title: vec![Name::own(site.texts.glossary), course_name],
        description: site.count_of(&site.texts.glossary_about, terms.len(), "course", &course.title),
        course: Some(course),
        trail: vec![(format!("{}/", course.id), course_name)],
        fetches: Vec::new(),
        first: None,
        runs: Runs::Reader,
    };
    frame.around(site, &content)
}

fn entry(term: &Term, site: &Site<'_>, course: &Course, root: &str) -> Markup {
    let confused =
        || term.confused_with.iter().filter_map(|id| site.catalogue.terms.iter().find(|t| t.id == *id));
    let texts = site.texts;
    let voice = site.voice(&term.language);
    html! {
        div id={ "term-" (term.id) } {
            dt lang=[voice.lang] dir=[voice.dir] { (term.term) }
            dd {
                div class="definition" lang=[voice.lang] dir=[voice.dir] { (authored(&term.definition, root, course)) }
                @if !term.also.is_empty() {
                    p class="note" { (around(texts.also, &site.listed(&term.also, &term.language))) }
                }
                p class="note" {
                    @match &term.authority {
                        Some(authority) => (citation(site, authority, root, course)),
                        None => (texts.working_term),
                    }
                }
                @if confused().next().is_some() {
                    p class="note" {
                        (texts.confused_with) " "
                        @for (place, other) in confused().enumerate() {
                            @let voice = site.voice(&other.language);
                            @if place > 0 { (texts.list_separator) }
                            a class="term" href={ "#term-" (other.id) } lang=[voice.lang] dir=[voice.dir] { (other.term) }
                        }
                    }
                }
            }
        }
    }
}
