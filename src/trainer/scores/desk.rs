//! The desk of a cohort: which files lie on it, how they are looked at, and what was found. Views show it and call it.

use std::collections::BTreeSet;
use std::sync::Arc;

use analysis::file::File;
use analysis::reading::{self, Reading};
use analysis::study::{Counting, Settings};
use analysis::table::Named;
use analysis::write::html::{Part, ReportMarkup};
use analysis::write::{csv, html, json};
use domain::former::Former;
use domain::time::Timestamp;
use learner::fetch::Missing;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::files::{self, Dropped, Picked, turn};
use super::project::{self, Opened};
use super::site::{Offer, Site};
use super::under::{Known, Under};
use crate::today;

/// Everything that the page shows and does. Copies are handles on the same.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    files: StoredValue<Vec<File>>,
    /// What is being done, where something is.
    pub(super) busy: RwSignal<Option<Busy>>,
    pub(super) counting: RwSignal<Counting>,
    pub(super) with_changed: RwSignal<bool>,
    /// Under which course the cohort is read.
    pub(super) course: RwSignal<Under>,
    /// Under which course its attempts are marked again.
    pub(super) again: RwSignal<Under>,
    /// The folder for the first.
    pub(super) opened: RwSignal<Option<Opened>>,
    /// The folder for the second.
    pub(super) corrected: RwSignal<Option<Opened>>,
    /// What has to be said.
    pub(super) notice: RwSignal<Option<String>>,
    pub(super) reading: RwSignal<Option<Arc<Reading>>, LocalStorage>,
    /// The part of the report that is shown.
    pub(super) part: RwSignal<Part>,
    offer: StoredValue<Offer>,
    site: StoredValue<Option<Site>>,
    /// How many looks were asked for; one that was asked for before the last is not taken.
    looks: StoredValue<u32>,
}

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Busy {
    /// So many files of so many are read.
    Reading(usize, usize),
    /// A folder is opened.
    Opening,
    /// The course of the site is fetched.
    Fetching,
    /// Figures are computed.
    Computing,
}

impl Busy {
    /// What to say of it.
    pub(super) fn words(self) -> String {
        match self {
            Self::Reading(_, 1) => "Reading 1 file.".to_owned(),
            Self::Reading(_, all) => format!("Reading {all} files."),
            Self::Opening => "Reading the course.".to_owned(),
            Self::Fetching => "Fetching the questions of this site.".to_owned(),
            Self::Computing => "Computing.".to_owned(),
        }
    }
}

impl Desk {
    pub(super) fn new(offer: Offer) -> Self {
        let course = if offer.has_courses() { Under::Site } else { Under::Nothing };
        Self {
            files: StoredValue::new(Vec::new()),
            busy: RwSignal::new(None),
            counting: RwSignal::new(Counting::default()),
            with_changed: RwSignal::new(false),
            course: RwSignal::new(course),
            again: RwSignal::new(Under::Nothing),
            opened: RwSignal::new(None),
            corrected: RwSignal::new(None),
            notice: RwSignal::new(None),
            reading: RwSignal::new_local(None),
            part: RwSignal::new(Part::Gradebook),
            offer: StoredValue::new(offer),
            site: StoredValue::new(None),
            looks: StoredValue::new(0),
        }
    }

    /// Whether the site of the page has courses.
    pub(super) fn has_site(self) -> bool {
        self.offer.with_value(Offer::has_courses)
    }

    /// Takes files that were dropped or chosen, beside those that are there. A file that is there already is not taken twice.
    pub(super) fn take(self, dropped: Dropped) {
        spawn_local(async move {
            let picked = dropped.files().await;
            if picked.is_empty() {
                return self.notice.set(Some(
                    "There is no results file in what was chosen: they end in `.json`.".to_owned(),
                ));
            }
            self.notice.set(None);
            let all = picked.len();
            self.busy.set(Some(Busy::Reading(0, all)));
            turn().await;
            let read = files::read(picked, move |read| self.busy.set(Some(Busy::Reading(read, all)))).await;
            self.files.update_value(|files| lay(files, read));
            self.look();
        });
    }

    /// Takes a folder that was opened for the course.
    pub(super) fn open_course(self, picked: Vec<Picked>) {
        self.open(picked, self.opened, self.course);
    }

    /// Takes a folder, or banks, that were opened to mark again.
    pub(super) fn open_corrected(self, picked: Vec<Picked>) {
        self.open(picked, self.corrected, self.again);
    }

    fn open(self, picked: Vec<Picked>, into: RwSignal<Option<Opened>>, under: RwSignal<Under>) {
        if picked.is_empty() {
            return;
        }
        self.notice.set(None);
        self.busy.set(Some(Busy::Opening));
        spawn_local(async move {
            let bytes = files::bytes(picked, project::LARGEST_FILE).await;
            turn().await;
            let over = self.opened.get_untracked();
            match Opened::read(bytes, over.as_ref(), today()) {
                Ok(opened) => {
                    // Under one with mistakes nothing can be read.
                    let is_usable = opened.state.is_ok();
                    into.set(Some(opened));
                    if is_usable {
                        under.set(Under::Folder);
                    } else if under.get_untracked() == Under::Folder {
                        under.set(Under::Nothing);
                    }
                    self.look();
                }
                Err(why) => {
                    self.notice.set(Some(why.words().to_owned()));
                    self.busy.set(None);
                }
            }
        });
    }

    /// Clears the desk of files.
    pub(super) fn clear(self) {
        self.files.set_value(Vec::new());
        self.reading.set(None);
        self.notice.set(None);
        self.part.set(Part::Gradebook);
        self.looks.update_value(|looks| *looks = looks.wrapping_add(1));
        self.busy.set(None);
    }

    /// Looks at the cohort anew, because something was chosen.
    pub(super) fn look(self) {
        self.looks.update_value(|looks| *looks = looks.wrapping_add(1));
        let look = self.looks.get_value();
        if self.files.with_value(Vec::is_empty) {
            return self.busy.set(None);
        }
        spawn_local(async move {
            let is_last = move || self.looks.get_value() == look;
            let fetched = self.fetch().await;
            if !is_last() {
                return;
            }
            if let Err(why) = fetched {
                self.notice.set(Some(not_fetched(why).to_owned()));
            }
            self.busy.set(Some(Busy::Computing));
            turn().await;
            if !is_last() {
                return;
            }
            let reading = self.read();
            turn().await;
            if is_last() {
                self.show(reading);
                self.busy.set(None);
            }
        });
    }

    /// Fetches what is needed of the site.
    async fn fetch(self) -> Result<(), Missing> {
        if self.course.get_untracked() != Under::Site && self.again.get_untracked() != Under::Site {
            return Ok(());
        }
        let offer = self.offer.get_value();
        self.busy.set(Some(Busy::Fetching));
        let site = match self.site.get_value() {
            Some(site) => site,
            None => offer.site().await?,
        };
        let corrected = self.corrected.with_untracked(|opened| opened.as_ref().and_then(Opened::catalogue));
        let former = corrected.map_or_else(Former::default, |catalogue| Former::of(&catalogue));
        let wanted = self.files.with_value(|files| site.wanted(files, &former));
        let site = offer.questions(site, wanted).await?;
        self.site.set_value(Some(site));
        Ok(())
    }

    fn read(self) -> Reading {
        let settings = Settings {
            counting: self.counting.get_untracked(),
            with_changed: self.with_changed.get_untracked(),
            is_remarked: false,
        };
        let course = self.known(self.course, self.opened);
        let corrected = self.known(self.again, self.corrected);
        let (course, corrected) = (course.as_ref().map(Known::bank), corrected.as_ref().map(Known::bank));
        let now = Timestamp(files::now() as u64);
        reading::read(self.files.get_value(), course.as_ref(), corrected.as_ref(), settings, now)
    }

    fn known(self, under: RwSignal<Under>, opened: RwSignal<Option<Opened>>) -> Option<Known> {
        match under.get_untracked() {
            Under::Nothing => None,
            Under::Site => {
                self.site.with_value(|site| site.as_ref().map(|site| Known::Site(site.published())))
            }
            Under::Folder => opened.with_untracked(|opened| opened.as_ref()?.catalogue().map(Known::Folder)),
        }
    }

    /// Shows what was found. The part that was shown stays, where there still is one.
    fn show(self, reading: Reading) {
        let parts = Part::all(reading.told());
        if !parts.contains(&self.part.get_untracked()) {
            self.part.set(Part::Gradebook);
        }
        self.reading.set(Some(Arc::new(reading)));
    }

    /// The whole report.
    pub(super) fn whole(self) -> Option<ReportMarkup> {
        self.reading.with_untracked(|reading| Some(ReportMarkup::whole(reading.as_ref()?.told())))
    }

    /// Gives a table as a file.
    pub(super) fn save_table(self, table: Named) {
        let written = self.reading.with_untracked(|reading| {
            let table = table.of(reading.as_ref()?.told())?;
            Some(csv::write(&table))
        });
        self.save(&format!("{table}.csv"), written, "text/csv");
    }

    /// Gives every figure as a file.
    pub(super) fn save_figures(self) {
        let written = self.reading.with_untracked(|reading| Some(json::of_cohort(reading.as_ref()?.told())));
        self.save("cohort.json", written, "application/json");
    }

    /// Gives the report as a file.
    pub(super) fn save_report(self) {
        let written = self.reading.with_untracked(|reading| Some(html::of_cohort(reading.as_ref()?.told())));
        self.save("cohort.html", written, "text/html");
    }

    fn save(self, name: &str, text: Option<String>, media: &str) {
        if text.and_then(|text| learner::save_file(name, &text, media)).is_none() {
            self.notice.set(Some(format!("The browser did not take {name}.")));
        }
    }
}

/// Lays files beside those that are there, but for those that are there already.
fn lay(files: &mut Vec<File>, more: Vec<File>) {
    let names: BTreeSet<String> = files.iter().map(|file| file.name.clone()).collect();
    for file in more {
        if !names.contains(&file.name) || !files.contains(&file) {
            files.push(file);
        }
    }
}

/// Why the courses of the site are not there, with what to do.
fn not_fetched(why: Missing) -> &'static str {
    match why {
        Missing::Unreachable => {
            "The course of this site could not be fetched: there is no connection. Figures are shown without it; choose it again once you are connected."
        }
        Missing::NotThere | Missing::Unreadable => {
            "The course of this site could not be fetched: it was published anew meanwhile. Load this page again, and give the files once more."
        }
    }
}
