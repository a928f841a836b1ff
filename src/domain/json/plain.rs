//! The written form of what every type is made of: numbers, texts, lists, maps.

use std::fmt::Display;
use std::str::FromStr;

use super::{Json, Value, Writer};
use crate::map::{Map, Set};

impl Json for bool {
    fn write(&self, out: &mut Writer) {
        out.bare(if *self { "true" } else { "false" });
    }

    fn read(value: &Value<'_>) -> Option<Self> {
        if let Value::Truth(truth) = value { Some(*truth) } else { None }
    }

    fn is_left_out(&self) -> bool {
        !self
    }
}

macro_rules! whole {
    ($($type:ty)+) => {$(
        impl Json for $type {
            fn write(&self, out: &mut Writer) {
                out.bare(&self.to_string());
            }

            fn read(value: &Value<'_>) -> Option<Self> {
                value.whole()?.try_into().ok()
            }

            fn is_left_out(&self) -> bool {
                *self == 0
            }
        }
    )+};
}

whole! { u16 u32 u64 usize }

impl Json for f64 {
    fn write(&self, out: &mut Writer) {
        out.number(*self);
    }

    fn read(value: &Value<'_>) -> Option<Self> {
        value.number()
    }
}

impl Json for String {
    fn write(&self, out: &mut Writer) {
        out.text(self);
    }

    fn read(value: &Value<'_>) -> Option<Self> {
        value.text().map(str::to_owned)
    }
}

impl<T: Json> Json for Option<T> {
    fn write(&self, out: &mut Writer) {
        match self {
            Some(value) => value.write(out),
            None => out.bare("null"),
        }
    }

    fn read(value: &Value<'_>) -> Option<Self> {
        if *value == Value::Null { Some(None) } else { T::read(value).map(Some) }
    }

    fn is_left_out(&self) -> bool {
        self.is_none()
    }
}

impl<T: Json> Json for Vec<T> {
    fn write(&self, out: &mut Writer) {
        out.open('[');
        for value in self {
            out.next();
            value.write(out);
        }
        out.close(']');
    }

    fn read(value: &Value<'_>) -> Option<Self> {
        value.list()?.iter().map(T::read).collect()
    }

    fn is_left_out(&self) -> bool {
        self.is_empty()
    }
}

impl<A: Json, B: Json> Json for (A, B) {
    fn write(&self, out: &mut Writer) {
        out.open('[');
        self.0.write(out);
        out.next();
        self.1.write(out);
        out.close(']');
    }

    fn read(value: &Value<'_>) -> Option<Self> {
        match value.list()? {
            [one, other] => Some((A::read(one)?, B::read(other)?)),
            _ => None,
        }
    }
}

impl<K: Json + Ord> Json for Set<K> {
    fn write(&self, out: &mut Writer) {
        out.open('[');
        for value in self.iter() {
            out.next();
            value.write(out);
        }
        out.close(']');
    }

    fn read(value: &Value<'_>) -> Option<Self> {
        let mut set = Self::default();
        for value in value.list()? {
            set.insert(K::read(value)?);
        }
        Some(set)
    }

    fn is_left_out(&self) -> bool {
        self.is_empty()
    }
}

/// A map is an object; its keys are ids or references, which JSON does not escape.
impl<K: Display + FromStr + Ord, V: Json> Json for Map<K, V> {
    fn write(&self, out: &mut Writer) {
        out.open('{');
        for (key, value) in self.iter() {
            out.required(&key.to_string(), value);
        }
        out.close('}');
    }

    fn read(value: &Value<'_>) -> Option<Self> {
        let mut map = Self::new();
        for (name, value) in value.fields()?.0 {
            map.insert(name.parse().ok()?, V::read(value)?);
        }
        Some(map)
    }

    fn is_left_out(&self) -> bool {
        self.is_empty()
    }
}
