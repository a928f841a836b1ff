//! English.

use super::Reader;
use crate::Plural;

/// The texts in English.
pub(super) const TEXTS: Reader = Reader {
    percent: "{number}\u{a0}%",
    points_of: Plural::english("{earned} of {count} point", "{earned} of {count} points"),
    amount_of: "{earned} of {possible}",

    state_read: "read",
    state_answered: "{answered} of {all} answered",
    state_best: "best result {share}",
    state_module: "{read} of {lessons} lessons read, {finished} of {quizzes} quizzes finished",

    broken: "Something broke in this page. What you answered is kept: reload the page to go on.",
    storage_blocked: "This browser does not let the page store anything. You can go on, but your answers last only until you \
                      close the page. A window that is not private, or another browser, can keep them.",
    storage_full: Plural::english(
        "The storage of this browser is full: {count} entry is not stored and will be lost when you close the page. Make \
         room, for instance by removing the data of other sites; Plenary tries again with your next answer.",
        "The storage of this browser is full: {count} entries are not stored and will be lost when you close the page. Make \
         room, for instance by removing the data of other sites; Plenary tries again with your next answer.",
    ),
    set_aside: Plural::english(
        "{count} stored entry could not be read and was set aside, not deleted. Everything else is here and you can go on.",
        "{count} stored entries could not be read and were set aside, not deleted. Everything else is here and you can go on.",
    ),
    too_new: Plural::english(
        "{count} stored entry was written by a later version of Plenary and left as it is. Reload the page to get that version.",
        "{count} stored entries were written by a later version of Plenary and left as they are. Reload the page to get that \
         version.",
    ),
    saved_no_backup: "Saved on this device · no backup yet",
    saved_today: "Saved on this device · last backup today",
    saved_days: Plural::english(
        "Saved on this device · last backup {count} day ago",
        "Saved on this device · last backup {count} days ago",
    ),
    not_saved: "Not saved on this device",
    backup_due: "Your answers are in this browser only. A backup is a file with all of them, which you can bring back on any \
                 device.",
    backup_now: "Back up now",
    later: "Later",
    do_not_remind: "Do not remind me",
    backup_made: "The backup was made: {name}",

    close: "Close",
    sources: Plural::english("Source", "Sources"),

    no_questions: "This quiz has no questions that could be asked now.",
    on_their_way: "The questions are on their way.",
    your_best: "Your best result {share}.",
    begin: "Begin",
    begin_again: "Begin again",
    see_last_result: "See the last result",
    unreachable: "The site could not be reached. Check the connection, then try again.",
    not_there: "These questions are no longer on the site: it was published anew. Reload the page.",
    unreadable: "The questions came damaged. Try again; if it stays so, tell those who run the site.",
    all_is_kept: "Everything that you answered is kept.",
    try_again: "Try again",

    question_of: "Question {number} of {whole}",
    question: "Question {number}",
    as_of: "As of {year}",
    held_by: "A view held by: {who}",
    choose_all: "Choose all that apply.",
    says_true: "True",
    says_false: "False",
    choose_answer: "Choose an answer",
    in_use: "in use",
    facts: "The facts",
    elements_of: "Elements: {term}",
    not_needed: "Not needed where:",
    met: "Met",
    not_met: "Not met",
    unclear: "Not enough facts",
    conclusion: "Conclusion",

    check_answer: "Check the answer",
    next_question: "Next question",
    see_result: "See the result",
    save_and_go_on: "Save and go on",
    leave_for_now: "Leave it for now",
    hand_in: "Hand in",
    back: "Back",
    still_open: Plural::english(
        "{count} question is not answered yet:",
        "{count} questions are not answered yet:",
    ),
    not_ready: "Something is still to be decided. Nothing was marked.",
    answer_saved: "Answer saved.",
    finished: "Finished: {share}.",

    right: "Right",
    partly_right: "Partly right",
    not_right: "Not right",
    not_answered: "Not answered",
    right_answer: "right answer",
    decided_right: "Right: ",
    decided_wrong: "Not right: ",
    not_chosen: "Not chosen",
    instead: "Right answer:",
    revised: "This question was revised after you answered it; your earlier result is kept.",

    your_result: "Your result",
    passed: "Passed. The pass mark is {share}.",
    not_passed: "Not passed yet. The pass mark is {share}.",
    take_again: "Take it again",
    back_to_module: "Back to the module",
    by_objective: "By objective",
    objective: "Objective",
    points: "Points",
    share: "Share",
    your_answers: "Your answers",
};
