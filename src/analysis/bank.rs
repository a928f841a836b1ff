//! What a catalogue knows of questions, quizzes and objectives, by their ids.

use std::collections::BTreeMap;

use domain::course::Catalogue;
use domain::former::Former;
use domain::id::{ObjectiveId, QuestionRef, QuizRef};
use domain::question::Question;

/// What a catalogue knows. Without one, ids are shown in the place of texts, and what needs a key is left out.
#[derive(Debug, Clone, Default)]
pub struct Bank<'a> {
    questions: BTreeMap<&'a QuestionRef, &'a Question>,
    objectives: BTreeMap<&'a ObjectiveId, &'a str>,
    quizzes: BTreeMap<QuizRef, String>,
    former: Former,
}

impl<'a> Bank<'a> {
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
                    quizzes.insert(id, format!("{}: {}", module.title, quiz.title));
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
