//! `/<course>/record/`: what the learner finished in a course, to print.
//!
//! It names what it rests on: the edition of each module and the fingerprint of the results, which a trainer finds in the results file.

use std::sync::Arc;

use domain::index::Address;
use domain::mastery::Level;
use leptos::prelude::*;
use results::Which;
use texts::fill;
use web_sys::HtmlElement;

use super::taken::{self, Module, Taken, table};
use super::texts::texts;
use super::{progress, results_file};
use crate::app::App;
use crate::browser;
use crate::part::element::{El, classed, el, live};
use crate::part::texts::texts as shared;
use crate::part::voice::Voice;
use crate::part::words::share;
use crate::quiz::{PRIMARY, button};
use crate::storage;

pub(super) fn show(app: App, place: HtmlElement) {
    taken::show(app, place, view);
}

fn view(app: App, taken: &Arc<Taken>) -> AnyView {
    let finished: Vec<&Module> = taken.begun.iter().filter(|module| module.is_finished()).collect();
    let back = format!("{}{}/progress/", app.home(), taken.course);
    let back = classed("a", "button").attr("href", &back).child(shared().to_progress);
    if finished.is_empty() {
        return el("div")
            .child(el("p").child(texts().nothing_to_record))
            .child(classed("div", "actions").child(back))
            .view();
    }
    let name = RwSignal::new(storage::settings().name);
    let print = button(PRIMARY, texts().print, |_| {
        if let Some(window) = browser::window() {
            let _ = window.print();
        }
    });
    let own = taken.clone();
    let save = button("button", texts().save_results, move |_| {
        results_file::save(app, &own.course, Which::All);
    });
    let modules = finished.iter().enumerate().map(|(place, own)| module(taken, place, own));
    classed("div", "record")
        .child(results_file::name_field(name))
        .child(head(taken, name))
        .children(modules)
        .child(fingerprint(app, taken))
        .child(classed("div", "actions").child(print).child(save).child(back))
        .view()
}

/// Whose record it is, of what, and when it was made.
fn head(taken: &Taken, name: RwSignal<String>) -> El {
    let row = |term: &str, what: El| el("div").child(el("dt").child(term)).child(what).view();
    let typed = live(move || el("span").child(name.get().as_str()).view());
    let voice = Voice::new(&taken.course, &taken.title.1);
    classed("dl", "facts").children([
        row(texts().name, classed("dd", "learner-name").child(typed)),
        row(texts().course, el("dd").child(el("span").spoken(&voice).child(taken.title.0.as_str()))),
        row(texts().made_on, el("dd").child(browser::day(browser::now()).as_str())),
    ])
}

fn module(taken: &Taken, place: usize, module: &Module) -> AnyView {
    let voice = module.voice(&taken.course);
    let id = format!("module-{place}");
    let quizzes = format!("quizzes-{place}");
    let rows = module.index.quizzes.iter().zip(&module.quizzes);
    let rows = rows.filter_map(|(quiz, standing)| {
        let (_, at) = standing.decided?;
        let row = el("tr")
            .child(el("th").attr("scope", "row").child(el("span").spoken(&voice).child(quiz.title.as_str())))
            .child(el("td").child(progress::state(standing)))
            .child(el("td").child(standing.share.map(share).unwrap_or_default().as_str()))
            .child(el("td").child(browser::day(at).as_str()))
            .child(taken::amount(texts().how_often, &browser::number(standing.finished as f64)));
        Some(row.view())
    });
    let heads = [texts().quiz, texts().standing, texts().what_counts, texts().date, texts().how_often];
    let codes: Vec<String> = taken
        .attempts
        .iter()
        .filter(|(_, attempt)| attempt.finished.is_some() && attempt.quiz.module_ref() == module.stock.module)
        .filter_map(|(_, attempt)| attempt.code.map(|code| code.to_string()))
        .collect();
    let codes = (!codes.is_empty()).then(|| fill(texts().codes, &[("codes", &codes.join(" · "))]));
    let questions: usize = module.index.banks.iter().map(|bank| bank.len()).sum();
    let questions = browser::number(questions as f64);
    let edition = edition(&module.stock.index);
    let edition = fill(texts().edition_of, &[("edition", edition), ("count", &questions)]);
    classed("section", "recorded")
        .attr("aria-labelledby", &id)
        .child(el("h2").attr("id", &id).child(el("span").spoken(&voice).child(module.stock.title.as_str())))
        .child(el("h3").attr("id", &quizzes).child(texts().quizzes))
        .child(table(&quizzes, &heads, rows))
        .child(el("h3").child(texts().mastered_objectives))
        .child(mastered(module, &voice))
        .child(classed("p", "note").child(edition.as_str()))
        .child(codes.map(|codes| classed("p", "note").child(codes.as_str())))
        .view()
}

fn mastered(module: &Module, voice: &Voice) -> El {
    let all = module.index.objectives.iter().zip(&module.mastery);
    let own: Vec<AnyView> = all
        .filter(|(_, mastery)| mastery.level() == Level::Mastered)
        .map(|(objective, mastery)| {
            let day = mastery.last.map(browser::day);
            let day = day.map(|day| classed("span", "note").child(" · ").child(day.as_str()));
            let text = el("span").spoken(voice).child(objective.text.as_str());
            el("li").child(text).child(day).view()
        })
        .collect();
    if own.is_empty() { el("p").child(texts().none_yet) } else { el("ul").children(own) }
}

/// What a trainer compares with the results file.
fn fingerprint(app: App, taken: &Taken) -> El {
    let written = results_file::file(app, &taken.course, Which::All);
    classed("section", "recorded")
        .attr("aria-labelledby", "fingerprint")
        .child(el("h2").attr("id", "fingerprint").child(texts().fingerprint))
        .child(el("p").child(
            classed("code", "hash").attr("dir", "ltr").child(written.fingerprint.to_string().as_str()),
        ))
        .child(classed("p", "note").child(texts().fingerprint_about))
        .child(el("p").child(texts().evident))
}

impl Module {
    /// Whether an attempt at one of its quizzes was finished.
    fn is_finished(&self) -> bool {
        self.quizzes.iter().any(|standing| standing.finished > 0)
    }
}

/// The fingerprint in the name of a published file: `3f2a91c0` of `data/migration-3f2a91c0.json`.
fn edition(address: &Address) -> &str {
    let name = address.0.strip_suffix(".json").unwrap_or(&address.0);
    name.rsplit(['-', '/']).next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edition_of_a_module_is_the_fingerprint_in_the_name_of_its_index() {
        let of = |address: &str| edition(&Address(address.to_owned())).to_owned();
        assert_eq!(of("data/countering-trafficking-3f2a91c0.json"), "3f2a91c0");
        assert_eq!(of("data/3f2a91c0.json"), "3f2a91c0");
    }
}
