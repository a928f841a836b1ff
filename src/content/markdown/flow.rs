//! A text in pieces: paragraphs in which passages can be marked, or gaps be filled.

use domain::html::Html;
use domain::id::PassageKey;
use domain::question::flow::{Flow, Paragraph, Piece};

use super::Form;
use super::writer::{Closing, Writer};
use crate::diagnostic::Code;
use crate::place::{Place, Placed};

/// Where the markup of a text is cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cut {
    /// A passage or a gap begins.
    Begin(PassageKey),
    /// It ends.
    End,
    /// A paragraph ends.
    Paragraph,
}

impl Form<'_> {
    /// Whether a text of this form is shown in pieces.
    pub(super) fn is_flow(self) -> bool {
        match self {
            Self::Passages | Self::Gaps => true,
            Self::Lesson(..) | Self::Blocks | Self::Facts | Self::Line => false,
        }
    }
}

impl Writer<'_> {
    pub(super) fn cut(&mut self, cut: Cut) {
        self.cuts.push((self.markup.len(), cut));
    }

    /// Begins a passage or a gap.
    pub(super) fn piece(&mut self, key: PassageKey, place: Place) -> Closing {
        if self.emphases > 0 {
            let message = "A passage or a gap cannot stand within an emphasis.";
            let help = "Put the asterisks inside the brackets, or leave them out.";
            self.error(Code::PassageForm, place, message, help);
            return Closing::Nothing;
        }
        if self.is_nested(place) {
            return Closing::Nothing;
        }
        self.passages.push(Placed { value: key.clone(), place });
        self.cut(Cut::Begin(key));
        match self.form {
            Form::Gaps => Closing::Gap { at: self.markup.len(), place },
            Form::Lesson(..) | Form::Blocks | Form::Facts | Form::Passages | Form::Line => Closing::Piece,
        }
    }

    pub(super) fn close_gap(&mut self, at: usize, place: Place) {
        if self.markup.len() > at {
            let message = "A gap has no words of its own.";
            let help = "Leave the brackets empty: `[](key)`. What fills it stands under `gaps`.";
            self.error(Code::PassageForm, place, message, help);
        }
        self.cut(Cut::End);
    }

    pub(super) fn emphasis(&mut self, markup: &str) {
        self.emphases += 1;
        self.markup.push_str(markup);
    }

    pub(super) fn end_of_emphasis(&mut self, markup: &str) {
        self.emphases = self.emphases.saturating_sub(1);
        self.markup.push_str(markup);
    }

    /// The passages of facts with their words, each once. Of passages within each other the inner one has its words.
    pub(super) fn passage_words(&self) -> Vec<(PassageKey, Html)> {
        let mut words: Vec<(PassageKey, Html)> = Vec::new();
        let mut open = Vec::new();
        for (at, cut) in &self.cuts {
            match cut {
                Cut::Begin(key) => open.push((key, *at)),
                Cut::End => {
                    let Some((key, from)) = open.pop() else { continue };
                    let text = Html::made_safe(self.markup.get(from..*at).unwrap_or_default().to_owned());
                    match words.iter_mut().find(|(known, _)| known == key) {
                        // One passage in two places is one proof.
                        Some((_, first)) => {
                            *first = Html::made_safe(format!("{} … {}", first.as_str(), text.as_str()));
                        }
                        None => words.push((key.clone(), text)),
                    }
                }
                Cut::Paragraph => {}
            }
        }
        words
    }

    /// The markup in its pieces.
    pub(super) fn flow(&self) -> Flow<PassageKey> {
        let mut flow = Flow { paragraphs: Vec::new() };
        if !self.form.is_flow() {
            return flow;
        }
        let (mut pieces, mut done, mut open) = (Vec::new(), 0, None);
        for (at, cut) in &self.cuts {
            let text = Html::made_safe(self.markup.get(done..*at).unwrap_or_default().to_owned());
            done = *at;
            let is_place = *cut == Cut::End;
            if is_place || !text.is_empty() {
                pieces.push(Piece { place: if is_place { open.take() } else { None }, text });
            }
            match cut {
                Cut::Begin(key) => open = Some(key.clone()),
                Cut::End => {}
                Cut::Paragraph => flow.paragraphs.push(Paragraph { pieces: std::mem::take(&mut pieces) }),
            }
        }
        flow
    }
}
