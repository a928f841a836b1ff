//! What a site publishes of a course gives the figures that its catalogue gives.

use analysis::bank::{Bank, Published, PublishedModule};
use analysis::reading;
use analysis::study::Settings;
use analysis::write::json;
use content::compile;
use domain::course::Catalogue;
use domain::former::Former;
use domain::index::{Address, Publication, Shard};
use domain::json::{Json, from_text};
use domain::question::Question;
use domain::shelf::Shelf;
use domain::time::Timestamp;

use super::files::{catalogue, opened, projects};

/// Everything that is published of a catalogue, read as a browser reads it.
fn published(catalogue: &Catalogue) -> Published {
    let publication = compile(catalogue);
    let mut published = Published::default();
    for (_, address) in &publication.shelves {
        let shelf: Shelf = piece(&publication, address);
        for stock in shelf.modules {
            let index: domain::index::ModuleIndex = piece(&publication, &stock.index);
            for bank in &index.banks {
                let shards = (0..bank.shards()).map(|number| bank.shard(number));
                let questions = shards.flat_map(|shard| piece::<Shard>(&publication, &shard).questions);
                published.questions.extend(questions);
            }
            let (objectives, quizzes) = (index.objectives, index.quizzes);
            published.modules.push(PublishedModule {
                module: stock.module,
                title: stock.title,
                objectives,
                quizzes,
            });
        }
    }
    if let Some(address) = &publication.former {
        published.former = piece::<Former>(&publication, address);
    }
    published
}

fn piece<T: Json>(publication: &Publication, address: &Address) -> T {
    from_text(str::from_utf8(&publication.files[address]).unwrap()).unwrap()
}

fn figures(course: &Bank<'_>, corrected: &Bank<'_>) -> String {
    let now = Timestamp(1_800_000_000_000);
    let reading = reading::read(opened(), Some(course), Some(corrected), Settings::default(), now);
    json::of_cohort(reading.told())
}

#[test]
fn the_pieces_of_a_site_give_the_figures_of_its_catalogue() {
    let (right, faulty) = projects();
    let (mut right, faulty) = (catalogue(&right), catalogue(&faulty));
    rename(&mut right);
    let (whole, pieces) = (published(&faulty), published(&right));
    let of_catalogues = figures(&Bank::of(&faulty), &Bank::of(&right));
    let of_pieces = figures(&Bank::of_published(&whole), &Bank::of_published(&pieces));
    assert!(of_catalogues == of_pieces);
    assert!(of_pieces.contains("bank/renamed") && of_pieces.contains("A module: Practice"));
    // A question that was not fetched is one that a catalogue does not have.
    let few = Published { questions: Vec::new(), ..whole };
    assert!(figures(&Bank::of_published(&few), &Bank::of_published(&pieces)) != of_pieces);
}

/// Gives a question another name, under which it knows its own.
fn rename(catalogue: &mut Catalogue) {
    let question: &mut Question = &mut catalogue.banks[0].questions[3];
    question.was.push(question.id.clone());
    question.id.question = "renamed".parse().unwrap();
}
