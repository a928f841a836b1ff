//! What is said of mastery follows from the last answers alone.

use proptest::prelude::*;
use proptest::sample::select;

use super::generators::{self, id};
use super::samples::{chosen, quiz, thought};
use crate::card::{Card, Rating};
use crate::conditions::{Conditions, Grade};
use crate::course::{Mode, Objective};
use crate::id::{Edition, ModuleRef, ObjectiveId, QuestionId, QuestionRef};
use crate::index::{Address, BankIndex, Group, Mark, ModuleIndex};
use crate::log::{AttemptId, Entry, EntryId, Fact, GivenQuestion, Seq};
use crate::mastery::{LastAnswers, Level, Mastery, last_answers, of_module, twins};
use crate::progress::fold;
use crate::random::Seed;
use crate::score::{Certainty, Credit, Points};
use crate::standing::{QuizStanding, last_activity, lessons_read};
use crate::time::{Millis, Timestamp};

/// `tell-apart` has `one` to `four`, `child-rule` has `five`; `six` was retired.
fn index() -> ModuleIndex {
    let group = |objective: &str, names: &[&str]| Group {
        objective: id(objective),
        added: None,
        retired: None,
        unmarked: false,
        marks: names.iter().map(|name| Mark::of(&name.parse::<QuestionId>().unwrap())).collect(),
    };
    let retired = Group { retired: Some("2026-01-01".parse().unwrap()), ..group("tell-apart", &["six"]) };
    let objective = |name: &str| Objective { id: id(name), text: name.to_owned() };
    ModuleIndex {
        objectives: vec![objective("tell-apart"), objective("child-rule")],
        quizzes: Vec::new(),
        banks: vec![BankIndex {
            id: id("bank"),
            folder: Address("data/bank".to_owned()),
            size: 4,
            groups: vec![
                group("tell-apart", &["one", "two", "three", "four"]),
                group("child-rule", &["five"]),
                retired,
            ],
        }],
    }
}

/// A log that is written word by word: `practice` and `assessment` begin an attempt, `finish` ends it, `one:0.5` answers a question,
/// `one:0:high` with a certainty, `~one` notes a reflection, `review:one:1` recalls a card.
fn log(words: &str) -> Vec<Entry> {
    let mut attempt = AttemptId(EntryId::new(Timestamp(0), 0));
    let mut entries = Vec::new();
    for (place, word) in words.split_whitespace().enumerate() {
        let at = Timestamp(1000 * place as u64);
        let own = EntryId::new(at, place as u128);
        let mut parts = word.split(':');
        let fact = match parts.next().unwrap() {
            mode @ ("practice" | "assessment") => {
                attempt = AttemptId(own);
                let mode = if mode == "practice" { Mode::Practice } else { Mode::Assessment };
                begun(attempt, mode)
            }
            "finish" => Fact::AttemptFinished { attempt },
            "review" => recalled(parts.next().unwrap(), parts.next().unwrap(), parts.next()),
            name => answered(attempt, name, parts.next(), parts.next()),
        };
        entries.push(Entry { id: own, seq: Seq(place as u64), at, fact });
    }
    entries
}

fn begun(attempt: AttemptId, mode: Mode) -> Fact {
    let given = |name: &str| GivenQuestion {
        question: reference(name),
        edition: Edition(1),
        points: Points::new(if name == "two" { 3.0 } else { 1.0 }),
        order: Vec::new(),
    };
    Fact::AttemptBegun {
        attempt,
        quiz: "law/crimes/quiz".parse().unwrap(),
        mode,
        pass: None,
        seed: Seed(1),
        given: ["one", "two", "three", "four", "five", "six", "gone"].map(given).to_vec(),
        conditions: Conditions { further_tries: 9, ..Conditions::default() },
        code: None,
    }
}

fn answered(attempt: AttemptId, name: &str, credit: Option<&str>, certainty: Option<&str>) -> Fact {
    let response = if name.starts_with('~') { thought("so", &[]) } else { chosen("yes") };
    Fact::QuestionAnswered {
        attempt,
        question: reference(name.trim_start_matches('~')),
        edition: Edition(1),
        response,
        credit: share(credit.unwrap_or("0")),
        took: Millis(1000),
        verdict: None,
        certainty: sure(certainty),
        language: None,
    }
}

fn recalled(name: &str, credit: &str, certainty: Option<&str>) -> Fact {
    Fact::CardRecalled {
        card: Card::Question(reference(name)),
        response: Some(chosen("yes")),
        edition: Some(Edition(1)),
        credit: Some(share(credit)),
        certainty: sure(certainty),
        hints: 0,
        rating: Rating::Good,
        took: Millis(1000),
    }
}

fn reference(name: &str) -> QuestionRef {
    format!("bank/{name}").parse().unwrap()
}

fn share(text: &str) -> Credit {
    Credit::new(text.parse().unwrap())
}

fn sure(text: Option<&str>) -> Option<Certainty> {
    text.map(|text| if text == "high" { Certainty::High } else { Certainty::Low })
}

fn last(entries: &[Entry]) -> LastAnswers {
    last_answers(entries, &fold(entries))
}

/// The mastery of `tell-apart` after a log.
fn mastery(words: &str) -> Mastery {
    of_module(&index(), &last(&log(words)), &[]).remove(0)
}

#[track_caller]
fn check(words: &str, answered: usize, share: f64, expect: Level) {
    let mastery = mastery(words);
    assert_eq!((mastery.answered, mastery.questions), (answered, 4), "{words}");
    assert!((mastery.share() - share).abs() < 1e-9, "{}: {words}", mastery.share());
    assert_eq!(mastery.level(), expect, "{words}");
}

#[test]
fn a_level_rests_on_the_share_and_on_how_many_questions_were_answered() {
    check("", 0, 0.0, Level::NotBegun);
    check("practice", 0, 0.0, Level::NotBegun);
    check("practice one:0", 1, 0.0, Level::Begun);
    check("practice one:1", 1, 1.0, Level::Begun);
    check("practice one:1 three:1", 2, 1.0, Level::Nearly);
    check("practice one:1 three:0", 2, 0.5, Level::Begun);
    check("practice one:1 three:1 four:0", 3, 2.0 / 3.0, Level::Nearly);
    check("practice one:1 three:1 four:0.4", 3, 0.8, Level::Mastered);
    check("practice one:1 three:1 four:1", 3, 1.0, Level::Mastered);
}

#[test]
fn answers_are_weighted_by_points() {
    check("practice one:0 two:1", 2, 0.75, Level::Nearly);
    check("practice one:1 two:0", 2, 0.25, Level::Begun);
}

#[test]
fn the_last_answer_counts_wherever_it_was_given() {
    check("practice one:0 finish practice one:1", 1, 1.0, Level::Begun);
    check("practice one:1 finish review:one:0", 1, 0.0, Level::Begun);
    check("practice one:0 review:one:1 three:1 four:1", 3, 1.0, Level::Mastered);
    // A review gives no points: the question weighs what it weighed before.
    check("practice one:0 two:0 review:two:1", 2, 0.75, Level::Nearly);
}

#[test]
fn of_an_assessment_nothing_is_told_before_it_was_handed_in() {
    check("assessment one:1 three:1 four:1", 0, 0.0, Level::NotBegun);
    check("assessment one:1 three:1 four:1 finish", 3, 1.0, Level::Mastered);
    check("assessment one:0 one:1 finish", 1, 1.0, Level::Begun);
}

#[test]
fn what_was_wrong_and_held_for_certain_stands_in_the_way_of_mastery_until_it_is_put_right() {
    check("practice one:1 two:1 three:1 four:0:low", 4, 5.0 / 6.0, Level::Mastered);
    check("practice one:1 two:1 three:1 four:0:high", 4, 5.0 / 6.0, Level::Nearly);
    check("practice one:1 two:1 three:1 four:0:high finish review:four:1:high", 4, 1.0, Level::Mastered);
}

#[test]
fn what_is_not_asked_any_more_and_what_is_never_marked_earns_no_mastery() {
    check("practice six:1 gone:1", 0, 0.0, Level::NotBegun);
    check("practice ~one ~three ~four", 3, 0.0, Level::Begun);
    check("practice ~one three:1 four:1", 3, 1.0, Level::Nearly);
}

#[test]
fn where_there_are_fewer_than_three_questions_all_of_them_are_enough() {
    let all = of_module(&index(), &last(&log("practice five:1")), &[]);
    assert_eq!((all[1].questions, all[1].level()), (1, Level::Mastered));
    assert_eq!(all[0].level(), Level::NotBegun);
}

#[test]
fn an_answer_without_the_attempt_that_it_belongs_to_is_left_out() {
    let entries = log("practice one:1");
    assert_eq!(last(&entries[1..]), LastAnswers::new());
}

#[test]
fn a_question_that_shares_its_mark_with_one_of_another_objective_is_looked_up() {
    let mut index = index();
    index.banks[0].groups[1].marks = ["five", "one"].map(|name| Mark::of(&id(name))).into_iter().collect();
    let last = last(&log("practice one:1 five:1"));
    assert_eq!(twins(&index, &last), [reference("one")]);
    let counts = |known: &[(QuestionRef, ObjectiveId)]| {
        let all = of_module(&index, &last, known);
        [all[0].answered, all[1].answered]
    };
    assert_eq!(counts(&[]), [0, 1]);
    assert_eq!(counts(&[(reference("one"), id("tell-apart"))]), [1, 1]);
    assert_eq!(counts(&[(reference("one"), id("child-rule"))]), [0, 2]);
}

#[track_caller]
fn check_standing(words: &str, grade: Grade, share: Option<f64>, decided: Option<u64>) {
    let quiz = quiz(Mode::Practice, Some(0.1), Conditions { grade, ..Conditions::default() });
    let module: ModuleRef = "law/crimes".parse().unwrap();
    let progress = fold(&log(words));
    let standing = QuizStanding::of(&progress, &module, &quiz);
    assert_eq!(standing.share, share, "{words}");
    assert_eq!(standing.passed, share.map(|share| share >= 0.1), "{words}");
    assert_eq!(standing.decided.map(|(_, at)| at.0 / 1000), decided, "{words}");
}

#[test]
fn the_attempt_that_counts_is_the_one_that_the_author_says() {
    // Nine points are to be had.
    let (one, four) = (Some(1.0 / 9.0), Some(4.0 / 9.0));
    let words =
        "practice two:1 one:1 finish practice one:1 finish practice one:1 two:1 finish practice one:0";
    check_standing("practice one:1", Grade::Best, None, None);
    check_standing(words, Grade::Best, four, Some(3));
    check_standing(words, Grade::First, four, Some(3));
    check_standing(words, Grade::Last, four, Some(10));
    check_standing("practice finish practice one:1 finish", Grade::First, Some(0.0), Some(1));
    check_standing("practice one:1 finish practice finish", Grade::Best, one, Some(2));
    check_standing("practice one:1 finish practice one:1 finish", Grade::Average, one, Some(5));
}

#[test]
fn the_last_activity_in_a_module_is_its_latest_reading_answer_or_paper() {
    let module: ModuleRef = "law/crimes".parse().unwrap();
    let mut entries = log("practice one:1 finish practice two:1");
    assert_eq!(last_activity(&fold(&entries), &module), Some(Timestamp(4000)));
    let read = Fact::LessonRead { lesson: "law/crimes/one".parse().unwrap() };
    entries.push(Entry {
        id: EntryId::new(Timestamp(9000), 1),
        seq: Seq(9),
        at: Timestamp(9000),
        fact: read,
    });
    let progress = fold(&entries);
    assert_eq!(last_activity(&progress, &module), Some(Timestamp(9000)));
    assert_eq!(last_activity(&progress, &"law/other".parse().unwrap()), None);
    let lessons = ["law/crimes/one", "law/crimes/two"].map(|lesson| lesson.parse().unwrap());
    assert_eq!(lessons_read(&progress, &lessons), 1);
}

/// A word of a log.
fn word() -> impl Strategy<Value = String> {
    let answer = (select(&["one", "two", "three", "four", "five"]), 0..=10_u8, any::<bool>()).prop_map(
        |(name, tenths, sure)| {
            let credit = f64::from(tenths) / 10.0;
            format!("{name}:{credit}{}", if sure { ":high" } else { "" })
        },
    );
    let review = answer.clone().prop_map(|answer| format!("review:{answer}"));
    let other = select(&["practice", "assessment", "finish"]).prop_map(str::to_owned);
    prop_oneof![4 => answer, 1 => review, 1 => other]
}

proptest! {
    #[test]
    fn mastery_is_the_same_in_whatever_order_the_entries_are_found(
        (log, found) in generators::log().prop_flat_map(|log| (Just(log.clone()), Just(log).prop_shuffle())),
    ) {
        prop_assert_eq!(last(&log), last(&found));
    }

    #[test]
    fn what_is_said_of_an_objective_hangs_together(words in proptest::collection::vec(word(), 0..30)) {
        let words = words.join(" ");
        for mastery in of_module(&index(), &last(&log(&words)), &[]) {
            prop_assert!((0.0..=1.0).contains(&mastery.share()));
            prop_assert!(mastery.answered <= mastery.questions && mastery.marked <= mastery.answered);
            prop_assert_eq!(mastery.answered == 0, mastery.level() == Level::NotBegun);
            prop_assert_eq!(mastery.answered == 0, mastery.last.is_none());
            prop_assert!(mastery.surely_wrong <= mastery.marked);
        }
    }

    #[test]
    fn a_right_answer_never_lowers_a_level(
        words in proptest::collection::vec(word(), 0..20),
        name in select(&["one", "three", "four"]),
    ) {
        let before = words.join(" ");
        let after = format!("{before} finish practice {name}:1");
        // Handing the paper in is what tells its answers.
        let handed_in = format!("{before} finish");
        prop_assert!(mastery(&handed_in).level() <= mastery(&after).level());
    }
}
