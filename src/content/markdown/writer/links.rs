//! Links: to terms, sources and lessons, out of the site, and the passages of a case, which are written like links.

use std::ops::Range;

use domain::id::{LessonRef, PassageKey, TermId};
use pulldown_cmark::LinkType;

use super::{Closing, Writer};
use crate::advice::Advice;
use crate::citation;
use crate::desk::{Read, shown};
use crate::diagnostic::Code;
use crate::markdown::flow::Cut;
use crate::markdown::link::{self, Link, Refused};
use crate::markdown::{Form, escape};
use crate::names::Sort;
use crate::place::{Place, Placed};

impl Writer<'_> {
    pub(super) fn link(&mut self, kind: LinkType, address: &str, title: &str, at: Range<usize>) {
        let place = self.text.place_of(at);
        let closing = match kind {
            LinkType::WikiLink { has_pothole } => self.term(address, has_pothole, place),
            LinkType::Email => self.outward(&format!("mailto:{address}"), title, place),
            LinkType::Inline
            | LinkType::Reference
            | LinkType::ReferenceUnknown
            | LinkType::Collapsed
            | LinkType::CollapsedUnknown
            | LinkType::Shortcut
            | LinkType::ShortcutUnknown
            | LinkType::Autolink => match address.parse::<PassageKey>() {
                Ok(passage) if self.form == Form::Facts => self.passage(passage, place),
                Ok(passage) if self.form.is_flow() => self.piece(passage, place),
                _ => self.outward(address, title, place),
            },
        };
        self.links.push(closing);
    }

    fn passage(&mut self, passage: PassageKey, place: Place) -> Closing {
        self.markup.push_str(&format!("<span class=\"passage\" data-passage=\"{passage}\">"));
        self.cut(Cut::Begin(passage.clone()));
        self.passages.push(Placed { value: passage, place });
        Closing::Passage
    }

    fn term(&mut self, written: &str, has_words: bool, place: Place) -> Closing {
        // In a table the bar is written with a backslash before it.
        let id = written.strip_suffix('\\').unwrap_or(written);
        if self.is_nested(place) {
            return Closing::Nothing;
        }
        if let Err(reason) = id.parse::<TermId>() {
            let message = format!("`{}` is not the id of a term: {reason}.", shown(id));
            self.error(Code::TermForm, place, message, "Write `[[term-id]]` or `[[term-id|words]]`.");
            return Closing::Nothing;
        }
        if let Err(reported) = self.desk.resolve(Sort::Term, id, place) {
            self.reported = Some(reported);
            return Closing::Nothing;
        }
        self.markup.push_str(&format!("<a class=\"term\" href=\"plenary:term/{id}\""));
        if has_words {
            self.markup.push('>');
            return Closing::Link;
        }
        let words = self.desk.names.terms.get(id).cloned().unwrap_or_else(|| id.to_owned());
        self.in_language(self.desk.names.language(Sort::Term, id));
        self.words(&words);
        Closing::Term
    }

    fn outward(&mut self, address: &str, title: &str, place: Place) -> Closing {
        if self.is_nested(place) {
            return Closing::Nothing;
        }
        let (message, help) = match link::read(address, self.form) {
            Ok(Link::Away(address)) => {
                self.markup.push_str("<a href=\"");
                escape(&mut self.markup, &address);
                self.markup.push_str("\" rel=\"noopener noreferrer\"");
                if !title.is_empty() {
                    self.markup.push_str(" title=\"");
                    escape(&mut self.markup, title);
                    self.markup.push('"');
                }
                self.markup.push('>');
                return Closing::Link;
            }
            Ok(Link::Lesson(lesson)) => match self.lesson(&lesson, place) {
                Ok(()) => {
                    self.markup.push_str(&format!("<a href=\"plenary:lesson/{lesson}\">"));
                    return Closing::Link;
                }
                Err(reported) => {
                    self.reported = Some(reported);
                    return Closing::Nothing;
                }
            },
            Err(Refused::NoModule) => (
                format!("A link to the lesson `{}` cannot stand here.", shown(address)),
                "Lessons are linked from lessons; here a term or a source can be linked.",
            ),
            Err(Refused::NotALesson) => (
                format!("`{}` cannot be the address of a lesson.", shown(address)),
                "Write `other-lesson.md` or `../other-module/lesson.md`.",
            ),
            Err(Refused::Address) if self.form.is_flow() || self.form == Form::Facts => (
                format!(
                    "`{}` is neither the key of a passage or a gap nor the address of a link.",
                    shown(address)
                ),
                "A key has lower-case letters, digits and single hyphens: `[words](key)`; an address begins with `https:`.",
            ),
            Err(Refused::Address) => (
                format!("A link to `{}` is not allowed.", shown(address)),
                "Write an address with `https:`, `http:` or `mailto:`, or in a lesson the file of another lesson.",
            ),
        };
        self.error(Code::LinkAddress, place, message, help);
        Closing::Nothing
    }

    fn lesson(&self, lesson: &LessonRef, place: Place) -> Read<()> {
        let names = &self.desk.names.lessons;
        let wanted = (lesson.course.to_string(), lesson.module.to_string(), lesson.lesson.to_string());
        if names.contains(&wanted) {
            return Ok(());
        }
        let of_module = names.iter().filter(|(course, module, _)| *course == wanted.0 && *module == wanted.1);
        let near = self.desk.suggest(&wanted.2, of_module.map(|(_, _, lesson)| lesson.as_str()));
        let help = match near {
            Some(near) => {
                let mend = if near.alone { self.desk.rename(place, &wanted.2, near.name) } else { None };
                Advice::from(format!("Did you mean `{}.md`?", near.name)).with(mend)
            }
            None => "Write the name of a lesson's file that its `module.toml` lists.".into(),
        };
        let message = format!("There is no lesson `{lesson}`.");
        Err(self.desk.faults.error(Code::UnknownLesson, place, message, help))
    }

    pub(in crate::markdown) fn is_nested(&mut self, place: Place) -> bool {
        let nested = self
            .links
            .iter()
            .any(|open| matches!(open, Closing::Link | Closing::Term | Closing::Piece | Closing::Gap { .. }));
        if nested {
            let help = "Put one before or after the other.";
            self.error(Code::NestedLink, place, "A link stands inside another link.", help);
        }
        nested
    }

    /// Ends an opening tag; its words come from elsewhere, and say their language where it is not that of the text.
    fn in_language(&mut self, language: &str) {
        if language != self.language() {
            self.markup.push_str(" lang=\"");
            escape(&mut self.markup, language);
            self.markup.push('"');
        }
        self.markup.push('>');
    }

    pub(super) fn citation(&mut self, source: &str, place: Option<&str>, at: Place) {
        if self.is_nested(at) {
            return;
        }
        match citation::make(self.desk, source, place, at) {
            Ok(citation) => {
                self.markup
                    .push_str(&format!("<a class=\"cite\" href=\"plenary:source/{}\"", citation.source));
                self.in_language(&citation.language);
                self.words(&citation.text);
                self.markup.push_str("</a>");
            }
            Err(reported) => self.reported = Some(reported),
        }
    }
}
