//! Questions: what is asked, what is right, and what a learner answered.
//!
//! A *kind* is one file below `question/`. Each has the same five parts: a `Prompt` (what is shown), a `Key` (what
//! is right, and the feedback), a `Response` (what the learner chose so far), `ready` (whether there is enough
//! of it to be marked) and `score`. This file joins the kinds in closed enums, so that a new kind is a list
//! of compile errors to work through.

pub mod case;
pub mod classify;
pub mod cloze;
pub mod elements;
pub mod flow;
pub mod highlight;
pub mod matching;
pub mod multiple_response;
pub mod numeric;
pub mod ordering;
pub mod reflection;
pub mod short_answer;
pub mod single_choice;
pub mod true_false;

use std::fmt;

use crate::html::Html;
use crate::id::{Edition, ObjectiveId, OptionKey, QuestionRef, Slug, StimulusId};
use crate::json::{record, tagged, words};
use crate::reference::Citation;
use crate::score::{Credit, Marks, Points};
use crate::time::Date;

/// A question with its key.
///
/// The key is on the learner's machine, as it must be where there is no server; results are therefore evident at
/// best, never proof.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its id, with its bank.
    pub id: QuestionRef,
    /// The fingerprint of what is asked and what is right.
    pub edition: Edition,
    /// The language of its texts as they stand here, a BCP 47 tag: `en`.
    pub language: String,
    /// What it tests.
    pub objective: ObjectiveId,
    /// How much thought it takes.
    pub level: Level,
    /// What it is worth.
    pub points: Points,
    /// What it is about, where it shares that with other questions.
    pub stimulus: Option<Stimulus>,
    /// What is asked.
    pub stem: Html,
    /// The kind, with its prompt and key.
    pub body: Body,
    /// Help to be asked for, one after the other.
    pub hints: Vec<Hint>,
    /// Why the right answer is right.
    pub explain: Html,
    /// Where that is written.
    pub sources: Vec<Citation>,
    /// The year at which a figure or status was true.
    pub as_of: Option<u16>,
    /// Whose view it is, where it is one.
    pub held_by: Option<String>,
    /// Whether options, items or answers are shown in a drawn order. What is to be put in order always is.
    pub shuffle: bool,
    /// The names that it had before: what was answered under them is kept.
    pub was: Vec<QuestionRef>,
    /// Since when it is drawn; none where it always was.
    pub added: Option<Date>,
    /// Since when it is drawn no more.
    pub retired: Option<Date>,
}

record! {
    Question {
        id, edition, language, objective, level, points, stimulus: optional, stem, body, hints: optional, explain, sources,
        as_of: optional, held_by: optional, shuffle, was: optional, added: optional, retired: optional,
    }
}

/// A text, a table or a set of facts that several questions are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stimulus {
    /// Its id within the bank.
    pub id: StimulusId,
    /// What it is called.
    pub title: String,
    /// What is shown.
    pub body: Html,
}

record! { Stimulus { id, title, body } }

/// Help that a learner can ask for.
#[derive(Debug, Clone, PartialEq)]
pub struct Hint {
    /// What is said.
    pub text: Html,
    /// The share of the credit that it costs.
    pub cost: Credit,
}

record! { Hint { text, cost } }

/// How much thought a question takes, after Bloom's taxonomy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Level {
    /// To remember.
    #[default]
    Recall,
    /// To use on given facts.
    Apply,
    /// To take apart, to compare, to judge.
    Analyse,
}

words! { Level { "recall" => Recall, "apply" => Apply, "analyse" => Analyse } }

/// An option that can be chosen, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its key.
    pub key: OptionKey,
    /// Its text.
    pub text: Html,
}

record! { Choice { key, text } }

/// What is said of something that was decided, after it was marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback<K> {
    /// What it is said of.
    pub on: K,
    /// What is said.
    pub text: Html,
}

record! { for<K> Feedback<K> { on, text } }

/// The feedback on one thing, where there is one.
pub fn feedback_on<'a, K: PartialEq>(all: &'a [Feedback<K>], on: &K) -> Option<&'a Html> {
    all.iter().find(|feedback| feedback.on == *on).map(|feedback| &feedback.text)
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident, $module:ident, $name:literal;)+) => {
        /// The kind of a question.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$doc])* $variant,)+
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name that authors write: `single-choice`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }

        /// The prompt and the key of a question, by kind.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Body {
            $($(#[$doc])* $variant { #[allow(missing_docs)] prompt: $module::Prompt, #[allow(missing_docs)] key: $module::Key },)+
        }

        /// What a learner answered so far, by kind.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Response {
            $($(#[$doc])* $variant($module::Response),)+
        }

        tagged! { Body { $($name => $variant { prompt, key }),+ } }
        tagged! { Response { $($name => $variant(response)),+ } }

        impl Body {
            /// The kind.
            pub fn kind(&self) -> Kind {
                match self {
                    $(Self::$variant { .. } => Kind::$variant,)+
                }
            }

            /// The response of a learner who has not begun.
            pub fn blank(&self) -> Response {
                match self {
                    $(Self::$variant { .. } => Response::$variant($module::Response::default()),)+
                }
            }

            /// Marks a response, or says why it cannot be marked.
            pub fn score(&self, response: &Response) -> Result<Marks, Unmarkable> {
                match (self, response) {
                    $((Self::$variant { prompt, key }, Response::$variant(response)) => {
                        if $module::ready(prompt, response) {
                            Ok($module::score(prompt, key, response))
                        } else {
                            Err(Unmarkable::NotReady)
                        }
                    })+
                    _ => Err(Unmarkable::OtherKind { question: self.kind(), response: response.kind() }),
                }
            }

            /// The response that earns full marks.
            pub fn model_response(&self) -> Response {
                match self {
                    $(Self::$variant { prompt, key } => Response::$variant($module::model_response(prompt, key)),)+
                }
            }

            /// The keys whose order can be drawn, in the author's order.
            pub fn movable(&self) -> Vec<Slug> {
                match self {
                    $(Self::$variant { prompt, .. } => $module::movable(prompt),)+
                }
            }
        }

        impl Response {
            /// The kind.
            pub fn kind(&self) -> Kind {
                match self {
                    $(Self::$variant(_) => Kind::$variant,)+
                }
            }
        }
    };
}

kinds! {
    /// One option is right.
    SingleChoice, single_choice, "single-choice";
    /// Several options are right.
    MultipleResponse, multiple_response, "multiple-response";
    /// The stem is a statement.
    TrueFalse, true_false, "true-false";
    /// Each item goes into a category.
    Classify, classify, "classify";
    /// Each item has one answer.
    Matching, matching, "matching";
    /// The facts of a case are tested against a definition, element by element.
    Elements, elements, "elements";
    /// Items are put in order.
    Ordering, ordering, "ordering";
    /// A text with gaps.
    Cloze, cloze, "cloze";
    /// The answer is typed.
    ShortAnswer, short_answer, "short-answer";
    /// The answer is a number.
    Numeric, numeric, "numeric";
    /// The passages of a text that prove something are marked.
    Highlight, highlight, "highlight";
    /// A case in steps that branch on what was decided.
    Case, case, "case";
    /// A learner writes, and compares with a model answer. Nothing is right or wrong.
    Reflection, reflection, "reflection";
}

impl Kind {
    /// Whether an answer can be right or wrong. What cannot is worth no points.
    pub fn is_marked(self) -> bool {
        match self {
            Self::Reflection => false,
            Self::SingleChoice
            | Self::MultipleResponse
            | Self::TrueFalse
            | Self::Classify
            | Self::Matching
            | Self::Elements
            | Self::Ordering
            | Self::Cloze
            | Self::ShortAnswer
            | Self::Numeric
            | Self::Highlight
            | Self::Case => true,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Why a response cannot be marked. Neither is a wrong answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmarkable {
    /// Something is still to be decided.
    NotReady,
    /// The response belongs to a question of another kind, as it can after an author changed the kind.
    OtherKind {
        /// What the question is now.
        question: Kind,
        /// What the response was given to.
        response: Kind,
    },
}

impl Question {
    /// The kind.
    pub fn kind(&self) -> Kind {
        self.body.kind()
    }

    /// Whether the response can be marked.
    pub fn ready(&self, response: &Response) -> bool {
        self.score(response).is_ok()
    }

    /// Marks a response, or says why it cannot be marked.
    pub fn score(&self, response: &Response) -> Result<Marks, Unmarkable> {
        self.body.score(response)
    }
}

/// Puts things in a drawn order: those that the order names as it names them, then the rest as they stood.
///
/// An order that was drawn before an author added or took away an option still serves.
pub fn arrange<'a, T>(things: &'a [T], order: &[Slug], key: impl Fn(&T) -> &Slug) -> Vec<&'a T> {
    let mut arranged: Vec<&T> = Vec::with_capacity(things.len());
    for slug in order {
        let is_here = |thing: &&T| key(thing) == slug;
        if !arranged.iter().any(is_here) {
            arranged.extend(things.iter().find(is_here));
        }
    }
    arranged.extend(things.iter().filter(|thing| !order.contains(key(thing))));
    arranged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::to_text;
    use crate::score::Partial;

    #[test]
    fn a_drawn_order_survives_an_edit_of_the_options() {
        let slug = |text: &str| text.parse::<Slug>().unwrap();
        let options = [slug("a"), slug("new"), slug("b")];
        let order = [slug("b"), slug("gone"), slug("a")];
        let arranged = arrange(&options, &order, |option| option);
        assert_eq!(arranged, [&slug("b"), &slug("a"), &slug("new")]);
    }

    #[test]
    fn the_name_of_a_kind_is_its_written_form() {
        for response in [
            Response::SingleChoice(single_choice::Response::default()),
            Response::MultipleResponse(multiple_response::Response::default()),
            Response::TrueFalse(true_false::Response::default()),
            Response::Classify(classify::Response::default()),
            Response::Matching(matching::Response::default()),
            Response::Elements(elements::Response::default()),
            Response::Ordering(ordering::Response::default()),
            Response::Cloze(cloze::Response::default()),
            Response::ShortAnswer(short_answer::Response::default()),
            Response::Numeric(numeric::Response::default()),
            Response::Highlight(highlight::Response::default()),
            Response::Case(case::Response::default()),
            Response::Reflection(reflection::Response::default()),
        ] {
            let text = to_text(&response);
            assert!(text.starts_with(&format!("{{\"{}\":{{", response.kind())), "{text}");
        }
    }

    #[test]
    fn a_response_to_another_kind_is_not_marked_as_wrong() {
        let body = Body::TrueFalse {
            prompt: true_false::Prompt::default(),
            key: true_false::Key {
                answer: true,
                feedback: Vec::new(),
                reason: None,
                partial: Partial::Each,
                reason_feedback: Vec::new(),
            },
        };
        let response = Response::SingleChoice(single_choice::Response::default());
        assert_eq!(
            body.score(&response),
            Err(Unmarkable::OtherKind { question: Kind::TrueFalse, response: Kind::SingleChoice })
        );
    }
}
