//! A module: its event, its objectives, its lessons.

use std::str::FromStr;

use domain::course::{Event, Lesson, Module, Objective};
use domain::id::{ModuleId, NotASlug, ObjectiveId};

use super::{NOT_FOR_MODULES, Taken, format, lesson, own_id, quiz, root};
use crate::allow;
use crate::citation;
use crate::desk::{Desk, Read};
use crate::diagnostic::Code;
use crate::markdown;
use crate::names::Sort;
use crate::project::{Project, Toml};
use crate::rules;
use crate::shape::{Of, Shape, may, needed};
use crate::value::{Value, all};

/// `module.toml`.
pub(crate) static MODULE: Shape = Shape::new(
    "module",
    "a module",
    &[&[
        needed("format", Of::Format, "The format of the file."),
        needed("id", Of::Id, "The name of the folder. Progress hangs on it: it holds for good."),
        needed("title", Of::Text, "What the module is called."),
        needed("summary", Of::Text, "What it is about, in one paragraph."),
        may("event", Of::Table(&EVENT), "The event that the module was built from."),
        may(
            "after",
            Of::List(&Of::Id, 0),
            "Modules to take before this one; they stand earlier in the course.",
        ),
        needed("objectives", Of::List(&Of::Table(&OBJECTIVE), 1), "What a learner can do afterwards."),
        needed("lessons", Of::List(&Of::Text, 1), "The files of its lessons, in order: `first-lesson.md`."),
        may("quiz", Of::List(&Of::Table(&quiz::QUIZ), 0), "Its quizzes."),
        may("was", Of::List(&Of::Id, 0), "Former ids: what was answered under them is kept."),
    ]],
);

static EVENT: Shape = Shape::new(
    "event",
    "an event",
    &[&[
        needed("title", Of::Text, "What the event was called."),
        needed("date", Of::When, "When it was: a day, or a year."),
        may("place", Of::Text, "Where it was."),
        may("partners", Of::List(&Of::Text, 0), "Who held it together with others."),
        may("source", Of::Citation, "Where it is reported: `source-id:place`."),
    ]],
);

static OBJECTIVE: Shape = Shape::new(
    "objective",
    "an objective",
    &[&[
        needed("id", Of::Id, "Unique over all courses. Progress hangs on it: it holds for good."),
        needed("text", Of::Text, "What a learner can do afterwards, beginning with a verb."),
        may(
            "allow",
            allow::ON_OBJECTIVE,
            "Warnings about this objective that are not to be given, each with a reason.",
        ),
    ]],
);

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
    let fields = root(file, desk).table(&MODULE)?;
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
        quiz::quizzes(value, ids, objectives)
    });
    let was = fields.optional("was", former);
    lesson::unlisted(desk, project, &home, &fields);
    let kept = match (&objectives, &lessons, &quizzes) {
        (Ok(objectives), Ok(lessons), Ok(quizzes)) => {
            let quizzes = quizzes.as_deref().unwrap_or_default();
            rules::objectives::check(desk, &fields, objectives, lessons, quizzes)
        }
        (Err(reported), _, _) | (_, Err(reported), _) | (_, _, Err(reported)) => Err(*reported),
    };
    format?;
    kept?;
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
    let fields = value.table(&EVENT)?;
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
        let fields = item.table(&OBJECTIVE)?;
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

/// Former ids of a thing.
pub(crate) fn former<T: FromStr<Err = NotASlug>>(value: Value<'_>) -> Read<Vec<T>> {
    value.list(|value| value.id().map(|id| id.value))
}

/// An objective of any module.
pub(crate) fn objective(value: Value<'_>) -> Read<ObjectiveId> {
    let id = value.id::<ObjectiveId>()?;
    value.desk.resolve(Sort::Objective, id.value.as_str(), id.place)?;
    Ok(id.value)
}
