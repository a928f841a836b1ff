//! A question as a writer of items looks at it: what is asked, what is chosen among, which of it is right.
//!
//! The rules of item writing look at this and at nothing else, once a question could be read; a translation is not held against
//! them, because its flaws are those of its original. What is said of words holds for texts in English alone.

mod prose;

use domain::question::Kind;

use crate::place::Place;
use crate::rules;
use crate::syntax::tree::{Data, Node};
use crate::text::Text;
use crate::value::Value;

pub(crate) use prose::{Prose, Word, words};

/// A text of a question, as it is written and as it is read.
#[derive(Debug, Clone)]
pub(crate) struct Wording<'a> {
    pub(crate) text: Text<'a>,
    pub(crate) prose: Prose,
}

/// Something to choose: an option, a reason, a way.
#[derive(Debug, Clone)]
pub(crate) struct Choice<'a> {
    pub(crate) key: &'a str,
    pub(crate) wording: Wording<'a>,
    pub(crate) right: bool,
}

/// What is chosen among.
#[derive(Debug, Clone)]
pub(crate) struct Choices<'a> {
    /// What one of them is called: `option`.
    pub(crate) what: &'static str,
    /// Where the list stands.
    pub(crate) list: Value<'a>,
    /// What is asked.
    pub(crate) stem: Wording<'a>,
    /// Two or more.
    pub(crate) all: Vec<Choice<'a>>,
    /// Whether one alone can be chosen.
    pub(crate) one: bool,
}

/// A question.
#[derive(Debug)]
pub(crate) struct Item<'a> {
    pub(crate) value: Value<'a>,
    pub(crate) kind: Kind,
    /// Whether its texts are in English.
    pub(crate) english: bool,
    pub(crate) stem: Wording<'a>,
    pub(crate) choices: Vec<Choices<'a>>,
}

impl<'a> Wording<'a> {
    /// The text of a value; none where it is no text.
    pub(crate) fn of(value: Value<'a>) -> Option<Self> {
        let text = value.as_text()?;
        Some(Self { text, prose: Prose::of(text.value, &value.desk.names.terms) })
    }

    /// Where a stretch of the prose was written.
    pub(crate) fn place(&self, start: usize, end: usize) -> Place {
        self.text.place_of(self.prose.written(start..end))
    }

    /// The text as it is read.
    pub(crate) fn read(&self) -> &str {
        self.prose.text.trim()
    }
}

impl<'a> Choices<'a> {
    /// The right one, where one alone can be chosen and one is right.
    pub(crate) fn key(&self) -> Option<&Choice<'a>> {
        let mut right = self.all.iter().filter(|choice| choice.right);
        match (self.one, right.next(), right.next()) {
            (true, Some(key), None) => Some(key),
            (true, _, _) | (false, _, _) => None,
        }
    }

    /// Those that are wrong.
    pub(crate) fn distractors(&self) -> impl Iterator<Item = &Choice<'a>> + Clone {
        self.all.iter().filter(|choice| !choice.right)
    }
}

/// Holds a question that could be read against the rules of item writing.
pub(crate) fn check(value: Value<'_>, kind: Kind) {
    if value.desk.is_translation() {
        return;
    }
    let Some(item) = item(value, kind) else { return };
    if item.kind == Kind::Case {
        rules::key_is_longest::check_case(&item.choices);
    } else {
        item.choices.iter().for_each(rules::key_is_longest::check);
    }
    for choices in &item.choices {
        rules::overlap::check(choices);
        rules::repeated_beginning::check(choices);
        if item.english {
            rules::all_of_the_above::check(choices);
            rules::grammatical_cue::check(choices);
            // The step of a case is a story, and shares words with what can be done in it.
            if item.kind != Kind::Case {
                rules::absolute_words::check(choices);
                rules::word_of_the_stem::check(choices);
            }
        }
    }
    if item.english {
        // Who is asked for a text reads the question more than once.
        if item.kind != Kind::Reflection {
            rules::negative_stem::check(&item);
        }
        rules::unattributed_view::check(&item);
    }
    rules::undated_figure::check(&item);
    rules::term_spelling::check(&item);
    rules::telling_hint::check(&item);
}

/// A question by its parts; none where it has no stem.
fn item(value: Value<'_>, kind: Kind) -> Option<Item<'_>> {
    let stem = Wording::of(value.at("stem")?)?;
    let english = value.desk.language(value.node.file).split('-').next() == Some("en");
    let of = |what, key, one| choices(value, what, key, &stem, one);
    let choices = match kind {
        Kind::SingleChoice => of("option", "options", true).into_iter().collect(),
        Kind::MultipleResponse => of("option", "options", false).into_iter().collect(),
        Kind::TrueFalse => of("reason", "reasons", true).into_iter().collect(),
        Kind::Case => steps(value),
        Kind::Classify
        | Kind::Matching
        | Kind::Elements
        | Kind::Ordering
        | Kind::Cloze
        | Kind::ShortAnswer
        | Kind::Numeric
        | Kind::Highlight
        | Kind::Reflection => Vec::new(),
    };
    Some(Item { value, kind, english, stem, choices })
}

fn choices<'a>(
    table: Value<'a>,
    what: &'static str,
    key: &str,
    stem: &Wording<'a>,
    one: bool,
) -> Option<Choices<'a>> {
    let list = table.at(key)?;
    let all = list.node.as_list().iter().filter_map(|node| {
        let wording = Wording::of(Value { node, ..list }.at("text")?)?;
        Some(Choice { key: node.text("key")?, wording, right: is_right(node) })
    });
    let all: Vec<Choice<'a>> = all.collect();
    (all.len() >= 2).then(|| Choices { what, list, stem: stem.clone(), all, one })
}

/// The ways of each step of a case.
fn steps(value: Value<'_>) -> Vec<Choices<'_>> {
    let steps = value.node.list("steps").iter().map(|node| Value { node, ..value });
    let ways = |step| choices(step, "way", "ways", &Wording::of(step.at("text")?)?, true);
    steps.filter_map(ways).collect()
}

/// Whether a choice earns all that it can.
fn is_right(choice: &Node) -> bool {
    let credit = choice.get("credit").map(|credit| match credit.data {
        Data::Float(credit) => credit >= 1.0,
        Data::Integer(credit) => credit == Some(1),
        Data::Text(_)
        | Data::Boolean(_)
        | Data::Date { .. }
        | Data::Time
        | Data::List(_)
        | Data::Table(_)
        | Data::Broken => false,
    });
    let correct = choice.get("correct").is_some_and(|correct| matches!(correct.data, Data::Boolean(true)));
    correct || credit == Some(true)
}
