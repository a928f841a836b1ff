//! The results file, and the name that stands in it.

use domain::id::CourseId;
use leptos::prelude::*;
use results::{Head, Which, Written};
use texts::fill;

use super::texts::texts;
use crate::app::App;
use crate::browser;
use crate::part::element::{classed, el};
use crate::storage;

/// The longest name that is kept, in characters.
const LONGEST_NAME: usize = 100;

/// The file of finished attempts at the quizzes of a course.
pub(super) fn file(app: App, course: &CourseId, which: Which) -> Written {
    let head = Head {
        course: course.clone(),
        learner: storage::settings().name,
        made: browser::now(),
        language: browser::language(),
    };
    results::write(&head, &results::entries_of(app.backup().texts(), course, which))
}

/// Gives the file to the learner, and says so.
pub(super) fn save(app: App, course: &CourseId, which: Which) {
    let name = format!("plenary-results-{course}-{}.json", browser::today());
    if browser::save_file(&name, &file(app, course, which).text, browser::JSON).is_some() {
        browser::say(&fill(texts().saved_results, &[("name", &name)]));
    }
}

/// The field for the learner's name; `name` follows what she types.
pub(super) fn name_field(name: RwSignal<String>) -> AnyView {
    let field = el("input")
        .attr("id", "learner")
        .attr("type", "text")
        .attr("autocomplete", "name")
        .attr("maxlength", &LONGEST_NAME.to_string())
        .attr("aria-describedby", "learner-where")
        .value(&name.get_untracked())
        .on_value(move |typed| {
            let typed: String = typed.trim().chars().take(LONGEST_NAME).collect();
            storage::change_settings(|settings| settings.name.clone_from(&typed));
            name.set(typed);
        });
    classed("div", "field name-field")
        .child(el("label").attr("for", "learner").child(texts().your_name))
        .child(field)
        .child(classed("p", "note").attr("id", "learner-where").child(texts().your_name_where))
        .view()
}
