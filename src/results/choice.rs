//! Which of the stored texts belong into a file.

use std::collections::BTreeSet;

use domain::id::CourseId;
use domain::log::{AttemptId, Entry, EntryId, Fact};
use domain::saved;

/// Which attempts a file is about. An attempt that is under way is no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// All that were finished.
    All,
    /// This one, if it was finished.
    One(AttemptId),
}

/// Of stored texts, by their ids, those that tell of finished attempts at the quizzes of a course, in the order of the log.
///
/// The texts are handed on word for word. Lessons, cards and attempts at other courses are nobody else's business and stay out.
pub fn entries_of(texts: &[(EntryId, String)], course: &CourseId, which: Which) -> Vec<String> {
    let read = |(_, text): &(EntryId, String)| Some((saved::read_entry(text).ok()?, text.clone()));
    let mut entries: Vec<(Entry, String)> = texts.iter().filter_map(read).collect();
    entries.sort_by_key(|(entry, _)| entry.order());
    let begun = entries.iter().filter_map(|(entry, _)| begun(entry, course));
    let begun: BTreeSet<AttemptId> = begun.filter(|id| which.is_about(*id)).collect();
    let finished: BTreeSet<AttemptId> = entries.iter().filter_map(|(entry, _)| finished(entry)).collect();
    let is_told = |entry: &Entry| {
        entry.fact.attempt().is_some_and(|attempt| begun.contains(&attempt) && finished.contains(&attempt))
    };
    entries.into_iter().filter(|(entry, _)| is_told(entry)).map(|(_, text)| text).collect()
}

impl Which {
    fn is_about(self, attempt: AttemptId) -> bool {
        match self {
            Self::All => true,
            Self::One(only) => only == attempt,
        }
    }
}

/// The attempt that an entry begins, where that is one at a quiz of this course.
fn begun(entry: &Entry, course: &CourseId) -> Option<AttemptId> {
    match &entry.fact {
        Fact::AttemptBegun { attempt, quiz, .. } => (quiz.course == *course).then_some(*attempt),
        Fact::LessonRead { .. }
        | Fact::QuestionAnswered { .. }
        | Fact::HintTaken { .. }
        | Fact::KeyShown { .. }
        | Fact::TimeExtended { .. }
        | Fact::AttemptFinished { .. }
        | Fact::CardRecalled { .. }
        | Fact::RatingChanged { .. } => None,
    }
}

/// The attempt that an entry ends.
fn finished(entry: &Entry) -> Option<AttemptId> {
    match &entry.fact {
        Fact::AttemptFinished { attempt } => Some(*attempt),
        Fact::AttemptBegun { .. }
        | Fact::LessonRead { .. }
        | Fact::QuestionAnswered { .. }
        | Fact::HintTaken { .. }
        | Fact::KeyShown { .. }
        | Fact::TimeExtended { .. }
        | Fact::CardRecalled { .. }
        | Fact::RatingChanged { .. } => None,
    }
}
