//! A lesson: its front matter and its text.

use std::rc::Rc;

use domain::course::Lesson;
use domain::id::LessonId;

use super::{Taken, module::Home, module::objective};
use crate::advice::Advice;
use crate::desk::{Desk, Read, shown};
use crate::diagnostic::Code;
use crate::markdown::{self, Form};
use crate::project::{Page, Project};
use crate::rules;
use crate::shape::{Of, Shape, may, needed};
use crate::text::Text;
use crate::value::{Fields, Value, slug};

/// The front matter of a lesson.
pub(crate) static LESSON: Shape = Shape::new(
    "lesson",
    "a lesson",
    &[&[
        needed("title", Of::Text, "What the lesson is called."),
        needed("objectives", Of::List(&Of::Id, 0), "The objectives that it serves."),
        may("was", Of::List(&Of::Id, 0), "Former ids: what was read under them is kept."),
    ]],
);

/// A lesson that a module lists by the name of its file.
pub(super) fn listed(
    value: Value<'_>,
    project: &Project<'_>,
    home: &Home<'_>,
    taken: &mut Taken,
) -> Read<Lesson> {
    let file = value.written()?.value;
    let (folder, known) = (format!("courses/{}/{}", home.course, home.name), || of_module(project, home));
    let Some(name) = file.strip_suffix(".md") else {
        let help = match known().find(|name| *name == file) {
            Some(name) => {
                let mend = value.desk.exchange(
                    value.place(),
                    file,
                    &format!("{name}.md"),
                    format!("Write `{name}.md`"),
                );
                Advice::from(format!("Write `{name}.md`.")).with(mend)
            }
            None => "A lesson is listed with the whole name of its file: `first-lesson.md`.".into(),
        };
        let message = format!("`{}` is not the name of a lesson's file.", shown(file));
        return Err(value.error(Code::UnknownLesson, message, help));
    };
    let Some(page) = project.lessons.get(&(home.course, home.name, name)) else {
        let help = match value.desk.suggest(name, known()) {
            Some(near) => {
                let mend = if near.alone { value.desk.rename(value.place(), name, near.name) } else { None };
                Advice::from(format!("Did you mean `{}.md`?", near.name)).with(mend)
            }
            None => format!("Make the file `{}/{}.md`.", shown(&folder), shown(name)).into(),
        };
        return Err(value.error(Code::UnknownLesson, format!("There is no lesson `{}`.", shown(file)), help));
    };
    let id: Read<LessonId> = slug(value.desk, name, value.place());
    taken.take(value.desk, "lessons", name, value.place())?;
    Rc::unwrap_or_clone(remembered(value.desk, &id?, page, home))
}

/// Checks the lessons that no list names, and tells of them.
pub(super) fn unlisted(desk: &Desk<'_>, project: &Project<'_>, home: &Home<'_>, module: &Fields<'_>) {
    // Where the list cannot be read, nobody knows which lesson is missing from it.
    let Some(list) = module.value("lessons").and_then(|value| value.items().ok()) else { return };
    for name in of_module(project, home) {
        let is_listed = list
            .iter()
            .any(|item| item.node.as_text().is_some_and(|file| file.strip_suffix(".md") == Some(name)));
        let page = project.lessons.get(&(home.course, home.name, name));
        if let (false, Some(page)) = (is_listed, page) {
            rules::unlisted::lesson(desk, page, name);
            if let Ok(id) = slug(desk, name, page.sheet.top()) {
                // Only its faults are wanted.
                let _ = remembered(desk, &id, page, home);
            }
        }
    }
}

fn of_module<'p>(project: &'p Project<'_>, home: &Home<'_>) -> impl Iterator<Item = &'p str> {
    let (course, module) = (home.course.to_owned(), home.name.to_owned());
    let own = project.lessons.keys().filter(move |(of, in_module, _)| *of == course && *in_module == module);
    own.map(|(_, _, name)| *name)
}

/// A lesson, or what it was read as before: it hangs on its own text and on names.
fn remembered(desk: &Desk<'_>, id: &LessonId, page: &Page<'_>, home: &Home<'_>) -> Rc<Read<Lesson>> {
    let slot = page.known.as_deref().map(|known| &known.read);
    desk.remember(slot, desk.under(), Some(page.sheet.all()), || lesson(desk, id.clone(), page, home))
}

fn lesson(desk: &Desk<'_>, id: LessonId, page: &Page<'_>, home: &Home<'_>) -> Read<Lesson> {
    let stretch = page.body.clone();
    let body = page.sheet.slice(stretch.clone());
    let text = Text::new(body, page.sheet.place(stretch), body);
    let front = page.front.as_ref().map_err(|reported| *reported);
    let written = if let (true, Err(reported)) = (body.trim().is_empty(), front) {
        Err(reported)
    } else if body.trim().is_empty() {
        let help = "Write what there is to read below the second `+++`.";
        Err(desk.faults.error(Code::EmptyText, page.sheet.top(), "The lesson has no text.", help))
    } else {
        markdown::write(desk, &text, Form::Lesson(home.course, home.name))
    };
    let fields = Value { node: front?, desk }.table(&LESSON)?;
    let title = fields.required("title", Value::plain);
    let objectives = fields.required("objectives", |value| value.list(objective));
    let was = fields.optional("was", super::module::former);
    let written = written?;
    Ok(Lesson {
        id,
        language: fields.language("title"),
        title: title?,
        objectives: objectives?,
        words: written.words,
        body: written.html,
        was: was?.unwrap_or_default(),
    })
}
