//! What the log tells of each card: its reviews, one after the other, and what is remembered after them.

use domain::card::{Card, Rating, Recall};
use domain::course::Mode;
use domain::drill::is_drill;
use domain::id::{ModuleRef, QuestionRef};
use domain::log::{AttemptId, Entry, EntryId, Fact};
use domain::map::{Map, Set};
use domain::progress::in_log_order;
use domain::score::{Certainty, Verdict};
use fsrs::FSRS;

use crate::calendar::{Calendar, Day};
use crate::memory::{Memory, Review};

/// What the log says about cards.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Memories {
    /// What is remembered of each card that was ever asked.
    pub cards: Map<Card, Memory>,
    /// How many cards were recalled today.
    pub recalled_today: usize,
    /// How many of them were terms that had never come before.
    pub new_terms_today: usize,
    /// The modules of which a lesson was read or a quiz begun, in that order.
    pub begun: Vec<ModuleRef>,
}

/// Computes what is remembered from the entries of a log, in any order.
///
/// An answer in a quiz is a review as well; of several answers to a question in one attempt the last one counts, as it does for the
/// attempt. An overruled rating takes the place of the one that followed from the answer. Questions that are never marked, as
/// reflections are, are no cards.
///
/// An entry that lies in the future was written while the clock was wrong: the day of the entry before it counts.
pub fn memories<'a>(entries: impl IntoIterator<Item = &'a Entry>, calendar: Calendar) -> Memories {
    let today = calendar.today();
    let mut history = History::default();
    let mut days = Days { calendar, today, before: Day::default() };
    for entry in in_log_order(entries) {
        let day = days.of(entry);
        if let Fact::CardRecalled { card, .. } = &entry.fact
            && day == today
            && !is_drill(card)
        {
            history.recalled_today.insert(card.clone());
        }
        history.add(entry.id, day, &entry.fact);
    }
    history.memories(today)
}

/// The days of entries, as far as they can be believed.
struct Days {
    calendar: Calendar,
    today: Day,
    before: Day,
}

impl Days {
    fn of(&mut self, entry: &Entry) -> Day {
        let day = self.calendar.day(entry.at);
        // A journey to the west takes back at most a day.
        if day <= self.today.plus(1) {
            self.before = day.min(self.today);
        }
        self.before
    }
}

/// The reviews of a log.
#[derive(Default)]
struct History {
    /// In order; a review that another one took the place of is gone.
    reviews: Vec<Option<(Card, EntryId, Review)>>,
    /// What was done with a question in an attempt.
    answers: Map<(AttemptId, QuestionRef), Answers>,
    /// The attempts in which another answer is another try.
    practice: Set<AttemptId>,
    finished: Set<AttemptId>,
    overruled: Map<EntryId, Rating>,
    /// The cards that were recalled today, apart from quizzes.
    recalled_today: Set<Card>,
    begun: Vec<ModuleRef>,
}

/// What was done with a question in an attempt.
#[derive(Default)]
struct Answers {
    /// The place of its review.
    review: Option<usize>,
    count: usize,
    hints: usize,
}

impl History {
    fn add(&mut self, entry: EntryId, day: Day, fact: &Fact) {
        match fact {
            Fact::LessonRead { lesson } => self.begin(lesson.module_ref()),
            Fact::AttemptBegun { attempt, quiz, mode, .. } => {
                if *mode == Mode::Practice {
                    self.practice.insert(*attempt);
                }
                self.begin(quiz.module_ref());
            }
            Fact::AttemptFinished { attempt } => {
                self.finished.insert(*attempt);
            }
            Fact::HintTaken { attempt, question, .. } => {
                self.answers_to(*attempt, question).hints += 1;
            }
            Fact::QuestionAnswered { attempt, question, response, credit, verdict, certainty, .. } => {
                // Handed in, the key is shown: what another tab sends afterwards does not count.
                if self.finished.contains(attempt) || !response.kind().is_marked() {
                    return;
                }
                let (place, is_practice) = (self.reviews.len(), self.practice.contains(attempt));
                let answers = self.answers_to(*attempt, question);
                let (hints, earlier) = (answers.hints, answers.count);
                let replaced = answers.review.replace(place);
                answers.count += 1;
                if let Some(replaced) = replaced.and_then(|place| self.reviews.get_mut(place)) {
                    *replaced = None;
                }
                let earlier_tries = if is_practice { earlier } else { 0 };
                let verdict = verdict.unwrap_or(credit.verdict());
                let recall = Recall { verdict, certainty: *certainty, hints, earlier_tries };
                let review = Review { day, rating: recall.rating(), surely_wrong: recall.is_surely_wrong() };
                self.reviews.push(Some((Card::Question(question.clone()), entry, review)));
            }
            // A drill can be taken as often as one likes: it moves no card, and takes no place in a day's list.
            Fact::CardRecalled { card, .. } if is_drill(card) => {}
            Fact::CardRecalled { card, credit, certainty, rating, .. } => {
                let is_wrong = credit.is_some_and(|credit| credit.verdict() == Verdict::Wrong);
                // A right answer that hints have cost all of its credit is rated better than that.
                let surely_wrong =
                    is_wrong && *certainty == Some(Certainty::High) && *rating == Rating::Again;
                self.reviews.push(Some((card.clone(), entry, Review { day, rating: *rating, surely_wrong })));
            }
            Fact::RatingChanged { entry, rating } => {
                self.overruled.insert(*entry, *rating);
            }
            // That the key was shown changes nothing: the last answer before it tells what was known.
            Fact::KeyShown { .. } | Fact::TimeExtended { .. } => {}
        }
    }

    fn answers_to(&mut self, attempt: AttemptId, question: &QuestionRef) -> &mut Answers {
        self.answers.entry((attempt, question.clone())).or_default()
    }

    fn begin(&mut self, module: ModuleRef) {
        if !self.begun.contains(&module) {
            self.begun.push(module);
        }
    }

    fn memories(self, today: Day) -> Memories {
        let model = FSRS::default();
        let mut cards: Map<Card, Memory> = Map::new();
        for (card, entry, review) in self.reviews.into_iter().flatten() {
            let rating = self.overruled.get(&entry).copied().unwrap_or(review.rating);
            // Who overrules the rating says that it was not so wrong after all.
            let surely_wrong = review.surely_wrong && rating == Rating::Again;
            let review = Review { rating, surely_wrong, ..review };
            let memory = Memory::after(&model, cards.get(&card).copied(), review);
            cards.insert(card, memory);
        }
        let is_new_term = |card: &&Card| {
            matches!(card, Card::Term(_)) && cards.get(*card).is_some_and(|memory| memory.first == today)
        };
        Memories {
            recalled_today: self.recalled_today.len(),
            new_terms_today: self.recalled_today.iter().filter(is_new_term).count(),
            cards,
            begun: self.begun,
        }
    }
}
