//! A case in steps that branch on what was decided.

use domain::html::Html;
use domain::id::{MisconceptionId, OptionKey, StepKey};
use domain::question::Body;
use domain::question::case::{self, Judged};
use domain::score::Credit;

use super::Asked;
use crate::desk::Read;
use crate::diagnostic::Code;
use crate::markdown;
use crate::place::{Place, Placed};
use crate::read::Taken;
use crate::rules;
use crate::shape::{Of, Shape, may, needed};
use crate::value::{Fields, Value, all};

/// A step.
pub(super) static STEP: Shape = Shape::new(
    "step",
    "a step",
    &[&[
        needed("key", Of::Id, "Its key within the case."),
        needed("text", Of::Text, "Where the learner stands."),
        may(
            "ways",
            Of::List(&Of::Table(&WAY), 2),
            "What can be decided here; a step without ways ends the case.",
        ),
    ]],
);

static WAY: Shape = Shape::new(
    "way",
    "a way",
    &[&[
        needed("key", Of::Id, "Its key within the step."),
        needed("text", Of::Text, "What is read."),
        may("to", Of::Id, "The step to which it leads; without one it ends the case."),
        may("correct", Of::Boolean, "Whether it is the best way."),
        may("credit", Of::Number(0.0, 1.0), "How right it is, in place of `correct`."),
        may("feedback", Of::Text, "What is said to who took it."),
        may("misconception", Of::Id, "The confusion that a learner shows who takes it."),
    ]],
);

/// A step as its author wrote it.
#[derive(Debug)]
pub(crate) struct WrittenStep {
    pub(crate) key: Placed<StepKey>,
    text: (String, Html),
    pub(crate) ways: Vec<WrittenWay>,
    /// Where its ways stand.
    pub(crate) list: Option<Place>,
}

/// A way as its author wrote it.
#[derive(Debug)]
pub(crate) struct WrittenWay {
    key: OptionKey,
    text: Placed<String>,
    shown: Html,
    pub(crate) to: Option<Placed<StepKey>>,
    pub(crate) credit: Credit,
    feedback: Option<Html>,
    misconception: Option<MisconceptionId>,
}

/// Reads the steps.
pub(super) fn read(fields: &Fields<'_>) -> Read<Asked> {
    let allowed = rules::partial::check(fields);
    let steps = fields.required("steps", |value| {
        let mut taken = Taken::default();
        let steps: Vec<Read<WrittenStep>> =
            value.items()?.into_iter().map(|item| step(item, &mut taken)).collect();
        let steps = all(steps.into_iter())?;
        rules::ways::check(value, &steps)?;
        Ok(steps)
    });
    let steps = steps?;
    allowed?;
    let print: Vec<String> = steps.iter().flat_map(print).collect();
    let lists: Vec<Option<Place>> = steps.iter().map(|step| step.list).collect();
    let judged = steps.iter().flat_map(|step| {
        step.ways.iter().map(|way| Judged {
            step: step.key.value.clone(),
            way: way.key.clone(),
            credit: way.credit,
            feedback: way.feedback.clone(),
            misconception: way.misconception.clone(),
        })
    });
    let key = case::Key { judged: judged.collect() };
    let shown = |step: WrittenStep| case::Step {
        key: step.key.value,
        text: step.text.1,
        ways: step
            .ways
            .into_iter()
            .map(|way| case::Way { key: way.key, text: way.shown, to: way.to.map(|to| to.value) })
            .collect(),
    };
    let prompt = case::Prompt { steps: steps.into_iter().map(shown).collect() };
    rules::ways::best(fields.of.desk, &prompt, &key, &lists)?;
    Ok(Asked { body: Body::Case { prompt, key }, print })
}

fn step(value: Value<'_>, taken: &mut Taken) -> Read<WrittenStep> {
    let desk = value.desk;
    let fields = value.table(&STEP)?;
    let key = fields.required("key", |value| {
        let key = value.id::<StepKey>()?;
        taken.take(desk, "steps", key.value.as_str(), key.place)?;
        Ok(key)
    });
    let text = fields.required("text", |value| {
        let text = value.text()?;
        Ok((text.value.to_owned(), markdown::blocks(desk, &text)?))
    });
    let ways = fields.optional("ways", |value| {
        let mut taken = Taken::default();
        let ways: Vec<Read<WrittenWay>> =
            value.items()?.into_iter().map(|item| way(item, &mut taken)).collect();
        let ways = all(ways.into_iter())?;
        rules::distinct::check(desk, "ways", ways.iter().map(|way| &way.text))?;
        Ok((value.opening(), ways))
    });
    let (list, ways) = ways?.map_or((None, Vec::new()), |(place, ways)| (Some(place), ways));
    Ok(WrittenStep { key: key?, text: text?, ways, list })
}

fn way(value: Value<'_>, taken: &mut Taken) -> Read<WrittenWay> {
    let desk = value.desk;
    let fields = value.table(&WAY)?;
    let key = fields.required("key", |value| {
        let key = value.id::<OptionKey>()?;
        taken.take(desk, "ways", key.value.as_str(), key.place)?;
        Ok(key.value)
    });
    let text = fields.required("text", Value::text);
    let shown = text.and_then(|text| markdown::line(desk, &text));
    let to = fields.optional("to", Value::id::<StepKey>);
    let correct = fields.optional("correct", Value::boolean);
    let credit = fields.optional("credit", |value| value.number(0.0..=1.0));
    let feedback = fields.optional("feedback", |value| markdown::line(desk, &value.text()?));
    let misconception = fields.optional("misconception", Value::id::<MisconceptionId>);
    if let (Ok(key), true) = (&key, fields.lacks("feedback")) {
        rules::feedback::missing(desk, fields.place(), &format!("The way `{key}`"));
    }
    let credit = match (correct?, credit?) {
        (Some(_), Some(_)) => {
            let message = "The way has both `correct` and `credit`.";
            let help = "`correct = true` is the same as `credit = 1.0`; keep one of them.";
            return Err(desk.faults.error(Code::CaseWays, fields.place(), message, help));
        }
        (Some(correct), None) => Credit::all_if(correct),
        (None, credit) => Credit::new(credit.unwrap_or(0.0)),
    };
    let text = text?;
    Ok(WrittenWay {
        key: key?,
        text: Placed { value: text.value.to_owned(), place: text.place },
        shown: shown?,
        to: to?,
        credit,
        feedback: feedback?,
        misconception: misconception?.map(|id| id.value),
    })
}

fn print(step: &WrittenStep) -> Vec<String> {
    let own = format!("step {}={}", step.key.value, step.text.0);
    let ways = step.ways.iter().map(|way| {
        let to = way.to.as_ref().map_or("", |to| to.value.as_str());
        format!("way {} {}={}; {to}; {}", step.key.value, way.key, way.text.value, way.credit.share())
    });
    [own].into_iter().chain(ways).collect()
}
