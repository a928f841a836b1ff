//! Former names: what an author renamed keeps its history.
//!
//! The log is never rewritten. What was written under a former name is taken for the present one whenever the log is read.

use crate::card::Card;
use crate::course::{Catalogue, Course, Module};
use crate::id::{LessonRef, QuestionRef, QuizRef};
use crate::json::record;
use crate::log::Fact;

/// The former names of a site, each with the present one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Former {
    /// Of questions.
    pub questions: Vec<(QuestionRef, QuestionRef)>,
    /// Of lessons.
    pub lessons: Vec<(LessonRef, LessonRef)>,
    /// Of quizzes.
    pub quizzes: Vec<(QuizRef, QuizRef)>,
}

record! { Former { questions: optional, lessons: optional, quizzes: optional } }

impl Former {
    /// The former names in a catalogue. What has the name of something present is that, whatever it was before.
    pub fn of(catalogue: &Catalogue) -> Self {
        let questions = || catalogue.banks.iter().flat_map(|bank| &bank.questions);
        let mut former = Self::default();
        for question in questions() {
            let is_taken = |name: &QuestionRef| questions().any(|other| other.id == *name);
            let names = question.was.iter().filter(|name| !is_taken(name));
            former.questions.extend(names.map(|name| (name.clone(), question.id.clone())));
        }
        for course in &catalogue.courses {
            for module in &course.modules {
                former.add_module(course, module);
            }
        }
        former
    }

    /// Whether nothing was renamed.
    pub fn is_empty(&self) -> bool {
        self.questions.is_empty() && self.lessons.is_empty() && self.quizzes.is_empty()
    }

    /// Puts present names in the place of former ones.
    pub fn bring_up_to_date(&self, fact: &mut Fact) {
        match fact {
            Fact::LessonRead { lesson } => replace(&self.lessons, lesson),
            Fact::AttemptBegun { quiz, given, .. } => {
                replace(&self.quizzes, quiz);
                for given in given {
                    replace(&self.questions, &mut given.question);
                }
            }
            Fact::QuestionAnswered { question, .. }
            | Fact::HintTaken { question, .. }
            | Fact::KeyShown { question, .. }
            | Fact::CardRecalled { card: Card::Question(question), .. } => replace(&self.questions, question),
            Fact::CardRecalled { card: Card::Term(_), .. }
            | Fact::TimeExtended { .. }
            | Fact::AttemptFinished { .. }
            | Fact::RatingChanged { .. } => {}
        }
    }

    fn add_module(&mut self, course: &Course, module: &Module) {
        let is_module = |id| course.modules.iter().any(|other| other.id == id);
        // Under each name that the module had, and under its present one, its parts had their former and present names.
        let names: Vec<_> =
            module.was.iter().filter(|id| !is_module((*id).clone())).chain([&module.id]).cloned().collect();
        for name in &names {
            for lesson in &module.lessons {
                let of = |module, lesson| LessonRef { course: course.id.clone(), module, lesson };
                let present = of(module.id.clone(), lesson.id.clone());
                let former = lesson.was.iter().chain([&lesson.id]).map(|id| of(name.clone(), id.clone()));
                let is_taken = |reference: &LessonRef| {
                    *name == module.id && module.lessons.iter().any(|other| other.id == reference.lesson)
                };
                self.lessons
                    .extend(former.filter(|name| !is_taken(name)).map(|name| (name, present.clone())));
            }
            for quiz in &module.quizzes {
                let of = |module, quiz| QuizRef { course: course.id.clone(), module, quiz };
                let present = of(module.id.clone(), quiz.id.clone());
                let former = quiz.was.iter().chain([&quiz.id]).map(|id| of(name.clone(), id.clone()));
                let is_taken = |reference: &QuizRef| {
                    *name == module.id && module.quizzes.iter().any(|other| other.id == reference.quiz)
                };
                self.quizzes
                    .extend(former.filter(|name| !is_taken(name)).map(|name| (name, present.clone())));
            }
        }
    }
}

fn replace<T: PartialEq + Clone>(names: &[(T, T)], name: &mut T) {
    if let Some((_, present)) = names.iter().find(|(former, _)| former == name) {
        *name = present.clone();
    }
}
