//! What the second version added: seven kinds, reasons and proof, conditions and codes, hints, keys, more time, certainty, cards.

use super::super::generators::id;
use super::{BEGUN, EDITION, answered, attempt, check, check_answer, check_numbered, check_place};
use crate::card::{Card, Rating};
use crate::code::PlenaryCode;
use crate::conditions::{Conditions, Grade, Navigation};
use crate::course::Mode;
use crate::language::Language;
use crate::log::{EntryId, Fact, GivenQuestion};
use crate::question::{Response, case, cloze, elements, highlight, multiple_response, numeric, ordering};
use crate::question::{reflection, short_answer, single_choice, true_false};
use crate::score::{Certainty, Credit, Points, Verdict};
use crate::session::Place;
use crate::time::{Millis, Timestamp};

#[test]
fn an_attempt_under_every_condition() {
    let code: PlenaryCode = "4HMAS-W0A5H".parse().unwrap();
    let fact = Fact::AttemptBegun {
        attempt: attempt(),
        quiz: "migration/trafficking/assessment".parse().unwrap(),
        mode: Mode::Assessment,
        pass: Some(0.8),
        seed: code.seed(),
        given: vec![GivenQuestion {
            question: "trafficking/acts".parse().unwrap(),
            edition: EDITION,
            points: Points::new(2.0),
            order: vec![id("harbour"), id("receipt")],
        }],
        conditions: Conditions {
            further_tries: 2,
            penalty: Credit::new(0.25),
            certainty: true,
            navigation: Some(Navigation::Sequential),
            attempts: Some(3),
            grade: Grade::Average,
            time: Some(Millis(900_000)),
        },
        code: Some(code),
    };
    check(sample!("v2/attempt-begun"), 1, 2, BEGUN, fact);
}

#[test]
fn answers_that_the_first_version_could_not_say() {
    let reasoned = true_false::Response { says: Some(false), reason: Some(id("definition")) };
    let proven = elements::Response {
        found: [(id("act"), elements::Met::Yes), (id("means"), elements::Met::Unclear)].into_iter().collect(),
        conclusion: Some(id("open")),
        proof: [(id("act"), [id("drove"), id("farm")].into_iter().collect())].into_iter().collect(),
    };
    let order = ["recruit", "transport", "exploit"].map(id).to_vec();
    let filled = [("act", "harbouring"), ("means", "threat of \"force\"")];
    let filled = filled.map(|(gap, text)| (id(gap), text.to_owned())).into_iter().collect();
    let number = |text: &str, unit: Option<&str>| {
        Response::Numeric(numeric::Response { text: text.to_owned(), unit: unit.map(id) })
    };
    let marked = [id("passport"), id("threat")].into_iter().collect();
    let taken = [("arrival", "ask"), ("talk", "refer")];
    let taken = taken.map(|(step, way)| case::Taken { step: id(step), way: id(way) }).to_vec();
    let thought = reflection::Response {
        text: "It depends on consent.\nOr not?".to_owned(),
        ticked: [id("child"), id("means")].into_iter().collect(),
    };
    let check = check_answer;
    check(sample!("v2/question-answered-true-false"), 3, "border-needed", Response::TrueFalse(reasoned), 0.5);
    check(sample!("v2/question-answered-elements"), 4, "the-farm", Response::Elements(proven), 0.75);
    check(
        sample!("v2/question-answered-ordering"),
        5,
        "journey",
        Response::Ordering(ordering::Response { order }),
        1.0,
    );
    check(
        sample!("v2/question-answered-cloze"),
        6,
        "definition",
        Response::Cloze(cloze::Response { filled }),
        0.5,
    );
    let text = "non\u{2011}refoulement".to_owned();
    check(
        sample!("v2/question-answered-short-answer"),
        7,
        "principle",
        Response::ShortAnswer(short_answer::Response { text }),
        1.0,
    );
    check(sample!("v2/question-answered-numeric"), 8, "how-many", number("281", Some("millions")), 1.0);
    check(sample!("v2/question-answered-numeric-plain"), 9, "which-year", number("٢٠٠٠", None), 1.0);
    check(
        sample!("v2/question-answered-highlight"),
        10,
        "mark-the-means",
        Response::Highlight(highlight::Response { marked }),
        1.0 / 3.0,
    );
    check(
        sample!("v2/question-answered-case"),
        11,
        "at-the-border",
        Response::Case(case::Response { taken }),
        1.0,
    );
    check(sample!("v2/question-answered-reflection"), 12, "your-view", Response::Reflection(thought), 1.0);
}

#[test]
fn what_goes_with_an_answer() {
    let says = |key: &str| Response::SingleChoice(single_choice::Response { chosen: Some(id(key)) });
    let mut sure = answered(13, "sixteen-year-old", says("yes"), 1.0);
    if let Fact::QuestionAnswered { certainty, .. } = &mut sure {
        *certainty = Some(Certainty::High);
    }
    check_numbered(sample!("v2/question-answered-sure"), 13, sure);
    let mut costly = answered(14, "sixteen-year-old", says("yes"), 0.75);
    if let Fact::QuestionAnswered { verdict, .. } = &mut costly {
        *verdict = Some(Verdict::Right);
    }
    check_numbered(sample!("v2/question-answered-costly"), 14, costly);
    let mut in_french = answered(15, "sixteen-year-old", says("no"), 0.0);
    if let Fact::QuestionAnswered { certainty, language, .. } = &mut in_french {
        (*certainty, *language) = (Some(Certainty::Low), Some(Language::French));
    }
    check_numbered(sample!("v2/question-answered-in-french"), 15, in_french);
}

#[test]
fn hints_keys_and_more_time() {
    let (attempt, question) = (attempt(), || "trafficking/acts".parse().unwrap());
    let hint = Fact::HintTaken { attempt, question: question(), hint: 1 };
    check_numbered(sample!("v2/hint-taken"), 16, hint);
    check_numbered(sample!("v2/key-shown"), 17, Fact::KeyShown { attempt, question: question() });
    check_numbered(sample!("v2/time-extended"), 18, Fact::TimeExtended { attempt, by: Millis(450_000) });
}

#[test]
fn cards() {
    let chosen = multiple_response::Response { chosen: [id("harbour")].into_iter().collect() };
    let question = Fact::CardRecalled {
        card: Card::Question("trafficking/acts".parse().unwrap()),
        response: Some(Response::MultipleResponse(chosen)),
        edition: Some(EDITION),
        credit: Some(Credit::new(0.5)),
        certainty: Some(Certainty::Middle),
        hints: 1,
        rating: Rating::Hard,
        took: Millis(7000),
    };
    check_numbered(sample!("v2/card-recalled-question"), 19, question);
    let term = Fact::CardRecalled {
        card: Card::Term(id("consent")),
        response: None,
        edition: None,
        credit: None,
        certainty: None,
        hints: 0,
        rating: Rating::Easy,
        took: Millis(2000),
    };
    check_numbered(sample!("v2/card-recalled-term"), 20, term);
    let entry = EntryId::new(Timestamp(BEGUN.0 + 20_000), 20);
    check_numbered(sample!("v2/rating-changed"), 21, Fact::RatingChanged { entry, rating: Rating::Again });
}

#[test]
fn a_place_with_everything() {
    let question = |name: &str| format!("trafficking/{name}").parse().unwrap();
    let text = "non-ref".to_owned();
    let draft = Response::ShortAnswer(short_answer::Response { text });
    let place = Place {
        attempt: attempt(),
        question: question("acts"),
        drafts: [(question("principle"), draft)].into_iter().collect(),
        certainties: [(question("acts"), Certainty::Middle)].into_iter().collect(),
        flags: [question("acts"), question("features")].into_iter().collect(),
        trying: [question("features")].into_iter().collect(),
    };
    check_place(sample!("v2/place"), &place);
    // Whatever the first version cannot say makes a place one of the second.
    let plain = Place {
        drafts: Default::default(),
        certainties: Default::default(),
        flags: Default::default(),
        trying: Default::default(),
        ..place.clone()
    };
    let is_first = |place: &Place| crate::saved::write_place(place).starts_with(r#"{"v":1,"#);
    assert!(is_first(&plain));
    for with_one in [
        Place { drafts: place.drafts.clone(), ..plain.clone() },
        Place { certainties: place.certainties.clone(), ..plain.clone() },
        Place { flags: place.flags.clone(), ..plain.clone() },
        Place { trying: place.trying, ..plain },
    ] {
        assert!(!is_first(&with_one), "{with_one:?}");
    }
}
