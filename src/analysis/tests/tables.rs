//! Plain tables of marks: what is read, and what is told of those that cannot be.

use crate::marks::{Marks, Note, Reading, delimiter};

fn read(rows: &[&str]) -> Result<Marks, Vec<String>> {
    let mut reading = Reading::default();
    for (place, row) in rows.iter().enumerate() {
        reading.row(place as u64 + 1, row.split('|'));
    }
    reading.finish().map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

#[track_caller]
fn check(rows: &[&str], names: &[&str], columns: &[&[f64]], has_names: bool) {
    let marks = read(rows).unwrap();
    let found: Vec<&str> = marks.matrix.items().iter().map(|item| item.name.as_str()).collect();
    assert_eq!((found.as_slice(), marks.has_names), (names, has_names));
    assert_eq!(marks.matrix.columns(), columns);
}

#[test]
fn the_second_row_tells_whether_the_first_column_holds_names() {
    check(&["a|b", "1|2", "0|1.5"], &["a", "b"], &[&[0.0], &[1.5]], false);
    check(&["name|a|b", "max|1|2", "Ann|0|1.5"], &["a", "b"], &[&[0.0], &[1.5]], true);
    check(&["|a|b", "|1|2", "7|0|1.5"], &["a", "b"], &[&[0.0], &[1.5]], true);
    check(&["a|b", "|1|2", "7|0|1.5"], &["a", "b"], &[&[0.0], &[1.5]], true);
}

#[test]
fn what_spreadsheets_do_to_numbers_is_read() {
    check(&["a|b||", "1|2||", " 0,5 |1e0||"], &["a", "b"], &[&[0.5], &[1.0]], false);
    assert_eq!(delimiter("a;b;c,d"), b';');
    assert_eq!(delimiter("a\tb"), b'\t');
    assert_eq!(delimiter("a,b;c"), b',');
    assert_eq!(delimiter("a"), b',');
}

#[test]
fn what_was_taken_otherwise_is_told() {
    let marks = read(&["a|b|c", "1|2|0", "|3|0", "-|-1|0"]).unwrap();
    assert_eq!(marks.notes, [Note::Blank(2), Note::Above(1), Note::Negative(1), Note::Worthless(1)]);
    assert_eq!(marks.matrix.columns(), [[0.0, 0.0], [3.0, -1.0], [0.0, 0.0]]);
}

#[track_caller]
fn check_refused(rows: &[&str], expect: &[&str]) {
    assert_eq!(
        read(rows).map(|marks| marks.matrix.learners()),
        Err(expect.iter().map(|fault| (*fault).to_owned()).collect())
    );
}

#[test]
fn every_fault_of_a_table_is_told_with_its_place() {
    check_refused(&[], &["there is no row that names the items"]);
    check_refused(&["a|b"], &["there is no second row with the highest mark of each item"]);
    check_refused(
        &["a|b", "1|2", "0", "0|1|1", "0|x|", "NaN|1", "inf|1"],
        &[
            "line 3: 1 cells in place of 2",
            "line 4: 3 cells in place of 2",
            "line 5, column 2: `x` is no number",
            "line 6, column 1: `NaN` is no number; where this column holds the names of learners, leave the first cell of the second row empty or write `max` there",
            "line 7, column 1: `inf` is no number; where this column holds the names of learners, leave the first cell of the second row empty or write `max` there",
        ],
    );
    check_refused(
        &["name|a", "10|1", "Ann|1"],
        &[
            "line 3, column 1: `Ann` is no number; where this column holds the names of learners, leave the first cell of the second row empty or write `max` there",
        ],
    );
    check_refused(
        &["a|b", "1|-2"],
        &["line 2, column 2: `-2` is no highest mark: write a number of 0 or more"],
    );
    check_refused(
        &["a|b", "max|1|x", "|1|1"],
        &["line 2, column 3: `x` is no highest mark: write a number of 0 or more"],
    );
    check_refused(
        &["a||c", "1|1|1"],
        &[
            "line 1, column 2: the item has no name; where this column holds the names of learners, leave the first cell of the second row empty or write `max` there",
        ],
    );
    check_refused(&["a|b", "1"], &["line 2: 1 cells in place of 2"]);
    let rows: Vec<&str> = ["a|b", "1|1"].into_iter().chain(std::iter::repeat_n("1", 30)).collect();
    assert_eq!(read(&rows).unwrap_err().last().unwrap(), "and 10 more");
}
