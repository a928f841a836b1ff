//! Every question of every module of the real course, answered by its key and otherwise.
//!
//! The keys are those of the authors' files, read here; the site was built from a copy of these files, with a practice more in each module,
//! which asks every question that it has. So whatever lies between an author's key and a learner's mark is played through: what was
//! published, the form of the question, its marking, and what is said of an answer.

mod deeds;
mod responses;

use std::collections::{BTreeMap, BTreeSet};

use domain::course::{Catalogue, Module};
use domain::id::QuestionRef;
use domain::language::Language;
use domain::log::Fact;
use domain::question::{Question, Response};
use domain::score::Verdict;
use texts::format;
use texts::reader::Reader;

use super::answering::{FURTHER_KINDS, SIX_KINDS};
use super::reading::plain;
use super::workbench::{
    EVERYTHING, Page, Site, Tree, authored, fixture, journey, misprinted, played, squeezed,
};

/// A journey through each module, so that two can be on their way at once.
macro_rules! modules {
    ($($name:ident: $module:literal),+ $(,)?) => {
        const MODULES: &[&str] = &[$($module),+];

        mod every_key_earns_full_marks_and_every_wrong_answer_is_told_why_in {
            $(
                #[test]
                fn $name() {
                    super::play($module);
                }
            )+
        }
    };
}

modules! {
    foundations_of_migration_law: "foundations-of-migration-law",
    two_palermo_protocols: "two-palermo-protocols",
    countering_trafficking: "countering-trafficking",
    irregular_migration: "irregular-migration",
    addressing_irregular_migration: "addressing-irregular-migration",
    migration_and_human_rights: "migration-and-human-rights",
    labour_migration: "labour-migration",
    protection_gender_development: "protection-gender-development",
    hiv_and_migration: "hiv-and-migration",
    migration_and_ageing: "migration-and-ageing",
    participation_in_society: "participation-in-society",
    contributions_of_diasporas: "contributions-of-diasporas",
    diasporas_and_conflict: "diasporas-and-conflict",
    regional_consultative_processes: "regional-consultative-processes",
    building_partnerships: "building-partnerships",
    climate_and_migration: "climate-and-migration",
    migration_data: "migration-data",
}

#[test]
fn each_question_of_the_course_is_played_in_one_module() {
    let authored = authored();
    let modules: Vec<&Module> = authored.courses.iter().flat_map(|course| &course.modules).collect();
    let ids: Vec<&str> = modules.iter().map(|module| module.id.as_str()).collect();
    assert_eq!(ids, MODULES);
    let mut asked: Vec<&QuestionRef> =
        modules.iter().flat_map(|module| of(authored, module).into_keys()).collect();
    asked.sort();
    let mut all: Vec<&QuestionRef> = questions(authored).map(|question| &question.id).collect();
    all.sort();
    assert_eq!(asked, all);
}

#[test]
fn for_each_question_there_is_a_right_response_and_another_one() {
    for question in questions(authored()).chain(questions(fixture().catalogue())) {
        let [right, wrong] = [responses::right(question), responses::wrong(question)];
        assert!(question.ready(&right) && question.ready(&wrong), "{}: {wrong:?}", question.id);
        assert!(responses::is_right(question, &right), "{}: {right:?}", question.id);
        if question.kind().is_marked() {
            assert!(!responses::is_right(question, &wrong), "{}: {wrong:?}", question.id);
            assert_ne!(
                responses::said(question, &wrong),
                [],
                "{}: nothing is said of {wrong:?}",
                question.id
            );
        }
    }
}

#[test]
fn every_kind_of_question_is_marked_by_its_key_and_says_what_its_author_wrote() {
    for quiz in [SIX_KINDS, FURTHER_KINDS] {
        takes(fixture(), quiz, fixture().catalogue());
    }
}

#[test]
#[should_panic(
    expected = "kinds/accession-after-signature: by its key it is “Right 1 of 1 point”, the page says “Not right 0 of 1 point”"
)]
fn a_question_that_is_published_with_another_key_fails_the_journey() {
    takes(misprinted(), SIX_KINDS, fixture().catalogue());
}

#[test]
#[should_panic(
    expected = "kinds/what-binds: the page does not say “A second signature adds nothing to the first.”"
)]
fn feedback_that_does_not_arrive_fails_the_journey() {
    takes(misprinted(), SIX_KINDS, fixture().catalogue());
}

/// Plays every question of a module of the real course.
fn play(module: &str) {
    let course = &authored().courses[0];
    let module = course.modules.iter().find(|known| known.id.as_str() == module).unwrap();
    takes(played(), &format!("{}/{}/{EVERYTHING}/", course.id, module.id), authored());
}

/// Takes a practice of this site twice, by these keys: once right, once wrong.
#[track_caller]
fn takes(site: &'static Site, quiz: &str, keys: &Catalogue) {
    let keys: BTreeMap<&QuestionRef, &Question> =
        questions(keys).map(|question| (&question.id, question)).collect();
    journey(site, |page| {
        let mut faults = Vec::new();
        page.open(quiz);
        take(page, &keys, (0, responses::right), &mut faults);
        page.sees("100 %");
        page.press("Take it again");
        take(page, &keys, (1, responses::wrong), &mut faults);
        assert!(faults.is_empty(), "{quiz}:\n{}", faults.join("\n"));
    });
}

/// Takes the practice that was just begun from its first question to its result.
#[track_caller]
fn take(
    page: &Page,
    keys: &BTreeMap<&QuestionRef, &Question>,
    (attempt, respond): (usize, fn(&Question) -> Response),
    faults: &mut Vec<String>,
) {
    let texts = Reader::of(Language::English);
    page.until("the first question", |tree| number_of(tree) == Some(1));
    let given = given(page, attempt);
    for (place, id) in given.iter().enumerate() {
        let question = keys[id];
        let response = respond(question);
        deeds::answer(page, question, &response, |tree| number_of(tree) == Some(place + 1));
        let (tree, verdict) = page.wait(&format!("{id}: what is said of the answer"), |tree| {
            Some((tree.clone(), verdict_on(tree)?))
        });
        let right = expected(question, &response);
        if verdict != right {
            faults.push(format!("{id}: by its key it is “{right}”, the page says “{verdict}”"));
        }
        let text = squeezed(&tree.text());
        let owed = responses::said(question, &response);
        for html in [&question.stem].into_iter().chain(&owed) {
            if !text.contains(&plain(html.as_str())) {
                faults.push(format!("{id}: the page does not say “{}”", html.as_str()));
            }
        }
        let on = if place + 1 < given.len() { texts.next_question } else { texts.see_result };
        // The page was read already, and what was read is pressed where it still is.
        if !tree.find("button", on).is_some_and(|button| page.is_tapped(button)) {
            page.tap(on, |tree| tree.find("button", on).cloned());
        }
    }
    page.finds("heading", texts.your_result);
}

/// The questions of an attempt, by its place among all that were begun, in the order in which they are asked. The first of them is on the
/// page before the rest is drawn.
fn given(page: &Page, attempt: usize) -> Vec<QuestionRef> {
    let given = page.wait("the paper of the attempt", |_| {
        let mut begun = page.log().into_iter().filter_map(|entry| {
            if let Fact::AttemptBegun { given, .. } = entry.fact { Some(given) } else { None }
        });
        begun.nth(attempt)
    });
    given.into_iter().map(|given| given.question).collect()
}

/// Which question is on the page and can be answered.
fn number_of(tree: &Tree) -> Option<usize> {
    tree.find("button", Reader::of(Language::English).check_answer)?;
    let heading = tree.all("heading").find_map(|node| node.name.strip_prefix("Question "))?;
    heading.split(' ').next()?.parse().ok()
}

/// What the page says of the answer: the verdict, and the points.
fn verdict_on(tree: &Tree) -> Option<String> {
    let texts = Reader::of(Language::English);
    let names = tree.all("region").map(|region| region.name.as_str());
    let mut said = names.filter(|name| {
        *name == texts.noted
            || [texts.right, texts.partly_right, texts.not_right].iter().any(|verdict| {
                let points = name.strip_prefix(verdict).and_then(|rest| rest.strip_prefix(' '));
                points.is_some_and(|points| points.starts_with(|first: char| first.is_ascii_digit()))
            })
    });
    said.next().map(str::to_owned)
}

/// What is to be said of the answer, by the author's key.
fn expected(question: &Question, response: &Response) -> String {
    let texts = Reader::of(Language::English);
    if !question.kind().is_marked() {
        return texts.noted.to_owned();
    }
    let credit = question.score(response).unwrap().credit;
    let verdict = match credit.verdict() {
        Verdict::Right => texts.right,
        Verdict::Partly => texts.partly_right,
        Verdict::Wrong => texts.not_right,
    };
    let number = |points: f64| format::number(Language::English, (points * 100.0).round() / 100.0);
    let whole = question.points.amount();
    let points = if whole == 1.0 { "point" } else { "points" };
    format!("{verdict} {} of {} {points}", number(credit.share() * whole), number(whole))
}

/// The questions that the practice of everything asks in a module, each with its bank.
fn of<'c>(catalogue: &'c Catalogue, module: &Module) -> BTreeMap<&'c QuestionRef, &'c Question> {
    let own: BTreeSet<_> = module.objectives.iter().map(|objective| &objective.id).collect();
    let own = questions(catalogue).filter(|question| own.contains(&question.objective));
    own.map(|question| (&question.id, question)).collect()
}

fn questions(catalogue: &Catalogue) -> impl Iterator<Item = &Question> {
    catalogue.banks.iter().flat_map(|bank| &bank.questions)
}
