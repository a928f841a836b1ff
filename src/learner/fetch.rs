//! Fetches the published pieces of a site. Their names carry a fingerprint, so the browser's own cache keeps them.

use domain::id::{QuestionId, QuestionRef};
use domain::index::{Address, BankIndex, Shard};
use domain::json::{Json, from_text};
use domain::question::Question;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::browser;

/// Why a piece did not arrive. Shown to the learner, who can try again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Missing {
    /// No answer: the connection is down, or the site is.
    Unreachable,
    /// The site answered that it has no such file.
    NotThere,
    /// The file came, and is not what was published.
    Unreadable,
}

/// Fetches a published piece. `root` is the address of the site's root, with a slash at its end.
pub(crate) async fn json<T: Json>(root: &str, address: &Address) -> Result<T, Missing> {
    let text = text(&format!("{root}{address}")).await?;
    from_text(&text).ok_or(Missing::Unreadable)
}

/// Fetches these questions, each shard once. A question that the banks no longer have is left out.
pub(crate) async fn questions(
    root: &str,
    banks: &[BankIndex],
    wanted: &[QuestionRef],
) -> Result<Vec<Question>, Missing> {
    let mut addresses = Vec::new();
    for bank in banks {
        let asked =
            |id: &QuestionId| wanted.iter().any(|wanted| wanted.bank == bank.id && wanted.question == *id);
        let shards = bank.questions.iter().filter(|candidate| asked(&candidate.id)).map(|found| found.shard);
        for address in shards.filter_map(|shard| bank.shards.get(shard)) {
            if !addresses.contains(&address) {
                addresses.push(address);
            }
        }
    }
    // All requests are on their way before the first is waited for.
    let requests: Vec<_> =
        addresses.into_iter().map(|address| request(&format!("{root}{address}"))).collect();
    let mut found = Vec::new();
    for request in requests {
        let text = receive(request).await?;
        let shard: Shard = from_text(&text).ok_or(Missing::Unreadable)?;
        found.extend(shard.questions.into_iter().filter(|question| wanted.contains(&question.id)));
    }
    Ok(found)
}

/// Fetches a text.
pub(crate) async fn text(href: &str) -> Result<String, Missing> {
    receive(request(href)).await
}

fn request(href: &str) -> Option<JsFuture> {
    Some(JsFuture::from(browser::window()?.fetch_with_str(href)))
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
