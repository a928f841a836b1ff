//! From the catalogue through the lessons to the first question.

use domain::course::{DrawRule, Mode, Quiz};
use domain::html::Html;
use thirtyfour::Key;

use super::workbench::{Host, Page, fixture, journey, journey_at, real, squeezed};

#[test]
fn the_first_question_follows_from_the_catalogue() {
    let site = real();
    journey(site, |page| {
        let (course, module, path) = (site.course(), site.module(), site.module_path());
        page.open("");
        page.is_at("", "Courses");
        page.run("window.kept = true");

        follow(page, &course.title, &format!("{}/", course.id), &course.title);
        follow(page, &module.title, &path, &module.title);
        let practice =
            |lesson| module.practice_of(lesson).expect("every lesson of the course has its practice");
        let first = &module.lessons[0];
        follow(page, &first.title, &format!("{path}{}/", first.id), &first.title);
        for lesson in &module.lessons[1..] {
            follow(
                page,
                &format!("Next lesson {}", lesson.title),
                &format!("{path}{}/", lesson.id),
                &lesson.title,
            );
            page.finds("link", &format!("Quiz {}", practice(lesson).title));
        }
        let last = module.lessons.last().unwrap();
        let after = module.quizzes.iter().find(|quiz| quiz.mode == Mode::Assessment).unwrap();
        page.finds("link", &format!("Quiz {}", after.title));
        let quiz = practice(last);
        let quiz_path = format!("{path}{}/", quiz.id);
        let first = format!("Question 1 of {}", drawn(quiz));
        follow(page, &format!("Quiz {}", quiz.title), &quiz_path, &quiz.title);
        page.finds("heading", &first);

        page.back();
        page.is_at(&format!("{path}{}/", last.id), &last.title);
        page.focus_is("main", "");
        page.forward();
        page.is_at(&quiz_path, &quiz.title);
        page.finds("heading", &first);
        assert_eq!(
            page.run("return window.kept ?? false"),
            true,
            "a page was loaded instead of being turned"
        );
        page.back();
        page.back();
        page.is_at(
            &format!("{path}{}/", module.lessons[module.lessons.len() - 2].id),
            &module.lessons[module.lessons.len() - 2].title,
        );
    });
}

/// How many questions a practice draws.
fn drawn(quiz: &Quiz) -> usize {
    let drawn = quiz.draws.iter().map(|draw| match draw.rule {
        DrawRule::Any(count) | DrawRule::Objective(_, count) => count,
        DrawRule::EachObjective(_) => panic!("{} asks for each objective", quiz.id),
    });
    drawn.sum()
}

#[test]
fn a_link_of_the_trail_leads_back_up() {
    let site = real();
    journey(site, |page| {
        let (course, module, path) = (site.course(), site.module(), site.module_path());
        page.open(&format!("{path}{}/", module.lessons[0].id));
        follow(page, &module.title, &path, &module.title);
        follow(page, &course.title, &format!("{}/", course.id), &course.title);
        follow(page, "Glossary", &format!("{}/glossary/", course.id), "Glossary");
        follow(page, "Sources", &format!("{}/sources/", course.id), "Sources");
        follow(page, "Plenary", "", "Courses");
    });
}

#[test]
fn a_lesson_that_was_read_to_its_end_is_marked_in_the_module_and_in_the_catalogue() {
    let site = real();
    journey(site, |page| {
        let (module, path) = (site.module(), site.module_path());
        page.open(&format!("{path}{}/", module.lessons[0].id));
        assert_eq!(page.log(), [], "a lesson counts as read before its end was seen");
        page.key(Key::End);
        page.until("the lesson in the log", |_| page.log().len() == 1);
        follow(page, &module.title, &path, &module.title);
        page.sees(&format!("{} about {} minutes read", module.lessons[0].title, module.lessons[0].minutes()));
        follow(page, "Plenary", "", "Courses");
        let lessons: usize = site.course().modules.iter().map(|module| module.lessons.len()).sum();
        page.sees(&format!("1 of {lessons} lessons read"));
    });
}

#[test]
fn a_term_opens_its_definition_in_place_and_escape_leads_back_to_it() {
    let site = real();
    journey(site, |page| {
        let found =
            site.module().lessons.iter().find_map(|lesson| Some((lesson, first_link(&lesson.body, "term")?)));
        let (lesson, (id, words)) = found.expect("no lesson names a term");
        let path = format!("{}{}/", site.module_path(), lesson.id);
        let term = site.catalogue().terms.iter().find(|term| term.id.as_str() == id).unwrap();
        page.open(&path);
        page.follow(&words);
        page.focus_is("region", &term.term);
        let panel = page.wait("the definition", |tree| tree.within("region", &term.term));
        assert!(squeezed(&panel.text()).contains(&plain(term.definition.as_str())), "{panel}");
        assert_eq!(page.path(), path);

        page.key(Key::Escape);
        page.focus_is("link", &words);
        page.until("the page without the definition", |tree| tree.find("region", &term.term).is_none());

        page.key(Key::Enter);
        page.focus_is("region", &term.term);
        page.press("Close");
        page.focus_is("link", &words);
    });
}

#[test]
fn a_link_within_a_page_leads_to_its_place_and_leaves_the_page_as_it_is() {
    let site = real();
    journey(site, |page| {
        let terms = &site.catalogue().terms;
        let (term, other) = terms.iter().find_map(|term| Some((term, term.confused_with.first()?))).unwrap();
        let other = terms.iter().find(|known| known.id == *other).unwrap();
        let glossary = format!("{}/glossary/", site.course().id);
        page.open(&glossary);
        page.run("document.querySelector('main').kept = true");
        page.follow(&other.term);
        page.until(&format!("the way from {} to {}", term.id, other.id), |_| {
            page.path() == format!("{glossary}#term-{}", other.id)
        });
        const IN_SIGHT: &str =
            "const { top, bottom } = document.querySelector(':target').getBoundingClientRect();
            return top >= 0 && bottom <= window.innerHeight";
        page.until("the term in sight", |_| page.run(IN_SIGHT) == true);
        page.back();
        page.until("the way back", |_| page.path() == glossary);
        assert_eq!(
            page.run("return document.querySelector('main').kept ?? false"),
            true,
            "the page was turned"
        );
    });
}

#[test]
fn of_two_links_that_are_followed_at_once_the_later_one_counts() {
    check_late(["treaties/consent/signing/", "treaties/consent/joining/"]);
    check_late(["treaties/consent/joining/", "treaties/consent/signing/"]);
}

/// Follows two links before either page arrives; then these pages arrive, in this order.
#[track_caller]
fn check_late(arrivals: [&str; 2]) {
    let host = Host::start(fixture(), "/");
    journey_at(host.root(), |page| {
        page.open("treaties/consent/");
        arrivals.iter().for_each(|path| host.hold(path));
        page.follow("Signing");
        page.follow("Joining later");
        for path in arrivals {
            host.release(path);
            // A moment in which a page that nobody wants any more would be shown.
            page.run_async("requestAnimationFrame(() => setTimeout(arguments[0], 100))");
        }
        page.is_at("treaties/consent/joining/", "Joining later");
        page.back();
        page.is_at("treaties/consent/", "Consent to be bound");
    });
}

#[test]
fn a_source_opens_what_it_is_and_since_when() {
    let site = real();
    journey(site, |page| {
        let found = site.module().lessons.iter().find_map(|lesson| {
            let (id, words) = first_link(&lesson.body, "source")?;
            let source = site.catalogue().sources.iter().find(|source| source.id.as_str() == id)?;
            Some((lesson, source, words, source.in_force.or(source.published)?))
        });
        let (lesson, source, words, since) = found.expect("no lesson cites a source with a date");
        page.open(&format!("{}{}/", site.module_path(), lesson.id));
        page.follow(&words);
        page.focus_is("region", &source.short);
        let panel = page.wait("what the source is", |tree| tree.within("region", &source.short));
        let text = squeezed(&panel.text());
        for part in [source.title.clone(), since.in_words()] {
            assert!(text.contains(&squeezed(&part)), "“{part}” is not in\n{panel}");
        }
        page.key(Key::Escape);
        page.focus_is("link", &words);
    });
}

#[test]
fn questions_that_do_not_arrive_are_said_and_can_be_asked_for_again() {
    let site = real();
    let host = Host::start(site, "/");
    journey_at(host.root(), |page| {
        page.expect_no_host();
        let (module, path) = (site.module(), site.module_path());
        let assessment = module.quizzes.iter().find(|quiz| quiz.mode == Mode::Assessment).unwrap();
        page.open(&format!("{path}{}/", assessment.id));
        page.finds("button", "Begin");
        host.set_down(true);
        page.press("Begin");
        page.sees("The site could not be reached.");
        page.press("Try again");
        page.press("Begin");
        page.sees("The site could not be reached.");
        host.set_down(false);
        page.press("Try again");
        page.press("Begin");
        page.until("the first question", |tree| {
            tree.focus().is_some_and(|focus| focus.name.starts_with("Question 1 of "))
        });
    });
}

#[test]
fn a_page_that_does_not_arrive_is_there_again_once_the_host_is() {
    let site = real();
    let host = Host::start(site, "/");
    journey_at(host.root(), |page| {
        let (course, module, path) = (site.course(), site.module(), site.module_path());
        page.expect_no_host();
        page.open(&format!("{}/", course.id));
        host.set_down(true);
        page.follow(&module.title);
        // The browser itself says what is wrong, at the address of the page that was asked for.
        page.until("the browser's own page", |tree| tree.heading() != Some(&course.title));
        assert_eq!(page.path(), path);
        host.set_down(false);
        page.reload();
        page.is_at(&path, &module.title);
    });
}

/// Follows a link, and sees that the page, the address, the title and the focus have followed.
#[track_caller]
fn follow(page: &Page, link: &str, path: &str, heading: &str) {
    page.follow(link);
    page.is_at(path, heading);
    page.focus_is("main", "");
}

/// The first link of this sort in a published text: the id that it leads to, and its words.
fn first_link(body: &Html, sort: &str) -> Option<(String, String)> {
    let (_, rest) = body.as_str().split_once(&format!("href=\"plenary:{sort}/"))?;
    let (id, rest) = rest.split_once('"')?;
    let (_, rest) = rest.split_once('>')?;
    let (words, _) = rest.split_once("</a>")?;
    Some((id.to_owned(), unescaped(words)))
}

/// The words of published markup, without white space.
pub(super) fn plain(markup: &str) -> String {
    let mut words = String::new();
    for part in markup.split('<') {
        words += part.split_once('>').map_or(part, |(_, words)| words);
    }
    squeezed(&unescaped(&words))
}

pub(super) fn unescaped(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    entities.into_iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}
