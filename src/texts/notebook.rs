//! What the notebook says: the pages about a learner's own progress and data.

use crate::Text;
use crate::group::group;

group! {
    /// What the notebook says on its pages. It says the texts of [`crate::reader::Reader`] as well where it asks questions.
    Notebook {
        /// In the place of a notebook page until what it shows was read.
        loading: Text,
    }
}
