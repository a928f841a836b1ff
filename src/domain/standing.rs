//! Where a learner stands in a module: what she read, and what counts of the quizzes. It is computed from the log.

use crate::conditions::Grade;
use crate::course::Quiz;
use crate::id::{LessonRef, ModuleRef, QuizRef};
use crate::log::AttemptId;
use crate::progress::{Attempt, Progress};
use crate::score::passes;
use crate::time::Timestamp;

/// Where a learner stands in a quiz.
#[derive(Debug, Clone, PartialEq)]
pub struct QuizStanding {
    /// The quiz.
    pub quiz: QuizRef,
    /// How many attempts were finished.
    pub finished: usize,
    /// Whether one is under way.
    pub is_running: bool,
    /// What counts of the finished attempts, a share of the points, 0 to 1.
    pub share: Option<f64>,
    /// Whether that reaches the pass mark; none where nothing was finished or there is no pass mark.
    pub passed: Option<bool>,
    /// The attempt that decided it, and when it was finished: the latest where all of them count.
    pub decided: Option<(AttemptId, Timestamp)>,
}

impl QuizStanding {
    /// Where she stands in a quiz of a module.
    pub fn of(progress: &Progress, module: &ModuleRef, quiz: &Quiz) -> Self {
        let reference =
            QuizRef { course: module.course.clone(), module: module.module.clone(), quiz: quiz.id.clone() };
        let finished: Vec<(AttemptId, &Attempt)> =
            progress.attempts(&reference).filter(|(_, attempt)| attempt.finished.is_some()).collect();
        let grade = quiz.conditions.grade;
        let share = progress.grade(&reference, grade);
        let deciding = match grade {
            // The first of those that are equally good: since then it holds.
            Grade::Best => finished.iter().find(|(_, attempt)| Some(attempt.share()) == share),
            Grade::First => finished.first(),
            Grade::Last | Grade::Average => finished.last(),
        };
        Self {
            finished: finished.len(),
            is_running: progress.open_attempt(&reference).is_some(),
            share,
            passed: share.zip(quiz.pass).map(|(share, pass)| passes(share, pass)),
            decided: deciding.and_then(|(id, attempt)| Some((*id, attempt.finished?))),
            quiz: reference,
        }
    }
}

/// How many of these lessons were read.
pub fn lessons_read<'a>(progress: &Progress, lessons: impl IntoIterator<Item = &'a LessonRef>) -> usize {
    lessons.into_iter().filter(|lesson| progress.has_read(lesson)).count()
}

/// When a learner last did something in a module: read a lesson, answered, handed in.
pub fn last_activity(progress: &Progress, module: &ModuleRef) -> Option<Timestamp> {
    let is_own = |quiz: &QuizRef| quiz.course == module.course && quiz.module == module.module;
    let read = progress
        .lessons_read()
        .filter(|(lesson, _)| lesson.course == module.course && lesson.module == module.module)
        .map(|(_, at)| at);
    let answered = progress.all_attempts().filter(|(_, attempt)| is_own(&attempt.quiz));
    let answered = answered.filter_map(|(_, attempt)| {
        let answers = attempt.answers.values().map(|answer| answer.at);
        answers.chain([attempt.begun]).chain(attempt.finished).max()
    });
    read.chain(answered).max()
}
