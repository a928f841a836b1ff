//! What the application says on pages and in quizzes.

use crate::group::group;
use crate::{Plural, Text};

group! {
    /// What the application says on pages and in quizzes; the notebook, which asks questions too, says it as well.
    Reader {
        // Numbers
        /// Wherever a share is shown, `67 %`.
        percent: Text,
        /// Points that were earned of those that can be, beside a verdict and a result; `{count}` is what can be earned.
        points_of: Plural,
        /// The same in a table, where the column is named already.
        amount_of: Text,

        // What was done, beside the title of a lesson, a quiz, a module, a course
        /// A lesson that was read to its end.
        state_read: Text,
        /// A quiz that is being taken.
        state_answered: Text,
        /// A quiz that was finished; `{share}` is a share.
        state_best: Text,
        /// A module or a course that was begun.
        state_module: Text,

        // Notices
        /// Above the page, after a fault of the application.
        broken: Text,
        /// Above the page, where the browser lets it store nothing.
        storage_blocked: Text,
        /// Above the page, where the storage is full.
        storage_full: Plural,
        /// Above the page, where stored entries could not be read.
        set_aside: Plural,
        /// Above the page, where entries of a later version were found.
        too_new: Plural,

        /// In the foot of every page: what was answered is stored, and there is no backup of it yet.
        saved_no_backup: Text,
        /// In the foot of every page: what was answered is stored, and the last backup was made today.
        saved_today: Text,
        /// In the foot of every page: what was answered is stored, and the last backup was made so many days ago.
        saved_days: Plural,
        /// In the foot of every page, where the storage is full or blocked.
        not_saved: Text,
        /// Above the page, where a backup is due.
        backup_due: Text,
        /// The button that makes a backup.
        backup_now: Text,
        /// The button that puts the reminder off.
        later: Text,
        /// The button that turns reminders off.
        do_not_remind: Text,
        /// Said when a backup was made; `{name}` is that of its file.
        backup_made: Text,

        // Definitions in place
        /// The button that closes a definition.
        close: Text,
        /// Before the citations of a question.
        sources: Plural,

        // Around a quiz
        /// In the place of a quiz that has no question to ask.
        no_questions: Text,
        /// In the place of a quiz until its questions arrive.
        on_their_way: Text,
        /// The entrance: how earlier attempts went; `{share}` is a share.
        your_best: Text,
        /// The entrance: the button that begins the first attempt.
        begin: Text,
        /// The entrance: the button that begins another attempt.
        begin_again: Text,
        /// The entrance: the button that shows what the last attempt came to.
        see_last_result: Text,
        /// The questions did not arrive: the site gave no answer.
        unreachable: Text,
        /// The questions did not arrive: the site no longer has them.
        not_there: Text,
        /// The questions did not arrive: what came cannot be read.
        unreadable: Text,
        /// After each of these three.
        all_is_kept: Text,
        /// The button below them.
        try_again: Text,

        // A question
        /// Above a question.
        question_of: Text,
        /// The name of a question in the review and in links to it.
        question: Text,
        /// Below a stem whose facts had their year.
        as_of: Text,
        /// Below a stem that is an opinion.
        held_by: Text,
        /// Above several options.
        choose_all: Text,
        /// The option that holds a statement true.
        says_true: Text,
        /// The option that holds a statement false.
        says_false: Text,
        /// In a slot of a matching that is empty.
        choose_answer: Text,
        /// Beside an answer that another item has.
        in_use: Text,
        /// Above the facts of a case.
        facts: Text,
        /// For screen readers, the name of the group of elements of a term.
        elements_of: Text,
        /// Before the case in which an element need not be met.
        not_needed: Text,
        /// A finding on an element.
        met: Text,
        /// A finding on an element.
        not_met: Text,
        /// A finding on an element.
        unclear: Text,
        /// Above the conclusions of a case.
        conclusion: Text,

        // The ways on
        /// Practice: the button that marks the answer.
        check_answer: Text,
        /// Practice: the button to the next question.
        next_question: Text,
        /// Practice: the button after the last question.
        see_result: Text,
        /// Assessment: the button that keeps the answer and goes on.
        save_and_go_on: Text,
        /// Assessment: the button that goes on without an answer.
        leave_for_now: Text,
        /// Assessment: the button that ends the attempt.
        hand_in: Text,
        /// Assessment: the button to the question before.
        back: Text,
        /// Assessment: before the links to questions without an answer, above the button that hands in.
        still_open: Plural,
        /// Said and shown where an answer is not complete.
        not_ready: Text,
        /// Said after an answer was kept.
        answer_saved: Text,
        /// Said after the attempt; `{share}` is a share.
        finished: Text,

        // Feedback
        /// The verdict on an answer, shown and said.
        right: Text,
        /// The verdict on an answer, shown and said.
        partly_right: Text,
        /// The verdict on an answer, shown and said.
        not_right: Text,
        /// In the review, in the place of a verdict.
        not_answered: Text,
        /// Beside an option that is right, once the answer was marked.
        right_answer: Text,
        /// For screen readers, before a decision that was right.
        decided_right: Text,
        /// For screen readers, before a decision that was not right.
        decided_wrong: Text,
        /// A decision that was not taken.
        not_chosen: Text,
        /// Before what would have been right.
        instead: Text,
        /// In the place of the decisions, where the question was revised after the answer.
        revised: Text,

        // The result
        /// The heading of the result.
        your_result: Text,
        /// Where the pass mark was reached; `{share}` is the pass mark.
        passed: Text,
        /// Where it was not.
        not_passed: Text,
        /// The button that begins another attempt.
        take_again: Text,
        /// The link that leads back.
        back_to_module: Text,
        /// The heading of the result by objective.
        by_objective: Text,
        /// A column of that table.
        objective: Text,
        /// A column of that table.
        points: Text,
        /// A column of that table.
        share: Text,
        /// The heading of the review.
        your_answers: Text,
    }
}
