//! A page as it was published: its elements and its texts, in their order, without a browser.

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};

/// Elements that have no end tag.
const VOID: [&str; 8] = ["br", "col", "hr", "img", "input", "link", "meta", "wbr"];

/// The elements and texts of a page, in the order of its source.
#[derive(Debug, Default)]
pub(crate) struct Document {
    things: Vec<Thing>,
}

/// An element or a text.
#[derive(Debug)]
pub(crate) struct Thing {
    /// The name of an element; empty for a text.
    pub(crate) name: String,
    /// The attributes of an element.
    pub(crate) attributes: BTreeMap<String, String>,
    /// The words of a text.
    pub(crate) text: String,
    /// The element around it.
    around: Option<usize>,
    /// Where what is in it ends.
    end: usize,
}

impl Document {
    /// Reads the body of a page. Fails where a tag is not closed as it was opened: what a browser makes of that is not what was meant.
    #[track_caller]
    pub(crate) fn read(path: &str, page: &str) -> Self {
        let body = page.find("<body").unwrap_or_else(|| panic!("{path} has no body"));
        let body =
            page[body..].trim_end().strip_suffix("</html>").unwrap_or_else(|| panic!("{path} breaks off"));
        let mut document = Self::default();
        let mut open: Vec<usize> = Vec::new();
        for Ok(token) in Tokenizer::new(body) {
            match token {
                Token::StartTag(tag) => {
                    let name = text_of(&tag.name);
                    let attributes =
                        tag.attributes.iter().map(|(name, value)| (text_of(name), text_of(value)));
                    let place =
                        document.add(open.last().copied(), &name, attributes.collect(), String::new());
                    if !tag.self_closing && !VOID.contains(&name.as_str()) {
                        open.push(place);
                    }
                }
                Token::EndTag(tag) => {
                    let place = open
                        .pop()
                        .unwrap_or_else(|| panic!("{path}: </{}> closes nothing", text_of(&tag.name)));
                    let name = &document.things[place].name;
                    assert_eq!(*name, text_of(&tag.name), "{path}: <{name}> is not closed as it was opened");
                    document.things[place].end = document.things.len();
                }
                Token::String(text) => {
                    document.add(open.last().copied(), "", BTreeMap::new(), text_of(&text));
                }
                Token::Comment(_) | Token::Doctype(_) => {}
                Token::Error(error) => panic!("{path}: {error:?}"),
            }
        }
        assert!(open.is_empty(), "{path} ends before its tags are closed");
        document
    }

    fn add(
        &mut self,
        around: Option<usize>,
        name: &str,
        attributes: BTreeMap<String, String>,
        text: String,
    ) -> usize {
        let place = self.things.len();
        self.things.push(Thing { name: name.to_owned(), attributes, text, around, end: place + 1 });
        place
    }

    /// The elements of these names, each with its place; of any name where none is given.
    pub(crate) fn elements<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = (usize, &'a Thing)> {
        let meant = move |thing: &Thing| {
            !thing.name.is_empty() && (names.is_empty() || names.contains(&thing.name.as_str()))
        };
        self.things.iter().enumerate().filter(move |(_, thing)| meant(thing))
    }

    /// The texts, each with its place.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (usize, &str)> {
        let texts = self.things.iter().enumerate().filter(|(_, thing)| thing.name.is_empty());
        texts.map(|(place, thing)| (place, thing.text.trim())).filter(|(_, text)| !text.is_empty())
    }

    /// What is in the element at this place.
    pub(crate) fn within(&self, place: usize) -> &[Thing] {
        &self.things[place + 1..self.things[place].end]
    }

    /// What follows the element at this place, up to another one.
    pub(crate) fn between(&self, place: usize, end: usize) -> &[Thing] {
        &self.things[self.things[place].end..end]
    }

    /// Where what is in the element at this place ends.
    pub(crate) fn end(&self, place: usize) -> usize {
        self.things[place].end
    }

    /// The words in the element at this place.
    pub(crate) fn words(&self, place: usize) -> String {
        self.within(place)
            .iter()
            .map(|thing| thing.text.as_str())
            .collect::<String>()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The elements around this place, from the inside out.
    pub(crate) fn around(&self, place: usize) -> impl Iterator<Item = (usize, &Thing)> {
        let above = std::iter::successors(self.things[place].around, |&place| self.things[place].around);
        above.map(|place| (place, &self.things[place]))
    }

    /// The language of the words at this place, as it is marked there.
    pub(crate) fn language(&self, place: usize) -> Option<&str> {
        let own = std::iter::once((place, &self.things[place]));
        own.chain(self.around(place)).find_map(|(_, thing)| thing.attribute("lang"))
    }
}

impl Thing {
    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("a page is UTF-8")
}
