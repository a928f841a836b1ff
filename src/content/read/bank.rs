//! A bank of questions.

use domain::course::Bank;
use domain::id::BankId;
use domain::question::Question;
use domain::reference::Concept;

use super::question::Shared;
use super::{Taken, format, language, own_id, question, root};
use crate::desk::{Desk, Read};
use crate::diagnostic::Code;
use crate::project::{Project, Toml};
use crate::value::{Value, all};

const BANK: &[&str] = &["format", "id", "title", "language", "stimulus", "question"];

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
    let fields = root(file, desk).table("a bank", BANK)?;
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
    format?;
    let questions = questions?;
    stimuli?;
    language?;
    Ok(Bank { id: id?, title: title?, language: fields.language("title"), questions })
}
