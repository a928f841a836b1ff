//! The courses of the site that the page belongs to, as far as a cohort needs them: fetched piece by piece, as learners' browsers do.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use analysis::bank::{Published, PublishedModule};
use analysis::file::File;
use domain::former::Former;
use domain::id::QuestionRef;
use domain::index::{Address, BankIndex, ModuleIndex};
use domain::log::Fact;
use domain::question::Question;
use domain::shelf::{Shelf, Stock};
use learner::fetch::{self, Missing};
use leptos::prelude::*;
use web_sys::HtmlElement;

/// What the page says of the site's courses.
#[derive(Debug, Clone, Default)]
pub(super) struct Offer {
    /// The way to the site's root.
    root: String,
    /// Where the shelf of each course is.
    shelves: Vec<Address>,
    /// Where the former names are, if something was renamed.
    former: Option<Address>,
}

/// What was fetched of the site.
#[derive(Debug, Clone, Default)]
pub(super) struct Site {
    modules: Vec<PublishedModule>,
    banks: Vec<BankIndex>,
    former: Former,
    questions: BTreeMap<QuestionRef, Question>,
    /// What was asked for, whether the site has it or not.
    asked: BTreeSet<QuestionRef>,
}

/// How many questions are asked for at once: each is a request of its own.
const AT_ONCE: usize = 200;

impl Offer {
    /// What the page says in its place and in the frame around it.
    pub(super) fn of(place: &HtmlElement) -> Self {
        let frame = document().get_element_by_id("plenary");
        let told = |name: &str| frame.as_ref().and_then(|frame| frame.get_attribute(name));
        let shelves = place.get_attribute("data-shelves").unwrap_or_default();
        Self {
            root: told("data-root").unwrap_or_default(),
            shelves: shelves.split_whitespace().map(|address| Address(address.to_owned())).collect(),
            former: told("data-former").map(Address),
        }
    }

    /// Whether the site has courses.
    pub(super) fn has_courses(&self) -> bool {
        !self.shelves.is_empty()
    }

    /// Fetches what is the same for every cohort.
    pub(super) async fn site(&self) -> Result<Site, Missing> {
        let former = match &self.former {
            Some(address) => fetch::json(&self.root, address).await?,
            None => Former::default(),
        };
        let shelves: Vec<&Address> = self.shelves.iter().collect();
        let shelves: Vec<Shelf> = fetch::all(&self.root, &shelves).await?;
        let stock: Vec<Stock> = shelves.into_iter().flat_map(|shelf| shelf.modules).collect();
        let addresses: Vec<&Address> = stock.iter().map(|stock| &stock.index).collect();
        let indexes: Vec<ModuleIndex> = fetch::all(&self.root, &addresses).await?;
        let mut site = Site { former, ..Site::default() };
        for (stock, index) in stock.into_iter().zip(indexes) {
            let ModuleIndex { objectives, quizzes, banks } = index;
            let Stock { module, title, .. } = stock;
            site.modules.push(PublishedModule { module, title, objectives, quizzes });
            for bank in banks {
                if site.banks.iter().all(|known| known.id != bank.id) {
                    site.banks.push(bank);
                }
            }
        }
        Ok(site)
    }

    /// Fetches questions beside those that the site is known to have.
    pub(super) async fn questions(&self, mut site: Site, wanted: Vec<QuestionRef>) -> Result<Site, Missing> {
        for some in wanted.chunks(AT_ONCE) {
            let found = fetch::questions(&self.root, &site.banks, some).await?;
            site.questions.extend(found.into_iter().map(|question| (question.id.clone(), question)));
        }
        site.asked.extend(wanted);
        Ok(site)
    }
}

impl Site {
    /// The questions of a cohort that were not asked for yet. `corrected` are the former names in a corrected bank.
    pub(super) fn wanted(&self, files: &[File], corrected: &Former) -> Vec<QuestionRef> {
        let wanted = wanted(files, &[&self.former, corrected]);
        wanted.into_iter().filter(|id| !self.asked.contains(id)).collect()
    }

    /// What analysis takes of it.
    pub(super) fn published(&self) -> Arc<Published> {
        Arc::new(Published {
            questions: self.questions.values().cloned().collect(),
            modules: self.modules.clone(),
            former: self.former.clone(),
        })
    }
}

/// The questions that files tell of, under the names that they had and those that they have.
fn wanted(files: &[File], former: &[&Former]) -> BTreeSet<QuestionRef> {
    let contents = files.iter().filter_map(|file| file.content.as_ref().ok());
    let mut wanted = BTreeSet::new();
    for told in contents.flat_map(|content| &content.entries) {
        if let Fact::AttemptBegun { given, .. } = &told.entry.fact {
            wanted.extend(given.iter().map(|given| given.question.clone()));
        }
    }
    let renamed = former.iter().flat_map(|former| &former.questions);
    let renamed: Vec<QuestionRef> =
        renamed.filter(|(before, _)| wanted.contains(before)).map(|(_, present)| present.clone()).collect();
    wanted.extend(renamed);
    wanted
}
