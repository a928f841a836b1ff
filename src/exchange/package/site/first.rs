//! The first question of a practice, in its page: it can be read and answered before the application has arrived.
//!
//! A practice that begins without an entrance draws its first paper from a seed of the publication, which the page tells. The application
//! begins the attempt with that seed, draws the same question over this one, and takes up what was chosen meanwhile. That both
//! are the same to the last element is what `tests/browser/first.rs` sees to.

mod asked;

use domain::course::Quiz;
use domain::draw::{Drawn, Terms, draw};
use domain::id::{ObjectiveId, QuizRef};
use domain::index::{ModuleIndex, Shard};
use domain::json::from_text;
use domain::log::{AttemptId, EntryId};
use domain::question::Question;
use domain::random::Seed;
use domain::session::{Paper, Posed, begin};
use domain::time::Timestamp;
use maud::{Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use self::asked::Plain;
use super::app::Own;
use super::{Site, View};

/// The first question of a paper.
pub(super) struct First {
    quiz: QuizRef,
    /// What the whole paper is drawn from.
    pub(super) seed: Seed,
    /// The question, with its options in the order in which they are shown.
    pub(super) posed: Posed,
    /// How many questions the paper has.
    whole: usize,
}

/// How many seeds are tried before a page stays without a question.
const SEEDS: u32 = 32;

/// The first question of a quiz that begins with it, where one can be found that needs no script to be answered.
pub(super) fn first(site: &Site<'_>, view: &View<'_>, quiz: &Quiz) -> Option<First> {
    if !quiz.begins_at_once() || quiz.is_free() {
        return None;
    }
    let View { course, module, index, .. } = view;
    let reference = QuizRef { course: course.id.clone(), module: module.id.clone(), quiz: quiz.id.clone() };
    let objectives: Vec<ObjectiveId> =
        index.objectives.iter().map(|objective| objective.id.clone()).collect();
    (0..SEEDS).find_map(|number| {
        let seed = seed(&reference, index, number);
        // Exactly as the application draws for somebody who was given nothing before.
        let drawn = draw(quiz, &objectives, &index.banks, Terms { seed, day: None, seen: &[] });
        let question =
            question(site, index, drawn.first()?).filter(|question| Plain::of(&question.body).is_some())?;
        let paper = Paper { questions: vec![question], seed, code: None };
        let (never, nobody) = (Timestamp::default(), AttemptId(EntryId::new(Timestamp::default(), 0)));
        let (session, _) = begin(nobody, (reference.clone(), quiz), paper, None, never);
        let posed = session.posed.into_iter().next()?;
        Some(First { quiz: reference.clone(), seed, posed, whole: drawn.len() })
    })
}

impl First {
    /// What it needs in the head of its page.
    pub(super) fn head(&self) -> Markup {
        html! {
            script data-quiz=(self.quiz) { (PreEscaped(script().0)) }
            noscript { style { (PreEscaped(without_scripts().0)) } }
        }
    }
}

/// What runs before anything of the question is shown.
///
/// It notes on the form that an answer was given before there was an application to take it, unless it is changed again. And it marks the page of a learner who
/// has an attempt at this quiz or comes with a plenary code: she is not to be asked the first question of somebody who is new here. How
/// an attempt is written is said in `domain::log`, under which keys in `learner::storage`.
///
/// The first look into a browser's storage waits for the disk. Whoever was here before has the service worker as a rule, and is looked up before the
/// first frame; where there is none, the words are shown first, and the look follows in the frame after.
pub(super) fn script() -> Own {
    Own(SCRIPT.lines().map(str::trim).collect())
}

const SCRIPT: &str = r#"{
    const begun = `"${document.currentScript.dataset.quiz}"`;
    addEventListener("submit", (event) => {
        if (!event.target.closest("[data-first]")) return;
        event.preventDefault();
        event.target.dataset.pressed = "";
    });
    addEventListener("change", ({ target }) => delete target.form?.dataset.pressed);
    const known = () => (document.documentElement.dataset.known = "");
    const isBegun = ([key, text]) => key.startsWith("plenary:entry:") && text.includes(begun);
    const look = () => {
        try {
            if (Object.entries(localStorage).some(isBegun)) known();
        } catch {}
    };
    if (/[?&]code=/.test(location.search)) known();
    else if (navigator.serviceWorker?.controller) look();
    else requestAnimationFrame(() => setTimeout(look));
}"#;

/// Where no script runs there is no form that could do nothing.
pub(super) fn without_scripts() -> Own {
    Own("[data-first],[data-first]~.loading{display:none}".to_owned())
}

/// One of the seeds of a quiz: the same as long as there are the same questions to draw from, in every language, so that everybody who
/// begins with a publication has the same first paper.
fn seed(quiz: &QuizRef, index: &ModuleIndex, number: u32) -> Seed {
    let mut print = Sha256::new();
    print.update(format!("{quiz} {number}"));
    for bank in &index.banks {
        print.update(format!(" {}", bank.id));
        for mark in bank.groups.iter().flat_map(|group| group.marks.iter()) {
            print.update(mark.0.to_le_bytes());
        }
    }
    let number = print.finalize().iter().take(8).fold(0, |number: u64, byte| number << 8 | u64::from(*byte));
    // 53 bits, so that the seed is the same number in every JSON reader.
    Seed(number & ((1 << 53) - 1))
}

/// The question that was drawn, as it is published.
fn question(site: &Site<'_>, index: &ModuleIndex, drawn: &Drawn) -> Option<Question> {
    let bank = index.banks.get(drawn.bank)?;
    let shard = site.publication.files.get(&bank.shard_of(drawn.place))?;
    let shard: Shard = from_text(str::from_utf8(shard).ok()?)?;
    shard.questions.into_iter().nth(drawn.place % bank.size.max(1))
}
