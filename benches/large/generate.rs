//! A project with a bank of any size, over all kinds of questions.

use std::fmt::Write;

use content::Files;

/// How many objectives the questions are spread over.
const OBJECTIVES: usize = 20;

/// A project that `check` has nothing to say of.
pub(crate) fn project(questions: usize) -> Files {
    let mut bank = String::from("format = 1\nid = \"bank\"\ntitle = \"A large bank\"\nlanguage = \"en\"\n");
    for number in 0..questions {
        question(&mut bank, number);
    }
    let objectives: String = (0..OBJECTIVES)
        .map(|number| {
            format!("  {{ id = \"objective-{number}\", text = \"Do what is asked in number {number}\" }},\n")
        })
        .collect();
    let lesson_objectives: Vec<String> =
        (0..OBJECTIVES).map(|number| format!("\"objective-{number}\"")).collect();
    [
        ("courses/sources.toml", SOURCES.to_owned()),
        ("courses/glossary.toml", GLOSSARY.to_owned()),
        ("courses/concepts.toml", CONCEPTS.to_owned()),
        ("courses/course/course.toml", COURSE.to_owned()),
        ("courses/course/module/module.toml", MODULE.replace("OBJECTIVES", &objectives)),
        ("courses/course/module/lesson.md", LESSON.replace("OBJECTIVES", &lesson_objectives.join(", "))),
        ("questions/bank.toml", bank),
    ]
    .into_iter()
    .collect()
}

fn question(bank: &mut String, number: usize) {
    let (kind, body) = KINDS[number % KINDS.len()];
    // Two rounds of kinds keep their order: they are the cohort that `tests/golden` holds.
    let body = turned(body, number / (2 * KINDS.len()));
    let objective = number % OBJECTIVES;
    // Writing to a string cannot fail.
    let _ = write!(
        bank,
        "\n[[question]]\nid = \"question-{number}\"\nkind = \"{kind}\"\nobjective = \"objective-{objective}\"\n\
         stem = \"In case number {number} a State has to decide. Which of these does the *treaty* ask of it?\"\n\
         explain = \"Number {number} follows from the text of the article.\"\nsources = [\"treaty:{}\"]\n{body}",
        number % 90 + 1
    );
}

/// The same question with its choices in another order, so that the key does not always stand first.
fn turned(body: &str, by: usize) -> String {
    let is_choice = |line: &&str| line.starts_with("  { key = ");
    let choices: Vec<&str> = body.lines().filter(is_choice).collect();
    let mut others = choices.iter().cycle().skip(by % choices.len().max(1));
    body.lines().fold(String::new(), |text, line| {
        let line = if is_choice(&line) { others.next().copied().unwrap_or(line) } else { line };
        text + line + "\n"
    })
}

const KINDS: [(&str, &str); 6] = [
    (
        "single-choice",
        r#"options = [
  { key = "first", text = "To inform the person", correct = true, feedback = "The article says so." },
  { key = "second", text = "To detain the person", feedback = "The article does not say so." },
  { key = "third", text = "To expel the person", feedback = "The article forbids it." },
]
[[question.tests]]
response = "first"
score = 1.0
"#,
    ),
    (
        "multiple-response",
        r#"partial = "net"
options = [
  { key = "first", text = "To inform the person", correct = true, feedback = "The article says so." },
  { key = "second", text = "To hear the person", correct = true, feedback = "The article says so." },
  { key = "third", text = "To expel the person", feedback = "The article forbids it." },
]
"#,
    ),
    (
        "true-false",
        "answer = true\nfeedback = { true = \"The article says so.\", false = \"The article says it.\" }\n",
    ),
    (
        "classify",
        r#"categories = { duty = "A duty", choice = "A choice" }
items = [
  { key = "first", text = "To inform the person", in = "duty", feedback = "The article says so." },
  { key = "second", text = "To offer a seat", in = "choice", feedback = "The article leaves it open." },
]
"#,
    ),
    (
        "matching",
        r#"answers = { early = "In 1951", middle = "In 1967", late = "In 1990" }
items = [
  { key = "first", text = "The first text", with = "early", feedback = "It came first." },
  { key = "second", text = "The second text", with = "late", feedback = "It came last." },
]
"#,
    ),
    (
        "elements",
        r#"concept = "concept"
facts = "A person [was told](told) of the decision and [was heard](heard) before it."
findings = [
  { element = "informed", met = true, proof = ["told"], feedback = "She was told." },
  { element = "listened", met = true, proof = ["heard"], feedback = "She was heard." },
]
conclusion = [
  { key = "kept", text = "The duty was kept", correct = true, feedback = "Both elements are met." },
  { key = "broken", text = "The duty was broken", feedback = "Both elements are met." },
]
"#,
    ),
];

const SOURCES: &str = r#"format = 1
[treaty]
title = "A treaty on the duties of States"
short = "Treaty"
type = "treaty"
adopted = 1951-07-28
in_force = 1954-04-22
depositary = "UN Secretary-General"
"#;

const GLOSSARY: &str = r#"format = 1
[concept]
term = "duty to hear"
definition = "A person is told of a decision and heard before it is taken."
authority = "treaty:1"
"#;

const CONCEPTS: &str = r#"format = 1
[concept]
term = "concept"
source = "treaty:1"
elements = [{ key = "informed", label = "Informed" }, { key = "listened", label = "Heard" }]
"#;

const COURSE: &str = r#"format = 1
id = "course"
title = "A course"
summary = "What States have to do."
language = "en"
modules = ["module"]
"#;

const MODULE: &str = r#"format = 1
id = "module"
title = "A module"
summary = "What States have to do, case by case."
objectives = [
OBJECTIVES]
lessons = ["lesson.md"]

[[quiz]]
id = "practice"
title = "Practice"
mode = "practice"
draw = [{ bank = "bank", count = 20 }]
"#;

const LESSON: &str = r#"+++
title = "A lesson"
objectives = [OBJECTIVES]
+++
The [[concept|duty to hear]] is the first of the duties {treaty:1}.
"#;
