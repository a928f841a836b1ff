//! The written form of the types of this crate: their fields or variants, listed once.

/// A struct as an object, its fields in this order: `record! { Candidate { id, objective, note: optional } }`.
///
/// With `or default` before it, an optional field of this type is left out where it is the default.
macro_rules! record {
    ($type:ident $fields:tt) => {
        $crate::json::record! { for<> $type $fields }
    };
    (or default $type:ident $fields:tt) => {
        $crate::json::record! { for<> $type $fields or default }
    };
    (for<$($parameter:ident)?> $type:ty { $($field:ident $(: $how:ident)?),* $(,)? } $(or $default:ident)?) => {
        impl<$($parameter: $crate::json::Json)?> $crate::json::Json for $type {
            fn write(&self, out: &mut $crate::json::Writer) {
                out.open('{');
                $($crate::json::write_field!(out, &self.$field, $field $($how)?);)*
                out.close('}');
            }

            fn read(value: &$crate::json::Value<'_>) -> Option<Self> {
                let _fields = value.fields()?;
                Some(Self { $($field: $crate::json::read_field!(_fields, $field $($how)?)),* })
            }

            $(fn is_left_out(&self) -> bool {
                *self == Self::$default()
            })?
        }
    };
}

/// An enum whose variants hold something: an object with one field, which is named after the variant.
macro_rules! tagged {
    ($type:ty { $($name:literal => $variant:ident $({ $($field:ident $(: $how:ident)?),* $(,)? })? $(($($part:ident),+))?),+ $(,)? }) => {
        impl $crate::json::Json for $type {
            fn write(&self, out: &mut $crate::json::Writer) {
                out.open('{');
                match self {
                    $(Self::$variant $({ $($field),* })? $(($($part),+))? => {
                        out.name($name);
                        $(out.open('{');
                        $($crate::json::write_field!(out, $field, $field $($how)?);)*
                        out.close('}');)?
                        $($crate::json::write_parts!(out, $($part),+);)?
                    })+
                }
                out.close('}');
            }

            fn read(value: &$crate::json::Value<'_>) -> Option<Self> {
                let (name, content) = value.tagged()?;
                match name {
                    $($name => {
                        $(let fields = content.fields()?;
                        Some(Self::$variant { $($field: $crate::json::read_field!(fields, $field $($how)?)),* }))?
                        $(#[allow(unused_parens)]
                        let ($($part),+) = $crate::json::Json::read(content)?;
                        Some(Self::$variant($($part),+)))?
                    })+
                    _ => None,
                }
            }
        }
    };
}

/// An enum whose variants hold nothing: a word each. With `or default` before it, an optional field of this type is left out where
/// it is the default.
macro_rules! words {
    (or default $type:ident $variants:tt) => {
        $crate::json::words! { $type $variants or default }
    };
    ($type:ty { $($name:literal => $variant:ident),+ $(,)? } $(or $default:ident)?) => {
        impl $crate::json::Json for $type {
            fn write(&self, out: &mut $crate::json::Writer) {
                out.word(match self {
                    $(Self::$variant => $name,)+
                });
            }

            fn read(value: &$crate::json::Value<'_>) -> Option<Self> {
                match value.text()? {
                    $($name => Some(Self::$variant),)+
                    _ => None,
                }
            }

            $(fn is_left_out(&self) -> bool {
                *self == Self::$default()
            })?
        }
    };
}

/// A wrapper: written as what it wraps.
macro_rules! transparent {
    ($($type:ident)+) => {$(
        impl $crate::json::Json for $type {
            fn write(&self, out: &mut $crate::json::Writer) {
                self.0.write(out);
            }

            fn read(value: &$crate::json::Value<'_>) -> Option<Self> {
                $crate::json::Json::read(value).map(Self)
            }
        }
    )+};
}

/// A type whose `Display` and `FromStr` are its written form, without a character that JSON escapes.
macro_rules! spelled {
    ($($type:ident)+) => {$(
        impl $crate::json::Json for $type {
            fn write(&self, out: &mut $crate::json::Writer) {
                out.word(&self.to_string());
            }

            fn read(value: &$crate::json::Value<'_>) -> Option<Self> {
                value.text()?.parse().ok()
            }
        }
    )+};
}

macro_rules! write_field {
    ($out:ident, $value:expr, $field:ident) => {
        $out.required(stringify!($field), $value)
    };
    ($out:ident, $value:expr, $field:ident optional) => {
        $out.optional(stringify!($field), $value)
    };
}

macro_rules! read_field {
    ($fields:ident, $field:ident) => {
        $fields.required(stringify!($field))?
    };
    ($fields:ident, $field:ident optional) => {
        $fields.optional(stringify!($field))?
    };
}

macro_rules! write_parts {
    ($out:ident, $part:ident) => {
        $crate::json::Json::write($part, $out)
    };
    ($out:ident, $($part:ident),+) => {
        $out.open('[');
        $($out.next(); $crate::json::Json::write($part, $out);)+
        $out.close(']');
    };
}

pub(crate) use {read_field, record, spelled, tagged, transparent, words, write_field, write_parts};
