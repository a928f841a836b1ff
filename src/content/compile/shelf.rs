//! The shelf of a course: its glossary and concepts, and which terms belong to which module.

use std::collections::BTreeSet;

use domain::course::{Catalogue, Course, Module};
use domain::html::{Target, targets_in};
use domain::id::{ModuleRef, TermId};
use domain::index::Address;
use domain::json::{Value, to_text};
use domain::question::{Body, Question};
use domain::reference::{Concept, Term};
use domain::shelf::{Shelf, Stock};

/// The shelf of a course; `index` tells where the index of a module is.
pub(super) fn shelf(
    catalogue: &Catalogue,
    course: &Course,
    index: impl Fn(&ModuleRef) -> Option<Address>,
) -> Shelf {
    let stock = |module: &Module| {
        let reference = ModuleRef { course: course.id.clone(), module: module.id.clone() };
        Some(Stock {
            index: index(&reference)?,
            module: reference,
            title: module.title.clone(),
            language: module.language.clone(),
            lessons: module.lessons.iter().map(|lesson| lesson.id.clone()).collect(),
            terms: linked(catalogue, module),
        })
    };
    let modules: Vec<Stock> = course.modules.iter().filter_map(stock).collect();
    let used = with_confusable(catalogue, modules.iter().flat_map(|stock| &stock.terms).cloned().collect());
    Shelf {
        terms: catalogue.terms.iter().filter(|term| used.contains(&term.id)).cloned().collect(),
        concepts: catalogue.concepts.iter().filter(|concept| used.contains(&concept.term)).cloned().collect(),
        modules,
    }
}

/// The terms that a module links to, each once: those of its lessons, in their order, then those of its questions.
fn linked(catalogue: &Catalogue, module: &Module) -> Vec<TermId> {
    let mut terms = Vec::new();
    let mut add = |id: &str| {
        let term = catalogue.terms.iter().find(|term| term.id.as_str() == id);
        if let Some(term) = term.filter(|term| !terms.contains(&term.id)) {
            terms.push(term.id.clone());
        }
    };
    for lesson in &module.lessons {
        each_term(lesson.body.targets(), &mut add);
    }
    let drawn: BTreeSet<&str> =
        module.quizzes.iter().flat_map(|quiz| &quiz.draws).map(|draw| draw.bank.as_str()).collect();
    for question in catalogue
        .banks
        .iter()
        .filter(|bank| drawn.contains(bank.id.as_str()))
        .flat_map(|bank| &bank.questions)
    {
        of_question(question, &catalogue.concepts, &mut add);
    }
    terms
}

fn of_question(question: &Question, concepts: &[Concept], add: &mut impl FnMut(&str)) {
    if let Body::Elements { prompt, .. } = &question.body
        && let Some(concept) = concepts.iter().find(|concept| concept.id == prompt.concept)
    {
        add(concept.term.as_str());
    }
    // The written form holds every text of every kind.
    if let Some(written) = Value::parse(&to_text(question)) {
        each_text(&written, &mut |text| each_term(targets_in(text), add));
    }
}

fn each_term<'a>(targets: impl Iterator<Item = Target<'a>>, add: &mut impl FnMut(&str)) {
    for target in targets {
        match target {
            Target::Term(id) => add(id),
            Target::Source(_) | Target::Lesson { .. } => {}
        }
    }
}

fn each_text(value: &Value<'_>, act: &mut dyn FnMut(&str)) {
    match value {
        Value::Text(text) => act(text),
        Value::List(list) => list.iter().for_each(|part| each_text(part, act)),
        Value::Object(fields) => fields.iter().for_each(|(_, part)| each_text(part, act)),
        Value::Null | Value::Truth(_) | Value::Whole(_) | Value::Fraction(_) => {}
    }
}

/// These terms, and whatever can be taken for one of them: a drill needs both sides.
fn with_confusable(catalogue: &Catalogue, mut used: BTreeSet<TermId>) -> BTreeSet<TermId> {
    loop {
        let before = used.len();
        for Term { id, confused_with, .. } in &catalogue.terms {
            if used.contains(id) {
                used.extend(confused_with.iter().cloned());
            } else if confused_with.iter().any(|other| used.contains(other)) {
                used.insert(id.clone());
            }
        }
        for concept in &catalogue.concepts {
            let others = concept.contrast.iter().filter_map(|contrast| {
                catalogue.concepts.iter().find(|other| other.id == contrast.with).map(|other| &other.term)
            });
            let others: Vec<&TermId> = others.collect();
            if used.contains(&concept.term) {
                used.extend(others.into_iter().cloned());
            } else if others.iter().any(|other| used.contains(*other)) {
                used.insert(concept.term.clone());
            }
        }
        if used.len() == before {
            return used;
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::time::Date;

    use super::*;
    use crate::{Files, check, compile};

    const GLOSSARY: &str = r#"
        format = 1
        accession    = { term = "accession", definition = "Joins without signing.", confused_with = ["ratification"] }
        ratification = { term = "ratification", definition = "Joins after signing." }
        signature    = { term = "signature", definition = "A first step." }
        reservation  = { term = "reservation", definition = "Changes an effect." }
        declaration  = { term = "declaration", definition = "Explains a text." }
        depositary   = { term = "depositary", definition = "Keeps the original." }
    "#;
    const CONCEPTS: &str = r#"
        format = 1
        [reservation]
        term     = "reservation"
        source   = "convention:2"
        elements = [{ key = "aim", label = "Aim", ways = ["to change"] }]
        [declaration]
        term     = "declaration"
        source   = "convention:2"
        elements = [{ key = "aim", label = "Aim", ways = ["to explain"] }]
        contrast = [{ with = "reservation", on = "Effect", here = "None.", there = "Excludes a rule.", source = "convention:2" }]
    "#;
    const MODULE: &str = r#"
        format     = 1
        id         = "joining"
        title      = "Joining"
        summary    = "How a State joins."
        objectives = [{ id = "join", text = "Join" }]
        lessons    = ["one.md"]
        [[quiz]]
        id    = "practice"
        title = "Practice"
        mode  = "practice"
        draw  = [{ bank = "acts", count = 1 }]
    "#;
    const BANK: &str = r#"
        format   = 1
        id       = "acts"
        title    = "Acts"
        language = "en"
        [[question]]
        id        = "effect"
        kind      = "true-false"
        objective = "join"
        stem      = "After a [[signature]], a [[reservation]] changes an effect."
        sources   = ["convention:2"]
        explain   = "It does."
        answer    = true
        feedback  = { true = "Yes.", false = "No." }
    "#;

    fn published() -> Shelf {
        let files: Files = [
            ("courses/glossary.toml", GLOSSARY),
            ("courses/concepts.toml", CONCEPTS),
            (
                "courses/sources.toml",
                "format = 1\n[convention]\ntitle = \"Convention\"\nshort = \"Convention\"\ntype = \"treaty\"\n",
            ),
            (
                "courses/law/course.toml",
                "format = 1\nid = \"law\"\ntitle = \"Law\"\nsummary = \"Law.\"\nlanguage = \"en\"\nmodules = [\"joining\"]\n",
            ),
            ("courses/law/joining/module.toml", MODULE),
            (
                "courses/law/joining/one.md",
                "+++\ntitle = \"One\"\nobjectives = [\"join\"]\n+++\n\nFirst a [[signature]], then an [[accession]].\n",
            ),
            ("questions/acts.toml", BANK),
        ]
        .into_iter()
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .collect();
        let checked = check(&files, Date::new(2026, 11, 21).unwrap());
        let catalogue = checked.catalogue.unwrap_or_else(|| panic!("{:#?}", checked.diagnostics));
        let publication = compile(&catalogue);
        let (_, address) = publication.shelves.first().unwrap();
        domain::json::from_text(std::str::from_utf8(&publication.files[address]).unwrap()).unwrap()
    }

    fn ids(terms: &[TermId]) -> Vec<&str> {
        terms.iter().map(TermId::as_str).collect()
    }

    #[test]
    fn a_module_has_the_terms_of_its_lessons_and_then_those_of_its_questions() {
        let shelf = published();
        assert_eq!(ids(&shelf.modules[0].terms), ["signature", "accession", "reservation"]);
        assert!(shelf.modules[0].index.0.starts_with("data/law/joining-"));
    }

    #[test]
    fn a_shelf_holds_what_is_used_and_what_is_confused_with_it_and_nothing_else() {
        let shelf = published();
        let mut terms: Vec<TermId> = shelf.terms.into_iter().map(|term| term.id).collect();
        terms.sort();
        assert_eq!(ids(&terms), ["accession", "declaration", "ratification", "reservation", "signature"]);
        assert_eq!(shelf.concepts.len(), 2);
    }
}
