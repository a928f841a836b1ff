//! Bringing backups back: any number of files, and what each of them came to.

use domain::backup::{self, Damage, LARGEST_FILE, Opened, Refused, Why};
use leptos::prelude::*;
use texts::{Text, fill};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement};

use super::{Desk, texts};
use crate::browser;
use crate::part::element::{classed, el, live};
use crate::storage::Restored;

/// What a file came to.
#[derive(Debug, Clone)]
struct Taken {
    name: String,
    outcome: Result<Outcome, Text>,
}

/// What a file gave.
#[derive(Debug, Clone)]
struct Outcome {
    restored: Restored,
    too_new: usize,
    damages: Vec<Damage>,
    is_cut: bool,
}

/// How many damages of one file are told one by one; the others are counted.
const MOST_TOLD: usize = 50;

pub(super) fn section(desk: Desk) -> AnyView {
    let taken: RwSignal<Vec<Taken>> = RwSignal::new(Vec::new());
    let choose = el("input")
        .attr("type", "file")
        .attr("id", "backup-files")
        .attr("multiple", "")
        .attr("accept", ".json,application/json")
        .on("change", move |event| {
            let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(field) = field {
                let files = files(&field);
                spawn_local(async move {
                    taken.set(take(desk, files).await);
                    desk.change();
                    // So that the same file can be chosen again.
                    field.set_value("");
                });
            }
        });
    let told = live(move || {
        let told = taken.get().into_iter().map(|one| tell(&one));
        classed("div", "told").children(told).view()
    });
    super::section("restore", texts().restore)
        .child(el("p").child(texts().restore_lead))
        .child(
            classed("p", "field")
                .child(el("label").attr("for", "backup-files").child(texts().restore_files))
                .child(choose),
        )
        .child(el("div").attr("role", "status").child(told))
        .view()
}

fn files(field: &HtmlInputElement) -> Vec<File> {
    let Some(files) = field.files() else { return Vec::new() };
    (0..files.length()).filter_map(|place| files.get(place)).collect()
}

async fn take(desk: Desk, files: Vec<File>) -> Vec<Taken> {
    let mut taken = Vec::new();
    for file in files {
        let outcome = match text_of(&file).await {
            Ok(text) => backup::open(&text).map_err(refused).map(|opened| put_in(desk, opened)),
            Err(why) => Err(why),
        };
        taken.push(Taken { name: file.name(), outcome });
    }
    taken
}

/// The text of a file. One that is too large is not even read.
async fn text_of(file: &File) -> Result<String, Text> {
    if file.size() > LARGEST_FILE as f64 {
        return Err(texts().refused_too_large);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    text.ok_or(texts().refused_unreadable)
}

fn put_in(desk: Desk, opened: Opened) -> Outcome {
    let Opened { backup, made: _, damages, is_cut } = opened;
    let too_new = backup.too_new();
    Outcome { restored: desk.app.restore(backup), too_new, damages, is_cut }
}

fn refused(why: Refused) -> Text {
    match why {
        Refused::TooLarge => texts().refused_too_large,
        Refused::NotABackup => texts().refused_not_a_backup,
        Refused::TooNew { .. } => texts().refused_too_new,
    }
}

/// Says what a file came to: everything that is not zero, and what was added in any case.
fn tell(taken: &Taken) -> AnyView {
    let heading = el("h3").child(taken.name.as_str());
    match &taken.outcome {
        Err(why) => el("div").child(heading).child(el("p").child(*why)).view(),
        Ok(outcome) => {
            let lines = lines(outcome).into_iter().map(|line| el("li").child(line.as_str()).view());
            let damages = outcome.damages.iter().take(MOST_TOLD);
            let damages = damages.map(|damage| el("li").child(damaged(damage).as_str()).view());
            el("div")
                .child(heading)
                .child(outcome.is_cut.then(|| el("p").child(texts().restored_cut)))
                .child(el("ul").children(lines))
                .child((!outcome.damages.is_empty()).then(|| el("ul").children(damages)))
                .view()
        }
    }
}

fn lines(outcome: &Outcome) -> Vec<String> {
    let Restored { new, known, disputed, unwritten } = outcome.restored;
    let counts = [
        (texts().restored_new, new, true),
        (texts().restored_known, known, known > 0),
        (texts().restored_too_new, outcome.too_new, outcome.too_new > 0),
        (texts().restored_disputed, disputed, disputed > 0),
        (texts().restored_unwritten, unwritten, unwritten > 0),
        (texts().restored_damaged, outcome.damages.len(), !outcome.damages.is_empty()),
    ];
    let told = counts.into_iter().filter(|(_, _, is_told)| *is_told);
    told.map(|(words, count, _)| fill(words, &[("count", &browser::number(count as f64))])).collect()
}

fn damaged(damage: &Damage) -> String {
    let why = match damage.why {
        Why::NotAnEntry => texts().damage_not_an_entry,
        Why::TooLong => texts().damage_too_long,
        Why::Unreadable => texts().damage_unreadable,
    };
    fill(texts().damage, &[("number", &damage.number.to_string()), ("why", why)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_says_what_was_added_and_whatever_else_is_not_zero() {
        #[track_caller]
        fn check(restored: Restored, too_new: usize, damages: Vec<Damage>, expect: &[&str]) {
            assert_eq!(lines(&Outcome { restored, too_new, damages, is_cut: false }), expect);
        }
        check(Restored::default(), 0, Vec::new(), &["Added: 0"]);
        let damage = Damage { number: 3, id: None, why: Why::Unreadable };
        assert_eq!(damaged(&damage), "Entry 3: it cannot be read and was set aside");
        check(
            Restored { new: 12, known: 30, disputed: 1, unwritten: 2 },
            4,
            vec![damage],
            &[
                "Added: 12",
                "Here already: 30",
                "Written by a later version and kept as they are: 4",
                "Different from what was here, both kept: 1",
                "Not stored, because there is no room: 2",
                "Damaged: 1",
            ],
        );
    }
}
