//! A question of each kind.

use domain::question::Kind;
use domain::reference::Concept;

/// What a new question is about.
#[derive(Debug, Clone, Copy)]
pub struct Given<'g> {
    /// Its id, which no other question of its bank has.
    pub id: &'g str,
    /// The objective that it tests.
    pub objective: &'g str,
    /// The id of a source.
    pub source: &'g str,
    /// A concept, for a question on its elements.
    pub concept: Option<&'g Concept>,
}

/// A question of a kind that `check` has nothing to say of, beginning with its head `[[question]]` and ending with a line feed. None where the kind
/// needs a concept and there is none.
pub fn question(kind: Kind, given: &Given<'_>) -> Option<String> {
    let (stem, own) = match kind {
        Kind::SingleChoice => (ASK, SINGLE_CHOICE.to_owned()),
        Kind::MultipleResponse => ("Which of these belong to it?", MULTIPLE_RESPONSE.to_owned()),
        Kind::TrueFalse => ("Write a statement that is true or false as it stands.", TRUE_FALSE.to_owned()),
        Kind::Classify => ("Where does each of these belong?", CLASSIFY.to_owned()),
        Kind::Matching => ("What belongs to each of these?", MATCHING.to_owned()),
        Kind::Elements => ("Test the facts against the definition.", elements(given.concept?)),
        Kind::Ordering => ("Put these in order, the earliest first.", ORDERING.to_owned()),
        Kind::Cloze => ("Fill in what is left out.", CLOZE.to_owned()),
        Kind::ShortAnswer => {
            ("Ask for a word or a short phrase: what is it called?", SHORT_ANSWER.to_owned())
        }
        Kind::Numeric => ("Ask for a number that holds for good: how many are needed?", NUMERIC.to_owned()),
        Kind::Highlight => ("Mark the words that show it.", HIGHLIGHT.to_owned()),
        Kind::Case => ("Say who the learner is. Decide step by step.", CASE.to_owned()),
        Kind::Reflection => ("Ask what the learner would do, and why.", REFLECTION.to_owned()),
    };
    let Given { id, objective, source, concept: _ } = given;
    let (name, explain) = (kind.name(), if kind == Kind::Reflection { "" } else { EXPLAIN });
    Some(format!(
        "\
[[question]]
id        = \"{id}\"
kind      = \"{name}\"
objective = \"{objective}\"
level     = \"recall\"                    # recall | apply | analyse
stem      = \"{stem}\"
{explain}sources   = [\"{source}\"]
{own}"
    ))
}

const ASK: &str = "Ask one thing: what follows from the rule?";

const EXPLAIN: &str = "explain   = \"Say why the right answer is right.\"\n";

const SINGLE_CHOICE: &str = r#"options   = [
  { key = "a", text = "A wrong answer that is likely", feedback = "Say what is wrong in it." },
  { key = "b", text = "The answer that is right", correct = true, feedback = "Say what makes it right." },
  { key = "c", text = "Another one that is wrong", feedback = "Say what is wrong in it." },
]

[[question.tests]]
response = "b"
score    = 1.0
"#;

const MULTIPLE_RESPONSE: &str = r#"partial   = "net"                       # off | each | net | coverage
options   = [
  { key = "a", text = "Something that belongs to it", correct = true, feedback = "Say why it does." },
  { key = "b", text = "Something that does not", feedback = "Say why it does not." },
  { key = "c", text = "One more that belongs to it", correct = true, feedback = "Say why it does." },
  { key = "d", text = "One more that does not", feedback = "Say why it does not." },
]

[[question.tests]]
response = ["a", "c"]
score    = 1.0
"#;

const TRUE_FALSE: &str = r#"answer    = true
feedback  = { true = "Say what makes it true.", false = "Say what was overlooked." }

[[question.tests]]
response = true
score    = 1.0
"#;

const CLASSIFY: &str = r#"categories = { one = "The one", other = "The other" }
items      = [
  { key = "first", text = "Something of the one", in = "one", feedback = "Say why it belongs there." },
  { key = "second", text = "Something of the other", in = "other", feedback = "Say why it belongs there." },
]

[[question.tests]]
response = { first = "one", second = "one" }
score    = 0.5
"#;

const MATCHING: &str = r#"answers   = { one = "What belongs to the first", two = "What belongs to the second", three = "What belongs to none" }
items     = [
  { key = "first", text = "The first", with = "one", feedback = "Say what joins them." },
  { key = "second", text = "The second", with = "two", feedback = "Say what joins them." },
]

[[question.tests]]
response = { first = "one", second = "three" }
score    = 0.5
"#;

const ORDERING: &str = r#"items     = [
  { key = "first", text = "What comes first", feedback = "Say when that was." },
  { key = "second", text = "What comes next", feedback = "Say when that was." },
  { key = "third", text = "What comes last", feedback = "Say when that was." },
]

[[question.tests]]
response = ["first", "second", "third"]
score    = 1.0
"#;

const CLOZE: &str = r#"text      = "Write a sentence, and a pair of brackets for what is [](missing)."
gaps      = { missing = { accept = ["left out"], feedback = "Say what fills it." } }

[[question.tests]]
response = { missing = "left out" }
score    = 1.0
"#;

const SHORT_ANSWER: &str = r#"accept    = ["the answer"]
expected  = [{ texts = ["the usual mistake"], feedback = "Say what is wrong in it." }]
feedback  = "Say where to look."

[[question.tests]]
response = "The answer"
score    = 1.0
"#;

const NUMERIC: &str = r#"value     = 3
unit      = "elements"
expected  = [{ value = 2, feedback = "Say which one was overlooked." }]
feedback  = "Say where to look."

[[question.tests]]
response = 3
score    = 1.0
"#;

const HIGHLIGHT: &str = r#"partial   = "net"                       # off | each | net | coverage
text      = "Mark [what proves it](proof), and [what does not](other), as a link is written."
proof     = ["proof"]
feedback  = { proof = "Say what it proves.", other = "Say why it proves nothing." }

[[question.tests]]
response = ["proof"]
score    = 1.0
"#;

const CASE: &str = r#"
[[question.steps]]
key  = "first"
text = "Say what happens. What do you do?"
ways = [
  { key = "a", text = "What is best to do", to = "second", correct = true, feedback = "Say why it is." },
  { key = "b", text = "What is of some use", to = "second", credit = 0.5, feedback = "Say what is better." },
]

[[question.steps]]
key  = "second"
text = "Say what comes of it. What do you do now?"
ways = [
  { key = "a", text = "What does harm", feedback = "Say which harm it does." },
  { key = "b", text = "What is best", correct = true, feedback = "Say why it is." },
]

[[question.tests]]
response = ["a", "b"]
score    = 1.0
"#;

const REFLECTION: &str = r#"model     = "Write what a good answer could be."
checklist = [
  { key = "rule", text = "I named the rule." },
  { key = "facts", text = "I held the facts against it." },
]
"#;

/// The facts, a finding on each element, and the conclusions.
fn elements(concept: &Concept) -> String {
    let keys = || concept.elements.iter().map(|element| element.key.as_str());
    let facts: Vec<String> = keys().map(|key| format!("[What shows {key}](shows-{key})")).collect();
    let findings: String = keys()
        .map(|key| {
            format!(
                "  {{ element = \"{key}\", met = true, proof = [\"shows-{key}\"], feedback = \"Say what shows it.\" }},\n"
            )
        })
        .collect();
    let all: Vec<String> = keys().map(|key| format!("{key} = true")).collect();
    let proof: Vec<String> = keys().map(|key| format!("{key} = [\"shows-{key}\"]")).collect();
    format!(
        "\
concept   = \"{}\"
facts     = \"Tell the facts of a case. {}.\"
findings  = [
{findings}]
conclusion = [
  {{ key = \"met\", text = \"The definition is met\", correct = true, feedback = \"Say why it is.\" }},
  {{ key = \"unmet\", text = \"It is not met\", feedback = \"Say which element shows that it is.\" }},
]

[[question.tests]]
response = {{ {}, proof = {{ {} }}, conclusion = \"met\" }}
score    = 1.0
",
        concept.id,
        facts.join(", "),
        all.join(", "),
        proof.join(", ")
    )
}
