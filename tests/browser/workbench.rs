//! What the journeys share: a browser with somebody in front of it, and a host for the built site.

mod axe;
mod document;
mod driver;
mod files;
mod hand;
mod host;
mod page;
mod picture;
mod shelf;
mod site;
mod storage;
mod tree;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::{Condvar, LazyLock, Mutex, PoisonError};

use tokio::runtime::Runtime;

pub(super) use document::Document;
pub(super) use hand::Hand;
pub(super) use host::Host;
pub(super) use page::{Page, squeezed};
pub(super) use picture::WINDOWS;
pub(super) use shelf::{Found, look_up};
pub(super) use site::{
    EVERYTHING, Site, authored, editions, examining, faulty, firsts, fixture, fixture_project, misprinted,
    played, real, revised,
};
pub(super) use tree::{Node, Tree};

/// How many browsers run at once: more would only wait for each other on a small machine.
const SEATS: usize = 2;

/// Walks a journey through a site of its own host, from its root.
pub(super) fn journey(site: &'static Site, walk: impl FnOnce(&Page)) {
    let host = Host::start(site, "/");
    journey_at(host.root(), walk);
}

/// Walks a journey from this address.
pub(super) fn journey_at(root: &str, walk: impl FnOnce(&Page)) {
    let _seat = Seat::take();
    let page = Page::start(root);
    let walked = catch_unwind(AssertUnwindSafe(|| {
        walk(&page);
        page.console_is_quiet();
    }));
    if let Err(fault) = walked {
        page.keep_evidence();
        page.end();
        resume_unwind(fault);
    }
    page.end();
}

/// Where pictures and the evidence of a failed journey go.
pub(super) fn evidence_folder() -> PathBuf {
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    target.parent().unwrap_or(&target).join("journeys")
}

/// Waits for the answer of the host, of the driver, of the browser.
fn wait_for<F: Future>(work: F) -> F::Output {
    runtime().block_on(work)
}

fn runtime() -> &'static Runtime {
    static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
    });
    &RUNTIME
}

/// The right to run a browser, given back at the end.
struct Seat;

static TAKEN: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

impl Seat {
    fn take() -> Self {
        let taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |taken: &mut usize| *taken >= SEATS;
        *FREED.wait_while(taken, full).unwrap_or_else(PoisonError::into_inner) += 1;
        Self
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        FREED.notify_one();
    }
}
