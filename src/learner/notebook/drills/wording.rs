//! The sentences of drills.

use domain::drill::Wording;
use domain::html::Html;

use crate::notebook::texts::texts;

/// In the language of the page.
pub(super) struct Words(pub(super) String);

impl Wording for Words {
    fn language(&self) -> &str {
        &self.0
    }

    fn which_term(&self) -> String {
        texts().which_term.to_owned()
    }

    fn difference(&self, on: &Html, one: &Html, other: &Html) -> Html {
        Html::filled(texts().which_difference, &[("on", on), ("one", one), ("other", other)])
    }

    fn both(&self) -> String {
        texts().both.to_owned()
    }

    fn statements(&self) -> String {
        texts().sort_statements.to_owned()
    }

    fn elements(&self) -> String {
        texts().sort_elements.to_owned()
    }
}
