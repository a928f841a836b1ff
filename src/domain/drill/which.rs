//! Which term is meant: a definition whose own name is masked, and the terms that it is confused with.

use super::mask::masked;
use super::{Confusions, Desk, Draft, Scope, Wording, names, same};
use crate::html::Html;
use crate::id::{OptionKey, TermId};
use crate::question::{Body, Choice, Feedback, Level, Question, single_choice};
use crate::random::Chance;
use crate::reference::Term;
use crate::sort::in_order;

/// How many options a question has at most.
const OPTIONS: usize = 4;

/// A question for each term that can be told from another one; those that are easily confused first, in a drawn order.
pub(super) fn questions(
    desk: &Desk<'_>,
    scope: &Scope,
    confusions: &Confusions,
    wording: &impl Wording,
    chance: &mut Chance,
) -> Vec<Question> {
    let in_scope = |term: &&Term| match scope {
        Scope::Mixed => true,
        Scope::Pair(pair) => pair.has(&term.id),
    };
    let mut terms: Vec<&Term> = desk.terms.iter().copied().filter(in_scope).collect();
    chance.shuffle(&mut terms);
    let mut ranked: Vec<(Rank, Question)> = Vec::new();
    for term in terms {
        let (near, others) = (confusable(desk, confusions, term), neighbours(desk, term, chance));
        let rank = match (confusions.with(&term.id).is_empty(), near.is_empty()) {
            (false, _) => Rank::Confused,
            (true, false) => Rank::Confusable,
            (true, true) => Rank::Other,
        };
        let made = question(desk, term, near.into_iter().chain(others), wording);
        ranked.extend(made.map(|question| (rank, question)));
    }
    let ranked = in_order(ranked, |(one, _), (other, _)| one.cmp(other));
    ranked.into_iter().map(|(_, question)| question).collect()
}

/// How much a term needs to be drilled.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
enum Rank {
    /// The learner took it for another one, or another one for it.
    Confused,
    /// It is easily taken for another one.
    Confusable,
    Other,
}

fn question<'a>(
    desk: &Desk<'a>,
    term: &'a Term,
    candidates: impl Iterator<Item = TermId>,
    wording: &impl Wording,
) -> Option<Question> {
    let definition = masked(&term.definition, names(term));
    if definition.is_empty() {
        return None;
    }
    let mut options: Vec<&Term> = vec![term];
    for candidate in candidates.filter_map(|id| desk.term(&id)) {
        // Two names of the same thing would both be right, and an option that stands there twice is no option.
        let is_known =
            |known: &&Term| names(known).any(|name| names(candidate).any(|other| same(name, other)));
        if options.len() < OPTIONS && !options.iter().any(is_known) {
            options.push(candidate);
        }
    }
    if options.len() < 2 {
        return None;
    }
    // The right one must not stand at the same place for whoever reads the file.
    let options = in_order(options, |one, other| one.id.cmp(&other.id));
    let key = |term: &Term| OptionKey::from(term.id.slug().clone());
    let choice = |term: &&Term| Choice { key: key(term), text: desk.name(term) };
    let others = options.iter().filter(|option| option.id != term.id);
    let feedback = others.map(|other| Feedback { on: key(other), text: desk.definition(other) });
    let body = Body::SingleChoice {
        key: single_choice::Key {
            correct: key(term),
            feedback: feedback.collect(),
            missed: Vec::new(),
            misconceptions: Vec::new(),
        },
        prompt: single_choice::Prompt { options: options.iter().map(choice).collect() },
    };
    let definition = desk.voiced(definition, &term.language);
    let stem = Html::paragraphs(&[Html::of_text(&wording.which_term()), definition]);
    let draft = Draft {
        id: term.id.slug().clone(),
        language: desk.language,
        level: Level::Recall,
        stem,
        body,
        explain: desk.definitions(&[term]),
        sources: term.authority.iter().cloned().collect(),
    };
    Some(draft.question())
}

/// What a term is confused with: by the learner, by what authors say, by what its concept is contrasted with; in that order.
fn confusable(desk: &Desk<'_>, confusions: &Confusions, term: &Term) -> Vec<TermId> {
    let own = confusions.with(&term.id).into_iter().cloned();
    let said = term.confused_with.iter().cloned();
    let said_there = desk
        .terms
        .iter()
        .filter(|other| other.confused_with.contains(&term.id))
        .map(|other| other.id.clone());
    let contrasted = desk.rows.iter().filter_map(|(one, other, _)| {
        if one.id == term.id { Some(other.id.clone()) } else { (other.id == term.id).then(|| one.id.clone()) }
    });
    let mut all: Vec<TermId> = Vec::new();
    for id in own.chain(said).chain(said_there).chain(contrasted) {
        if id != term.id && !all.contains(&id) && desk.term(&id).is_some() {
            all.push(id);
        }
    }
    all
}

/// Other terms: those that a confusable one is confused with, then any, in a drawn order.
fn neighbours(desk: &Desk<'_>, term: &Term, chance: &mut Chance) -> Vec<TermId> {
    let near: Vec<TermId> = confusable(desk, &Confusions::default(), term)
        .iter()
        .filter_map(|id| desk.term(id))
        .flat_map(|near| confusable(desk, &Confusions::default(), near))
        .collect();
    let mut any: Vec<TermId> = desk.terms.iter().map(|other| other.id.clone()).collect();
    chance.shuffle(&mut any);
    near.into_iter().chain(any).collect()
}
