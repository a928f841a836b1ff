//! From a catalogue to what others take: the files of a site.
//!
//! Bytes in, bytes out: this crate knows no disk, no clock and no network, and never reads an author's file. What it
//! is given is valid, because it is a [`domain::course::Catalogue`].

pub mod package;
pub mod tree;
