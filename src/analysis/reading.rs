//! The whole way at once: from files to everything that is told of a cohort. The command and the trainer's page take it, so that they tell the
//! same.

use domain::time::Timestamp;

use crate::bank::Bank;
use crate::cohort::{Cohort, gather};
use crate::file::File;
use crate::remark::{Comparison, Remarked, compare, remark};
use crate::study::{Settings, Study, study};
use crate::write::Told;

/// A cohort that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Its files and its learners.
    pub cohort: Cohort,
    /// What its attempts say.
    pub study: Study,
    /// What marking again gave, where that was asked for.
    pub again: Option<Again>,
}

/// A cohort that was marked again.
#[derive(Debug, Clone, PartialEq)]
pub struct Again {
    /// The cohort with its new marks.
    pub remarked: Remarked,
    /// What these say.
    pub study: Study,
    /// Before and after, side by side.
    pub comparison: Comparison,
}

/// Reads files. `course` says what texts, keys and objectives there are; under `corrected` every attempt is marked again. With a corrected
/// bank alone that one gives the texts as well. `now` is the present moment.
pub fn read(
    files: Vec<File>,
    course: Option<&Bank<'_>>,
    corrected: Option<&Bank<'_>>,
    settings: Settings,
    now: Timestamp,
) -> Reading {
    let nothing = Bank::default();
    let bank = course.or(corrected).unwrap_or(&nothing);
    // Where questions were renamed it is the corrected bank that must find its own.
    let former = corrected.unwrap_or(bank).former();
    let cohort = gather(files, former, now);
    let before = study(&cohort, bank, Settings { is_remarked: false, ..settings });
    let again = corrected.map(|bank| {
        let remarked = remark(&cohort, bank);
        let after = study(&remarked.cohort, bank, Settings { is_remarked: true, ..settings });
        let comparison = compare(&before, &after);
        Again { remarked, study: after, comparison }
    });
    Reading { cohort, study: before, again }
}

impl Reading {
    /// What there is to tell.
    pub fn told(&self) -> Told<'_> {
        let again = self.again.as_ref().map(|again| (&again.remarked, &again.study, &again.comparison));
        Told { cohort: &self.cohort, study: &self.study, remarked: again }
    }
}
