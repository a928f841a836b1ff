//! Items are put in order: the author writes them in the right one.

use domain::question::{Body, ordering};

use super::{Asked, item, partial};
use crate::desk::Read;
use crate::value::Fields;

/// Reads the items.
pub(super) fn read(fields: &Fields<'_>) -> Read<Asked> {
    let partial = partial(fields);
    let items = fields.required("items", item::ordered)?;
    let print = items
        .iter()
        .enumerate()
        .map(|(place, item)| format!("item {}={}; {place}", item.key, item.text.value))
        .collect();
    let prompt = ordering::Prompt { items: item::shown(&items) };
    let key = ordering::Key {
        order: items.iter().map(|item| item.key.clone()).collect(),
        partial: partial?,
        feedback: item::feedback(&items),
    };
    Ok(Asked { body: Body::Ordering { prompt, key }, print })
}
