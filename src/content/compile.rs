//! A catalogue to the files that a learner's browser fetches.

mod shelf;

use std::collections::{BTreeMap, BTreeSet};

use domain::course::{Bank, Catalogue, Module};
use domain::former::Former;
use domain::id::ModuleRef;
use domain::index::{Address, BankIndex, Group, Mark, ModuleIndex, Publication, Shard};
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
    let former = Former::of(catalogue);
    let former = (!former.is_empty()).then(|| put_json(&mut files, "data/former", &former));
    Publication { modules, shelves, former, files }
}

type Files = BTreeMap<Address, Vec<u8>>;

/// Writes the shards of a bank. The questions stand in the order of its index: by objective, by the days on which they came and
/// went, by mark.
fn publish_bank(bank: &Bank, files: &mut Files) -> BankIndex {
    let kept = |question: &Question| {
        let Question { objective, added, retired, .. } = question;
        (objective.clone(), *added, *retired, !question.kind().is_marked())
    };
    let mut questions: Vec<&Question> = bank.questions.iter().collect();
    questions.sort_by_cached_key(|question| {
        (kept(question), Mark::of(&question.id.question), question.id.question.clone())
    });
    let groups = questions.chunk_by(|one, other| kept(one) == kept(other)).filter_map(|group| {
        let (objective, added, retired, unmarked) = kept(group.first()?);
        let marks = group.iter().map(|question| Mark::of(&question.id.question)).collect();
        Some(Group { objective, added, retired, unmarked, marks })
    });
    let groups = groups.collect();
    let shards: Vec<Vec<u8>> = questions
        .chunks(SHARD)
        .map(|shard| {
            to_text(&Shard { questions: shard.iter().map(|&question| question.clone()).collect() })
                .into_bytes()
        })
        .collect();
    let mut print = Sha256::new();
    for shard in &shards {
        print.update(shard);
        print.update(b"\n");
    }
    let folder = Address(format!("data/bank/{}-{}", bank.id, short(&print.finalize())));
    let index = BankIndex { id: bank.id.clone(), folder, size: SHARD, groups };
    files.extend(shards.into_iter().enumerate().map(|(number, shard)| (index.shard(number), shard)));
    index
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
    let address = Address(format!("{stem}-{}.json", short(&Sha256::digest(&bytes))));
    files.insert(address.clone(), bytes);
    address
}

/// The first eight digits of a fingerprint, as they stand in a name.
fn short(print: &[u8]) -> String {
    print.iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}
