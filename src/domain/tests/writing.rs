//! What is published is read back as it was, and a damaged text harms nothing.

use std::fmt::Debug;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::generators::{answered, conditions, credit, html, id, log, mode, question, reference};
use super::storing::{damaged, damages};
use crate::conditions::Conditions;
use crate::course::{Band, Draw, DrawRule, Objective, Quiz};
use crate::html::Html;
use crate::id::Edition;
use crate::index::{Address, BankIndex, Group, Mark, ModuleIndex, Shard};
use crate::json::{Json, Value, from_text, to_text};
use crate::question::{Body, Feedback, Level, Question, Response};
use crate::reference::Citation;
use crate::score::Points;
use crate::time::Date;

/// A text as authors write it, and worse: quotation marks, line breaks, control characters, every script.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-z \"\\\\/{}\\[\\],:]{0,12}",
        vec(any::<char>(), 0..8).prop_map(String::from_iter)
    ]
}

fn date() -> impl Strategy<Value = Date> {
    any::<i64>().prop_map(Date::from_days)
}

fn markup() -> impl Strategy<Value = Html> {
    text().prop_map(Html::made_safe)
}

/// A question in which everything that can be left out is there or not.
fn full_question() -> impl Strategy<Value = Question> {
    let source = (option::of(text()), text()).prop_map(|(place, text)| Citation {
        source: id("protocol"),
        place,
        text,
        language: "fr".to_owned(),
    });
    (
        question("bank/one"),
        (any::<u64>(), select(&[Level::Recall, Level::Apply, Level::Analyse]), 0.0..100.0),
        (markup(), markup(), vec(source, 0..3), option::of(any::<u16>()), option::of(text())),
        (vec(markup(), 0..3), text(), any::<bool>()),
        (vec(reference(), 0..3), option::of(date()), option::of(date())),
    )
        .prop_map(|(question, (edition, level, points), said, (remarks, note, more), life)| Question {
            edition: Edition(edition),
            level,
            points: Points::new(f64::round(points * 100.0) / 100.0),
            stem: said.0,
            explain: said.1,
            sources: said.2,
            as_of: said.3,
            held_by: said.4,
            was: life.0,
            added: life.1,
            retired: life.2,
            body: told(question.body.clone(), &remarks, &note, more),
            ..question
        })
}

/// The body with feedback, and with the parts that few questions have.
fn told(mut body: Body, remarks: &[Html], note: &str, more: bool) -> Body {
    let misconceptions = if more { vec![(id("act"), id("border-needed"))] } else { Vec::new() };
    fn said<K: From<crate::id::Slug>>(remarks: &[Html]) -> Vec<Feedback<K>> {
        remarks.iter().map(|text| Feedback { on: id("act"), text: text.clone() }).collect()
    }
    match &mut body {
        Body::SingleChoice { key, .. } => {
            key.feedback = said(remarks);
            key.missed = said(remarks);
            key.misconceptions = misconceptions;
        }
        Body::MultipleResponse { key, .. } => {
            key.feedback = said(remarks);
            key.missed = said(remarks);
            key.misconceptions = misconceptions;
        }
        Body::TrueFalse { key, .. } => {
            key.reason_feedback = said(remarks);
            key.feedback = remarks.iter().map(|text| Feedback { on: more, text: text.clone() }).collect();
        }
        Body::Classify { key, .. } => key.feedback = said(remarks),
        Body::Matching { key, .. } => key.feedback = said(remarks),
        Body::Elements { prompt, key } => {
            key.feedback = said(remarks);
            if more {
                prompt.elements[0].ways = vec![note.to_owned(), String::new()];
                prompt.elements[0].unless = Some(note.to_owned());
                key.findings[0].proof = vec![id("harbour")];
                key.findings[0].feedback = Some(html(note));
            }
        }
        Body::Ordering { key, .. } => key.feedback = said(remarks),
        Body::Cloze { key, .. } => key.feedback = said(remarks),
        Body::Highlight { key, .. } => key.feedback = said(remarks),
        Body::ShortAnswer { key, .. } => {
            key.feedback = remarks.first().cloned();
            key.accept.push(note.to_owned());
            for expected in &mut key.expected {
                expected.misconception = more.then(|| id("border-needed"));
            }
        }
        Body::Numeric { key, .. } => {
            key.feedback = remarks.first().cloned();
            key.unit_feedback = said(remarks);
            key.expected[0].misconception = more.then(|| id("border-needed"));
        }
        Body::Case { key, .. } => {
            key.judged[0].feedback = remarks.first().cloned();
            key.judged[0].misconception = more.then(|| id("border-needed"));
        }
        Body::Reflection { key, .. } => key.model = html(note),
    }
    body
}

fn module_index() -> impl Strategy<Value = ModuleIndex> {
    let rule = prop_oneof![
        any::<usize>().prop_map(DrawRule::Any),
        any::<usize>().prop_map(|count| DrawRule::Objective(id("tell-apart"), count)),
        any::<usize>().prop_map(DrawRule::EachObjective),
    ];
    let pass = option::of((0..=1000_u16).prop_map(|thousandths| f64::from(thousandths) / 1000.0));
    let draw = rule.prop_map(|rule| Draw { bank: id("bank"), rule });
    let band = (credit(), markup()).prop_map(|(from, text)| Band { from, text });
    let conditions = prop_oneof![Just(Conditions::default()), conditions()];
    let was = vec(select(&["old", "older"]).prop_map(id), 0..3);
    let quiz = (text(), mode(), pass, conditions, vec(band, 0..3), vec(draw, 0..3), was).prop_map(
        |(title, mode, pass, conditions, bands, draws, was)| Quiz {
            id: id("quiz"),
            title,
            mode,
            pass,
            conditions,
            bands,
            draws,
            was,
        },
    );
    let day = || option::of((0..40_000_i64).prop_map(Date::from_days));
    let group = (day(), day(), vec(any::<u16>(), 0..6)).prop_map(|(added, retired, marks)| Group {
        objective: id("tell-apart"),
        added,
        retired,
        unmarked: false,
        marks: marks.into_iter().map(Mark).collect(),
    });
    let bank = (text().prop_map(Address), 1..5_usize, vec(group, 0..3))
        .prop_map(|(folder, size, groups)| BankIndex { id: id("bank"), folder, size, groups });
    let objective = text().prop_map(|text| Objective { id: id("tell-apart"), text });
    (vec(objective, 0..3), vec(quiz, 0..3), vec(bank, 0..3))
        .prop_map(|(objectives, quizzes, banks)| ModuleIndex { objectives, quizzes, banks })
}

#[track_caller]
fn check<T: Json + PartialEq + Debug>(value: &T) {
    let text = to_text(value);
    assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{text}");
    assert_eq!(from_text::<T>(&text).as_ref(), Some(value), "{text}");
}

/// Checks that what is read from a text, if it is read at all, is a value like any other.
#[track_caller]
fn check_damaged<T: Json + PartialEq + Debug>(text: &str) {
    if let Some(value) = from_text::<T>(text) {
        check(&value);
    }
}

proptest! {
    #[test]
    fn a_question_is_read_as_it_was_written(question in full_question()) {
        check(&Shard { questions: vec![question.clone(), question] });
    }

    #[test]
    fn an_index_is_read_as_it_was_written(index in module_index()) {
        check(&index);
    }

    #[test]
    fn a_response_and_an_entry_are_read_as_they_were_written(answered in answered(), log in log()) {
        check(&answered.1);
        check(&log);
    }

    #[test]
    fn a_damaged_file_is_read_as_a_whole_or_not_at_all(
        question in full_question(), index in module_index(), damage in damages(),
    ) {
        check_damaged::<Question>(&damaged(&to_text(&question), &damage));
        check_damaged::<ModuleIndex>(&damaged(&to_text(&index), &damage));
    }

    #[test]
    fn any_text_at_all_is_read_or_not(text in ".{0,60}") {
        let _ = Value::parse(&text);
        prop_assert!(from_text::<Shard>(&text).is_none());
    }
}

#[test]
fn a_text_that_is_nested_without_end_is_refused() {
    for bracket in ["[", "{\"a\":"] {
        assert_eq!(Value::parse(&bracket.repeat(100_000)), None);
    }
}

#[test]
fn a_question_is_published_in_this_form() {
    let written = concat!(
        r#"{"id":"bank/q1","edition":"000000000000002a","language":"en","objective":"tell-apart","level":"apply","points":1.5,"#,
        r#""stem":"<p>\"Must\" it?</p>","body":{"single-choice":{"prompt":{"options":[{"key":"yes","text":"Yes"},"#,
        r#"{"key":"no","text":"No"}]},"key":{"correct":"no","feedback":[{"on":"yes","text":"Not\nso."}],"#,
        r#""misconceptions":[["yes","border-needed"]]}}},"explain":"Because.","#,
        r#""sources":[{"source":"protocol","place":"3(a)","text":"Protocol, art. 3(a)","language":"en"}],"as_of":2003,"shuffle":true}"#,
    );
    let question = from_text::<Question>(written).unwrap();
    assert_eq!(
        (question.as_of, question.held_by.as_ref(), question.points.amount()),
        (Some(2003), None, 1.5)
    );
    assert_eq!(to_text(&question), written);
    // What is always written may not be missing; what is known comes once.
    for (piece, by) in [
        (r#""shuffle":true"#, ""),
        (r#""level":"apply""#, r#""level":"Apply""#),
        (r#""as_of":2003"#, r#""as_of":70000"#),
        (r#""as_of":2003"#, r#""as_of":2003,"as_of":2003"#),
        (r#""feedback":[{"on":"yes","text":"Not\nso."}],"#, ""),
        (r#"["yes","border-needed"]"#, r#"["yes"]"#),
        (r#"{"single-choice":"#, r#"{"essay":"#),
    ] {
        let text = written.replacen(piece, by, 1).replace(",}", "}");
        assert!(Value::parse(&text).is_some() && from_text::<Question>(&text).is_none(), "{text}");
    }
}

#[test]
fn an_index_is_published_in_this_form() {
    let written = concat!(
        r#"{"objectives":[{"id":"tell-apart","text":"Tell them apart"}],"quizzes":[{"id":"quiz","title":"Quiz","#,
        r#""mode":"assessment","pass":0.7,"draws":[{"bank":"bank","rule":{"any":3}},"#,
        r#"{"bank":"bank","rule":{"objective":["tell-apart",2]}},{"bank":"bank","rule":{"each-objective":1}}]}],"#,
        r#""banks":[{"id":"bank","folder":"data/bank/bank-3f2a91c0","size":2,"groups":[{"objective":"tell-apart","#,
        r#""added":"2026-11-22","retired":"2027-01-31","marks":"AFAgB6-_B"},{"objective":"tell-apart","marks":""}]}]}"#,
    );
    let index = from_text::<ModuleIndex>(written).unwrap();
    assert_eq!(index.quizzes[0].draws[1].rule, DrawRule::Objective(id("tell-apart"), 2));
    assert_eq!(to_text(&index), written);
}

#[test]
fn numbers_keep_every_digit_that_they_can_have() {
    check(&u64::MAX);
    for number in [0.0, 1.0, 0.1, 2.5, 100.0, 0.000_001, 1e15, 33.33] {
        check(&number);
    }
    for text in ["18446744073709551616", "-1", "1.0", "1e0", "true", "\"1\"", "null"] {
        assert_eq!(from_text::<u64>(text), None, "{text}");
    }
    assert_eq!(from_text::<f64>("-1"), Some(-1.0));
    assert_eq!(from_text::<Option<Response>>("null"), Some(None));
}
