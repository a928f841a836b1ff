//! Questions on the page: one file a kind, with the form that is answered and the remarks on an answer.
//!
//! A form shows the response of the session and dispatches a new one; it holds no answer of its own.

mod case;
mod classify;
mod cloze;
mod elements;
mod field;
mod highlight;
mod matching;
mod multiple_response;
mod numeric;
mod ordering;
mod reflection;
mod short_answer;
mod single_choice;
mod true_false;

use domain::html::Html;
use domain::id::{OptionKey, Slug};
use domain::language::Direction;
use domain::question::{Body, Choice, Feedback, Response, arrange, feedback_on};
use domain::session::{Event, Phase, Posed, Session};
use leptos::prelude::*;

use crate::app::App;
use crate::browser;
use crate::part::element::{Child, El, classed, el};
use crate::part::markup;
use crate::part::texts::texts;
use crate::part::voice::Voice;
use crate::quiz::dispatch;
use crate::quiz::feedback::{Remark, Words};

/// What every form is given beside its prompt.
#[derive(Clone)]
struct Form {
    app: App,
    voice: Voice,
    /// The order in which options are shown.
    order: Vec<Slug>,
    /// Whether it can be answered, and what of the key is shown where it cannot.
    phase: Phase,
    /// What the learner chose so far. It changes with her choices alone, not with the clock or a flag.
    response: Memo<Option<Response>>,
}

/// The form of a question.
pub(crate) fn form(app: App, voice: &Voice, posed: &Posed, phase: Phase) -> AnyView {
    let form = Form::new(app, voice, posed, phase);
    match &posed.question.body {
        Body::SingleChoice { prompt, key } => single_choice::form(&form, prompt, key),
        Body::MultipleResponse { prompt, key } => multiple_response::form(&form, prompt, key),
        Body::TrueFalse { prompt, key } => true_false::form(&form, prompt, key),
        Body::Classify { prompt, key } => classify::form(&form, prompt, key),
        Body::Matching { prompt, key } => matching::form(&form, prompt, key),
        Body::Elements { prompt, key } => elements::form(&form, prompt, key),
        Body::Ordering { prompt, key } => ordering::form(&form, prompt, key),
        Body::Cloze { prompt, key } => cloze::form(&form, prompt, key),
        Body::ShortAnswer { prompt, key } => short_answer::form(&form, prompt, key),
        Body::Numeric { prompt, key } => numeric::form(&form, prompt, key),
        Body::Highlight { prompt, key } => highlight::form(&form, prompt, key),
        Body::Case { prompt, .. } => case::form(&form, prompt),
        Body::Reflection { .. } => reflection::form(&form),
    }
}

/// What is said of each decision of an answer. Where it can be tried again, nothing is said of what would be right.
pub(crate) fn remarks(body: &Body, response: &Response, phase: Phase) -> Vec<Remark> {
    let mut remarks = match (body, response) {
        (Body::SingleChoice { prompt, key }, Response::SingleChoice(given)) => {
            single_choice::remarks(prompt, key, given)
        }
        (Body::MultipleResponse { prompt, key }, Response::MultipleResponse(given)) => {
            multiple_response::remarks(prompt, key, given)
        }
        (Body::TrueFalse { prompt, key }, Response::TrueFalse(given)) => {
            true_false::remarks(prompt, key, given)
        }
        (Body::Classify { prompt, key }, Response::Classify(given)) => {
            classify::remarks(prompt, key, given, phase)
        }
        (Body::Matching { prompt, key }, Response::Matching(given)) => {
            matching::remarks(prompt, key, given, phase)
        }
        (Body::Elements { prompt, key }, Response::Elements(given)) => {
            elements::remarks(prompt, key, given, phase)
        }
        (Body::Ordering { prompt, key }, Response::Ordering(given)) => {
            ordering::remarks(prompt, key, given, phase)
        }
        (Body::Cloze { prompt, key }, Response::Cloze(given)) => cloze::remarks(prompt, key, given, phase),
        (Body::ShortAnswer { prompt, key }, Response::ShortAnswer(given)) => {
            short_answer::remarks(prompt, key, given)
        }
        (Body::Numeric { prompt, key }, Response::Numeric(given)) => numeric::remarks(prompt, key, given),
        (Body::Highlight { prompt, key }, Response::Highlight(given)) => {
            highlight::remarks(prompt, key, given)
        }
        // A response to what the question was before its author changed its kind; and the kinds that `account` tells of.
        _ => Vec::new(),
    };
    if phase != Phase::Closed {
        remarks.retain(|remark| remark.chosen.is_some() || remark.on.is_some());
        for remark in &mut remarks {
            remark.instead = None;
        }
    }
    remarks
}

/// What is shown of an answer in the place of remarks, by the kinds whose answer is no list of decisions: the way that was
/// taken through a case, and a reflection beside its model answer.
pub(crate) fn account(app: App, voice: &Voice, posed: &Posed, phase: Phase) -> Option<AnyView> {
    let response = posed.given.as_ref().map_or(&posed.response, |given| &given.response);
    let form = || Form::new(app, voice, posed, phase);
    match (&posed.question.body, response) {
        (Body::Case { prompt, key }, Response::Case(given)) => {
            Some(case::account(&form(), prompt, key, given))
        }
        (Body::Reflection { key, .. }, Response::Reflection(given)) => {
            Some(reflection::account(&form(), key, given))
        }
        _ => None,
    }
}

impl Form {
    fn new(app: App, voice: &Voice, posed: &Posed, phase: Phase) -> Self {
        let response = Memo::new(move |_| app.session(response).flatten());
        Self { app, voice: voice.clone(), order: posed.order.clone(), phase, response }
    }

    /// Whether the question can be answered now.
    fn is_open(&self) -> bool {
        self.phase == Phase::Open
    }

    /// Whether something holds for what the learner chose so far; follows each change.
    fn holds(
        &self,
        what: impl Fn(&Response) -> bool + Send + Sync + 'static,
    ) -> impl Fn() -> bool + Send + Sync + 'static {
        let response = self.response;
        move || {
            let mut holds = false;
            with_response(response, &mut |response| holds = what(response));
            holds
        }
    }

    /// Reads what the learner chose so far; follows each change.
    fn read<T: Default>(&self, read: impl FnOnce(&Response) -> T) -> T {
        let (mut read, mut found) = (Some(read), None);
        with_response(self.response, &mut |response| found = read.take().map(|read| read(response)));
        found.unwrap_or_default()
    }

    /// Dispatches what the learner chose so far, with a change.
    fn change(&self, change: impl FnOnce(&mut Response)) {
        let mut change = Some(change);
        self.change_boxed(&mut |response| {
            if let Some(change) = change.take() {
                change(response);
            }
        });
    }

    #[inline(never)]
    fn change_boxed(&self, change: &mut dyn FnMut(&mut Response)) {
        if let Some(mut response) = self.app.session_now(response).flatten() {
            change(&mut response);
            dispatch(self.app, Event::Respond(response));
        }
    }

    /// Our own words among an author's: they say their language where hers is another.
    fn ours(&self, words: El) -> El {
        let language = browser::language();
        let [is_foreign, _] = self.voice.attributes();
        words.attr_if(is_foreign.is_some(), "lang", &language).attr_if(
            is_foreign.is_some(),
            "dir",
            Direction::of(&language).attribute(),
        )
    }

    /// Shows an author's words.
    fn words(&self, html: &Html) -> El {
        markup::inline(self.app, &self.voice, html)
    }

    /// The options in the order in which they are shown.
    fn arranged<'a>(&self, options: &'a [Choice]) -> Vec<&'a Choice> {
        arrange(options, &self.order, |option| option.key.slug())
    }

    /// What is to be seen of something that can be chosen: whether it is right, as far as that is shown.
    fn mark(&self, is_right: bool, chosen: bool) -> Mark {
        match (self.phase, is_right, chosen) {
            (Phase::Open, ..) | (Phase::Tried, _, false) | (Phase::Closed, false, false) => Mark::None,
            (Phase::Tried, true, true) => Mark::Right,
            (Phase::Closed, true, _) => Mark::Key,
            (Phase::Tried | Phase::Closed, false, true) => Mark::Wrong,
        }
    }

    /// A radio button or a checkbox with its words, large enough to be touched.
    fn pick<'w>(
        &self,
        (kind, name): (&'static str, &str),
        words: impl Into<Child<'w>>,
        is_right: bool,
        checked: impl Fn() -> bool + Send + Sync + 'static,
        change: impl Fn() + 'static,
    ) -> AnyView {
        self.pick_boxed((kind, name), words.into(), is_right, Box::new(checked), Box::new(change))
    }

    #[inline(never)]
    fn pick_boxed(
        &self,
        (kind, name): (&'static str, &str),
        words: Child<'_>,
        is_right: bool,
        checked: Box<dyn Fn() -> bool + Send + Sync>,
        change: Box<dyn Fn()>,
    ) -> AnyView {
        let chosen = untrack(&checked);
        let mark = self.mark(is_right, chosen);
        let class = match mark {
            Mark::None => "pick",
            Mark::Right | Mark::Key => "pick pick-right",
            Mark::Wrong => "pick pick-wrong",
        };
        let key = (mark == Mark::Key).then(|| classed("span", "key-mark").child(texts().right_answer));
        let input = el("input")
            .attr("type", kind)
            .attr("name", name)
            .attr_if(chosen, "checked", "")
            .attr_if(!self.is_open(), "disabled", "")
            .checked(checked)
            .on("change", move |_| change());
        classed("label", class)
            .child(input)
            .child(classed("span", "pick-words").child(words).child(" ").child(key))
            .view()
    }
}

/// What is to be seen of something that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Nothing: it is not marked, or nothing is to be said of it.
    None,
    /// It was chosen, and rightly.
    Right,
    /// It is right, whether it was chosen or not.
    Key,
    /// It was chosen, and is not right.
    Wrong,
}

/// The response to the question that is shown.
fn response(session: &Session) -> Option<Response> {
    session.current().map(|posed| posed.response.clone())
}

/// Reads what the learner chose so far; follows each change.
#[inline(never)]
fn with_response(response: Memo<Option<Response>>, read: &mut dyn FnMut(&Response)) {
    response.with(|response| {
        if let Some(response) = response {
            read(response);
        }
    });
}

/// The group that answers the stem.
fn group(class: &'static str, role: &'static str) -> El {
    classed("div", class).attr("role", role).attr("aria-labelledby", "stem")
}

/// The words of an option.
fn words_of(options: &[Choice], key: &OptionKey) -> Option<Words> {
    options.iter().find(|option| option.key == *key).map(|option| Words::Authored(option.text.clone()))
}

/// The feedback on an item, which tells what is right: where that is not shown yet, it is said of what was right alone.
fn feedback_on_item<K: PartialEq>(all: &[Feedback<K>], item: &K, right: bool, phase: Phase) -> Option<Html> {
    if right || phase == Phase::Closed { feedback_on(all, item).cloned() } else { None }
}

/// A sign and, for screen readers, a word: whether what stands behind it is right.
fn sign(right: bool) -> El {
    let (class, words) = if right {
        ("sign sign-right", texts().decided_right)
    } else {
        ("sign sign-wrong", texts().decided_wrong)
    };
    classed("span", class).child(classed("span", "visually-hidden").child(words))
}

#[cfg(test)]
mod tests {
    use domain::map::Set;
    use domain::question::{multiple_response, single_choice};
    use domain::score::Partial;

    use super::*;

    fn key(text: &str) -> OptionKey {
        text.parse().unwrap()
    }

    fn options() -> Vec<Choice> {
        ["right", "wrong", "both"].map(|own| Choice { key: key(own), text: Html::of_text(own) }).into()
    }

    fn said(on: &str, text: &str) -> Feedback<OptionKey> {
        Feedback { on: key(on), text: Html::of_text(text) }
    }

    fn single(missed: Vec<Feedback<OptionKey>>) -> Body {
        Body::SingleChoice {
            prompt: single_choice::Prompt { options: options() },
            key: single_choice::Key {
                correct: key("right"),
                feedback: vec![said("right", "well"), said("wrong", "no")],
                missed,
                misconceptions: Vec::new(),
            },
        }
    }

    fn multiple(missed: Vec<Feedback<OptionKey>>) -> Body {
        Body::MultipleResponse {
            prompt: multiple_response::Prompt { options: options() },
            key: multiple_response::Key {
                correct: [key("right"), key("both")].into_iter().collect(),
                partial: Partial::Each,
                feedback: vec![said("right", "well"), said("wrong", "no"), said("both", "as well")],
                missed,
                misconceptions: Vec::new(),
            },
        }
    }

    fn one(own: &str) -> Response {
        Response::SingleChoice(single_choice::Response { chosen: Some(key(own)) })
    }

    fn several(all: &[&str]) -> Response {
        let chosen: Set<OptionKey> = all.iter().map(|own| key(own)).collect();
        Response::MultipleResponse(multiple_response::Response { chosen })
    }

    /// Each remark in short: what was chosen, what is right instead, what is said.
    #[track_caller]
    fn check(body: &Body, response: &Response, phase: Phase, expect: &[(&str, &str, &str)]) {
        let words = |words: &Option<Words>| match words {
            Some(Words::Authored(html) | Words::Around(_, html)) => html.as_str().to_owned(),
            Some(Words::Spoken(text) | Words::Plain(text)) => text.clone(),
            None => String::new(),
        };
        let remarks = remarks(body, response, phase);
        let told: Vec<(String, String, String)> = remarks
            .iter()
            .map(|remark| {
                let said = remark.feedback.as_ref().map_or("", Html::as_str).to_owned();
                (words(&remark.chosen), words(&remark.instead), said)
            })
            .collect();
        let told: Vec<(&str, &str, &str)> =
            told.iter().map(|(one, two, three)| (one.as_str(), two.as_str(), three.as_str())).collect();
        assert_eq!(told, expect);
    }

    #[test]
    fn to_those_who_missed_an_option_is_said_what_its_author_wrote_for_them() {
        let missed = || vec![said("right", "you missed it")];
        let closed = Phase::Closed;
        check(
            &single(missed()),
            &one("wrong"),
            closed,
            &[("wrong", "", "no"), ("", "right", "you missed it")],
        );
        check(&single(missed()), &one("right"), closed, &[("right", "", "well")]);
        check(&single(Vec::new()), &one("wrong"), closed, &[("wrong", "right", "no")]);
        check(
            &multiple(missed()),
            &several(&["wrong"]),
            closed,
            &[("", "right", "you missed it"), ("wrong", "", "no"), ("", "both", "as well")],
        );
        check(
            &multiple(missed()),
            &several(&["right", "both"]),
            closed,
            &[("right", "", "well"), ("both", "", "as well")],
        );
    }

    #[test]
    fn who_can_try_again_is_told_of_her_own_choices_alone() {
        let missed = || vec![said("right", "you missed it")];
        check(&single(missed()), &one("wrong"), Phase::Tried, &[("wrong", "", "no")]);
        check(&single(Vec::new()), &one("wrong"), Phase::Tried, &[("wrong", "", "no")]);
        check(
            &multiple(missed()),
            &several(&["wrong", "both"]),
            Phase::Tried,
            &[("wrong", "", "no"), ("both", "", "as well")],
        );
    }
}
