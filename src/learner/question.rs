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
use domain::id::{OptionKey, Slug};
use domain::question::{Body, Choice, Response, arrange};
use domain::session::{Event, Posed};
use leptos::prelude::*;

use crate::app::App;
use crate::part::element::{El, classed, el};
use crate::part::markup;
use crate::part::texts::texts;
use crate::part::voice::Voice;
use crate::quiz::feedback::{Remark, Words};
use crate::quiz::{Stage, dispatch};

/// What every form is given beside its prompt.
#[derive(Clone)]
struct Form {
    app: App,
    voice: Voice,
    /// The order in which options are shown.
    order: Vec<Slug>,
    /// Whether the answer was marked, so that nothing can be changed and the key is shown.
    locked: bool,
}

/// The form of a question.
pub(crate) fn form(app: App, voice: &Voice, posed: &Posed, locked: bool) -> AnyView {
    let form = Form { app, voice: voice.clone(), order: posed.order.clone(), locked };
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
    /// Whether something holds for what the learner chose so far; follows each change.
    fn holds(
        &self,
        what: impl Fn(&Response) -> bool + Send + Sync + 'static,
    ) -> impl Fn() -> bool + Send + Sync + 'static {
        let stage = self.app.stage;
        move || {
            stage.with(|stage| match stage {
                Stage::Running(session) => session.current().is_some_and(|posed| what(&posed.response)),
                Stage::Empty | Stage::Entrance | Stage::Fetching | Stage::Failed(_) => false,
            })
        }
    }

    /// Dispatches what the learner chose so far, with a change.
    fn change(&self, change: impl FnOnce(&mut Response)) {
        let response = self.app.stage.with_untracked(|stage| match stage {
            Stage::Running(session) => session.current().map(|posed| posed.response.clone()),
            Stage::Empty | Stage::Entrance | Stage::Fetching | Stage::Failed(_) => None,
        });
        if let Some(mut response) = response {
            change(&mut response);
            dispatch(self.app, Event::Respond(response));
        }
    }

    /// Shows an author's words.
    fn words(&self, html: &Html) -> AnyView {
        markup::inline(self.app, &self.voice, html)
    }

    /// The options in the order in which they are shown.
    fn arranged<'a>(&self, options: &'a [Choice]) -> Vec<&'a Choice> {
        arrange(options, &self.order, |option| option.key.slug())
    }

    /// A radio button or a checkbox with its words, large enough to be touched.
    fn pick(
        &self,
        (kind, name): (&'static str, &str),
        words: AnyView,
        is_right: bool,
        checked: impl Fn() -> bool + Send + Sync + 'static,
        change: impl Fn() + 'static,
    ) -> AnyView {
        let chosen = untrack(&checked);
        let class = match (self.locked, is_right, chosen) {
            (false, ..) | (true, false, false) => "pick",
            (true, true, _) => "pick pick-right",
            (true, false, true) => "pick pick-wrong",
        };
        let mark = (self.locked && is_right).then(|| classed("span", "key-mark").child(texts().right_answer));
        let input = el("input")
            .attr("type", kind)
            .attr("name", name)
            .attr_if(chosen, "checked", "")
            .attr_if(self.locked, "disabled", "")
            .checked(checked)
            .on("change", move |_| change());
        classed("label", class)
            .child(input)
            .child(classed("span", "pick-words").child(words).child(" ").child(mark))
            .view()
    }
}

/// The group that answers the stem.
fn group(class: &'static str, role: &'static str) -> El {
    classed("div", class).attr("role", role).attr("aria-labelledby", "stem")
}

/// The words of an option.
fn words_of(options: &[Choice], key: &OptionKey) -> Option<Words> {
    options.iter().find(|option| option.key == *key).map(|option| Words::Authored(option.text.clone()))
}
