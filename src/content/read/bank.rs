//! A bank of questions.

use std::rc::Rc;

use domain::course::Bank;
use domain::id::{BankId, QuestionId};
use domain::question::Question;
use domain::reference::Concept;

use super::question::Shared;
use super::{Taken, format, language, own_id, question, root};
use crate::allow::{self, On};
use crate::desk::{Desk, Read};
use crate::diagnostic::Code;
use crate::memory::Under;
use crate::place::Place;
use crate::project::{Project, Toml};
use crate::rules;
use crate::shape::{Of, Shape, may, needed};
use crate::value::{Value, all};

/// `questions/<bank>.toml`.
pub(crate) static BANK: Shape = Shape::new(
    "bank",
    "a bank",
    &[&[
        needed("format", Of::Format, "The format of the file."),
        needed("id", Of::Id, "The name of the file. Progress hangs on it: it holds for good."),
        needed("title", Of::Text, "What the bank is called."),
        needed("language", Of::Language, "The language of its texts: `en`."),
        may(
            "stimulus",
            Of::Pairs(&Of::Table(&question::common::STIMULUS), 0),
            "What several questions are about, each under its id.",
        ),
        may(
            "allow",
            allow::ON_BANK,
            "Warnings about the bank as a whole that are not to be given, each with a reason.",
        ),
        needed("question", Of::List(&Of::Question, 1), "The questions."),
    ]],
);

/// A bank as it was read, question by question: what is wrong with one of them hides none of the others.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    /// What it says of itself; none where that, or something about its questions as a whole, could not be read.
    head: Read<Head>,
    /// Its questions, in their order.
    pub(crate) questions: Vec<Rc<Read<Question>>>,
}

#[derive(Debug, Clone)]
struct Head {
    id: BankId,
    title: String,
    language: String,
}

impl Draft {
    /// The bank, where all of it could be read.
    pub(crate) fn whole(self) -> Read<Bank> {
        let Head { id, title, language } = self.head?;
        let questions = all(self.questions.into_iter().map(Rc::unwrap_or_clone))?;
        Ok(Bank { id, title, language, questions })
    }
}

/// Every bank, by id. Concepts that could not be read are missing from `concepts`.
pub(crate) fn banks(desk: &Desk<'_>, project: &Project<'_>, concepts: &Read<Vec<Concept>>) -> Vec<Rc<Draft>> {
    let draft = |(name, file): (&&str, &Toml<'_>)| {
        let slot = file.known.as_deref().map(|known| &known.read);
        desk.remember(slot, desk.under(), Some(file.sheet.all()), || bank(desk, name, file, concepts))
    };
    project.banks.iter().map(draft).collect()
}

fn bank(desk: &Desk<'_>, name: &str, file: &Toml<'_>, concepts: &Read<Vec<Concept>>) -> Draft {
    let fields = match root(file, desk).table(&BANK) {
        Ok(fields) => fields,
        Err(reported) => return Draft { head: Err(reported), questions: Vec::new() },
    };
    let format = format(&fields);
    let id: Read<BankId> = own_id(&fields, name, "file", &[]);
    let title = fields.required("title", Value::plain);
    let language = fields.required("language", language);
    let stimuli = fields.optional("stimulus", question::common::stimuli).map(Option::unwrap_or_default);
    let shared = Shared { bank: id.as_ref().map_err(|proof| *proof), concepts, stimuli: &stimuli };
    let number = desk.memory().zip(file.known.as_deref());
    let number = number.map_or(0, |(memory, known)| memory.shared(known, &id, &stimuli));
    let mut questions = Vec::new();
    let any = fields.required("question", |value| {
        let mut taken = Taken::default();
        questions =
            value.items()?.into_iter().map(|item| one(item, file, &shared, number, &mut taken)).collect();
        if questions.is_empty() {
            return Err(value.error(
                Code::TooFew,
                "A bank needs at least one question.",
                "Add a `[[question]]`.",
            ));
        }
        all(questions.iter().map(|question| question.as_ref().as_ref().map(|_| ()).map_err(|proof| *proof)))
    });
    let kept = allow::over(fields.of, On::Bank, || {
        any?;
        if !desk.is_translation() {
            let place = fields.value("title").map_or(fields.place(), Value::place);
            let placings = rules::key_position::placings(desk, &file.root);
            rules::key_is_longest::check_bank(desk, place, &placings);
            rules::key_position::check(desk, place, &placings);
        }
        Ok(())
    });
    let head = || {
        format?;
        kept?;
        stimuli.as_ref().map_err(|proof| *proof)?;
        language?;
        Ok(Head { id: id.clone()?, title: title?, language: fields.language("title") })
    };
    Draft { head: head(), questions }
}

/// One question of a bank, or what it was read as before.
fn one(
    item: Value<'_>,
    file: &Toml<'_>,
    shared: &Shared<'_>,
    number: u64,
    taken: &mut Taken,
) -> Rc<Read<Question>> {
    let part = file.known.as_deref().and_then(|known| known.part(item.node.span.start));
    let stretch = part.map_or(item.place(), |(end, _)| Place { end, ..item.place() });
    let id = item.node.text("id");
    let free = id.is_none_or(|id| !taken.has(id));
    let under = Under { shared: number, free, ..item.desk.under() };
    let read = item.desk.remember(part.map(|(_, slot)| slot), under, Some(stretch), || {
        question::question(item, shared, taken)
    });
    // The next one with this id is told of.
    if let Some(id) = id.filter(|id| id.parse::<QuestionId>().is_ok()) {
        taken.again(id, item.place());
    }
    read
}
