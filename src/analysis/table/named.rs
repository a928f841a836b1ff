//! The tables that can be asked for by name, each as one file.

use std::fmt;
use std::str::FromStr;

use super::{
    Table, choices, elements, files, gradebook, items, misconceptions, objectives, quizzes, remarked_items,
    remarked_learners,
};
use crate::write::Told;

/// A table of a cohort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Named {
    /// Learner by quiz.
    Gradebook,
    /// The figures of each quiz.
    Quizzes,
    /// The figures of each question.
    Questions,
    /// Who chose what.
    Choices,
    /// How each objective was reached.
    Objectives,
    /// How each element of a legal definition was judged.
    Elements,
    /// The confusions that answers show.
    Misconceptions,
    /// What became of each file.
    Files,
    /// Each learner before and after marking again.
    AgainLearners,
    /// Each question before and after marking again.
    AgainQuestions,
}

impl Named {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Gradebook,
        Self::Quizzes,
        Self::Questions,
        Self::Choices,
        Self::Objectives,
        Self::Elements,
        Self::Misconceptions,
        Self::Files,
        Self::AgainLearners,
        Self::AgainQuestions,
    ];

    /// Its name, for options and files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gradebook => "gradebook",
            Self::Quizzes => "quizzes",
            Self::Questions => "questions",
            Self::Choices => "choices",
            Self::Objectives => "objectives",
            Self::Elements => "elements",
            Self::Misconceptions => "misconceptions",
            Self::Files => "files",
            Self::AgainLearners => "again-learners",
            Self::AgainQuestions => "again-questions",
        }
    }

    /// What is in it.
    pub fn about(self) -> &'static str {
        match self {
            Self::Gradebook => "Learner by quiz: score, pass, date, time, flags",
            Self::Quizzes => "The figures of each quiz",
            Self::Questions => "The figures of each question",
            Self::Choices => "Who chose what",
            Self::Objectives => "How each objective was reached",
            Self::Elements => "How each element of a legal definition was judged",
            Self::Misconceptions => "The confusions that answers show",
            Self::Files => "What became of each file",
            Self::AgainLearners => "Marked again: each learner before and after",
            Self::AgainQuestions => "Marked again: each question before and after",
        }
    }

    /// Whether it tells of marking again.
    pub fn is_of_marking_again(self) -> bool {
        matches!(self, Self::AgainLearners | Self::AgainQuestions)
    }

    /// The table; none where it tells of marking again and nothing was marked again.
    pub fn of(self, told: Told<'_>) -> Option<Table> {
        let comparison = told.remarked.map(|(_, _, comparison)| comparison);
        let quizzes_of = &told.study.quizzes;
        Some(match self {
            Self::Gradebook => gradebook(told.study),
            Self::Quizzes => quizzes(told.study),
            Self::Questions => items(quizzes_of),
            Self::Choices => choices(quizzes_of),
            Self::Objectives => objectives(quizzes_of),
            Self::Elements => elements(quizzes_of),
            Self::Misconceptions => misconceptions(quizzes_of),
            Self::Files => files(told.cohort),
            Self::AgainLearners => remarked_learners(comparison?),
            Self::AgainQuestions => remarked_items(comparison?),
        })
    }
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// There is no table of this name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoTable(String);

impl fmt::Display for NoTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no table `{}`", self.0)
    }
}

impl std::error::Error for NoTable {}

impl FromStr for Named {
    type Err = NoTable;

    fn from_str(name: &str) -> Result<Self, NoTable> {
        Self::ALL.into_iter().find(|table| table.name() == name).ok_or_else(|| NoTable(name.to_owned()))
    }
}
