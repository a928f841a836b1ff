//! Questions of every kind: what is counted of an answer is what the question offers.

use std::collections::BTreeSet;

use analysis::choices::{chosen, is_right, offered};
use analysis::guess;
use content::{Files, check};
use domain::question::{Kind, Question};
use domain::time::Date;

use crate::workbench::authoring_course;

/// A question of each kind, from the manual.
fn questions() -> Vec<Question> {
    let files: Files = authoring_course().into_iter().collect();
    let checked = check(&files, Date::new(2026, 1, 1).unwrap());
    let banks = checked.catalogue.unwrap().banks;
    let questions: Vec<Question> = banks.into_iter().flat_map(|bank| bank.questions).collect();
    let kinds: BTreeSet<Kind> = questions.iter().map(Question::kind).collect();
    assert_eq!(kinds, Kind::ALL.iter().copied().collect(), "the manual has an example of every kind");
    questions
}

#[test]
fn everything_of_the_right_answer_is_offered_and_right() {
    for question in questions() {
        let parts = offered(&question.body);
        let answer = chosen(&question.body.model_response());
        assert!(!answer.is_empty(), "{} of {}", question.id, question.kind());
        for one in answer {
            let part = parts.iter().find(|part| part.key == one.part);
            let part = part.unwrap_or_else(|| panic!("{}: {one:?} is of no part", question.id));
            let option = part.options.iter().find(|option| option.key == one.choice);
            let right = option.map(|option| option.is_right).or_else(|| is_right(&question.body, &one));
            assert_eq!(right, Some(true), "{}: {one:?}", question.id);
        }
    }
}

#[test]
fn what_is_offered_has_a_text_and_a_name_of_its_own() {
    for question in questions() {
        let parts = offered(&question.body);
        let keys: BTreeSet<&str> = parts.iter().map(|part| part.key.as_str()).collect();
        assert_eq!(keys.len(), parts.len(), "{}", question.id);
        for part in &parts {
            let keys: BTreeSet<&str> = part.options.iter().map(|option| option.key.as_str()).collect();
            assert_eq!(keys.len(), part.options.len(), "{}: {}", question.id, part.key);
            let texts = part.options.iter().map(|option| option.text.as_str());
            for text in texts.chain(Some(part.text.as_str()).filter(|_| !part.key.is_empty())) {
                assert!(!text.is_empty() && !text.contains(['<', '\n']), "{}: {text:?}", question.id);
            }
        }
    }
}

#[test]
fn chance_earns_a_share_and_less_than_all() {
    for question in questions() {
        if let Some(share) = guess::of(&question.body) {
            assert!((0.0..1.0).contains(&share), "{}: {share}", question.id);
        }
    }
}
