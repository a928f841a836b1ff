//! A question: what every kind has, and then its kind.

pub(crate) mod case;
pub(crate) mod choice;
mod classify;
pub(crate) mod cloze;
pub(crate) mod common;
pub(crate) mod elements;
mod folding;
mod highlight;
pub(crate) mod item;
mod matching;
mod multiple_response;
mod numeric;
mod ordering;
mod reflection;
pub(crate) mod shapes;
mod short_answer;
mod single_choice;
mod true_false;

use domain::id::{BankId, QuestionId, QuestionRef};
use domain::question::{Body, Kind, Level, Question};
use domain::reference::Concept;
use domain::score::{Partial, Points};

use super::{Taken, module::objective};
use crate::allow::{self, On};
use crate::citation;
use crate::desk::{Read, Reported};
use crate::diagnostic::Code;
use crate::edition;
use crate::markdown;
use crate::rules;
use crate::value::{Fields, Value};
use crate::writing;

pub(crate) const LEVELS: &[(&str, Level)] =
    &[("recall", Level::Recall), ("apply", Level::Apply), ("analyse", Level::Analyse)];

pub(crate) const PARTIALS: &[(&str, Partial)] =
    &[("off", Partial::Off), ("each", Partial::Each), ("net", Partial::Net), ("coverage", Partial::Coverage)];

pub(crate) const KINDS: &[(&str, Kind)] = &[
    ("single-choice", Kind::SingleChoice),
    ("multiple-response", Kind::MultipleResponse),
    ("true-false", Kind::TrueFalse),
    ("classify", Kind::Classify),
    ("matching", Kind::Matching),
    ("elements", Kind::Elements),
    ("ordering", Kind::Ordering),
    ("cloze", Kind::Cloze),
    ("short-answer", Kind::ShortAnswer),
    ("numeric", Kind::Numeric),
    ("highlight", Kind::Highlight),
    ("case", Kind::Case),
    ("reflection", Kind::Reflection),
];

/// What the reader of a kind gives: the body, and what of it the edition depends on.
pub(crate) struct Asked {
    /// The prompt and the key.
    pub(crate) body: Body,
    /// A line for everything that is asked and everything that is right; their order does not matter.
    pub(crate) print: Vec<String>,
}

/// What the questions of a bank share.
pub(crate) struct Shared<'s> {
    /// The bank.
    pub(crate) bank: Result<&'s BankId, Reported>,
    /// The concepts, where they could be read.
    pub(crate) concepts: &'s Read<Vec<Concept>>,
    /// What several questions are about.
    pub(crate) stimuli: &'s Read<Vec<common::Written>>,
}

/// Reads one question, and runs its tests.
pub(crate) fn question(value: Value<'_>, shared: &Shared<'_>, taken: &mut Taken) -> Read<Question> {
    allow::over(value, On::Question, || any_question(value, shared, taken))
}

fn any_question(value: Value<'_>, shared: &Shared<'_>, taken: &mut Taken) -> Read<Question> {
    let desk = value.desk;
    let written = value.node.text("kind");
    let kind = KINDS.iter().find(|(name, _)| written == Some(name)).map(|(_, kind)| *kind);
    let fields = value.table(shapes::of(kind))?;
    let id = fields.required("id", |value| {
        let id = value.id::<QuestionId>()?;
        taken.take(desk, "questions", id.value.as_str(), id.place)?;
        Ok(id.value)
    });
    let kind = fields.required("kind", |value| value.one_of(KINDS));
    let objective = fields.required("objective", objective);
    let level = fields.optional("level", |value| value.one_of(LEVELS));
    let points = fields.optional("points", points);
    let as_of = fields.optional("as_of", Value::year);
    let held_by = fields.optional("held_by", Value::plain);
    let review =
        fields.optional("review_by", |value| value.date().map(|date| rules::overdue::check(value, date)));
    let stem = fields.required("stem", |value| {
        let text = value.text()?;
        Ok((text.value, markdown::blocks(desk, &text)?))
    });
    let stimulus = fields.optional("stimulus", |value| common::stimulus(value, shared.stimuli));
    let hints = fields.optional("hints", |value| value.list(common::hint));
    let explain = |value: Value<'_>| markdown::blocks(desk, &value.text()?);
    // The model answer of a reflection explains itself.
    let explain = if kind == Ok(Kind::Reflection) {
        fields.optional("explain", explain).map(Option::unwrap_or_default)
    } else {
        fields.required("explain", explain)
    };
    let sources = fields.required("sources", |value| {
        let sources = value.list(citation::read)?;
        if sources.is_empty() {
            let message = "A question needs at least one source.";
            return Err(value.error(
                Code::TooFew,
                message,
                "Name where the right answer is written: `[\"source:place\"]`.",
            ));
        }
        Ok(sources)
    });
    let shuffle = fields.optional("shuffle", Value::boolean);
    let was = fields.optional("was", |value| value.list(|value| common::former(value, shared.bank)));
    let (added, retired) = (fields.optional("added", Value::date), fields.optional("retired", Value::date));
    if kind.is_err() {
        desk.overlook();
    }
    let asked = kind.and_then(|kind| body(kind, &fields, shared.concepts));
    review?;
    let (stem, mut asked, stimulus) = (stem?, asked?, stimulus?);
    asked.print.extend(stimulus.iter().map(|stimulus| stimulus.print.clone()));
    let question = Question {
        id: QuestionRef { bank: shared.bank?.clone(), question: id? },
        edition: edition::of(asked.body.kind(), stem.0, &asked.print),
        language: fields.language("stem"),
        objective: objective?,
        level: level?.unwrap_or_default(),
        points: points?.unwrap_or(if asked.body.kind().is_marked() { Points::ONE } else { Points::ZERO }),
        stimulus: stimulus.map(|written| written.stimulus),
        stem: stem.1,
        body: asked.body,
        hints: hints?.unwrap_or_default(),
        explain: explain?,
        sources: sources?,
        as_of: as_of?,
        held_by: held_by?,
        shuffle: shuffle?.unwrap_or(true),
        was: was?.unwrap_or_default(),
        added: added?,
        retired: retired?,
    };
    writing::check(value, question.body.kind());
    fields.optional("tests", |value| value.list(|test| rules::promise::check(test, &question)))?;
    Ok(question)
}

fn body(kind: Kind, fields: &Fields<'_>, concepts: &Read<Vec<Concept>>) -> Read<Asked> {
    match kind {
        Kind::SingleChoice => single_choice::read(fields),
        Kind::MultipleResponse => multiple_response::read(fields),
        Kind::TrueFalse => true_false::read(fields),
        Kind::Classify => classify::read(fields),
        Kind::Matching => matching::read(fields),
        Kind::Elements => elements::read(fields, concepts),
        Kind::Ordering => ordering::read(fields),
        Kind::Cloze => cloze::read(fields),
        Kind::ShortAnswer => short_answer::read(fields),
        Kind::Numeric => numeric::read(fields),
        Kind::Highlight => highlight::read(fields),
        Kind::Case => case::read(fields),
        Kind::Reflection => reflection::read(fields),
    }
}

/// More than none, and no more than a hundred.
fn points(value: Value<'_>) -> Read<Points> {
    let amount = value.number(0.0..=100.0)?;
    if amount > 0.0 {
        return Ok(Points::new(amount));
    }
    let message = "A question cannot be worth no points.";
    Err(value.error(Code::OutOfRange, message, "Write a number above 0 and up to 100."))
}

/// The rule for partial credit.
fn partial(fields: &Fields<'_>) -> Read<Partial> {
    let partial = fields.optional("partial", |value| value.one_of(PARTIALS));
    partial.map(Option::unwrap_or_default)
}
