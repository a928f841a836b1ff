//! Large banks, long logs and large cohorts: how long they take, and how much memory, beside what is aimed at.
//!
//! A plain program and not a benchmark harness, because each figure stands beside its target and some of them are the
//! memory of other processes.

mod cohort;
mod generate;
mod reading;
mod weigh;

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use domain::conditions::Conditions;
use domain::course::{Catalogue, Mode};
use domain::draw::{Terms, draw};
use domain::id::{BankId, LessonRef, ObjectiveId, QuestionId, QuestionRef, QuizRef};
use domain::log::{AttemptId, Entry, EntryId, Fact, GivenQuestion, Seq};
use domain::progress::fold;
use domain::question::Question;
use domain::random::Seed;
use domain::score::Credit;
use domain::time::{Date, Millis, Timestamp};

/// How many questions there are in the bank, and how many answers are scored.
const QUESTIONS: usize = 10_000;

/// How many entries there are in the log.
const ENTRIES: usize = 20_000;

/// How many questions an attempt in the log has.
const IN_AN_ATTEMPT: usize = 20;

/// The most memory that `plenary check` may take, in bytes.
const MEMORY: u64 = 500 << 20;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<ExitCode, Failure> {
    if weigh::is_asked_for()? {
        return Ok(ExitCode::SUCCESS);
    }
    let files = generate::project(QUESTIONS);
    let today = Date::new(2026, 1, 1)?;
    let checked = content::check(&files, today);
    if let Some(first) = checked.diagnostics.first() {
        return Err(format!("the generated bank has a mistake: {first:?}").into());
    }
    let catalogue = checked.catalogue.ok_or("the generated bank has no catalogue")?;
    let publication = content::compile(&catalogue);
    let answered = answered(&catalogue);

    println!("{:<36} {:>12} {:>12}", "", "median", "target");
    let (_, _, module) = publication.modules.first().ok_or("nothing was published")?;
    let objectives: Vec<ObjectiveId> =
        module.objectives.iter().map(|objective| objective.id.clone()).collect();
    let log = log(&answered)?;
    // A learner who has seen a tenth of the bank.
    let seen: Vec<(&BankId, &QuestionId, usize)> = answered
        .iter()
        .step_by(10)
        .map(|(question, _)| {
            (&question.id.bank, &question.id.question, question.id.question.as_str().len() % 3)
        })
        .collect();
    let met = [
        measure("parse and check 10,000 questions", 5, Duration::from_secs(2), || {
            content::check(&files, today)
        }),
        measure("draw from 10,000 questions", 51, Duration::from_millis(5), || {
            let terms = Terms { seed: Seed(7), day: None, seen: &seen };
            let draws = module.quizzes.iter().map(|quiz| draw(quiz, &objectives, &module.banks, terms));
            draws.collect::<Vec<_>>()
        }),
        measure("score 10,000 answers", 21, Duration::from_millis(20), || {
            answered.iter().map(|(question, response)| question.score(response)).collect::<Vec<_>>()
        }),
        measure("fold a log of 20,000 entries", 21, Duration::from_millis(20), || fold(&log)),
    ];
    let check = check_is_light(&files)?;
    let reading = reading::all(&catalogue)?;
    let all_met = met.into_iter().all(|met| met) && reading && check;
    Ok(if all_met { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn line(what: &str, measured: &str, target: &str, met: bool) -> String {
    format!("{what:<36} {measured:>12} {target:>12}  {}", if met { "met" } else { "MISSED" })
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}

/// Shows the median of so many runs beside its target, and tells whether it is met. What the work gives is put away outside of
/// the time that is taken.
fn measure<T>(what: &str, runs: usize, target: Duration, work: impl Fn() -> T) -> bool {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let begun = Instant::now();
            let made = black_box(work());
            let took = begun.elapsed();
            drop(made);
            took
        })
        .collect();
    times.sort_unstable();
    let median = times.get(runs / 2).copied().unwrap_or_default();
    println!("{}", line(what, &milliseconds(median), &milliseconds(target), median <= target));
    median <= target
}

/// Every question with the answer that earns full marks.
fn answered(catalogue: &Catalogue) -> Vec<(&Question, domain::question::Response)> {
    let questions = catalogue.banks.iter().flat_map(|bank| &bank.questions);
    questions.map(|question| (question, question.body.model_response())).collect()
}

/// A log of attempts, each begun, answered and finished, and a lesson between them.
fn log(answered: &[(&Question, domain::question::Response)]) -> Result<Vec<Entry>, Failure> {
    let lesson: LessonRef = "course/module/lesson".parse()?;
    let quiz: QuizRef = "course/module/practice".parse()?;
    let mut facts = Vec::with_capacity(ENTRIES);
    for (number, attempt) in answered.chunks(IN_AN_ATTEMPT).cycle().enumerate() {
        let id = AttemptId(EntryId::new(Timestamp(number as u64), u128::MAX));
        let given = attempt.iter().map(|(question, _)| GivenQuestion {
            question: question.id.clone(),
            edition: question.edition,
            points: question.points,
            order: question.body.movable(),
        });
        facts.push(Fact::LessonRead { lesson: lesson.clone() });
        facts.push(Fact::AttemptBegun {
            attempt: id,
            quiz: quiz.clone(),
            mode: Mode::Practice,
            pass: None,
            seed: Seed(number as u64),
            given: given.collect(),
            conditions: Conditions::default(),
            code: None,
        });
        facts.extend(attempt.iter().map(|(question, response)| Fact::QuestionAnswered {
            attempt: id,
            question: QuestionRef::clone(&question.id),
            edition: question.edition,
            response: response.clone(),
            credit: Credit::FULL,
            took: Millis(20_000),
            verdict: None,
            certainty: None,
            language: None,
        }));
        facts.push(Fact::AttemptFinished { attempt: id });
        if facts.len() >= ENTRIES {
            break;
        }
    }
    facts.truncate(ENTRIES);
    let entry = |(place, fact): (usize, Fact)| {
        let at = Timestamp(1_700_000_000_000 + place as u64);
        Entry { id: EntryId::new(at, place as u128), seq: Seq(place as u64), at, fact }
    };
    Ok(facts.into_iter().enumerate().map(entry).collect())
}

/// Whether `plenary check` takes no more memory than it may.
fn check_is_light(files: &content::Files) -> Result<bool, Failure> {
    let dir = tempfile::tempdir()?;
    for (path, bytes) in files.iter() {
        let path = dir.path().join(path);
        std::fs::create_dir_all(path.parent().ok_or("a file has no folder")?)?;
        std::fs::write(path, bytes)?;
    }
    weigh::weigh("memory to check 10,000 questions", &["check".into(), dir.path().into()], MEMORY)
}
