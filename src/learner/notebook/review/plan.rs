//! The list of today: what the log remembers, held against what the site has.

use domain::card::Card;
use domain::id::QuestionRef;
use domain::index::{Address, BankIndex, Mark, ModuleIndex};
use domain::question::Question;
use domain::reference::Term;
use domain::score::Points;
use domain::shelf::{Shelf, Stock};
use spacing::{Calendar, Memories, Plan, Today, memories};

use super::{Asked, DayList};
use crate::app::App;
use crate::fetch::{self, Missing};
use crate::{browser, storage};

/// The calendar of the learner's device.
pub(super) fn calendar() -> Calendar {
    Calendar { now: browser::now(), ahead: browser::minutes_ahead() }
}

/// The list of today for the course whose shelf is at this address.
pub(super) async fn today(app: App, shelf: &Address) -> Result<DayList, Missing> {
    let root = app.root();
    let shelf: Shelf = fetch::json(&root, shelf).await?;
    let calendar = calendar();
    let known = app.entries(|entries| memories(entries, calendar));
    let begun: Vec<_> = shelf.modules.iter().filter(|stock| known.begun.contains(&stock.module)).collect();
    let addresses: Vec<&Address> = begun.iter().map(|stock| &stock.index).collect();
    let indexes: Vec<ModuleIndex> = fetch::all(&root, &addresses).await?;
    let banks = banks(indexes);
    let list = list(&known, &begun, &banks, calendar);

    let wanted: Vec<QuestionRef> = list.cards.iter().filter_map(|due| question_of(&due.card)).collect();
    let found = fetch::questions(&root, &banks, &wanted).await?;
    let cards = list.cards.iter().filter_map(|due| asked(&due.card, &found, &shelf.terms)).collect();
    Ok(DayList {
        cards,
        before: list.done,
        rest_waits: list.rest_waits,
        next: list.next.map(|day| day.since(calendar.today())),
        is_begun: !begun.is_empty(),
    })
}

/// How many cards are left of today's list, out of the modules that were begun.
pub(in crate::notebook) fn due(app: App, begun: &[&Stock], indexes: Vec<ModuleIndex>) -> usize {
    let calendar = calendar();
    let known = app.entries(|entries| memories(entries, calendar));
    list(&known, begun, &banks(indexes), calendar).cards.len()
}

fn list(known: &Memories, begun: &[&Stock], banks: &[BankIndex], calendar: Calendar) -> Today {
    let questions = questions(known, banks);
    let terms = begun.iter().flat_map(|stock| &stock.terms).cloned().map(Card::Term);
    let stock: Vec<Card> = questions.into_iter().chain(terms).collect();
    let plan = Plan { cards: storage::settings().cards_a_day.into(), ..Plan::default() };
    spacing::today(known, &stock, &plan, calendar.today())
}

/// The banks of several modules, each once.
fn banks(indexes: Vec<ModuleIndex>) -> Vec<BankIndex> {
    let mut banks: Vec<BankIndex> = Vec::new();
    for bank in indexes.into_iter().flat_map(|index| index.banks) {
        if !banks.iter().any(|known| known.id == bank.id) {
            banks.push(bank);
        }
    }
    banks
}

/// The questions that were answered and are still asked.
fn questions(known: &Memories, banks: &[BankIndex]) -> Vec<Card> {
    let is_asked = |question: &QuestionRef| {
        let mark = Mark::of(&question.question);
        let own = banks.iter().filter(|bank| bank.id == question.bank).flat_map(|bank| &bank.groups);
        own.filter(|group| group.is_drawn(None)).any(|group| group.marks.iter().any(|other| other == mark))
    };
    known
        .cards
        .keys()
        .filter(|card| question_of(card).is_some_and(|question| is_asked(&question)))
        .cloned()
        .collect()
}

fn question_of(card: &Card) -> Option<QuestionRef> {
    match card {
        Card::Question(question) => Some(question.clone()),
        Card::Term(_) => None,
    }
}

fn asked(card: &Card, questions: &[Question], terms: &[Term]) -> Option<Asked> {
    match card {
        Card::Question(id) => {
            let mut found = questions.iter().find(|question| question.id == *id)?.clone();
            // What is recalled earns no points.
            found.points = Points::ZERO;
            Some(Asked::Question(Box::new(found)))
        }
        Card::Term(id) => {
            terms.iter().find(|term| term.id == *id).cloned().map(|term| Asked::Term(Box::new(term)))
        }
    }
}
