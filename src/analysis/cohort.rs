//! A cohort: any number of files, put together by learner.
//!
//! Nobody checked a name, so this much is assumed and said: files under one name are one learner's; a file without a name belongs to the
//! learner with whom it shares an attempt. Entries are put together by union, so that a later file of a learner adds to her earlier
//! ones, a copy adds nothing, and the order of the files does not matter. Attempts that were not finished are no results.
//!
//! What is odd about an attempt is told by its flags. Nothing is thrown away for it, and nothing is proved by it.

mod flag;
mod people;
mod times;

use std::collections::{BTreeMap, BTreeSet};

use domain::former::Former;
use domain::log::{AttemptId, Entry, EntryId};
use domain::progress::{self, Attempt};
use domain::time::Timestamp;
use results::Broken;

pub use self::flag::{Flag, TimeFault};
use crate::file::{Content, File, Finding, Refused, Sort};

/// A cohort.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohort {
    /// What became of each file, by name.
    pub files: Vec<FileReport>,
    /// The learners, by name.
    pub learners: Vec<Learner>,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct FileReport {
    /// Its name.
    pub name: String,
    /// What was taken from it, or why nothing was.
    pub state: Result<Taken, Refused>,
}

/// What was taken from a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// What sort of file it is.
    pub sort: Sort,
    /// The place of its learner in [`Cohort::learners`].
    pub learner: usize,
    /// When it was made, as the clock of the learner's device told it.
    pub made: Option<Timestamp>,
    /// How many of its entries can be read.
    pub entries: usize,
    /// The file that has everything that is in this one: this one is a copy, or an earlier state.
    pub within: Option<String>,
    /// What else is to be said of it.
    pub findings: Vec<Finding>,
}

/// A learner, as far as files tell.
#[derive(Debug, Clone, PartialEq)]
pub struct Learner {
    /// Her name as she typed it, or the name of her file where she typed none.
    pub label: String,
    /// Whether she typed a name.
    pub is_named: bool,
    /// Her finished attempts, in the order of the log.
    pub attempts: Vec<Handed>,
    /// How many attempts were begun and not finished.
    pub unfinished: usize,
}

/// A finished attempt.
#[derive(Debug, Clone, PartialEq)]
pub struct Handed {
    /// Its id.
    pub id: AttemptId,
    /// What was done in it.
    pub attempt: Attempt,
    /// Whether its entries are as they were written, as far as the files tell.
    pub is_intact: bool,
    /// What is odd about it.
    pub flags: Vec<Flag>,
}

/// Puts files together. `former` are the names that questions and quizzes had before; `now` is the present moment, to tell what lies ahead of
/// it.
pub fn gather(mut files: Vec<File>, former: &Former, now: Timestamp) -> Cohort {
    files.sort_by(|one, other| one.name.cmp(&other.name));
    for file in &mut files {
        if let Ok(content) = &mut file.content {
            content.entries.iter_mut().for_each(|told| former.bring_up_to_date(&mut told.entry.fact));
        }
    }
    let people = people::of(&files);
    let mut learners: Vec<(Learner, &[usize])> =
        people.iter().map(|person| (learner(person, &files, now), person.files.as_slice())).collect();
    flag_strangers(&mut learners);
    learners.sort_by_key(|(learner, files)| (learner.label.to_lowercase(), files.first().copied()));
    let within = within(&people, &files);
    let owner: BTreeMap<usize, usize> = learners
        .iter()
        .enumerate()
        .flat_map(|(place, (_, files))| files.iter().map(move |file| (*file, place)))
        .collect();
    let reports = files.iter().enumerate().map(|(number, file)| FileReport {
        name: file.name.clone(),
        state: file.content.as_ref().map_err(Clone::clone).map(|content| Taken {
            sort: content.sort,
            learner: owner.get(&number).copied().unwrap_or_default(),
            made: content.made,
            entries: content.entries.len(),
            within: within.get(&number).and_then(|other| files.get(*other)).map(|file| file.name.clone()),
            findings: content.findings.clone(),
        }),
    });
    let reports = reports.collect();
    Cohort { files: reports, learners: learners.into_iter().map(|(learner, _)| learner).collect() }
}

/// An entry, as it was found in one or several files.
struct Found<'a> {
    entry: &'a Entry,
    is_intact: bool,
    is_disputed: bool,
}

fn learner(person: &people::Person, files: &[File], now: Timestamp) -> Learner {
    let own = || person.files.iter().filter_map(|number| contents(files, *number));
    let mut found: BTreeMap<EntryId, Found<'_>> = BTreeMap::new();
    let mut homes: BTreeMap<AttemptId, Vec<&Content>> = BTreeMap::new();
    for content in own() {
        let mut attempts = BTreeSet::new();
        for told in &content.entries {
            attempts.extend(told.entry.fact.attempt());
            let known = found.entry(told.entry.id).or_insert(Found {
                entry: &told.entry,
                is_intact: told.is_intact,
                is_disputed: false,
            });
            if *known.entry != told.entry && known.is_intact && told.is_intact {
                known.is_disputed = true;
            } else if told.is_intact && !known.is_intact {
                (known.entry, known.is_intact) = (&told.entry, true);
            }
        }
        for attempt in attempts {
            homes.entry(attempt).or_default().push(content);
        }
    }
    let of_attempt = |is: fn(&Found<'_>) -> bool| -> BTreeSet<AttemptId> {
        found.values().filter(|found| is(found)).filter_map(|found| found.entry.fact.attempt()).collect()
    };
    let (changed, disputed) = (of_attempt(|found| !found.is_intact), of_attempt(|found| found.is_disputed));
    let progress = progress::fold(found.values().map(|found| found.entry));
    let mut unfinished = 0;
    let mut attempts = Vec::new();
    for (id, attempt) in progress.all_attempts() {
        if attempt.finished.is_none() {
            unfinished += 1;
            continue;
        }
        let homes = homes.get(&id).map(Vec::as_slice).unwrap_or_default();
        let mut flags = Vec::new();
        if changed.contains(&id) {
            flags.push(Flag::Changed);
        }
        if disputed.contains(&id) {
            flags.push(Flag::Disputed);
        }
        flags.extend(of_files(homes));
        let made = homes.iter().filter_map(|content| content.made).max();
        flags.extend(times::faults(attempt, made, now).into_iter().map(Flag::Time));
        attempts.push(Handed { id, attempt: attempt.clone(), is_intact: !changed.contains(&id), flags });
    }
    Learner { label: person.label.clone(), is_named: person.is_named, attempts, unfinished }
}

fn contents(files: &[File], number: usize) -> Option<&Content> {
    files.get(number).and_then(|file| file.content.as_ref().ok())
}

/// What the files that hold an attempt tell of it; nothing where one of them is whole.
fn of_files(homes: &[&Content]) -> Vec<Flag> {
    let mut flags: Vec<Flag> = Vec::new();
    for content in homes {
        let told: Vec<Flag> = content.findings.iter().flat_map(of_finding).collect();
        if told.is_empty() {
            return Vec::new();
        }
        flags.extend(told);
    }
    flags.sort();
    flags.dedup();
    flags
}

fn of_finding(finding: &Finding) -> Vec<Flag> {
    match finding {
        Finding::Cut => vec![Flag::Cut],
        Finding::Unreadable(_) | Finding::TooNew(_) => vec![Flag::Incomplete],
        Finding::Broken(broken) => broken
            .iter()
            .filter_map(|broken| match broken {
                Broken::Seal => Some(Flag::Seal),
                Broken::Form => Some(Flag::Rewritten),
                // Told of the attempt that it is about.
                Broken::Beginning | Broken::Entry { .. } | Broken::Count { .. } | Broken::Links { .. } => {
                    None
                }
            })
            .collect(),
    }
}

/// Flags attempts that stand in the files of several learners.
fn flag_strangers(learners: &mut [(Learner, &[usize])]) {
    let mut holders: BTreeMap<AttemptId, Vec<usize>> = BTreeMap::new();
    for (place, (learner, _)) in learners.iter().enumerate() {
        for handed in &learner.attempts {
            holders.entry(handed.id).or_default().push(place);
        }
    }
    let labels: Vec<String> = learners.iter().map(|(learner, _)| learner.label.clone()).collect();
    for (place, (learner, _)) in learners.iter_mut().enumerate() {
        for handed in &mut learner.attempts {
            let others = holders.get(&handed.id).into_iter().flatten().filter(|holder| **holder != place);
            let others = others.filter_map(|holder| labels.get(*holder));
            handed.flags.extend(others.map(|other| Flag::Also { other: other.clone() }));
        }
    }
}

/// The files that have nothing which is not in one other file of the same learner, each with that file.
fn within(people: &[people::Person], files: &[File]) -> BTreeMap<usize, usize> {
    let mut within = BTreeMap::new();
    for person in people {
        let mut own: Vec<(usize, BTreeSet<EntryId>)> = person
            .files
            .iter()
            .filter_map(|number| Some((*number, contents(files, *number)?)))
            .map(|(number, content)| (number, content.entries.iter().map(|told| told.entry.id).collect()))
            .collect();
        // The fullest first; of equal ones the first by name.
        own.sort_by_key(|(number, ids)| (std::cmp::Reverse(ids.len()), *number));
        let mut holder: BTreeMap<EntryId, usize> = BTreeMap::new();
        for (number, ids) in &own {
            let homes: BTreeSet<Option<usize>> = ids.iter().map(|id| holder.get(id).copied()).collect();
            if let (1, Some(Some(home))) = (homes.len(), homes.first()) {
                within.insert(*number, *home);
            }
            for id in ids {
                holder.entry(*id).or_insert(*number);
            }
        }
    }
    within
}

impl Cohort {
    /// How many files nothing could be taken from.
    pub fn refused(&self) -> usize {
        self.files.iter().filter(|file| file.state.is_err()).count()
    }

    /// How many files there are of which something is wrong: refused, cut off, changed or in part unreadable.
    pub fn faulty(&self) -> usize {
        let is_faulty = |file: &&FileReport| {
            file.state.as_ref().map_or(true, |taken| taken.findings.iter().any(Finding::is_fault))
        };
        self.files.iter().filter(is_faulty).count()
    }
}

impl Finding {
    /// Whether something is wrong; that another program wrote the same content anew is not.
    pub fn is_fault(&self) -> bool {
        match self {
            Self::Broken(broken) => *broken != [Broken::Form],
            Self::Cut | Self::Unreadable(_) | Self::TooNew(_) => true,
        }
    }
}
