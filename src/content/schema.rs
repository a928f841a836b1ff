//! The shapes of authors' tables as JSON Schema, by which editors complete and check TOML while it is typed.
//!
//! Draft 7, which the common TOML editors read. A schema knows one file: which keys it may have, which it must have, and of what type
//! their values are. What hangs together across files, and within a file across tables, only `check` knows. TOML's
//! dates reach a schema as texts.

use std::borrow::Cow;
use std::collections::BTreeMap;

use domain::json::{Value, Writer};

use crate::read::question::shapes;
use crate::read::{FORMAT, bank, course, lesson, module, reference};
use crate::shape::{Key, Of, Shape};

/// A file of JSON Schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schema {
    /// Its name: `questions.json`.
    pub name: &'static str,
    /// Its text.
    pub text: String,
}

/// The schema of every file that authors write in TOML, and of the front matter of a lesson.
pub fn schemas() -> Vec<Schema> {
    let files = [
        ("course.json", "A course of Plenary: courses/<course>/course.toml", Root::One(&course::COURSE)),
        (
            "module.json",
            "A module of Plenary: courses/<course>/<module>/module.toml",
            Root::One(&module::MODULE),
        ),
        ("lesson.json", "The front matter of a lesson of Plenary", Root::One(&lesson::LESSON)),
        ("questions.json", "A bank of questions of Plenary: questions/<bank>.toml", Root::One(&bank::BANK)),
        ("sources.json", "The sources of Plenary: courses/sources.toml", Root::Many(&reference::SOURCE)),
        ("glossary.json", "The glossary of Plenary: courses/glossary.toml", Root::Many(&reference::TERM)),
        ("concepts.json", "The concepts of Plenary: courses/concepts.toml", Root::Many(&reference::CONCEPT)),
    ];
    files.into_iter().map(|(name, title, root)| Schema { name, text: file(title, root) }).collect()
}

/// What the outermost table of a file is.
#[derive(Clone, Copy)]
enum Root {
    /// A table of this shape.
    One(&'static Shape),
    /// Tables of this shape, each under its id.
    Many(&'static Shape),
}

type Json = Value<'static>;
type Fields = Vec<(Cow<'static, str>, Json)>;

/// The tables that a file refers to, by name.
#[derive(Default)]
struct Definitions(BTreeMap<&'static str, Json>);

fn file(title: &'static str, root: Root) -> String {
    let mut definitions = Definitions::default();
    let mut fields = vec![
        field("$schema", text("http://json-schema.org/draft-07/schema#")),
        field("title", text(title)),
        field(
            "$comment",
            text(
                "Generated from the shapes in src/content. To write it anew: UPDATE=1 cargo test -p content schema",
            ),
        ),
    ];
    match root {
        Root::One(shape) => fields.extend(definitions.table(shape)),
        Root::Many(shape) => {
            let format =
                Key { name: "format", needed: true, of: Of::Format, about: "The format of the file." };
            let language = Key {
                name: "language",
                needed: false,
                of: Of::Language,
                about: "The language of the texts, where it is not that of the first course.",
            };
            let own = [&format, &language].map(|key| (Cow::Borrowed(key.name), definitions.key(key)));
            fields.push(field("type", text("object")));
            fields.push(field("properties", Value::Object(own.into())));
            fields.push(field("required", Value::List(vec![text("format")])));
            fields.push(field("propertyNames", id()));
            let entry = definitions.reference(shape);
            fields.push(field("additionalProperties", entry));
        }
    }
    let definitions: Fields =
        definitions.0.into_iter().map(|(name, json)| (Cow::Borrowed(name), json)).collect();
    fields.push(field("definitions", Value::Object(definitions)));
    let mut out = String::new();
    write(&Value::Object(fields), 0, &mut out);
    out + "\n"
}

impl Definitions {
    /// A table by its name, which is defined once.
    fn reference(&mut self, shape: &'static Shape) -> Json {
        if !self.0.contains_key(shape.name) {
            self.0.insert(shape.name, Value::Null);
            let table = self.table(shape);
            self.0.insert(shape.name, Value::Object(table));
        }
        refer(shape.name)
    }

    /// A table that has the keys of its shape and no other.
    fn table(&mut self, shape: &'static Shape) -> Fields {
        let allowed = shape.keys().filter(|key| !shape.refused.contains(&key.name));
        let properties = allowed.map(|key| (Cow::Borrowed(key.name), self.key(key))).collect();
        vec![
            field("type", text("object")),
            field("properties", Value::Object(properties)),
            field("required", needed(shape)),
            field("additionalProperties", Value::Truth(false)),
        ]
    }

    fn key(&mut self, key: &Key) -> Json {
        let mut fields = vec![field("description", text(key.about))];
        match self.of(&key.of) {
            // What stands beside a reference is passed over in this draft.
            reference @ Value::Object(_) if is_reference(&reference) => {
                fields.push(field("allOf", Value::List(vec![reference])));
            }
            Value::Object(own) => fields.extend(own),
            Value::Null
            | Value::Truth(_)
            | Value::Whole(_)
            | Value::Fraction(_)
            | Value::Text(_)
            | Value::List(_) => {}
        }
        Value::Object(fields)
    }

    fn of(&mut self, of: &Of) -> Json {
        let fields = match of {
            Of::Text => vec![field("type", text("string")), field("pattern", text("\\S"))],
            Of::Id => return id(),
            Of::Former => pattern(format!("^{SLUG}(/{SLUG})?$")),
            Of::Citation => pattern(format!("^{SLUG}(:.*)?$")),
            Of::Language => pattern("^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$".to_owned()),
            Of::Address => pattern("^https://[^\\s<>\"]*[^\\s<>\"/][^\\s<>\"]*$".to_owned()),
            Of::Format => vec![field("const", number(FORMAT as f64))],
            Of::Boolean => vec![field("type", text("boolean"))],
            Of::Whole(least, most) => bounds("integer", *least as f64, *most as f64),
            Of::Number(least, most) => bounds("number", *least, *most),
            Of::Positive(most) => vec![
                field("type", text("number")),
                field("exclusiveMinimum", number(0.0)),
                field("maximum", number(*most)),
            ],
            Of::Day => day(),
            Of::When => {
                let year = Value::Object(bounds("integer", 1.0, 9999.0));
                vec![field("anyOf", Value::List(vec![Value::Object(day()), year]))]
            }
            Of::Word(words) => vec![field("enum", Value::List(words().into_iter().map(text).collect()))],
            Of::List(of, least) => {
                let mut fields = vec![field("type", text("array")), field("items", self.of(of))];
                fields.extend((*least > 0).then(|| field("minItems", number(*least as f64))));
                fields
            }
            Of::Pairs(of, least) => {
                let mut fields = vec![
                    field("type", text("object")),
                    field("propertyNames", id()),
                    field("additionalProperties", self.of(of)),
                ];
                fields.extend((*least > 0).then(|| field("minProperties", number(*least as f64))));
                fields
            }
            Of::Table(shape) => return self.reference(shape),
            Of::Either(all) => {
                let all = all.iter().map(|of| self.of(of)).collect();
                vec![field("anyOf", Value::List(all))]
            }
            Of::Question => return self.question(),
            Of::Any => Vec::new(),
        };
        Value::Object(fields)
    }

    /// A question: every key that some kind has, for an editor to complete; and for each kind which of them it has.
    fn question(&mut self) -> Json {
        const NAME: &str = "question";
        if self.0.contains_key(NAME) {
            return refer(NAME);
        }
        let mut properties: Vec<(&'static str, Vec<Json>)> = Vec::new();
        let mut always: Option<Vec<&'static str>> = None;
        let mut kinds = Vec::new();
        for (name, shape) in shapes::all() {
            for key in shape.keys() {
                let json = self.key(key);
                match properties.iter_mut().find(|(known, _)| *known == key.name) {
                    Some((_, forms)) if forms.contains(&json) => {}
                    Some((_, forms)) => forms.push(json),
                    None => properties.push((key.name, vec![json])),
                }
            }
            let needed: Vec<&str> = shape.keys().filter(|key| key.needed).map(|key| key.name).collect();
            always = Some(always.map_or(needed.clone(), |always| {
                always.into_iter().filter(|name| needed.contains(name)).collect()
            }));
            kinds.push(self.kind(name, shape));
        }
        let properties = properties.into_iter().map(|(name, mut forms)| {
            let one = if forms.len() == 1 { forms.pop() } else { None };
            let json = one.unwrap_or_else(|| Value::Object(vec![field("anyOf", Value::List(forms))]));
            (Cow::Borrowed(name), json)
        });
        let question = vec![
            field("type", text("object")),
            field("properties", Value::Object(properties.collect())),
            field("required", Value::List(always.unwrap_or_default().into_iter().map(text).collect())),
            field("additionalProperties", Value::Truth(false)),
            field("allOf", Value::List(kinds)),
        ];
        self.0.insert(NAME, Value::Object(question));
        refer(NAME)
    }

    /// What holds of a question of one kind.
    fn kind(&mut self, name: &'static str, shape: &'static Shape) -> Json {
        let table = self.table(shape);
        self.0.insert(shape.name, Value::Object(table));
        let is_kind = Value::Object(vec![field("kind", Value::Object(vec![field("const", text(name))]))]);
        let when = vec![field("properties", is_kind), field("required", Value::List(vec![text("kind")]))];
        Value::Object(vec![field("if", Value::Object(when)), field("then", refer(shape.name))])
    }
}

/// How an id is made.
const SLUG: &str = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

fn id() -> Json {
    let mut fields = pattern(format!("^{SLUG}$"));
    fields.push(field("maxLength", number(64.0)));
    Value::Object(fields)
}

fn pattern(pattern: String) -> Fields {
    vec![field("type", text("string")), field("pattern", Value::Text(pattern.into()))]
}

/// A day, as a reader of TOML gives it to a schema.
fn day() -> Fields {
    let mut fields = pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$".to_owned());
    fields.push(field("format", text("date")));
    fields
}

fn bounds(kind: &'static str, least: f64, most: f64) -> Fields {
    vec![field("type", text(kind)), field("minimum", number(least)), field("maximum", number(most))]
}

fn needed(shape: &Shape) -> Json {
    let needed = shape.keys().filter(|key| key.needed);
    Value::List(needed.map(|key| text(key.name)).collect())
}

fn refer(name: &'static str) -> Json {
    Value::Object(vec![field("$ref", Value::Text(format!("#/definitions/{name}").into()))])
}

fn is_reference(json: &Json) -> bool {
    matches!(json, Value::Object(fields) if fields.iter().any(|(name, _)| name == "$ref"))
}

fn field(name: &'static str, json: Json) -> (Cow<'static, str>, Json) {
    (Cow::Borrowed(name), json)
}

fn text(text: &'static str) -> Json {
    Value::Text(Cow::Borrowed(text))
}

fn number(number: f64) -> Json {
    Value::Fraction(number)
}

/// Writes a value over several lines, so that a change shows where it is.
fn write(json: &Json, depth: usize, out: &mut String) {
    let line = |depth: usize| format!("\n{}", "  ".repeat(depth));
    match json {
        Value::Object(fields) if !fields.is_empty() => {
            out.push('{');
            for (place, (name, json)) in fields.iter().enumerate() {
                out.push_str(if place > 0 { "," } else { "" });
                out.push_str(&line(depth + 1));
                out.push_str(&quoted(name));
                out.push_str(": ");
                write(json, depth + 1, out);
            }
            out.push_str(&line(depth));
            out.push('}');
        }
        Value::List(list) if list.iter().any(|json| matches!(json, Value::Object(_))) => {
            out.push('[');
            for (place, json) in list.iter().enumerate() {
                out.push_str(if place > 0 { "," } else { "" });
                out.push_str(&line(depth + 1));
                write(json, depth + 1, out);
            }
            out.push_str(&line(depth));
            out.push(']');
        }
        Value::List(list) => {
            out.push('[');
            for (place, json) in list.iter().enumerate() {
                out.push_str(if place > 0 { ", " } else { "" });
                write(json, depth, out);
            }
            out.push(']');
        }
        Value::Object(_) => out.push_str("{}"),
        Value::Text(text) => out.push_str(&quoted(text)),
        Value::Fraction(number) => {
            let mut writer = Writer::default();
            writer.number(*number);
            out.push_str(&writer.finish());
        }
        Value::Whole(number) => out.push_str(&number.to_string()),
        Value::Truth(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Value::Null => out.push_str("null"),
    }
}

fn quoted(text: &str) -> String {
    let mut writer = Writer::default();
    writer.text(text);
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/schema");

    #[test]
    fn the_committed_schemas_are_those_that_are_made() {
        for Schema { name, text } in schemas() {
            let path = format!("{COMMITTED}/{name}");
            if std::env::var_os("UPDATE").is_some() {
                std::fs::create_dir_all(COMMITTED).unwrap();
                std::fs::write(&path, &text).unwrap();
            }
            let committed = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
            assert!(committed == text, "{path} is out of date: UPDATE=1 cargo test -p content schema");
        }
    }

    #[test]
    fn no_two_shapes_share_a_name() {
        let mut known: BTreeMap<&str, *const Shape> = BTreeMap::new();
        let roots = [&course::COURSE, &module::MODULE, &lesson::LESSON, &bank::BANK];
        let tables = [&reference::SOURCE, &reference::TERM, &reference::CONCEPT];
        let mut open: Vec<&'static Shape> = roots.into_iter().chain(tables).collect();
        open.extend(shapes::all().map(|(_, shape)| shape));
        while let Some(shape) = open.pop() {
            let here: *const Shape = shape;
            if known.insert(shape.name, here).is_some_and(|known| known != here) {
                panic!("two shapes are called {}", shape.name);
            }
            open.extend(shape.keys().flat_map(|key| tables_of(&key.of)));
        }
        assert!(known.len() > 30, "{known:?}");
    }

    fn tables_of(of: &'static Of) -> Vec<&'static Shape> {
        match of {
            Of::Table(shape) => vec![shape],
            Of::List(of, _) | Of::Pairs(of, _) => tables_of(of),
            Of::Either(all) => all.iter().flat_map(tables_of).collect(),
            Of::Text
            | Of::Id
            | Of::Former
            | Of::Citation
            | Of::Language
            | Of::Address
            | Of::Format
            | Of::Boolean
            | Of::Whole(..)
            | Of::Number(..)
            | Of::Positive(_)
            | Of::Day
            | Of::When
            | Of::Word(_)
            | Of::Question
            | Of::Any => Vec::new(),
        }
    }
}
