//! The questions that both pages ask: made up, the same in every run, about as long and as varied as real ones.

use std::fmt::Write;

use domain::random::{Chance, Purpose, Seed};
use serde_json::{Value, json};

/// How many questions are asked in a visit.
pub(crate) const ASKED: usize = 20;

/// How many objectives the questions are spread over.
const OBJECTIVES: usize = 20;

/// The path of the quiz on the site.
pub(crate) const QUIZ: &str = "course/module/practice/";

/// The title of the quiz, on both pages.
pub(crate) const TITLE: &str = "Practice";

/// A question with four options.
pub(crate) struct Question {
    id: String,
    stem: String,
    options: Vec<(String, String)>,
    right: usize,
    explain: String,
}

/// So many questions. The first of a longer list are those of a shorter one.
pub(crate) fn questions(count: usize) -> Vec<Question> {
    let mut chance = Chance::new(Seed(1951), Purpose::Questions);
    let mut question = |number: usize| Question {
        id: format!("{}-{}-{number}", word(&mut chance), word(&mut chance)),
        stem: format!("In case {number}, {}?", words(&mut chance, 20)),
        options: (0..4).map(|_| (words(&mut chance, 6), format!("{}.", words(&mut chance, 9)))).collect(),
        right: chance.below(4),
        explain: format!("{}.", words(&mut chance, 15)),
    };
    (0..count).map(&mut question).collect()
}

/// The questions as a project, by path, that `plenary build` makes a site of.
pub(crate) fn project(questions: &[Question]) -> Vec<(&'static str, String)> {
    let mut bank = String::from("format = 1\nid = \"bank\"\ntitle = \"A bank\"\nlanguage = \"en\"\n");
    for (number, question) in questions.iter().enumerate() {
        let objective = format!("objective-{}", number % OBJECTIVES);
        write_question(&mut bank, &objective, &format!("treaty:{}", number % 90 + 1), question);
    }
    let all = |line: &dyn Fn(usize) -> String| (0..OBJECTIVES).map(line).collect::<String>();
    let objectives = all(&|number| {
        format!("  {{ id = \"objective-{number}\", text = \"Do what number {number} asks\" }},\n")
    });
    let names = all(&|number| format!("\"objective-{number}\", "));
    vec![
        ("courses/sources.toml", SOURCES.to_owned()),
        ("courses/glossary.toml", "format = 1\n".to_owned()),
        ("courses/concepts.toml", "format = 1\n".to_owned()),
        ("courses/course/course.toml", COURSE.to_owned()),
        (
            "courses/course/module/module.toml",
            MODULE
                .replace("OBJECTIVES", &objectives)
                .replace("ASKED", &ASKED.to_string())
                .replace("TITLE", TITLE),
        ),
        ("courses/course/module/lesson.md", LESSON.replace("OBJECTIVES", &names)),
        ("questions/bank.toml", bank),
    ]
}

/// The questions as a bank of another project, whose questions test this objective and cite this source.
pub(crate) fn bank(id: &str, questions: &[Question], objective: &str, source: &str) -> String {
    let mut bank = format!("format = 1\nid = \"{id}\"\ntitle = \"A bank\"\nlanguage = \"en\"\n");
    for question in questions {
        write_question(&mut bank, objective, &format!("{source}:1"), question);
    }
    bank
}

/// The questions as the data of the plain page.
pub(crate) fn data(questions: &[Question]) -> Value {
    let option = |(text, feedback): &(String, String)| json!([text, feedback]);
    questions
        .iter()
        .map(|question| {
            json!({
                "stem": question.stem,
                "options": question.options.iter().map(option).collect::<Vec<_>>(),
                "right": question.right,
                "explain": question.explain,
            })
        })
        .collect()
}

fn write_question(bank: &mut String, objective: &str, source: &str, question: &Question) {
    let Question { id, stem, options, right, explain } = question;
    // Writing to a string cannot fail.
    let _ = write!(
        bank,
        "\n[[question]]\nid = \"{id}\"\nkind = \"single-choice\"\nobjective = \"{objective}\"\n\
         stem = \"{stem}\"\nexplain = \"{explain}\"\nsources = [\"{source}\"]\noptions = [\n"
    );
    for (place, (text, feedback)) in options.iter().enumerate() {
        let correct = if place == *right { ", correct = true" } else { "" };
        let _ = writeln!(
            bank,
            "  {{ key = \"option-{place}\", text = \"{text}\"{correct}, feedback = \"{feedback}\" }},"
        );
    }
    bank.push_str("]\n");
}

fn words(chance: &mut Chance, count: usize) -> String {
    (0..count).map(|_| word(chance)).collect::<Vec<_>>().join(" ")
}

fn word(chance: &mut Chance) -> &'static str {
    WORDS.get(chance.below(WORDS.len())).copied().unwrap_or_default()
}

const WORDS: [&str; 64] = [
    "state",
    "person",
    "border",
    "treaty",
    "decision",
    "child",
    "means",
    "purpose",
    "court",
    "article",
    "protocol",
    "refuge",
    "return",
    "consent",
    "labour",
    "victim",
    "right",
    "duty",
    "offence",
    "transit",
    "smuggling",
    "force",
    "asylum",
    "family",
    "detention",
    "hearing",
    "appeal",
    "visa",
    "passport",
    "origin",
    "harm",
    "work",
    "wage",
    "rescue",
    "sea",
    "port",
    "law",
    "party",
    "threat",
    "fraud",
    "power",
    "journey",
    "shelter",
    "record",
    "custody",
    "guardian",
    "minor",
    "witness",
    "judge",
    "review",
    "protect",
    "inform",
    "expel",
    "admit",
    "receive",
    "transfer",
    "grant",
    "refuse",
    "detain",
    "release",
    "recruit",
    "harbour",
    "agree",
    "object",
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
title = "TITLE"
mode = "practice"
draw = [{ bank = "bank", count = ASKED }]
"#;

const LESSON: &str = r#"+++
title = "A lesson"
objectives = [OBJECTIVES]
+++
What States have to do {treaty:1}.
"#;
