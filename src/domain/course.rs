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

impl Module {
    /// The practice of a lesson: of those that ask only for what the lesson serves, the one that asks for most of it.
    ///
    /// Lessons that serve the same objectives take turns: the first one has the first such practice, the second one the second.
    pub fn practice_of(&self, lesson: &Lesson) -> Option<&Quiz> {
        let serves = |objective: &&ObjectiveId| lesson.objectives.contains(*objective);
        let fitting: Vec<(&Quiz, usize)> = self
            .quizzes
            .iter()
            .filter(|quiz| quiz.mode == Mode::Practice)
            .filter_map(|quiz| {
                let asked = self.asked(quiz)?;
                asked.iter().all(serves).then_some((quiz, asked.len()))
            })
            .collect();
        let most = fitting.iter().map(|(_, asked)| *asked).max()?;
        let best: Vec<&Quiz> =
            fitting.iter().filter(|(_, asked)| *asked == most).map(|(quiz, _)| *quiz).collect();
        let is_like = |other: &&Lesson| {
            other.objectives.len() == lesson.objectives.len()
                && other.objectives.iter().all(|one| serves(&one))
        };
        let turn = self.lessons.iter().filter(is_like).position(|other| other.id == lesson.id);
        best.get(turn.unwrap_or_default()).or(best.last()).copied()
    }

    /// The objectives that a quiz asks for, each once; none where it draws from a whole bank, whatever its questions test.
    fn asked<'a>(&'a self, quiz: &'a Quiz) -> Option<Vec<&'a ObjectiveId>> {
        let mut asked: Vec<&ObjectiveId> = Vec::new();
        for draw in &quiz.draws {
            match &draw.rule {
                DrawRule::Any(_) => return None,
                DrawRule::Objective(objective, _) => asked.push(objective),
                DrawRule::EachObjective(_) => {
                    asked.extend(self.objectives.iter().map(|objective| &objective.id));
                }
            }
        }
        asked.sort_unstable();
        asked.dedup();
        Some(asked)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn objective(id: &str) -> ObjectiveId {
        id.parse().unwrap()
    }

    fn lesson(id: &str, serves: &[&str]) -> Lesson {
        Lesson {
            id: id.parse().unwrap(),
            language: "en".to_owned(),
            title: id.to_owned(),
            objectives: serves.iter().map(|id| objective(id)).collect(),
            words: 400,
            body: Html::default(),
            was: Vec::new(),
        }
    }

    fn quiz(id: &str, mode: Mode, rules: Vec<DrawRule>) -> Quiz {
        let bank: BankId = "bank".parse().unwrap();
        Quiz {
            id: id.parse().unwrap(),
            title: id.to_owned(),
            mode,
            pass: None,
            conditions: Conditions::default(),
            bands: Vec::new(),
            draws: rules.into_iter().map(|rule| Draw { bank: bank.clone(), rule }).collect(),
            was: Vec::new(),
        }
    }

    fn practice(id: &str, asks: &[&str]) -> Quiz {
        quiz(id, Mode::Practice, asks.iter().map(|id| DrawRule::Objective(objective(id), 2)).collect())
    }

    /// The practice of each lesson of a module with these quizzes, whose objectives are `a`, `b` and `c`.
    #[track_caller]
    fn check(lessons: &[&[&str]], quizzes: Vec<Quiz>, expect: &[Option<&str>]) {
        let named = |(place, serves): (usize, &&[&str])| lesson(&format!("lesson-{place}"), serves);
        let module = Module {
            id: "module".parse().unwrap(),
            language: "en".to_owned(),
            title: "Module".to_owned(),
            summary: Html::default(),
            event: None,
            after: Vec::new(),
            objectives: ["a", "b", "c"].map(|id| Objective { id: objective(id), text: id.to_owned() }).into(),
            lessons: lessons.iter().enumerate().map(named).collect(),
            quizzes,
            was: Vec::new(),
        };
        let found =
            module.lessons.iter().map(|lesson| module.practice_of(lesson).map(|quiz| quiz.id.as_str()));
        assert_eq!(found.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn a_practice_belongs_to_the_lesson_whose_objectives_it_asks_for() {
        let quizzes =
            || vec![practice("of-b", &["b"]), practice("of-a", &["a"]), practice("of-a-and-c", &["c", "a"])];
        check(&[&["a"], &["b"]], quizzes(), &[Some("of-a"), Some("of-b")]);
        // The most of what it serves, and nothing else.
        check(&[&["a", "c"], &["c"]], quizzes(), &[Some("of-a-and-c"), None]);
    }

    #[test]
    fn lessons_that_serve_the_same_take_turns_with_their_practices() {
        let quizzes = || vec![practice("first", &["a", "b"]), practice("second", &["b", "a"])];
        let lessons: [&[&str]; 3] = [&["a", "b"], &["b", "a"], &["a", "b"]];
        check(&lessons, quizzes(), &[Some("first"), Some("second"), Some("second")]);
    }

    #[test]
    fn what_is_asked_of_a_whole_bank_or_for_a_result_belongs_to_no_lesson() {
        let any = quiz("any", Mode::Practice, vec![DrawRule::Any(4)]);
        let assessment = quiz("end", Mode::Assessment, vec![DrawRule::Objective(objective("a"), 4)]);
        check(&[&["a", "b", "c"]], vec![any, assessment], &[None]);
        let each = || vec![quiz("each", Mode::Practice, vec![DrawRule::EachObjective(1)])];
        check(&[&["a", "b"]], each(), &[None]);
        check(&[&["a", "b", "c"]], each(), &[Some("each")]);
    }
}
