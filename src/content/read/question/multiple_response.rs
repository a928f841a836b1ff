//! Several options are right.

use domain::question::{Body, multiple_response};

use super::{Asked, choice, partial};
use crate::desk::Read;
use crate::rules;
use crate::value::Fields;

/// Reads the options.
pub(super) fn read(fields: &Fields<'_>) -> Read<Asked> {
    let partial = partial(fields);
    let read = fields.required("options", |value| {
        let options = choice::options(value)?;
        let correct = rules::some_correct::check(value, &options)?;
        Ok((options, correct))
    });
    let (options, correct) = read?;
    let prompt = multiple_response::Prompt { options: choice::shown(&options) };
    let key = multiple_response::Key {
        correct,
        partial: partial?,
        feedback: choice::feedback(&options),
        missed: choice::missed(&options),
        misconceptions: choice::misconceptions(&options),
    };
    Ok(Asked { body: Body::MultipleResponse { prompt, key }, print: choice::print(&options) })
}
