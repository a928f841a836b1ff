//! Translations: the texts of one language laid over the originals, and read as the originals were.
//!
//! A translation holds texts and nothing else. Its texts are put in the place of those of the original, in the tree
//! that the file was read as (`lay`), and the ordinary readers read the tree that comes out: so that every kind of question can be
//! translated without a line of its own, and everything that is wrong is told at its place in the translation. What a
//! text is, the readers say themselves: `Value::text` and `Value::words` note it while the original is read.
//!
//! An entry (a question, a term, a lesson, a module with its objectives and quizzes) is shown translated when all its
//! texts are there, and else in the original as a whole: nobody meets two languages in one sentence.

mod compose;
mod lay;
mod walk;

use std::collections::BTreeSet;

use domain::course::Catalogue;
use domain::language::Language;

use self::lay::Laid;
use crate::desk::{Desk, Faults, Read};
use crate::diagnostic::Code;
use crate::names;
use crate::place::Place;
use crate::project::Project;

pub use compose::{Coverage, Share};

/// The catalogue of each language in which there is a translation, and how much of it is translated.
pub(crate) fn all(
    desk: &Desk<'_>,
    project: &Project<'_>,
    original: &Catalogue,
) -> Read<Vec<(Language, Catalogue, Coverage)>> {
    let translations = project.translations.iter().map(|(language, translation)| {
        let laid = lay::over(desk, project, *language, translation);
        let read = read(desk, project, &laid)?;
        let catalogue = compose::compose(original, read, *language);
        let coverage = compose::coverage(&catalogue, *language);
        Ok((*language, catalogue, coverage))
    });
    // Every language is read, so that everything is told at once.
    let translations: Vec<Read<_>> = translations.collect();
    translations.into_iter().collect()
}

/// Reads the tree with the translation in it, and tells what is wrong with the translation.
fn read(desk: &Desk<'_>, project: &Project<'_>, laid: &Laid<'_>) -> Read<Catalogue> {
    let faults = Faults::default();
    let mut names = names::survey(&laid.project);
    names.languages.clone_from(&desk.names.languages);
    let catalogue = {
        let desk = Desk::new(&faults, &names, desk.today, &project.texts).of_translation();
        crate::Originals::read(&desk, &laid.project).whole()
    };
    tell(desk.faults, faults, laid);
    catalogue
}

/// Notes what is new. What is wrong only with the translation, but shows in a part that it shares with the original (a proof that
/// names a passage which the translated facts do not mark), is told where the translation begins.
fn tell(known: &Faults, found: Faults, laid: &Laid<'_>) {
    let told: BTreeSet<(Code, Place, String)> =
        known.each(|fault| (fault.code, fault.place, fault.message.clone()));
    for mut fault in found.into_inner() {
        if laid.files.contains(&fault.place.file) {
            known.again(fault);
        } else if !told.contains(&(fault.code, fault.place, fault.message.clone())) {
            fault.place = laid.translation_of(fault.place).unwrap_or(fault.place);
            // The edit was one of the original.
            fault.mend = None;
            known.again(fault);
        }
    }
}

#[cfg(test)]
mod tests;
