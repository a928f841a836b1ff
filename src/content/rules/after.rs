//! The order of `modules` in `course.toml` is the one in which they are best taken. What `after` names must come
//! earlier in it, so that nobody is sent in a circle.

use domain::id::ModuleId;

use crate::desk::Read;
use crate::diagnostic::Code;
use crate::read::module::Home;
use crate::value::Value;

/// One entry of `after`.
pub(crate) fn check(value: Value<'_>, home: &Home<'_>) -> Read<ModuleId> {
    let id = value.id::<ModuleId>()?.value;
    let place = |name: &str| home.order.iter().position(|module| module.as_str() == name);
    // A module that no list names has no place in the order.
    let Some(own) = place(home.name) else { return Ok(id) };
    match place(id.as_str()) {
        Some(other) if other < own => Ok(id),
        Some(other) if other == own => {
            let message = "A module cannot come after itself.";
            Err(value.error(Code::After, message, "Name the modules that a learner takes first."))
        }
        Some(_) => {
            let message = format!("The module `{id}` stands later in the course than this one.");
            Err(value.error(
                Code::After,
                message,
                "Change the order of `modules` in `course.toml`, or take it away here.",
            ))
        }
        None => {
            let known = home.order.iter().map(ModuleId::as_str);
            let help = value.desk.meant(value.place(), id.as_str(), known);
            let help = help.unwrap_or_else(|| "Write the folder of a module of the same course.".into());
            Err(value.error(Code::UnknownModule, format!("The course has no module `{id}`."), help))
        }
    }
}
