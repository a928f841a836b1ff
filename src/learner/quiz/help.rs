//! What stands beside a question for those who need it: hints, how sure one is, what is missing, and further tries.

use domain::question::Hint;
use domain::score::{Certainty, Credit, Points, Verdict};
use domain::session::{Event, Phase, Posed, Session};
use leptos::prelude::*;
use texts::fill;

use super::dispatch;
use super::view::{PRIMARY, QUIET, button, go};
use crate::app::App;
use crate::browser;
use crate::part::element::{El, classed, el, live, nothing};
use crate::part::markup;
use crate::part::texts::texts;
use crate::part::voice::Voice;
use crate::part::words::{counted, share};

/// The hints that were asked for, and the button for the next one.
pub(crate) fn hints(app: App, voice: &Voice, phase: Phase) -> AnyView {
    let voice = voice.clone();
    let all = app.session_now(|session| session.current().map(|posed| posed.question.hints.clone()));
    let all = all.flatten().unwrap_or_default();
    live(move || {
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
    })
}

fn ask_for(app: App, hint: &Hint) -> El {
    let cost = (hint.cost > Credit::NONE).then(|| {
        let cost = fill(texts().hint_costs, &[("share", &share(hint.cost.share()))]);
        classed("span", "note").child(cost.as_str())
    });
    button(QUIET, texts().show_hint, move |_| dispatch(app, Event::Hint)).child(" ").child(cost)
}

/// How sure she is.
pub(crate) fn certainty(app: App, phase: Phase) -> AnyView {
    // In a review nothing is at stake. Read once: what followed each change would draw the options anew, and take the focus from the one that is chosen.
    let is_worth = untrack(|| current(app, |posed| posed.question.points > Points::ZERO)) == Some(true);
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
        let words = classed("span", "pick-words")
            .child(in_words(level))
            .child(" ")
            .child(is_worth.then(|| classed("span", "note").child(stakes.as_str())));
        classed("label", "pick").child(input).child(words).view()
    });
    let legend = el("legend").child(texts().how_sure);
    let levels = classed("div", "picks picks-row").children(levels);
    classed("fieldset", "row certainty").child(legend).child(levels).view()
}

/// The ways on from an answer that was not right and can be given again.
pub(crate) fn tried(app: App, session: &Session, posed: &Posed) -> [El; 3] {
    [
        go(app, PRIMARY, texts().try_question_again, Event::TryAgain),
        go(app, "button", texts().show_answer, Event::ShowKey),
        tries(session, posed),
    ]
}

/// The words for a level of certainty.
pub(super) fn in_words(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Low => texts().sure_low,
        Certainty::Middle => texts().sure_middle,
        Certainty::High => texts().sure_high,
    }
}

/// Says what is missing for an answer that was tried.
pub(crate) fn reminder(app: App) -> AnyView {
    live(move || {
        let missing = app.session(what_is_missing).flatten();
        missing.map_or_else(nothing, |missing| classed("p", "reminder").child(missing).view())
    })
}

/// Says that an answer which is being changed counts as it was given before, as long as the change is not complete.
pub(crate) fn earlier_counts(app: App) -> AnyView {
    live(move || {
        let falls_back =
            |session: &Session| session.current().is_some_and(|posed| posed.falls_back(&session.conditions));
        let words = app.session(falls_back).unwrap_or_default().then(|| texts().earlier_counts);
        words.map_or_else(nothing, |words| classed("p", "note").child(words).view())
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
