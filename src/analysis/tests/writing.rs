//! What is written of a study: for spreadsheets, programs, terminals and readers.

use domain::json::Value;
use proptest::collection::vec;
use proptest::prelude::*;

use super::reference::table;
use super::samples::{attempt, catalogue, class, cohort, question, written};
use crate::bank::Bank;
use crate::chart::{Bar, Drawing, Shape, Spot, bars, histogram, plane, svg};
use crate::cohort::Cohort;
use crate::marks::Marks;
use crate::remark::{compare, remark};
use crate::statistics;
use crate::study::{Settings, study};
use crate::table::{Cell, Named, Table, gradebook};
use crate::write::html::{Part, ReportMarkup};
use crate::write::{Told, csv, html, human, json};

/// A cohort in which somebody's name is a formula and markup.
fn hostile() -> Cohort {
    let mut files = class(12);
    let name = "=HYPERLINK(\"x\")<script>alert(1)</script>";
    files.push((
        "13.json".to_owned(),
        written(name, &attempt(13, &[("one", "a"), ("two", "b"), ("three", "b"), ("four", "b")])),
    ));
    files.push(("bad.json".to_owned(), "nothing".to_owned()));
    cohort(&files.iter().map(|(name, text)| (name.as_str(), text.clone())).collect::<Vec<_>>())
}

fn told<T>(cohort: &Cohort, use_it: impl FnOnce(Told<'_>) -> T) -> T {
    let catalogue = catalogue(["one", "two", "three", "four"].map(|id| question(id, "a", 1)).to_vec());
    let bank = Bank::of(&catalogue);
    let before = study(cohort, &bank, Settings::default());
    let remarked = remark(cohort, &bank);
    let after = study(&remarked.cohort, &bank, Settings { is_remarked: true, ..Settings::default() });
    let comparison = compare(&before, &after);
    use_it(Told { cohort, study: &before, remarked: Some((&remarked, &after, &comparison)) })
}

fn records(text: &str) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_formula_in_a_name_is_inert_and_numbers_stay_numbers() {
    let text = told(&hostile(), |told| csv::write(&gradebook(told.study)));
    assert!(text.contains("\r\n") && !text.replace("\r\n", "").contains('\n'));
    let records = records(&text);
    assert_eq!((records.len(), records[1][0].as_str()), (14, "'=HYPERLINK(\"x\")<script>alert(1)</script>"));
    assert_eq!((&records[0][2], &records[1][2]), (&"Score".to_owned(), &"0.25".to_owned()));
    for text in ["=1", "+1", "-1", "@x", "\tx", "\rx", "\0x"] {
        assert_eq!(csv::inert(text), format!("'{text}"));
    }
    for text in ["", "a=1", "1", "'=1", "é"] {
        assert_eq!(csv::inert(text), text);
    }
    let negative = Table {
        title: String::new(),
        columns: vec!["A".to_owned()],
        rows: vec![vec![Cell::Percent(-2.5)], vec![Cell::Nothing], vec![Cell::text("-2.5")]],
    };
    assert_eq!(csv::write(&negative), "A\r\n-2.5\r\n\r\n'-2.5\r\n");
}

proptest! {
    #[test]
    fn another_program_reads_what_was_written(rows in vec(vec("[ -~\r\n\t\"é;,]{0,12}", 2), 1..6)) {
        let table = Table {
            title: String::new(),
            columns: vec!["one".to_owned(), "two".to_owned()],
            rows: rows.iter().map(|row| row.iter().map(Cell::text).collect()).collect(),
        };
        let read = records(&csv::write(&table));
        prop_assert_eq!(read.len(), rows.len() + 1);
        for (found, row) in read.iter().skip(1).zip(&rows) {
            let expect: Vec<String> = row.iter().map(|cell| csv::inert(cell)).collect();
            prop_assert_eq!(found, &expect);
            prop_assert!(found.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
        }
    }
}

#[test]
fn the_json_of_a_table_of_marks_has_every_figure_by_its_name() {
    let matrix = table();
    let statistics = statistics::of(&matrix);
    let text = json::of_marks(&Marks { matrix, has_names: false, notes: Vec::new() }, &statistics);
    let value = Value::parse(&text).unwrap();
    let items = value.fields().unwrap().once("items").and_then(Value::list).unwrap();
    let field = |item: usize, name: &str| items[item].fields().unwrap().once(name).unwrap().clone();
    assert_eq!(items.len(), 5);
    assert_eq!(field(0, "facility"), Value::Fraction(0.8));
    assert_eq!(field(3, "discrimination_index"), Value::Null);
    assert_eq!(field(4, "effective_weight"), Value::Null);
    for name in ["name", "sd", "intended_weight", "discriminative_efficiency"] {
        field(1, name);
    }
    let quiz = value.fields().unwrap().once("quiz").unwrap().fields().unwrap();
    for name in
        ["learners", "mean", "median", "sd", "skewness", "kurtosis", "cic", "error_ratio", "standard_error"]
    {
        assert!(quiz.once(name).is_some(), "{name}");
    }
}

#[test]
fn every_form_of_a_hostile_cohort_is_whole() {
    let cohort = hostile();
    told(&cohort, |told| {
        let json = json::of_cohort(told);
        let value = Value::parse(&json).unwrap();
        assert_eq!(value.fields().unwrap().once("files").and_then(Value::list).unwrap().len(), 14);
        let page = html::of_cohort(told);
        assert!(page.contains("&lt;script&gt;") && !page.contains("<script"), "a name is no markup");
        assert!(page.contains("it is neither a results file nor a backup of Plenary"));
        let lines = human::of_cohort(told);
        assert!(lines.starts_with("14 files, 13 learners\n") && lines.contains("bad.json: it is neither"));
        assert!(!lines.contains('\u{7}'));
    });
}

#[test]
fn the_parts_of_a_report_make_up_the_whole_and_what_is_to_be_done_leads_to_its_question() {
    told(&hostile(), |told| {
        let parts = Part::all(told);
        assert_eq!(parts, [Part::Gradebook, Part::Quiz(0), Part::Again, Part::Files]);
        let (whole, page) = (ReportMarkup::whole(told), html::of_cohort(told));
        let mut rest = whole.as_str();
        for part in parts {
            let own = part.write(told);
            assert!(own.as_str().contains(&format!("<h2 id=\"{}\">", part.id())), "{part:?}");
            assert!(page.contains(&format!("href=\"#{}\"", part.id())), "{part:?}");
            rest = rest.split_once(own.as_str()).unwrap_or_else(|| panic!("{part:?} is not in its place")).1;
        }
        assert_eq!(rest, "");
        let links: Vec<&str> =
            page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(links.iter().any(|link| link.starts_with("quiz-1-question-")), "{links:?}");
        for link in links {
            assert_eq!(page.matches(&format!("id=\"{link}\"")).count(), 1, "{link} leads nowhere");
        }
        assert_eq!(Part::Quiz(7).write(told).as_str(), "<section><h2 id=\"quiz-8\"></h2></section>");
    });
}

#[test]
fn every_table_is_found_by_its_name_and_that_of_marking_again_only_then() {
    told(&hostile(), |told| {
        for table in Named::ALL {
            assert_eq!(table.name().parse(), Ok(table));
            assert!(table.of(told).is_some_and(|own| !own.columns.is_empty()), "{table}");
            let once = Told { remarked: None, ..told };
            assert_eq!(table.of(once).is_none(), table.is_of_marking_again(), "{table}");
        }
        assert_eq!("gradebooks".parse::<Named>().unwrap_err().to_string(), "there is no table `gradebooks`");
    });
}

fn svg_words(drawing: &Drawing) -> impl Iterator<Item = &str> {
    drawing.shapes.iter().filter_map(|shape| match shape {
        Shape::Text { text, .. } => Some(text.as_str()),
        Shape::Line { .. } | Shape::Rect { .. } | Shape::Dot { .. } => None,
    })
}

#[test]
fn a_chart_says_what_it_shows_and_stays_within_its_frame() {
    let drawn = [
        histogram("Scores", &[0.0, 0.3, 0.3, 1.0], Some(0.7)),
        plane(
            "Plane <1>",
            &[Spot {
                label: "1".to_owned(),
                title: "a & b".to_owned(),
                facility: 0.5,
                discrimination: -20.0,
            }],
        ),
        bars(
            "Choices",
            &[
                Bar { label: "yes".to_owned(), count: 3, is_right: Some(true) },
                Bar { label: "a person who crosses a border ".repeat(4), count: 1, is_right: Some(false) },
                Bar { label: "no".to_owned(), count: 0, is_right: None },
            ],
            4,
        ),
    ];
    let lines: Vec<&str> = svg_words(&drawn[2]).collect();
    let both = ["a person who crosses a border a", "person who crosses a border a person…"];
    assert_eq!(lines, ["3 of 4", "✓ yes", "1 of 4", both[0], both[1], "0 of 4", "no"]);
    for (number, drawing) in drawn.iter().enumerate() {
        let text = svg(drawing, &format!("chart-{number}"));
        assert!(text.starts_with("<svg class=\"chart\" role=\"img\""), "{text}");
        assert!(
            text.contains(&format!("aria-labelledby=\"chart-{number}-title\"")) && text.contains("<desc"),
            "{text}"
        );
        for shape in &drawing.shapes {
            if let Shape::Rect { at, width, height, .. } = shape {
                assert!(at.0 >= 0.0 && at.1 >= 0.0, "{shape:?}");
                assert!(
                    at.0 + width <= drawing.width + 0.01 && at.1 + height <= drawing.height + 0.01,
                    "{shape:?}"
                );
            }
        }
    }
    assert_eq!(
        drawn[0].description,
        "How many learners reached which share of the points. 0–10 %: 1; 30–40 %: 2; 90–100 %: 1."
    );
    assert!(svg(&drawn[1], "x").contains("Plane &lt;1&gt;"));
    assert!(drawn[1].description.ends_with("A negative discrimination have: 1."));
    assert!(drawn[2].description.contains("yes, which is right: 3"));
}
