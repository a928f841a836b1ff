//! How well a card was known: what followed from the answer, or what the learner says herself; and when it comes back.

use domain::card::{Card, Rating};
use domain::log::{Entry, EntryId, Fact};
use leptos::prelude::*;
use spacing::memories;

use super::{Desk, plan};
use crate::browser;
use crate::notebook::texts::texts;
use crate::part::element::{El, classed, el, live, nothing};
use crate::part::words::counted;
use crate::quiz::{PRIMARY, button};

/// How a card was rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rated {
    /// The entry of the log that tells of it.
    pub(super) entry: EntryId,
    pub(super) rating: Rating,
    /// In how many days the card comes back.
    pub(super) days: u32,
}

impl Desk {
    /// The row of ratings, and, once there is one, when the card comes back and the way on. `derived` tells whether the rating followed
    /// from an answer.
    pub(super) fn ratings(self, at: usize, card: &Card, derived: bool) -> El {
        let card = card.clone();
        if derived {
            self.rated.set(self.last(&card));
        }
        let buttons = Rating::ALL.map(|rating| {
            let card = card.clone();
            let is_it = move || self.rated.get().is_some_and(|rated| rated.rating == rating);
            button("button rating", name(rating), move |_| self.rate(&card, rating))
                .live_attr("aria-pressed", move || Some(if is_it() { "true" } else { "false" }))
                .view()
        });
        let whole = self.day.with_value(|day| day.cards.len());
        let on = live(move || {
            let Some(rated) = self.rated.get() else { return nothing() };
            let words = if at + 1 < whole { texts().next_card } else { texts().finish };
            let next = button(PRIMARY, words, move |_| self.go_on(at));
            el("div")
                .child(el("p").child(back_in(rated.days).as_str()))
                .child(classed("div", "actions").child(next))
                .view()
        });
        let follows = derived.then(|| classed("p", "note").child(texts().rating_follows));
        classed("div", "ratings")
            .child(
                classed("fieldset", "row")
                    .child(el("legend").child(texts().how_well))
                    .child(classed("div", "rating-row").children(buttons))
                    .child(follows),
            )
            .child(on)
    }

    /// Writes how well the card was known: for the first time, or in the place of what was written before.
    fn rate(self, card: &Card, rating: Rating) {
        match self.rated.get_untracked() {
            Some(rated) if rated.rating == rating => {}
            Some(rated) => self.app.record(Fact::RatingChanged { entry: rated.entry, rating }),
            None => self.app.record(Fact::CardRecalled {
                card: card.clone(),
                response: None,
                edition: None,
                credit: None,
                certainty: None,
                hints: 0,
                rating,
                took: browser::now().since(self.shown.get_value()),
            }),
        }
        let rated = self.last(card);
        self.rated.set(rated);
        if let Some(rated) = rated {
            browser::say(&format!("{}: {}", name(rating), back_in(rated.days)));
        }
    }

    /// How the card was rated when it was recalled last.
    fn last(self, card: &Card) -> Option<Rated> {
        let calendar = plan::calendar();
        self.app.entries(|entries| {
            let entry =
                entries.iter().filter(|entry| tells_of(entry, card)).max_by_key(|entry| entry.order())?.id;
            let memory = *memories(entries, calendar).cards.get(card)?;
            Some(Rated { entry, rating: memory.rating, days: memory.due.since(calendar.today()) })
        })
    }
}

fn tells_of(entry: &Entry, wanted: &Card) -> bool {
    matches!(&entry.fact, Fact::CardRecalled { card, .. } if card == wanted)
}

/// The words for a rating.
fn name(rating: Rating) -> &'static str {
    match rating {
        Rating::Again => texts().again,
        Rating::Hard => texts().hard,
        Rating::Good => texts().good,
        Rating::Easy => texts().easy,
    }
}

fn back_in(days: u32) -> String {
    if days <= 1 { texts().back_tomorrow.to_owned() } else { counted(&texts().back_in, days as usize) }
}
