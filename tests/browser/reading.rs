//! From the catalogue through the lessons to the first question.

use domain::html::Html;
use domain::id::{ModuleRef, SourceId, TermId};
use thirtyfour::Key;

use super::workbench::{Page, journey, journey_at, Host, real, squeezed};

#[test]
fn the_first_question_follows_from_the_catalogue() {
    let site = real();
    let host = Host::start(site, "/");
    journey_at(host.root(), |page| {
        let (reference, module) = site.first_module();
        let catalogue = site.catalogue();
        let (course, card) = (&catalogue.courses[0], &catalogue.courses[0].modules[0]);
        page.open("");
        page.is_at("", "Courses");
        host.asked();

        follow(page, &course.title, &format!("{}/", course.id), &course.title);
        follow(page, &card.title, &format!("{reference}/"), &card.title);
        let first = &module.lessons[0];
        follow(page, &first.title, &format!("{reference}/{}/", first.id), &first.title);
        for lesson in &module.lessons[1..] {
            follow_on(page, &format!("Next lesson {}", lesson.title), &reference, lesson.id.as_str(), &lesson.title);
        }
        let quiz = &module.quizzes[0];
        follow_on(page, &format!("Quiz {}", quiz.title), &reference, quiz.id.as_str(), &quiz.title);
        page.finds("heading", "Question 1 of 8");

        let documents: Vec<String> = host.asked().into_iter().filter(|path| path.ends_with('/')).collect();
        assert_eq!(documents, [] as [&str; 0], "a page was loaded anew instead of being taken over");

        let last = module.lessons.last().unwrap();
        page.back();
        page.is_at(&format!("{reference}/{}/", last.id), &last.title);
        page.focus_is("main", "");
    });
}

#[test]
fn a_link_of_the_trail_leads_back_up() {
    let site = real();
    journey(site, |page| {
        let (reference, module) = site.first_module();
        let course = &site.catalogue().courses[0];
        page.open(&format!("{reference}/{}/", module.lessons[0].id));
        follow(page, &course.modules[0].title, &format!("{reference}/"), &course.modules[0].title);
        follow(page, &course.title, &format!("{}/", course.id), &course.title);
        follow(page, "Glossary", &format!("{}/glossary/", course.id), "Glossary");
        follow(page, "Sources", &format!("{}/sources/", course.id), "Sources");
        follow(page, "Plenary", "", "Courses");
    });
}

#[test]
fn a_term_opens_its_definition_in_place_and_escape_leads_back_to_it() {
    let site = real();
    journey(site, |page| {
        let (reference, module) = site.first_module();
        for lesson in &module.lessons {
            let body: Html = site.piece(&lesson.body);
            let Some((id, words)) = first_link(&body, "term") else { continue };
            let id: TermId = id.parse().unwrap();
            let known = site.reference();
            let term = known.terms.iter().find(|term| term.id == id).unwrap();
            page.open(&format!("{reference}/{}/", lesson.id));
            page.follow(&words);
            page.focus_is("region", &term.term);
            let panel = page.wait("the definition", |tree| tree.within("region", &term.term));
            assert!(squeezed(&panel.text()).contains(&plain(term.definition.as_str())), "{panel}");
            assert_eq!(page.path(), format!("{reference}/{}/", lesson.id));

            page.key(Key::Escape);
            page.focus_is("link", &words);
            page.until("the page without the definition", |tree| tree.find("region", &term.term).is_none());

            page.key(Key::Enter);
            page.focus_is("region", &term.term);
            page.press("Close");
            page.focus_is("link", &words);
            return;
        }
        panic!("no lesson names a term");
    });
}

#[test]
fn a_source_opens_what_it_is_and_since_when() {
    let site = real();
    journey(site, |page| {
        let (reference, module) = site.first_module();
        let known = site.reference();
        let cited = module.lessons.iter().find_map(|lesson| {
            let body: Html = site.piece(&lesson.body);
            let (id, words) = first_link(&body, "source")?;
            let id: SourceId = id.parse().unwrap();
            let source = known.sources.iter().find(|source| source.id == id)?;
            Some((lesson, source, words, source.in_force.or(source.published)?))
        });
        let (lesson, source, words, since) = cited.expect("no lesson cites a source with a date");
        page.open(&format!("{reference}/{}/", lesson.id));
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
fn a_page_that_does_not_arrive_is_said_and_can_be_tried_again() {
    let site = real();
    let host = Host::start(site, "/");
    journey_at(host.root(), |page| {
        page.expect_in_console("net::ERR_");
        let (reference, _) = site.first_module();
        let course = &site.catalogue().courses[0];
        page.open(&format!("{}/", course.id));
        host.set_down(true);
        page.follow(&course.modules[0].title);
        page.until("the heading", |tree| tree.heading() == Some("This page did not arrive"));
        page.focus_is("main", "");
        page.sees("The site could not be reached.");
        assert_eq!(page.path(), format!("{reference}/"));
        host.set_down(false);
        page.press("Try again");
        page.is_at(&format!("{reference}/"), &course.modules[0].title);
        page.focus_is("main", "");
    });
}

/// Follows a link, and sees that the page, the address, the title and the focus have followed.
#[track_caller]
fn follow(page: &Page, link: &str, path: &str, heading: &str) {
    page.follow(link);
    page.is_at(path, heading);
    page.focus_is("main", "");
}

#[track_caller]
fn follow_on(page: &Page, link: &str, module: &ModuleRef, leaf: &str, heading: &str) {
    follow(page, link, &format!("{module}/{leaf}/"), heading);
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
fn plain(markup: &str) -> String {
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
