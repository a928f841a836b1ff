//! The glossary: every term, what it means and who says so.

use domain::course::Course;
use domain::reference::Term;
use maud::{Markup, html};

use super::Site;
use super::frame::{Frame, Runs, root};
use super::text::{authored, citation, count};

pub(super) fn page(site: &Site<'_>, course: &Course) -> String {
    let root = root(2);
    let mut terms: Vec<&Term> = site.catalogue.terms.iter().collect();
    terms.sort_by_cached_key(|term| term.term.to_lowercase());
    let content = html! {
        h1 { "Glossary" }
        dl class="glossary" {
            @for term in &terms { (entry(term, site, course, &root)) }
        }
    };
    let frame = Frame {
        kind: "glossary",
        depth: 2,
        title: vec!["Glossary", &course.title],
        description: format!("{} of {}, each with what defines it", count(terms.len(), "term"), course.title),
        course: Some(course),
        trail: vec![(format!("{}/", course.id), &course.title)],
        fetches: Vec::new(),
        runs: Runs::Reader,
    };
    frame.around(site, &content)
}

fn entry(term: &Term, site: &Site<'_>, course: &Course, root: &str) -> Markup {
    let confused =
        || term.confused_with.iter().filter_map(|id| site.catalogue.terms.iter().find(|t| t.id == *id));
    html! {
        div id={ "term-" (term.id) } {
            dt { (term.term) }
            dd {
                div class="definition" { (authored(&term.definition, root, course)) }
                @if !term.also.is_empty() {
                    p class="note" { "Also: " (term.also.join(", ")) }
                }
                p class="note" {
                    @match &term.authority {
                        Some(authority) => (citation(authority, root, course)),
                        None => "Working term: no instrument defines it.",
                    }
                }
                @if confused().next().is_some() {
                    p class="note" {
                        "Often confused with "
                        @for (place, other) in confused().enumerate() {
                            @if place > 0 { ", " }
                            a class="term" href={ "#term-" (other.id) } { (other.term) }
                        }
                    }
                }
            }
        }
    }
}
