//! A quiz: what it draws, under which conditions it is taken, and what is said of its result.

use domain::conditions::{Conditions, Grade, Navigation};
use domain::course::{Band, Draw, DrawRule, Lesson, Mode, Objective, Quiz};
use domain::id::{BankId, ObjectiveId, QuizId};
use domain::score::Credit;
use domain::time::Millis;

use super::Taken;
use super::module::{former, objective};
use crate::desk::{Read, shown};
use crate::diagnostic::Code;
use crate::markdown;
use crate::names::Sort;
use crate::rules;
use crate::shape::{Of, Shape, may, needed, words_of};
use crate::value::{Fields, Value, all};

/// A quiz of a module.
pub(super) static QUIZ: Shape = Shape::new(
    "quiz",
    "a quiz",
    &[&[
        needed("id", Of::Id, "Its id within the module."),
        needed("title", Of::Text, "What it is called."),
        needed(
            "mode",
            Of::Word(|| words_of(MODES)),
            "`practice`: feedback follows each answer; `assessment`: at the end.",
        ),
        may("pass", Of::Number(0.0, 1.0), "The share of the points that passes."),
        may("tries", Of::Whole(1, 100), "In practice: how often a question can be tried."),
        may(
            "penalty",
            Of::Number(0.0, 1.0),
            "In practice: the share of the points that each wrong try takes.",
        ),
        may("certainty", Of::Boolean, "Whether the learner says with each answer how sure she is."),
        may(
            "navigation",
            Of::Word(|| words_of(NAVIGATIONS)),
            "`sequential`: one after the other; `free`: to any question at any time.",
        ),
        may("attempts", Of::Whole(1, 100), "In an assessment: how often it can be taken."),
        may("grade", Of::Word(|| words_of(GRADES)), "In an assessment: which attempt counts."),
        may("minutes", Of::Whole(1, 600), "The time for it."),
        may("bands", Of::List(&Of::Table(&BAND), 1), "What is said of a result; the first band begins at 0."),
        needed("draw", Of::List(&Of::Table(&DRAW), 1), "What it draws from which bank."),
        may("was", Of::List(&Of::Id, 0), "Former ids: what was answered under them is kept."),
    ]],
);

static BAND: Shape = Shape::new(
    "band",
    "a band",
    &[&[
        needed("from", Of::Number(0.0, 1.0), "From this share of the points on."),
        needed("text", Of::Text, "What is said."),
    ]],
);

static DRAW: Shape = Shape::new(
    "draw",
    "a draw",
    &[&[
        needed("bank", Of::Id, "The bank: the name of a file in `questions`."),
        may("count", Of::Whole(1, MOST_DRAWN), "How many questions."),
        may("objective", Of::Id, "Of this objective alone."),
        may(
            "each_objective",
            Of::Whole(1, MOST_DRAWN),
            "So many questions for every objective of the module.",
        ),
    ]],
);

const MODES: &[(&str, Mode)] = &[("practice", Mode::Practice), ("assessment", Mode::Assessment)];

const NAVIGATIONS: &[(&str, Navigation)] =
    &[("sequential", Navigation::Sequential), ("free", Navigation::Free)];

const GRADES: &[(&str, Grade)] =
    &[("best", Grade::Best), ("last", Grade::Last), ("first", Grade::First), ("average", Grade::Average)];

/// The most questions that one draw can ask for.
const MOST_DRAWN: i64 = 1000;

/// Reads the quizzes of a module with these lessons and objectives.
pub(super) fn quizzes(value: Value<'_>, lessons: &[Lesson], objectives: &[Objective]) -> Read<Vec<Quiz>> {
    let mut taken = Taken::default();
    let quizzes: Vec<Read<Quiz>> = value
        .items()?
        .into_iter()
        .map(|item| {
            let fields = item.table(&QUIZ)?;
            let id = fields.required("id", |value| {
                let id = value.id::<QuizId>()?;
                taken.take(value.desk, "quizzes", id.value.as_str(), id.place)?;
                if lessons.iter().any(|lesson| lesson.id.slug() == id.value.slug()) {
                    let message = format!("A lesson of this module has the id `{}` already.", id.value);
                    let help = "Both have a page in the module; give the quiz another id.";
                    return Err(value.error(Code::DuplicateId, message, help));
                }
                Ok(id.value)
            });
            let title = fields.required("title", Value::plain);
            let mode = fields.required("mode", |value| value.one_of(MODES));
            let pass = fields.optional("pass", |value| value.number(0.0..=1.0));
            let conditions = conditions(&fields);
            let bands = fields.optional("bands", bands);
            let was = fields.optional("was", former);
            let draws = fields.required("draw", |value| draws(value, objectives));
            let (mode, conditions) = (mode?, conditions?);
            rules::conditions::check(&fields, mode, &conditions)?;
            Ok(Quiz {
                id: id?,
                title: title?,
                mode,
                pass: pass?,
                conditions,
                bands: bands?.unwrap_or_default(),
                draws: draws?,
                was: was?.unwrap_or_default(),
            })
        })
        .collect();
    all(quizzes.into_iter())
}

/// How a quiz is taken and marked.
fn conditions(fields: &Fields<'_>) -> Read<Conditions> {
    let small = |value: Value<'_>| value.whole(1..=100).map(|number| u32::try_from(number).unwrap_or(1));
    let tries = fields.optional("tries", small);
    let penalty = fields.optional("penalty", |value| value.number(0.0..=1.0));
    let certainty = fields.optional("certainty", Value::boolean);
    let navigation = fields.optional("navigation", |value| value.one_of(NAVIGATIONS));
    let attempts = fields.optional("attempts", small);
    let grade = fields.optional("grade", |value| value.one_of(GRADES));
    let minutes = fields.optional("minutes", |value| value.whole(1..=600));
    let time =
        minutes?.and_then(|minutes| u64::try_from(minutes).ok()).map(|minutes| Millis(minutes * 60_000));
    Ok(Conditions {
        further_tries: tries?.unwrap_or(1) - 1,
        penalty: Credit::new(penalty?.unwrap_or(0.0)),
        certainty: certainty?.unwrap_or(false),
        navigation: navigation?,
        attempts: attempts?,
        grade: grade?.unwrap_or_default(),
        time,
    })
}

/// What is said of a result.
fn bands(value: Value<'_>) -> Read<Vec<Band>> {
    let bands = value.list(|item| {
        let fields = item.table(&BAND)?;
        let from = fields.required("from", |value| value.number(0.0..=1.0));
        let text = fields.required("text", |value| markdown::line(value.desk, &value.text()?));
        Ok(Band { from: Credit::new(from?), text: text? })
    })?;
    rules::conditions::bands(value, &bands).map(|()| bands)
}

fn draws(value: Value<'_>, objectives: &[Objective]) -> Read<Vec<Draw>> {
    let draws = value.list(|item| draw(item, objectives))?;
    if draws.is_empty() {
        return Err(value.error(
            Code::TooFew,
            "A quiz needs at least one draw.",
            "Add `{ bank = \"…\", count = 5 }`.",
        ));
    }
    rules::draws::check_together(value, &draws, objectives).map(|()| draws)
}

fn draw(value: Value<'_>, objectives: &[Objective]) -> Read<Draw> {
    let fields = value.table(&DRAW)?;
    let bank = fields.required("bank", |value| {
        let id = value.id::<BankId>()?;
        value.desk.resolve(Sort::Bank, id.value.as_str(), id.place)?;
        Ok(id.value)
    });
    let how_many =
        |value: Value<'_>| value.whole(1..=MOST_DRAWN).map(|count| usize::try_from(count).unwrap_or(1));
    let count = fields.optional("count", how_many);
    let objective = fields.optional("objective", objective);
    let each = fields.optional("each_objective", how_many);
    let rule = draw_rule(&fields, count?, objective?, each?);
    let draw = Draw { bank: bank?, rule: rule? };
    rules::draws::check(&fields, &draw, objectives)?;
    Ok(draw)
}

fn draw_rule(
    fields: &Fields<'_>,
    count: Option<usize>,
    objective: Option<ObjectiveId>,
    each: Option<usize>,
) -> Read<DrawRule> {
    match (count, objective, each) {
        (Some(count), None, None) => Ok(DrawRule::Any(count)),
        (Some(count), Some(objective), None) => Ok(DrawRule::Objective(objective, count)),
        (None, None, Some(each)) => Ok(DrawRule::EachObjective(each)),
        (None, Some(objective), None) => {
            let message = format!(
                "The draw does not say how many questions of `{}` it takes.",
                shown(objective.as_str())
            );
            Err(fields.of.error(Code::DrawForm, message, "Add `count = …`."))
        }
        (None, None, None) => {
            let message = "The draw does not say how many questions it takes.";
            Err(fields.of.error(Code::DrawForm, message, "Add `count = …` or `each_objective = …`."))
        }
        (Some(_), _, Some(_)) | (None, Some(_), Some(_)) => {
            let message = "A draw by `each_objective` takes neither `count` nor `objective`.";
            Err(fields.of.error(Code::DrawForm, message, "Make two draws of it, each in its own braces."))
        }
    }
}
