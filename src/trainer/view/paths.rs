//! The files of the project, each with what is to be told of it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::desk::Desk;

/// The files, banks before courses.
pub(super) fn list(desk: Desk) -> impl IntoView {
    let paths = Memo::new(move |_| {
        desk.project.with(|project| project.sheets().map(|(path, _)| path.to_owned()).collect::<Vec<_>>())
    });
    // A keystroke changes what stands beside one file or two of hundreds: only those are told.
    let told: StoredValue<BTreeMap<String, ArcRwSignal<Beside>>> = StoredValue::default();
    Effect::new(move |before: Option<BTreeMap<String, Beside>>| {
        let (before, now) = (before.unwrap_or_default(), beside(desk));
        told.with_value(|told| {
            for path in before.keys().chain(now.keys()).filter(|path| before.get(*path) != now.get(*path)) {
                if let Some(told) = told.get(path) {
                    told.set(now.get(path).copied().unwrap_or_default());
                }
            }
        });
        now
    });
    let file = move |path: String, folder: &'static str, now: &BTreeMap<String, Beside>| {
        let (own, name) = (path.clone(), path.strip_prefix(folder).unwrap_or(&path).to_owned());
        let current = move || desk.open.with(|open| (open.as_ref() == Some(&own)).then_some("true"));
        let beside = ArcRwSignal::new(now.get(&path).copied().unwrap_or_default());
        told.update_value(|told| drop(told.insert(path.clone(), beside.clone())));
        let beside = RwSignal::from(beside);
        let problems = move || beside.get().problems;
        view! {
            <li>
                <button type="button" class="path" aria-current=current on:click=move |_| desk.open_file(&path)>
                    <span>{name}</span>
                    <span class="unsaved" hidden=move || !beside.get().is_unsaved>" unsaved"</span>
                    <span class="count" hidden=move || problems() == 0>
                        " "{problems}<span class="visually-hidden">{move || if problems() == 1 { " problem" } else { " problems" }}</span>
                    </span>
                </button>
            </li>
        }
    };
    let group = move |title: &'static str, folder: &'static str| {
        let all = move || {
            let own = paths.get().into_iter().filter(|path| path.starts_with(folder));
            let now = untrack(|| beside(desk));
            own.map(|path| file(path, folder, &now)).collect_view()
        };
        let is_empty = move || !paths.with(|paths| paths.iter().any(|path| path.starts_with(folder)));
        view! {
            <details open=folder == "questions/" hidden=is_empty>
                <summary>{title}</summary>
                <ul>{all}</ul>
            </details>
        }
    };
    view! {
        <nav class="paths" aria-label="Files">
            {group("Question banks", "questions/")}
            {group("Courses", "courses/")}
        </nav>
    }
}

/// What stands beside the name of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Beside {
    problems: usize,
    is_unsaved: bool,
}

/// What stands beside the names of the files; nothing of most.
fn beside(desk: Desk) -> BTreeMap<String, Beside> {
    let mut all: BTreeMap<String, Beside> = BTreeMap::new();
    desk.project.with(|project| {
        for (path, _) in project.unsaved() {
            all.entry(path.to_owned()).or_default().is_unsaved = true;
        }
    });
    desk.seen.with(|seen| {
        for told in seen.iter().flat_map(|seen| seen.diagnostics()) {
            all.entry(told.file.clone()).or_default().problems += 1;
        }
    });
    all
}
