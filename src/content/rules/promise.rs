//! A test is what the author promises of a question: this `response` earns this `score`, a share of the points from 0 to 1. It is run by the
//! same code that marks the learners' answers. The response is finished (every item is placed, every element is
//! judged) and names only what the question has. Four digits of a score are enough: two thirds are `0.6667`.

use domain::question::Question;

use crate::desk::Read;
use crate::diagnostic::Code;
use crate::read::response::{response, what_is_open};
use crate::shape::{Of, Shape, needed};
use crate::value::Value;

/// A test of a question.
pub(crate) static TEST: Shape = Shape::new(
    "test",
    "a test",
    &[&[
        needed("response", Of::Any, "An answer, as the kind of the question has it."),
        needed("score", Of::Number(0.0, 1.0), "The share of the points that it earns, in up to four digits."),
    ]],
);

/// How far a score may be from what was promised: thirds and sevenths are written in four digits, as the message shows them.
const TOLERANCE: f64 = 0.000_051;

/// One test of a question.
pub(crate) fn check(value: Value<'_>, question: &Question) -> Read<()> {
    let fields = value.table(&TEST)?;
    let response = fields.required("response", |value| Ok((value, response(value, &question.body)?)));
    let promised = fields.required("score", |value| Ok((value, value.number(0.0..=1.0)?)));
    let ((at_response, response), (at_score, promised)) = (response?, promised?);
    let Ok(marks) = question.score(&response) else {
        let message =
            format!("The response is not finished: it {}.", what_is_open(&question.body, &response));
        let help = "A test answers the whole question.";
        return Err(at_response.desk.faults.error(Code::NotReady, at_response.place(), message, help));
    };
    let earned = marks.credit.share();
    if (earned - promised).abs() <= TOLERANCE {
        return Ok(());
    }
    let message = format!("This response scores {}, not {}.", rounded(earned), rounded(promised));
    let help = "See whether the key, `partial` or this number is what you mean.";
    Err(at_score.error(Code::FailedTest, message, help))
}

/// A score in as many digits as tell it apart from others.
fn rounded(score: f64) -> String {
    let text = format!("{score:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.to_owned()
}
