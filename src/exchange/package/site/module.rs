//! A module: the event that it was built from, what one can do afterwards, its lessons and its quizzes.

use domain::course::Event;
use maud::{Markup, html};
use texts::fill;

use super::frame::{Frame, Runs, root};
use super::offline::Needs;
use super::speech::Name;
use super::text::{authored, citation, description, quiz_note, state};
use super::{Site, View};

/// The page, and on it the way to keep the module for offline use, where it is known what that needs.
pub(super) fn page(site: &Site<'_>, view: &View<'_>, needs: Option<&Needs>) -> String {
    let View { course, module, index, .. } = view;
    let root = root(2);
    let folder = format!("{root}{}/{}", course.id, module.id);
    let place = course.modules.iter().position(|other| other.id == module.id).map_or(1, |place| place + 1);
    let (texts, voice) = (site.texts, site.voice(&module.language));
    let content = html! {
        p class="kicker" { (site.ordinal(texts.module_of, place, course.modules.len())) }
        h1 lang=[voice.lang] dir=[voice.dir] { (module.title) }
        div class="lead" lang=[voice.lang] dir=[voice.dir] { (authored(&module.summary, &root, course)) }
        (facts(site, view, &root))
        @if !module.lessons.is_empty() {
            h2 { (texts.lessons) }
            ol class="cards lessons" {
                @for lesson in &module.lessons {
                    @let voice = site.voice(&lesson.language);
                    li {
                        a href={ (folder) "/" (lesson.id) "/" } lang=[voice.lang] dir=[voice.dir] { (lesson.title) }
                        " "
                        span class="note" {
                            (site.count(&texts.about_minutes, lesson.minutes())) " " (state([(&module.id, &lesson.id)], [], course))
                        }
                    }
                }
            }
        }
        @if !module.quizzes.is_empty() {
            h2 { (texts.quizzes) }
            ul class="cards quizzes" {
                @for quiz in &module.quizzes {
                    li {
                        a href={ (folder) "/" (quiz.id) "/" } lang=[voice.lang] dir=[voice.dir] { (quiz.title) }
                        " "
                        span class="note" {
                            (quiz_note(site, quiz, index)) " " (state([], [(&module.id, &quiz.id)], course))
                        }
                    }
                }
            }
        }
        @if !module.objectives.is_empty() {
            h2 { (texts.able_to) }
            ul class="objectives" lang=[voice.lang] dir=[voice.dir] {
                @for objective in &module.objectives { li { (objective.text) } }
            }
        }
        @if let Some(needs) = needs { (keeping(site, needs)) }
    };
    let course_name = Name::authored(&course.title, &course.language);
    let frame = Frame {
        kind: "module",
        path: format!("{}/{}/", course.id, module.id),
        title: vec![Name::authored(&module.title, &module.language), course_name],
        description: description(&module.summary),
        course: Some(course),
        trail: vec![(format!("{}/", course.id), course_name)],
        fetches: Vec::new(),
        first: None,
        runs: Runs::Reader,
    };
    frame.around(site, &content)
}

/// What can be said and done about keeping the module on the device. `offline.js` shows of it what fits the state.
fn keeping(site: &Site<'_>, needs: &Needs) -> Markup {
    let (texts, size) = (site.texts, site.size(needs.bytes));
    html! {
        section id="keep" class="keep" aria-label=(texts.offline_use) tabindex="-1" data-keep=(needs.address) hidden {
            p data-when="full" { (texts.keep_full) }
            p data-when="failed" { (texts.keep_failed) }
            p data-when="keeping" { (texts.keeping) }
            progress data-when="keeping" max="1" value="0" aria-label=(texts.kept_so_far) {}
            p data-when="kept" { (texts.kept) " · " (size) }
            button type="button" class="button" data-when="free full failed" data-ask="keep" {
                (fill(texts.keep, &[("size", &size)]))
            }
            button type="button" class="button quiet" data-when="kept" data-ask="drop" { (texts.keep_no_longer) }
        }
    }
}

fn facts(site: &Site<'_>, view: &View<'_>, root: &str) -> Markup {
    let View { course, module, .. } = view;
    let before = || module.after.iter().filter_map(|id| course.modules.iter().find(|other| other.id == *id));
    html! {
        @if module.event.is_some() || before().next().is_some() {
            dl class="facts" {
                @if let Some(event) = &module.event { (event_facts(site, event, view, root)) }
                @if before().next().is_some() {
                    div {
                        dt { (site.texts.take_first) }
                        @for other in before() {
                            @let voice = site.voice(&other.language);
                            dd { a href={ (root) (course.id) "/" (other.id) "/" } lang=[voice.lang] dir=[voice.dir] { (other.title) } }
                        }
                    }
                }
            }
        }
    }
}

fn event_facts(site: &Site<'_>, event: &Event, view: &View<'_>, root: &str) -> Markup {
    let (texts, language) = (site.texts, &view.module.language);
    html! {
        div { dt { (texts.event) } dd { (site.said(&event.title, language)) } }
        div { dt { (texts.date) } dd { (site.date(event.date)) } }
        @if let Some(place) = &event.place {
            div { dt { (texts.place) } dd { (site.said(place, language)) } }
        }
        @if !event.partners.is_empty() {
            div { dt { (texts.held_by) } dd { (site.listed(&event.partners, language)) } }
        }
        @if let Some(source) = &event.source {
            div { dt { (texts.source) } dd { (citation(site, source, root, view.course)) } }
        }
    }
}
