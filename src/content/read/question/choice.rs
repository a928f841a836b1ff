//! Options to choose from.

use domain::html::Html;
use domain::id::{MisconceptionId, OptionKey};
use domain::question::{Choice, Feedback};

use crate::desk::Read;
use crate::diagnostic::Code;
use crate::markdown;
use crate::place::{Place, Placed};
use crate::read::Taken;
use crate::rules;
use crate::shape::{Of, Shape, may, needed};
use crate::value::{Value, all};

/// An option.
pub(crate) static OPTION: Shape = Shape::new(
    "option",
    "an option",
    &[&[
        needed("key", Of::Id, "Its key within the question. Stored answers hang on it: it holds for good."),
        needed("text", Of::Text, "What is read."),
        may("correct", Of::Boolean, "Whether it is right."),
        may("misconception", Of::Id, "The confusion that a learner shows who chooses it."),
        may("feedback", Of::Text, "What is said to who chose it: what is right or wrong in it, and why."),
        may("missed", Of::Text, "What is said where it is right and was not chosen."),
    ]],
);

/// An option as its author wrote it.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) key: OptionKey,
    pub(crate) text: Placed<String>,
    pub(crate) shown: Html,
    /// Where it is said to be right; none where it is not.
    pub(crate) correct: Option<Place>,
    pub(crate) misconception: Option<MisconceptionId>,
    pub(crate) feedback: Option<Html>,
    /// What is said where it is right and was not chosen.
    pub(crate) missed: Option<Html>,
}

/// Reads a list of options: two or more, each with a key and a text of its own.
pub(crate) fn options(value: Value<'_>) -> Read<Vec<Written>> {
    let mut taken = Taken::default();
    let options: Vec<Read<Written>> =
        value.items()?.into_iter().map(|item| option(item, &mut taken)).collect();
    let options = all(options.into_iter())?;
    if options.len() < 2 {
        let faults = value.desk.faults;
        let message = "A choice needs at least two options.";
        return Err(faults.error(Code::TooFew, value.opening(), message, "Add another option."));
    }
    rules::distinct::check(value.desk, "options", options.iter().map(|option| &option.text))?;
    Ok(options)
}

fn option(value: Value<'_>, taken: &mut Taken) -> Read<Written> {
    let desk = value.desk;
    let fields = value.table(&OPTION)?;
    let key = fields.required("key", |value| {
        let key = value.id::<OptionKey>()?;
        taken.take(desk, "options", key.value.as_str(), key.place)?;
        Ok(key.value)
    });
    let text = fields.required("text", Value::text);
    let shown = text.and_then(|text| markdown::line(desk, &text));
    let correct = fields.optional("correct", |value| value.boolean().map(|yes| yes.then(|| value.place())));
    let misconception = fields.optional("misconception", Value::id::<MisconceptionId>);
    let feedback = fields.optional("feedback", |value| markdown::line(desk, &value.text()?));
    let missed = fields.optional("missed", |value| markdown::line(desk, &value.text()?));
    if let (Ok(key), true) = (&key, fields.lacks("feedback")) {
        rules::feedback::missing(desk, fields.place(), &format!("The option `{key}`"));
    }
    let text = text?;
    Ok(Written {
        key: key?,
        text: Placed { value: text.value.to_owned(), place: text.place },
        shown: shown?,
        correct: correct?.flatten(),
        misconception: misconception?.map(|id| id.value),
        feedback: feedback?,
        missed: missed?,
    })
}

/// What is shown of the options.
pub(crate) fn shown(options: &[Written]) -> Vec<Choice> {
    options.iter().map(|option| Choice { key: option.key.clone(), text: option.shown.clone() }).collect()
}

/// What is said of them.
pub(crate) fn feedback(options: &[Written]) -> Vec<Feedback<OptionKey>> {
    let said = |option: &Written| Some(Feedback { on: option.key.clone(), text: option.feedback.clone()? });
    options.iter().filter_map(said).collect()
}

/// What is said of those that should have been chosen.
pub(crate) fn missed(options: &[Written]) -> Vec<Feedback<OptionKey>> {
    let said = |option: &Written| Some(Feedback { on: option.key.clone(), text: option.missed.clone()? });
    options.iter().filter_map(said).collect()
}

/// The confusions that they show.
pub(crate) fn misconceptions(options: &[Written]) -> Vec<(OptionKey, MisconceptionId)> {
    let shown = |option: &Written| Some((option.key.clone(), option.misconception.clone()?));
    options.iter().filter_map(shown).collect()
}

/// What of them the edition of the question depends on.
pub(crate) fn print(options: &[Written]) -> Vec<String> {
    let texts = options.iter().map(|option| format!("option {}={}", option.key, option.text.value));
    let right = options.iter().filter(|option| option.correct.is_some());
    texts.chain(right.map(|option| format!("correct {}", option.key))).collect()
}
