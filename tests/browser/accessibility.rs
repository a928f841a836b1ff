//! What axe-core finds: nothing, on any page and in any state, by day and by night, on a phone and at a desk.

use super::workbench::{Page, WINDOWS, fixture, journey, real};
use super::{keeping, states, trainer};

/// The narrowest window that nobody should have to scroll sideways in: 1280 pixels at a zoom of 400 % (WCAG 1.4.10).
const NARROWEST: u32 = 320;

#[test]
fn no_page_that_is_read_has_a_fault_that_axe_knows() {
    journey(real(), |page| {
        let mut faults = Vec::new();
        states::reading(page, |state| look(page, state, &mut faults));
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn no_question_and_no_result_has_a_fault_that_axe_knows() {
    journey(fixture(), |page| {
        let mut faults = Vec::new();
        states::asking(page, |state| look(page, state, &mut faults));
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn the_page_of_ones_own_data_has_no_fault_that_axe_knows() {
    journey(fixture(), |page| {
        let mut faults = Vec::new();
        keeping::states(page, |state| look(page, state, &mut faults));
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn the_page_on_which_banks_are_written_has_no_fault_that_axe_knows() {
    journey(fixture(), |page| {
        let mut faults = Vec::new();
        trainer::states(page, |page, state| look(page, state, &mut faults));
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn axe_is_not_blind() {
    journey(fixture(), |page| {
        page.open("");
        page.run("document.querySelector('main').append(document.createElement('button'))");
        let found = page.axe();
        assert!(found.iter().any(|fault| fault.starts_with("button-name (critical)")), "{found:?}");
    });
}

/// Every fault is taken down, so that one look tells all of them.
pub(super) fn look(page: &Page, state: &str, faults: &mut Vec<String>) {
    for picture in WINDOWS {
        page.look_in(picture);
        let found = page.axe().into_iter();
        faults.extend(found.map(|fault| format!("{state}, {picture:?}: {fault}")));
    }
    let overflow = page.overflow_at(NARROWEST);
    if overflow > 0 {
        faults.push(format!("{state}: {overflow} pixels too wide for a window of {NARROWEST}"));
    }
    page.look_normally();
}
