//! What an author begins with: a question of each kind, and around it a bank, a module and a course that have no fault.
//!
//! The words say what to write in their place. Knows the form of the files and nothing of where they are put.

mod question;

pub use question::{Given, question};

/// A bank with some questions; each is the text of a [`question`].
pub fn bank(id: &str, title: &str, questions: &[String]) -> String {
    let questions: String = questions.iter().map(|question| format!("\n{question}")).collect();
    format!(
        "\
#:schema ../docs/schema/questions.json
format   = 1
id       = \"{id}\"
title    = {}
language = \"en\"
{questions}",
        quoted(title)
    )
}

/// A module with one objective and one lesson, whose quiz draws from one bank.
pub fn module(id: &str, title: &str, objective: &str, bank: &str, count: usize) -> String {
    format!(
        "\
#:schema ../../../docs/schema/module.json
format     = 1
id         = \"{id}\"
title      = {}
summary    = \"Say in a sentence or two what this module is about.\"
objectives = [
  {{ id = \"{objective}\", text = \"Say what a learner can do afterwards, beginning with a verb\" }},
]
lessons = [\"{LESSON}.md\"]

[[quiz]]
id    = \"check-yourself\"
title = \"Check yourself\"
mode  = \"practice\"
draw  = [{{ bank = \"{bank}\", count = {count} }}]
",
        quoted(title)
    )
}

/// The name of the lesson of a new module.
pub const LESSON: &str = "first-lesson";

/// A lesson that serves an objective and cites a source.
pub fn lesson(objective: &str, source: &str) -> String {
    format!(
        "\
+++
title      = \"First lesson\"
objectives = [\"{objective}\"]
+++
Begin with what the reader will meet in practice, and say where the rule is written {{{source}}}.

## A heading

A few paragraphs are enough; what is to be compared stands in a table.

> [!IMPORTANT]
> Close with what is to be remembered.
"
    )
}

/// A course with one module.
pub fn course(id: &str, title: &str, module: &str) -> String {
    format!(
        "\
#:schema ../../docs/schema/course.json
format   = 1
id       = \"{id}\"
title    = {}
summary  = \"Say in a sentence or two what this course is about.\"
language = \"en\"
modules  = [\"{module}\"]
",
        quoted(title)
    )
}

/// Sources, of which there is one.
pub fn sources(id: &str) -> String {
    format!(
        "\
#:schema ../docs/schema/sources.json
# The treaties, reports and other documents that lessons and questions cite.
format = 1

[{id}]
title = \"Write the official title in full\"
short = \"First source\"
type  = \"report\"
"
    )
}

/// A title out of an id: `first-module` is *First module*.
pub fn title_of(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text between quotation marks.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use domain::course::Catalogue;
    use domain::question::Kind;
    use domain::time::Date;

    use super::*;
    use crate::{Files, check};

    fn today() -> Date {
        Date::new(2026, 11, 21).unwrap()
    }

    /// A project that consists of templates, with these questions.
    fn project(questions: &[String], more: &[(&str, &str)]) -> Files {
        let mut files = Files::new();
        files.insert("courses/sources.toml", sources("first-source"));
        files.insert("courses/law/course.toml", course("law", "A \"course\"", "entry"));
        files.insert("courses/law/entry/module.toml", module("entry", "Entry", "entry-rule", "entry", 1));
        files.insert(format!("courses/law/entry/{LESSON}.md"), lesson("entry-rule", "first-source"));
        files.insert("questions/entry.toml", bank("entry", "Entry", questions));
        more.iter().for_each(|(path, text)| files.insert(*path, *text));
        files
    }

    const CONCEPT: &str = "format = 1\n[entry]\nterm = \"entry\"\nsource = \"first-source\"\nelements = [\n\
        { key = \"act\", label = \"Act\" }, { key = \"means\", label = \"Means\" }]\n";
    const GLOSSARY: &str = "format = 1\n[entry]\nterm = \"entry\"\ndefinition = \"It is.\"\n";

    fn concepts() -> Catalogue {
        let files: Files = [
            ("courses/sources.toml", sources("first-source")),
            ("courses/glossary.toml", GLOSSARY.to_owned()),
            ("courses/concepts.toml", CONCEPT.to_owned()),
        ]
        .into_iter()
        .collect();
        check(&files, today()).catalogue.unwrap()
    }

    #[test]
    fn a_question_of_each_kind_has_nothing_that_check_would_mention() {
        let catalogue = concepts();
        let concept = catalogue.concepts.first();
        let given = |id| Given { id, objective: "entry-rule", source: "first-source", concept };
        let ids: Vec<String> = Kind::ALL.iter().map(|kind| format!("new-{}", kind.name())).collect();
        let questions: Vec<String> =
            Kind::ALL.iter().zip(&ids).filter_map(|(kind, id)| question(*kind, &given(id))).collect();
        assert_eq!(questions.len(), Kind::ALL.len());
        let files =
            project(&questions, &[("courses/glossary.toml", GLOSSARY), ("courses/concepts.toml", CONCEPT)]);
        assert_eq!(check(&files, today()).diagnostics, []);
    }

    #[test]
    fn a_legal_definition_cannot_be_tested_where_there_is_none() {
        let given = Given { id: "new", objective: "entry-rule", source: "first-source", concept: None };
        assert_eq!(question(Kind::Elements, &given), None);
    }

    #[test]
    fn a_title_is_made_of_an_id() {
        assert_eq!(title_of("first-module"), "First module");
    }
}
