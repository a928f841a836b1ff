//! A bank of questions.

use domain::course::Bank;
use domain::id::BankId;
use domain::question::Question;
use domain::reference::Concept;

use super::question::Shared;
use super::{Taken, format, language, own_id, question, root};
use crate::allow::{self, On};
use crate::desk::{Desk, Read};
use crate::diagnostic::Code;
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

/// Every bank, by id. Concepts that could not be read are missing from `concepts`.
pub(crate) fn banks(
    desk: &Desk<'_>,
    project: &Project<'_>,
    concepts: &Read<Vec<Concept>>,
) -> Read<Vec<Bank>> {
    let banks: Vec<Read<Bank>> =
        project.banks.iter().map(|(name, file)| bank(desk, name, file, concepts)).collect();
    all(banks.into_iter())
}

fn bank(desk: &Desk<'_>, name: &str, file: &Toml<'_>, concepts: &Read<Vec<Concept>>) -> Read<Bank> {
    let fields = root(file, desk).table(&BANK)?;
    let format = format(&fields);
    let id: Read<BankId> = own_id(&fields, name, "file", &[]);
    let title = fields.required("title", Value::plain);
    let language = fields.required("language", language);
    let stimuli = fields.optional("stimulus", question::common::stimuli).map(Option::unwrap_or_default);
    let shared = Shared { bank: id.as_ref().map_err(|proof| *proof), concepts, stimuli: &stimuli };
    let questions = fields.required("question", |value| {
        let mut taken = Taken::default();
        let read: Vec<Read<Question>> =
            value.items()?.into_iter().map(|item| question::question(item, &shared, &mut taken)).collect();
        if read.is_empty() {
            return Err(value.error(
                Code::TooFew,
                "A bank needs at least one question.",
                "Add a `[[question]]`.",
            ));
        }
        all(read.into_iter())
    });
    let questions = allow::over(fields.of, On::Bank, || {
        let questions = questions?;
        if !desk.is_translation() {
            let place = fields.value("title").map_or(fields.place(), Value::place);
            let placings = rules::key_position::placings(desk, &file.root);
            rules::key_is_longest::check_bank(desk, place, &placings);
            rules::key_position::check(desk, place, &placings);
        }
        Ok(questions)
    });
    format?;
    let questions = questions?;
    stimuli?;
    language?;
    Ok(Bank { id: id?, title: title?, language: fields.language("title"), questions })
}
