//! The question as the application draws it (`learner::quiz::asking`, `learner::question`): the same elements, classes and words.

use domain::course::{Course, Quiz};
use domain::html::Html;
use domain::question::{Body, Choice, Hint, Question, arrange, multiple_response, single_choice, true_false};
use domain::score::{Certainty, Credit, Points, Verdict};
use domain::session::Posed;
use maud::{Markup, html};
use texts::reader::Reader;
use texts::{fill, format};

use super::First;
use crate::package::site::Site;
use crate::package::site::speech::{Voice, around};
use crate::package::site::text::authored;

/// The form of a question all of whose answer is chosen from what the page shows: it needs no script.
pub(super) enum Plain<'a> {
    /// One of these.
    One(&'a single_choice::Prompt),
    /// Any of these.
    Several(&'a multiple_response::Prompt),
    /// Whether it holds, and why.
    Statement(&'a true_false::Prompt),
}

impl<'a> Plain<'a> {
    /// The form that answers such a question; none for the other kinds.
    pub(super) fn of(body: &'a Body) -> Option<Self> {
        match body {
            Body::SingleChoice { prompt, .. } => Some(Self::One(prompt)),
            Body::MultipleResponse { prompt, .. } => Some(Self::Several(prompt)),
            Body::TrueFalse { prompt, .. } => Some(Self::Statement(prompt)),
            Body::Classify { .. }
            | Body::Matching { .. }
            | Body::Elements { .. }
            | Body::Ordering { .. }
            | Body::Cloze { .. }
            | Body::ShortAnswer { .. }
            | Body::Numeric { .. }
            | Body::Highlight { .. }
            | Body::Case { .. }
            | Body::Reflection { .. } => None,
        }
    }
}

/// What the question is shown with.
struct Shown<'a> {
    site: &'a Site<'a>,
    course: &'a Course,
    root: &'a str,
    texts: &'static Reader,
    posed: &'a Posed,
}

impl First {
    /// The question, on a page that is as far below its entrance as `root` says.
    pub(in crate::package::site) fn asked(
        &self,
        site: &Site<'_>,
        course: &Course,
        quiz: &Quiz,
        root: &str,
    ) -> Markup {
        let Self { posed, whole, .. } = self;
        let texts = Reader::of(site.language);
        let shown = Shown { site, course, root, texts, posed };
        let question = &posed.question;
        let place = [("number", "1"), ("whole", &*whole.to_string())];
        html! {
            section class="question" aria-labelledby="question-title" data-first {
                div class="paper" {
                    h2 class="kicker" id="question-title" tabindex="-1" { (fill(texts.question_of, &place)) }
                    progress max=(whole) value="1" aria-hidden="true" {}
                }
                form novalidate {
                    (shown.stimulus())
                    div class="stem" id="stem" { (shown.block(&question.stem)) }
                    (shown.notes())
                    @if let Some(plain) = Plain::of(&question.body) { (shown.form(&plain)) }
                    @if let Some(hint) = question.hints.first() { (shown.hint(hint)) }
                    @if quiz.conditions.certainty { (shown.certainty()) }
                    div {
                        div class="actions" { button class="button primary" type="submit" { (texts.check_answer) } }
                    }
                }
            }
        }
    }
}

impl Shown<'_> {
    fn question(&self) -> &Question {
        &self.posed.question
    }

    fn voice(&self) -> Voice<'_> {
        self.site.voice(&self.question().language)
    }

    fn block(&self, words: &Html) -> Markup {
        let voice = self.voice();
        html! { div class="markup" lang=[voice.lang] dir=[voice.dir] { (authored(words, self.root, self.course)) } }
    }

    fn inline(&self, words: &Html) -> Markup {
        let voice = self.voice();
        html! { span class="markup" lang=[voice.lang] dir=[voice.dir] { (authored(words, self.root, self.course)) } }
    }

    fn stimulus(&self) -> Markup {
        let voice = self.voice();
        html! {
            @if let Some(stimulus) = &self.question().stimulus {
                section class="stimulus" aria-labelledby="stimulus" {
                    h3 class="label" id="stimulus" lang=[voice.lang] dir=[voice.dir] { (stimulus.title) }
                    (self.block(&stimulus.body))
                }
            }
        }
    }

    fn notes(&self) -> Markup {
        let Question { as_of, held_by, .. } = self.question();
        html! {
            @if let Some(year) = as_of { p class="note" { (fill(self.texts.as_of, &[("year", &year.to_string())])) } }
            @if let Some(who) = held_by {
                @let voice = self.voice();
                @let who = html! { span lang=[voice.lang] dir=[voice.dir] { (who) } };
                p class="note" { span { (around(self.texts.held_by, &who)) } }
            }
        }
    }

    fn form(&self, plain: &Plain<'_>) -> Markup {
        let texts = self.texts;
        match plain {
            Plain::One(prompt) => html! {
                div class="picks" role="radiogroup" aria-labelledby="stem" {
                    (self.choices(("radio", "option"), &prompt.options))
                }
            },
            Plain::Several(prompt) => html! {
                div {
                    p class="how" { (texts.choose_all) }
                    div class="picks" role="group" aria-labelledby="stem" {
                        (self.choices(("checkbox", "option"), &prompt.options))
                    }
                }
            },
            Plain::Statement(prompt) => {
                let says = [("true", texts.says_true), ("false", texts.says_false)];
                let verdict = html! {
                    div class="picks picks-row" role="radiogroup" aria-labelledby="stem" {
                        @for (value, words) in says { (pick(("radio", "option"), value, &html! { (words) " " })) }
                    }
                };
                html! {
                    @if prompt.reasons.is_empty() { (verdict) } @else {
                        div class="rows" {
                            (verdict)
                            fieldset class="row" {
                                legend { (texts.reason) }
                                div class="picks" { (self.choices(("radio", "reason"), &prompt.reasons)) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Options in the order that was drawn.
    fn choices(&self, input: (&str, &str), choices: &[Choice]) -> Markup {
        html! {
            @for choice in arrange(choices, &self.posed.order, |choice| choice.key.slug()) {
                (pick(input, choice.key.slug().as_str(), &html! { (self.inline(&choice.text)) " " }))
            }
        }
    }

    /// The button for the first hint. It gives one when the application has arrived, and says so until then by being switched off.
    fn hint(&self, hint: &Hint) -> Markup {
        let texts = self.texts;
        html! {
            div class="help" {
                button class="button quiet" type="button" disabled {
                    (texts.show_hint) " "
                    @if hint.cost > Credit::NONE {
                        @let share = fill(texts.percent, &[("number", &whole_per_cent(hint.cost).to_string())]);
                        span class="note" { (fill(texts.hint_costs, &[("share", &share)])) }
                    }
                }
            }
        }
    }

    /// How sure she is.
    fn certainty(&self) -> Markup {
        let texts = self.texts;
        let stake = |level: Certainty, verdict, credit| {
            format::number(self.site.language, level.mark(verdict, credit))
        };
        let is_worth = self.question().points > Points::ZERO;
        html! {
            fieldset class="row certainty" {
                legend { (texts.how_sure) }
                div class="picks picks-row" {
                    @for level in Certainty::ALL {
                        @let right = stake(level, Verdict::Right, Credit::FULL);
                        @let wrong = stake(level, Verdict::Wrong, Credit::NONE);
                        @let (value, words) = match level {
                            Certainty::Low => ("low", texts.sure_low),
                            Certainty::Middle => ("middle", texts.sure_middle),
                            Certainty::High => ("high", texts.sure_high),
                        };
                        (pick(("radio", "certainty"), value, &html! {
                            (words) " "
                            @if is_worth {
                                span class="note" { (fill(texts.stakes, &[("right", &right), ("wrong", &wrong)])) }
                            }
                        }))
                    }
                }
            }
        }
    }
}

/// A radio button or a checkbox with its words. Its value tells the application what was chosen.
fn pick((kind, name): (&str, &str), value: &str, words: &Markup) -> Markup {
    html! {
        label class="pick" {
            input type=(kind) name=(name) value=(value);
            span class="pick-words" { (words) }
        }
    }
}

/// A cost, rounded down as the application rounds it.
fn whole_per_cent(cost: Credit) -> u32 {
    (cost.share() * 100.0 + 1e-7) as u32
}
