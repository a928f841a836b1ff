//! The sources: every instrument and document that is cited, what it is and since when.

use domain::course::Course;
use domain::reference::{Source, SourceKind};
use domain::time::When;
use maud::{Markup, html};
use texts::fill;

use super::Site;
use super::frame::{Frame, Runs, root};
use super::speech::{Name, around};
use super::text::authored;

pub(super) fn page(site: &Site<'_>, course: &Course) -> String {
    let root = root(2);
    let mut sources: Vec<&Source> = site.catalogue.sources.iter().collect();
    sources.sort_by_cached_key(|source| source.short.to_lowercase());
    let content = html! {
        h1 { (site.texts.sources) }
        dl class="sources" {
            @for source in &sources { (entry(site, source, course, &root)) }
        }
    };
    let course_name = Name::authored(&course.title, &course.language);
    let frame = Frame {
        kind: "sources",
        path: format!("{}/sources/", course.id),
        title: vec![Name::own(site.texts.sources), course_name],
        description: site.count_of(&site.texts.sources_about, sources.len(), "course", &course.title),
        course: Some(course),
        trail: vec![(format!("{}/", course.id), course_name)],
        fetches: Vec::new(),
        first: None,
        runs: Runs::Reader,
    };
    frame.around(site, &content)
}

fn entry(site: &Site<'_>, source: &Source, course: &Course, root: &str) -> Markup {
    let (texts, voice) = (site.texts, site.voice(&source.language));
    let dated = |text: &str, when: Option<When>| when.map(|when| fill(text, &[("date", &site.date(when))]));
    let kind = match source.kind {
        SourceKind::Treaty => texts.treaty,
        SourceKind::SoftLaw => texts.soft_law,
        SourceKind::Report => texts.report,
        SourceKind::Programme => texts.programme,
        SourceKind::Statistics => texts.statistics,
    };
    let facts: Vec<String> = [
        Some(kind.to_owned()),
        dated(texts.adopted, source.adopted),
        dated(texts.in_force, source.in_force),
        dated(texts.published, source.published),
    ]
    .into_iter()
    .flatten()
    .collect();
    html! {
        div id={ "source-" (source.id) } {
            dt lang=[voice.lang] dir=[voice.dir] { (source.short) }
            dd {
                p class="source-title" lang=[voice.lang] dir=[voice.dir] { (source.title) }
                p class="note" {
                    (facts.join(" · "))
                    @if let Some(keeper) = &source.depositary {
                        " · " (around(texts.depositary, &site.said(keeper, &source.language)))
                    }
                }
                @if let Some(note) = &source.note {
                    div class="source-note" lang=[voice.lang] dir=[voice.dir] { (authored(note, root, course)) }
                }
                @if let Some(link) = &source.link {
                    p { a rel="external noopener" href=(link) { (texts.official_text) " " span class="note" { (texts.another_site) } } }
                }
            }
        }
    }
}
