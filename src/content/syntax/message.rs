//! What the parser says, in words for those who do not know its grammar.

use toml::de::Error;

use crate::desk::shown;
use crate::diagnostic::Code;
use crate::place::Place;
use crate::sheet::Sheet;

/// The code, the message and the help for an error of syntax.
pub(super) fn in_words(error: &Error, sheet: &Sheet<'_>, place: Place) -> (Code, String, String) {
    let said = error.message();
    if said.starts_with("duplicate key") {
        let key = sheet.slice(place.range());
        return (
            Code::DuplicateKey,
            format!("The key `{}` is written twice in this table.", shown(key)),
            "Keep one of the two.".to_owned(),
        );
    }
    // The parser takes nothing at all for a text without quotation marks.
    let said = if said.starts_with("string values must be quoted") && place.start == place.end {
        "missing value"
    } else {
        said
    };
    let known = WORDS.iter().find(|(start, ..)| said.starts_with(start));
    let (message, help) = match known {
        Some((_, message, help)) => ((*message).to_owned(), (*help).to_owned()),
        None => (
            format!("The TOML cannot be read here: {said}."),
            "Compare with an example in the guide for authors.".to_owned(),
        ),
    };
    (Code::Syntax, message, help)
}

/// Where a fault begins: a text that is not closed where it was opened, everything else where the parser noticed it.
pub(super) fn opening(error: &Error, text: &str, at: usize) -> usize {
    let quote = match error.message() {
        said if said.starts_with("invalid multi-line basic string, expected `\"`") => "\"\"\"",
        said if said.starts_with("invalid multi-line literal string, expected `'`") => "'''",
        said if said.starts_with("invalid basic string, expected `\"`") => "\"",
        _ => return at,
    };
    text.get(..at).and_then(|before| before.rfind(quote)).unwrap_or(at)
}

/// How a message of the parser begins, what is said instead, and what to do.
const WORDS: &[(&str, &str, &str)] = &[
    (
        "string values must be quoted",
        "A text stands without quotation marks.",
        "Put it in double quotation marks: `\"…\"`.",
    ),
    (
        "invalid basic string, expected `\"`",
        "A text is not closed.",
        "End it with `\"`. A text over several lines stands between `\"\"\"` and `\"\"\"`.",
    ),
    (
        "invalid basic string, expected non-double-quote",
        "A text holds a control character.",
        "Take the character away.",
    ),
    ("invalid multi-line basic string", "A text is not closed.", "End it with `\"\"\"`."),
    (
        "invalid literal string",
        "A value is missing or a text is not closed.",
        "Write a value; a text that begins with `'` ends with `'`.",
    ),
    ("invalid multi-line literal string", "A text is not closed.", "End it with `'''`."),
    (
        "missing escaped value",
        "A backslash in a text is followed by a character that it cannot stand before.",
        "Write a backslash itself as `\\\\`, or put the text in single quotation marks.",
    ),
    ("key with no value", "A key has no value.", "Write `key = value`."),
    ("missing value", "A value is missing.", "Write a value after `=`; a text stands in quotation marks."),
    ("extra `=`", "There is one `=` too many.", "Write `key = value`; a text stands in quotation marks."),
    ("unclosed array table", "The head of a table is not closed.", "End it with `]]`, as in `[[question]]`."),
    ("unclosed table", "The head of a table is not closed.", "End it with `]`."),
    ("unclosed array", "A list is not closed.", "End it with `]`."),
    ("unclosed inline table", "A table in braces is not closed.", "End it with `}`."),
    (
        "missing comma",
        "A comma is missing.",
        "Put `,` between the entries, or close the list or table that stands before.",
    ),
    ("extra comma", "There is one comma too many.", "Take one away."),
    (
        "unexpected `=` in array",
        "A list holds `key = value` without braces.",
        "Put it in braces: `{ key = \"…\" }`. Or close the list above with `]`.",
    ),
    (
        "missing key for inline table",
        "A table in braces has a value without a key.",
        "Write `key = value`, with `,` between them.",
    ),
    (
        "missing assignment",
        "A table in braces has a key without a value.",
        "Write `key = value`, with `,` between them.",
    ),
    (
        "invalid inline table element",
        "A table in braces has something that is no entry.",
        "Write `key = value`, with `,` between them.",
    ),
    (
        "unexpected key or value",
        "Something stands behind the value.",
        "Begin a new line for the next key. A quotation mark within a text is written `\\\"`.",
    ),
    (
        "cannot recurse further",
        "Lists or tables are nested too deep.",
        "No file of a course needs more than a few levels.",
    ),
    (
        "recursion limit",
        "Lists or tables are nested too deep.",
        "No file of a course needs more than a few levels.",
    ),
    ("invalid comment character", "A comment holds a control character.", "Take the character away."),
    ("invalid date", "There is no such day.", "Write a day as 2000-11-15."),
    (
        "unexpected leading zero",
        "A number begins with a zero.",
        "Take the zero away; a day is written as 2000-11-05.",
    ),
    (
        "carriage return must be followed",
        "A line ends with a carriage return alone.",
        "Save the file with the line ends of your system.",
    ),
];
