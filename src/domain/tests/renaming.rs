//! What was renamed keeps its history.

use super::generators::id;
use super::samples;
use crate::course::{Catalogue, Course, Lesson, Mode, Module, Quiz};
use crate::former::Former;
use crate::html::Html;
use crate::log::Fact;

fn module(name: &str, was: &[&str]) -> Module {
    let quiz = samples::quiz(Mode::Practice, None, Default::default());
    Module {
        id: id(name),
        language: "en".to_owned(),
        title: name.to_owned(),
        summary: Html::default(),
        event: None,
        after: Vec::new(),
        objectives: Vec::new(),
        lessons: vec![Lesson {
            id: id("two-crimes"),
            language: "en".to_owned(),
            title: "Two crimes".to_owned(),
            objectives: Vec::new(),
            words: 10,
            body: Html::default(),
            was: vec![id("crimes")],
        }],
        quizzes: vec![Quiz { id: id("check"), was: vec![id("test"), id("exam")], ..quiz }],
        was: was.iter().map(|name| id(name)).collect(),
    }
}

fn catalogue(modules: Vec<Module>) -> Catalogue {
    let course = Course {
        id: id("law"),
        title: "Law".to_owned(),
        summary: Html::default(),
        language: "en".to_owned(),
        modules,
    };
    Catalogue { courses: vec![course], ..Catalogue::default() }
}

#[track_caller]
fn check(catalogue: &Catalogue, read: &str, expect: &str) {
    let mut fact = Fact::LessonRead { lesson: read.parse().unwrap() };
    Former::of(catalogue).bring_up_to_date(&mut fact);
    assert_eq!(fact, Fact::LessonRead { lesson: expect.parse().unwrap() });
}

#[test]
fn a_lesson_is_found_under_each_name_that_it_and_its_module_had() {
    let catalogue = catalogue(vec![module("trafficking", &["palermo"])]);
    for read in ["two-crimes", "crimes"] {
        check(&catalogue, &format!("law/trafficking/{read}"), "law/trafficking/two-crimes");
        check(&catalogue, &format!("law/palermo/{read}"), "law/trafficking/two-crimes");
    }
    check(&catalogue, "law/other/crimes", "law/other/crimes");
}

#[test]
fn a_name_that_something_has_now_is_no_former_name() {
    let catalogue = catalogue(vec![module("trafficking", &["smuggling"]), module("smuggling", &[])]);
    check(&catalogue, "law/smuggling/two-crimes", "law/smuggling/two-crimes");
    check(&catalogue, "law/smuggling/crimes", "law/smuggling/two-crimes");
}

#[test]
fn where_nothing_was_renamed_there_are_no_former_names() {
    let mut plain = module("trafficking", &[]);
    plain.lessons[0].was.clear();
    plain.quizzes[0].was.clear();
    assert!(Former::of(&catalogue(vec![plain])).is_empty());
}
