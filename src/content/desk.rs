//! What every reader has at hand: the names that exist, the list of faults, the list of what was used.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use domain::time::Date;

use crate::advice::{Advice, Mend};
use crate::diagnostic::{Code, Severity};
use crate::memory::{Kept, Memory, Slot, Under};
use crate::names::{Names, Sort, Stock, UNSAID};
use crate::nearest::{Near, nearest};
use crate::place::Place;
use crate::sheet::Sheet;
use crate::syntax::tree::Node;

/// A fault before its place is turned into lines and columns.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fault {
    pub(crate) code: Code,
    pub(crate) place: Place,
    pub(crate) message: String,
    pub(crate) help: String,
    /// The edit that mends it, where there is no doubt.
    pub(crate) mend: Option<Mend>,
}

/// Proof that an error was reported. Whoever has no value to give has one of these to give instead, so that a
/// catalogue is missing only where an author was told why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reported(());

/// A value, or the proof that an author was told why there is none.
pub(crate) type Read<T> = Result<T, Reported>;

/// The faults that were found so far.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    found: RefCell<Vec<Fault>>,
    error: Cell<Option<Reported>>,
}

impl Faults {
    /// Notes an error.
    pub(crate) fn error(
        &self,
        code: Code,
        place: Place,
        message: impl AsRef<str>,
        help: impl Into<Advice>,
    ) -> Reported {
        debug_assert_eq!(code.severity(), Severity::Error);
        self.note(code, place, message.as_ref(), help.into());
        self.error.set(Some(Reported(())));
        Reported(())
    }

    /// Notes a warning.
    pub(crate) fn warning(
        &self,
        code: Code,
        place: Place,
        message: impl AsRef<str>,
        help: impl Into<Advice>,
    ) {
        debug_assert_eq!(code.severity(), Severity::Warning);
        self.note(code, place, message.as_ref(), help.into());
    }

    /// The proof that some error was reported, if one was.
    pub(crate) fn any_error(&self) -> Option<Reported> {
        self.error.get()
    }

    /// All faults, in the order in which they were found.
    pub(crate) fn into_inner(self) -> Vec<Fault> {
        self.found.into_inner()
    }

    /// How many there are so far.
    pub(crate) fn count(&self) -> usize {
        self.found.borrow().len()
    }

    /// Those that were found after so many.
    pub(crate) fn since(&self, count: usize) -> Vec<Fault> {
        self.found.borrow().get(count..).unwrap_or_default().to_vec()
    }

    /// Something of each fault that was found so far.
    pub(crate) fn each<T: Ord>(&self, what: impl Fn(&Fault) -> T) -> BTreeSet<T> {
        self.found.borrow().iter().map(what).collect()
    }

    /// Notes a fault that was found elsewhere.
    pub(crate) fn again(&self, fault: Fault) {
        if fault.code.severity() == Severity::Error {
            self.error.set(Some(Reported(())));
        }
        self.found.borrow_mut().push(fault);
    }

    /// What `read` gives, without the warnings with these codes; and which of the codes there were.
    pub(crate) fn without<T>(&self, codes: &[Code], read: impl FnOnce() -> T) -> (T, BTreeSet<Code>) {
        let before = self.found.borrow().len();
        let read = read();
        let mut found = self.found.borrow_mut();
        let (silenced, kept): (Vec<Fault>, Vec<Fault>) = found
            .drain(before..)
            .partition(|fault| fault.code.severity() == Severity::Warning && codes.contains(&fault.code));
        found.extend(kept);
        (read, silenced.iter().map(|fault| fault.code).collect())
    }

    fn note(&self, code: Code, place: Place, message: &str, advice: Advice) {
        let Advice { help, mend } = advice;
        let (message, help) = (clean(message), clean(&help));
        self.found.borrow_mut().push(Fault { code, place, message, help, mend });
    }
}

/// What every reader has at hand.
#[derive(Debug)]
pub(crate) struct Desk<'a> {
    /// Where faults are noted.
    pub(crate) faults: &'a Faults,
    /// The names that authors declared.
    pub(crate) names: &'a Names,
    /// The day on which the files are checked.
    pub(crate) today: Date,
    /// The path and the text of every file, by number.
    texts: &'a [(&'a str, &'a str)],
    used: RefCell<BTreeSet<(Sort, String)>>,
    /// What banks were found to hold, as far as somebody asked.
    stocks: RefCell<BTreeMap<String, Option<Rc<Stock>>>>,
    overlooked: Cell<bool>,
    suggestions: Cell<usize>,
    /// Whether what is read is a translation in the place of its originals.
    translation: bool,
    /// What can be translated: the places of texts and of lists of them. None where nobody wants to know.
    translatable: Option<RefCell<BTreeSet<Place>>>,
    /// What was read before.
    memory: Option<&'a Memory>,
}

/// How many unknown names are compared with the known ones: a file with thousands of them has one cause, and
/// each comparison goes through every name.
const MOST_SUGGESTIONS: usize = 200;

impl<'a> Desk<'a> {
    /// A desk on which nothing was used yet.
    pub(crate) fn new(
        faults: &'a Faults,
        names: &'a Names,
        today: Date,
        texts: &'a [(&'a str, &'a str)],
    ) -> Self {
        Self {
            faults,
            names,
            today,
            texts,
            used: RefCell::default(),
            stocks: RefCell::default(),
            overlooked: Cell::new(false),
            suggestions: Cell::new(MOST_SUGGESTIONS),
            translation: false,
            translatable: None,
            memory: None,
        }
    }

    /// The same desk, on which is remembered what was read before.
    pub(crate) fn with_memory(self, memory: &'a Memory) -> Self {
        Self { memory: Some(memory), ..self }
    }

    /// What was read before; none where nobody remembers.
    pub(crate) fn memory(&self) -> Option<&'a Memory> {
        self.memory
    }

    /// What a file of its own is read under.
    pub(crate) fn under(&self) -> Under {
        Under { round: self.memory.map_or(0, Memory::round), shared: 0, free: true }
    }

    /// What is read out of a stretch, or was read out of it before under the same. Then everything that the reading left on the desk is laid there again.
    ///
    /// Without a stretch it is read out of several files, in which nothing may have moved.
    pub(crate) fn remember<T: 'static>(
        &self,
        slot: Option<&Slot>,
        under: Under,
        stretch: Option<Place>,
        read: impl FnOnce() -> T,
    ) -> Rc<T> {
        let Some(slot) = slot else { return Rc::new(read()) };
        if let Some(value) = slot.kept(under).and_then(|kept| self.lay_again(&kept, stretch)) {
            return value;
        }
        let (used_before, stocks_before) = (self.used.take(), self.stocks.take());
        let (found, suggestions) = (self.faults.count(), self.suggestions.get());
        let overlooked_before = self.overlooked.replace(false);
        let value = Rc::new(read());
        let faults = self.faults.since(found);
        let overlooked = self.overlooked.get();
        let used = self.used.replace(used_before);
        self.used.borrow_mut().extend(used.iter().cloned());
        let stocks = self.stocks.replace(stocks_before);
        self.stocks.borrow_mut().extend(stocks.iter().map(|(bank, stock)| (bank.clone(), stock.clone())));
        self.overlooked.set(overlooked || overlooked_before);
        let within = |place: &Place| {
            stretch.is_none_or(|stretch| {
                place.file == stretch.file && stretch.start <= place.start && place.end <= stretch.end
            })
        };
        let is_own = |fault: &Fault| {
            within(&fault.place) && fault.mend.as_ref().is_none_or(|mend| within(&mend.place))
        };
        // Where no comparison was left somebody may have been told less than otherwise.
        if self.suggestions.get() > 0 && faults.iter().all(is_own) {
            let suggestions = suggestions - self.suggestions.get();
            let start = stretch.map_or(0, |stretch| stretch.start);
            let value: Rc<dyn Any> = value.clone();
            slot.keep(Kept { under, start, value, faults, used, stocks, overlooked, suggestions });
        }
        value
    }

    /// Lays what a reading left on the desk there again, and gives its value.
    fn lay_again<T: 'static>(&self, kept: &Kept, stretch: Option<Place>) -> Option<Rc<T>> {
        let left = self.suggestions.get().checked_sub(kept.suggestions).filter(|left| *left > 0)?;
        if !kept.stocks.iter().all(|(bank, stock)| self.names.stocks.get(bank) == stock.as_ref()) {
            return None;
        }
        let value = Rc::clone(&kept.value).downcast().ok()?;
        self.suggestions.set(left);
        let start = stretch.map_or(0, |stretch| stretch.start);
        let moved = |place: Place| Place {
            start: place.start - kept.start + start,
            end: place.end - kept.start + start,
            ..place
        };
        for fault in &kept.faults {
            let mend = fault.mend.clone().map(|mend| Mend { place: moved(mend.place), ..mend });
            self.faults.again(Fault { place: moved(fault.place), mend, ..fault.clone() });
        }
        let mut used = self.used.borrow_mut();
        for name in &kept.used {
            // Most names are used again and again.
            if !used.contains(name) {
                used.insert(name.clone());
            }
        }
        self.stocks
            .borrow_mut()
            .extend(kept.stocks.iter().map(|(bank, stock)| (bank.clone(), stock.clone())));
        self.overlooked.set(self.overlooked.get() || kept.overlooked);
        Some(value)
    }

    /// What a bank holds, where there is such a bank. What is read now is read anew when that changes.
    pub(crate) fn stock(&self, bank: &str) -> Option<&'a Stock> {
        let stock = self.names.stocks.get(bank);
        if self.memory.is_some() {
            self.stocks.borrow_mut().insert(bank.to_owned(), stock.cloned());
        }
        stock.map(|stock| &**stock)
    }

    /// The same desk, for a translation in the place of its originals.
    pub(crate) fn of_translation(self) -> Self {
        Self { translation: true, ..self }
    }

    /// Whether what is read is a translation in the place of its originals.
    pub(crate) fn is_translation(&self) -> bool {
        self.translation
    }

    /// The same desk, on which it is noted which texts can be translated.
    pub(crate) fn for_translators(self) -> Self {
        Self { translatable: Some(RefCell::default()), ..self }
    }

    /// Notes that this is a text, or a list of texts, that a translation gives in another language.
    pub(crate) fn translatable(&self, node: &Node) {
        if let Some(places) = &self.translatable {
            places.borrow_mut().insert(node.place());
        }
    }

    /// Whether this was read as something that a translation gives in another language.
    pub(crate) fn is_translatable(&self, node: &Node) -> bool {
        self.translatable.as_ref().is_some_and(|places| places.borrow().contains(&node.place()))
    }

    /// A file by its number.
    pub(crate) fn sheet(&self, number: usize) -> Sheet<'a> {
        Sheet { number, text: self.texts.get(number).map_or("", |(_, text)| text) }
    }

    /// The language of a file, a BCP 47 tag.
    pub(crate) fn language(&self, number: usize) -> &'a str {
        self.names.languages.get(number).map_or(UNSAID, String::as_str)
    }

    /// Notes that a name is used, and that it is an error where nobody declared it.
    pub(crate) fn resolve(&self, sort: Sort, name: &str, place: Place) -> Read<()> {
        if self.names.has(sort, name) {
            self.used.borrow_mut().insert((sort, name.to_owned()));
            return Ok(());
        }
        // A file that could not be read whole may have declared it.
        if let (true, Some(reported)) = (self.names.is_incomplete(sort), self.faults.any_error()) {
            return Err(reported);
        }
        let what = sort.in_words();
        let help = self.meant(place, name, self.names.all(sort)).unwrap_or_else(|| {
            format!("Write the id of {}, or add it to {}.", sort.an_existing(), sort.home()).into()
        });
        Err(self.faults.error(sort.unknown(), place, format!("There is no {what} `{}`.", shown(name)), help))
    }

    /// Whether a name was used.
    pub(crate) fn was_used(&self, sort: Sort, name: &str) -> bool {
        // A pair of borrowed parts cannot look up a pair of owned ones.
        self.used.borrow().contains(&(sort, name.to_owned()))
    }

    /// Notes that a part of a file was left unread, so that something used in it may seem unused.
    pub(crate) fn overlook(&self) {
        self.overlooked.set(true);
    }

    /// Whether some part of a file was left unread.
    pub(crate) fn has_overlooked(&self) -> bool {
        self.overlooked.get()
    }

    /// The nearest name, as long as there were not too many questions.
    pub(crate) fn suggest<'n>(
        &self,
        written: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) -> Option<Near<'n>> {
        let left = self.suggestions.get().checked_sub(1)?;
        self.suggestions.set(left);
        nearest(written, known)
    }

    /// What to say of a name that nobody knows, where another one is near; with the edit where no third one is.
    pub(crate) fn meant<'n>(
        &self,
        at: Place,
        written: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) -> Option<Advice> {
        let near = self.suggest(written, known)?;
        let mend = if near.alone { self.rename(at, written, near.name) } else { None };
        Some(Advice::from(format!("Did you mean `{}`?", near.name)).with(mend))
    }

    /// The edit that writes a name in the place of another one, which stands once in a stretch of a file.
    pub(crate) fn rename(&self, at: Place, written: &str, name: &str) -> Option<Mend> {
        // Any other name would need quotation marks or escapes, and those depend on where it stands.
        let plain =
            |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "-_".contains(c));
        let title = format!("Write `{name}`");
        self.exchange(at, written, name, title).filter(|_| plain(name) && plain(written))
    }

    /// The edit that writes some words in the place of others, which stand once in a stretch of a file.
    pub(crate) fn exchange(&self, at: Place, written: &str, words: &str, title: String) -> Option<Mend> {
        let raw = self.sheet(at.file).slice(at.range());
        let first =
            raw.find(written).filter(|first| raw.rfind(written) == Some(*first) && !written.is_empty())?;
        let start = at.start + first;
        let place = Place { start, end: start + written.len(), ..at };
        Some(Mend { place, replacement: words.to_owned(), title })
    }
}

/// What an author wrote, short enough for a sentence.
pub(crate) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown: String = text.chars().take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// A sentence without the characters that would garble it where it is shown.
fn clean(sentence: &str) -> String {
    sentence.chars().map(|character| if character.is_control() { '\u{fffd}' } else { character }).collect()
}
