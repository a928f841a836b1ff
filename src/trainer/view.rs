//! The page on which a bank is written: the bar, the files, the editor with its problems, and beside it the player and the overview.

use content::diagnostic::{Diagnostic, Severity};
use domain::question::Kind;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;

use crate::desk::Desk;
use crate::overview::{Overview, overview};

/// The whole page.
pub(crate) fn view(desk: Desk) -> impl IntoView {
    let is_empty = Memo::new(move |_| desk.project.with(|project| project.is_empty()));
    view! {
        <div class="trainer">
            <Bar desk is_empty />
            <p class="notice" role="status" hidden=move || desk.notice.with(Option::is_none)>
                {move || desk.notice.get()}
            </p>
            <div class="welcome" hidden=move || !is_empty.get()>
                <p>"Open the folder of a project, or single files. They are read by your browser and stay on your device: nothing is uploaded."</p>
                <p>"Nothing written yet? "<button type="button" class="button" on:click=move |_| desk.begin_anew()>"Begin with an example"</button></p>
            </div>
            <div class="desk" hidden=move || is_empty.get()>
                <Paths desk />
                <section class="writing" aria-label="Text">
                    <h2 class="open-file">{move || desk.open.get()}</h2>
                    <div id="editor"></div>
                    <Problems desk />
                </section>
                <aside class="beside" aria-label="Preview and overview">
                    <section aria-labelledby="preview-title">
                        <h2 id="preview-title">"Preview"</h2>
                        <p class="note">{move || under_cursor(desk)}</p>
                        <div id="preview"></div>
                        <p class="earned" role="status">{move || earned(desk)}</p>
                    </section>
                    <Overviewed desk />
                </aside>
            </div>
        </div>
    }
}

#[component]
fn Bar(desk: Desk, is_empty: Memo<bool>) -> impl IntoView {
    let scripts = desk.scripts.get_value();
    let opens_folders = scripts.opens_folders();
    let open_folder = move |_| {
        let scripts = desk.scripts.get_value();
        spawn_local(async move {
            match scripts.open_folder().await {
                Ok(Some(found)) => desk.lay_out(found),
                Ok(None) => {}
                Err(fault) => desk.notice.set(Some(format!("The folder could not be opened: {fault}."))),
            }
        });
    };
    let chosen = move |event: web_sys::Event| {
        let input: Option<HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
        let Some(list) = input.and_then(|input| input.files()) else { return };
        let scripts = desk.scripts.get_value();
        spawn_local(async move {
            match scripts.read_files(&JsValue::from(list)).await {
                Ok(found) => desk.lay_out(found),
                Err(fault) => desk.notice.set(Some(format!("The files could not be read: {fault}."))),
            }
        });
    };
    let unsaved = Memo::new(move |_| desk.project.with(|project| project.unsaved().count()));
    let kind = RwSignal::new(Kind::SingleChoice);
    let kinds = Kind::ALL
        .iter()
        .map(|kind| view! { <option value=kind.name()>{kind.name().replace('-', " ")}</option> })
        .collect_view();
    let choose = move |event| {
        let name = event_target_value(&event);
        if let Some(chosen) = Kind::ALL.iter().find(|kind| kind.name() == name) {
            kind.set(*chosen);
        }
    };
    view! {
        <div class="bar" role="toolbar" aria-label="Project">
            {opens_folders.then(|| view! { <button type="button" class="button" on:click=open_folder>"Open a folder"</button> })}
            <label class="button file-choice">
                "Open files"
                <input type="file" multiple accept=".toml,.md" on:change=chosen />
            </label>
            <button type="button" class="button primary" disabled=move || unsaved.get() == 0 on:click=move |_| desk.save()>
                {move || match unsaved.get() {
                    0 => "Saved".to_owned(),
                    1 => "Save 1 file".to_owned(),
                    count => format!("Save {count} files"),
                }}
            </button>
            <span class="insert" hidden=move || is_empty.get()>
                <label for="kind">"New question"</label>
                <select id="kind" on:change=choose>{kinds}</select>
                <button type="button" class="button" on:click=move |_| desk.insert(kind.get_untracked())>"Insert"</button>
            </span>
        </div>
    }
}

#[component]
fn Paths(desk: Desk) -> impl IntoView {
    let files = move || {
        let counts = desk.checked.with(|seen| {
            let all = seen.as_ref().map(|seen| seen.checked.diagnostics.clone()).unwrap_or_default();
            all.into_iter().map(|one| one.file).collect::<Vec<_>>()
        });
        desk.project.with(|project| {
            let file = |(path, sheet): (&str, &crate::project::Sheet)| {
                let (own, shown) = (path.to_owned(), path.to_owned());
                let current = {
                    let own = own.clone();
                    move || desk.open.with(|open| (open.as_ref() == Some(&own)).then_some("true"))
                };
                let problems = counts.iter().filter(|file| *file == path).count();
                let unsaved = sheet.is_unsaved().then(|| view! { <span class="unsaved">" unsaved"</span> });
                let problems = (problems > 0).then(|| view! { <span class="count">{format!(" {problems}")}<span class="visually-hidden">" problems"</span></span> });
                view! {
                    <li>
                        <button type="button" class="path" aria-current=current on:click=move |_| desk.open_file(&own)>
                            {shown}{unsaved}{problems}
                        </button>
                    </li>
                }
            };
            project.sheets().map(file).collect_view()
        })
    };
    view! { <nav class="paths" aria-label="Files"><ul>{files}</ul></nav> }
}

#[component]
fn Problems(desk: Desk) -> impl IntoView {
    let all = move || -> Vec<(usize, Diagnostic)> {
        let all = desk.checked.with(|seen| seen.as_ref().map(|seen| seen.checked.diagnostics.clone()));
        all.unwrap_or_default().into_iter().enumerate().collect()
    };
    let own = move || {
        let open = desk.open.get();
        let mut own = all();
        // The open file first; then errors before warnings.
        own.sort_by_key(|(_, one)| (Some(&one.file) != open.as_ref(), one.severity == Severity::Warning));
        own
    };
    let title = move || match all().len() {
        0 => "No problems".to_owned(),
        1 => "1 problem".to_owned(),
        count => format!("{count} problems"),
    };
    let next = move |_| {
        if let Some((_, first)) = own().into_iter().next() {
            desk.go_to(&first);
        }
    };
    let items = move || {
        let item = |(number, one): (usize, Diagnostic)| {
            let place = format!("{}:{}:{}", one.file, one.start.line, one.start.column);
            let class = format!("problem {}", one.severity.as_str());
            let label = format!("{}[{}]", one.severity.as_str(), one.code);
            let fix = one.fix.clone().map(|fix| {
                view! { <button type="button" class="button" on:click=move |_| desk.apply_fix(number)>{fix.title}</button> }
            });
            let (message, help) = (one.message.clone(), one.help.clone());
            view! {
                <li class=class>
                    <button type="button" class="where" on:click=move |_| desk.go_to(&one)>{place}</button>
                    <p><span class="code">{label}</span>" "{message}</p>
                    <p class="note">{help}</p>
                    {fix}
                </li>
            }
        };
        own().into_iter().take(MOST_SHOWN).map(item).collect_view()
    };
    view! {
        <section class="problems" aria-labelledby="problems-title">
            <h2 id="problems-title" role="status">{title}</h2>
            <button type="button" class="button quiet" on:click=next hidden=move || all().is_empty()>"Go to the first"</button>
            <ol>{items}</ol>
        </section>
    }
}

/// More problems at once help nobody; the rest comes when these are mended.
const MOST_SHOWN: usize = 100;

#[component]
fn Overviewed(desk: Desk) -> impl IntoView {
    let seen = move || {
        desk.checked.track();
        desk.open.track();
        let catalogue = desk.checked.with(|seen| seen.as_ref().and_then(|seen| seen.catalogue.clone()))?;
        desk.in_bank(|bank| overview(bank, &catalogue))
    };
    view! { {move || seen().map(table)} }
}

fn table(overview: Overview) -> impl IntoView {
    let Overview { kinds, objectives, positions } = overview;
    let heads = kinds
        .iter()
        .map(|kind| view! { <th scope="col">{kind.name().replace('-', " ")}</th> })
        .collect_view();
    let rows = objectives
        .into_iter()
        .map(|row| {
            let whole = row.questions();
            let counts = row.kinds.iter().map(|count| view! { <td>{shown(*count)}</td> }).collect_view();
            let [recall, apply, analyse] = row.levels.map(shown);
            let drawn = if row.is_drawn { "" } else { "no quiz draws from it" };
            view! {
                <tr>
                    <th scope="row"><span title=row.text>{row.objective.to_string()}</span>" "<span class="note">{drawn}</span></th>
                    <td>{whole}</td><td>{recall}</td><td>{apply}</td><td>{analyse}</td>
                    {counts}
                </tr>
            }
        })
        .collect_view();
    let positions = (!positions.is_empty()).then(|| {
        let counts: Vec<String> = positions.iter().enumerate().map(|(place, count)| format!("{}: {count}", place + 1)).collect();
        view! { <p class="note">{format!("Where the keys of single choices stand — {}.", counts.join(", "))}</p> }
    });
    view! {
        <section class="overview" aria-labelledby="overview-title">
            <h2 id="overview-title">"Overview"</h2>
            <div class="scrolls" tabindex="0" role="region" aria-labelledby="overview-title">
                <table>
                    <thead><tr>
                        <th scope="col">"Objective"</th><th scope="col">"Questions"</th>
                        <th scope="col">"Recall"</th><th scope="col">"Apply"</th><th scope="col">"Analyse"</th>
                        {heads}
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {positions}
        </section>
    }
}

/// A count in a table, where nothing is shown as a dot.
fn shown(count: usize) -> String {
    if count == 0 { "·".to_owned() } else { count.to_string() }
}

fn under_cursor(desk: Desk) -> String {
    match desk.under_cursor.get() {
        Some(id) => format!("The question `{id}`, as learners get it."),
        None => "Put the cursor into a question to try it here.".to_owned(),
    }
}

fn earned(desk: Desk) -> String {
    desk.checked.track();
    let earned = desk.preview().and_then(learner::preview::Preview::earned);
    earned.map_or_else(String::new, |earned| {
        format!("This answer earns {} of the points.", percent(earned.share))
    })
}

fn percent(share: f64) -> String {
    format!("{} %", (share * 100.0 + 1e-7).floor())
}
