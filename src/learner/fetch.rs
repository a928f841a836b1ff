//! Fetches the published pieces of a catalogue. Their names carry a fingerprint, so the browser's own cache keeps them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::html::Html;
use domain::id::{QuestionId, QuestionRef};
use domain::index::{Address, BankIndex, ModuleIndex, Reference, Shard};
use domain::question::Question;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::browser;

/// Why a piece did not arrive. Shown to the learner, who can try again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Missing {
    /// No answer: the connection is down, or the site is.
    Unreachable,
    /// The site answered that it has no such file.
    NotThere,
    /// The file came, and is not what was published.
    Unreadable,
}

/// Fetches a published piece. `root` is the address of the site's root, with a slash at its end.
pub(crate) async fn json<T: DeserializeOwned>(root: &str, address: &Address) -> Result<T, Missing> {
    let text = text(root, address).await?;
    serde_json::from_str(&text).map_err(|_| Missing::Unreadable)
}

/// Fetches the text of a lesson.
pub(crate) async fn body(root: &str, address: &Address) -> Result<Html, Missing> {
    json(root, address).await
}

/// Fetches a module.
pub(crate) async fn module(root: &str, address: &Address) -> Result<Arc<ModuleIndex>, Missing> {
    json(root, address).await.map(Arc::new)
}

/// Fetches glossary and sources.
pub(crate) async fn reference(root: &str, address: &Address) -> Result<Arc<Reference>, Missing> {
    json(root, address).await.map(Arc::new)
}

/// Fetches these questions, each shard once. A question that the banks no longer have is left out.
pub(crate) async fn questions(
    root: &str,
    banks: &[BankIndex],
    wanted: impl Iterator<Item = &QuestionRef>,
) -> Result<BTreeMap<QuestionRef, Question>, Missing> {
    let wanted: BTreeSet<&QuestionRef> = wanted.collect();
    let mut addresses = BTreeSet::new();
    for bank in banks {
        let asked: BTreeSet<&QuestionId> = wanted
            .iter()
            .filter(|reference| reference.bank == bank.id)
            .map(|reference| &reference.question)
            .collect();
        let shards =
            bank.questions.iter().filter(|candidate| asked.contains(&candidate.id)).map(|found| found.shard);
        addresses.extend(shards.filter_map(|shard| bank.shards.get(shard)));
    }
    // All requests are on their way before the first is waited for.
    let requests: Vec<_> = addresses.into_iter().map(|address| request(root, address)).collect();
    let mut found = BTreeMap::new();
    for request in requests {
        let text = receive(request).await?;
        let shard: Shard = serde_json::from_str(&text).map_err(|_| Missing::Unreadable)?;
        let asked = shard.questions.into_iter().filter(|question| wanted.contains(&question.id));
        found.extend(asked.map(|question| (question.id.clone(), question)));
    }
    Ok(found)
}

async fn text(root: &str, address: &Address) -> Result<String, Missing> {
    receive(request(root, address)).await
}

fn request(root: &str, address: &Address) -> Option<JsFuture> {
    let window = browser::window()?;
    Some(JsFuture::from(window.fetch_with_str(&format!("{root}{address}"))))
}

async fn receive(request: Option<JsFuture>) -> Result<String, Missing> {
    let answer = request.ok_or(Missing::Unreachable)?.await.map_err(|_| Missing::Unreachable)?;
    let answer: Response = answer.dyn_into().map_err(|_| Missing::Unreachable)?;
    if !answer.ok() {
        return Err(Missing::NotThere);
    }
    let text = JsFuture::from(answer.text().map_err(|_| Missing::Unreadable)?);
    text.await.ok().and_then(|text| text.as_string()).ok_or(Missing::Unreachable)
}
