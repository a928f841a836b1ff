//! Readers of whole files: each knows its keys and makes the value of the domain that the file stands for.

pub(crate) mod bank;
pub(crate) mod course;
pub(crate) mod lesson;
pub(crate) mod module;
pub(crate) mod question;
mod quiz;
pub(crate) mod reference;
pub(crate) mod response;

use std::collections::BTreeMap;
use std::str::FromStr;

use domain::id::NotASlug;

use crate::advice::{Advice, Mend};
use crate::desk::{Desk, Read, shown};
use crate::diagnostic::Code;
use crate::place::{Place, Placed};
use crate::project::Toml;
use crate::value::{Fields, Value, slug};

/// The format that this version reads and writes.
pub(crate) const FORMAT: i64 = 1;

/// The outermost table of a file as a value.
pub(crate) fn root<'a>(file: &'a Toml<'a>, desk: &'a Desk<'a>) -> Value<'a> {
    Value { node: &file.root, desk }
}

/// Sees to it that the file has the format that is read here.
pub(crate) fn format(file: &Fields<'_>) -> Read<()> {
    let Some(value) = file.value("format") else {
        if let Some(reported) = file.told_already("format") {
            return Err(reported);
        }
        let help = Advice::from(format!("Begin the file with `format = {FORMAT}`."));
        let help = help.with(first_key(file).map(|place| Mend {
            place,
            replacement: format!("format = {FORMAT}\n"),
            title: format!("Begin with `format = {FORMAT}`"),
        }));
        let faults = file.of.desk.faults;
        return Err(faults.error(
            Code::Format,
            file.place(),
            "The file does not say which format it has.",
            help,
        ));
    };
    match value.whole(i64::MIN..=i64::MAX)? {
        FORMAT => Ok(()),
        other => Err(value.error(
            Code::Format,
            format!("The file has format {other}; this Plenary reads format {FORMAT}."),
            if other > FORMAT { "Take a newer Plenary." } else { "Write `format = 1`." },
        )),
    }
}

/// The place before the first key of a file, where that is a key and no head of a table, and has its line to itself.
fn first_key(file: &Fields<'_>) -> Option<Place> {
    let desk = file.of.desk;
    let first = file.of.node.entries().iter().map(|entry| entry.key_span.start).min()?;
    let sheet = desk.sheet(file.of.node.file);
    let before = sheet.slice(sheet.beginning()..first);
    let has_its_line = before.is_empty() || before.ends_with('\n');
    has_its_line.then(|| sheet.place(first..first))
}

/// The keys of a file of tables that are none of its tables.
pub(crate) const OF_THE_FILE: &[&str] = &["format", "language"];

/// Names that a course cannot have, because the site has folders of these names: its files, the pages in each language of the
/// interface, those about a learner's own data, and those of trainers.
pub(crate) const NOT_FOR_COURSES: &[&str] =
    &["assets", "data", "your-data", "trainer", "ar", "zh", "en", "fr", "ru", "es"];
/// Names that a module cannot have, because every course has pages of these names.
pub(crate) const NOT_FOR_MODULES: &[&str] =
    &["glossary", "sources", "progress", "review", "drills", "record"];

/// The id of a file, which is the name of the file or of its folder, and none of those that are reserved.
pub(crate) fn own_id<T: FromStr<Err = NotASlug>>(
    file: &Fields<'_>,
    name: &str,
    what: &str,
    reserved: &[&str],
) -> Read<T> {
    file.required("id", |value| {
        let id: Placed<T> = value.id()?;
        if reserved.contains(&value.written()?.value) {
            return Err(value.error(
                Code::ReservedId,
                format!("`{}` is the address of something else on the site.", shown(name)),
                format!("Give the id and the {what} another name."),
            ));
        }
        if value.written()?.value == name {
            return Ok(id.value);
        }
        let written = value.written()?.value;
        Err(value.error(
            Code::WrongName,
            format!("The id is `{}`, but the name of the {what} is `{}`.", shown(written), shown(name)),
            format!("Write `id = \"{}\"`, or rename the {what}.", shown(name)),
        ))
    })
}

/// A language tag: `en`, `es-MX`.
pub(crate) fn language(value: Value<'_>) -> Read<String> {
    let text = value.written()?.value.to_owned();
    let part = |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
    let first = text.split('-').next().unwrap_or_default();
    let well_formed = (2..=3).contains(&first.len()) && first.chars().all(|c| c.is_ascii_lowercase());
    if well_formed && text.split('-').all(part) {
        return Ok(text);
    }
    let message = format!("`{}` is not the tag of a language.", shown(&text));
    Err(value.error(Code::UnknownValue, message, "Write it as in `en`, `fr` or `es-MX`."))
}

/// Ids within one list or file: each once.
#[derive(Debug, Default)]
pub(crate) struct Taken(BTreeMap<String, Place>);

impl Taken {
    /// Takes an id, or notes that it is taken. `what` is the name in a message: `question`.
    pub(crate) fn take(&mut self, desk: &Desk<'_>, what: &str, id: &str, place: Place) -> Read<()> {
        if self.0.contains_key(id) {
            let message = format!("There are two {what} `{}`.", shown(id));
            return Err(desk.faults.error(Code::DuplicateId, place, message, "Give one of them another id."));
        }
        self.0.insert(id.to_owned(), place);
        Ok(())
    }

    /// Whether an id is taken.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }

    /// Takes note of an id that was taken when this was read before.
    pub(crate) fn again(&mut self, id: &str, place: Place) {
        self.0.entry(id.to_owned()).or_insert(place);
    }
}

/// A table of tables under ids: sources, terms, concepts. Entries that are not tables are keys that nobody knows.
pub(crate) fn entries<'a, T, K: FromStr<Err = NotASlug>>(
    file: Value<'a>,
    what: &str,
    read: impl Fn(K, Value<'a>) -> Read<T>,
) -> Read<Vec<T>> {
    use crate::syntax::tree::Data;
    let mut taken = Taken::default();
    let pairs = file.pairs("the file")?;
    let mut reported = None;
    let mut meant = Vec::new();
    let mut all = Vec::with_capacity(pairs.len());
    for (key, value) in pairs.into_iter().filter(|(key, _)| !OF_THE_FILE.contains(&key.value)) {
        if !matches!(value.node.data, Data::Table(_) | Data::Broken) {
            let near = file.desk.suggest(key.value, OF_THE_FILE.iter().copied());
            meant.extend(near.map(|near| near.name));
            let help = match file.desk.meant(key.place, key.value, OF_THE_FILE.iter().copied()) {
                Some(meant) if file.node.get(near.map_or("", |near| near.name)).is_none() => meant,
                Some(meant) => meant.with(None),
                None => {
                    format!("Each of the {what} is a table: `[{}]`, and its keys below.", shown(key.value))
                        .into()
                }
            };
            let message = format!("The file has no key `{}`.", shown(key.value));
            reported = Some(file.desk.faults.error(Code::UnknownKey, key.place, message, help));
            continue;
        }
        let id = slug(file.desk, key.value, key.place);
        let free = taken.take(file.desk, what, key.value, key.place);
        match id.and_then(|id| read(id, value)).and_then(|value| free.map(|()| value)) {
            Ok(value) => all.push(value),
            Err(proof) => reported = Some(proof),
        }
    }
    let fields = file.any_table("the file", meant)?;
    let format = format(&fields);
    let language = fields.optional("language", language);
    reported.or(format.err()).or(language.err()).map_or(Ok(all), Err)
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;

    #[test]
    fn no_course_can_have_the_name_of_a_folder_for_a_language() {
        for language in Language::ALL {
            assert!(NOT_FOR_COURSES.contains(&language.tag()), "{language}");
        }
    }
}
