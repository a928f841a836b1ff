//! One option is right.

use domain::question::{Body, single_choice};

use super::{Asked, choice};
use crate::desk::Read;
use crate::rules;
use crate::value::Fields;

/// Reads the options.
pub(super) fn read(fields: &Fields<'_>) -> Read<Asked> {
    let allowed = rules::partial::check(fields);
    let read = fields.required("options", |value| {
        let options = choice::options(value)?;
        let correct = rules::one_correct::check(value, &options)?;
        Ok((options, correct))
    });
    let (options, correct) = read?;
    allowed?;
    let prompt = single_choice::Prompt { options: choice::shown(&options) };
    let key = single_choice::Key {
        correct,
        feedback: choice::feedback(&options),
        missed: choice::missed(&options),
        misconceptions: choice::misconceptions(&options),
    };
    Ok(Asked { body: Body::SingleChoice { prompt, key }, print: choice::print(&options) })
}
