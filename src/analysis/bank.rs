//! What a catalogue knows of questions, quizzes and objectives, by their ids.

use std::collections::BTreeMap;

use domain::course::{Catalogue, Objective, Quiz};
use domain::former::Former;
use domain::id::{ModuleRef, ObjectiveId, QuestionRef, QuizRef};
use domain::question::Question;

/// What a catalogue knows. Without one, ids are shown in the place of texts, and what needs a key is left out.
#[derive(Debug, Clone, Default)]
pub struct Bank<'a> {
    questions: BTreeMap<&'a QuestionRef, &'a Question>,
    objectives: BTreeMap<&'a ObjectiveId, &'a str>,
    quizzes: BTreeMap<QuizRef, String>,
    former: Former,
}

/// What a site publishes of its courses, as far as somebody has fetched it: it has no catalogue, and need not have every question.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Published {
    /// Questions.
    pub questions: Vec<Question>,
    /// The modules, in the order of their courses.
    pub modules: Vec<PublishedModule>,
    /// The names that questions, lessons and quizzes had before.
    pub former: Former,
}

/// What a site publishes of a module.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedModule {
    /// The module.
    pub module: ModuleRef,
    /// Its title.
    pub title: String,
    /// What a delegate can do afterwards.
    pub objectives: Vec<Objective>,
    /// Its quizzes.
    pub quizzes: Vec<Quiz>,
}

impl<'a> Bank<'a> {
    /// What the pieces of a site know: the same as the catalogue that it was made from, as far as they reach.
    pub fn of_published(published: &'a Published) -> Self {
        let mut quizzes = BTreeMap::new();
        for PublishedModule { module, title, quizzes: own, .. } in &published.modules {
            for quiz in own {
                let (course, module) = (module.course.clone(), module.module.clone());
                let id = QuizRef { course, module, quiz: quiz.id.clone() };
                quizzes.insert(id, titled(title, quiz));
            }
        }
        let objectives = published.modules.iter().flat_map(|module| &module.objectives);
        Self {
            questions: published.questions.iter().map(|question| (&question.id, question)).collect(),
            objectives: objectives.map(|objective| (&objective.id, objective.text.as_str())).collect(),
            quizzes,
            former: published.former.clone(),
        }
    }

    /// What this catalogue knows.
    pub fn of(catalogue: &'a Catalogue) -> Self {
        let questions = catalogue.banks.iter().flat_map(|bank| &bank.questions);
        let modules = || catalogue.courses.iter().flat_map(|course| &course.modules);
        let objectives = modules().flat_map(|module| &module.objectives);
        let mut quizzes = BTreeMap::new();
        for course in &catalogue.courses {
            for module in &course.modules {
                for quiz in &module.quizzes {
                    let id = QuizRef {
                        course: course.id.clone(),
                        module: module.id.clone(),
                        quiz: quiz.id.clone(),
                    };
                    quizzes.insert(id, titled(&module.title, quiz));
                }
            }
        }
        Self {
            questions: questions.map(|question| (&question.id, question)).collect(),
            objectives: objectives.map(|objective| (&objective.id, objective.text.as_str())).collect(),
            quizzes,
            former: Former::of(catalogue),
        }
    }

    /// The question as it is now.
    pub fn question(&self, id: &QuestionRef) -> Option<&'a Question> {
        self.questions.get(id).copied()
    }

    /// What an objective says.
    pub fn objective(&self, id: &ObjectiveId) -> Option<&'a str> {
        self.objectives.get(id).copied()
    }

    /// The titles of a module and its quiz.
    pub fn quiz(&self, id: &QuizRef) -> Option<&str> {
        self.quizzes.get(id).map(String::as_str)
    }

    /// The names that questions, lessons and quizzes had before.
    pub fn former(&self) -> &Former {
        &self.former
    }
}

/// A quiz with its module: two modules can have a quiz of the same title.
fn titled(module: &str, quiz: &Quiz) -> String {
    format!("{module}: {}", quiz.title)
}
