//! What belongs where: statements about two or three concepts, and the elements of two definitions, each to be put to its own.

use super::mask::masked;
use super::{Desk, Draft, Pair, Row, Scope, Wording, named_after, names, same};
use crate::html::Html;
use crate::id::{CategoryKey, ItemKey, TermId};
use crate::question::classify::{self, Category, Item};
use crate::question::{Body, Level, Question};
use crate::random::Chance;
use crate::reference::{Citation, Concept, Term};
use crate::score::Partial;
use crate::sort::in_order;

/// How many statements a question has at most, and at least.
const MOST: usize = 6;
const LEAST: usize = 3;

/// Something to be sorted: what is shown, the term that it belongs to, where it is written.
#[derive(Clone)]
struct Statement<'a> {
    text: Html,
    of: &'a Term,
    source: &'a Citation,
}

/// Questions that sort, in a drawn order.
pub(super) fn questions(
    desk: &Desk<'_>,
    scope: &Scope,
    wording: &impl Wording,
    chance: &mut Chance,
) -> Vec<Question> {
    let mut questions = Vec::new();
    for pair in super::pairs_of(desk) {
        if *scope != Scope::Mixed && *scope != Scope::Pair(pair.clone()) {
            continue;
        }
        questions.extend(of_two(desk, &pair, wording, chance));
        questions.extend(elements(desk, &pair, wording));
    }
    if *scope == Scope::Mixed {
        questions.extend(of_three(desk, wording));
    }
    chance.shuffle(&mut questions);
    questions
}

/// Statements about two concepts: of each point one side or both, so that one answer does not give away the other.
fn of_two(desk: &Desk<'_>, pair: &Pair, wording: &impl Wording, chance: &mut Chance) -> Vec<Question> {
    let mut rows: Vec<(&Term, &Term, Row<'_>)> = desk
        .rows
        .iter()
        .copied()
        .filter(|(one, other, row)| {
            pair.has(&one.id) && pair.has(&other.id) && !same(row.here.as_str(), row.there.as_str())
        })
        .collect();
    chance.shuffle(&mut rows);
    let mut questions = Vec::new();
    for rows in rows.chunks(MOST * 2 / 3) {
        let mut statements = Vec::new();
        for (place, (one, other, row)) in rows.iter().enumerate() {
            let told = |holds, of| Statement {
                text: statement(desk, row, holds, &[one, other]),
                of,
                source: row.source,
            };
            let (here, there) = (told(row.here, *one), told(row.there, *other));
            let (first, second) = if one.id == pair.one { (here, there) } else { (there, here) };
            // The first two points see to it that each concept has something; chance decides on the others. Few points give all
            // that they have.
            match (place, chance.below(3)) {
                _ if rows.len() < LEAST => statements.extend([first, second]),
                (0, _) | (2.., 0) => statements.push(first),
                (1, _) | (2.., 1) => statements.push(second),
                (2.., _) => statements.extend([first, second]),
            }
        }
        let ids: Vec<String> =
            rows.iter().map(|(_, _, row)| format!("{}/{}", row.concept.id, row.place)).collect();
        questions.extend(question(desk, "statements", &ids, &wording.statements(), &statements));
    }
    questions
}

/// Statements about three concepts: what each has on a point that sets the first apart from both others.
fn of_three(desk: &Desk<'_>, wording: &impl Wording) -> Vec<Question> {
    let mut questions = Vec::new();
    let rows = &desk.rows;
    for (place, (first, second, row)) in rows.iter().enumerate() {
        for (of_first, third, other_row) in rows.iter().skip(place + 1) {
            let is_triple = of_first.id == first.id
                && row.concept.id == other_row.concept.id
                && third.id != second.id
                && same(row.on, other_row.on)
                && same(row.here.as_str(), other_row.here.as_str());
            if !is_triple {
                continue;
            }
            let all = [*first, *second, *third];
            let statements = vec![
                Statement { text: statement(desk, row, row.here, &all), of: first, source: row.source },
                Statement { text: statement(desk, row, row.there, &all), of: second, source: row.source },
                Statement {
                    text: statement(desk, other_row, other_row.there, &all),
                    of: third,
                    source: other_row.source,
                },
            ];
            let ids = [row, other_row].map(|row| format!("{}/{}", row.concept.id, row.place));
            questions.extend(question(desk, "three", &ids, &wording.statements(), &statements));
        }
    }
    questions
}

/// The elements of two definitions, without those that both have.
fn elements(desk: &Desk<'_>, pair: &Pair, wording: &impl Wording) -> Option<Question> {
    let concept = |term: &TermId| desk.concepts.iter().find(|concept| concept.term == *term).copied();
    let (one, other) = (concept(&pair.one)?, concept(&pair.other)?);
    let terms = [desk.term(&pair.one)?, desk.term(&pair.other)?];
    let own = |concept: &'_ Concept, other: &Concept, of| -> Vec<(Html, usize)> {
        let is_shared = |label: &str| other.elements.iter().any(|element| same(&element.label, label));
        let elements = concept.elements.iter().filter(|element| !is_shared(&element.label));
        elements.map(|element| (desk.voiced(element_text(element, &terms), &concept.language), of)).collect()
    };
    let statements = own(one, other, 0).into_iter().chain(own(other, one, 1));
    let statements = statements.filter_map(|(text, of)| {
        let source = if of == 0 { &one.source } else { &other.source };
        Some(Statement { text, of: terms.get(of).copied()?, source })
    });
    let ids = [one.id.to_string(), other.id.to_string()];
    question(desk, "elements", &ids, &wording.elements(), &statements.collect::<Vec<_>>())
}

fn element_text(element: &crate::reference::Element, terms: &[&Term]) -> Html {
    /// Enough to know the element by.
    const WAYS: usize = 3;
    let mut ways: Vec<&str> = element.ways.iter().take(WAYS).map(String::as_str).collect();
    if element.ways.len() > WAYS {
        ways.push("…");
    }
    let text = if ways.is_empty() {
        Html::of_text(&element.label)
    } else {
        Html::labelled(&Html::of_text(&element.label), &Html::of_text(&ways.join("; ")))
    };
    masked(&text, terms.iter().flat_map(|term| names(term)))
}

/// What holds on a point, without the names that would give it away.
fn statement(desk: &Desk<'_>, row: &Row<'_>, holds: &Html, terms: &[&Term]) -> Html {
    let said = Html::labelled(&Html::of_text(row.on), holds);
    desk.voiced(masked(&said, terms.iter().flat_map(|term| names(term))), &row.concept.language)
}

/// None where there is too little to sort, or nothing of a term.
fn question(
    desk: &Desk<'_>,
    kind: &str,
    ids: &[String],
    asks: &str,
    statements: &[Statement<'_>],
) -> Option<Question> {
    let mut kept: Vec<Statement<'_>> = Vec::new();
    for statement in statements {
        // What is said of two terms in the same words has no one place.
        let twice =
            statements.iter().filter(|other| same(other.text.as_str(), statement.text.as_str())).count();
        if twice == 1 && kept.len() < MOST {
            kept.push(statement.clone());
        }
    }
    let mut terms: Vec<&Term> = Vec::new();
    for statement in &kept {
        if !terms.iter().any(|term| term.id == statement.of.id) {
            terms.push(statement.of);
        }
    }
    let terms = in_order(terms, |one, other| one.id.cmp(&other.id));
    if kept.len() < LEAST || terms.len() < 2 {
        return None;
    }
    let category = |term: &Term| CategoryKey::from(term.id.slug().clone());
    let mut items = Vec::new();
    let mut places = Vec::new();
    let mut sources: Vec<Citation> = Vec::new();
    for (place, statement) in kept.iter().enumerate() {
        let key: ItemKey = format!("item-{}", place + 1).parse().ok()?;
        items.push(Item { key: key.clone(), text: statement.text.clone() });
        places.push((key, category(statement.of)));
        if !sources.contains(statement.source) {
            sources.push(statement.source.clone());
        }
    }
    let categories =
        terms.iter().map(|term| Category { key: category(term), text: desk.name(term) }).collect();
    let body = Body::Classify {
        prompt: classify::Prompt { categories, items },
        key: classify::Key {
            places: places.into_iter().collect(),
            partial: Partial::Each,
            feedback: Vec::new(),
        },
    };
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let draft = Draft {
        id: named_after(kind, &ids)?,
        language: desk.language,
        level: Level::Analyse,
        stem: Html::of_text(asks),
        body,
        explain: desk.definitions(&terms),
        sources,
    };
    Some(draft.question())
}
