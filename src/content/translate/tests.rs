//! What holds of every translation.

use std::collections::BTreeMap;

use domain::course::Catalogue;
use domain::language::Language;
use domain::question::Question;
use proptest::prelude::*;

use crate::diagnostic::Code;
use crate::tests::{assert_sound, change, changed, guide, run};
use crate::{Checked, compile};

const BANK: &str = "questions/trafficking.fr.toml";

/// The guide with other files in it, or without some.
fn guide_with(changes: &[(&str, Option<&str>)]) -> BTreeMap<String, Vec<u8>> {
    let mut files = guide();
    for (path, text) in changes {
        files.remove(*path);
        files.extend(text.map(|text| ((*path).to_owned(), text.as_bytes().to_vec())));
    }
    files
}

fn without_translations() -> BTreeMap<String, Vec<u8>> {
    guide().into_iter().filter(|(path, _)| !path.contains(".fr.")).collect()
}

fn french(checked: &Checked) -> &Catalogue {
    let found = checked.translations.iter().find(|(language, _)| *language == Language::French);
    &found.unwrap_or_else(|| panic!("no French: {:#?}", checked.diagnostics)).1
}

fn question<'c>(catalogue: &'c Catalogue, id: &str) -> &'c Question {
    catalogue.banks[0].questions.iter().find(|question| question.id.question.as_str() == id).unwrap()
}

#[test]
fn what_is_translated_has_every_text_in_the_language_and_all_else_from_the_original() {
    let (_, checked) = run(guide());
    let original = checked.catalogue.as_ref().unwrap();
    let (english, french) = (question(original, "features"), question(french(&checked), "features"));
    assert_eq!(french.language, "fr");
    assert!(french.stem.as_str().starts_with("<p>À quelle infraction"), "{}", french.stem.as_str());
    assert_eq!((french.edition, &french.id, french.points), (english.edition, &english.id, english.points));
    assert_eq!(french.body.model_response(), english.body.model_response());
    let response = french.body.model_response();
    assert_eq!(french.score(&response), english.score(&response));
}

#[test]
fn what_is_not_translated_is_the_original_itself() {
    let (_, checked) = run(guide());
    let original = checked.catalogue.as_ref().unwrap();
    let french = french(&checked);
    // Its citations are not those of a French source, nor its terms those of a French glossary.
    assert_eq!(question(french, "the-farm"), question(original, "the-farm"));
    assert_eq!(french.sources, original.sources);
    assert_eq!(french.terms[0], original.terms[0]);
    assert_eq!(
        (french.terms[1].language.as_str(), french.terms[1].term.as_str()),
        ("fr", "traite des personnes")
    );
}

#[test]
fn a_module_and_its_lessons_are_translated_each_by_itself() {
    for (left_out, module, lesson) in [("two-crimes.fr.md", "fr", "en"), ("module.fr.toml", "en", "fr")] {
        let path = format!("courses/migration/trafficking/{left_out}");
        let (_, checked) = run(guide_with(&[(&path, None)]));
        let found = &french(&checked).courses[0].modules[0];
        assert_eq!((found.language.as_str(), found.lessons[0].language.as_str()), (module, lesson));
        let original = &checked.catalogue.as_ref().unwrap().courses[0].modules[0];
        assert_eq!(found.lessons[0] == original.lessons[0], lesson == "en");
        assert_eq!(found.objectives == original.objectives, module == "en");
    }
}

#[test]
fn words_that_come_from_an_untranslated_entry_say_their_language() {
    let lesson = "+++\ntitle = \"Deux\"\n+++\n[[smuggling-of-migrants]], [[trafficking-in-persons]], {trafficking-protocol:3}.\n";
    let (_, checked) = run(guide_with(&[("courses/migration/trafficking/two-crimes.fr.md", Some(lesson))]));
    let body = french(&checked).courses[0].modules[0].lessons[0].body.as_str();
    let expected = concat!(
        "<p><a class=\"term\" href=\"plenary:term/smuggling-of-migrants\" lang=\"en\">smuggling of migrants</a>, ",
        "<a class=\"term\" href=\"plenary:term/trafficking-in-persons\">traite des personnes</a>, ",
        "<a class=\"cite\" href=\"plenary:source/trafficking-protocol\" lang=\"en\">Trafficking Protocol, art. 3</a>.</p>"
    );
    assert_eq!(body.trim(), expected);
}

#[test]
fn a_translation_changes_nothing_in_the_original() {
    let (_, plain) = run(without_translations());
    let (_, translated) = run(guide());
    assert_eq!(plain.catalogue, translated.catalogue);
    assert_eq!((plain.translations.len(), translated.translations.len()), (0, 1));
}

#[test]
fn a_translation_changes_the_shards_that_hold_it_and_no_other() {
    let one = "format = 1\nlanguage = \"fr\"\n[question.border-needed]\nstem = \"Il faut une frontière.\"\n\
        explain = \"Non.\"\nfeedback = { true = \"C'est l'autre.\", false = \"Oui.\" }\n";
    let mut files = without_translations();
    files.insert(BANK.to_owned(), one.as_bytes().to_vec());
    let (_, checked) = run(files);
    let original = compile(checked.catalogue.as_ref().unwrap());
    let french_catalogue = french(&checked);
    let translated = compile(french_catalogue);
    let id =
        &french_catalogue.banks[0].questions.iter().find(|question| question.language == "fr").unwrap().id;
    let (own, other) = (&original.modules[0].2.banks[0], &translated.modules[0].2.banks[0]);
    assert_eq!((&own.groups, own.shards()), (&other.groups, other.shards()));
    assert_ne!(own.folder, other.folder);
    let changed = own.shard_of(own.places_of(&id.question)[0]);
    for number in 0..own.shards() {
        let (own, other) = (own.shard(number), other.shard(number));
        assert_eq!(original.files[&own] == translated.files[&other], own != changed);
    }
    let untouched = compile(run(without_translations()).1.catalogue.as_ref().unwrap());
    assert_eq!(untouched.modules[0].2.banks[0].folder, own.folder);
}

#[test]
fn a_question_waits_for_the_translation_of_its_concept() {
    let question_text = "format = 1\nlanguage = \"fr\"\n[question.the-farm]\nstem = \"Vérifiez les faits.\"\n\
        facts = \"Un homme [l'a conduite](drive) et [a gardé son passeport](passport).\"\nexplain = \"Le but manque.\"\n\
        findings = { act.feedback = \"Un acte.\", means.feedback = \"Un moyen.\", purpose.feedback = \"Rien.\" }\n\
        conclusion = { trafficking = { text = \"Traite\", feedback = \"Ouvert.\" }, \
        neither = { text = \"Aucune\", feedback = \"Trop tôt.\" }, open = { text = \"Pas assez\", feedback = \"Oui.\" } }\n";
    let concept = "format = 1\nlanguage = \"fr\"\n[trafficking-in-persons]\n\
        contrast.smuggling-of-migrants = { on = \"Frontière\", here = \"Aucune.\", there = \"Une.\" }\n\
        [trafficking-in-persons.elements]\n\
        act = { label = \"Acte\", ways = [\"a\", \"b\", \"c\", \"d\", \"e\"] }\n\
        means = { label = \"Moyens\", ways = [\"a\", \"b\", \"c\"], unless = \"Moins de dix-huit ans\" }\n\
        purpose = { label = \"But\", ways = [\"l'exploitation\"] }\n";
    let (_, checked) = run(guide_with(&[(BANK, Some(question_text))]));
    let told: Vec<_> = checked.diagnostics.iter().map(|told| (told.code, told.message.as_str())).collect();
    let lacks = "This translation is not whole: it lacks the concept `trafficking-in-persons`.";
    assert_eq!(told, [(Code::NotWhole, lacks)]);
    assert_eq!(question(french(&checked), "the-farm").language, "en");

    let both = [(BANK, Some(question_text)), ("courses/concepts.fr.toml", Some(concept))];
    let (_, checked) = run(guide_with(&both));
    assert_eq!(checked.diagnostics, []);
    let found = question(french(&checked), "the-farm");
    assert_eq!(found.language, "fr");
    let shown = format!("{:?}", found.body);
    assert!(shown.contains("Moyens") && shown.contains("traite des personnes"), "{shown}");
}

#[test]
fn several_languages_are_told_of_apart() {
    let spanish = "format = 1\nlanguage = \"es\"\n[smuggling-of-migrants]\nterm = \"tráfico ilícito de migrantes\"\n\
        definition = \"Facilitar la entrada ilegal, con fines de lucro.\"\n";
    let (files, checked) = run(guide_with(&[("courses/glossary.es.toml", Some(spanish))]));
    assert_sound(&files, &checked);
    let languages: Vec<Language> = checked.coverage.iter().map(|coverage| coverage.language).collect();
    assert_eq!(languages, [Language::French, Language::Spanish]);
    let spanish = &checked.translations[1].1;
    assert_eq!((spanish.terms[0].language.as_str(), spanish.terms[1].language.as_str()), ("es", "en"));
}

#[test]
fn a_translation_can_promise_what_its_own_answers_earn() {
    for (score, faults) in [("0.5", 0), ("1.0", 1)] {
        let tests = format!(
            "\n[[question.features.tests]]\nresponse = {{ border = \"smuggling\", purpose = \"smuggling\" }}\nscore = {score}\n"
        );
        let mut files = guide();
        files.get_mut(BANK).unwrap().extend_from_slice(tests.as_bytes());
        let (_, checked) = run(files);
        assert_eq!(checked.diagnostics.len(), faults, "{:#?}", checked.diagnostics);
        assert!(checked.diagnostics.iter().all(|told| told.file == BANK && told.code == Code::FailedTest));
    }
}

/// A question of each kind that the guide's translation leaves out, with hints, a stimulus and foreseen answers.
const OTHER_KINDS: &str = r#"
[stimulus.boat]
title = "The boat"
text  = "A boat lands at night."

[[question]]
id        = "in-order"
kind      = "ordering"
objective = "tell-apart"
stimulus  = "boat"
stem      = "What comes first?"
hints     = [{ text = "Think of the elements.", cost = 0.1 }, { text = "The purpose is last." }]
explain   = "As in the definition."
sources   = ["trafficking-protocol:3(a)"]
items     = [
  { key = "act", text = "The act", feedback = "First." },
  { key = "purpose", text = "The purpose", feedback = "Last." },
]

[[question]]
id        = "gaps"
kind      = "cloze"
objective = "tell-apart"
stem      = "Fill the gaps."
text      = "An act, a [](means) and a purpose."
gaps      = { means = { accept = ["means", "way"], feedback = "The second element." } }
explain   = "As in the definition."
sources   = ["trafficking-protocol:3(a)"]
tests     = [{ response = { means = "way" }, score = 1.0 }]

[[question]]
id        = "short"
kind      = "short-answer"
objective = "tell-apart"
stem      = "What is the crime called?"
accept    = ["trafficking", "trafficking in persons"]
expected  = [{ texts = ["smuggling"], feedback = "That is about a border." }]
feedback  = "Think of the purpose."
explain   = "It is trafficking."
sources   = ["trafficking-protocol:3(a)"]
tests     = [{ response = "trafficking", score = 1.0 }]

[[question]]
id        = "age"
kind      = "numeric"
objective = "child-rule"
stem      = "Below which age is a person a child?"
value     = 18
unit      = "years"
expected  = [{ value = 16, feedback = "Too low." }]
feedback  = "Look at article 3(d)."
explain   = "Eighteen."
sources   = ["trafficking-protocol:3(d)"]

[[question]]
id        = "marks"
kind      = "highlight"
objective = "tell-apart"
stem      = "Mark the means."
text      = "He [drove her](drive) and [kept her passport](passport)."
proof     = ["passport"]
feedback  = { drive = "An act.", passport = "A means." }
explain   = "Without papers she cannot leave."
sources   = ["trafficking-protocol:3(a)"]

[[question]]
id        = "thoughts"
kind      = "reflection"
objective = "tell-apart"
stem      = "What would you ask?"
model     = "Who gains."
checklist = [{ key = "gain", text = "Asks who gains" }]
sources   = ["trafficking-protocol:3(a)"]

[[question]]
id        = "steps"
kind      = "case"
objective = "tell-apart"
stem      = "Decide."
explain   = "Ask first."
sources   = ["trafficking-protocol:3(a)"]

[[question.steps]]
key  = "first"
text = "A woman stands at the border."
ways = [
  { key = "ask", text = "Ask her", to = "last", correct = true, feedback = "She tells." },
  { key = "leave", text = "Let her go", to = "last", feedback = "Nobody knows." },
]

[[question.steps]]
key  = "last"
text = "It is evening."

[[question]]
id        = "with-reason"
kind      = "true-false"
objective = "tell-apart"
stem      = "A border is needed."
answer    = false
feedback  = { true = "No.", false = "Yes." }
explain   = "It is not."
sources   = ["trafficking-protocol:3(a)"]
reasons   = [
  { key = "street", text = "It can happen in one street", correct = true, feedback = "So it is." },
  { key = "sea", text = "The sea has no border", feedback = "It has." },
]
"#;

const OTHER_KINDS_IN_FRENCH: &str = r#"
format   = 1
language = "fr"

[stimulus.boat]
title = "Le bateau"
text  = "Un bateau accoste la nuit."

[question.in-order]
stem    = "Qu'est-ce qui vient d'abord ?"
hints   = [{ text = "Pensez aux éléments." }, { text = "Le but est le dernier." }]
explain = "Comme dans la définition."
items   = { act = { text = "L'acte", feedback = "Premier." }, purpose = { text = "Le but", feedback = "Dernier." } }

[question.gaps]
stem    = "Complétez."
text    = "Un acte, un [](means) et un but."
gaps    = { means = { accept = ["moyen"], feedback = "Le deuxième élément." } }
explain = "Comme dans la définition."
tests   = [{ response = { means = "moyen" }, score = 1.0 }, { response = { means = "way" }, score = 0.0 }]

[question.short]
stem     = "Comment s'appelle l'infraction ?"
accept   = ["traite", "traite des personnes", "traite des êtres humains"]
expected = [{ texts = ["trafic", "trafic illicite"], feedback = "Il s'agit d'une frontière." }]
feedback = "Pensez au but."
explain  = "C'est la traite."

[question.age]
stem     = "En dessous de quel âge est-on un enfant ?"
unit     = "ans"
expected = [{ feedback = "Trop bas." }]
feedback = "Voyez l'article 3(d)."
explain  = "Dix-huit."

[question.marks]
stem     = "Marquez le moyen."
text     = "Il [l'a conduite](drive) et [a gardé son passeport](passport)."
feedback = { drive = "Un acte.", passport = "Un moyen." }
explain  = "Sans papiers elle ne peut partir."

[question.thoughts]
stem      = "Que demanderiez-vous ?"
model     = "À qui cela profite."
checklist = { gain.text = "Demande à qui cela profite" }

[question.steps]
stem    = "Décidez."
explain = "Demandez d'abord."

[question.steps.steps.first]
text = "Une femme est à la frontière."
ways = { ask = { text = "L'interroger", feedback = "Elle raconte." }, leave = { text = "La laisser", feedback = "Nul ne sait." } }

[question.steps.steps.last]
text = "C'est le soir."

[question.with-reason]
stem     = "Il faut une frontière."
feedback = { true = "Non.", false = "Oui." }
explain  = "Non."
reasons  = { street = { text = "Dans une seule rue", feedback = "En effet." }, sea = { text = "La mer n'en a pas", feedback = "Si." } }
"#;

#[test]
fn every_kind_of_question_can_be_translated() {
    let mut files = guide_with(&[(BANK, Some(OTHER_KINDS_IN_FRENCH))]);
    let bank = files.get_mut("questions/trafficking.toml").unwrap();
    let text = String::from_utf8(bank.clone()).unwrap();
    *bank = format!("{text}{OTHER_KINDS}").into_bytes();
    let (_, checked) = run(files);
    assert_eq!(checked.diagnostics, []);
    let (original, french) = (checked.catalogue.as_ref().unwrap(), french(&checked));
    for id in ["in-order", "gaps", "short", "age", "marks", "thoughts", "steps", "with-reason"] {
        let (english, french) = (question(original, id), question(french, id));
        assert_eq!((french.language.as_str(), french.edition), ("fr", english.edition), "{id}");
        assert_eq!(
            french.hints.iter().map(|hint| hint.cost).collect::<Vec<_>>(),
            english.hints.iter().map(|hint| hint.cost).collect::<Vec<_>>()
        );
    }
    let stimulus = question(french, "in-order").stimulus.clone().unwrap();
    assert_eq!(stimulus.title, "Le bateau");
}

/// Every original under the name of its translation, and every translation under that of its original.
fn exchanged() -> BTreeMap<String, Vec<u8>> {
    let mut files = guide();
    for (path, bytes) in without_translations() {
        let (stem, ending) = path.rsplit_once('.').unwrap();
        files.entry(format!("{stem}.fr.{ending}")).or_insert_with(|| bytes.clone());
        files.insert(format!("{stem}.ar.{ending}"), bytes);
    }
    files
}

#[test]
fn an_original_is_no_translation_of_itself() {
    let (files, checked) = run(exchanged());
    assert!(checked.catalogue.is_none());
    assert_sound(&files, &checked);
}

proptest! {
    #[test]
    fn no_change_to_a_translation_makes_a_panic(
        file in any::<prop::sample::Index>(), changes in prop::collection::vec(change(), 1..5),
    ) {
        let mut files = guide();
        let paths: Vec<String> = files.keys().filter(|path| path.contains(".fr.")).cloned().collect();
        let path = file.get(&paths).clone();
        let bytes = files.remove(&path).unwrap_or_default();
        files.insert(path, changes.iter().fold(bytes, changed));
        let (files, checked) = run(files);
        assert_sound(&files, &checked);
    }

    #[test]
    fn no_file_in_the_place_of_a_translation_makes_a_panic(
        file in any::<prop::sample::Index>(), changes in prop::collection::vec(change(), 0..4),
    ) {
        // The file of another sort, or the original itself, broken here and there, with the head of a translation.
        let mut files = exchanged();
        let originals: Vec<Vec<u8>> = without_translations().into_values().collect();
        let head = b"format = 1\nlanguage = \"fr\"\n".to_vec();
        let body = changes.iter().fold(file.get(&originals).clone(), changed);
        let bytes = [head, body.strip_prefix(b"format = 1".as_slice()).map(<[u8]>::to_vec).unwrap_or(body)].concat();
        files.insert(BANK.to_owned(), bytes.clone());
        files.insert("courses/concepts.fr.toml".to_owned(), bytes);
        let (files, checked) = run(files);
        assert_sound(&files, &checked);
    }

    #[test]
    fn a_translation_that_lost_any_line_is_whole_or_falls_back_without_a_mixture(
        lost in any::<prop::sample::Index>(),
    ) {
        let (_, whole) = run(guide());
        let text = String::from_utf8(guide()[BANK].clone()).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let lost = lost.index(lines.len());
        let kept: Vec<&str> =
            lines.iter().enumerate().filter(|(place, _)| *place != lost).map(|(_, line)| *line).collect();
        let (files, checked) = run(guide_with(&[(BANK, Some(&(kept.join("\n") + "\n")))]));
        assert_sound(&files, &checked);
        if checked.catalogue.is_some() {
            let (original, translated) = (checked.catalogue.as_ref().unwrap(), french(&whole));
            for found in &french(&checked).banks[0].questions {
                let id = found.id.question.as_str();
                prop_assert!(found == question(original, id) || found == question(translated, id));
            }
        }
    }
}
