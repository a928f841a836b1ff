//! The page on which a bank is written: the bar, the files, the editor with its problems, and beside it the player and the overview.

mod overviewed;
mod paths;
mod problems;

use domain::question::Kind;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;

use crate::desk::{Desk, Shown};

/// The whole page.
pub(crate) fn view(desk: Desk) -> impl IntoView {
    let is_empty = Memo::new(move |_| desk.project.with(|project| project.is_empty()));
    view! {
        <div class="trainer">
            <Bar desk is_empty />
            <p class="notice" role="status" hidden=move || desk.notice.with(Option::is_none)>
                {move || desk.notice.get()}
            </p>
            <section class="welcome" aria-labelledby="welcome-title" hidden=move || !is_empty.get()>
                <h2 id="welcome-title">"Open what you write"</h2>
                <p>"Open the folder that has "<code>"courses"</code>" and "<code>"questions"</code>" in it, or single question banks. They are read by your browser and stay on your device: nothing is uploaded."</p>
                <p>"Nothing written yet? Begin with a small course of which nothing is wrong, and change it."</p>
                <p><button type="button" class="button" on:click=move |_| desk.begin_anew()>"Begin with an example"</button></p>
            </section>
            <div class="desk" hidden=move || is_empty.get()>
                {paths::list(desk)}
                <section class="writing" aria-labelledby="open-file">
                    <h2 id="open-file">{move || desk.open.get()}</h2>
                    <div id="editor"></div>
                    <p class="note keys">
                        <kbd>"Tab"</kbd>" leaves the text. "<kbd>"F8"</kbd>" goes to the next problem, "<kbd>"Shift"</kbd>"+"<kbd>"F8"</kbd>" to the one before; "
                        <kbd>"Ctrl"</kbd>"+"<kbd>"."</kbd>" does the quick fix at the cursor, "<kbd>"Ctrl"</kbd>"+"<kbd>"S"</kbd>" saves."
                    </p>
                    {problems::list(desk)}
                </section>
                <aside class="beside" aria-label="Preview and overview">
                    <section aria-labelledby="preview-title">
                        <h2 id="preview-title">"Preview"</h2>
                        <p class="note">{move || under_cursor(desk)}</p>
                        <div id="preview"></div>
                        <p class="earned" role="status">{move || earned(desk)}</p>
                    </section>
                    {overviewed::of_the_bank(desk)}
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
        let Some(list) = input.as_ref().and_then(|input| input.files()) else { return };
        let scripts = desk.scripts.get_value();
        spawn_local(async move {
            match scripts.read_files(&JsValue::from(list)).await {
                Ok(found) => desk.lay_out(found),
                Err(fault) => desk.notice.set(Some(format!("The files could not be read: {fault}."))),
            }
            // The same files can be chosen again.
            if let Some(input) = input {
                input.set_value("");
            }
        });
    };
    let unsaved = Memo::new(move |_| desk.project.with(|project| project.unsaved().count()));
    let kind = RwSignal::new(Kind::SingleChoice);
    let kinds = Kind::ALL
        .iter()
        .map(|kind| view! { <option value=kind.name()>{in_words(*kind)}</option> })
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
            {(!opens_folders).then(|| view! {
                <label class="button file-choice">
                    "Open a folder"
                    {leptos::html::input().r#type("file").attr("webkitdirectory", "").on(leptos::ev::change, chosen)}
                </label>
            })}
            <button type="button" class="button primary" disabled=move || unsaved.get() == 0 on:click=move |_| desk.save()>
                {move || match unsaved.get() {
                    0 => "Nothing to save".to_owned(),
                    1 => "Save 1 file".to_owned(),
                    count => format!("Save {count} files"),
                }}
            </button>
            <span class="insert" hidden=move || is_empty.get()>
                <label for="kind">"New question"</label>
                <select id="kind" on:change=choose>{kinds}</select>
                <button type="button" class="button" on:click=move |_| desk.insert(kind.get_untracked())>"Insert"</button>
            </span>
            <button type="button" class="button quiet" hidden=move || is_empty.get() on:click=move |_| desk.close()>"Close all"</button>
        </div>
    }
}

fn under_cursor(desk: Desk) -> String {
    desk.shown.with(|shown| match shown {
        Some((id, Shown::Now(_))) => format!("The question {id}, as learners get it."),
        Some((id, Shown::Before(_))) => format!("The question {id}, as it was before the mistake in it."),
        Some((id, Shown::Nothing)) => format!("The question {id} cannot be asked yet: mend it first."),
        None => "Put the cursor into a question to try it here.".to_owned(),
    })
}

fn earned(desk: Desk) -> String {
    desk.asked.track();
    let earned = desk.preview().and_then(learner::preview::Preview::earned);
    earned.map_or_else(String::new, |earned| {
        format!("This answer earns {} of the points.", percent(earned.share))
    })
}

fn percent(share: f64) -> String {
    format!("{} %", (share * 100.0 + 1e-7).floor())
}

/// A kind as its name reads: `single choice`.
fn in_words(kind: Kind) -> String {
    kind.name().replace('-', " ")
}
