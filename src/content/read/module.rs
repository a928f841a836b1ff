//! A module: its event, its objectives, its lessons.

use std::str::FromStr;

use domain::course::{Event, Lesson, Module, Objective};
use domain::id::{ModuleId, NotASlug, ObjectiveId};

use super::{NOT_FOR_MODULES, Taken, format, lesson, own_id, quiz, root};
use crate::citation;
use crate::desk::{Desk, Read};
use crate::diagnostic::Code;
use crate::markdown;
use crate::names::Sort;
use crate::project::{Project, Toml};
use crate::rules;
use crate::value::{Value, all};

const MODULE: &[&str] =
    &["format", "id", "title", "summary", "event", "after", "objectives", "lessons", "quiz", "was"];
const EVENT: &[&str] = &["title", "date", "place", "partners", "source"];
const OBJECTIVE: &[&str] = &["id", "text"];

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
        quiz::quizzes(value, ids, objectives)
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
