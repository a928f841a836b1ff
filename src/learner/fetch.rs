//! Fetches the published pieces of a site. Their names carry a fingerprint, so the browser's own cache keeps them.
//!
//! The trainers' application fetches by it as well.

use std::collections::VecDeque;

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
pub enum Missing {
    /// No answer: the connection is down, or the site is.
    Unreachable,
    /// The site answered that it has no such file.
    NotThere,
    /// The file came, and is not what was published.
    Unreadable,
}

/// Fetches a published piece. `root` is the address of the site's root, with a slash at its end.
pub async fn json<T: Json>(root: &str, address: &Address) -> Result<T, Missing> {
    let text = text(&format!("{root}{address}")).await?;
    from_text(&text).ok_or(Missing::Unreadable)
}

/// Fetches several published pieces at once.
pub async fn all<T: Json>(root: &str, addresses: &[&Address]) -> Result<Vec<T>, Missing> {
    // All requests are on their way before the first is waited for.
    let requests: Vec<_> = addresses.iter().map(|address| request(&format!("{root}{address}"))).collect();
    let mut all = Vec::new();
    for request in requests {
        let text = receive(request).await?;
        all.push(from_text(&text).ok_or(Missing::Unreadable)?);
    }
    Ok(all)
}

/// Fetches the questions that were drawn, each shard once: the first of them, and what the others are waited for with.
pub(crate) async fn drawn(
    root: &str,
    banks: &[BankIndex],
    drawn: &[Drawn],
) -> Result<(Option<Question>, Rest), Missing> {
    let place = |drawn: &Drawn| {
        let bank = banks.get(drawn.bank)?;
        Some((bank.shard_of(drawn.place), drawn.place % bank.size.max(1)))
    };
    let wanted: Vec<(Address, usize)> = drawn.iter().filter_map(place).collect();
    let mut rest = Rest {
        requests: requests(root, wanted.iter().map(|(address, _)| address)),
        wanted,
        arrived: Vec::new(),
    };
    rest.receive(1).await?;
    let first = rest.wanted.first().and_then(|wanted| rest.question(wanted));
    Ok((first, rest))
}

/// The questions of a paper that are on their way.
#[must_use]
pub(crate) struct Rest {
    wanted: Vec<(Address, usize)>,
    requests: VecDeque<(Address, Option<JsFuture>)>,
    arrived: Vec<(Address, Shard)>,
}

impl Rest {
    /// Waits for them: all questions of the paper, in order.
    pub(crate) async fn arrive(mut self) -> Result<Vec<Question>, Missing> {
        self.receive(usize::MAX).await?;
        Ok(self.wanted.iter().filter_map(|wanted| self.question(wanted)).collect())
    }

    async fn receive(&mut self, most: usize) -> Result<(), Missing> {
        for _ in 0..most {
            let Some((address, request)) = self.requests.pop_front() else { break };
            let text = receive(request).await?;
            self.arrived.push((address, from_text(&text).ok_or(Missing::Unreadable)?));
        }
        Ok(())
    }

    fn question(&self, (address, place): &(Address, usize)) -> Option<Question> {
        let (_, shard) = self.arrived.iter().find(|(own, _)| own == address)?;
        shard.questions.get(*place).cloned()
    }
}

/// Fetches these questions by their names, each shard once. A question that the banks no longer have is left out.
pub async fn questions(
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
    let mut rest =
        Rest { requests: requests(root, addresses.iter()), wanted: Vec::new(), arrived: Vec::new() };
    rest.receive(usize::MAX).await?;
    let all = rest.arrived.into_iter().flat_map(|(_, shard)| shard.questions);
    Ok(all.filter(|question| wanted.contains(&question.id)).collect())
}

/// Asks for shards, each once: all requests are on their way before the first is waited for.
fn requests<'a>(
    root: &str,
    addresses: impl Iterator<Item = &'a Address>,
) -> VecDeque<(Address, Option<JsFuture>)> {
    let mut requests: VecDeque<(Address, Option<JsFuture>)> = VecDeque::new();
    for address in addresses {
        if !requests.iter().any(|(known, _)| known == address) {
            requests.push_back((address.clone(), request(&format!("{root}{address}"))));
        }
    }
    requests
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
