//! What holds of the questions of every kind.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{assert_sound, guide, run};

#[test]
fn the_key_of_each_question_earns_full_marks() {
    let (_, checked) = run(guide());
    for question in checked.catalogue.unwrap().banks.iter().flat_map(|bank| &bank.questions) {
        let marks = question.score(&question.body.model_response()).unwrap();
        assert_eq!(marks.credit.share(), 1.0, "{}", question.id);
    }
}

/// The kinds of questions, and every key of theirs that is not a key of all.
const KINDS: [&str; 13] = [
    "single-choice",
    "multiple-response",
    "true-false",
    "classify",
    "matching",
    "elements",
    "ordering",
    "cloze",
    "short-answer",
    "numeric",
    "highlight",
    "case",
    "reflection",
];
const KEYS: [&str; 34] = [
    "options",
    "answer",
    "feedback",
    "reasons",
    "categories",
    "items",
    "answers",
    "facts",
    "findings",
    "conclusion",
    "text",
    "gaps",
    "words",
    "case_matters",
    "slips",
    "accept",
    "expected",
    "asks",
    "value",
    "tolerance",
    "unit",
    "units",
    "proof",
    "steps",
    "model",
    "checklist",
    "hints",
    "stimulus",
    "was",
    "added",
    "retired",
    "tests",
    "partial",
    "shuffle",
];

/// Values that are right for one key and wrong for all others.
const VALUES: [&str; 34] = [
    "true",
    "0",
    "-1e300",
    "1e-300",
    "nan",
    "9999",
    "2026-02-29",
    "2026-02-28",
    "\"\"",
    "\"a\"",
    "\"year\"",
    "\"net\"",
    "[]",
    "{}",
    "[[]]",
    "[{}]",
    "[\"a\"]",
    "[\"a\", \"a\"]",
    "[\"?\"]",
    "[\"a/b\", \"/\"]",
    "\"[](a) [](b)\"",
    "\"[x](a) *[y](b)* [z [w](c)](a)\"",
    "\"[](a)\\n\\n- [x](b)\\n\\n[](c)\"",
    "{ a = \"x\", b = \"y\" }",
    "{ a = { is = \"a\" }, b = { is = \"c\" } }",
    "{ a = { accept = [\"x\"] }, b = { accept = [\"\"] } }",
    "{ true = \"x\", false = \"y\" }",
    "[{ key = \"a\", text = \"x\", correct = true }, { key = \"b\", text = \"y\" }]",
    "[{ key = \"a\", text = \"x\", ways = [{ key = \"a\", text = \"x\", to = \"a\", correct = true }, { key = \"b\", text = \"y\" }] }]",
    "[{ key = \"a\", text = \"x\", ways = [{ key = \"a\", text = \"x\", to = \"b\", credit = 0.5 }, { key = \"b\", text = \"y\" }] }, { key = \"b\", text = \"y\" }]",
    "[{ texts = [\"a\"], feedback = \"x\" }]",
    "[{ value = 9999, feedback = \"x\" }]",
    "[{ text = \"x\", cost = 0.5 }]",
    "[{ response = [\"a\", \"b\"], score = 1 }, { response = \"a\", score = 0 }, { response = { a = \"a\" }, score = 0 }, { response = 1e999, score = nan }]",
];

proptest! {
    // Each of them reads the whole guide.
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_question_of_any_kind_makes_a_panic(
        kind in proptest::sample::select(KINDS.to_vec()),
        keys in prop::collection::btree_map(proptest::sample::select(KEYS.to_vec()), proptest::sample::select(VALUES.to_vec()), 0..12),
    ) {
        let fields: String = keys.iter().map(|(key, value)| format!("{key} = {value}\n")).collect();
        let (files, checked) = run(with_question(kind, &fields));
        assert_sound(&files, &checked);
        for question in checked.catalogue.iter().flat_map(|catalogue| &catalogue.banks).flat_map(|bank| &bank.questions) {
            let marks = question.score(&question.body.model_response()).unwrap();
            assert_eq!(marks.credit.share(), 1.0, "{question:?}");
        }
    }
}

/// The guide with one more question.
fn with_question(kind: &str, fields: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = guide();
    let bank = files.entry("questions/trafficking.toml".to_owned()).or_default();
    let question = format!(
        "\n[[question]]\nid = \"one-more\"\nkind = \"{kind}\"\nobjective = \"tell-apart\"\nstem = \"Is it so?\"\n\
         explain = \"It is.\"\nsources = [\"smuggling-protocol:3\"]\n{fields}"
    );
    bank.extend_from_slice(question.as_bytes());
    files
}

/// The edition of a question of this kind, or what is told of it.
fn edition(kind: &str, fields: &str) -> Result<String, Vec<String>> {
    let (_, checked) = run(with_question(kind, fields));
    let errors: Vec<String> = checked.diagnostics.iter().map(|told| format!("{told:?}")).collect();
    let catalogue = checked.catalogue.ok_or(errors)?;
    let question = catalogue
        .banks
        .iter()
        .flat_map(|bank| &bank.questions)
        .find(|question| question.id.question.as_str() == "one-more");
    Ok(question.map(|question| question.edition.to_string()).unwrap_or_default())
}

/// What makes another question of it, and what only mends it: pairs of words and what they are replaced by.
#[track_caller]
fn check_edition(kind: &str, fields: &str, other: &[(&str, &str)], mended: &[(&str, &str)]) {
    let first = edition(kind, fields).unwrap();
    for (changes, expect_same) in [(other, false), (mended, true)] {
        for (from, to) in changes {
            assert!(fields.contains(from), "{from}");
            let second = edition(kind, &fields.replace(from, to)).unwrap();
            assert_eq!(first == second, expect_same, "{kind}: {from} -> {to}");
        }
    }
}

#[test]
fn the_edition_of_each_kind_hangs_on_words_and_key_and_not_on_what_is_said_of_them() {
    check_edition(
        "true-false",
        "answer = false\nfeedback = { true = \"No.\", false = \"Yes.\" }\nreasons = [\n{ key = \"a\", text = \"So\", correct = true, feedback = \"F\" },\n{ key = \"b\", text = \"Thus\", feedback = \"G\" }]",
        &[("answer = false", "answer = true"), ("\"So\"", "\"Therefore\"")],
        &[("\"No.\"", "\"Not so.\""), ("\"G\"", "\"H\"")],
    );
    check_edition(
        "ordering",
        "items = [\n{ key = \"a\", text = \"One\", feedback = \"F\" },\n{ key = \"b\", text = \"Two\", feedback = \"G\" }]",
        &[("\"One\"", "\"Zero\""), ("key = \"a\", text = \"One\"", "key = \"c\", text = \"One\"")],
        &[("\"G\"", "\"H\""), ("items", "shuffle = false\nitems")],
    );
    check_edition(
        "cloze",
        "text = \"It is [](a).\"\ngaps = { a = { accept = [\"so\"], feedback = \"F\" } }",
        &[("It is", "It was"), ("\"so\"", "\"thus\""), ("\"so\"", "\"so\", \"thus\"")],
        &[("\"F\"", "\"G\""), ("text", "slips = 0\ntext")],
    );
    check_edition(
        "cloze",
        "text = \"It is [](a).\"\nwords = { x = \"so\", y = \"thus\" }\ngaps = { a = { is = \"x\", feedback = \"F\" } }",
        &[("\"thus\"", "\"then\""), ("is = \"x\"", "is = \"y\"")],
        &[("\"F\"", "\"G\"")],
    );
    check_edition(
        "short-answer",
        "accept = [\"so\"]\nexpected = [{ texts = [\"thus\"], feedback = \"F\" }]\nfeedback = \"G\"",
        &[("[\"so\"]", "[\"so\", \"yes\"]")],
        &[("\"thus\"", "\"then\""), ("\"F\"", "\"H\""), ("feedback = \"G\"", "feedback = \"H\"")],
    );
    check_edition(
        "numeric",
        "value = 18\ntolerance = 0.5\nunit = \"years\"\nexpected = [{ value = 16, feedback = \"F\" }]\nfeedback = \"G\"",
        &[("value = 18", "value = 21"), ("0.5", "0.25"), ("years", "months")],
        &[("value = 16", "value = 14"), ("\"F\"", "\"H\"")],
    );
    check_edition(
        "highlight",
        "text = \"He [went](a) and [came](b).\"\nproof = [\"a\"]\nfeedback = { a = \"F\", b = \"G\" }",
        &[("went", "walked"), ("proof = [\"a\"]", "proof = [\"b\"]")],
        &[("\"G\"", "\"H\"")],
    );
    check_edition(
        "case",
        "steps = [\n{ key = \"s\", text = \"And now?\", ways = [\n{ key = \"a\", text = \"Go\", correct = true, feedback = \"F\" },\n{ key = \"b\", text = \"Stay\", credit = 0.5, feedback = \"G\" }] }]",
        &[("And now?", "What now?"), ("Stay", "Wait"), ("credit = 0.5", "credit = 0.25")],
        &[("\"G\"", "\"H\""), ("correct = true", "credit = 1")],
    );
    check_edition(
        "reflection",
        "model = \"So.\"\nchecklist = [{ key = \"a\", text = \"One\" }]",
        &[],
        &[("So.", "Thus."), ("One", "Two"), ("model", "hints = [{ text = \"H\" }]\nmodel")],
    );
}

#[test]
fn what_every_question_can_have_makes_no_other_question_of_it() {
    check_edition(
        "single-choice",
        "stimulus = \"the-lorry\"\nhints = [{ text = \"H\", cost = 0.5 }]\noptions = [{ key = \"a\", text = \"A\", correct = true, feedback = \"F\", missed = \"M\" }, { key = \"b\", text = \"B\", feedback = \"G\" }]",
        &[("text = \"B\"", "text = \"C\"")],
        &[
            ("text = \"H\", cost = 0.5", "text = \"I\""),
            ("stimulus", "added = 2026-01-01\nretired = 2026-02-01\nwas = [\"old\"]\nstimulus"),
            ("\"M\"", "\"N\""),
        ],
    );
}
