//! What is the same on every page: the head, the way back, the foot. The application and the style sheets rely on the
//! names here.

use domain::course::Course;
use domain::index::Address;
use maud::{DOCTYPE, Markup, html};

use super::{POLICY, Site};

/// One page, without its content.
pub(super) struct Frame<'a> {
    /// Which page it is: `lesson`, for the class `page-lesson`.
    pub(super) kind: &'static str,
    /// How many folders it is below the root of the site.
    pub(super) depth: usize,
    /// Its name, then what it belongs to, from the inside out.
    pub(super) title: Vec<&'a str>,
    /// What a search engine or a shared link shows of it.
    pub(super) description: String,
    /// The course that it belongs to.
    pub(super) course: Option<&'a Course>,
    /// The pages above it, from the outside in: address from the root, and title.
    pub(super) trail: Vec<(String, &'a str)>,
    /// The data that the application will ask for first.
    pub(super) fetches: Vec<&'a Address>,
    /// Which application runs on the page.
    pub(super) runs: Runs,
}

/// Which application runs on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Runs {
    /// None: the page may stand at any address.
    Nothing,
    /// The one that turns pages and asks.
    Reader,
    /// The one that shows what was done.
    Notebook,
}

/// The way from a page to the root of the site.
pub(super) fn root(depth: usize) -> String {
    if depth == 0 { "./".to_owned() } else { "../".repeat(depth) }
}

impl Frame<'_> {
    /// The whole document.
    pub(super) fn around(&self, site: &Site<'_>, content: &Markup) -> String {
        let language = self.course.or(site.catalogue.courses.first()).map_or("en", |course| &course.language);
        let root = root(self.depth);
        html! {
            (DOCTYPE)
            html lang=(language) dir=(direction(language)) {
                (self.head(site, &root))
                body {
                    div id="plenary" data-root=(root) data-app=[self.runs.name()] {
                        a class="skip" href="#page" { "Skip to the content" }
                        (self.top(&root))
                        main id="page" class={ "page page-" (self.kind) } tabindex="-1" { (content) }
                        (self.foot(&root))
                    }
                }
            }
        }
        .into_string()
    }

    fn head(&self, site: &Site<'_>, root: &str) -> Markup {
        let assets = site.assets;
        let at = |path: &str| format!("{root}{path}");
        let starts = match self.runs {
            Runs::Nothing => None,
            Runs::Reader => Some(&assets.reader),
            Runs::Notebook => Some(&assets.notebook),
        };
        html! {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { @for part in &self.title { (part) " · " } "Plenary" }
                meta name="description" content=(self.description);
                link rel="icon" type="image/svg+xml" href=(at(&assets.icon));
                link rel="stylesheet" href=(at(&assets.style));
                @if let Some(starts) = starts {
                    link rel="modulepreload" href=(at(&starts.glue));
                    link rel="preload" as="fetch" type="application/wasm" crossorigin href=(at(&starts.wasm));
                    @for address in &self.fetches {
                        link rel="preload" as="fetch" type="application/json" crossorigin href=(at(&address.0));
                    }
                    script type="module" src=(at(&starts.boot)) {}
                }
                @if let Some(watcher) = &assets.watcher {
                    script defer src=(watcher) {}
                }
            }
        }
    }

    fn top(&self, root: &str) -> Markup {
        html! {
            header class="site-head" {
                a class="site-name" href=(root) { "Plenary" }
                @if self.depth > 0 {
                    nav class="trail" aria-label="You are here" {
                        ol {
                            @for (address, title) in &self.trail {
                                li { a href={ (root) (address) } { (title) } }
                            }
                            @if let Some(here) = self.title.first() {
                                li { span aria-current="page" { (here) } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn foot(&self, root: &str) -> Markup {
        html! {
            footer class="site-foot" {
                @if let Some(course) = self.course {
                    nav aria-label="About the course" {
                        a href={ (root) (course.id) "/glossary/" } { "Glossary" }
                        " "
                        a href={ (root) (course.id) "/sources/" } { "Sources" }
                    }
                }
                // The application says here since when there is a backup.
                p {
                    a href={ (root) "your-data/" } data-saved {
                        "Your answers are kept in this browser and nowhere else."
                    }
                }
            }
        }
    }
}

impl Runs {
    /// The value of `data-app`: a page of the reader has none, because most pages are.
    fn name(self) -> Option<&'static str> {
        match self {
            Self::Nothing | Self::Reader => None,
            Self::Notebook => Some("notebook"),
        }
    }
}

/// The writing direction of a language, by its BCP 47 tag.
fn direction(language: &str) -> &'static str {
    let primary = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    match primary.as_str() {
        "ar" | "arc" | "ckb" | "dv" | "fa" | "he" | "ks" | "ps" | "sd" | "syr" | "ug" | "ur" | "yi" => "rtl",
        _ => "ltr",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_has_its_writing_direction_with_and_without_a_region() {
        assert_eq!(direction("ar"), "rtl");
        assert_eq!(direction("fa-AF"), "rtl");
        assert_eq!(direction("en"), "ltr");
        assert_eq!(direction("fr-CH"), "ltr");
    }
}
