//! A catalogue to the files that a learner's browser fetches.

use std::collections::{BTreeMap, BTreeSet};

use domain::course::{Bank, Catalogue, Course, Module};
use domain::id::ModuleRef;
use domain::index::{
    Address, BankIndex, Candidate, CatalogueIndex, CourseIndex, LessonCard, ModuleCard, ModuleIndex,
    Publication, Reference, Shard, WORDS_A_MINUTE,
};
use domain::question::Question;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// How many questions a shard holds at most: a learner who was given one of them fetches all of them.
const SHARD: usize = 8;

/// Writes a catalogue as files. The same catalogue gives the same bytes under the same names.
pub fn compile(catalogue: &Catalogue) -> Publication {
    let mut files = BTreeMap::new();
    let banks: BTreeMap<&str, BankIndex> =
        catalogue.banks.iter().map(|bank| (bank.id.as_str(), publish_bank(bank, &mut files))).collect();
    let reference = Reference { terms: catalogue.terms.clone(), sources: catalogue.sources.clone() };
    let reference = put_json(&mut files, "data/reference", &reference);
    let mut modules = Vec::new();
    let courses = catalogue
        .courses
        .iter()
        .map(|course| publish_course(course, &banks, &mut modules, &mut files))
        .collect();
    let index = CatalogueIndex { courses, reference };
    let address = put_json(&mut files, "data/catalogue", &index);
    Publication { catalogue: index, modules, address, files }
}

type Shelf = BTreeMap<Address, Vec<u8>>;

fn publish_bank(bank: &Bank, files: &mut Shelf) -> BankIndex {
    let shards = bank.questions.chunks(SHARD).enumerate().map(|(number, questions)| {
        let shard = Shard { questions: questions.to_vec() };
        put_json(files, &format!("data/bank/{}-{number}", bank.id), &shard)
    });
    let shards = shards.collect();
    let candidate = |(place, question): (usize, &Question)| Candidate {
        id: question.id.question.clone(),
        objective: question.objective.clone(),
        shard: place / SHARD,
    };
    let questions = bank.questions.iter().enumerate().map(candidate).collect();
    BankIndex { id: bank.id.clone(), shards, questions }
}

fn publish_course(
    course: &Course,
    banks: &BTreeMap<&str, BankIndex>,
    modules: &mut Vec<(ModuleRef, ModuleIndex)>,
    files: &mut Shelf,
) -> CourseIndex {
    let cards = course.modules.iter().map(|module| {
        let (index, address) = publish_module(course, module, banks, files);
        modules.push((ModuleRef { course: course.id.clone(), module: module.id.clone() }, index));
        ModuleCard {
            id: module.id.clone(),
            title: module.title.clone(),
            summary: module.summary.clone(),
            lessons: module.lessons.iter().map(|lesson| lesson.id.clone()).collect(),
            quizzes: module.quizzes.iter().map(|quiz| quiz.id.clone()).collect(),
            index: address,
        }
    });
    let modules = cards.collect();
    CourseIndex {
        id: course.id.clone(),
        title: course.title.clone(),
        summary: course.summary.clone(),
        language: course.language.clone(),
        modules,
    }
}

fn publish_module(
    course: &Course,
    module: &Module,
    banks: &BTreeMap<&str, BankIndex>,
    files: &mut Shelf,
) -> (ModuleIndex, Address) {
    let folder = format!("data/{}/{}", course.id, module.id);
    let lessons = module.lessons.iter().map(|lesson| LessonCard {
        id: lesson.id.clone(),
        title: lesson.title.clone(),
        minutes: lesson.words.div_ceil(WORDS_A_MINUTE).max(1),
        objectives: lesson.objectives.clone(),
        body: put(
            files,
            &format!("{folder}/{}", lesson.id),
            "html",
            lesson.body.as_str().as_bytes().to_vec(),
        ),
    });
    let lessons = lessons.collect();
    let drawn: BTreeSet<&str> =
        module.quizzes.iter().flat_map(|quiz| &quiz.draws).map(|draw| draw.bank.as_str()).collect();
    let index = ModuleIndex {
        id: module.id.clone(),
        event: module.event.clone(),
        after: module.after.clone(),
        objectives: module.objectives.clone(),
        lessons,
        quizzes: module.quizzes.clone(),
        banks: drawn.into_iter().filter_map(|bank| banks.get(bank).cloned()).collect(),
    };
    let address = put_json(files, &folder, &index);
    (index, address)
}

fn put_json(files: &mut Shelf, stem: &str, content: &impl Serialize) -> Address {
    // These types hold nothing that JSON cannot: no map with keys that are not texts, no failing writer.
    let bytes = serde_json::to_vec(content).unwrap_or_default();
    put(files, stem, "json", bytes)
}

/// Puts a file under a name with a fingerprint of what is in it.
fn put(files: &mut Shelf, stem: &str, extension: &str, bytes: Vec<u8>) -> Address {
    let print: String = Sha256::digest(&bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let address = Address(format!("{stem}-{print}.{extension}"));
    files.insert(address.clone(), bytes);
    address
}
