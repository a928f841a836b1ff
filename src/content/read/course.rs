//! A course and its modules.

use domain::course::{Course, Module};
use domain::id::ModuleId;
use domain::sort;

use super::{NOT_FOR_COURSES, Taken, format, language, module, own_id, root};
use crate::desk::{Desk, Read, shown};
use crate::diagnostic::Code;
use crate::markdown;
use crate::project::{Project, Toml};
use crate::shape::{Of, Shape, needed};
use crate::value::{Value, all};

/// `course.toml`.
pub(crate) static COURSE: Shape = Shape::new(
    "course",
    "a course",
    &[&[
        needed("format", Of::Format, "The format of the file."),
        needed("id", Of::Id, "The name of the folder. Progress hangs on it: it holds for good."),
        needed("title", Of::Text, "What the course is called."),
        needed("summary", Of::Text, "What it is about, in one paragraph."),
        needed("language", Of::Language, "The language of the course: `en`."),
        needed("modules", Of::List(&Of::Id, 1), "The folders of its modules, in order."),
    ]],
);

/// Every course, by id.
pub(crate) fn courses(desk: &Desk<'_>, project: &Project<'_>) -> Read<Vec<Course>> {
    let courses: Vec<Read<Course>> =
        project.courses.iter().map(|(folder, file)| course(desk, project, folder, file)).collect();
    all(courses.into_iter())
}

fn course(desk: &Desk<'_>, project: &Project<'_>, folder: &str, file: &Toml<'_>) -> Read<Course> {
    let fields = root(file, desk).table(&COURSE)?;
    let format = format(&fields);
    let id = own_id(&fields, folder, "folder", NOT_FOR_COURSES);
    let title = fields.required("title", Value::plain);
    let summary = fields.required("summary", |value| markdown::line(desk, &value.text()?));
    let language = fields.required("language", language);
    let listed = fields.required("modules", |value| listed(value, project, folder));
    let order = listed.as_deref().unwrap_or_default();
    let of_this_course = project.modules.iter().filter(|((course, _), _)| *course == folder);
    let modules: Vec<Read<Module>> = of_this_course
        .map(|(&(_, name), file)| {
            module::module(desk, project, module::Home { course: folder, name, order }, file)
        })
        .collect();
    let modules = all(modules.into_iter());
    format?;
    language?;
    Ok(Course {
        id: id?,
        title: title?,
        summary: summary?,
        language: fields.language("title"),
        modules: in_order(modules?, &listed?),
    })
}

/// The modules that a course lists; each is a folder with a `module.toml`.
fn listed(value: Value<'_>, project: &Project<'_>, course: &str) -> Read<Vec<ModuleId>> {
    let mut taken = Taken::default();
    let of_this_course = || project.modules.keys().filter(|(of, _)| *of == course).map(|(_, name)| *name);
    let listed: Vec<Read<ModuleId>> = value
        .items()?
        .into_iter()
        .map(|item| {
            let id = item.id::<ModuleId>()?;
            let name = id.value.as_str();
            if !of_this_course().any(|known| known == name) {
                let help = item.desk.meant(id.place, name, of_this_course()).unwrap_or_else(|| {
                    format!("Make the file `courses/{}/{name}/module.toml`.", shown(course)).into()
                });
                return Err(item.error(Code::UnknownModule, format!("There is no module `{name}`."), help));
            }
            taken.take(item.desk, "modules", name, id.place)?;
            Ok(id.value)
        })
        .collect();
    let listed = all(listed.into_iter())?;
    if listed.is_empty() {
        return Err(value.error(
            Code::TooFew,
            "A course needs at least one module.",
            "List the folders of its modules.",
        ));
    }
    Ok(listed)
}

fn in_order(modules: Vec<Module>, listed: &[ModuleId]) -> Vec<Module> {
    let place = |module: &Module| listed.iter().position(|id| *id == module.id);
    let modules: Vec<Module> = modules.into_iter().filter(|module| place(module).is_some()).collect();
    sort::in_order(modules, |one, other| place(one).cmp(&place(other)))
}
