//! A module: its event, its objectives, its lessons, its quizzes.

use std::str::FromStr;

use domain::conditions::{Conditions, Grade, Navigation};
use domain::course::{Band, Draw, DrawRule, Event, Lesson, Mode, Module, Objective, Quiz};
use domain::id::{BankId, ModuleId, NotASlug, ObjectiveId, QuizId};
use domain::score::Credit;
use domain::time::Millis;

use super::{NOT_FOR_MODULES, Taken, format, lesson, own_id, root};
use crate::citation;
use crate::desk::{Desk, Read, shown};
use crate::diagnostic::Code;
use crate::markdown;
use crate::names::Sort;
use crate::project::{Project, Toml};
use crate::rules;
use crate::value::{Fields, Value, all};

const MODULE: &[&str] =
    &["format", "id", "title", "summary", "event", "after", "objectives", "lessons", "quiz", "was"];
const EVENT: &[&str] = &["title", "date", "place", "partners", "source"];
const OBJECTIVE: &[&str] = &["id", "text"];
const QUIZ: &[&str] = &[
    "id",
    "title",
    "mode",
    "pass",
    "tries",
    "penalty",
    "certainty",
    "navigation",
    "attempts",
    "grade",
    "minutes",
    "bands",
    "draw",
    "was",
];
const BAND: &[&str] = &["from", "text"];
const DRAW: &[&str] = &["bank", "count", "objective", "each_objective"];

const MODES: &[(&str, Mode)] = &[("practice", Mode::Practice), ("assessment", Mode::Assessment)];

const NAVIGATIONS: &[(&str, Navigation)] =
    &[("sequential", Navigation::Sequential), ("free", Navigation::Free)];

const GRADES: &[(&str, Grade)] =
    &[("best", Grade::Best), ("last", Grade::Last), ("first", Grade::First), ("average", Grade::Average)];

/// The most questions that one draw can ask for.
const MOST_DRAWN: i64 = 1000;

/// Where a module stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Home<'h> {
    /// The folder of its course.
    pub(crate) course: &'h str,
    /// Its own folder.
    pub(crate) name: &'h str,
    /// The modules of the course in order; empty where the list could not be read.
    pub(crate) order: &'h [ModuleId],
}

/// Reads a module with its lessons.
pub(crate) fn module(
    desk: &Desk<'_>,
    project: &Project<'_>,
    home: Home<'_>,
    file: &Toml<'_>,
) -> Read<Module> {
    let fields = root(file, desk).table("a module", MODULE)?;
    let format = format(&fields);
    let id = own_id(&fields, home.name, "folder", NOT_FOR_MODULES);
    let title = fields.required("title", Value::plain);
    let summary = fields.required("summary", |value| markdown::line(desk, &value.text()?));
    let event = fields.optional("event", event);
    let after = fields.optional("after", |value| value.list(|value| rules::after::check(value, &home)));
    let objectives = fields.required("objectives", |value| objectives(value, file));
    let lessons = fields.required("lessons", |value| lessons(value, project, &home));
    let quizzes = fields.optional("quiz", |value| {
        let ids: &[Lesson] = lessons.as_deref().unwrap_or_default();
        let objectives: &[Objective] = objectives.as_deref().unwrap_or_default();
        quizzes(value, ids, objectives)
    });
    let was = fields.optional("was", former);
    lesson::unlisted(desk, project, &home, &fields);
    if let (Ok(objectives), Ok(lessons), Ok(quizzes)) = (&objectives, &lessons, &quizzes) {
        let quizzes = quizzes.as_deref().unwrap_or_default();
        rules::objectives::check(desk, &fields, objectives, lessons, quizzes);
    }
    format?;
    Ok(Module {
        id: id?,
        language: fields.language("title"),
        title: title?,
        summary: summary?,
        event: event?,
        after: after?.unwrap_or_default(),
        objectives: objectives?,
        lessons: lessons?,
        quizzes: quizzes?.unwrap_or_default(),
        was: was?.unwrap_or_default(),
    })
}

fn event(value: Value<'_>) -> Read<Event> {
    let fields = value.table("an event", EVENT)?;
    let title = fields.required("title", Value::plain);
    let date = fields.required("date", Value::when);
    let place = fields.optional("place", Value::plain);
    let partners = fields.optional("partners", |value| value.words(Value::plain));
    let source = fields.optional("source", citation::read);
    Ok(Event {
        title: title?,
        date: date?,
        place: place?,
        partners: partners?.unwrap_or_default(),
        source: source?,
    })
}

fn objectives(value: Value<'_>, file: &Toml<'_>) -> Read<Vec<Objective>> {
    let objectives = value.list(|item| {
        let fields = item.table("an objective", OBJECTIVE)?;
        let id = fields.required("id", |value| {
            let id = value.id::<ObjectiveId>()?;
            // The first place wins, in this file or in another one.
            let first = value.desk.names.place(Sort::Objective, id.value.as_str());
            if first.is_some_and(|first| first != id.place) {
                let same_file = first.is_some_and(|first| first.file == file.sheet.number);
                let message = format!("There are two objectives `{}`.", id.value);
                let help = if same_file {
                    "Give one of them another id."
                } else {
                    "Another module has it; objectives are unique over all courses. Give one of them another id."
                };
                return Err(value.error(Code::DuplicateId, message, help));
            }
            Ok(id.value)
        });
        let text = fields.required("text", Value::plain);
        Ok(Objective { id: id?, text: text? })
    })?;
    if objectives.is_empty() {
        let help = "Add what a learner can do afterwards, beginning with a verb.";
        return Err(value.error(Code::TooFew, "A module needs at least one objective.", help));
    }
    Ok(objectives)
}

fn lessons(value: Value<'_>, project: &Project<'_>, home: &Home<'_>) -> Read<Vec<Lesson>> {
    let mut taken = Taken::default();
    let lessons: Vec<Read<Lesson>> =
        value.items()?.into_iter().map(|item| lesson::listed(item, project, home, &mut taken)).collect();
    let lessons = all(lessons.into_iter())?;
    if lessons.is_empty() {
        return Err(value.error(
            Code::TooFew,
            "A module needs at least one lesson.",
            "List the files of its lessons.",
        ));
    }
    Ok(lessons)
}

fn quizzes(value: Value<'_>, lessons: &[Lesson], objectives: &[Objective]) -> Read<Vec<Quiz>> {
    let mut taken = Taken::default();
    let quizzes: Vec<Read<Quiz>> = value
        .items()?
        .into_iter()
        .map(|item| {
            let fields = item.table("a quiz", QUIZ)?;
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
        let fields = item.table("a band", BAND)?;
        let from = fields.required("from", |value| value.number(0.0..=1.0));
        let text = fields.required("text", |value| markdown::line(value.desk, &value.text()?));
        Ok(Band { from: Credit::new(from?), text: text? })
    })?;
    rules::conditions::bands(value, &bands).map(|()| bands)
}

/// Former ids of a thing.
pub(crate) fn former<T: FromStr<Err = NotASlug>>(value: Value<'_>) -> Read<Vec<T>> {
    value.list(|value| value.id().map(|id| id.value))
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
    let fields = value.table("a draw", DRAW)?;
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

/// An objective of any module.
pub(crate) fn objective(value: Value<'_>) -> Read<ObjectiveId> {
    let id = value.id::<ObjectiveId>()?;
    value.desk.resolve(Sort::Objective, id.value.as_str(), id.place)?;
    Ok(id.value)
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
