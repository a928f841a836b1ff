//! What is wrong, as a list below the text: each problem with its place, what to do, and the button that does it.

use std::rc::Rc;

use content::diagnostic::{Diagnostic, Severity};
use domain::sort::in_order;
use leptos::prelude::*;

use crate::desk::{Desk, Seen};

/// More problems at once help nobody; the rest comes when these are mended.
const MOST_SHOWN: usize = 50;

/// The list of problems.
pub(super) fn list(desk: Desk) -> impl IntoView {
    // The number of each, by which it is mended; those of the open file first, and errors before warnings.
    let told = move || -> Vec<(usize, Diagnostic)> {
        let Some(seen): Option<Rc<Seen>> = desk.seen.get() else { return Vec::new() };
        let open = desk.open.get();
        let rank = |one: &Diagnostic| (Some(&one.file) != open.as_ref(), one.severity == Severity::Warning);
        let order = in_order(seen.diagnostics().enumerate().collect(), |(_, one), (_, other)| {
            rank(one).cmp(&rank(other))
        });
        order.into_iter().take(MOST_SHOWN).map(|(number, one)| (number, one.clone())).collect()
    };
    let shown = Memo::new(move |_| told());
    let count =
        Memo::new(move |_| desk.seen.with(|seen| seen.as_ref().map_or(0, |seen| seen.diagnostics().count())));
    let errors = Memo::new(move |_| {
        desk.seen.with(|seen| {
            let all = seen.iter().flat_map(|seen| seen.diagnostics());
            all.filter(|one| one.severity == Severity::Error).count()
        })
    });
    let title = move || match (errors.get(), count.get() - errors.get()) {
        (0, 0) => "No problems".to_owned(),
        (errors, 0) => counted(errors, "error"),
        (0, warnings) => counted(warnings, "warning"),
        (errors, warnings) => format!("{}, {}", counted(errors, "error"), counted(warnings, "warning")),
    };
    let more = move || {
        let more = count.get().saturating_sub(MOST_SHOWN);
        (more > 0).then(|| format!("And {more} more."))
    };
    let items = move || shown.get().into_iter().map(|(number, one)| item(desk, number, one)).collect_view();
    view! {
        <section class="problems" aria-labelledby="problems-title">
            <div class="bar">
                <h2 id="problems-title">{title}</h2>
                <p class="visually-hidden" role="status">{title}</p>
                <button type="button" class="button quiet" on:click=move |_| desk.go_on(true) hidden=move || count.get() == 0>
                    "Next problem"
                </button>
            </div>
            <ol>{items}</ol>
            <p class="note">{more}</p>
        </section>
    }
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

fn item(desk: Desk, number: usize, one: Diagnostic) -> impl IntoView {
    let place = format!("{}:{}:{}", one.file, one.start.line, one.start.column);
    let class = format!("problem {}", one.severity.as_str());
    let label = format!("{}[{}]", one.severity.as_str(), one.code);
    let fix = one.fix.clone().map(|fix| {
        view! { <button type="button" class="button" on:click=move |_| desk.apply_fix(number)>{fix.title}</button> }
    });
    let (message, help) = (one.message.clone(), one.help.clone());
    view! {
        <li class=class>
            <p><span class="code">{label}</span>" "{message}</p>
            <p class="note">{help}</p>
            <p class="ways">
                <button type="button" class="where" on:click=move |_| desk.go_to(&one)>{place}</button>
                {fix}
            </p>
        </li>
    }
}
