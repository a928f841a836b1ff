//! Small pieces that several pages are made from.

use domain::course::{Course, Mode, Module, Quiz};
use domain::draw::{Terms, draw};
use domain::html::{Html, Target};
use domain::id::{LessonId, ModuleId, ObjectiveId, QuizId};
use domain::index::ModuleIndex;
use domain::random::Seed;
use domain::reference::Citation;
use maud::{Markup, PreEscaped, html};
use texts::fill;

use super::Site;

/// The longest description of a page, in characters: search engines cut what is longer.
const LONGEST_DESCRIPTION: usize = 160;

/// An author's text with its links to terms, sources and lessons led to their pages.
pub(super) fn authored(html: &Html, root: &str, course: &Course) -> Markup {
    let course = &course.id;
    let led = html.with_addresses(|target| match target {
        Target::Term(term) => format!("{root}{course}/glossary/#term-{term}"),
        Target::Source(source) => format!("{root}{course}/sources/#source-{source}"),
        Target::Lesson { course, module, lesson } => format!("{root}{course}/{module}/{lesson}/"),
    });
    PreEscaped(led)
}

/// A citation that leads to what is cited.
pub(super) fn citation(site: &Site<'_>, citation: &Citation, root: &str, course: &Course) -> Markup {
    let voice = site.voice(&citation.language);
    html! { a class="cite" lang=[voice.lang] dir=[voice.dir] href={ (root) (course.id) "/sources/#source-" (citation.source) } { (citation) } }
}

/// A place for what a learner has done of these lessons and quizzes, all of one course: empty until the application fills it.
pub(super) fn state<'a>(
    lessons: impl IntoIterator<Item = (&'a ModuleId, &'a LessonId)>,
    quizzes: impl IntoIterator<Item = (&'a ModuleId, &'a QuizId)>,
    course: &Course,
) -> Markup {
    let course = &course.id;
    let lessons: Vec<String> =
        lessons.into_iter().map(|(module, id)| format!("{course}/{module}/{id}")).collect();
    let quizzes: Vec<String> =
        quizzes.into_iter().map(|(module, id)| format!("{course}/{module}/{id}")).collect();
    html! { span class="state" data-lessons=(lessons.join(" ")) data-quizzes=(quizzes.join(" ")) {} }
}

/// The place for what a learner has done of these modules.
pub(super) fn modules_state(modules: &[Module], course: &Course) -> Markup {
    let lessons =
        modules.iter().flat_map(|module| module.lessons.iter().map(|lesson| (&module.id, &lesson.id)));
    let quizzes = modules.iter().flat_map(|module| module.quizzes.iter().map(|quiz| (&module.id, &quiz.id)));
    state(lessons, quizzes, course)
}

/// What a quiz is, in one line.
pub(super) fn quiz_note(site: &Site<'_>, quiz: &Quiz, index: &ModuleIndex) -> String {
    let texts = site.texts;
    let objectives: Vec<ObjectiveId> =
        index.objectives.iter().map(|objective| objective.id.clone()).collect();
    // Each seed draws the same number of questions.
    let questions =
        draw(quiz, &objectives, &index.banks, Terms { seed: Seed(0), day: None, seen: &[] }).len();
    let questions = site.count(&texts.question_count, questions);
    let last = match (quiz.mode, quiz.pass) {
        (_, Some(pass)) => fill(texts.pass_mark, &[("share", &site.share(pass))]),
        (Mode::Practice, None) => texts.feedback_each.to_owned(),
        (Mode::Assessment, None) => texts.feedback_end.to_owned(),
    };
    let mode = match quiz.mode {
        Mode::Practice => texts.practice,
        Mode::Assessment => texts.assessment,
    };
    format!("{mode} · {questions} · {last}")
}

/// The words of a text without its markup, cut at a word where they are long.
pub(super) fn description(html: &Html) -> String {
    shortened(&words(html.as_str()))
}

/// A text cut at a word where it is long.
pub(super) fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST_DESCRIPTION {
        return text.to_owned();
    }
    let head: String = text.chars().take(LONGEST_DESCRIPTION).collect();
    let whole_words = head.rfind(' ').and_then(|end| head.get(..end)).unwrap_or(&head);
    format!("{}…", whole_words.trim_end_matches([',', ';', ':', '.']))
}

fn words(markup: &str) -> String {
    let mut text = String::with_capacity(markup.len());
    let mut in_tag = false;
    for character in markup.chars() {
        match character {
            '<' => in_tag = true,
            '>' if in_tag => {
                in_tag = false;
                text.push(' ');
            }
            other if !in_tag => text.push(other),
            _ => {}
        }
    }
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .into_iter()
        .fold(text, |text, (entity, character)| text.replace(entity, character));
    let joined = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    // A tag before a full stop or a comma left a space there.
    [" .", " ,", " ;", " :", " )"].into_iter().fold(joined, |text, gap| text.replace(gap, gap.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_the_words_of_the_text_without_its_markup() {
        let markup = "<p>Fees &amp; <em>rights</em>, &lt;here&gt;.</p>\n<p>Then more.</p>";
        assert_eq!(words(markup), "Fees & rights, <here>. Then more.");
    }

    #[test]
    fn a_long_description_ends_at_a_word() {
        let long = shortened(&"word ".repeat(60));
        assert!(long.ends_with("word…") && long.chars().count() <= LONGEST_DESCRIPTION + 1, "{long}");
    }
}
