//! What the notebook says: the pages about a learner's own progress and data.

use crate::group::group;
use crate::{Plural, Text};

group! {
    /// What the notebook says on its pages. It says the texts of [`crate::reader::Reader`] as well where it asks questions.
    Notebook {
        // Your data
        /// In the place of what is stored, where nothing is.
        nothing_stored: Text,
        /// Above what is stored.
        stored: Text,
        /// How many answers are stored.
        stored_answers: Text,
        /// How many attempts are stored.
        stored_attempts: Text,
        /// How many lessons that were read are stored.
        stored_lessons: Text,
        /// Since when.
        stored_since: Text,
        /// Where the browser has promised to keep what is stored.
        persisted: Text,
        /// Where it has not.
        not_persisted: Text,
        /// Where it does not say.
        persists_unknown: Text,
        /// The button that asks the browser to keep what is stored.
        ask_to_persist: Text,
        /// Where the browser did not agree.
        persist_refused: Text,
        /// What Safari does, below.
        safari: Text,

        /// Above what is said of backups.
        backup: Text,
        /// What a backup is.
        backup_lead: Text,
        /// When the last backup was made.
        backup_last: Text,
        /// Where there is none.
        backup_none: Text,
        /// The switch for reminders.
        remind: Text,
        /// Below it: when there are reminders.
        remind_when: Text,

        /// Above the way to bring a backup back.
        restore: Text,
        /// What bringing a backup back does.
        restore_lead: Text,
        /// The field for the files.
        restore_files: Text,
        /// Of a file: how many entries were not there before.
        restored_new: Text,
        /// Of a file: how many were there already.
        restored_known: Text,
        /// Of a file: how many a later version has written.
        restored_too_new: Text,
        /// Of a file: how many differ from what is stored under their ids.
        restored_disputed: Text,
        /// Of a file: how many could not be stored.
        restored_unwritten: Text,
        /// Of a file: how many are no entries; they follow.
        restored_damaged: Text,
        /// One of them.
        damage: Text,
        /// It is not an id with a text.
        damage_not_an_entry: Text,
        /// It is longer than any entry.
        damage_too_long: Text,
        /// Its text cannot be read.
        damage_unreadable: Text,
        /// The file was cut off.
        restored_cut: Text,
        /// The file is larger than any backup.
        refused_too_large: Text,
        /// The file is no backup.
        refused_not_a_backup: Text,
        /// The file was made by a later version.
        refused_too_new: Text,
        /// The browser could not read the file.
        refused_unreadable: Text,

        /// Above the texts that were set aside.
        aside: Text,
        /// What they are.
        aside_lead: Text,
        /// The button that saves them as a file.
        aside_save: Text,

        /// Above the way to delete everything.
        delete: Text,
        /// What it deletes.
        delete_lead: Text,
        /// The button that asks whether she means it.
        delete_ask: Text,
        /// The question.
        delete_sure: Text,
        /// The button that deletes.
        delete_do: Text,
        /// The button that does not.
        delete_not: Text,
        /// Afterwards: how many stored texts were deleted.
        deleted: Text,

        // Review
        /// In the place of a review that has no card today.
        nothing_due: Text,
        /// Below it, where no module was begun.
        nothing_begun: Text,
        /// The link to the course.
        to_course: Text,
        /// When the next card comes back.
        next_tomorrow: Text,
        /// When the next card comes back.
        next_in: Plural,
        /// Above a card.
        card_of: Text,
        /// Above a term that is to be recalled.
        what_means: Text,
        /// The button below it.
        show_definition: Text,
        /// The heading of the definition.
        definition: Text,
        /// Other names of a term.
        also_called: Text,
        /// Above the four ratings of a card.
        how_well: Text,
        /// Below them, where the rating followed from the answer.
        rating_follows: Text,
        /// A rating of a card: not known.
        again: Text,
        /// A rating of a card: known with trouble.
        hard: Text,
        /// A rating of a card: known.
        good: Text,
        /// A rating of a card: known without thinking.
        easy: Text,
        /// When a card comes back, once it was rated; shown and said.
        back_tomorrow: Text,
        /// When a card comes back, once it was rated; shown and said.
        back_in: Plural,
        /// The button to the next card.
        next_card: Text,
        /// The button after the last card.
        finish: Text,
        /// The heading after the last card, shown and said.
        done_today: Text,
        /// Below it: how many cards were recalled today.
        recalled: Plural,
        /// Below it, and above the first card, where more is due than comes in a day.
        rest_waits: Text,
        /// The field for the most cards of a day.
        cards_a_day: Text,

        // Contrast drills
        /// In the place of drills, where there is nothing to make them from.
        no_drills: Text,
        /// The field for what a drill is about.
        tell_apart: Text,
        /// The choice of everything.
        mixed: Text,
        /// The choice of two terms.
        pair: Text,
        /// The seed of a drill.
        drill_number: Text,
        /// A question of a drill, above a definition.
        which_term: Text,
        /// A question of a drill; `{on}` is the point on which the two differ.
        which_difference: Text,
        /// An option: the same holds for either.
        both: Text,
        /// A question of a drill, above statements.
        sort_statements: Text,
        /// A question of a drill, above elements.
        sort_elements: Text,
        /// The result of a drill: above what was confused.
        confusions: Text,
        /// One line there.
        confusion: Text,
        /// The result of a drill, where nothing was confused.
        no_confusions: Text,
        /// The button that begins the same drill again.
        same_drill: Text,
        /// The button that begins another one.
        another_drill: Text,
        /// The button back to the choice.
        choose_another: Text,

        // Progress and the record of achievement
        /// Of a module.
        lessons_read: Text,
        /// Of a module.
        last_activity: Text,
        /// Of a module: above the table of its quizzes.
        quizzes: Text,
        /// There, and in the table of attempts: a heading.
        quiz: Text,
        /// There: a heading, above the share that counts.
        what_counts: Text,
        /// There: a heading, above what follows.
        standing: Text,
        /// Of a quiz, of an objective; and above the modules of which nothing was done.
        not_begun: Text,
        /// Of a quiz.
        running: Text,
        /// Of a quiz that has no pass mark.
        finished: Text,
        /// Of a quiz.
        has_passed: Text,
        /// Of a quiz.
        has_not_passed: Text,
        /// There: a heading, above how many attempts were finished.
        how_often: Text,
        /// Of a module: above the table of its objectives.
        objectives: Text,
        /// There: a heading, above the level.
        mastery: Text,
        /// A level of mastery.
        level_begun: Text,
        /// A level of mastery.
        level_nearly: Text,
        /// A level of mastery.
        level_mastered: Text,
        /// There: a heading, above what a level is computed from.
        computed_from: Text,
        /// There.
        answered_of: Text,
        /// There, after it.
        answered_last: Text,
        /// There, after it.
        answered_surely_wrong: Text,
        /// Below the objectives: what mastery means; the shares are the thresholds.
        how_mastery: Text,
        /// The name of the chart; the table beside it has the same numbers.
        chart: Text,
        /// Below the chart; `{share}` is the share from which an objective is mastered.
        chart_line: Text,
        /// Above the link to the review.
        due_today: Plural,
        /// That link.
        to_review: Text,
        /// In the place of progress, where nothing was done.
        nothing_done: Text,
        /// In the table of attempts: a heading.
        date: Text,
        /// In the table of attempts: a heading, above how long the questions were before the learner.
        time_at: Text,
        /// A button in the table of attempts, and a heading.
        results_file: Text,
        /// The name of that button for screen readers; it begins with its words.
        results_file_of: Text,
        /// Above the way to the results file.
        for_trainer: Text,
        /// Below it.
        for_trainer_lead: Text,
        /// Below it, and on the record: what the chain means and what it does not.
        evident: Text,
        /// The field for her name.
        your_name: Text,
        /// Below it.
        your_name_where: Text,
        /// The button that saves the file with all attempts.
        save_results: Text,
        /// Said after that.
        saved_results: Text,
        /// In the place of attempts, where none was finished.
        none_finished: Text,
        /// The link to the record of achievement.
        to_record: Text,
        /// On the record: before her name.
        name: Text,
        /// On the record: before the title of the course.
        course: Text,
        /// On the record: before the day on which it was made.
        made_on: Text,
        /// On the record, above a list.
        mastered_objectives: Text,
        /// In the place of that list.
        none_yet: Text,
        /// On the record, below a module: the fingerprint of what was asked, and how many questions there are.
        edition_of: Text,
        /// On the record, below a module.
        codes: Text,
        /// On the record: before the last link of the chain.
        fingerprint: Text,
        /// On the record: below it.
        fingerprint_about: Text,
        /// The button that prints the record.
        print: Text,
        /// In the place of the record, where no attempt was finished.
        nothing_to_record: Text,
    }
}
