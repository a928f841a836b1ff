//! A text in paragraphs some of whose places can be marked or filled: what *highlight* and *cloze* questions show.
//!
//! It is no kind of question. What a place means is up to the kind.

use crate::html::Html;
use crate::json::record;

/// A text in paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow<K> {
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph<K>>,
}

record! { for<K> Flow<K> { paragraphs } }

/// A paragraph: pieces one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph<K> {
    /// Its pieces.
    pub pieces: Vec<Piece<K>>,
}

record! { for<K> Paragraph<K> { pieces } }

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<K> {
    /// The name of the place, where it is one.
    pub place: Option<K>,
    /// Its words; none in a gap.
    pub text: Html,
}

record! { for<K> Piece<K> { place: optional, text } }

impl<K> Flow<K> {
    /// The places, in the order of the text, each with its words.
    pub fn places(&self) -> impl Iterator<Item = (&K, &Html)> {
        let pieces = self.paragraphs.iter().flat_map(|paragraph| &paragraph.pieces);
        pieces.filter_map(|piece| Some((piece.place.as_ref()?, &piece.text)))
    }
}
