//! A bank at a glance: which objective has how many questions of which kind and level, and where its keys stand.
//!
//! Pure: figures out of a catalogue.

use domain::course::{Course, DrawRule};
use domain::id::{BankId, ObjectiveId};
use domain::question::{Body, Kind, Level, Question};

/// What there is to see of a bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Overview {
    /// The kinds that occur, in the order of [`Kind::ALL`].
    pub(crate) kinds: Vec<Kind>,
    /// Its objectives, in the order in which modules name them.
    pub(crate) objectives: Vec<Row>,
    /// How often the right option of a single choice stands first, second and so on, as the author wrote them; as many places as the longest has options.
    pub(crate) positions: Vec<usize>,
}

/// An objective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) objective: ObjectiveId,
    /// What a learner can do then, without markup; empty where no module says so.
    pub(crate) text: String,
    /// How many questions it has of each of the kinds.
    pub(crate) kinds: Vec<usize>,
    /// How many it has of each level, from recalling to analysing.
    pub(crate) levels: [usize; 3],
    /// Whether a quiz draws from the bank for it.
    pub(crate) is_drawn: bool,
}

impl Row {
    /// All of its questions.
    pub(crate) fn questions(&self) -> usize {
        self.levels.iter().sum()
    }
}

/// The overview of a bank with these questions. Those that are retired are not counted.
pub(crate) fn overview(bank: &BankId, questions: &[&Question], courses: &[Course]) -> Overview {
    let questions: Vec<&Question> =
        questions.iter().copied().filter(|question| question.retired.is_none()).collect();
    let kinds: Vec<Kind> = Kind::ALL
        .iter()
        .copied()
        .filter(|kind| questions.iter().any(|question| question.kind() == *kind))
        .collect();
    let modules = || courses.iter().flat_map(|course| &course.modules);
    let mut objectives: Vec<Row> = Vec::new();
    let known = modules().flat_map(|module| {
        let draws = module.quizzes.iter().flat_map(|quiz| &quiz.draws).filter(|draw| draw.bank == *bank);
        let draws: Vec<&DrawRule> = draws.map(|draw| &draw.rule).collect();
        module.objectives.iter().map(move |objective| {
            let is_drawn = draws.iter().any(|rule| match rule {
                DrawRule::Any(_) | DrawRule::EachObjective(_) => true,
                DrawRule::Objective(own, _) => *own == objective.id,
            });
            (objective, is_drawn)
        })
    });
    for (objective, is_drawn) in known {
        let is_asked = questions.iter().any(|question| question.objective == objective.id);
        if is_asked || is_drawn {
            objectives.push(Row {
                objective: objective.id.clone(),
                text: objective.text.clone(),
                kinds: vec![0; kinds.len()],
                levels: [0; 3],
                is_drawn,
            });
        }
    }
    for question in &questions {
        let Some(row) = objectives.iter_mut().find(|row| row.objective == question.objective) else {
            continue;
        };
        if let Some(count) =
            kinds.iter().position(|kind| *kind == question.kind()).and_then(|place| row.kinds.get_mut(place))
        {
            *count += 1;
        }
        let level = match question.level {
            Level::Recall => 0,
            Level::Apply => 1,
            Level::Analyse => 2,
        };
        if let Some(count) = row.levels.get_mut(level) {
            *count += 1;
        }
    }
    Overview { kinds, objectives, positions: positions(&questions) }
}

fn positions(questions: &[&Question]) -> Vec<usize> {
    let mut counts = Vec::new();
    for question in questions {
        let Body::SingleChoice { prompt, key } = &question.body else { continue };
        let Some(place) = prompt.options.iter().position(|option| option.key == key.correct) else {
            continue;
        };
        // A place at which no key stands is told of as well.
        counts.resize(counts.len().max(prompt.options.len()), 0);
        if let Some(count) = counts.get_mut(place) {
            *count += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use content::template::{self, Given};
    use content::{Files, check};
    use domain::time::Date;

    use super::*;

    #[test]
    fn what_is_drawn_and_what_is_asked_is_counted_and_what_is_retired_is_not() {
        let (objective, source) = ("first", "source");
        let question =
            |(id, kind)| template::question(kind, &Given { id, objective, source, concept: None }).unwrap();
        let kinds = [
            ("a", Kind::SingleChoice),
            ("b", Kind::SingleChoice),
            ("c", Kind::Numeric),
            ("d", Kind::Ordering),
        ];
        let mut questions: Vec<String> = kinds.into_iter().map(question).collect();
        let begin = "[[question]]\n";
        questions[3] = questions[3].replacen(begin, &format!("{begin}retired = 2020-01-01\n"), 1);
        let mut files = Files::new();
        files.insert("courses/sources.toml", template::sources(source));
        files.insert("courses/c/course.toml", template::course("c", "C", "m"));
        files.insert("courses/c/m/module.toml", template::module("m", "M", objective, "b", 2));
        files.insert("courses/c/m/first-lesson.md", template::lesson(objective, source));
        files.insert("questions/b.toml", template::bank("b", "B", &questions));
        let checked = check(&files, Date::new(2026, 1, 1).unwrap());
        let catalogue = checked.catalogue.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
        let bank = &catalogue.banks[0];
        let all: Vec<&Question> = bank.questions.iter().collect();
        let seen = overview(&bank.id, &all, &catalogue.courses);
        assert_eq!(seen.kinds, [Kind::SingleChoice, Kind::Numeric]);
        let [row] = seen.objectives.as_slice() else { panic!("{seen:?}") };
        assert_eq!(
            (row.objective.as_str(), row.kinds.as_slice(), row.questions()),
            ("first", [2, 1].as_slice(), 3)
        );
        assert!(row.is_drawn);
        assert_eq!(seen.positions, [0, 2, 0]);
    }
}
