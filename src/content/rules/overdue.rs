//! `review_by` is the day by which somebody looks again whether the answer still holds: a number of parties, a report that
//! comes out each year. When it is past, look, mend the question and its `as_of`, and set the next day.

use domain::time::Date;

use crate::diagnostic::Code;
use crate::value::Value;

/// The day of review of a question.
pub(crate) fn check(value: Value<'_>, review_by: Date) {
    if review_by < value.desk.today {
        let message = format!("This question was to be reviewed by {}.", review_by.in_words());
        let help = "See whether the answer still holds, then set the next day.";
        value.desk.faults.warning(Code::Overdue, value.place(), message, help);
    }
}
