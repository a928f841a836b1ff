//! The same seed draws the same paper in the browser and natively.

use std::collections::BTreeMap;

use domain::draw::{Drawn, Terms, draw};
use domain::id::QuestionRef;
use domain::index::ModuleIndex;
use domain::log::{Entry, Fact};
use domain::progress;
use domain::question::Question;
use domain::session::{self, Paper};

use super::answering::SIX_KINDS;
use super::workbench::{Page, fixture, journey};

#[test]
fn the_browser_draws_what_the_same_seed_draws_natively() {
    let site = fixture();
    journey(site, |page| {
        page.open(SIX_KINDS);
        page.finds("heading", "Question 1 of 6");
        page.open("treaties/consent/drawing/");
        page.press("Begin");
        // Thirty questions, six at a time: after five papers every draw turns on what was seen least.
        for paper in 1..=11 {
            hand_in_unanswered(page);
            if paper < 11 {
                page.press("Take it again");
            }
        }
        let log = page.log();
        let (module, questions) = (site.index(), site.questions());
        let papers: Vec<usize> =
            (0..log.len()).filter(|place| matches!(log[*place].fact, Fact::AttemptBegun { .. })).collect();
        assert_eq!(papers.len(), 12);
        for place in papers {
            let (before, from) = log.split_at(place);
            assert_eq!(drawn_natively(&module, &questions, before, &from[0]), from[0].fact);
        }
    });
}

#[track_caller]
fn hand_in_unanswered(page: &Page) {
    for number in 1..=5 {
        page.finds("heading", &format!("Question {number} of 6"));
        page.press("Leave it for now");
    }
    page.finds("heading", "Question 6 of 6");
    page.press("Hand in");
    page.finds("heading", "Your result");
}

/// What the domain, compiled for this machine, makes of the seed that the browser drew.
fn drawn_natively(
    module: &ModuleIndex,
    questions: &BTreeMap<QuestionRef, Question>,
    before: &[Entry],
    begun: &Entry,
) -> Fact {
    let Fact::AttemptBegun { attempt, quiz, seed, code, .. } = &begun.fact else {
        panic!("not the begin of an attempt")
    };
    let rules = module.quizzes.iter().find(|known| known.id == quiz.quiz).unwrap();
    let objectives: Vec<_> = module.objectives.iter().map(|objective| objective.id.clone()).collect();
    let progress = progress::fold(before);
    let seen = progress.seen();
    let drawn = draw(
        rules,
        &objectives,
        &module.banks,
        Terms { seed: *seed, day: code.map(|code| code.made()), seen: &seen },
    );
    let question = |drawn: &Drawn| {
        let bank = &module.banks[drawn.bank];
        let is_it = |known: &&Question| {
            known.id.bank == bank.id && bank.places_of(&known.id.question) == [drawn.place]
        };
        questions.values().find(is_it).unwrap().clone()
    };
    let paper = Paper {
        questions: session::together(drawn.iter().map(question).collect()),
        seed: *seed,
        code: *code,
    };
    session::begin(*attempt, (quiz.clone(), rules), paper, None, begun.at).1
}
