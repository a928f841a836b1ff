//! Which element of a legal definition was judged rightly, over all questions that test it.

use std::collections::BTreeMap;

use domain::id::{ConceptId, ElementKey};
use domain::question::elements::is_proven;
use domain::question::{Body, Response};

use super::Settings;
use super::item::first_try;
use super::quiz::Sheet;
use crate::bank::Bank;

/// How an element of a definition was judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ElementStudy {
    /// The concept.
    pub concept: ConceptId,
    /// The name of the concept.
    pub term: String,
    /// The element.
    pub element: ElementKey,
    /// Its name.
    pub label: String,
    /// How often it was judged.
    pub judged: usize,
    /// How often rightly.
    pub right: usize,
    /// How often the words that prove it were asked for.
    pub to_prove: usize,
    /// How often exactly these were marked.
    pub proven: usize,
}

pub(super) fn of(sheets: &[Sheet<'_>], bank: &Bank<'_>, settings: Settings) -> Vec<ElementStudy> {
    let mut found: BTreeMap<(ConceptId, usize), ElementStudy> = BTreeMap::new();
    for given in sheets.iter().flat_map(|sheet| &sheet.entries) {
        let question = bank.question(given.question);
        let question = question.filter(|known| settings.is_remarked || known.edition == given.edition);
        let Some((question, Response::Elements(response))) = question.zip(first_try(given)) else { continue };
        let Body::Elements { prompt, key } = &question.body else { continue };
        for (place, element) in prompt.elements.iter().enumerate() {
            let Some(finding) = key.findings.iter().find(|finding| finding.element == element.key) else {
                continue;
            };
            let study = found.entry((prompt.concept.clone(), place)).or_insert_with(|| ElementStudy {
                concept: prompt.concept.clone(),
                term: prompt.term.clone(),
                element: element.key.clone(),
                label: element.label.clone(),
                judged: 0,
                right: 0,
                to_prove: 0,
                proven: 0,
            });
            study.judged += 1;
            study.right += usize::from(response.found.get(&element.key) == Some(&finding.met));
            if !prompt.passages.is_empty() && !finding.proof.is_empty() {
                study.to_prove += 1;
                study.proven += usize::from(is_proven(finding, response));
            }
        }
    }
    found.into_values().collect()
}
