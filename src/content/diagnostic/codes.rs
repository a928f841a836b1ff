//! Every code, with its page in the manual. A code that was given out keeps its meaning for good.

use std::fmt;

use super::Severity;
use crate::nearest::nearest;

/// Where the page of a code is written.
enum Page {
    /// Here.
    Text(&'static str),
    /// In the comment at the head of the rule's own file.
    Rule(&'static str),
}

macro_rules! codes {
    ($($variant:ident $severity:ident $code:literal $name:literal $title:literal $page:expr;)+) => {
        /// Which rule a diagnostic comes from.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $title] $variant,)+
        }

        impl Code {
            /// Every code, in the order of the manual.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The code: `E101`.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The name of the rule: `unknown-key`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// Whether a course can be shown in spite of it. The same for every diagnostic with this code.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// The rule in one sentence.
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)+ }
            }

            fn page(self) -> Page {
                match self { $(Self::$variant => $page,)+ }
            }
        }
    };
}

macro_rules! rule {
    ($file:literal) => {
        Page::Rule(include_str!(concat!("../rules/", $file)))
    };
}

codes! {
    NotUtf8 Error "E001" "not-utf8" "A file is not UTF-8 text."
        Page::Text("Save the file as UTF-8. Every current editor can; older ones call it *Unicode (UTF-8)*.");
    Syntax Error "E002" "syntax" "The TOML cannot be read."
        Page::Text("Usually a quotation mark, a bracket or a comma is missing at the place or shortly before it. \
            The rest of the file is checked all the same, part by part.");
    DuplicateKey Error "E003" "duplicate-key" "A key is written twice in one table."
        Page::Text("Keep one of the two.");
    FrontMatter Error "E004" "front-matter" "A lesson does not begin with its front matter."
        Page::Text("A lesson begins with a line `+++`, then TOML with `title` and `objectives`, then another line `+++`.");

    UnknownKey Error "E101" "unknown-key" "A key is not known here."
        Page::Text("Nothing is ignored in silence: a key that was mistyped would otherwise be a rule that was never applied.");
    MissingKey Error "E102" "missing-key" "A required key is missing."
        Page::Text("The place is the head of the table that needs the key.");
    WrongType Error "E103" "wrong-type" "A value is of another type than its key asks for."
        Page::Text("A text stands in quotation marks; numbers, `true`, `false` and dates stand without them.");
    UnknownValue Error "E104" "unknown-value" "A value is none of those that its key allows."
        Page::Text("The message lists the values that are allowed.");
    BadId Error "E105" "bad-id" "An id is not made as ids are."
        Page::Text("Ids are lower-case letters, digits and single hyphens, begin with a letter and have at most 64 \
            characters. They hold for good: a learner's progress hangs on them.");
    OutOfRange Error "E106" "out-of-range" "A number is outside its range."
        Page::Text("The message names the range.");
    Format Error "E107" "format" "The format of the file is missing, or not known."
        Page::Text("Every TOML file has `format = 1`, so that a later Plenary still knows how to read it.");
    WrongName Error "E108" "wrong-name" "An id is not the name of its file or folder."
        Page::Text("The two are always the same, so that each can be found from the other.");
    EmptyText Error "E109" "empty-text" "A text is empty."
        Page::Text("Write the text, or take the key away where it can be left out.");
    DuplicateId Error "E110" "duplicate-id" "An id is given twice."
        Page::Text("Two things of one sort with the same id could not be told apart. Objectives are unique over all courses, \
            questions within their bank, keys within their question.");
    TooFew Error "E111" "too-few" "A list needs more entries."
        Page::Text("The message says how many.");
    ReservedId Error "E112" "reserved-id" "An id is the address of something else on the site."
        Page::Text("Every course has a page `glossary` and a page `sources`, so no module can have these names; every site has \
            the folders `assets` and `data`, so no course can have those.");

    RawHtml Error "E201" "raw-html" "Raw HTML and HTML comments are not allowed."
        Page::Text("What is written in Markdown is safe to show in every browser and on paper. To show a `<` itself, write `\\<`.");
    Image Error "E202" "image" "Images cannot be shown yet."
        Page::Text("Say in words or in a table what the image shows; a screen reader needs the words in any case.");
    LinkAddress Error "E203" "link-address" "A link has an address that is not allowed."
        Page::Text("Links go to `https:`, `http:` and `mailto:` addresses; in lessons also to other lessons: `other-lesson.md`, \
            `../other-module/lesson.md`.");
    HeadingLevel Error "E204" "heading-level" "A heading is on the wrong level."
        Page::Text("The title of the lesson is its first heading. Headings in the text begin at `##`, and below `##` comes `###`: \
            a reader who listens moves from heading to heading and needs every level.");
    MisplacedBlock Error "E205" "misplaced-block" "A text holds a block that cannot stand there."
        Page::Text("Options, feedback, definitions and summaries are one paragraph. Stems, facts and explanations can \
            have paragraphs, lists, quotations and tables. Headings and boxes belong in lessons.");
    TermForm Error "E206" "term-form" "`[[` does not open a link to a term."
        Page::Text("Write `[[term-id]]` or `[[term-id|words]]`. In a table the bar is written `\\|`. \
            To show the brackets themselves, write `\\[\\[`.");
    NestedLink Error "E207" "nested-link" "A link stands inside another link."
        Page::Text("A citation and a link to a term are links themselves. Put them before or after the other link.");

    PassageForm Error "E208" "passage-form" "A passage or a gap is written where or as it cannot be."
        Page::Text("In the text of a highlight question a passage is written `[words](key)`, in that of a cloze question a gap \
            `[](key)`. Neither can stand within an emphasis or a link.");

    UnknownTerm Error "E301" "unknown-term" "A term is not in the glossary."
        Page::Text("Terms are declared in `courses/glossary.toml`.");
    UnknownSource Error "E302" "unknown-source" "A source is not declared."
        Page::Text("Sources are declared in `courses/sources.toml`.");
    UnknownConcept Error "E303" "unknown-concept" "A concept is not declared."
        Page::Text("Concepts are declared in `courses/concepts.toml`.");
    UnknownObjective Error "E304" "unknown-objective" "An objective belongs to no module."
        Page::Text("Objectives are declared in the `module.toml` of their module.");
    UnknownBank Error "E305" "unknown-bank" "A bank of questions does not exist."
        Page::Text("A bank is a file in `questions/`; its id is the name of the file.");
    UnknownLesson Error "E306" "unknown-lesson" "A lesson does not exist."
        Page::Text("A lesson is a Markdown file in the folder of its module, listed in `lessons` of `module.toml`.");
    UnknownModule Error "E307" "unknown-module" "A module does not exist."
        Page::Text("A module is a folder with a `module.toml` in the folder of its course, listed in `modules` of `course.toml`.");

    UnknownStimulus Error "E308" "unknown-stimulus" "A stimulus is not declared in the bank."
        Page::Text("What several questions are about is declared once in their bank: `[stimulus.ID]` with `title` and `text`.");

    UnusedTerm Warning "W321" "unused-term" "A term is never linked."
        rule!("unused.rs");
    UnusedSource Warning "W322" "unused-source" "A source is never cited."
        rule!("unused.rs");
    UnusedConcept Warning "W323" "unused-concept" "A concept is never used."
        rule!("unused.rs");
    UnusedBank Warning "W324" "unused-bank" "No quiz draws from a bank."
        rule!("unused.rs");
    UntestedObjective Warning "W325" "untested-objective" "No question that a quiz of the module can draw tests an objective."
        rule!("objectives.rs");
    UntaughtObjective Warning "W326" "untaught-objective" "No lesson serves an objective."
        rule!("objectives.rs");
    UnlistedLesson Warning "W327" "unlisted-lesson" "A lesson is not listed in its module."
        rule!("unlisted.rs");
    UnlistedModule Warning "W328" "unlisted-module" "A module is not listed in its course."
        rule!("unlisted.rs");
    StrayFile Warning "W329" "stray-file" "A file stands where Plenary does not look for one."
        rule!("unlisted.rs");

    OneCorrect Error "E401" "one-correct" "A single-choice question has exactly one right option."
        rule!("one_correct.rs");
    NoneCorrect Error "E402" "none-correct" "A multiple-response question has at least one right option."
        rule!("some_correct.rs");
    DuplicateText Error "E403" "duplicate-text" "Two options, items, answers or passages read the same."
        rule!("distinct.rs");
    Findings Error "E404" "findings" "The findings are those of the concept's elements, one for each."
        rule!("findings.rs");
    UnknownPassage Error "E405" "unknown-passage" "A proof is not a marked passage of the facts."
        rule!("passages.rs");
    UnusedPassage Warning "W406" "unused-passage" "A marked passage proves nothing."
        rule!("passages.rs");
    UnknownCategory Error "E407" "unknown-category" "An item belongs to a category that the question does not have."
        rule!("places.rs");
    UnknownAnswer Error "E408" "unknown-answer" "An item is matched with an answer that the question does not have."
        rule!("places.rs");
    SharedAnswer Error "E409" "shared-answer" "Two items are matched with one answer."
        rule!("shared_answer.rs");
    NoPartial Error "E410" "no-partial" "A question of this kind has no partial credit."
        rule!("partial.rs");
    NoFeedback Warning "W411" "no-feedback" "A choice has no feedback."
        rule!("feedback.rs");
    Overdue Warning "W412" "overdue" "The date of review is past."
        rule!("overdue.rs");
    FailedTest Error "E413" "failed-test" "A test of the question fails."
        rule!("promise.rs");
    NotReady Error "E414" "not-ready" "The response of a test is not finished."
        rule!("promise.rs");
    TestResponse Error "E415" "test-response" "The response of a test is none that the question allows."
        rule!("promise.rs");

    Gaps Error "E416" "gaps" "The gaps of a text and what fills them are not the same."
        rule!("gaps.rs");
    UnknownWord Error "E417" "unknown-word" "A gap is filled with a word that the question does not have."
        rule!("gaps.rs");
    CaseWays Error "E418" "case-ways" "A way through a case leads nowhere, or in circles."
        rule!("ways.rs");
    Foreseen Error "E419" "foreseen" "An answer is both accepted and expected as wrong."
        rule!("foreseen.rs");
    Units Error "E420" "units" "A numeric question has a unit, or units to choose from, not both."
        Page::Text("`unit` stands behind the field and is given; `units` are chosen by the learner, and one of them is right.");
    Unmarked Error "E421" "unmarked" "A reflection is never marked."
        rule!("unmarked.rs");

    DrawTooMany Error "E501" "draw-too-many" "A quiz draws more questions than there are."
        rule!("draws.rs");
    DrawForm Error "E502" "draw-form" "A draw says either `count` or `each_objective`."
        rule!("draws.rs");
    Conditions Error "E504" "conditions" "The conditions of a quiz do not fit together."
        rule!("conditions.rs");
    After Error "E503" "after" "A module comes after itself, or after one that stands later in the course."
        rule!("after.rs");

    UnknownLanguage Error "E601" "unknown-language" "The name of a file says a language that Plenary does not speak."
        rule!("languages.rs");
    NoOriginal Error "E602" "no-original" "A translation has no original."
        rule!("languages.rs");
    OtherLanguage Error "E603" "other-language" "A translation is in another language than its name says, or in that of its original."
        rule!("languages.rs");
    NotAText Error "E604" "not-a-text" "A translation holds something that is no text of its original."
        Page::Text("A translation holds the texts that learners read and the keys under which they stand. What is right, what it is worth \
            and what belongs together is said once, in the original, and holds in every language.");
    NotAsLong Error "E605" "not-as-long" "A list in a translation is longer or shorter than that of its original."
        Page::Text("Entries with a key (`key`, `id`, `element`, `with`) are translated under that key. Entries without one are translated in a list \
            of the same length and order. Only lists that hang on the language, such as other names of a term, can be \
            longer or shorter.");
    NotWhole Warning "W606" "not-whole" "A part of a translation is not whole, and the original is shown in its place."
        Page::Text("A question, a term or a lesson with a text in one language and a text in another would be read by nobody. Add what is \
            missing, or take the entry away: an entry that is not translated at all is no mistake, and `check` counts it.");

    KeyIsLongest Warning "W701" "key-is-longest" "The key is clearly the longest option."
        rule!("key_is_longest.rs");
    KeyOftenLongest Warning "W702" "key-often-longest" "The key is the longest option far too often."
        rule!("key_is_longest.rs");
    KeyPosition Warning "W703" "key-position" "The keys of a bank stand at one place far too often, or far too seldom."
        rule!("key_position.rs");
    NegativeStem Warning "W704" "negative-stem" "A question is asked in the negative, and the word does not stand out."
        rule!("negative_stem.rs");
    AllOfTheAbove Warning "W705" "all-of-the-above" "An option is about the other options."
        rule!("all_of_the_above.rs");
    AbsoluteWords Warning "W706" "absolute-words" "Only wrong options have absolute words."
        rule!("absolute_words.rs");
    Overlap Warning "W707" "overlap" "Two options overlap, or say the same."
        rule!("overlap.rs");
    GrammaticalCue Warning "W708" "grammatical-cue" "Grammar tells which options are right or wrong."
        rule!("grammatical_cue.rs");
    RepeatedBeginning Warning "W709" "repeated-beginning" "Every option begins with the same words."
        rule!("repeated_beginning.rs");
    WordOfTheStem Warning "W710" "word-of-the-stem" "Only the key repeats a word of the stem."
        rule!("word_of_the_stem.rs");
    UndatedFigure Warning "W711" "undated-figure" "A figure has no year."
        rule!("undated_figure.rs");
    UnattributedView Warning "W712" "unattributed-view" "A view is held by nobody."
        rule!("unattributed_view.rs");
    TermSpelling Warning "W713" "term-spelling" "A term is not written as the glossary has it."
        rule!("term_spelling.rs");
    TellingHint Warning "W714" "telling-hint" "A hint holds the key."
        rule!("telling_hint.rs");
    FewQuestions Warning "W715" "few-questions" "Too few questions test an objective."
        rule!("few_questions.rs");
    NeedlessAllow Warning "W716" "needless-allow" "An allowance silences nothing."
        rule!("needless_allow.rs");
}

impl Code {
    /// The code with a number or a name, in capital or small letters: `W701`, `key-is-longest`.
    pub fn named(written: &str) -> Option<Self> {
        let is_meant = |code: &Self| {
            code.as_str().eq_ignore_ascii_case(written) || code.name().eq_ignore_ascii_case(written)
        };
        Self::ALL.iter().copied().find(is_meant)
    }

    /// The code whose number or name is nearest to what was written, where one is near.
    pub fn near(written: &str) -> Option<Self> {
        let known = Self::ALL.iter().flat_map(|code| [code.as_str(), code.name()]);
        nearest(&written.to_ascii_lowercase(), known.clone())
            .or_else(|| nearest(&written.to_ascii_uppercase(), known))
            .and_then(|near| Self::named(near.name))
    }

    /// What the rule is for and what to do, in Markdown.
    pub fn explanation(self) -> String {
        match self.page() {
            Page::Text(text) => text.to_owned(),
            Page::Rule(file) => head_comment(file),
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The `//!` lines at the head of a file.
fn head_comment(file: &str) -> String {
    let lines = file.lines().map_while(|line| line.strip_prefix("//!"));
    let lines: Vec<&str> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_codes_share_a_number_or_a_name() {
        let numbers: BTreeSet<&str> =
            Code::ALL.iter().map(|code| code.as_str().trim_start_matches(['E', 'W'])).collect();
        let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!((numbers.len(), names.len()), (Code::ALL.len(), Code::ALL.len()));
    }

    #[test]
    fn the_letter_of_a_code_is_its_severity() {
        for code in Code::ALL {
            let letter = if code.severity() == Severity::Error { 'E' } else { 'W' };
            assert!(code.as_str().starts_with(letter), "{code}");
        }
    }

    #[test]
    fn a_code_is_found_by_its_number_and_by_its_name() {
        for code in Code::ALL {
            assert_eq!(Code::named(code.as_str()), Some(*code));
            assert_eq!(Code::named(code.name()), Some(*code));
        }
        assert_eq!(Code::named("w701"), Some(Code::KeyIsLongest));
        assert_eq!(Code::named("key-is-long"), None);
        assert_eq!(Code::near("key-is-lonegst"), Some(Code::KeyIsLongest));
        assert_eq!(Code::near("W7O1"), Some(Code::KeyIsLongest));
        assert_eq!(Code::near("nonsense"), None);
    }

    #[test]
    fn every_code_is_explained() {
        for code in Code::ALL {
            assert!(code.explanation().len() > 15 && code.title().ends_with('.'), "{code}");
        }
    }
}
