//! A catalogue to the files that a learner's browser fetches.

mod shelf;

use std::collections::{BTreeMap, BTreeSet};

use domain::course::{Bank, Catalogue, Module};
use domain::id::ModuleRef;
use domain::index::{Address, BankIndex, Candidate, ModuleIndex, Publication, Shard};
use domain::json::{Json, to_text};
use domain::question::Question;
use sha2::{Digest, Sha256};

/// How many questions a shard holds at most: a learner who was given one of them fetches all of them.
const SHARD: usize = 2;

/// Writes a catalogue as files. The same catalogue gives the same bytes under the same names.
pub fn compile(catalogue: &Catalogue) -> Publication {
    let mut files = BTreeMap::new();
    let banks: BTreeMap<&str, BankIndex> =
        catalogue.banks.iter().map(|bank| (bank.id.as_str(), publish_bank(bank, &mut files))).collect();
    let mut modules = Vec::new();
    for course in &catalogue.courses {
        for module in &course.modules {
            let reference = ModuleRef { course: course.id.clone(), module: module.id.clone() };
            let index = module_index(module, &banks);
            let address = put_json(&mut files, &format!("data/{reference}"), &index);
            modules.push((reference, address, index));
        }
    }
    let mut shelves = Vec::new();
    for course in &catalogue.courses {
        let index = |wanted: &ModuleRef| {
            let known = modules.iter().find(|(reference, _, _)| reference == wanted);
            known.map(|(_, address, _)| address.clone())
        };
        let shelf = shelf::shelf(catalogue, course, index);
        shelves.push((course.id.clone(), put_json(&mut files, &format!("data/{}-shelf", course.id), &shelf)));
    }
    Publication { modules, shelves, files }
}

type Files = BTreeMap<Address, Vec<u8>>;

fn publish_bank(bank: &Bank, files: &mut Files) -> BankIndex {
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

fn module_index(module: &Module, banks: &BTreeMap<&str, BankIndex>) -> ModuleIndex {
    let drawn: BTreeSet<&str> =
        module.quizzes.iter().flat_map(|quiz| &quiz.draws).map(|draw| draw.bank.as_str()).collect();
    ModuleIndex {
        objectives: module.objectives.clone(),
        quizzes: module.quizzes.clone(),
        banks: drawn.into_iter().filter_map(|bank| banks.get(bank).cloned()).collect(),
    }
}

/// Puts a file under a name with a fingerprint of what is in it.
fn put_json(files: &mut Files, stem: &str, content: &impl Json) -> Address {
    let bytes = to_text(content).into_bytes();
    let print: String = Sha256::digest(&bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let address = Address(format!("{stem}-{print}.json"));
    files.insert(address.clone(), bytes);
    address
}
