//! What the notebook says: the pages about a learner's own progress and data.

use crate::Text;
use crate::group::group;

group! {
    /// What the notebook says on its pages. It says the texts of [`crate::reader::Reader`] as well where it asks questions.
    Notebook {
        // Your data
        /// In the place of what is stored, where nothing is.
        nothing_stored: Text,
    }
}
