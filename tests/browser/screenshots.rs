//! Pictures of every page and every state, for people to look at: `target/journeys/screens`.

use super::workbench::{Page, WINDOWS, fixture, journey, real};
use super::{keeping, states, trainer};

#[test]
fn every_page_is_drawn_in_each_window_and_differs_by_day_and_by_night() {
    journey(real(), |page| states::reading(page, |state| draw(page, state)));
    journey(fixture(), |page| states::asking(page, |state| draw(page, state)));
    journey(fixture(), |page| keeping::states(page, |state| draw(page, state)));
    journey(fixture(), |page| trainer::states(page, draw));
}

#[track_caller]
pub(super) fn draw(page: &Page, state: &str) {
    let pictures = WINDOWS.map(|picture| page.screenshot(state, picture));
    for bytes in &pictures {
        assert!(bytes.starts_with(b"\x89PNG") && bytes.len() > 5_000, "{state}: an empty picture");
    }
    for [day, night] in [[0, 1], [2, 3]] {
        assert_ne!(pictures[day], pictures[night], "{state} looks the same by day and by night");
    }
    page.look_normally();
}
