//! Small banks, attempts and files to try things on.

use domain::conditions::Conditions;
use domain::course::{Bank as Questions, Catalogue, Mode};
use domain::html::Html;
use domain::id::{Edition, MisconceptionId, OptionKey, QuestionRef};
use domain::log::{AttemptId, Entry, EntryId, Fact, GivenQuestion, Seq};
use domain::question::single_choice;
use domain::question::{Body, Choice, Level, Question, Response};
use domain::random::Seed;
use domain::saved::write_entry;
use domain::score::{Certainty, Credit, Points};
use domain::time::{Millis, Timestamp};
use results::Head;

use crate::cohort::{Cohort, gather};
use crate::file::{File, open};

/// When the attempts of the samples begin: a moment of the year 2026.
pub(super) const MORNING: u64 = 1_790_000_000_000;

/// A day later: files are looked at then.
pub(super) const NOW: Timestamp = Timestamp(MORNING + 86_400_000);

/// A single choice among `a`, `b` and `c`.
pub(super) fn question(id: &str, correct: &str, edition: u64) -> Question {
    let option =
        |key: &str| Choice { key: key.parse().unwrap(), text: Html::of_text(&format!("Option {key}")) };
    let confusion: (OptionKey, MisconceptionId) = ("b".parse().unwrap(), "b-for-a".parse().unwrap());
    Question {
        id: format!("bank/{id}").parse().unwrap(),
        edition: Edition(edition),
        language: "en".to_owned(),
        objective: "know-it".parse().unwrap(),
        level: Level::Recall,
        points: Points::ONE,
        stimulus: None,
        stem: Html::of_text(&format!("What of {id}?")),
        body: Body::SingleChoice {
            prompt: single_choice::Prompt { options: ["a", "b", "c"].map(option).to_vec() },
            key: single_choice::Key {
                correct: correct.parse().unwrap(),
                feedback: Vec::new(),
                missed: Vec::new(),
                misconceptions: vec![confusion],
            },
        },
        hints: Vec::new(),
        explain: Html::default(),
        sources: Vec::new(),
        as_of: None,
        held_by: None,
        shuffle: false,
        was: Vec::new(),
        added: None,
        retired: None,
    }
}

/// A catalogue of these questions.
pub(super) fn catalogue(questions: Vec<Question>) -> Catalogue {
    let bank = Questions {
        id: "bank".parse().unwrap(),
        title: "Bank".to_owned(),
        language: "en".to_owned(),
        questions,
    };
    Catalogue { banks: vec![bank], ..Catalogue::default() }
}

/// An attempt at a quiz: its number, unlike that of any other, and what was chosen in each question, of which `a` is right; nothing for a
/// question without an answer.
pub(super) fn attempt(number: u64, chosen: &[(&str, &str)]) -> Vec<Entry> {
    attempt_of(number, chosen, 1)
}

/// The same, with questions of an edition.
pub(super) fn attempt_of(number: u64, chosen: &[(&str, &str)], edition: u64) -> Vec<Entry> {
    let begun = MORNING + number * 1_000_000;
    let id = AttemptId(EntryId::new(Timestamp(begun), u128::from(number)));
    let reference = |id: &str| -> QuestionRef { format!("bank/{id}").parse().unwrap() };
    let given = chosen.iter().map(|(question, _)| GivenQuestion {
        question: reference(question),
        edition: Edition(edition),
        points: Points::ONE,
        order: Vec::new(),
    });
    let mut facts = vec![Fact::AttemptBegun {
        attempt: id,
        quiz: "law/crimes/assessment".parse().unwrap(),
        mode: Mode::Assessment,
        pass: Some(0.5),
        seed: Seed(number),
        given: given.collect(),
        conditions: Conditions::default(),
        code: None,
    }];
    let answered = chosen.iter().filter(|(_, option)| !option.is_empty());
    facts.extend(answered.map(|(question, option)| Fact::QuestionAnswered {
        attempt: id,
        question: reference(question),
        edition: Edition(edition),
        response: Response::SingleChoice(single_choice::Response { chosen: Some(option.parse().unwrap()) }),
        credit: Credit::all_if(*option == "a"),
        took: Millis(5_000),
        verdict: None,
        certainty: Some(Certainty::High),
        language: None,
    }));
    facts.push(Fact::AttemptFinished { attempt: id });
    let entry = |(place, fact): (usize, Fact)| {
        let at = Timestamp(begun + place as u64 * 10_000);
        let chance = u128::from(number) + ((place as u128) << 40);
        Entry { id: EntryId::new(at, chance), seq: Seq(number * 100 + place as u64), at, fact }
    };
    facts.into_iter().enumerate().map(entry).collect()
}

/// The results file of a learner with these entries.
pub(super) fn written(learner: &str, entries: &[Entry]) -> String {
    let head = Head {
        course: "law".parse().unwrap(),
        learner: learner.to_owned(),
        made: Timestamp(NOW.0 - 1_000),
        language: "en".to_owned(),
    };
    results::write(&head, &entries.iter().map(write_entry).collect::<Vec<_>>()).text
}

/// A file as it is looked at.
pub(super) fn file(name: &str, text: &str) -> File {
    open(name, text.as_bytes())
}

/// The cohort of these files.
pub(super) fn cohort(files: &[(&str, String)]) -> Cohort {
    gather(files.iter().map(|(name, text)| file(name, text)).collect(), &Default::default(), NOW)
}

/// So many learners with the same paper of four questions: the better the number, the more of them right; what is wrong is `b`.
pub(super) fn class(learners: u64) -> Vec<(String, String)> {
    let answers = |number: u64| {
        let option = |question: u64| if number % 5 >= question { "a" } else { "b" };
        [("one", option(1)), ("two", option(2)), ("three", option(3)), ("four", option(4))]
    };
    (1..=learners)
        .map(|number| {
            let name = format!("Learner {number:02}");
            (format!("{number:02}.json"), written(&name, &attempt(number, &answers(number))))
        })
        .collect()
}
