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
        /// Above the reasons for holding a statement true or false.
        reason: Text,
        /// Above the passages of the facts that may prove an element.
        proof: Text,
        /// For screen readers, the name of that group; `{element}` is the element.
        proof_of: Text,
        /// Above the items that were put in order.
        your_order: Text,
        /// Above the items that were not put in order yet.
        still_to_place: Text,
        /// In the place of the order, until an item is placed.
        how_order: Text,
        /// The name of a button that moves an item towards the beginning.
        move_earlier: Text,
        /// The name of a button that moves an item towards the end.
        move_later: Text,
        /// The name of a button that takes an item out of the order.
        take_back: Text,
        /// Said after an item was placed or moved.
        placed_at: Text,
        /// Said after an item was taken out of the order.
        taken_back: Text,
        /// Above the items in the right order.
        right_order: Text,
        /// Feedback on an order: before what follows an item.
        after_item: Text,
        /// Feedback on an order: what follows the last item.
        nothing_more: Text,
        /// The name of a gap in a text.
        gap_of: Text,
        /// In the list of words for a gap, while none is chosen.
        choose_word: Text,
        /// The name of a field for a typed answer.
        your_answer: Text,
        /// Above the units of a number.
        unit: Text,
        /// Below a field, where what was typed is no number.
        no_number: Text,
        /// Below a field, where what was typed is no year.
        no_year: Text,
        /// Above a text whose passages can be marked.
        how_highlight: Text,
        /// The heading of a step of a case.
        step: Text,
        /// Before a decision in a case, and for screen readers the name of the group of decisions.
        your_decision: Text,
        /// The button that takes the last decision back.
        decide_again: Text,
        /// The heading of the end of a case.
        case_ended: Text,
        /// Above the steps of a case that were taken so far.
        so_far: Text,
        /// Above the map of the way that was taken through a case.
        way_taken: Text,
        /// Before the decisions that were not taken at a step.
        other_ways: Text,
        /// The name of the field for a reflection.
        your_words: Text,
        /// Above the model answer to a reflection.
        model_answer: Text,
        /// Above what a good answer thinks of, to be ticked.
        checklist: Text,
        /// Above the same points once the attempt is over, where nothing can be ticked any more.
        good_answer: Text,

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
        /// Below a question of an assessment whose answer she is changing, as long as the change is not complete.
        earlier_counts: Text,
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

        // Conditions, hints, tries, certainty, time
        /// A span of time.
        minutes: Plural,
        /// A span of less than two minutes.
        seconds: Plural,
        /// The entrance: the time limit; `{time}` is a span.
        time_given: Text,
        /// The entrance of an assessment with a limit.
        attempts_left: Plural,
        /// The entrance, once the last attempt was used.
        no_attempts_left: Text,
        /// The entrance, where there can be several attempts.
        best_counts: Text,
        /// The same.
        last_counts: Text,
        /// The same.
        first_counts: Text,
        /// The same.
        average_counts: Text,
        /// The entrance: above the list of finished attempts.
        your_attempts: Text,
        /// A finished attempt in that list: a day and a share.
        attempt_of: Text,
        /// The entrance: what a room takes together.
        code_title: Text,
        /// Below it.
        code_about: Text,
        /// The field for a code.
        code_label: Text,
        /// The button beside it.
        begin_with_code: Text,
        /// The button that makes a new code.
        make_code: Text,
        /// Before a new code and its link.
        code_made: Text,
        /// What is wrong with a code.
        code_length: Text,
        /// The same; `{character}` is the one.
        code_character: Text,
        /// The same.
        code_mistyped: Text,
        /// Where a paper was drawn by a code.
        by_code: Text,
        /// The button that sets a flag on a question.
        flag: Text,
        /// The list of all questions.
        all_questions: Text,
        /// Beside it.
        open_count: Plural,
        /// Beside it.
        flag_count: Plural,
        /// The state of a question in that list.
        answered: Text,
        /// The same.
        not_yet: Text,
        /// The same.
        flagged: Text,
        /// The button for the next hint.
        show_hint: Text,
        /// In that button, where the hint costs something.
        hint_costs: Text,
        /// Above a hint.
        hint_of: Text,
        /// Above the levels of certainty.
        how_sure: Text,
        /// A level of certainty.
        sure_low: Text,
        /// The same.
        sure_middle: Text,
        /// The same.
        sure_high: Text,
        /// Beside a level: the marks that are at stake.
        stakes: Text,
        /// Where an answer lacks its certainty.
        say_how_sure: Text,
        /// The button after an answer that is not right yet.
        try_question_again: Text,
        /// The button beside it.
        show_answer: Text,
        /// Beside these buttons.
        tries_left: Plural,
        /// Beside it, where a wrong try costs something.
        try_costs: Text,
        /// Beside the points of an answer.
        hints_used: Plural,
        /// Beside the points of an answer, from the second try on.
        tries_used: Text,
        /// The heading after a reflection, shown and said.
        noted: Text,
        /// Below it.
        noted_about: Text,
        /// Above a question, where there is a limit.
        time_left: Text,
        /// Above a question when the time is running out; it is said as well.
        time_short: Text,
        /// The button beside it; `{time}` is a span.
        more_time: Text,
        /// Said after that.
        time_extended: Text,
        /// Said, and shown with the result.
        time_over: Text,
        /// The result: above the questions that were answered wrongly by a learner who was quite sure.
        surely_wrong: Text,
        /// Below it.
        surely_wrong_about: Text,
        /// The result, under certainty: the marks and the most there can be.
        certainty_marks: Text,
        /// The result, where questions are gone from their bank.
        questions_gone: Plural,
        /// The result: the link to the notebook.
        to_progress: Text,
        /// Below a question that was answered: opens a text to send.
        report: Text,
        /// Above that text.
        report_about: Text,
        /// The button that copies it.
        copy: Text,
        /// Said after that.
        copied: Text,
        /// The link that opens a mail with it.
        mail: Text,
    }
}
