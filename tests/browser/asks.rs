//! The questions of the small course, at least one of each kind, and the ways to answer them.

mod further;
mod translated;

use domain::language::Language;
use texts::reader::Reader;

use super::workbench::{Hand, Page, squeezed};

/// A question as a person meets it.
#[derive(Debug, PartialEq)]
pub(super) struct Ask {
    /// A name for pictures.
    pub(super) name: &'static str,
    /// What is asked.
    pub(super) stem: &'static str,
    wrong: &'static [Deed],
    /// Empty where the kind is right or wrong and nothing between.
    partly: &'static [Deed],
    right: &'static [Deed],
    /// The points that the answer which is partly right earns.
    partly_points: &'static str,
    /// The feedback on the answer that is wrong, on the one that is partly right, and on the one that is right.
    pub(super) said: [&'static str; 3],
    /// Why the right answer is right.
    pub(super) explain: &'static str,
    /// Where that is written.
    pub(super) source: &'static str,
}

/// One thing to do for an answer.
#[derive(Debug, PartialEq)]
enum Deed {
    /// Choose an option.
    Choose(&'static str),
    /// Take the choice of an option back.
    Uncheck(&'static str),
    /// Choose an option of a group.
    Sort(&'static str, &'static str),
    /// Match an item with an answer.
    Pair(&'static str, &'static str),
    /// Type a text into a field.
    Type(&'static str, &'static str),
    /// Choose a word for a gap.
    Pick(&'static str, &'static str),
    /// Press a button: an item, a passage, a way.
    Press(&'static str),
    /// Press a button and be told so.
    Hear(&'static str, &'static str),
    /// Press a button and be led to the heading of the next step.
    Step(&'static str, &'static str),
}

/// How good an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grade {
    Wrong,
    /// Right, where the kind knows no more and less.
    Partly,
    Right,
}

use Deed::{Choose, Hear, Pair, Pick, Press, Sort, Step, Type, Uncheck};

/// The questions of the bank “further”.
pub(super) const FURTHER: [Ask; 9] = further::ASKS;

/// The questions of the bank “kinds”.
pub(super) const ASKS: [Ask; 6] = [
    Ask {
        name: "single-choice",
        stem: "A State signed subject to ratification. Which act binds it?",
        wrong: &[Choose("Telling it to the press")],
        partly: &[],
        right: &[Choose("Depositing its ratification")],
        partly_points: "",
        said: [
            "Words to the press reach no depositary.",
            "",
            "With the deposit the other parties can rely on it.",
        ],
        explain: "Consent is expressed by the very act that the signature was subject to.",
        source: "Vienna Convention, art. 14",
    },
    Ask {
        name: "multiple-response",
        stem: "Which of these can express consent to be bound?",
        wrong: &[Choose("Abstention"), Choose("Applause")],
        partly: &[Choose("Acceptance")],
        right: &[Choose("Accession"), Choose("Acceptance")],
        partly_points: "0.5 of 1 point",
        said: [
            "Abstaining in a vote binds nobody.",
            "It works as a ratification does.",
            "It needs no earlier signature.",
        ],
        explain: "The Convention lists the means and adds any other means on which the parties agree.",
        source: "Vienna Convention, art. 11",
    },
    Ask {
        name: "true-false",
        stem: "Accession needs an earlier signature.",
        wrong: &[Choose("True")],
        partly: &[],
        right: &[Choose("False")],
        partly_points: "",
        said: ["That is what ratification needs.", "", "It is made for those who did not sign."],
        explain: "A State accedes to a treaty that it has not signed.",
        source: "Vienna Convention, art. 15",
    },
    Ask {
        name: "classify",
        stem: "Does each act prepare consent, or express it?",
        wrong: &[
            Sort("Adoption of the text", "Expresses it"),
            Sort("Ratification", "Prepares it"),
            Sort("Accession", "Prepares it"),
        ],
        partly: &[
            Sort("Ratification", "Expresses it"),
            Sort("Accession", "Expresses it"),
            Sort("Adoption of the text", "Expresses it"),
        ],
        right: &[
            Sort("Accession", "Expresses it"),
            Sort("Adoption of the text", "Prepares it"),
            Sort("Ratification", "Expresses it"),
        ],
        partly_points: "0.67 of 1 point",
        said: ["It fixes the words.", "It follows a signature.", "It takes one step in place of two."],
        explain: "Fixing the words comes first; to be bound by them is another act.",
        source: "Vienna Convention, art. 9",
    },
    Ask {
        name: "matching",
        stem: "Which article says what?",
        wrong: &[
            Pair("Article 26", "Words have their ordinary meaning"),
            Pair("Article 31", "Some norms yield to no treaty"),
            Pair("Article 53", "Treaties are kept in good faith"),
        ],
        partly: &[
            Pair("Article 26", "Treaties are kept in good faith"),
            Pair("Article 31", "Treaties are registered"),
            Pair("Article 53", "Words have their ordinary meaning"),
        ],
        // The last pair takes an answer back from another item, which then is matched anew.
        right: &[
            Pair("Article 31", "Treaties are kept in good faith"),
            Pair("Article 53", "Some norms yield to no treaty"),
            Pair("Article 26", "Treaties are kept in good faith"),
            Pair("Article 31", "Words have their ordinary meaning"),
        ],
        partly_points: "0.33 of 1 point",
        said: [
            "In Latin: pacta sunt servanda.",
            "They are called peremptory.",
            "In their context and in the light of the purpose.",
        ],
        explain: "Three rules that every reader of a treaty comes back to.",
        source: "Vienna Convention",
    },
    Ask {
        name: "elements",
        stem: "Is this a reservation? Test the facts against the definition.",
        wrong: &[
            Sort("A statement by one State", "Not met"),
            Sort("Made on joining", "Not met"),
            Sort("Meant to change the effect of a rule", "Met"),
            Sort("Conclusion", "A reservation"),
        ],
        partly: &[
            Sort("A statement by one State", "Met"),
            Sort("Made on joining", "Met"),
            Sort("Words that prove it: Made on joining", "declares on its own"),
            Sort("Words that prove it: A statement by one State", "declares on its own"),
            Sort("Meant to change the effect of a rule", "Not enough facts"),
            Sort("Conclusion", "An amendment"),
        ],
        right: &[
            Sort("Conclusion", "It cannot be said yet"),
            Sort("A statement by one State", "Met"),
            Sort("Words that prove it: A statement by one State", "declares on its own"),
            Sort("Made on joining", "Met"),
            Sort("Words that prove it: Made on joining", "in its instrument of ratification"),
            Sort("Meant to change the effect of a rule", "Not enough facts"),
        ],
        partly_points: "0.67 of 1 point",
        said: [
            "Careful reading changes nothing; what it wants is not known.",
            "One State cannot amend a treaty on its own.",
            "The aim is open.",
        ],
        explain: "A statement that leaves open whether it changes a rule cannot be called a reservation yet.",
        source: "Vienna Convention, art. 2(1)(d)",
    },
];

/// The question that is on the page.
#[track_caller]
pub(super) fn current(page: &Page) -> &'static Ask {
    page.wait("a question of the small course", |tree| {
        let text = squeezed(&tree.text());
        let mut asked = ASKS.iter().chain(&FURTHER).filter(|ask| text.contains(&squeezed(ask.stem)));
        asked.next().filter(|_| asked.next().is_none())
    })
}

impl Page {
    /// Leads through a practice quiz to the question of this name, and answers wrongly those before it.
    #[track_caller]
    pub(super) fn until_asked(&self, name: &str) -> &'static Ask {
        loop {
            let ask = current(self);
            if ask.name == name {
                return ask;
            }
            ask.respond(Hand::Mouse, self, Grade::Wrong);
            self.press("Check the answer");
            self.press("Next question");
            self.until("the next question", |tree| !squeezed(&tree.text()).contains(&squeezed(ask.stem)));
        }
    }
}

impl Ask {
    /// Responds to the question, without giving the answer.
    #[track_caller]
    pub(super) fn respond(&self, hand: Hand, page: &Page, grade: Grade) {
        self.respond_in(Language::English, hand, page, grade);
    }

    /// The same where the interface speaks another language; the question itself is in English still.
    #[track_caller]
    pub(super) fn respond_in(&self, language: Language, hand: Hand, page: &Page, grade: Grade) {
        self.deeds(grade).iter().for_each(|deed| deed.perform(language, hand, page));
    }

    /// Does the first thing that the right answer needs.
    #[track_caller]
    pub(super) fn begin(&self, hand: Hand, page: &Page) {
        self.deeds(Grade::Right)[0].perform(Language::English, hand, page);
    }

    /// Undoes what [`Ask::begin`] did, as far as no other answer writes over it.
    #[track_caller]
    pub(super) fn begin_anew(&self, page: &Page) {
        let all: &[Deed] = match self.name {
            "ordering" => &[Press("Take back: Signature")],
            "highlight" => &[Press("without asking the others")],
            "case" => &[Step("Take the last decision back", "Step 1")],
            _ => &[],
        };
        all.iter().for_each(|deed| deed.perform(Language::English, Hand::Mouse, page));
    }

    /// Undoes the answer that was wrong, as far as the right one does not write over it.
    #[track_caller]
    pub(super) fn clear(&self, page: &Page) {
        let all: &[Deed] = match self.name {
            "multiple-response" => &[Uncheck("Abstention"), Uncheck("Applause")],
            "ordering" => &[
                Press("Take back: Entry into force"),
                Press("Take back: Ratification"),
                Press("Take back: Signature"),
                Press("Take back: Adoption of the text"),
            ],
            "highlight" => self.wrong,
            "case" => &[Press("Take the last decision back"), Step("Take the last decision back", "Step 1")],
            _ => &[],
        };
        all.iter().for_each(|deed| deed.perform(Language::English, Hand::Mouse, page));
    }

    fn deeds(&self, grade: Grade) -> &'static [Deed] {
        match grade {
            Grade::Wrong => self.wrong,
            Grade::Partly if self.partly.is_empty() => self.right,
            Grade::Partly => self.partly,
            Grade::Right => self.right,
        }
    }

    /// Whether an answer can be right or wrong.
    pub(super) fn is_marked(&self) -> bool {
        self.name != "reflection"
    }

    /// The verdict, and the points that the answer earns.
    pub(super) fn verdict(&self, grade: Grade) -> (&'static str, &'static str) {
        match grade {
            _ if !self.is_marked() => ("Noted", ""),
            Grade::Wrong => ("Not right", "0 of 1 point"),
            Grade::Partly if !self.partly.is_empty() => ("Partly right", self.partly_points),
            Grade::Partly | Grade::Right => ("Right", "1 of 1 point"),
        }
    }

    /// What is said of an answer of this grade.
    pub(super) fn feedback(&self, grade: Grade) -> &'static str {
        let [wrong, partly, right] = self.said;
        match grade {
            Grade::Wrong => wrong,
            Grade::Partly if !self.partly.is_empty() => partly,
            Grade::Partly | Grade::Right => right,
        }
    }
}

impl Deed {
    #[track_caller]
    fn perform(&self, language: Language, hand: Hand, page: &Page) {
        let [from, to] = [Language::English, language].map(Reader::of);
        let own = |words: &str| translated::translated(words, from, to);
        match self {
            Choose(option) => hand.choose(page, None, &own(option)),
            Uncheck(option) => {
                page.click(option, |tree| tree.find("checkbox", option).cloned());
            }
            Sort(group, option) => hand.choose(page, Some(&own(group)), &own(option)),
            Pair(item, answer) => hand.pair(page, item, answer),
            Type(field, text) => hand.type_in(page, &own(field), text),
            Pick(gap, word) => hand.pick(page, &own(gap), word),
            Press(button) => hand.press(page, &own(button)),
            Hear(button, said) => {
                hand.press(page, &own(button));
                page.hears(&own(said));
            }
            Step(button, heading) => {
                hand.press(page, &own(button));
                page.focus_is("heading", &own(heading));
            }
        }
    }
}
