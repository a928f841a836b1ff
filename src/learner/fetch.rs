//! Fetches the published pieces of a site. Their names carry a fingerprint, so the browser's own cache keeps them.

use domain::draw::Drawn;
use domain::id::QuestionRef;
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

/// Fetches several published pieces at once.
pub(crate) async fn all<T: Json>(root: &str, addresses: &[&Address]) -> Result<Vec<T>, Missing> {
    // All requests are on their way before the first is waited for.
    let requests: Vec<_> = addresses.iter().map(|address| request(&format!("{root}{address}"))).collect();
    let mut all = Vec::new();
    for request in requests {
        let text = receive(request).await?;
        all.push(from_text(&text).ok_or(Missing::Unreadable)?);
    }
    Ok(all)
}

/// Fetches the questions that were drawn, in that order, each shard once.
pub(crate) async fn drawn(
    root: &str,
    banks: &[BankIndex],
    drawn: &[Drawn],
) -> Result<Vec<Question>, Missing> {
    let place = |drawn: &Drawn| {
        let bank = banks.get(drawn.bank)?;
        Some((bank.shard_of(drawn.place), drawn.place % bank.size.max(1)))
    };
    let wanted: Vec<(Address, usize)> = drawn.iter().filter_map(place).collect();
    let shards = shards(root, wanted.iter().map(|(address, _)| address)).await?;
    let mut questions = Vec::new();
    for (address, place) in &wanted {
        let shard = shards.iter().find(|(own, _)| own == address);
        questions.extend(shard.and_then(|(_, shard)| shard.questions.get(*place)).cloned());
    }
    Ok(questions)
}

/// Fetches these questions by their names, each shard once. A question that the banks no longer have is left out.
pub(crate) async fn questions(
    root: &str,
    banks: &[BankIndex],
    wanted: &[QuestionRef],
) -> Result<Vec<Question>, Missing> {
    let mut addresses = Vec::new();
    for wanted in wanted {
        if let Some(bank) = banks.iter().find(|bank| bank.id == wanted.bank) {
            let places = bank.places_of(&wanted.question);
            addresses.extend(places.into_iter().map(|place| bank.shard_of(place)));
        }
    }
    let shards = shards(root, addresses.iter()).await?;
    let all = shards.into_iter().flat_map(|(_, shard)| shard.questions);
    Ok(all.filter(|question| wanted.contains(&question.id)).collect())
}

/// Fetches shards, each once.
async fn shards<'a>(
    root: &str,
    addresses: impl Iterator<Item = &'a Address>,
) -> Result<Vec<(Address, Shard)>, Missing> {
    let mut requests: Vec<(Address, Option<JsFuture>)> = Vec::new();
    // All requests are on their way before the first is waited for.
    for address in addresses {
        if !requests.iter().any(|(known, _)| known == address) {
            requests.push((address.clone(), request(&format!("{root}{address}"))));
        }
    }
    let mut shards = Vec::new();
    for (address, request) in requests {
        let text = receive(request).await?;
        shards.push((address, from_text(&text).ok_or(Missing::Unreadable)?));
    }
    Ok(shards)
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
