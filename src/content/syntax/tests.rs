//! What is told of TOML that cannot be read, and that nothing else is lost by it.

use super::*;
use crate::desk::Faults;

/// Reads a document, and gives the keys of its outermost tables and the lines on which something is wrong.
#[track_caller]
fn check(text: &str, expect_ids: &[&str], expect_faults: &[(usize, &str)]) {
    let (sheet, faults) = (Sheet { number: 0, text }, Faults::default());
    let document = parse(&sheet, 0..text.len(), &faults);
    let ids: Vec<&str> =
        document.root.list("question").iter().filter_map(|question| question.text("id")).collect();
    assert_eq!(ids, expect_ids);
    let line = |at: usize| text.get(..at).unwrap().lines().count().max(1);
    let told: Vec<(usize, String)> = faults
        .into_inner()
        .iter()
        .map(|fault| (line(fault.place.start + 1), fault.message.clone()))
        .collect();
    let expect: Vec<(usize, String)> =
        expect_faults.iter().map(|(line, said)| (*line, (*said).to_owned())).collect();
    assert_eq!(told, expect);
    assert_eq!(document.complete, expect_faults.is_empty());
}

#[test]
fn a_broken_question_hides_neither_those_before_nor_those_after() {
    let broken = "format = 1\n[[question]]\nid = \"a\"\n[[question]]\nid = \"b\"\nstem = \"open\n\n[[question]]\nid = \"c\"\n";
    check(broken, &["a", "b", "c"], &[(6, "A text is not closed.")]);
    let colon = "[[question]]\nid : \"a\"\nstem = \"x\"\n[[question]]\nid = \"b\"\n";
    check(colon, &["b"], &[(2, "A key has no value.")]);
    let long = "[[question]]\nid = \"a\"\nstem = \"\"\"open\n[[question]]\nid = \"b\"\n";
    check(long, &["a", "b"], &[(3, "A text is not closed.")]);
}

#[test]
fn every_broken_question_is_told_of() {
    let broken = "[[question]]\nid = a\n[[question]]\nid = \"b\"\nstem = \n[[question]]\nid = \"c\"\n";
    check(broken, &["b", "c"], &[(2, "A text stands without quotation marks."), (5, "A value is missing.")]);
}

#[test]
fn one_slip_is_told_once() {
    let list = "[[question]]\nid = \"a\"\noptions = [\n  { key = \"x\" }\n  { key = \"y\" },\n  { key = \"z\" }\n]\nlevel = \"x\"\n";
    check(list, &["a"], &[(5, "A comma is missing.")]);
}

#[test]
fn a_head_within_a_text_divides_nothing() {
    check("[[question]]\nid = \"a\"\nstem = \"\"\"\n[[question]]\n\"\"\"\n", &["a"], &[]);
}

#[test]
fn tests_stay_with_their_question() {
    let text = "[[question]]\nid = \"a\"\n[[question.tests]]\nscore = 1\n[[question]]\nid = b\n";
    let (sheet, faults) = (Sheet { number: 0, text }, Faults::default());
    let document = parse(&sheet, 0..text.len(), &faults);
    let questions = document.root.list("question");
    assert_eq!(questions.iter().map(|question| question.list("tests").len()).collect::<Vec<_>>(), [1, 0]);
}
