//! `/<course>/progress/`: where the learner is in a course, and what that is computed from.
//!
//! What mastery is stands in `domain::mastery`, what counts of a quiz in `domain::standing`; here it is shown.

mod chart;

use std::sync::Arc;

use domain::log::AttemptId;
use domain::mastery::{self, Level, Mastery};
use domain::progress::Attempt;
use domain::standing::{self, QuizStanding};
use domain::time::Millis;
use leptos::prelude::*;
use results::Which;
use texts::fill;
use web_sys::HtmlElement;

use super::taken::{self, Module, Taken, table};
use super::texts::texts;
use super::{results_file, taken::Module as Begun};
use crate::app::App;
use crate::browser;
use crate::part::element::{El, classed, el};
use crate::part::texts::texts as shared;
use crate::part::voice::Voice;
use crate::part::words::{counted, share, span};
use crate::quiz::{PRIMARY, button};
use crate::storage;

pub(super) fn show(app: App, place: HtmlElement) {
    taken::show(app, place, view);
}

fn view(app: App, taken: &Arc<Taken>) -> AnyView {
    if taken.begun.is_empty() {
        let course = format!("{}{}/", app.home(), taken.course);
        let course = classed("a", PRIMARY).attr("href", &course).child(texts().to_course);
        return el("div")
            .child(el("p").child(texts().nothing_done))
            .child(classed("div", "actions").child(course))
            .child(others(app, taken))
            .view();
    }
    el("div")
        .child(due(app, taken))
        .children(taken.begun.iter().enumerate().map(|(place, own)| module(app, taken, place, own)))
        .child(others(app, taken))
        .child(attempts(app, taken))
        .child(for_trainer(app, taken))
        .view()
}

fn due(app: App, taken: &Taken) -> El {
    let review = format!("{}{}/review/", app.home(), taken.course);
    let review = classed("a", "button").attr("href", &review).child(texts().to_review);
    let words = match taken.due {
        0 => texts().nothing_due.to_owned(),
        count => counted(&texts().due_today, count),
    };
    classed("div", "due")
        .child(el("p").child(words.as_str()))
        .child((taken.due > 0).then(|| classed("div", "actions").child(review)))
}

/// A module that was begun.
fn module(app: App, taken: &Taken, place: usize, module: &Begun) -> AnyView {
    let voice = module.voice(&taken.course);
    let reference = &module.stock.module;
    let lessons = module.stock.lessons.iter().map(|lesson| domain::id::LessonRef {
        course: reference.course.clone(),
        module: reference.module.clone(),
        lesson: lesson.clone(),
    });
    let lessons: Vec<_> = lessons.collect();
    let (read, last) = app.progress(|progress| {
        (standing::lessons_read(progress, &lessons), standing::last_activity(progress, reference))
    });
    let [read, all] = [read, lessons.len()].map(|number| browser::number(number as f64));
    let read = fill(texts().lessons_read, &[("read", &read), ("all", &all)]);
    let last = last.map(|at| fill(texts().last_activity, &[("date", &browser::day(at))]));
    let id = format!("module-{place}");
    let link = format!("{}{reference}/", app.home());
    let title = el("a").attr("href", &link).spoken(&voice).child(module.stock.title.as_str());
    classed("section", "module-progress")
        .attr("aria-labelledby", &id)
        .child(el("h2").attr("id", &id).child(title))
        .child(el("p").child(read.as_str()))
        .child(last.map(|last| classed("p", "note").child(last.as_str())))
        .children((!module.quizzes.is_empty()).then(|| quizzes(app, place, module, &voice)))
        .children((!module.mastery.is_empty()).then(|| objectives(place, module, &voice)))
        .view()
}

fn quizzes(app: App, place: usize, module: &Module, voice: &Voice) -> AnyView {
    let rows = module.index.quizzes.iter().zip(&module.quizzes).map(|(quiz, standing)| {
        let link = format!("{}{}/", app.home(), standing.quiz);
        let link = el("a").attr("href", &link).spoken(voice).child(quiz.title.as_str());
        let counts = standing.share.map(share).unwrap_or_default();
        el("tr")
            .child(el("th").attr("scope", "row").child(link))
            .child(el("td").child(state(standing)))
            .child(el("td").child(counts.as_str()))
            .child(taken::amount(texts().how_often, &browser::number(standing.finished as f64)))
            .view()
    });
    let id = format!("quizzes-{place}");
    let heads = [texts().quiz, texts().standing, texts().what_counts, texts().how_often];
    el("div").child(el("h3").attr("id", &id).child(texts().quizzes)).child(table(&id, &heads, rows)).view()
}

/// Where somebody stands in a quiz, in words.
pub(super) fn state(standing: &QuizStanding) -> &'static str {
    match standing.passed {
        Some(true) => texts().has_passed,
        Some(false) => texts().has_not_passed,
        None if standing.finished > 0 => texts().finished,
        None if standing.is_running => texts().running,
        None => texts().not_begun,
    }
}

/// The objectives of a module: a chart, and the table with the same numbers and what they are computed from.
fn objectives(place: usize, module: &Module, voice: &Voice) -> AnyView {
    let rows = module.mastery.iter().zip(&module.index.objectives).enumerate();
    let rows = rows.map(|(number, (mastery, objective))| {
        let number = format!("{}. ", browser::number((number + 1) as f64));
        let text = el("span").spoken(voice).child(objective.text.as_str());
        let shown = if mastery.marked > 0 { share(mastery.share()) } else { String::new() };
        el("tr")
            .child(el("th").attr("scope", "row").child(number.as_str()).child(text))
            .child(el("td").child(level(mastery.level())))
            .child(el("td").child(shown.as_str()))
            .child(el("td").child(computed_from(mastery).as_str()))
            .view()
    });
    let id = format!("objectives-{place}");
    let heads = [shared().objective, texts().mastery, shared().share, texts().computed_from];
    let shares = module.mastery.iter().map(Mastery::share).collect::<Vec<_>>();
    let [mastered, nearly] = [mastery::MASTERED, mastery::NEARLY].map(share);
    let how = [
        ("questions", browser::number(mastery::QUESTIONS as f64)),
        ("mastered", mastered.clone()),
        ("nearly", nearly),
    ];
    let how = fill(texts().how_mastery, &how.each_ref().map(|(name, words)| (*name, words.as_str())));
    let line = fill(texts().chart_line, &[("share", &mastered)]);
    el("div")
        .child(el("h3").attr("id", &id).child(texts().objectives))
        .child(
            classed("figure", "chart")
                .child(chart::bars(place, &shares, mastery::MASTERED))
                .child(el("figcaption").child(line.as_str())),
        )
        .child(table(&id, &heads, rows))
        .child(classed("p", "note").child(how.as_str()))
        .view()
}

fn level(level: Level) -> &'static str {
    match level {
        Level::NotBegun => texts().not_begun,
        Level::Begun => texts().level_begun,
        Level::Nearly => texts().level_nearly,
        Level::Mastered => texts().level_mastered,
    }
}

fn computed_from(mastery: &Mastery) -> String {
    let [answered, questions, wrong] = [mastery.answered, mastery.questions, mastery.surely_wrong]
        .map(|number| browser::number(number as f64));
    let answered = fill(texts().answered_of, &[("answered", &answered), ("questions", &questions)]);
    let last = mastery.last.map(|at| fill(texts().answered_last, &[("date", &browser::day(at))]));
    let wrong = (mastery.surely_wrong > 0).then(|| fill(texts().answered_surely_wrong, &[("count", &wrong)]));
    [Some(answered), last, wrong].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The modules of which nothing was done.
fn others(app: App, taken: &Taken) -> Option<El> {
    let item = |stock: &domain::shelf::Stock| {
        let link = format!("{}{}/", app.home(), stock.module);
        let voice = Voice::new(&taken.course, &stock.language);
        el("li").child(el("a").attr("href", &link).spoken(&voice).child(stock.title.as_str())).view()
    };
    (!taken.others.is_empty()).then(|| {
        el("section")
            .attr("aria-labelledby", "not-begun")
            .child(el("h2").attr("id", "not-begun").child(texts().not_begun))
            .child(classed("ul", "not-begun").children(taken.others.iter().map(item)))
    })
}

fn attempts(app: App, taken: &Arc<Taken>) -> El {
    let rows = taken.attempts.iter().rev().map(|(id, own)| attempt(app, taken, *id, own));
    let heads = [
        texts().date,
        texts().quiz,
        shared().share,
        shared().code_title,
        texts().time_at,
        texts().results_file,
    ];
    // The table is the region of this name.
    let section = classed("section", "module-progress")
        .child(el("h2").attr("id", "attempts").child(shared().your_attempts));
    if taken.attempts.is_empty() {
        section.child(el("p").child(texts().none_finished))
    } else {
        section.child(table("attempts", &heads, rows))
    }
}

fn attempt(app: App, taken: &Arc<Taken>, id: AttemptId, attempt: &Attempt) -> AnyView {
    let (title, voice) = taken.title_of(&attempt.quiz);
    let day = browser::day(attempt.finished.unwrap_or(attempt.begun));
    let is_finished = attempt.finished.is_some();
    let came_to = if is_finished { share(attempt.share()) } else { texts().running.to_owned() };
    let code = attempt.code.map(|code| el("span").attr("dir", "ltr").child(code.to_string().as_str()));
    let took = attempt.answers.values().fold(Millis::default(), |sum, answer| sum.plus(answer.took));
    let own = taken.clone();
    let name = fill(texts().results_file_of, &[("quiz", &title), ("date", &day)]);
    let file = button("button", texts().results_file, move |_| {
        results_file::save(app, &own.course, Which::One(id));
    });
    el("tr")
        .child(el("th").attr("scope", "row").child(day.as_str()))
        .child(el("td").child(el("span").spoken(&voice).child(title.as_str())))
        .child(el("td").child(came_to.as_str()))
        .child(el("td").child(code))
        .child(taken::amount(texts().time_at, &span(took)))
        .child(el("td").child(is_finished.then(|| file.attr("aria-label", &name))))
        .view()
}

/// The file with all attempts, and what it is worth.
fn for_trainer(app: App, taken: &Arc<Taken>) -> El {
    let name = RwSignal::new(storage::settings().name);
    let own = taken.clone();
    let save = button("button primary", texts().save_results, move |_| {
        results_file::save(app, &own.course, Which::All);
    });
    let is_any = taken.attempts.iter().any(|(_, attempt)| attempt.finished.is_some());
    let record = format!("{}{}/record/", app.home(), taken.course);
    let record = classed("a", "button").attr("href", &record).child(texts().to_record);
    el("section")
        .attr("aria-labelledby", "for-trainer")
        .child(el("h2").attr("id", "for-trainer").child(texts().for_trainer))
        .child(el("p").child(texts().for_trainer_lead))
        .child(el("p").child(texts().evident))
        .child(results_file::name_field(name))
        .child((!is_any).then(|| el("p").child(texts().none_finished)))
        .child(classed("div", "actions").child(is_any.then_some(save)).child(record))
}
