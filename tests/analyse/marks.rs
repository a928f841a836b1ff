//! Tables of marks of any system.

use std::fs;

use serde_json::Value;

use super::{analyse, golden};
use crate::workbench::text;

const REFERENCE: &str = "a,b,c,d,e\n1,1,2,1,1\n1,1,2,1,0\n1,.5,2,1,0\n1,1,1,1,1\n1,0,2,1,0\n1,1,1.5,1,0\n1,0,.5,1,1\n1,.5,1,1,0\n1,0,0,1,1\n0,.5,.5,1,1\n0,0,0,1,1\n";

fn of(table: &[u8], options: &[&str]) -> std::process::Output {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("marks.csv"), table).unwrap();
    analyse(dir.path(), &[&["--marks", "marks.csv"], options].concat())
}

#[test]
fn a_table_of_marks_gives_one_object_with_the_figures_in_column_order() {
    let written = of(REFERENCE.as_bytes(), &["--format", "json"]);
    assert_eq!(written.status.code(), Some(0));
    let report: Value = serde_json::from_slice(&written.stdout).unwrap();
    let near = |value: &Value, expect: f64| {
        let found = value.as_f64().unwrap();
        assert!((found - expect).abs() < 1e-9, "{found} is not {expect}");
    };
    near(&report["quiz"]["cic"], -42.877_906_976_744_235);
    near(&report["quiz"]["standard_error"], 1.168_451_016_422_074);
    near(&report["items"][2]["discriminative_efficiency"], -3.448_275_862_068_959);
    let names: Vec<&Value> = report["items"].as_array().unwrap().iter().map(|item| &item["name"]).collect();
    assert_eq!(names, ["a", "b", "c", "d", "e"]);
    assert_eq!(report["items"][3]["discrimination_index"], Value::Null);
    assert_eq!(report["items"][4]["effective_weight"], Value::Null);
    golden("marks.json", &text(&written.stdout));
}

#[test]
fn names_semicolons_and_decimal_commas_give_the_same_figures() {
    let plain = of(REFERENCE.as_bytes(), &["--format", "json"]).stdout;
    let mut lines = REFERENCE.lines();
    let mut other = format!("\u{feff}learner;{}\r\n", lines.next().unwrap().replace(',', ";"));
    other += &format!("max;{}\r\n", lines.next().unwrap().replace(',', ";"));
    for (place, line) in lines.enumerate() {
        other += &format!("\"Learner; {place}\";{}\r\n", line.replace(',', ";").replace('.', ","));
    }
    let named = of(other.as_bytes(), &["--format", "json"]);
    assert_eq!(text(&named.stderr), "");
    // `,5` and `.5` are one number.
    assert_eq!(text(&named.stdout), text(&plain));
}

#[test]
fn the_other_forms_have_the_same_figures() {
    golden("marks.txt", &text(&of(REFERENCE.as_bytes(), &[]).stdout));
    golden("marks.csv", &text(&of(REFERENCE.as_bytes(), &["--format", "csv"]).stdout));
    let page = text(&of(REFERENCE.as_bytes(), &["--format", "html"]).stdout);
    assert!(page.contains("−42.9 %") && page.matches("<svg").count() == 2);
}

#[test]
fn every_fault_of_a_table_is_told_with_its_place_and_nothing_is_written() {
    let written = of(b"a,b\n1,1\n1,x\n1\n", &["--format", "json"]);
    assert_eq!((written.status.code(), text(&written.stdout).as_str()), (Some(1), ""));
    assert_eq!(
        text(&written.stderr),
        "marks.csv: line 3, column 2: `x` is no number\nmarks.csv: line 4: 1 cells in place of 2\n"
    );
    let latin = of(b"a,b\n1,1\n\xe9,1\n", &[]);
    assert_eq!(latin.status.code(), Some(2));
    assert_eq!(
        text(&latin.stderr),
        "plenary: marks.csv is not UTF-8 at line 3\n   help: save it as CSV in UTF-8\n"
    );
    let empty = of(b"", &[]);
    assert_eq!(text(&empty.stderr), "marks.csv: there is no row that names the items\n");
}
