//! The page on which a cohort is read: the files, how they are looked at, and the report part by part.

use std::sync::Arc;

use analysis::reading::Reading;
use analysis::study::Counting;
use analysis::table::Named;
use analysis::write::html::{Part, ReportMarkup};
use content::diagnostic::Diagnostic;
use leptos::ev;
use leptos::html::input;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use super::desk::{Busy, Desk};
use super::files::chosen;
use super::project::Opened;
use super::under::Under;
use super::written::{PRINTED, written};

/// The whole page.
pub(super) fn view(desk: Desk) -> impl IntoView {
    let is_empty = Memo::new(move |_| desk.reading.with(Option::is_none));
    view! {
        <div class="scores">
            <Given desk is_empty />
            <p class="notice" role="alert" hidden=move || desk.notice.with(Option::is_none)>{move || desk.notice.get()}</p>
            <Choices desk is_empty />
            <div class="found" hidden=move || is_empty.get()>
                <Save desk />
                {move || desk.reading.get().map(|reading| counts(&reading))}
                <Parts desk />
                <div id="part" tabindex="-1">
                    {move || desk.reading.get().map(|reading| written(&desk.part.get().write(reading.told())))}
                </div>
            </div>
        </div>
        <div id=PRINTED class="cohort-report"></div>
    }
}

/// The files: where they are dropped and chosen, and how far they are read.
#[component]
fn Given(desk: Desk, is_empty: Memo<bool>) -> impl IntoView {
    let take = move |event: Event| desk.take(chosen(&event).into());
    let progress = move || match desk.busy.get() {
        Some(Busy::Reading(read, all)) => Some((read, all)),
        Some(Busy::Opening | Busy::Fetching | Busy::Computing) | None => None,
    };
    let bar = move || {
        progress().map(|(read, all)| {
            view! { <progress aria-label="Files read" max=all.to_string() value=read.to_string()></progress> }
        })
    };
    view! {
        <section class="given" aria-labelledby="given-title">
            <h2 id="given-title">"What learners handed in"</h2>
            <p>"Drop results files, backups or folders of them anywhere on this page, or choose them. They are read by your browser and stay on your device: nothing is uploaded."</p>
            <div class="actions">
                <Choose label="Choose files" class="button primary" accept=".json,application/json" take />
                <ChooseFolder label="Choose a folder" take />
                <button type="button" class="button quiet" hidden=move || is_empty.get() on:click=move |_| desk.clear()>"Take all away"</button>
            </div>
            {bar}
            <p class="note" role="status">{move || status(desk)}</p>
            <button type="button" class="button to-report" hidden=move || is_empty.get() on:click=move |_| focus_on("parts")>"Go to the report"</button>
        </section>
    }
}

/// What is being done, or what there is. How far the reading is stands in the bar alone: nobody wants to hear each number.
fn status(desk: Desk) -> String {
    match desk.busy.get() {
        Some(busy) => busy.words(),
        None => {
            desk.reading.with(|reading| reading.as_ref().map_or_else(String::new, |reading| ready(reading)))
        }
    }
}

fn ready(reading: &Reading) -> String {
    let cohort = &reading.cohort;
    let odd = match cohort.faulty() {
        0 => String::new(),
        1 => " 1 file to look at.".to_owned(),
        count => format!(" {count} files to look at."),
    };
    format!("{}, {}.{odd}", counted(cohort.files.len(), "file"), counted(cohort.learners.len(), "learner"))
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// A field for files that looks like a button.
#[component]
fn Choose(
    label: &'static str,
    class: &'static str,
    accept: &'static str,
    take: impl Fn(Event) + 'static,
) -> impl IntoView {
    view! {
        <label class=format!("{class} file-choice")>
            {label}
            <input type="file" multiple accept=accept on:change=take />
        </label>
    }
}

/// A field for a folder that looks like a button.
#[component]
fn ChooseFolder(label: &'static str, take: impl Fn(Event) + 'static) -> impl IntoView {
    // The attribute is older than its standard, so that the macro does not know it.
    let field = input().r#type("file").attr("webkitdirectory", "").on(ev::change, take);
    view! { <label class="button file-choice">{label}{field}</label> }
}

/// How the cohort is looked at.
#[component]
fn Choices(desk: Desk, is_empty: Memo<bool>) -> impl IntoView {
    let attempts = [
        (Counting::First, "The first: nothing was learned from an earlier one"),
        (Counting::Best, "The best"),
        (Counting::Last, "The last"),
    ];
    let attempts = attempts
        .into_iter()
        .map(|(counting, label)| {
            let choose = move |_| {
                desk.counting.set(counting);
                desk.look();
            };
            view! {
                <label class="radio">
                    <input type="radio" name="counting" prop:checked=move || desk.counting.get() == counting on:change=choose />
                    {label}
                </label>
            }
        })
        .collect_view();
    let with_changed = move |event: Event| {
        desk.with_changed.set(event_target_checked(&event));
        desk.look();
    };
    view! {
        <form class="choices" aria-label="How the cohort is read" hidden=move || is_empty.get() on:submit=|event| event.prevent_default()>
            <fieldset>
                <legend>"Whose attempt counts, where there are several"</legend>
                {attempts}
                <label class="radio">
                    <input type="checkbox" prop:checked=move || desk.with_changed.get() on:change=with_changed />
                    "Analyse changed attempts as well"
                </label>
            </fieldset>
            <fieldset>
                <legend>"Texts, keys and objectives"</legend>
                <UnderChoice desk name="course" under=desk.course opened=desk.opened nothing="None: ids in their place" />
                <div class="actions">
                    <ChooseFolder label="Open the folder of a course" take=move |event| desk.open_course(chosen(&event)) />
                </div>
                {move || faults(desk.opened)}
            </fieldset>
            <fieldset>
                <legend>"Mark every attempt again"</legend>
                <UnderChoice desk name="again" under=desk.again opened=desk.corrected nothing="No" />
                <div class="actions">
                    <ChooseFolder label="Open a corrected folder" take=move |event| desk.open_corrected(chosen(&event)) />
                    <Choose label="Open corrected banks" class="button" accept=".toml" take=move |event| desk.open_corrected(chosen(&event)) />
                </div>
                {move || faults(desk.corrected)}
            </fieldset>
        </form>
    }
}

/// Under which course.
#[component]
fn UnderChoice(
    desk: Desk,
    name: &'static str,
    under: RwSignal<Under>,
    opened: RwSignal<Option<Opened>>,
    nothing: &'static str,
) -> impl IntoView {
    let choice = move |value: Under, label: String| {
        let choose = move |_| {
            under.set(value);
            desk.look();
        };
        view! {
            <label class="radio">
                <input type="radio" name=name value=value.name() prop:checked=move || under.get() == value on:change=choose />
                {label}
            </label>
        }
    };
    let folder = move || {
        let usable =
            opened.with(|opened| opened.as_ref().filter(|one| one.state.is_ok()).map(|one| one.name.clone()));
        usable.map(|name| choice(Under::Folder, format!("As in {name}")))
    };
    view! {
        {choice(Under::Nothing, nothing.to_owned())}
        {desk.has_site().then(|| choice(Under::Site, "As published on this site".to_owned()))}
        {folder}
    }
}

/// More mistakes at once help nobody.
const MOST_FAULTS: usize = 20;

/// What is wrong with a folder that was opened.
fn faults(opened: RwSignal<Option<Opened>>) -> Option<impl IntoView> {
    let opened = opened.get()?;
    let faults = opened.state.err()?;
    let all = faults.len();
    let fault = |one: Diagnostic| {
        let place = format!("{}:{}:{}", one.file, one.start.line, one.start.column);
        view! { <li><span class="place">{place}</span>" "{one.message}" "{one.help}</li> }
    };
    let rest = (all > MOST_FAULTS).then(|| format!("And {} more.", all - MOST_FAULTS));
    let shown = faults.into_iter().take(MOST_FAULTS).map(fault).collect_view();
    Some(view! {
        <div class="faults" role="alert">
            <p>{format!("{} has mistakes, so it cannot be used: {}.", opened.name, counted(all, "error"))}</p>
            <ul>{shown}</ul>
            <p>{rest}</p>
        </div>
    })
}

fn counts(reading: &Arc<Reading>) -> impl IntoView + use<> {
    written(&ReportMarkup::counts(reading.told()))
}

/// The parts of the report.
#[component]
fn Parts(desk: Desk) -> impl IntoView {
    let parts = Memo::new(move |_| {
        desk.reading.with(|reading| {
            let told = reading.as_ref().map(|reading| reading.told());
            told.map_or_else(Vec::new, |told| {
                Part::all(told).into_iter().map(|part| (part, part.title(told))).collect::<Vec<_>>()
            })
        })
    });
    let item = move |(part, title): (Part, String)| {
        let current = move || (desk.part.get() == part).then_some("true");
        let show = move |_| {
            desk.part.set(part);
            focus_on("part");
        };
        view! { <li><button type="button" class="button" aria-current=current on:click=show>{title}</button></li> }
    };
    view! {
        <nav id="parts" class="parts" tabindex="-1" aria-label="Parts of the report">
            <ul>{move || parts.get().into_iter().map(item).collect_view()}</ul>
        </nav>
    }
}

/// Moves the focus to this element once it is there, so that reading goes on with it.
fn focus_on(id: &'static str) {
    request_animation_frame(move || {
        let place = document().get_element_by_id(id).and_then(|place| place.dyn_into::<HtmlElement>().ok());
        if let Some(place) = place {
            let _ = place.focus();
        }
    });
}

/// What is taken away from here.
#[component]
fn Save(desk: Desk) -> impl IntoView {
    let table = RwSignal::new(Named::Gradebook);
    let is_again = Memo::new(move |_| {
        desk.reading.with(|reading| reading.as_ref().is_some_and(|reading| reading.again.is_some()))
    });
    let is_there = move |table: Named| is_again.get() || !table.is_of_marking_again();
    // A table of marking again goes with that.
    let chosen =
        Memo::new(move |_| Some(table.get()).filter(|table| is_there(*table)).unwrap_or(Named::Gradebook));
    let tables = move || {
        let option = |named: Named| {
            view! { <option value=named.name() prop:selected=move || chosen.get() == named>{named.about()}</option> }
        };
        Named::ALL.into_iter().filter(|table| is_there(*table)).map(option).collect_view()
    };
    let choose = move |event: Event| {
        if let Ok(named) = event_target_value(&event).parse() {
            table.set(named);
        }
    };
    let print = move |_| drop(window().print());
    view! {
        <section class="save" aria-labelledby="save-title">
            <h2 id="save-title">"Take it with you"</h2>
            <div class="row">
                <label for="table">"Table"</label>
                <select id="table" on:change=choose>{tables}</select>
                <button type="button" class="button" on:click=move |_| desk.save_table(chosen.get_untracked())>"Save as CSV"</button>
            </div>
            <div class="row">
                <button type="button" class="button" on:click=move |_| desk.save_figures()>"Save every figure as JSON"</button>
                <button type="button" class="button" on:click=move |_| desk.save_report()>"Save the report"</button>
                <button type="button" class="button" on:click=print>"Print the report"</button>
            </div>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use analysis::file::open;
    use analysis::reading;
    use analysis::study::Settings;
    use domain::time::Timestamp;

    use super::super::site::Offer;
    use super::*;

    /// The page as text, with a cohort of these files.
    fn shown(files: &[(&str, &str)]) -> String {
        Owner::new().with(|| {
            let desk = Desk::new(Offer::default());
            if !files.is_empty() {
                let files = files.iter().map(|(name, text)| open(name, text.as_bytes())).collect();
                let reading = reading::read(files, None, None, Settings::default(), Timestamp(0));
                desk.reading.set(Some(Arc::new(reading)));
            }
            view(desk).to_html()
        })
    }

    #[test]
    fn a_page_without_files_offers_to_take_some_and_nothing_else() {
        let page = shown(&[]);
        assert!(page.contains("nothing is uploaded") && page.contains("webkitdirectory"), "{page}");
        for hidden in ["<form aria-label=\"How the cohort is read\" hidden", "<div hidden class=\"found\""] {
            assert!(page.contains(hidden), "{page}");
        }
        assert!(!page.contains("As published on this site"), "no site was offered: {page}");
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_reason_and_is_no_markup() {
        let page = shown(&[("<b>.json", "{}"), ("empty.json", "")]);
        assert!(page.contains("2 files, 0 learners. 2 files to look at."), "{page}");
        assert!(page.contains("&lt;b&gt;.json") && !page.contains("<b>"), "{page}");
        assert!(page.contains("it is neither a results file nor a backup of Plenary"), "{page}");
        assert!(page.contains("it is empty"), "{page}");
    }
}
