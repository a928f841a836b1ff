//! What was read before: while a project is written most of it stays as it was, and need not be read again.
//!
//! A [`Slot`] keeps one reading with everything that it left on the desk, for as long as what it was read under is the same; a [`Memory`] keeps the files with
//! their slots from one look to the next. What a reading hangs on is all in its text and in [`Under`]: a reader that looks at
//! anything else must not be given a slot. A test holds what is remembered against what is read from scratch.

use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use domain::id::BankId;
use domain::reference::Concept;
use domain::time::Date;

use crate::desk::{Fault, Faults, Read};
use crate::names::{self, Names, Sort, Stock};
use crate::project::Project;
use crate::read::question::common::Written;
use crate::sheet::Sheet;
use crate::syntax::{self, Document, Piece};

/// What a reading hangs on beside the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Under {
    /// The number of the names, concepts and day that it was read under.
    pub(crate) round: u64,
    /// The number of what the questions of its bank share; 0 outside of banks.
    pub(crate) shared: u64,
    /// Whether its id was free; so where it has none.
    pub(crate) free: bool,
}

/// The place of one reading.
#[derive(Debug, Default)]
pub(crate) struct Slot(RefCell<Option<Rc<Kept>>>);

/// A reading, and what it left on the desk.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) under: Under,
    /// Where what was read began then.
    pub(crate) start: usize,
    pub(crate) value: Rc<dyn Any>,
    pub(crate) faults: Vec<Fault>,
    pub(crate) used: BTreeSet<(Sort, String)>,
    /// What it found banks to hold.
    pub(crate) stocks: BTreeMap<String, Option<Rc<Stock>>>,
    pub(crate) overlooked: bool,
    /// How many unknown names were compared with known ones.
    pub(crate) suggestions: usize,
}

impl Slot {
    /// What is kept, where it was read under the same.
    pub(crate) fn kept(&self, under: Under) -> Option<Rc<Kept>> {
        self.0.borrow().clone().filter(|kept| kept.under == under)
    }

    /// Keeps a reading in the place of the one before.
    pub(crate) fn keep(&self, kept: Kept) {
        *self.0.borrow_mut() = Some(Rc::new(kept));
    }
}

/// A file as it was read last.
#[derive(Debug)]
pub(crate) struct Known {
    number: usize,
    text: Arc<str>,
    pub(crate) document: Document,
    /// What was wrong with its syntax.
    faults: Vec<Fault>,
    /// Its parts, where it can be read by them.
    pieces: Vec<Piece>,
    /// What was read out of the whole.
    pub(crate) read: Slot,
    /// What it holds, where it is a bank.
    pub(crate) stock: OnceCell<Rc<Stock>>,
    shared: RefCell<Option<Shared>>,
}

/// What the questions of a bank share: its id and what several of them are about, and the number of that.
type Shared = (Read<BankId>, Read<Vec<Written>>, u64);

impl Known {
    /// The part that begins at this byte: its end, and the slot for what is read out of it.
    pub(crate) fn part(&self, start: usize) -> Option<(usize, &Slot)> {
        let place = self.pieces.binary_search_by_key(&start, |(at, _)| *at).ok()?;
        let (at, part) = self.pieces.get(place)?;
        Some((at + part.length(), &part.read))
    }
}

/// The files as they were read last, and what they were read under.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    files: RefCell<BTreeMap<String, Rc<Known>>>,
    names: RefCell<Option<Named>>,
    concepts: RefCell<Option<Rc<Read<Vec<Concept>>>>>,
    /// The courses as they were read last.
    pub(crate) courses: Slot,
    numbers: Cell<u64>,
    round: Cell<u64>,
}

/// The names that there were on a day, and the files that they were gathered from.
#[derive(Debug)]
struct Named {
    names: Rc<Names>,
    today: Date,
    frame: Frame,
    /// The number of the frame.
    number: u64,
}

/// What stands around the banks: which files there are, and all that is neither a bank nor a translation.
#[derive(Debug)]
struct Frame {
    paths: Vec<String>,
    /// None where there is a lesson that cannot be read, which nobody remembers.
    known: Option<Vec<Rc<Known>>>,
}

impl Frame {
    fn of(project: &Project<'_>) -> Self {
        let shared = [&project.sources, &project.glossary, &project.concepts].into_iter().flatten();
        let files = shared.chain(project.courses.values()).chain(project.modules.values());
        let files = files.map(|file| file.known.clone());
        let pages = project.lessons.values().map(|page| page.known.clone());
        Self {
            paths: project.texts.iter().map(|(path, _)| (*path).to_owned()).collect(),
            known: files.chain(pages).collect(),
        }
    }

    fn is(&self, other: &Self) -> bool {
        let same = |(one, other): (&Rc<Known>, &Rc<Known>)| Rc::ptr_eq(one, other);
        match (&self.known, &other.known) {
            (Some(one), Some(two)) => {
                one.len() == two.len() && one.iter().zip(two).all(same) && self.paths == other.paths
            }
            (None, _) | (_, None) => false,
        }
    }
}

impl Memory {
    /// Reads a TOML file, or gives it as it was read before. Notes what is wrong with its syntax.
    pub(crate) fn toml(
        &self,
        path: &str,
        text: &Arc<str>,
        sheet: &Sheet<'_>,
        stretch: std::ops::Range<usize>,
        faults: &Faults,
    ) -> Rc<Known> {
        let before = self.files.borrow().get(path).filter(|known| known.number == sheet.number).cloned();
        if let Some(known) =
            before.as_ref().filter(|known| Arc::ptr_eq(&known.text, text) || known.text == *text)
        {
            known.faults.iter().for_each(|fault| faults.again(fault.clone()));
            return Rc::clone(known);
        }
        self.files.borrow_mut().remove(path);
        let shared = before.as_ref().and_then(|known| known.shared.borrow().clone());
        // Nobody else holds the tree of a bank: it can be changed in its place.
        let before = before.map(|known| match Rc::try_unwrap(known) {
            Ok(known) => syntax::Before { document: Some(known.document), pieces: known.pieces },
            Err(known) => syntax::Before { document: None, pieces: known.pieces.clone() },
        });
        let found = faults.count();
        let (document, pieces) = syntax::parse_again(sheet, stretch, before, faults);
        let known = Rc::new(Known {
            number: sheet.number,
            text: Arc::clone(text),
            document,
            faults: faults.since(found),
            pieces,
            read: Slot::default(),
            stock: OnceCell::new(),
            shared: RefCell::new(shared),
        });
        self.files.borrow_mut().insert(path.to_owned(), Rc::clone(&known));
        known
    }

    /// The names of a project on a day. Where nothing but banks was changed they are those of before, with what the banks hold now.
    pub(crate) fn survey(&self, project: &Project<'_>, today: Date) -> Rc<Names> {
        let frame = Frame::of(project);
        let before = self.names.take();
        let (names, number, same) = match before {
            Some(mut known) if known.frame.is(&frame) => {
                let same = Rc::make_mut(&mut known.names).take_banks(project);
                (known.names, known.number, same && known.today == today)
            }
            before => {
                let names = Rc::new(names::survey(project));
                let same = before.is_some_and(|known| known.today == today && known.names.reads_as(&names));
                (names, self.number(), same)
            }
        };
        if !same {
            self.round.set(self.number());
        }
        self.names.replace(Some(Named { names: Rc::clone(&names), today, frame, number }));
        names
    }

    /// Takes note of the concepts.
    pub(crate) fn take_concepts(&self, concepts: &Rc<Read<Vec<Concept>>>) {
        let mut known = self.concepts.borrow_mut();
        if !known.as_ref().is_some_and(|known| Rc::ptr_eq(known, concepts) || known == concepts) {
            self.round.set(self.number());
        }
        *known = Some(Rc::clone(concepts));
    }

    /// The number of what stands around the banks.
    pub(crate) fn frame(&self) -> u64 {
        self.names.borrow().as_ref().map_or(0, |named| named.number)
    }

    /// The number of what is read under now.
    pub(crate) fn round(&self) -> u64 {
        self.round.get()
    }

    /// The number of what the questions of a bank share.
    pub(crate) fn shared(&self, bank: &Known, id: &Read<BankId>, stimuli: &Read<Vec<Written>>) -> u64 {
        let mut known = bank.shared.borrow_mut();
        match &*known {
            Some((own, about, number)) if own == id && about == stimuli => *number,
            Some(_) | None => {
                let number = self.number();
                *known = Some((id.clone(), stimuli.clone(), number));
                number
            }
        }
    }

    /// A number that there was not before.
    fn number(&self) -> u64 {
        self.numbers.set(self.numbers.get() + 1);
        self.numbers.get()
    }
}
