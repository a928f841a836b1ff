//! What was done, said beside the title of a lesson, a quiz or a module.
//!
//! A page marks the places: an element with `data-lessons` and `data-quizzes`, each a list of references.

use domain::id::{LessonRef, QuizRef};
use domain::progress::Progress;

use crate::app::App;
use crate::browser;
use crate::part::texts::texts;
use crate::part::words::share;

/// Fills every such place of the page.
pub(crate) fn fill(app: App) {
    for element in browser::all("[data-quizzes]") {
        let references = |name: &str| element.get_attribute(name).unwrap_or_default();
        let (lessons, quizzes) = (references("data-lessons"), references("data-quizzes"));
        let lessons: Vec<LessonRef> = lessons.split(' ').filter_map(|one| one.parse().ok()).collect();
        let quizzes: Vec<QuizRef> = quizzes.split(' ').filter_map(|one| one.parse().ok()).collect();
        let words = app.progress(|progress| in_words(progress, &lessons, &quizzes));
        element.set_text_content(words.as_deref());
    }
}

/// What was done of these lessons and quizzes; none where nothing was begun.
pub(crate) fn in_words(progress: &Progress, lessons: &[LessonRef], quizzes: &[QuizRef]) -> Option<String> {
    match (lessons, quizzes) {
        ([lesson], []) => progress.has_read(lesson).then(|| texts().state_read.to_owned()),
        ([], [quiz]) => match progress.open_attempt(quiz) {
            Some((_, attempt)) => {
                let [answered, all] =
                    [attempt.answers.len(), attempt.given.len()].map(|number| number.to_string());
                Some(::texts::fill(texts().state_answered, &[("answered", &answered), ("all", &all)]))
            }
            None => progress
                .standing(quiz)
                .map(|best| ::texts::fill(texts().state_best, &[("share", &share(best))])),
        },
        (lessons, quizzes) => {
            let read = lessons.iter().filter(|lesson| progress.has_read(lesson)).count();
            let finished = quizzes.iter().filter(|quiz| progress.best(quiz).is_some()).count();
            let begun = read > 0 || quizzes.iter().any(|quiz| progress.attempts(quiz).next().is_some());
            begun.then(|| {
                let numbers = [read, lessons.len(), finished, quizzes.len()].map(|number| number.to_string());
                let [read, lessons, finished, quizzes] = &numbers;
                let places =
                    [("read", read), ("lessons", lessons), ("finished", finished), ("quizzes", quizzes)];
                ::texts::fill(texts().state_module, &places.map(|(name, number)| (name, number.as_str())))
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::log::{Entry, EntryId, Fact, Seq};
    use domain::progress::fold;
    use domain::time::Timestamp;

    use super::*;

    fn read(lesson: &str) -> Entry {
        let fact = Fact::LessonRead { lesson: lesson.parse().unwrap() };
        Entry { id: EntryId::new(Timestamp(1), 1), seq: Seq(1), at: Timestamp(1), fact }
    }

    #[track_caller]
    fn check(entries: &[Entry], lessons: &[&str], quizzes: &[&str], expect: Option<&str>) {
        let lessons: Vec<LessonRef> = lessons.iter().map(|one| one.parse().unwrap()).collect();
        let quizzes: Vec<QuizRef> = quizzes.iter().map(|one| one.parse().unwrap()).collect();
        assert_eq!(in_words(&fold(entries), &lessons, &quizzes).as_deref(), expect);
    }

    #[test]
    fn what_was_not_begun_says_nothing() {
        check(&[], &["c/m/a"], &[], None);
        check(&[], &[], &["c/m/q"], None);
        check(&[], &["c/m/a", "c/m/b"], &["c/m/q"], None);
    }

    #[test]
    fn a_lesson_that_was_read_says_so_and_its_module_counts_it() {
        check(&[read("c/m/a")], &["c/m/a"], &[], Some("read"));
        check(&[read("c/m/a")], &["c/m/b"], &[], None);
        let expect = Some("1 of 2 lessons read, 0 of 1 quizzes finished");
        check(&[read("c/m/a")], &["c/m/a", "c/m/b"], &["c/m/q"], expect);
    }
}
