//! What questions of every kind can have: hints, a stimulus, former names.

use domain::html::Html;
use domain::id::{BankId, QuestionId, QuestionRef, StimulusId};
use domain::question::{Hint, Stimulus};
use domain::score::Credit;

use crate::desk::{Read, Reported, shown};
use crate::diagnostic::Code;
use crate::markdown;
use crate::read::Taken;
use crate::shape::{Of, Shape, may, needed};
use crate::value::{Value, all, listed, slug};

/// A hint.
pub(super) static HINT: Shape = Shape::new(
    "hint",
    "a hint",
    &[&[
        needed("text", Of::Text, "What is said to who asks for help."),
        may(
            "cost",
            Of::Number(0.0, 1.0),
            "The share of the points that it costs; nothing where it is left out.",
        ),
    ]],
);

/// A stimulus.
pub(crate) static STIMULUS: Shape = Shape::new(
    "stimulus",
    "a stimulus",
    &[&[
        needed("title", Of::Text, "What it is called."),
        needed("text", Of::Text, "What is shown above the stem of each of its questions."),
    ]],
);

/// Help that a learner can ask for.
pub(super) fn hint(value: Value<'_>) -> Read<Hint> {
    let fields = value.table(&HINT)?;
    let text: Read<Html> = fields.required("text", |value| markdown::line(value.desk, &value.text()?));
    let cost = fields.optional("cost", |value| value.number(0.0..=1.0));
    Ok(Hint { text: text?, cost: Credit::new(cost?.unwrap_or(0.0)) })
}

/// A stimulus as its author wrote it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Written {
    pub(crate) stimulus: Stimulus,
    /// What of it the editions of its questions depend on: who is told other facts is asked another question.
    pub(crate) print: String,
}

/// What several questions of a bank are about: tables under their ids.
pub(crate) fn stimuli(value: Value<'_>) -> Read<Vec<Written>> {
    let mut taken = Taken::default();
    let stimuli = value.pairs("stimuli")?.into_iter().map(|(key, value)| {
        let id = slug::<StimulusId>(value.desk, key.value, key.place);
        taken.take(value.desk, "stimuli", key.value, key.place)?;
        let fields = value.table(&STIMULUS)?;
        let title = fields.required("title", Value::plain);
        let body = fields.required("text", |value| {
            let text = value.text()?;
            Ok((text.value, markdown::blocks(value.desk, &text)?))
        });
        let (raw, body) = body?;
        Ok(Written { stimulus: Stimulus { id: id?, title: title?, body }, print: format!("stimulus {raw}") })
    });
    let stimuli: Vec<Read<Written>> = stimuli.collect();
    all(stimuli.into_iter())
}

/// The stimulus of a question, by its id.
pub(super) fn stimulus(value: Value<'_>, known: &Read<Vec<Written>>) -> Read<Written> {
    let id = value.id::<StimulusId>()?;
    let known = known.as_ref().map_err(|reported| *reported)?;
    if let Some(found) = known.iter().find(|known| known.stimulus.id == id.value) {
        return Ok(found.clone());
    }
    let ids = || known.iter().map(|known| known.stimulus.id.as_str());
    let help = match value.desk.meant(value.place(), id.value.as_str(), ids()) {
        Some(meant) => meant,
        None if known.is_empty() => {
            "Declare it in this file: `[stimulus.ID]` with `title` and `text`.".into()
        }
        None => format!("The bank has {}.", listed(ids())).into(),
    };
    let message = format!("The bank has no stimulus `{}`.", shown(id.value.as_str()));
    Err(value.error(Code::UnknownStimulus, message, help))
}

/// A former name of a question: `old-id`, or `old-bank/old-id`.
pub(super) fn former(value: Value<'_>, bank: Result<&BankId, Reported>) -> Read<QuestionRef> {
    let text = value.text()?;
    if let Some((bank, question)) = text.value.split_once('/') {
        let bank = slug::<BankId>(value.desk, bank, value.place());
        let question = slug::<QuestionId>(value.desk, question, value.place());
        return Ok(QuestionRef { bank: bank?, question: question? });
    }
    Ok(QuestionRef { bank: bank?.clone(), question: value.id::<QuestionId>()?.value })
}
