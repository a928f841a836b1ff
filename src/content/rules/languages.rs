//! A translation is a file beside its original, under the same name with a language before the ending: `questions/bank.fr.toml`,
//! `courses/glossary.fr.toml`, `crossing.fr.md`. The language is one of the six that the interface speaks: `ar`, `zh`, `en`, `fr`,
//! `ru`, `es`. In TOML the file says the same language in its second key, `language = "fr"`. What it translates exists and is
//! in another language.

use domain::language::Language;

use crate::desk::{Desk, Faults, Read, Reported, shown};
use crate::diagnostic::Code;
use crate::place::Place;
use crate::project::Project;
use crate::sheet::Sheet;
use crate::value::{Fields, listed};

/// Tells of a file whose name has a language that is none of the six.
pub(crate) fn none_of_ours(faults: &Faults, sheet: &Sheet<'_>, tag: &str) {
    let known = listed(Language::ALL.into_iter().map(Language::tag));
    let message =
        format!("The name of the file says the language `{}`, which is none of {known}.", shown(tag));
    let help = "A translation is named as its original, with one of these before the ending; other names have no dot.";
    faults.error(Code::UnknownLanguage, sheet.top(), message, help);
}

/// Translations of what does not exist.
pub(crate) fn check(desk: &Desk<'_>, project: &Project<'_>) {
    for (language, translation) in &project.translations {
        for (role, sheet) in translation.sheets().filter(|(role, _)| !project.has(*role)) {
            let message = "There is no original that this file could translate.";
            let help = format!("Write {} first, or take `.{language}` out of the name.", role.in_words());
            desk.faults.error(Code::NoOriginal, sheet.top(), message, help);
        }
    }
}

/// Sees to it that a file says the language that its name says.
pub(crate) fn said(file: &Fields<'_>, language: Language) -> Read<()> {
    file.required("language", |value| {
        let said = value.written()?.value;
        if said == language.tag() {
            return Ok(());
        }
        let message = format!("The name of the file says `{language}`, but this is `{}`.", shown(said));
        let help = format!("Write `language = \"{language}\"`, or rename the file.");
        Err(value.error(Code::OtherLanguage, message, help))
    })
}

/// Sees to it that the original is in another language.
pub(crate) fn differ(
    desk: &Desk<'_>,
    original: usize,
    language: Language,
    place: Place,
) -> Result<(), Reported> {
    if desk.language(original).parse() != Ok(language) {
        return Ok(());
    }
    let message = format!("The original is in the language `{language}` already.");
    let help = "Give the name of the file another language, or take the file away.";
    Err(desk.faults.error(Code::OtherLanguage, place, message, help))
}
