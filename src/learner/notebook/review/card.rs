//! A card as it is asked: a question in its ordinary form, or a term whose definition is shown once it was recalled.

use domain::card::Card;
use domain::reference::Term;
use domain::session::{Phase, Session};
use leptos::prelude::*;

use super::{Desk, Step};
use crate::browser;
use crate::notebook::texts::texts;
use crate::part::element::{classed, el, nothing};
use crate::part::texts::texts as shared;
use crate::part::voice::Voice;
use crate::part::words::around;
use crate::part::{markup, source};
use crate::quiz::{PRIMARY, Stage, asking, button};

/// A question; once it was answered, with its feedback and the rating that follows.
pub(super) fn question(desk: Desk, at: usize, phase: Phase) -> AnyView {
    let Stage::Running(session) = desk.app.stage.get_untracked() else { return nothing() };
    let course = desk.course.with_value(|(course, _)| course.clone());
    let ways = match phase {
        Phase::Open | Phase::Tried => {
            let check = classed("button", PRIMARY).attr("type", "submit").child(shared().check_answer);
            classed("div", "actions").child(check)
        }
        Phase::Closed => ratings(desk, at, &session),
    };
    asking::form(desk.app, &course, &session, phase, ways)
}

fn ratings(desk: Desk, at: usize, session: &Session) -> crate::part::element::El {
    match session.current() {
        Some(posed) => desk.ratings(at, &Card::Question(posed.question.id.clone()), true),
        None => el("div"),
    }
}

/// A term; `open` tells whether its definition is shown.
pub(super) fn term(desk: Desk, at: usize, term: &Term, open: bool) -> AnyView {
    let course = desk.course.with_value(|(course, _)| course.clone());
    let voice = &Voice::new(&course, &term.language);
    let asked = classed("p", "recalled-term").spoken(voice).child(term.term.as_str());
    let front = el("div").child(classed("p", "label").child(texts().what_means)).child(asked);
    if !open {
        let show = button(PRIMARY, texts().show_definition, move |_| {
            desk.step.set(Step::Card { at, open: true });
            browser::focus_soon("#definition");
        });
        return front.child(classed("div", "actions").child(show)).view();
    }
    let also = (!term.also.is_empty()).then(|| {
        let names = |_: &str| el("span").spoken(voice).child(term.also.join(" · ").as_str());
        classed("p", "note").child(around(texts().also_called, names))
    });
    let authority = term.authority.as_ref();
    let authority =
        authority.map(|authority| source::citations(desk.app, voice, std::slice::from_ref(authority)));
    let definition = classed("section", "definition-shown")
        .attr("aria-labelledby", "definition")
        .child(
            classed("h3", "label").attr("id", "definition").attr("tabindex", "-1").child(texts().definition),
        )
        .child(markup::block(desk.app, voice, &term.definition))
        .child(also)
        .child(authority);
    front.child(definition).child(desk.ratings(at, &Card::Term(term.id.clone()), false)).view()
}
