//! What is said beside the title of a lesson, a quiz or a module: how long, how far.

use domain::course::{DrawRule, Mode, Quiz};
use domain::id::{LessonId, ModuleRef, QuizId, QuizRef};
use domain::index::{ModuleCard, ModuleIndex};
use domain::progress::Progress;

use crate::part::{count, share};

/// What a quiz is: `Practice · 8 questions · feedback after each answer`.
pub(crate) fn quiz_note(quiz: &Quiz, index: &ModuleIndex) -> String {
    let questions = count(quiz_length(quiz, index), "question", "questions");
    let pass = quiz.pass.map(|pass| format!(" · pass mark {}", share(pass))).unwrap_or_default();
    match quiz.mode {
        Mode::Practice => format!("Practice · {questions} · feedback after each answer{pass}"),
        Mode::Assessment => format!("Assessment · {questions} · feedback at the end{pass}"),
    }
}

/// How many questions a quiz draws.
fn quiz_length(quiz: &Quiz, index: &ModuleIndex) -> usize {
    let length = |rule: &DrawRule| match rule {
        DrawRule::Any(count) | DrawRule::Objective(_, count) => *count,
        DrawRule::EachObjective(count) => {
            let drawn = |objective| {
                let banks = index.banks.iter().flat_map(|bank| &bank.questions);
                banks.filter(|candidate| candidate.objective == objective).count().min(*count)
            };
            index.objectives.iter().map(|objective| drawn(objective.id.clone())).sum()
        }
    };
    quiz.draws.iter().map(|draw| length(&draw.rule)).sum()
}

/// How far a learner is with a quiz; empty where she has not begun.
pub(crate) fn quiz_state(progress: &Progress, quiz: &QuizRef) -> Option<String> {
    if let Some((_, attempt)) = progress.open_attempt(quiz) {
        return Some(format!("{} of {} answered", attempt.answers.len(), attempt.given.len()));
    }
    progress.best(quiz).map(|best| format!("Best result {}", share(best)))
}

/// How far a learner is with a module.
pub(crate) struct Standing {
    /// Lessons that she has read.
    pub(crate) read: usize,
    /// Quizzes that she has finished at least once.
    pub(crate) finished: usize,
    /// Whether she has begun anything.
    pub(crate) begun: bool,
}

/// Computes how far a learner is with a module.
pub(crate) fn standing(progress: &Progress, module: &ModuleRef, card: &ModuleCard) -> Standing {
    let quiz = |quiz: &QuizId| QuizRef {
        course: module.course.clone(),
        module: module.module.clone(),
        quiz: quiz.clone(),
    };
    let read = card.lessons.iter().filter(|lesson| progress.has_read(&lesson_ref(module, lesson))).count();
    let quizzes: Vec<QuizRef> = card.quizzes.iter().map(quiz).collect();
    let finished = quizzes.iter().filter(|quiz| progress.best(quiz).is_some()).count();
    let tried = quizzes.iter().any(|quiz| progress.attempts(quiz).next().is_some());
    Standing { read, finished, begun: read > 0 || tried }
}

/// A lesson of a module.
pub(crate) fn lesson_ref(module: &ModuleRef, lesson: &LessonId) -> domain::id::LessonRef {
    domain::id::LessonRef {
        course: module.course.clone(),
        module: module.module.clone(),
        lesson: lesson.clone(),
    }
}

/// How far, in words; empty where nothing was begun.
pub(crate) fn standing_note(standing: &Standing, card: &ModuleCard) -> Option<String> {
    let Standing { read, finished, begun } = standing;
    let (lessons, quizzes) = (card.lessons.len(), card.quizzes.len());
    begun.then(|| format!("{read} of {lessons} lessons read · {finished} of {quizzes} quizzes finished"))
}
