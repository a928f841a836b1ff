//! English.

use super::Page;
use crate::Plural;

/// The texts in English.
pub(super) const TEXTS: Page = Page {
    skip: "Skip to the content",
    you_are_here: "You are here",
    languages: "Language",
    about_the_course: "About the course",
    kept_here: "Your answers are kept in this browser and nowhere else.",

    courses: "Courses",
    module_count: Plural::english("{count} module", "{count} modules"),
    lesson_count: Plural::english("{count} lesson", "{count} lessons"),
    quiz_count: Plural::english("{count} quiz", "{count} quizzes"),

    module_of: "Module {number} of {whole}",
    event: "Event",
    date: "Date",
    place: "Place",
    held_by: "Held by",
    source: "Source",
    take_first: "Take first",
    list_separator: ", ",
    lessons: "Lessons",
    quizzes: "Quizzes",
    able_to: "What you will be able to do",

    lesson_of: "Lesson {number} of {whole}",
    about_minutes: Plural::english("about {count} minute", "about {count} minutes"),
    ways_on: "Lessons",
    previous_lesson: "Previous lesson",
    next_lesson: "Next lesson",
    next_quiz: "Quiz",

    practice: "Practice",
    assessment: "Assessment",
    question_count: Plural::english("{count} question", "{count} questions"),
    pass_mark: "pass mark {share}",
    feedback_each: "feedback after each answer",
    feedback_end: "feedback at the end",
    percent: "{number}\u{a0}%",
    on_their_way: "The questions are on their way.",
    did_not_arrive: "The questions did not arrive. Check the connection, then reload the page; everything that you answered is kept.",
    no_scripts: "Answering questions needs scripts, which this browser does not run. The lessons of {module} can be read without.",

    glossary: "Glossary",
    glossary_about: Plural::english(
        "{count} term of {course}, with what defines it",
        "{count} terms of {course}, each with what defines it",
    ),
    also: "Also: {names}",
    working_term: "Working term: no instrument defines it.",
    confused_with: "Often confused with",

    sources: "Sources",
    sources_about: Plural::english("{count} source that {course} cites", "{count} sources that {course} cites"),
    treaty: "Treaty",
    soft_law: "Soft law",
    report: "Report",
    programme: "Programme",
    statistics: "Statistics",
    adopted: "adopted {date}",
    in_force: "in force since {date}",
    published: "published {date}",
    depositary: "depositary: {name}",
    official_text: "Official text",
    another_site: "(another site)",

    no_such_page: "There is no such page",
    why_no_page: "The address may have a slip in it, or the page may have been given another name.",
    no_page_here: "There is no page at this address.",
    one_level_up: "One level up",
    to_the_courses: "To the courses",

    your_data: "Your data",
    your_data_lead: "Your answers are kept in this browser and nowhere else. Here you can save them to a file and bring them back.",
    your_data_about: "What is stored on this device, and the ways to keep it.",
    progress: "Your progress",
    review: "Review",
    drills: "Drills",
    record: "Record of achievement",
    one_moment: "One moment.",
    needs_scripts: "This page needs scripts, which this browser does not run.",
};
