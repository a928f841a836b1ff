//! A question that is asked: what it is about, its form, hints and certainty, its feedback, and the ways on.

use domain::course::Mode;
use domain::id::CourseId;
use domain::question::{Hint, Stimulus};
use domain::score::{Certainty, Credit, Points, Verdict};
use domain::session::{Event, Phase, Posed, Session};
use leptos::prelude::*;
use texts::fill;

use super::view::{PRIMARY, QUIET, button};
use super::{clock, dispatch, feedback, paper};
use crate::app::App;
use crate::browser;
use crate::part::element::{El, classed, el, live, nothing};
use crate::part::markup;
use crate::part::texts::texts;
use crate::part::voice::Voice;
use crate::part::words::{counted, share};
use crate::question;

/// The question that is shown, its feedback where that may be shown, and the ways on.
pub(crate) fn asking(app: App, course: &CourseId, session: &Session, phase: Phase) -> AnyView {
    let Some(posed) = session.current() else { return nothing() };
    classed("section", "question")
        .attr("aria-labelledby", "question-title")
        .child(clock::shown(app, session))
        .child(head(app, session, posed))
        .child(form(app, course, session, phase, ways_on(app, session, posed, phase)))
        .child(session.is_free().then(|| paper::list(app)))
        .view()
}

/// The form of the question that is shown, with its feedback where that may be shown, and these ways on below.
pub(crate) fn form(app: App, course: &CourseId, session: &Session, phase: Phase, ways_on: El) -> AnyView {
    let Some(posed) = session.current() else { return nothing() };
    let voice = &Voice::new(course, &posed.question.language);
    let tried = RwSignal::new(false);
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        tried.set(true);
        dispatch(app, Event::Answer);
    };
    let stem =
        classed("div", "stem").attr("id", "stem").child(markup::block(app, voice, &posed.question.stem));
    let said = match (&posed.given, phase) {
        (Some(given), Phase::Tried | Phase::Closed) => {
            feedback::feedback(app, voice, session, posed, given, phase)
        }
        (None, _) | (Some(_), Phase::Open) => nothing(),
    };
    el("form")
        .attr("novalidate", "")
        .on("submit", submit)
        .child(posed.question.stimulus.as_ref().map(|stimulus| about(app, voice, stimulus)))
        .child(stem)
        .children(notes(posed))
        .child(question::form(app, voice, posed, phase))
        .child(hints(app, voice, posed, phase))
        .child(certainty(app, session, posed, phase))
        .child(reminder(app, tried))
        .child(said)
        .child(ways_on)
        .view()
}

/// Which question it is, how far the paper is, and the flag.
fn head(app: App, session: &Session, posed: &Posed) -> El {
    let [number, whole] = [session.at + 1, session.posed.len()].map(|number| number.to_string());
    let heading = classed("h2", "kicker")
        .attr("id", "question-title")
        .attr("tabindex", "-1")
        .child(fill(texts().question_of, &[("number", &number), ("whole", &whole)]).as_str());
    let bar = el("progress").attr("max", &whole).attr("value", &number).attr("aria-hidden", "true");
    let flag = session.is_free().then(|| {
        let flagged = RwSignal::new(posed.flagged);
        button("button quiet flag", texts().flag, move |_| {
            flagged.update(|flagged| *flagged = !*flagged);
            dispatch(app, Event::Flag(flagged.get_untracked()));
        })
        .live_attr("aria-pressed", move || Some(if flagged.get() { "true" } else { "false" }))
    });
    classed("div", "paper").child(heading).child(flag).child(bar)
}

/// What several questions are about.
fn about(app: App, voice: &Voice, stimulus: &Stimulus) -> El {
    classed("section", "stimulus")
        .attr("aria-labelledby", "stimulus")
        .child(classed("h3", "label").attr("id", "stimulus").spoken(voice).child(stimulus.title.as_str()))
        .child(markup::block(app, voice, &stimulus.body))
}

/// The year of its facts, and whose view it is.
fn notes(posed: &Posed) -> Vec<AnyView> {
    let question = &posed.question;
    let as_of = question.as_of.map(|year| fill(texts().as_of, &[("year", &year.to_string())]));
    let held_by = question.held_by.as_ref().map(|who| fill(texts().held_by, &[("who", who)]));
    let note = |said: String| classed("p", "note").child(said.as_str()).view();
    as_of.into_iter().chain(held_by).map(note).collect()
}

/// The hints that were asked for, and the button for the next one.
fn hints(app: App, voice: &Voice, posed: &Posed, phase: Phase) -> Option<AnyView> {
    if posed.question.hints.is_empty() {
        return None;
    }
    let (all, voice) = (posed.question.hints.clone(), voice.clone());
    Some(live(move || {
        let taken = current(app, |posed| posed.hints).unwrap_or_default();
        let whole = all.len().to_string();
        let given = all.iter().take(taken).enumerate().map(|(place, hint)| {
            let number = (place + 1).to_string();
            let name = fill(texts().hint_of, &[("number", &number), ("whole", &whole)]);
            let item = classed("li", "hint").child(classed("p", "label").child(name.as_str()));
            let item = item.child(markup::inline(app, &voice, &hint.text));
            if place + 1 == taken { item.attr("id", "hint").attr("tabindex", "-1") } else { item }.view()
        });
        let list = (taken > 0).then(|| classed("ol", "hints").children(given));
        let next = all.get(taken).filter(|_| phase == Phase::Open).map(|hint| ask_for(app, hint));
        classed("div", "help").child(list).child(next).view()
    }))
}

fn ask_for(app: App, hint: &Hint) -> El {
    let cost = (hint.cost > Credit::NONE).then(|| {
        let cost = fill(texts().hint_costs, &[("share", &share(hint.cost.share()))]);
        classed("span", "note").child(cost.as_str())
    });
    button(QUIET, texts().show_hint, move |_| dispatch(app, Event::Hint)).child(" ").child(cost)
}

/// How sure she is, where that is asked.
fn certainty(app: App, session: &Session, posed: &Posed, phase: Phase) -> Option<El> {
    if !session.conditions.certainty || !posed.question.kind().is_marked() {
        return None;
    }
    let levels = Certainty::ALL.map(|level| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "certainty")
            .attr_if(phase != Phase::Open, "disabled", "")
            .checked(move || current(app, |posed| posed.certainty) == Some(Some(level)))
            .on("change", move |_| dispatch(app, Event::Certain(level)));
        let stake = |verdict, credit| browser::number(level.mark(verdict, credit));
        let (right, wrong) = (stake(Verdict::Right, Credit::FULL), stake(Verdict::Wrong, Credit::NONE));
        let stakes = fill(texts().stakes, &[("right", &right), ("wrong", &wrong)]);
        // In a review nothing is at stake.
        let is_worth = posed.question.points > Points::ZERO;
        let words = classed("span", "pick-words")
            .child(in_words(level))
            .child(" ")
            .child(is_worth.then(|| classed("span", "note").child(stakes.as_str())));
        classed("label", "pick").child(input).child(words).view()
    });
    let legend = el("legend").child(texts().how_sure);
    Some(
        classed("fieldset", "row certainty")
            .child(legend)
            .child(classed("div", "picks picks-row").children(levels)),
    )
}

/// The words for a level of certainty.
pub(super) fn in_words(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Low => texts().sure_low,
        Certainty::Middle => texts().sure_middle,
        Certainty::High => texts().sure_high,
    }
}

/// Says what is missing, once an answer was tried that was not complete.
fn reminder(app: App, tried: RwSignal<bool>) -> AnyView {
    live(move || {
        if !tried.get() {
            return nothing();
        }
        let missing = app.session(what_is_missing).flatten();
        missing.map_or_else(nothing, |missing| classed("p", "reminder").child(missing).view())
    })
}

/// What the question that is shown still lacks, if it can be answered.
pub(super) fn what_is_missing(session: &Session) -> Option<&'static str> {
    if session.ready() || session.phase(session.at) != Phase::Open {
        None
    } else if session.current().is_some_and(Posed::ready) {
        Some(texts().say_how_sure)
    } else {
        Some(texts().not_ready)
    }
}

/// Reads the question that is shown, and follows its changes.
fn current<T>(app: App, read: impl FnOnce(&Posed) -> T) -> Option<T> {
    app.session(|session| session.current().map(read)).flatten()
}

/// The buttons below a question.
fn ways_on(app: App, session: &Session, posed: &Posed, phase: Phase) -> El {
    let go = |class, words: &str, event: Event| button(class, words, move |_| dispatch(app, event.clone()));
    let submit = |words: &str| classed("button", PRIMARY).attr("type", "submit").child(words);
    let is_last = session.at_last();
    let on = |class| {
        if is_last {
            go(class, texts().see_result, Event::HandIn)
        } else {
            go(class, texts().next_question, Event::Next)
        }
    };
    let ways = match (session.mode, phase) {
        (Mode::Practice, Phase::Open) => {
            let leave = session.is_free() && !is_last;
            vec![
                Some(submit(texts().check_answer)),
                leave.then(|| go(QUIET, texts().leave_for_now, Event::Next)),
            ]
        }
        (Mode::Practice, Phase::Tried) => vec![
            Some(go(PRIMARY, texts().try_question_again, Event::TryAgain)),
            Some(go("button", texts().show_answer, Event::ShowKey)),
            Some(tries(session, posed)),
        ],
        (Mode::Practice, Phase::Closed) => vec![Some(on(PRIMARY))],
        (Mode::Assessment, _) if is_last => vec![Some(go(PRIMARY, texts().hand_in, Event::HandIn))],
        (Mode::Assessment, _) => {
            vec![Some(submit(texts().save_and_go_on)), Some(go(QUIET, texts().leave_for_now, Event::Next))]
        }
    };
    let back = (session.is_free() && session.at > 0).then(|| go(QUIET, texts().back, Event::Back));
    let actions = classed("div", "actions").children(ways.into_iter().flatten().chain(back).map(El::view));
    let open = (session.mode == Mode::Assessment && is_last).then(|| paper::open_questions(app, session));
    el("div").child(open).child(actions)
}

/// How many tries are left, and what they cost.
fn tries(session: &Session, posed: &Posed) -> El {
    let mut said = counted(&texts().tries_left, posed.tries_left(&session.conditions));
    let penalty = session.conditions.penalty;
    if penalty > Credit::NONE {
        said.push_str(" · ");
        said.push_str(&fill(texts().try_costs, &[("share", &share(penalty.share()))]));
    }
    classed("span", "note").child(said.as_str())
}
