//! A hint helps to think; one that holds the key is the answer at half the price. Told of is a hint that says the key word for word: the text of a right option,
//! an answer that is accepted, the text of a gap, the value of a number. A key of a single short word (*Yes*, *both*) is in half of all sentences, and is let
//! pass, as is one whose words stand in the stem already.

use crate::diagnostic::Code;
use crate::syntax::tree::{Data, Node};
use crate::value::Value;
use crate::writing::{Item, Wording, words};

/// The shortest single word that is told of, in letters.
const LETTERS: usize = 5;

/// A question.
pub(crate) fn check(item: &Item<'_>) {
    let Some(hints) = item.value.at("hints") else { return };
    let stem = letters(item.stem.read());
    let keys: Vec<Vec<String>> = keys(item).iter().map(|key| letters(key)).collect();
    let keys: Vec<&Vec<String>> = keys.iter().filter(|key| is_telling(key) && !holds(&stem, key)).collect();
    let texts = hints.node.as_list().iter().filter_map(|node| Value { node, ..hints }.at("text"));
    for hint in texts.filter_map(Wording::of) {
        let said = letters(hint.read());
        let Some(key) = keys.iter().find(|key| holds(&said, key)) else { continue };
        let message = format!("The hint holds the key: `{}`.", crate::desk::shown(&key.join(" ")));
        let help = "Say where to look, or what to compare, instead of what is right.";
        item.value.desk.faults.warning(Code::TellingHint, hint.text.place, message, help);
    }
}

/// What is right, in words.
fn keys(item: &Item<'_>) -> Vec<String> {
    let node = item.value.node;
    let right = item.choices.iter().flat_map(|choices| &choices.all).filter(|choice| choice.right);
    let chosen = right.map(|choice| choice.wording.read().to_owned());
    let typed = texts(node.get("accept"));
    let gaps = node.get("gaps").map(Node::entries).unwrap_or_default();
    let filled = gaps.iter().flat_map(|gap| texts(gap.node.get("accept")));
    let words = gaps.iter().filter_map(|gap| node.get("words")?.text(gap.node.text("is")?));
    let number = node.get("value").and_then(|value| match value.data {
        Data::Integer(number) => number.map(|number| number.to_string()),
        Data::Float(number) => Some(number.to_string()),
        Data::Text(_)
        | Data::Boolean(_)
        | Data::Date { .. }
        | Data::Time
        | Data::List(_)
        | Data::Table(_)
        | Data::Broken => None,
    });
    chosen.chain(typed).chain(filled).chain(words.map(str::to_owned)).chain(number).collect()
}

fn texts(list: Option<&Node>) -> Vec<String> {
    list.map(Node::as_list).unwrap_or_default().iter().filter_map(Node::as_text).map(str::to_owned).collect()
}

/// The words of a text in small letters.
fn letters(text: &str) -> Vec<String> {
    words(text).map(|word| word.text.to_lowercase()).collect()
}

fn is_telling(key: &[String]) -> bool {
    match key {
        [] => false,
        [one] => one.chars().count() >= LETTERS || one.chars().all(|c| c.is_ascii_digit()),
        [_, _, ..] => true,
    }
}

fn holds(said: &[String], key: &[String]) -> bool {
    said.windows(key.len().max(1)).any(|window| window == key)
}
