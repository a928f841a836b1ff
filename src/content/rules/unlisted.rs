//! A learner sees what is listed: lessons in `module.toml`, modules in `course.toml`. A file that no list names, or that stands where
//! Plenary does not look, is shown to nobody.

use crate::desk::Desk;
use crate::diagnostic::Code;
use crate::project::{Page, Project};
use crate::syntax::tree::Node;

/// A lesson that its module does not list.
pub(crate) fn lesson(desk: &Desk<'_>, page: &Page<'_>, name: &str) {
    let message = format!("The lesson `{name}` is not listed in its module.");
    let help = format!("Add `\"{name}.md\"` to `lessons` in `module.toml`.");
    desk.faults.warning(Code::UnlistedLesson, page.sheet.top(), message, help);
}

/// Modules that their course does not list, lessons without a module, files that belong nowhere.
pub(crate) fn check(desk: &Desk<'_>, project: &Project<'_>) {
    for (&(course, name), file) in &project.modules {
        let Some(list) = project.courses.get(course).filter(|course| course.complete) else {
            if !project.courses.contains_key(course) {
                let message =
                    format!("The folder of this module's course has no `course.toml`: `courses/{course}`.");
                desk.faults.warning(Code::StrayFile, file.sheet.top(), message, "Write its `course.toml`.");
            }
            continue;
        };
        if !list.root.list("modules").iter().filter_map(Node::as_text).any(|listed| listed == name) {
            let message = format!("The module `{name}` is not listed in its course.");
            let help = format!("Add `\"{name}\"` to `modules` in `course.toml`.");
            desk.faults.warning(Code::UnlistedModule, file.sheet.top(), message, help);
        }
    }
    for (&(course, module, _), page) in &project.lessons {
        if !project.modules.contains_key(&(course, module)) {
            let message =
                format!("The folder of this lesson has no `module.toml`: `courses/{course}/{module}`.");
            desk.faults.warning(Code::StrayFile, page.sheet.top(), message, "Write its `module.toml`.");
        }
    }
    for sheet in &project.strays {
        let message = "Plenary does not look for a file here.";
        let help = "Lessons stand in the folder of a module, banks in `questions`; take the file away if it is neither.";
        desk.faults.warning(Code::StrayFile, sheet.top(), message, help);
    }
}
