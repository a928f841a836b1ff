//! A text with gaps.

use std::collections::BTreeSet;

use domain::html::Html;
use domain::id::{GapKey, OptionKey, PassageKey};
use domain::question::cloze::{self, Filling};
use domain::question::flow::{Flow, Paragraph, Piece};
use domain::question::{Body, Choice, Feedback};

use super::{Asked, folding, item, partial};
use crate::desk::Read;
use crate::diagnostic::Code;
use crate::markdown::{self, Form};
use crate::place::Placed;
use crate::rules;
use crate::shape::{Of, Shape, may, needed};
use crate::value::{Fields, Value, all, slug};

/// A gap into which a text is typed.
pub(super) static TYPED: Shape = Shape::new(
    "typed-gap",
    "a gap",
    &[&[
        needed("accept", Of::List(&Of::Text, 1), "The texts that fill it."),
        may("feedback", Of::Text, "What is said of it once it is marked."),
    ]],
);

/// A gap for which a word is chosen.
pub(super) static CHOSEN: Shape = Shape::new(
    "chosen-gap",
    "a gap",
    &[&[
        needed("is", Of::Id, "The key of the word that fills it."),
        may("feedback", Of::Text, "What is said of it once it is marked."),
    ]],
);

/// A gap as its author wrote it.
struct Gap {
    key: Placed<GapKey>,
    filling: Filling,
    /// Where the word that fills it is named.
    place: crate::place::Place,
    feedback: Option<Html>,
}

/// Reads the text, its gaps, and the bank of words where there is one.
pub(super) fn read(fields: &Fields<'_>) -> Read<Asked> {
    let desk = fields.of.desk;
    let (partial, folding) = (partial(fields), folding::read(fields));
    let text = fields.required("text", |value| {
        let text = value.text()?;
        let written = markdown::write(desk, &text, Form::Gaps)?;
        rules::proof::distinct(desk, &written.passages)?;
        Ok((value, text.value, written))
    });
    let words = fields.optional("words", |value| item::goals::<OptionKey>(value, "words"));
    let from_bank = fields.value("words").is_some();
    let gaps = fields.required("gaps", |value| {
        let gaps: Vec<Read<Gap>> =
            value.pairs("gaps")?.into_iter().map(|(key, value)| gap(&key, value, from_bank)).collect();
        Ok((value, all(gaps.into_iter())?))
    });
    let ((at, raw, text), words, (table, gaps)) = (text?, words?.unwrap_or_default(), gaps?);
    if text.passages.is_empty() {
        let help = "Write a pair of brackets for each gap: `An act, a [](means) and a purpose.`";
        return Err(at.error(Code::TooFew, "The text has no gap.", help));
    }
    rules::gaps::check(table, &text.passages, gaps.iter().map(|gap| &gap.key))?;
    let known: Vec<&str> = words.iter().map(|word| word.key.as_str()).collect();
    let chosen = gaps.iter().filter_map(|gap| match &gap.filling {
        Filling::Word(word) => Some((word.as_str(), gap.place)),
        Filling::Typed(_) => None,
    });
    rules::places::check(desk, (Code::UnknownWord, "word"), chosen, &known)?;
    let print = [format!("text {raw}")]
        .into_iter()
        .chain(words.iter().map(|word| format!("word {}={}", word.key, word.text.value)))
        .chain(gaps.iter().map(|gap| match &gap.filling {
            Filling::Word(word) => format!("gap {}={word}", gap.key.value),
            Filling::Typed(texts) => format!("gap {}={}", gap.key.value, texts.join(" | ")),
        }))
        .collect();
    let shown = |word: item::Goal<OptionKey>| Choice { key: word.key, text: word.shown };
    let prompt = cloze::Prompt { text: with_gaps(text.flow), words: words.into_iter().map(shown).collect() };
    let mut key =
        cloze::Key { gaps: Default::default(), folding: folding?, partial: partial?, feedback: Vec::new() };
    for gap in gaps {
        key.feedback.extend(gap.feedback.map(|text| Feedback { on: gap.key.value.clone(), text }));
        key.gaps.insert(gap.key.value, gap.filling);
    }
    Ok(Asked { body: Body::Cloze { prompt, key }, print })
}

fn gap(key: &Placed<&str>, value: Value<'_>, from_bank: bool) -> Read<Gap> {
    let desk = value.desk;
    let id = slug::<GapKey>(desk, key.value, key.place);
    let fields = value.table(if from_bank { &CHOSEN } else { &TYPED })?;
    let filling = if from_bank {
        fields.required("is", |value| Ok((Filling::Word(value.id::<OptionKey>()?.value), value.place())))
    } else {
        fields.required("accept", |value| Ok((Filling::Typed(folding::texts(value)?), value.place())))
    };
    let feedback = fields.optional("feedback", |value| markdown::line(desk, &value.text()?));
    if fields.lacks("feedback") {
        rules::feedback::missing(desk, key.place, &format!("The gap `{}`", key.value));
    }
    let (filling, place) = filling?;
    Ok(Gap { key: Placed { value: id?, place: key.place }, filling, place, feedback: feedback? })
}

/// The text with its places as gaps.
fn with_gaps(text: Flow<PassageKey>) -> Flow<GapKey> {
    let piece = |piece: Piece<PassageKey>| Piece {
        place: piece.place.map(|key| GapKey::from(key.slug().clone())),
        text: piece.text,
    };
    let paragraphs = text.paragraphs.into_iter();
    let paragraphs =
        paragraphs.map(|paragraph| Paragraph { pieces: paragraph.pieces.into_iter().map(piece).collect() });
    Flow { paragraphs: paragraphs.collect() }
}

/// The keys of the gaps, for a test of the question.
pub(crate) fn keys(prompt: &cloze::Prompt) -> BTreeSet<&str> {
    prompt.text.places().map(|(gap, _)| gap.as_str()).collect()
}
