//! Whether a learner has mastered an objective is told from her last answers to three of its questions at least; with one or two, a lucky guess
//! decides, and whoever tries again is asked what was just explained. Told of is an objective with fewer than three questions that can be right or wrong and
//! that the quizzes of its module can draw. (An objective with none at all is told of as W325.)

use crate::desk::Desk;
use crate::diagnostic::Code;
use crate::place::Place;
use domain::mastery::QUESTIONS;

/// One objective; `questions` is how many there are on it.
pub(crate) fn check(desk: &Desk<'_>, id: &str, questions: usize, place: Place) {
    if questions == 0 || questions >= QUESTIONS {
        return;
    }
    let are =
        if questions == 1 { "1 question tests".to_owned() } else { format!("{questions} questions test") };
    let message = format!("Only {are} `{id}`; mastery rests on {QUESTIONS}.");
    let help = "Write another question with this objective.";
    desk.faults.warning(Code::FewQuestions, place, message, help);
}
