//! The written form of what travels: JSON, in the files that are published and in the log that is stored.
//!
//! Each type lists its fields once, beside its definition, with one of the macros `record`, `tagged`, `words`,
//! `transparent` and `spelled`. Reading parses a text into a [`Value`] (with `serde_json`, which is hardened against
//! hostile texts) and takes the type out of it. A derived reader for each type would be several times the code in a learner's
//! download.
//!
//! Unknown fields are passed over; a field that a type knows may come only once. A text that is not what was written
//! gives none, and never a part.

mod macros;
mod plain;

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

pub(crate) use self::macros::{
    read_field, record, spelled, tagged, transparent, words, write_field, write_parts,
};

/// A type with a written form.
pub trait Json: Sized {
    /// Writes the value.
    fn write(&self, out: &mut Writer);

    /// The value, where this is its written form.
    fn read(value: &Value<'_>) -> Option<Self>;

    /// Whether an optional field with this value is not written.
    fn is_left_out(&self) -> bool {
        false
    }
}

/// The written form of a value.
pub fn to_text(value: &impl Json) -> String {
    let mut out = Writer::default();
    value.write(&mut out);
    out.finish()
}

/// The value of a written form.
pub fn from_text<T: Json>(text: &str) -> Option<T> {
    T::read(&Value::parse(text)?)
}

/// What a JSON text says.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Truth(bool),
    /// A number without sign, point and exponent, below 2⁶⁴.
    Whole(u64),
    /// Any other number.
    Fraction(f64),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Value<'a>>),
    /// An object: its fields, in order.
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
}

impl<'a> Value<'a> {
    /// What a text says; none where it is not JSON.
    #[inline(never)]
    pub fn parse(text: &'a str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// The text.
    #[inline(never)]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Null
            | Self::Truth(_)
            | Self::Whole(_)
            | Self::Fraction(_)
            | Self::List(_)
            | Self::Object(_) => None,
        }
    }

    /// The whole number.
    #[inline(never)]
    pub fn whole(&self) -> Option<u64> {
        match self {
            Self::Whole(number) => Some(*number),
            Self::Null
            | Self::Truth(_)
            | Self::Fraction(_)
            | Self::Text(_)
            | Self::List(_)
            | Self::Object(_) => None,
        }
    }

    /// The number.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Whole(number) => Some(*number as f64),
            Self::Fraction(number) => Some(*number),
            Self::Null | Self::Truth(_) | Self::Text(_) | Self::List(_) | Self::Object(_) => None,
        }
    }

    /// The parts of the list.
    #[inline(never)]
    pub fn list(&self) -> Option<&[Self]> {
        match self {
            Self::List(list) => Some(list),
            Self::Null
            | Self::Truth(_)
            | Self::Whole(_)
            | Self::Fraction(_)
            | Self::Text(_)
            | Self::Object(_) => None,
        }
    }

    /// The fields of the object.
    #[inline(never)]
    pub fn fields(&self) -> Option<Fields<'_>> {
        match self {
            Self::Object(fields) => Some(Fields(fields)),
            Self::Null
            | Self::Truth(_)
            | Self::Whole(_)
            | Self::Fraction(_)
            | Self::Text(_)
            | Self::List(_) => None,
        }
    }

    /// The name and the content of the only field of the object.
    #[inline(never)]
    pub fn tagged(&self) -> Option<(&str, &Value<'_>)> {
        match self.fields()?.0 {
            [(name, content)] => Some((name, content)),
            _ => None,
        }
    }
}

/// The fields of an object.
#[derive(Debug, Clone, Copy)]
pub struct Fields<'a>(&'a [(Cow<'a, str>, Value<'a>)]);

impl<'a> Fields<'a> {
    /// The field of this name; none where there is no such field, or more than one.
    #[inline(never)]
    pub fn once(self, name: &str) -> Option<&'a Value<'a>> {
        let mut found = self.0.iter().filter(|(known, _)| known == name);
        match (found.next(), found.next()) {
            (Some((_, value)), None) => Some(value),
            _ => None,
        }
    }

    #[inline(never)]
    fn has(self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// Reads a field that is always written.
    pub fn required<T: Json>(self, name: &str) -> Option<T> {
        T::read(self.once(name)?)
    }

    /// Reads a field that is left out where there is nothing to say.
    pub fn optional<T: Json + Default>(self, name: &str) -> Option<T> {
        if self.has(name) { self.required(name) } else { Some(T::default()) }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Value<'a> {
    fn deserialize<D: Deserializer<'de>>(parser: D) -> Result<Self, D::Error> {
        parser.deserialize_any(Parsed)
    }
}

/// Takes up what the parser finds.
struct Parsed;

impl<'de> Visitor<'de> for Parsed {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value<'de>, E> {
        Ok(Value::Truth(truth))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value<'de>, E> {
        Ok(Value::Whole(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value<'de>, E> {
        Ok(Value::Fraction(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value<'de>, E> {
        Ok(Value::Fraction(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parser: A) -> Result<Value<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = parser.next_element()? {
            list.push(value);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut parser: A) -> Result<Value<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some((name, value)) = parser.next_entry()? {
            // The parser gives no name that is not a text.
            if let Value::Text(name) = name {
                fields.push((name, value));
            }
        }
        Ok(Value::Object(fields))
    }
}

/// A JSON text that is being written.
#[derive(Debug, Default)]
pub struct Writer(String);

impl Writer {
    /// The text that was written.
    pub fn finish(self) -> String {
        self.0
    }

    /// Writes a text.
    pub fn text(&mut self, text: &str) {
        // A text is no map with odd keys and `String` no failing writer: nothing can go wrong here.
        self.0.push_str(&serde_json::to_string(text).unwrap_or_default());
    }

    /// Writes a text of characters that JSON does not escape.
    #[inline(never)]
    pub fn word(&mut self, word: &str) {
        self.0.push('"');
        self.0.push_str(word);
        self.0.push('"');
    }

    /// Writes a number; what is not finite is written as `null`.
    pub fn number(&mut self, number: f64) {
        self.0.push_str(&serde_json::to_string(&number).unwrap_or_default());
    }

    #[inline(never)]
    fn bare(&mut self, text: &str) {
        self.0.push_str(text);
    }

    /// Begins an object or a list.
    #[inline(never)]
    pub fn open(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    /// Ends an object or a list.
    #[inline(never)]
    pub fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    /// Goes on to the next part of a list.
    #[inline(never)]
    pub fn next(&mut self) {
        if !self.0.ends_with(['{', '[']) {
            self.0.push(',');
        }
    }

    /// Goes on to the next field of an object. Its name has no character that JSON escapes.
    #[inline(never)]
    pub fn name(&mut self, name: &str) {
        self.next();
        self.word(name);
        self.0.push(':');
    }

    /// Writes a field that is always written.
    pub fn required(&mut self, name: &str, value: &impl Json) {
        self.name(name);
        value.write(self);
    }

    /// Writes a field that is left out where there is nothing to say.
    pub fn optional(&mut self, name: &str, value: &impl Json) {
        if !value.is_left_out() {
            self.required(name, value);
        }
    }
}
