//! Questions on the page: one file a kind, with the form that is answered and the remarks on an answer.
//!
//! A form shows the response of the session and dispatches a new one; it holds no answer of its own.

mod classify;
mod elements;
mod matching;
mod multiple_response;
mod single_choice;
mod true_false;

use domain::html::Html;
use domain::id::{CourseId, Slug};
use domain::question::{Body, Choice, Response, arrange};
use domain::session::{Event, Posed};
use leptos::prelude::*;

use crate::app::App;
use crate::part::markup;
use crate::quiz::feedback::{Remark, Words};
use crate::quiz::{Stage, dispatch};

/// What every form is given beside its prompt.
#[derive(Clone)]
pub(crate) struct Form {
    app: App,
    course: CourseId,
    /// The order in which options are shown.
    order: Vec<Slug>,
    /// Whether the answer was marked, so that nothing can be changed and the key is shown.
    locked: bool,
    /// What the learner chose so far.
    response: Signal<Option<Response>>,
}

/// The form of a question.
pub(crate) fn form(app: App, course: &CourseId, posed: &Posed, locked: bool) -> AnyView {
    let form = Form {
        app,
        course: course.clone(),
        order: posed.order.clone(),
        locked,
        response: Signal::derive(move || {
            app.stage.with(|stage| match stage {
                Stage::Running(session) => session.current().map(|posed| posed.response.clone()),
                Stage::Empty | Stage::Entrance | Stage::Fetching | Stage::Failed(_) => None,
            })
        }),
    };
    match &posed.question.body {
        Body::SingleChoice { prompt, key } => single_choice::form(&form, prompt, key),
        Body::MultipleResponse { prompt, key } => multiple_response::form(&form, prompt, key),
        Body::TrueFalse { prompt, key } => true_false::form(&form, prompt, key),
        Body::Classify { prompt, key } => classify::form(&form, prompt, key),
        Body::Matching { prompt, key } => matching::form(&form, prompt, key),
        Body::Elements { prompt, key } => elements::form(&form, prompt, key),
    }
}

/// What is said of each decision of an answer.
pub(crate) fn remarks(body: &Body, response: &Response) -> Vec<Remark> {
    match (body, response) {
        (Body::SingleChoice { prompt, key }, Response::SingleChoice(given)) => {
            single_choice::remarks(prompt, key, given)
        }
        (Body::MultipleResponse { prompt, key }, Response::MultipleResponse(given)) => {
            multiple_response::remarks(prompt, key, given)
        }
        (Body::TrueFalse { prompt, key }, Response::TrueFalse(given)) => {
            true_false::remarks(prompt, key, given)
        }
        (Body::Classify { prompt, key }, Response::Classify(given)) => classify::remarks(prompt, key, given),
        (Body::Matching { prompt, key }, Response::Matching(given)) => matching::remarks(prompt, key, given),
        (Body::Elements { prompt, key }, Response::Elements(given)) => elements::remarks(prompt, key, given),
        // A response to what the question was before its author changed its kind.
        _ => Vec::new(),
    }
}

impl Form {
    /// Dispatches a new response.
    fn respond(&self, response: Response) {
        dispatch(self.app, Event::Respond(response));
    }

    /// Shows an author's words.
    fn words(&self, html: &Html) -> AnyView {
        markup::inline(self.app, &self.course, html)
    }

    /// The options in the order in which they are shown.
    fn arranged<'a>(&self, options: &'a [Choice]) -> Vec<&'a Choice> {
        arrange(options, &self.order, |option| option.key.slug())
    }
}

/// How an option stands to the key, once that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// The key is not shown.
    Open,
    /// It is right.
    Right,
    /// It is not right.
    Wrong,
}

impl Standing {
    fn of(locked: bool, right: bool) -> Self {
        match (locked, right) {
            (false, _) => Self::Open,
            (true, true) => Self::Right,
            (true, false) => Self::Wrong,
        }
    }
}

/// A radio button or a checkbox with its words, large enough to be touched.
struct Pick<'a> {
    form: &'a Form,
    kind: &'static str,
    name: String,
    words: AnyView,
    standing: Standing,
}

impl Pick<'_> {
    fn view(
        self,
        checked: impl Fn() -> bool + Copy + Send + Sync + 'static,
        change: impl Fn() + 'static,
    ) -> AnyView {
        let Self { form, kind, name, words, standing } = self;
        let said =
            (standing == Standing::Right).then_some(view! { <span class="key-mark">"right answer"</span> });
        view! {
            <label class="pick" class:pick-right=standing == Standing::Right class:pick-wrong=move || standing == Standing::Wrong && checked()>
                <input type=kind name=name prop:checked=checked checked=checked disabled=form.locked on:change=move |_| change() />
                <span class="pick-words">{words} {said}</span>
            </label>
        }
        .into_any()
    }
}

/// The words of an option.
fn words_of(options: &[Choice], key: &domain::id::OptionKey) -> Option<Words> {
    options.iter().find(|option| option.key == *key).map(|option| Words::Authored(option.text.clone()))
}
