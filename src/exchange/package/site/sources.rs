//! The sources: every instrument and document that is cited, what it is and since when.

use domain::course::Course;
use domain::reference::Source;
use maud::{Markup, html};

use super::Site;
use super::frame::{Frame, Runs, root};
use super::text::{authored, count};

pub(super) fn page(site: &Site<'_>, course: &Course) -> String {
    let root = root(2);
    let mut sources: Vec<&Source> = site.catalogue.sources.iter().collect();
    sources.sort_by_cached_key(|source| source.short.to_lowercase());
    let content = html! {
        h1 { "Sources" }
        dl class="sources" {
            @for source in &sources { (entry(source, course, &root)) }
        }
    };
    let frame = Frame {
        kind: "sources",
        depth: 2,
        title: vec!["Sources", &course.title],
        description: format!("{} that {} cites", count(sources.len(), "source"), course.title),
        course: Some(course),
        trail: vec![(format!("{}/", course.id), &course.title)],
        fetches: Vec::new(),
        runs: Runs::Reader,
    };
    frame.around(site, &content)
}

fn entry(source: &Source, course: &Course, root: &str) -> Markup {
    let dates = [
        source.adopted.map(|when| format!("adopted {}", when.in_words())),
        source.in_force.map(|when| format!("in force since {}", when.in_words())),
        source.published.map(|when| format!("published {}", when.in_words())),
        source.depositary.as_ref().map(|keeper| format!("depositary: {keeper}")),
    ];
    let facts: Vec<String> =
        std::iter::once(capital(source.kind.in_words())).chain(dates.into_iter().flatten()).collect();
    html! {
        div id={ "source-" (source.id) } {
            dt { (source.short) }
            dd {
                p class="source-title" { (source.title) }
                p class="note" { (facts.join(" · ")) }
                @if let Some(note) = &source.note {
                    div class="source-note" { (authored(note, root, course)) }
                }
                @if let Some(link) = &source.link {
                    p { a rel="external noopener" href=(link) { "Official text" span class="note" { " (another site)" } } }
                }
            }
        }
    }
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
