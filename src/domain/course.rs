//! The course: what is read, what is asked, and in which order.

use crate::conditions::{Conditions, Navigation};
use crate::html::Html;
use crate::id::{BankId, CourseId, LessonId, ModuleId, ObjectiveId, QuizId};
use crate::json::{record, tagged, words};
use crate::language::Language;
use crate::question::Question;
use crate::reference::{Citation, Concept, Source, Term};
use crate::score::{Credit, passes};
use crate::time::When;

/// Everything that one folder of authors' files holds, valid as a whole: each reference has its target.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Catalogue {
    /// The courses, by id.
    pub courses: Vec<Course>,
    /// The question banks, by id.
    pub banks: Vec<Bank>,
    /// The glossary, by id.
    pub terms: Vec<Term>,
    /// The concepts, by id.
    pub concepts: Vec<Concept>,
    /// The sources, by id.
    pub sources: Vec<Source>,
}

impl Catalogue {
    /// The language of the interface that goes with its courses: that of the first one, or English where the interface does not speak it.
    pub fn language(&self) -> Language {
        self.courses.first().and_then(|course| course.language.parse().ok()).unwrap_or_default()
    }
}

/// A course: modules in the order in which they are best taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// Its id.
    pub id: CourseId,
    /// Its title.
    pub title: String,
    /// What it is about, in a few sentences.
    pub summary: Html,
    /// The language of its texts, a BCP 47 tag: `en`.
    pub language: String,
    /// Its modules.
    pub modules: Vec<Module>,
}

/// A module: one event of the series, its lessons and its quizzes.
#[derive(Debug, Clone, PartialEq)]
pub struct Module {
    /// Its id.
    pub id: ModuleId,
    /// The language of its own texts and those of its event, its objectives and its quizzes, a BCP 47 tag.
    pub language: String,
    /// Its title.
    pub title: String,
    /// What it is about, in a few sentences.
    pub summary: Html,
    /// The event that it was built from.
    pub event: Option<Event>,
    /// The modules to take before this one.
    pub after: Vec<ModuleId>,
    /// What a delegate can do afterwards.
    pub objectives: Vec<Objective>,
    /// The pages to read, in order.
    pub lessons: Vec<Lesson>,
    /// The quizzes, in order.
    pub quizzes: Vec<Quiz>,
    /// The ids that it had before: what was done under them is kept.
    pub was: Vec<ModuleId>,
}

/// The event that a module was built from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its official title.
    pub title: String,
    /// When it took place.
    pub date: When,
    /// Where, if that is known.
    pub place: Option<String>,
    /// Who held it.
    pub partners: Vec<String>,
    /// The document that tells of it.
    pub source: Option<Citation>,
}

/// What a delegate can do after a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objective {
    /// Its id, unique over all courses.
    pub id: ObjectiveId,
    /// The ability, beginning with a verb.
    pub text: String,
}

record! { Objective { id, text } }

/// A page to read.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// Its id.
    pub id: LessonId,
    /// The language of its texts, a BCP 47 tag.
    pub language: String,
    /// Its title.
    pub title: String,
    /// The objectives that it serves.
    pub objectives: Vec<ObjectiveId>,
    /// How many words it has.
    pub words: usize,
    /// Its text.
    pub body: Html,
    /// The ids that it had before: that it was read under them is kept.
    pub was: Vec<LessonId>,
}

/// How many words a minute takes: a second-language reader's pace.
const WORDS_A_MINUTE: usize = 180;

impl Lesson {
    /// About how long it takes to read, in whole minutes, at least one.
    pub fn minutes(&self) -> usize {
        self.words.div_ceil(WORDS_A_MINUTE).max(1)
    }
}

/// A draw of questions that is taken in one go.
#[derive(Debug, Clone, PartialEq)]
pub struct Quiz {
    /// Its id, unlike that of any lesson of the module.
    pub id: QuizId,
    /// Its title.
    pub title: String,
    /// When feedback is given.
    pub mode: Mode,
    /// The share of the points that passes, 0 to 1; none where nothing depends on it.
    pub pass: Option<f64>,
    /// How it is taken and marked.
    pub conditions: Conditions,
    /// What is said of a result, by the share of the points from which it is said; the lowest first.
    pub bands: Vec<Band>,
    /// What is drawn.
    pub draws: Vec<Draw>,
    /// The ids that it had before: attempts under them are kept.
    pub was: Vec<QuizId>,
}

record! { Quiz { id, title, mode, pass: optional, conditions: optional, bands: optional, draws, was: optional } }

/// What is said of a result that reaches a share of the points.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// The share from which it is said, 0 to 1.
    pub from: Credit,
    /// What is said.
    pub text: Html,
}

record! { Band { from, text } }

impl Quiz {
    /// Whether a first attempt begins with the page: where nothing is to be known, or chosen, before the first question.
    pub fn begins_at_once(&self) -> bool {
        self.mode == Mode::Practice && self.conditions.time.is_none()
    }

    /// Whether a learner can go to any question at any time.
    pub fn is_free(&self) -> bool {
        self.conditions.navigation(self.mode) == Navigation::Free
    }

    /// What is said of a result with this share of the points.
    pub fn band(&self, share: f64) -> Option<&Band> {
        self.bands.iter().rev().find(|band| passes(share, band.from.share()))
    }
}

/// When feedback is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// After each answer.
    Practice,
    /// When the paper was handed in.
    Assessment,
}

words! { Mode { "practice" => Practice, "assessment" => Assessment } }

/// So many questions of a bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draw {
    /// The bank.
    pub bank: BankId,
    /// How they are chosen.
    pub rule: DrawRule,
}

record! { Draw { bank, rule } }

/// How questions are chosen from a bank. Those that the learner has seen least come first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DrawRule {
    /// So many of the whole bank.
    Any(usize),
    /// So many of one objective.
    Objective(ObjectiveId, usize),
    /// So many of each objective of the module.
    EachObjective(usize),
}

tagged! {
    DrawRule {
        "any" => Any(count),
        "objective" => Objective(objective, count),
        "each-objective" => EachObjective(count),
    }
}

/// A bank: questions that quizzes draw from.
#[derive(Debug, Clone, PartialEq)]
pub struct Bank {
    /// Its id.
    pub id: BankId,
    /// Its title.
    pub title: String,
    /// The language of its texts, a BCP 47 tag.
    pub language: String,
    /// Its questions, in the author's order.
    pub questions: Vec<Question>,
}
