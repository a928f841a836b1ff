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

/// Lines of a bank, whole and broken, with and without their ends.
const LINES: &[&str] = &[
    "format = 1\n",
    "id = \"é\"\n",
    "[[question]]\n",
    "[[question]]\nid = \"a\"\nstem = \"😀?\"\n",
    "[[question]]\nid = \"b\"\n[[question.tests]]\nanswer = [1, 2]\n",
    "[stimulus]\na = 1\n",
    "stem = \"open\n",
    "[",
    "[question]",
    "text = \"\"\"\n[[question]]\n\"\"\"\n",
    "# said\n",
    "\n",
    "x",
];

/// A text of these lines, by number.
fn text_of(lines: &[usize]) -> String {
    lines.iter().filter_map(|line| LINES.get(*line)).copied().collect()
}

/// What is read of a text after what was read before, and what is left to be read after it.
fn again(text: &str, before: Option<Before>) -> (String, Before) {
    let (sheet, faults) = (Sheet { number: 0, text }, Faults::default());
    let (document, pieces) = parse_again(&sheet, 0..text.len(), before, &faults);
    let parts: Vec<(usize, &str)> = pieces.iter().map(|(at, part)| (*at, &*part.text)).collect();
    let read = format!("{document:#?}\n{parts:#?}\n{:#?}", faults.into_inner());
    (read, Before { document: Some(document), pieces })
}

proptest::proptest! {
    #[test]
    fn a_document_that_was_changed_is_read_as_one_that_was_never_read(
        texts in proptest::collection::vec((proptest::collection::vec(0..LINES.len(), 0..12), 0..12usize, 0..12usize), 1..6)
    ) {
        let mut before: Option<Before> = None;
        let mut lines: Vec<usize> = Vec::new();
        for (put, from, to) in texts {
            let (from, to) = (from.min(lines.len()), to.min(lines.len()));
            lines.splice(from.min(to)..from.max(to), put);
            let text = text_of(&lines);
            let (read, now) = again(&text, before);
            proptest::prop_assert_eq!(read, again(&text, None).0);
            before = Some(now);
        }
    }
}

#[test]
fn a_question_that_is_changed_leaves_the_others_where_they_are() {
    let bank = |ids: &[&str]| {
        let questions = ids.iter().map(|id| format!("[[question]]\nid = \"{id}\"\n"));
        format!("format = 1\n{}", questions.collect::<String>())
    };
    let (_, before) = again(&bank(&["a", "b", "c"]), None);
    let kept = Rc::as_ptr(&before.pieces.last().unwrap().1);
    let (read, after) = again(&bank(&["a", "longer", "c"]), Some(before));
    assert_eq!(read, again(&bank(&["a", "longer", "c"]), None).0);
    assert_eq!(Rc::as_ptr(&after.pieces.last().unwrap().1), kept);
}
