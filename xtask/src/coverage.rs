//! `cargo xtask coverage`: what each module of the courses has, and whether it has what it should.
//!
//! It counts; whether what is counted is true and well written it cannot know.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use content::Files;
use domain::course::{Bank, Catalogue, Course, Mode, Module};
use domain::language::Language;
use domain::question::{Kind, Level, Question};
use domain::time::Date;

use crate::tools::{read_all, root};

/// The fewest questions of a module.
const QUESTIONS: usize = 28;
/// The fewest questions of all modules.
const IN_ALL: usize = 500;
/// The fewest questions of an objective.
const EACH_OBJECTIVE: usize = 4;
const LESSONS: std::ops::RangeInclusive<usize> = 4..=7;
const WORDS: std::ops::RangeInclusive<usize> = 400..=900;
const OBJECTIVES: std::ops::RangeInclusive<usize> = 6..=12;

/// Prints the table, and what is missing.
pub(crate) fn run(_: &[String]) -> Result<bool> {
    let (catalogue, translations) = read()?;
    let mut missing = Vec::new();
    for course in &catalogue.courses {
        let rows: Vec<Row> =
            course.modules.iter().map(|module| row(module, &catalogue, &translations)).collect();
        println!("{}\n\n{}", course.title, table(&rows));
        missing.extend(gaps(course, &rows));
    }
    for gap in &missing {
        println!("missing: {gap}");
    }
    Ok(missing.is_empty())
}

/// What a module has.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    module: String,
    /// The words of each lesson.
    words: Vec<usize>,
    /// How many questions each objective has.
    objectives: Vec<(String, usize)>,
    kinds: BTreeMap<Kind, usize>,
    /// From recalling to analysing.
    levels: [usize; 3],
    /// The sources that its lessons and questions cite.
    sources: usize,
    /// The questions that say of which year they are.
    dated: usize,
    /// The lessons without a practice of their own.
    unpractised: Vec<String>,
    has_assessment: bool,
    /// Its languages beside the author's own: how many of its lessons and questions each has.
    languages: Vec<(Language, usize)>,
}

impl Row {
    fn questions(&self) -> usize {
        self.levels.iter().sum()
    }

    /// The share of questions that ask for more than recalling, in per cent, rounded down.
    fn above_recall(&self) -> usize {
        let [_, apply, analyse] = self.levels;
        (100 * (apply + analyse)).checked_div(self.questions()).unwrap_or_default()
    }
}

type Translations = Vec<(Language, Catalogue)>;

/// The courses of this project.
fn read() -> Result<(Catalogue, Translations)> {
    let mut files = Files::new();
    for folder in ["courses", "questions"] {
        for (path, bytes) in read_all(&root().join(folder))? {
            let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
            files.insert(format!("{folder}/{}", parts.join("/")), bytes);
        }
    }
    // The day matters to warnings alone.
    let checked = content::check(&files, Date::from_days(0));
    let Some(catalogue) = checked.catalogue else { bail!("the courses have mistakes: see `plenary check`") };
    Ok((catalogue, checked.translations))
}

fn row(module: &Module, catalogue: &Catalogue, translations: &Translations) -> Row {
    let questions: Vec<&Question> = banks(module, catalogue).flat_map(|bank| of(module, bank)).collect();
    let count = |level| questions.iter().filter(|question| question.level == level).count();
    let mut kinds = BTreeMap::new();
    for question in &questions {
        *kinds.entry(question.kind()).or_default() += 1;
    }
    let objectives = module.objectives.iter().map(|objective| {
        let own = questions.iter().filter(|question| question.objective == objective.id).count();
        (objective.id.to_string(), own)
    });
    let unpractised = module
        .lessons
        .iter()
        .filter(|lesson| module.practice_of(lesson).is_none())
        .map(|lesson| lesson.id.to_string());
    let cited =
        questions.iter().flat_map(|question| &question.sources).map(|source| source.source.to_string());
    let in_lessons = module.lessons.iter().flat_map(|lesson| cited_in(lesson.body.as_str()));
    Row {
        module: module.id.to_string(),
        words: module.lessons.iter().map(|lesson| prose(lesson.body.as_str())).collect(),
        objectives: objectives.collect(),
        levels: [Level::Recall, Level::Apply, Level::Analyse].map(count),
        sources: cited.chain(in_lessons).collect::<BTreeSet<_>>().len(),
        dated: questions.iter().filter(|question| question.as_of.is_some()).count(),
        unpractised: unpractised.collect(),
        has_assessment: module.quizzes.iter().any(|quiz| quiz.mode == Mode::Assessment),
        languages: languages(module, translations),
        kinds,
    }
}

/// The banks that a module draws from.
fn banks<'c>(module: &'c Module, catalogue: &'c Catalogue) -> impl Iterator<Item = &'c Bank> {
    let drawn: BTreeSet<_> =
        module.quizzes.iter().flat_map(|quiz| &quiz.draws).map(|draw| &draw.bank).collect();
    catalogue.banks.iter().filter(move |bank| drawn.contains(&bank.id))
}

/// The questions of a bank on the objectives of a module.
fn of<'c>(module: &'c Module, bank: &'c Bank) -> impl Iterator<Item = &'c Question> {
    let is_own = |question: &&Question| {
        question.retired.is_none() && module.objectives.iter().any(|own| own.id == question.objective)
    };
    bank.questions.iter().filter(is_own)
}

/// The words of a compiled text, without those of its citations: a reader passes over them.
fn prose(body: &str) -> usize {
    let mut cited = body.split("<a ");
    let first = cited.next().unwrap_or_default().to_owned();
    let rest = cited.map(|link| {
        let is_citation = link.split('>').next().is_some_and(|tag| tag.contains("plenary:source/"));
        if is_citation { link.split_once("</a>").map_or("", |(_, after)| after) } else { link }
    });
    let text: String = std::iter::once(first).chain(rest.map(|piece| format!("<a {piece}"))).collect();
    // Each part but the first begins within a tag.
    let words = text.split('<').enumerate().map(|(place, part)| {
        if place == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) }
    });
    words.flat_map(str::split_whitespace).filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// The sources that a compiled text cites.
fn cited_in(body: &str) -> impl Iterator<Item = String> {
    body.split("plenary:source/")
        .skip(1)
        .filter_map(|rest| Some(rest.split(['"', '#', ':']).next()?.to_owned()))
}

/// How many lessons and questions of a module each translation has in its own language.
fn languages(module: &Module, translations: &Translations) -> Vec<(Language, usize)> {
    let count = |(language, catalogue): &(Language, Catalogue)| {
        let own =
            catalogue.courses.iter().flat_map(|course| &course.modules).find(|own| own.id == module.id)?;
        let is_own = |tag: &str| tag == language.tag();
        let lessons = own.lessons.iter().filter(|lesson| is_own(&lesson.language)).count();
        let questions = banks(own, catalogue).flat_map(|bank| of(own, bank));
        let whole = lessons + questions.filter(|question| is_own(&question.language)).count();
        (whole > 0).then_some((*language, whole))
    };
    translations.iter().filter_map(count).collect()
}

/// What a course should have and has not.
fn gaps(course: &Course, rows: &[Row]) -> Vec<String> {
    let mut gaps = Vec::new();
    let in_all: usize = rows.iter().map(Row::questions).sum();
    if in_all < IN_ALL {
        gaps.push(format!("{}: {in_all} questions in all; {IN_ALL} are wanted", course.id));
    }
    for row in rows {
        let mut say = |gap: String| gaps.push(format!("{}: {gap}", row.module));
        if !LESSONS.contains(&row.words.len()) {
            say(format!("{} lessons; 4 to 7 are wanted", row.words.len()));
        }
        for words in row.words.iter().filter(|words| !WORDS.contains(words)) {
            say(format!("a lesson of {words} words; 400 to 900 are wanted"));
        }
        if !OBJECTIVES.contains(&row.objectives.len()) {
            say(format!("{} objectives; 6 to 12 are wanted", row.objectives.len()));
        }
        for (objective, count) in row.objectives.iter().filter(|(_, count)| *count < EACH_OBJECTIVE) {
            say(format!("`{objective}` has {count} questions; {EACH_OBJECTIVE} are wanted"));
        }
        if row.questions() < QUESTIONS {
            say(format!("{} questions; {QUESTIONS} are wanted", row.questions()));
        }
        if row.above_recall() < 50 {
            say(format!(
                "{} % of its questions ask for more than recalling; half of them should",
                row.above_recall()
            ));
        }
        if !row.kinds.contains_key(&Kind::Case) {
            say("no case".to_owned());
        }
        if !row.kinds.contains_key(&Kind::Elements) && !row.kinds.contains_key(&Kind::Classify) {
            say("neither elements nor a classification".to_owned());
        }
        for lesson in &row.unpractised {
            say(format!("no practice for the lesson `{lesson}`"));
        }
        if !row.has_assessment {
            say("no assessment".to_owned());
        }
    }
    gaps
}

fn table(rows: &[Row]) -> String {
    let heads = [
        "module",
        "lessons",
        "words",
        "objectives",
        "questions",
        "recall",
        "apply",
        "analyse",
        "fewest",
        "sources",
        "dated",
        "languages",
    ];
    let mut lines = vec![heads.map(str::to_owned).to_vec()];
    lines.extend(rows.iter().map(cells));
    let sum = |of: &dyn Fn(&Row) -> usize| rows.iter().map(of).sum::<usize>().to_string();
    lines.push(vec![
        format!("{} modules", rows.len()),
        sum(&|row| row.words.len()),
        sum(&|row| row.words.iter().sum()),
        sum(&|row| row.objectives.len()),
        sum(&Row::questions),
        sum(&|row| row.levels[0]),
        sum(&|row| row.levels[1]),
        sum(&|row| row.levels[2]),
        rows.iter()
            .flat_map(|row| &row.objectives)
            .map(|(_, count)| *count)
            .min()
            .unwrap_or_default()
            .to_string(),
        String::new(),
        sum(&|row| row.dated),
        String::new(),
    ]);
    let mut text = aligned(&lines);
    text.push_str("\nquestions by kind\n\n");
    let all: BTreeSet<Kind> = rows.iter().flat_map(|row| row.kinds.keys().copied()).collect();
    let mut lines = vec![
        std::iter::once("module".to_owned())
            .chain(all.iter().map(|kind| kind.name().to_owned()))
            .collect::<Vec<_>>(),
    ];
    for row in rows {
        let counts = all.iter().map(|kind| row.kinds.get(kind).copied().unwrap_or_default().to_string());
        lines.push(std::iter::once(row.module.clone()).chain(counts).collect());
    }
    text.push_str(&aligned(&lines));
    text
}

fn cells(row: &Row) -> Vec<String> {
    let languages: Vec<String> =
        row.languages.iter().map(|(language, count)| format!("{language} {count}")).collect();
    let fewest = row.objectives.iter().map(|(_, count)| *count).min().unwrap_or_default();
    let [recall, apply, analyse] = row.levels;
    vec![
        row.module.clone(),
        row.words.len().to_string(),
        row.words.iter().sum::<usize>().to_string(),
        row.objectives.len().to_string(),
        row.questions().to_string(),
        recall.to_string(),
        apply.to_string(),
        analyse.to_string(),
        fewest.to_string(),
        row.sources.to_string(),
        row.dated.to_string(),
        languages.join(", "),
    ]
}

/// Columns as wide as their widest cell; the first one begins, the others end with it.
fn aligned(lines: &[Vec<String>]) -> String {
    let columns = lines.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| {
        lines
            .iter()
            .filter_map(|line| line.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or_default()
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for line in lines {
        let cell = |(column, cell): (usize, &String)| {
            let width = widths.get(column).copied().unwrap_or_default();
            if column == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        };
        let cells: Vec<String> = line.iter().enumerate().map(cell).collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_module_has_its_lessons_its_questions_and_its_practice() {
        let (catalogue, translations) = read().unwrap();
        let course = catalogue.courses.first().unwrap();
        let rows: Vec<Row> =
            course.modules.iter().map(|module| row(module, &catalogue, &translations)).collect();
        assert_eq!(rows.len(), 17);
        assert_eq!(gaps(course, &rows), Vec::<String>::new());
    }

    #[test]
    fn the_module_on_the_palermo_protocols_is_whole_in_french_and_in_spanish() {
        let (catalogue, translations) = read().unwrap();
        let modules = || catalogue.courses.iter().flat_map(|course| &course.modules);
        let module = modules().find(|module| module.id.as_str() == "two-palermo-protocols").unwrap();
        let own = row(module, &catalogue, &translations);
        let whole = own.words.len() + own.questions();
        let expect = [Language::French, Language::Spanish].map(|language| (language, whole));
        assert_eq!(own.languages, expect);
    }

    #[test]
    fn a_citation_is_no_prose_and_a_term_is() {
        let body = r#"<p>A <a href="plenary:term/act">listed act</a> <a href="plenary:source/protocol">Protocol, art. 3</a>, <em>and</em> 2 more.</p>"#;
        assert_eq!(prose(body), 6);
    }

    #[test]
    fn a_table_ends_its_numbers_under_each_other() {
        let lines = [vec!["module".to_owned(), "words".to_owned()], vec!["a".to_owned(), "7".to_owned()]];
        assert_eq!(aligned(&lines), "module  words\na           7\n");
    }
}
