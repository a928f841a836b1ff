//! What is the same on every page: the head, the way back, the foot. The application and the style sheets rely on the
//! names here.

use domain::course::Course;
use domain::index::Address;
use domain::language::Language;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::app::Starts;
use super::first::First;
use super::speech::Name;
use super::{Site, offline, prefix};

/// One page, without its content.
pub(super) struct Frame<'a> {
    /// Which page it is: `lesson`, for the class `page-lesson`.
    pub(super) kind: &'static str,
    /// Where it lies, from the entrance in its language: `migration/glossary/`.
    pub(super) path: String,
    /// Its name, then what it belongs to, from the inside out.
    pub(super) title: Vec<Name<'a>>,
    /// What a search engine or a shared link shows of it.
    pub(super) description: String,
    /// The course that it belongs to.
    pub(super) course: Option<&'a Course>,
    /// The pages above it, from the outside in: address from the root, and title.
    pub(super) trail: Vec<(String, Name<'a>)>,
    /// The data that the application will ask for first.
    pub(super) fetches: Vec<&'a Address>,
    /// The question that stands in it.
    pub(super) first: Option<&'a First>,
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
    /// The one that trainers write with, in English alone.
    Trainer,
    /// The one that trainers read a cohort with, in English alone. It has no texts of its own to fetch.
    Scores,
}

/// The offer of a new version. `offline.js` shows it when there is one; nothing changes before it is taken up.
fn offer(site: &Site<'_>) -> Markup {
    html! {
        section id="offer" class="offer" aria-labelledby="offered" hidden {
            p id="offered" { (site.texts.new_version) }
            button type="button" class="button" data-ask="take over" { (site.texts.use_it_now) }
        }
    }
}

/// The way from a page to the entrance in its language, which is so many folders above it.
pub(super) fn root(depth: usize) -> String {
    if depth == 0 { "./".to_owned() } else { "../".repeat(depth) }
}

impl Frame<'_> {
    /// The whole document.
    pub(super) fn around(&self, site: &Site<'_>, content: &Markup) -> String {
        let depth = self.path.matches('/').count();
        let home = root(depth);
        let root = root(depth + site.prefix.matches('/').count());
        let version = self.starts(site).map(|starts| &starts.version);
        html! {
            (DOCTYPE)
            html lang=(site.language) dir=(site.language.direction().attribute()) {
                (self.head(site, &root))
                body {
                    div id="plenary" data-root=(root) data-home=(home) data-texts=[self.texts(site)] data-former=[&site.publication.former] data-app=[self.runs.name()] data-app-version=[version] {
                        a class="skip" href="#page" { (site.texts.skip) }
                        (self.top(site, &root, &home))
                        @if self.runs != Runs::Nothing { (offer(site)) }
                        main id="page" class={ "page page-" (self.kind) } tabindex="-1" { (content) }
                        (self.foot(site, &root, &home))
                    }
                }
            }
        }
        .into_string()
    }

    /// What starts the application of the page.
    fn starts<'s>(&self, site: &Site<'s>) -> Option<&'s Starts> {
        match self.runs {
            Runs::Nothing => None,
            Runs::Reader => Some(&site.assets.reader),
            Runs::Notebook => Some(&site.assets.notebook),
            Runs::Trainer => Some(&site.assets.trainer),
            Runs::Scores => Some(&site.assets.scores),
        }
    }

    fn head(&self, site: &Site<'_>, root: &str) -> Markup {
        let assets = site.assets;
        let at = |path: &str| format!("{root}{path}");
        let starts = self.starts(site);
        html! {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(assets.policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { @for part in &self.title { (part.text) " · " } "Plenary" }
                meta name="description" content=(self.description);
                // Before what is fetched: what is to be read is not to share the line with what comes after it.
                style { (PreEscaped(&starts.unwrap_or(&assets.reader).style.0)) }
                @if let Some(first) = self.first { (first.head()) }
                @if matches!(self.runs, Runs::Trainer | Runs::Scores) {
                    link rel="stylesheet" href=(at(&assets.trainer_style));
                }
                @if self.runs.speaks_every_language() {
                    @for (language, address) in self.translations(site, root) {
                        link rel="alternate" hreflang=(language) href=(address);
                    }
                }
                link rel="icon" type="image/svg+xml" href=(at(&assets.icon));
                @if self.runs != Runs::Nothing && assets.watcher.is_none() {
                    link rel="manifest" href=(at(offline::MANIFEST));
                    link rel="apple-touch-icon" href=(at(&assets.touch_icon));
                }
                @if let Some(starts) = starts {
                    link rel="modulepreload" href=(at(&starts.glue));
                    link rel="preload" as="fetch" type="application/wasm" crossorigin href=(at(&starts.wasm));
                    @for texts in self.lists(site) {
                        link rel="preload" as="fetch" type="application/json" crossorigin href=(at(texts));
                    }
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

    /// The lists of texts that the application of the page speaks with: the reader's first.
    fn lists<'s>(&self, site: &Site<'s>) -> &'s [String] {
        let lists = site.assets.texts_in(site.language);
        match self.runs {
            Runs::Nothing | Runs::Scores => &[],
            Runs::Reader | Runs::Trainer => lists.get(..1).unwrap_or_default(),
            Runs::Notebook => lists,
        }
    }

    /// The same, as the value of `data-texts`.
    fn texts(&self, site: &Site<'_>) -> Option<String> {
        let lists = self.lists(site);
        (!lists.is_empty()).then(|| lists.join(" "))
    }

    /// This page in each language.
    fn translations(&self, site: &Site<'_>, root: &str) -> [(Language, String); 6] {
        Language::ALL.map(|language| {
            let prefix = prefix(language, site.own);
            let path = format!("{prefix}{}", self.path);
            (language, format!("{root}{path}"))
        })
    }

    /// The menu of languages: their own names for themselves.
    fn languages(&self, site: &Site<'_>, root: &str) -> Markup {
        html! {
            details class="languages" {
                summary {
                    span class="visually-hidden" { (site.texts.languages) " " }
                    (site.language.own_name())
                }
                ul {
                    @for (language, address) in self.translations(site, root) {
                        @let current = (language == site.language).then_some("true");
                        li {
                            a href=(address) hreflang=(language) lang=(language) dir=(language.direction().attribute())
                                aria-current=[current] { (language.own_name()) }
                        }
                    }
                }
            }
        }
    }

    fn top(&self, site: &Site<'_>, root: &str, home: &str) -> Markup {
        html! {
            header class="site-head" {
                a class="site-name" href=(home) { "Plenary" }
                @if !self.path.is_empty() {
                    nav class="trail" aria-label=(site.texts.you_are_here) {
                        ol {
                            @for (address, title) in &self.trail {
                                @let voice = title.voice(site);
                                li { a href={ (home) (address) } lang=[voice.lang] dir=[voice.dir] { (title.text) } }
                            }
                            @if let Some(here) = self.title.first() {
                                @let voice = here.voice(site);
                                li { span aria-current="page" lang=[voice.lang] dir=[voice.dir] { (here.text) } }
                            }
                        }
                    }
                }
                @if self.runs.speaks_every_language() { (self.languages(site, root)) }
            }
        }
    }

    fn foot(&self, site: &Site<'_>, root: &str, home: &str) -> Markup {
        html! {
            footer class="site-foot" {
                @if let Some(course) = self.course {
                    nav aria-label=(site.texts.about_the_course) {
                        a href={ (home) (course.id) "/glossary/" } { (site.texts.glossary) }
                        " "
                        a href={ (home) (course.id) "/sources/" } { (site.texts.sources) }
                        " "
                        a href={ (home) (course.id) "/progress/" } { (site.texts.progress) }
                        " "
                        a href={ (home) (course.id) "/review/" } { (site.texts.review) }
                        " "
                        a href={ (home) (course.id) "/drills/" } { (site.texts.drills) }
                    }
                }
                // The application says here since when there is a backup.
                p {
                    a href={ (home) "your-data/" } data-saved { (site.texts.kept_here) }
                }
                // Whoever writes courses begins at the entrance; nobody else need pass by it.
                @if self.path.is_empty() {
                    p { a href={ (root) "trainer/" } hreflang="en" { (site.texts.for_trainers) } }
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
            Self::Trainer => Some("trainer"),
            Self::Scores => Some("scores"),
        }
    }

    /// Whether the page is there in each language of the interface.
    fn speaks_every_language(self) -> bool {
        match self {
            Self::Reader | Self::Notebook => true,
            Self::Nothing | Self::Trainer | Self::Scores => false,
        }
    }
}
