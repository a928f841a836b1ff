//! A case in steps: what is decided at one step leads to the next.

use crate::html::Html;
use crate::id::{MisconceptionId, OptionKey, Slug, StepKey};
use crate::json::record;
use crate::score::{Credit, Decision, Marks};

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// The steps; the first one is where the case begins. From each step the way leads on to an end.
    pub steps: Vec<Step>,
}

record! { Prompt { steps } }

/// A step: what happens, and what can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its key.
    pub key: StepKey,
    /// What happens.
    pub text: Html,
    /// What can be done; nothing at an end.
    pub ways: Vec<Way>,
}

record! { Step { key, text, ways: optional } }

/// Something that can be done at a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Its key within the step.
    pub key: OptionKey,
    /// What is done.
    pub text: Html,
    /// Where it leads; none where the case ends with it.
    pub to: Option<StepKey>,
}

record! { Way { key, text, to: optional } }

/// What is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// What each way is worth.
    pub judged: Vec<Judged>,
}

record! { Key { judged } }

/// What a way is worth, and what is said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// The step.
    pub step: StepKey,
    /// The way.
    pub way: OptionKey,
    /// The credit of a decision for it.
    pub credit: Credit,
    /// What is said to those who took it.
    pub feedback: Option<Html>,
    /// The confusion that it shows.
    pub misconception: Option<MisconceptionId>,
}

// Credits are never NaN.
impl Eq for Judged {}

record! { Judged { step, way, credit, feedback: optional, misconception: optional } }

/// The way that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// The decisions, the first one first.
    pub taken: Vec<Taken>,
}

record! { Response { taken } }

/// A decision at a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The step.
    pub step: StepKey,
    /// What was done.
    pub way: OptionKey,
}

record! { Taken { step, way } }

/// Where a way through the case has led.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand<'a> {
    /// A decision is to be made at this step.
    At(&'a Step),
    /// The case is at its end; a last step tells of it, where there is one.
    End(Option<&'a Step>),
    /// The way leads through steps that this case does not have.
    Lost,
}

impl Prompt {
    /// The step of this key.
    pub fn step(&self, key: &StepKey) -> Option<&Step> {
        self.steps.iter().find(|step| step.key == *key)
    }

    /// Where the decisions of a response lead.
    pub fn follow(&self, response: &Response) -> Stand<'_> {
        let Some(mut at) = self.steps.first() else { return Stand::Lost };
        let mut taken_then = response.taken.iter();
        while let Some(taken) = taken_then.next() {
            let way = at.ways.iter().find(|way| taken.step == at.key && taken.way == way.key);
            match way.map(|way| &way.to) {
                None => return Stand::Lost,
                Some(None) if taken_then.len() == 0 => return Stand::End(None),
                Some(None) => return Stand::Lost,
                Some(Some(to)) => match self.step(to) {
                    Some(next) => at = next,
                    None => return Stand::Lost,
                },
            }
        }
        if at.ways.is_empty() { Stand::End(Some(at)) } else { Stand::At(at) }
    }
}

impl Key {
    /// What the way is worth.
    pub fn judged(&self, step: &StepKey, way: &OptionKey) -> Option<&Judged> {
        self.judged.iter().find(|judged| judged.step == *step && judged.way == *way)
    }

    fn credit(&self, step: &StepKey, way: &OptionKey) -> Credit {
        self.judged(step, way).map_or(Credit::NONE, |judged| judged.credit)
    }

    /// The first of the best ways at a step.
    pub fn best<'a>(&self, step: &'a Step) -> Option<&'a Way> {
        let credit = |way: &Way| self.credit(&step.key, &way.key);
        step.ways.iter().reduce(|best, way| if credit(way) > credit(best) { way } else { best })
    }
}

/// Whether the case was followed to an end.
pub fn ready(prompt: &Prompt, response: &Response) -> bool {
    matches!(prompt.follow(response), Stand::End(_))
}

/// The mean of the credits of the decisions that were made.
pub fn score(_: &Prompt, key: &Key, response: &Response) -> Marks {
    let credits: Vec<Credit> =
        response.taken.iter().map(|taken| key.credit(&taken.step, &taken.way)).collect();
    let decisions = response
        .taken
        .iter()
        .zip(&credits)
        .map(|(taken, credit)| Decision { on: taken.step.slug().clone(), right: *credit == Credit::FULL });
    let sum: f64 = credits.iter().map(|credit| credit.share()).sum();
    let mean = if credits.is_empty() { 0.0 } else { sum / credits.len() as f64 };
    Marks { credit: Credit::new(mean), decisions: decisions.collect() }
}

/// The best way at each step.
pub fn model_response(prompt: &Prompt, key: &Key) -> Response {
    let mut response = Response::default();
    // A way through a valid case visits no step twice.
    for _ in &prompt.steps {
        let Stand::At(step) = prompt.follow(&response) else { break };
        let Some(way) = key.best(step) else { break };
        response.taken.push(Taken { step: step.key.clone(), way: way.key.clone() });
    }
    response
}

/// Nothing: what can be done keeps the author's order.
pub fn movable(_: &Prompt) -> Vec<Slug> {
    Vec::new()
}
