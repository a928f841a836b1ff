//! `/your-data/`: what is stored on the device, how safe it is, and the ways to keep it, to bring it back and to delete it.

mod delete;
mod restore;

use domain::time::Timestamp;
use leptos::prelude::*;
use texts::fill;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::texts::texts;
use crate::app::App;
use crate::browser;
use crate::part::element::{El, classed, el, live, nothing};
use crate::part::saved;
use crate::part::texts::texts as shared;
use crate::quiz::button;
use crate::storage;

/// What the sections of the page share: a sign that something was changed, and whether the browser keeps what is stored.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    changed: Trigger,
    persists: RwSignal<Persists>,
}

/// Whether the browser keeps what is stored until the learner deletes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Persists {
    /// It has not answered yet.
    Asking,
    /// It says nothing about it.
    Unknown,
    /// It has promised to.
    Yes,
    /// It has not.
    No,
    /// It was asked just now, and did not agree.
    Refused,
}

pub(super) fn view(app: App) -> AnyView {
    let desk = Desk { app, changed: Trigger::new(), persists: RwSignal::new(Persists::Asking) };
    desk.learn_whether_it_persists();
    el("div")
        .child(desk.stored())
        .child(desk.backup())
        .child(restore::section(desk))
        .child(desk.aside())
        .child(delete::section(desk))
        .view()
}

/// A section under its heading.
fn section(id: &'static str, heading: &str) -> El {
    el("section").attr("aria-labelledby", id).child(el("h2").attr("id", id).child(heading))
}

/// A day as it is written in the language of the page.
fn day(at: Timestamp) -> String {
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"dateStyle".into(), &"long".into());
    // The day before the month, as on the pages.
    let language = browser::language();
    let locale = if language == "en" { "en-GB".to_owned() } else { format!("{language}-u-nu-latn") };
    let date = js_sys::Date::new(&(at.0 as f64).into());
    date.to_locale_date_string(&locale, &options).into()
}

impl Desk {
    /// Says that what is stored, or what is set, is no longer what it was.
    fn change(self) {
        self.changed.notify();
        saved::show(self.app);
    }

    /// How much is stored, since when, and whether it will stay.
    fn stored(self) -> AnyView {
        let facts = live(move || {
            self.changed.track();
            let kept = self.app.kept();
            let Some(since) = kept.since else { return el("p").child(texts().nothing_stored).view() };
            let (attempts, lessons) = self
                .app
                .progress(|progress| (progress.all_attempts().count(), progress.lessons_read().count()));
            let rows = [
                (texts().stored_answers, browser::number(kept.answers as f64)),
                (texts().stored_attempts, browser::number(attempts as f64)),
                (texts().stored_lessons, browser::number(lessons as f64)),
                (texts().stored_since, day(since)),
            ];
            let rows = rows.iter().map(|(name, what)| {
                el("div").child(el("dt").child(*name)).child(el("dd").child(what.as_str())).view()
            });
            classed("dl", "facts").children(rows).view()
        });
        let promise = live(move || {
            let persists = self.persists.get();
            let words = match persists {
                Persists::Asking => return nothing(),
                Persists::Unknown => texts().persists_unknown,
                Persists::Yes => texts().persisted,
                Persists::No => texts().not_persisted,
                Persists::Refused => texts().persist_refused,
            };
            let ask = (persists == Persists::No).then(|| {
                let ask = button("button", texts().ask_to_persist, move |_| self.ask_to_persist());
                classed("div", "actions").child(ask)
            });
            el("div").child(el("p").child(words)).child(ask).view()
        });
        section("stored", texts().stored)
            .child(facts)
            .child(el("div").attr("role", "status").child(promise))
            .child(classed("p", "note").child(texts().safari))
            .view()
    }

    /// The backup, and whether there are reminders of it.
    fn backup(self) -> AnyView {
        let last = live(move || {
            self.changed.track();
            let words = match storage::settings().backup {
                Some(backup) => fill(texts().backup_last, &[("date", &day(backup.at))]),
                None => texts().backup_none.to_owned(),
            };
            el("p").child(words.as_str()).view()
        });
        let now = button("button primary", shared().backup_now, move |_| {
            saved::back_up(self.app);
            self.change();
        });
        let reminds = RwSignal::new(storage::settings().reminds);
        let switch = el("input")
            .attr("type", "checkbox")
            .attr("id", "remind")
            .attr("aria-describedby", "remind-when")
            .checked(move || reminds.get())
            .on("change", move |_| {
                reminds.update(|reminds| *reminds = !*reminds);
                storage::change_settings(|settings| settings.reminds = reminds.get_untracked());
                self.change();
            });
        section("backup", texts().backup)
            .child(el("p").child(texts().backup_lead))
            .child(last)
            .child(classed("div", "actions").child(now))
            .child(
                classed("p", "switch")
                    .child(switch)
                    .child(el("label").attr("for", "remind").child(texts().remind)),
            )
            .child(classed("p", "note").attr("id", "remind-when").child(texts().remind_when))
            .view()
    }

    /// What could not be read, where there is such a thing.
    fn aside(self) -> AnyView {
        live(move || {
            self.changed.track();
            let count = self.app.backup().aside().len();
            if count == 0 {
                return nothing();
            }
            let lead = fill(texts().aside_lead, &[("count", &browser::number(count as f64))]);
            let save = button("button", texts().aside_save, move |_| {
                let name = format!("plenary-aside-{}.json", browser::today());
                let aside = domain::backup::write(&self.app.backup().aside_only(), browser::now());
                let _ = browser::save_file(&name, &aside, browser::JSON);
            });
            section("aside", texts().aside)
                .child(el("p").child(lead.as_str()))
                .child(classed("div", "actions").child(save))
                .view()
        })
    }

    fn learn_whether_it_persists(self) {
        spawn_local(async move {
            let promise = browser::persists();
            self.persists.set(answer(promise, Persists::No).await);
        });
    }

    fn ask_to_persist(self) {
        storage::change_settings(|settings| settings.asked_to_persist = true);
        spawn_local(async move {
            let promise = browser::ask_to_persist();
            self.persists.set(answer(promise, Persists::Refused).await);
        });
    }
}

/// What the browser says of keeping what is stored; `no` is what a no means.
async fn answer(promise: Option<js_sys::Promise>, no: Persists) -> Persists {
    let Some(promise) = promise else { return Persists::Unknown };
    match JsFuture::from(promise).await.ok().and_then(|said| said.as_bool()) {
        Some(true) => Persists::Yes,
        Some(false) => no,
        None => Persists::Unknown,
    }
}
