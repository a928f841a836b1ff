//! Warnings that an author has looked at and does not want: `allow = [{ rule = "…", reason = "…" }]` on what they are about.

use crate::desk::Read;
use crate::diagnostic::Code;
use crate::place::Placed;
use crate::rules;
use crate::shape::{Of, Shape, needed};
use crate::value::Value;

/// What a warning can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum On {
    /// One question.
    Question,
    /// A bank as a whole.
    Bank,
    /// An objective.
    Objective,
}

/// `allow` of a question, of a bank and of an objective.
pub(crate) const ON_QUESTION: Of = Of::List(&Of::Table(&OF_QUESTION), 0);
pub(crate) const ON_BANK: Of = Of::List(&Of::Table(&OF_BANK), 0);
pub(crate) const ON_OBJECTIVE: Of = Of::List(&Of::Table(&OF_OBJECTIVE), 0);

static OF_QUESTION: Shape = Shape::new(
    "allowance-on-a-question",
    "an allowance",
    &[&[
        needed("rule", Of::Word(|| names(On::Question)), "The name of a rule: `key-is-longest`."),
        needed("reason", Of::Text, "Why it is not meant here."),
    ]],
);
static OF_BANK: Shape = Shape::new(
    "allowance-on-a-bank",
    "an allowance",
    &[&[
        needed("rule", Of::Word(|| names(On::Bank)), "The name of a rule: `key-position`."),
        needed("reason", Of::Text, "Why it is not meant here."),
    ]],
);
static OF_OBJECTIVE: Shape = Shape::new(
    "allowance-on-an-objective",
    "an allowance",
    &[&[
        needed("rule", Of::Word(|| names(On::Objective)), "The name of a rule: `few-questions`."),
        needed("reason", Of::Text, "Why it is not meant here."),
    ]],
);

impl On {
    /// The warnings that can be silenced there.
    pub(crate) fn rules(self) -> &'static [Code] {
        match self {
            Self::Question => &[
                Code::NoFeedback,
                Code::Overdue,
                Code::UnusedPassage,
                Code::KeyIsLongest,
                Code::NegativeStem,
                Code::AllOfTheAbove,
                Code::AbsoluteWords,
                Code::Overlap,
                Code::GrammaticalCue,
                Code::RepeatedBeginning,
                Code::WordOfTheStem,
                Code::UndatedFigure,
                Code::UnattributedView,
                Code::TermSpelling,
                Code::TellingHint,
            ],
            Self::Bank => &[Code::KeyOftenLongest, Code::KeyPosition],
            Self::Objective => &[Code::UntestedObjective, Code::UntaughtObjective, Code::FewQuestions],
        }
    }

    fn shape(self) -> &'static Shape {
        match self {
            Self::Question => &OF_QUESTION,
            Self::Bank => &OF_BANK,
            Self::Objective => &OF_OBJECTIVE,
        }
    }
}

fn names(on: On) -> Vec<&'static str> {
    on.rules().iter().map(|code| code.name()).collect()
}

/// Reads what stands in a table, without the warnings that the table allows. Tells of an allowance that allows nothing, once what the
/// table holds could be read.
pub(crate) fn over<T>(table: Value<'_>, on: On, read: impl FnOnce() -> Read<T>) -> Read<T> {
    let Some(list) = table.node.get("allow") else { return read() };
    let mut taken = Vec::new();
    let allowed = Value { node: list, ..table }.items().and_then(|items| {
        let allowed: Vec<Read<Placed<Code>>> =
            items.into_iter().map(|item| allowance(item, on, &mut taken)).collect();
        crate::value::all(allowed.into_iter())
    });
    let codes: Vec<Code> = allowed.iter().flatten().map(|rule| rule.value).collect();
    let (read, met) = table.desk.faults.without(&codes, read);
    let (read, allowed) = (read?, allowed?);
    rules::needless_allow::check(table.desk, &allowed, &met);
    Ok(read)
}

fn allowance(value: Value<'_>, on: On, taken: &mut Vec<Code>) -> Read<Placed<Code>> {
    let fields = value.table(on.shape())?;
    let known: Vec<(&str, Code)> = on.rules().iter().map(|code| (code.name(), *code)).collect();
    let rule = fields.required("rule", |value| {
        let code = value.one_of(&known)?;
        if taken.contains(&code) {
            let message = format!("The rule `{}` is allowed twice.", code.name());
            return Err(value.error(Code::DuplicateId, message, "Keep one of the two."));
        }
        taken.push(code);
        Ok(Placed { value: code, place: value.place() })
    });
    let reason = fields.required("reason", Value::written).map(|_| ());
    reason?;
    rule
}
