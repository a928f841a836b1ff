//! The list of a day.

use domain::card::Card;
use domain::map::Set;
use domain::sort::in_order;

use crate::calendar::Day;
use crate::memory::Memory;
use crate::reviews::Memories;

/// How much a learner wants to be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// How many cards a day, at most.
    pub cards: usize,
    /// How many of them may be terms that never came before, at most.
    pub new_terms: usize,
}

impl Default for Plan {
    /// About ten minutes a day.
    fn default() -> Self {
        Self { cards: 20, new_terms: 5 }
    }
}

/// What is to be recalled today.
#[derive(Debug, Clone, PartialEq)]
pub struct Today {
    /// The cards that are left, in the order in which they come; with those that were recalled today never more than the plan says.
    pub cards: Vec<Due>,
    /// How many cards were recalled today.
    pub done: usize,
    /// Whether more is due than the plan lets through: it waits for another day. How much it is, nobody needs to hear.
    pub rest_waits: bool,
    /// The day on which the next card comes back; none where none will.
    pub next: Option<Day>,
}

/// A card of today's list.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    /// The card.
    pub card: Card,
    /// What is remembered of it; none where it comes for the first time.
    pub memory: Option<Memory>,
}

/// The list of a day, out of the cards that there are (`stock`, those of the modules that were begun).
///
/// A question is on it once it was answered in a quiz and is due. What was wrong and held for certain comes first, then what
/// is most likely to be forgotten. Terms that never came before fill what is left of the plan, in the order of the stock: who was
/// away for long is not given new ones on top.
pub fn today(memories: &Memories, stock: &[Card], plan: &Plan, day: Day) -> Today {
    let known = |card: &Card| memories.cards.get(card);
    let mut due: Vec<Due> = Vec::new();
    let mut next: Option<Day> = None;
    let mut met = Set::default();
    for card in stock {
        let Some(memory) = known(card).filter(|_| met.insert(card)) else { continue };
        if memory.due <= day {
            due.push(Due { card: card.clone(), memory: Some(*memory) });
        } else {
            next = Some(next.map_or(memory.due, |earlier| earlier.min(memory.due)));
        }
    }
    let due = in_order(due, |one, other| {
        urgency(one, day).cmp(&urgency(other, day)).then_with(|| one.card.cmp(&other.card))
    });

    let new: Vec<Due> = stock
        .iter()
        .filter(|card| matches!(card, Card::Term(_)) && known(card).is_none() && met.insert(*card))
        .map(|card| Due { card: card.clone(), memory: None })
        .collect();

    let due_count = due.len();
    let left = plan.cards.saturating_sub(memories.recalled_today);
    let new_left = plan.new_terms.saturating_sub(memories.new_terms_today);
    let mut cards: Vec<Due> = due.into_iter().take(left).collect();
    let room = left.saturating_sub(cards.len()).min(new_left);
    let terms_to_come = plan.new_terms > 0 && new.len() > room;
    cards.extend(new.into_iter().take(room));
    let rest_waits = due_count > left;
    if rest_waits || terms_to_come {
        next = Some(day.plus(1));
    }
    Today { cards, done: memories.recalled_today, rest_waits, next }
}

/// What the list is ordered by: the surely wrong first, then by the chance of knowing the card.
fn urgency(due: &Due, day: Day) -> (bool, u32) {
    let memory = due.memory;
    let surely_wrong = memory.is_some_and(|memory| memory.surely_wrong);
    // A chance is no negative number, and such numbers order as their bits do.
    (!surely_wrong, memory.map_or(0, |memory| memory.chance(day).max(0.0).to_bits()))
}
