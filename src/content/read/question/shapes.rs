//! Which keys a question of each kind has.

use domain::question::Kind;

use super::{KINDS, LEVELS, PARTIALS};
use super::{case, choice, classify, cloze, common, elements, item, matching, numeric, reflection};
use super::{short_answer, true_false};
use crate::allow;
use crate::rules::promise;
use crate::shape::{Key, Of, Shape, may, needed, words_of};

/// The keys of every kind; whether `explain` must be there is left open.
macro_rules! common {
    ($explain:ident) => {
        &[
            needed("id", Of::Id, "Its id within the bank. Progress hangs on it: it holds for good."),
            needed(
                "kind",
                Of::Word(|| words_of(KINDS)),
                "What is done: chosen, matched, put in order, typed …",
            ),
            needed("objective", Of::Id, "The objective that it tests."),
            may(
                "level",
                Of::Word(|| words_of(LEVELS)),
                "How much thought it takes; `recall` where it is left out.",
            ),
            may("points", Of::Positive(100.0), "What it is worth; 1 where it is left out."),
            may("as_of", Of::Whole(1, 9999), "The year at which a figure or a status was true."),
            may("review_by", Of::Day, "The day by which somebody looks again whether it still holds."),
            may("held_by", Of::Text, "Whose view it is, where it is one."),
            may("stimulus", Of::Id, "The stimulus of the bank that it is about."),
            needed("stem", Of::Text, "What is asked."),
            may(
                "hints",
                Of::List(&Of::Table(&common::HINT), 0),
                "Help that a learner can ask for, one after the other.",
            ),
            $explain("explain", Of::Text, "Why the right answer is right."),
            needed("sources", Of::List(&Of::Citation, 1), "Where that is written: `[\"source-id:place\"]`."),
            may(
                "tests",
                Of::List(&Of::Table(&promise::TEST), 0),
                "Answers and the scores that they must get; run by `plenary check`.",
            ),
            may("shuffle", Of::Boolean, "`false` shows options, items and answers in the order of the file."),
            may(
                "partial",
                Of::Word(|| words_of(PARTIALS)),
                "How an answer is marked that is right in part; `each` where it is left out.",
            ),
            may("was", Of::List(&Of::Former, 0), "Former ids: `old-id`, or `old-bank/old-id`."),
            may("added", Of::Day, "The day on which it was added to a published bank."),
            may("retired", Of::Day, "The day from which it is drawn no more."),
            may(
                "allow",
                allow::ON_QUESTION,
                "Warnings about this question that are not to be given, each with a reason.",
            ),
        ]
    };
}

static EVERY: &[Key] = common!(needed);
static REFLECTED: &[Key] = common!(may);

const OPTIONS: Of = Of::List(&Of::Table(&choice::OPTION), 2);

static CHOSEN: &[Key] = &[needed("options", OPTIONS, "What is chosen among.")];
static STATED: &[Key] = &[
    needed("answer", Of::Boolean, "Whether the statement in the stem is true."),
    may("feedback", Of::Table(&true_false::FEEDBACK), "What is said to those who hold it true, and false."),
    may("reasons", OPTIONS, "Reasons to choose among; one of them is right."),
];
static SORTED: &[Key] = &[
    needed("categories", Of::Pairs(&Of::Text, 2), "What items go into, each under its key."),
    needed("items", Of::List(&Of::Table(&classify::ITEM), 1), "What is sorted."),
];
static MATCHED: &[Key] = &[
    needed("answers", Of::Pairs(&Of::Text, 2), "What items are matched with, each under its key."),
    needed("items", Of::List(&Of::Table(&matching::ITEM), 2), "What is matched."),
];
static TESTED: &[Key] = &[
    needed("concept", Of::Id, "The concept whose elements are tested."),
    needed("facts", Of::Text, "The facts of the case, with passages written `[words](key)`."),
    needed(
        "findings",
        Of::List(&Of::Table(&elements::FINDING), 0),
        "A finding on each element of the concept.",
    ),
    needed("conclusion", OPTIONS, "The conclusions to choose among; one of them is right."),
];
static ORDERED: &[Key] =
    &[needed("items", Of::List(&Of::Table(&item::ORDERED), 2), "The items in their right order.")];
static FILLED: &[Key] = &[
    needed("text", Of::Text, "A text with gaps, each written `[](key)`."),
    needed(
        "gaps",
        Of::Pairs(&Of::Either(&[Of::Table(&cloze::TYPED), Of::Table(&cloze::CHOSEN)]), 0),
        "What fills each gap, under its key.",
    ),
    may(
        "words",
        Of::Pairs(&Of::Text, 2),
        "The bank of words from which gaps are filled, each under its key.",
    ),
];
static FOLDED: &[Key] = &[
    may("case_matters", Of::Boolean, "Whether capital letters matter."),
    may("accents_matter", Of::Boolean, "Whether accents matter."),
    may(
        "slips",
        Of::Whole(0, super::folding::MOST_SLIPS),
        "How many slips are let pass; 1 where it is left out.",
    ),
];
static TYPED: &[Key] = &[
    needed("accept", Of::List(&Of::Text, 1), "The answers that count."),
    may("expected", Of::List(&Of::Table(&short_answer::EXPECTED), 0), "Wrong answers that were foreseen."),
    may("feedback", Of::Text, "What is said of a wrong answer that was not foreseen."),
];
static COUNTED: &[Key] = &[
    may("asks", Of::Word(|| words_of(numeric::ASKS)), "`year` takes four digits alone."),
    needed("value", Of::Number(-numeric::MOST, numeric::MOST), "The number."),
    may("tolerance", Of::Number(0.0, numeric::MOST), "How far an answer may be off."),
    may("unit", Of::Text, "The unit that stands behind the field."),
    may("units", OPTIONS, "Units to choose among; one of them is right."),
    may("expected", Of::List(&Of::Table(&numeric::EXPECTED), 0), "Wrong numbers that were foreseen."),
    may("feedback", Of::Text, "What is said of a wrong number that was not foreseen."),
];
static MARKED: &[Key] = &[
    needed("text", Of::Text, "A text whose passages are written `[words](key)`."),
    needed("proof", Of::List(&Of::Id, 1), "The passages that are right."),
    may("feedback", Of::Pairs(&Of::Text, 0), "What is said of each passage, under its key."),
];
static WALKED: &[Key] =
    &[needed("steps", Of::List(&Of::Table(&case::STEP), 1), "The steps; the first is the beginning.")];
static WRITTEN: &[Key] = &[
    needed("model", Of::Text, "A model answer."),
    may("checklist", Of::List(&Of::Table(&reflection::POINT), 0), "What a good answer contains."),
];

/// The table of a kind. One of which nobody knows the kind can have the keys of all.
pub(crate) fn of(kind: Option<Kind>) -> &'static Shape {
    static SINGLE_CHOICE: Shape =
        Shape::new("single-choice", "a single-choice question", &[EVERY, CHOSEN]).refusing(&["partial"]);
    static MULTIPLE_RESPONSE: Shape =
        Shape::new("multiple-response", "a multiple-response question", &[EVERY, CHOSEN]);
    static TRUE_FALSE: Shape = Shape::new("true-false", "a true-false question", &[EVERY, STATED]);
    static CLASSIFY: Shape = Shape::new("classify", "a classify question", &[EVERY, SORTED]);
    static MATCHING: Shape = Shape::new("matching", "a matching question", &[EVERY, MATCHED]);
    static ELEMENTS: Shape = Shape::new("elements", "an elements question", &[EVERY, TESTED]);
    static ORDERING: Shape = Shape::new("ordering", "an ordering question", &[EVERY, ORDERED]);
    static CLOZE: Shape = Shape::new("cloze", "a cloze question", &[EVERY, FILLED, FOLDED]);
    static SHORT_ANSWER: Shape =
        Shape::new("short-answer", "a short-answer question", &[EVERY, TYPED, FOLDED]).refusing(&["partial"]);
    static NUMERIC: Shape = Shape::new("numeric", "a numeric question", &[EVERY, COUNTED]);
    static HIGHLIGHT: Shape = Shape::new("highlight", "a highlight question", &[EVERY, MARKED]);
    static CASE: Shape = Shape::new("case", "a case", &[EVERY, WALKED]).refusing(&["partial"]);
    static REFLECTION: Shape = Shape::new("reflection", "a reflection", &[REFLECTED, WRITTEN])
        .refusing(&["points", "partial", "tests"]);
    static UNKNOWN: Shape = Shape::new(
        "question",
        "a question",
        &[
            EVERY, CHOSEN, STATED, SORTED, MATCHED, TESTED, FILLED, FOLDED, TYPED, COUNTED, MARKED, WALKED,
            WRITTEN,
        ],
    );
    match kind {
        Some(Kind::SingleChoice) => &SINGLE_CHOICE,
        Some(Kind::MultipleResponse) => &MULTIPLE_RESPONSE,
        Some(Kind::TrueFalse) => &TRUE_FALSE,
        Some(Kind::Classify) => &CLASSIFY,
        Some(Kind::Matching) => &MATCHING,
        Some(Kind::Elements) => &ELEMENTS,
        Some(Kind::Ordering) => &ORDERING,
        Some(Kind::Cloze) => &CLOZE,
        Some(Kind::ShortAnswer) => &SHORT_ANSWER,
        Some(Kind::Numeric) => &NUMERIC,
        Some(Kind::Highlight) => &HIGHLIGHT,
        Some(Kind::Case) => &CASE,
        Some(Kind::Reflection) => &REFLECTION,
        None => &UNKNOWN,
    }
}

/// The table of each kind, with the name of the kind.
pub(crate) fn all() -> impl Iterator<Item = (&'static str, &'static Shape)> {
    KINDS.iter().map(|(name, kind)| (*name, of(Some(*kind))))
}
