//! A document in which a few of many parts were exchanged: the others are moved in their place and not drawn up anew.
//!
//! Only for what banks look like while they are written, parts without errors that are all members of one list. For everything else
//! there is the way over all parts.

use std::rc::Rc;

use super::tree::{Data, Entry, Node, Table};
use super::{Before, Document, Part, Piece};

/// The document of before with the parts of now, of which the `first` and the `last` ones are still the same. None where it is not so simple.
pub(super) fn exchanged(before: Before, now: &[Piece], first: usize, last: usize) -> Option<Document> {
    let Before { document, pieces: before } = before;
    let Document { root, complete } = document?;
    let (old, new) = (first..before.len() - last, first..now.len() - last);
    let shared = now.get(..first)?;
    let errors = |pieces: &[Piece]| pieces.iter().any(|(_, part)| !part.errors.is_empty());
    if errors(now) || errors(&before) {
        return None;
    }
    let changed = || before.iter().skip(first).chain(now.iter().skip(first));
    let key = Rc::clone(&member(&changed().next()?.1)?.key);
    if !changed().all(|(_, part)| member(part).is_some_and(|entry| entry.key == key)) {
        return None;
    }
    let members = |pieces: &[Piece]| {
        pieces.iter().filter_map(|(_, part)| listed(part, &key)).map(<[Node]>::len).sum::<usize>()
    };
    // The first member of a list says where the list is.
    let begin = Some(members(shared)).filter(|count| *count > 0)?;
    let end = begin + members(before.get(old.clone())?);
    let moved = |(at, part): &'_ Piece| {
        let nodes = listed(part, &key).unwrap_or_default();
        nodes.iter().map(|node| node.moved(*at)).collect::<Vec<_>>()
    };
    let fresh: Vec<Node> = now.get(new.clone())?.iter().flat_map(moved).collect();
    let place = |pieces: &[Piece], number: usize| pieces.get(number).map(|(at, _)| *at);
    let (from, to) = (place(&before, old.end), place(now, new.end));
    let mut root = Rc::try_unwrap(root).ok()?;
    let Data::Table(Table { entries, .. }) = &mut root.data else { return None };
    let Data::List(list) = &mut entries.iter_mut().find(|entry| entry.key == key)?.node.data else {
        return None;
    };
    if end > list.len() {
        return None;
    }
    let behind = begin + fresh.len();
    list.splice(begin..end, fresh);
    if let (Some(from), Some(to)) = (from, to) {
        list.iter_mut().skip(behind).for_each(|node| node.shift(from, to));
    }
    Some(Document { root: Rc::new(root), complete })
}

/// The one entry of a part that is a member of a list.
fn member(part: &Part) -> Option<&Entry> {
    match part.table.as_ref()?.entries.as_slice() {
        [entry] if matches!(entry.node.data, Data::List(_)) => Some(entry),
        _ => None,
    }
}

/// What a part has of a list.
fn listed<'p>(part: &'p Part, key: &str) -> Option<&'p [Node]> {
    let entries = &part.table.as_ref()?.entries;
    entries.iter().find(|entry| &*entry.key == key).map(|entry| entry.node.as_list())
}
