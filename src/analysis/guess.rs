//! The random guess score: what an answer earns on average that was given by chance alone.
//!
//! After Moodle's, carried over to the kinds that it does not have. Where chance has no plain meaning there is none: how many options
//! somebody ticks who guesses, or which way she takes through a case that branches.

use domain::question::Body;
use domain::question::cloze::Filling;
use domain::score::Partial;

/// The share of the points that a guess earns on average, 0 to 1.
pub fn of(body: &Body) -> Option<f64> {
    match body {
        Body::SingleChoice { prompt, .. } => one_of(prompt.options.len()),
        Body::TrueFalse { prompt, .. } if prompt.reasons.is_empty() => Some(0.5),
        // The reason counts where the verdict is right.
        Body::TrueFalse { prompt, key } => {
            let both = 0.5 * one_of(prompt.reasons.len())?;
            match key.partial {
                Partial::Off => Some(both),
                Partial::Each => Some((0.5 + both) / 2.0),
                Partial::Net | Partial::Coverage => None,
            }
        }
        Body::Classify { prompt, key } => {
            joined(key.partial, &vec![one_of(prompt.categories.len())?; prompt.items.len()])
        }
        // Each answer serves once: the chances of a matching hang together.
        Body::Matching { prompt, key } => {
            let (items, answers) = (prompt.items.len(), prompt.answers.len());
            match key.partial {
                Partial::Each => one_of(answers),
                Partial::Off => (0..items).map(|item| one_of(answers.checked_sub(item)?)).product(),
                Partial::Net | Partial::Coverage => None,
            }
        }
        Body::Elements { prompt, key } => {
            if !prompt.passages.is_empty() {
                return None;
            }
            let mut chances = vec![1.0 / 3.0; key.findings.len()];
            chances.push(one_of(prompt.conclusions.len())?);
            joined(key.partial, &chances)
        }
        // In a drawn order an item is followed by the right one in one case out of as many as there are items.
        Body::Ordering { prompt, key } => match key.partial {
            Partial::Each => one_of(prompt.items.len()),
            Partial::Off => (1..=prompt.items.len()).map(one_of).product(),
            Partial::Net | Partial::Coverage => None,
        },
        Body::Cloze { prompt, key } => {
            let chance = |filling: &Filling| match filling {
                Filling::Word(_) => one_of(prompt.words.len()),
                Filling::Typed(_) => Some(0.0),
            };
            let chances: Option<Vec<f64>> = key.gaps.values().map(chance).collect();
            joined(key.partial, &chances?)
        }
        Body::ShortAnswer { .. } => Some(0.0),
        Body::Numeric { prompt, .. } if prompt.units.is_empty() => Some(0.0),
        Body::Numeric { prompt, key } => joined(key.partial, &[0.0, one_of(prompt.units.len())?]),
        Body::MultipleResponse { .. }
        | Body::Highlight { .. }
        | Body::Case { .. }
        | Body::Reflection { .. } => None,
    }
}

fn one_of(number: usize) -> Option<f64> {
    (number > 0).then(|| 1.0 / number as f64)
}

/// What guessing each of several decisions earns, where they do not hang together.
fn joined(partial: Partial, chances: &[f64]) -> Option<f64> {
    match partial {
        Partial::Off => Some(chances.iter().product()),
        Partial::Each if chances.is_empty() => None,
        Partial::Each => Some(chances.iter().sum::<f64>() / chances.len() as f64),
        Partial::Net | Partial::Coverage => None,
    }
}
