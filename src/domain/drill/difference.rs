//! Which difference holds: a point on which two concepts differ, told rightly, the wrong way round, and as if there were none.

use super::{Desk, Draft, Row, Scope, Wording, named_after, same};
use crate::html::Html;
use crate::id::{OptionKey, QuestionId, Slug};
use crate::question::{Body, Choice, Level, Question, single_choice};
use crate::random::Chance;
use crate::reference::Term;

/// What the id of such a question begins with.
const STEM: &str = "difference";

/// The keys of its options: the statements as they are, exchanged, both as that of the one, both as that of the other.
const WAYS: [&str; 4] = ["apart", "exchanged", "as-the-one", "as-the-other"];

/// Whether this was chosen in such a question: its options are statements, not terms.
pub(super) fn is_statement(question: &QuestionId, chosen: &OptionKey) -> bool {
    question.as_str().starts_with(STEM) && WAYS.contains(&chosen.as_str())
}

/// A question for each point on which two concepts differ, in a drawn order.
pub(super) fn questions(
    desk: &Desk<'_>,
    scope: &Scope,
    wording: &impl Wording,
    chance: &mut Chance,
) -> Vec<Question> {
    let in_scope = |one: &Term, other: &Term| match scope {
        Scope::Mixed => true,
        Scope::Pair(pair) => pair.has(&one.id) && pair.has(&other.id),
    };
    let rows = desk.rows.iter().filter(|(one, other, _)| in_scope(one, other));
    let mut questions: Vec<Question> =
        rows.filter_map(|(one, other, row)| question(desk, one, other, *row, wording)).collect();
    chance.shuffle(&mut questions);
    questions
}

/// None where the authors say the same of both.
fn question(
    desk: &Desk<'_>,
    one: &Term,
    other: &Term,
    row: Row<'_>,
    wording: &impl Wording,
) -> Option<Question> {
    if same(row.here.as_str(), row.there.as_str()) {
        return None;
    }
    let holds =
        |name: Html, what: &Html| Html::labelled(&name, &desk.voiced(what.clone(), &row.concept.language));
    let told = |of_one: &Html, of_other: &Html| {
        Html::lines(&[holds(desk.name(one), of_one), holds(desk.name(other), of_other)])
    };
    let both = |of_both: &Html| holds(Html::of_text(&wording.both()), of_both);
    let options = [told(row.here, row.there), told(row.there, row.here), both(row.here), both(row.there)];
    let options = WAYS.into_iter().zip(options);
    let key = |name: &'static str| OptionKey::from(Slug::own(name));
    let body = Body::SingleChoice {
        prompt: single_choice::Prompt {
            options: options.map(|(name, text)| Choice { key: key(name), text }).collect(),
        },
        key: single_choice::Key {
            correct: key("apart"),
            feedback: Vec::new(),
            missed: Vec::new(),
            misconceptions: Vec::new(),
        },
    };
    let on = desk.voiced(Html::of_text(row.on), &row.concept.language);
    let names = [row.concept.id.as_str(), row.other.id.as_str(), &row.place.to_string()];
    let draft = Draft {
        id: named_after(STEM, &names)?,
        language: desk.language,
        level: Level::Analyse,
        stem: wording.difference(&on, &desk.name(one), &desk.name(other)),
        body,
        explain: desk.definitions(&[one, other]),
        sources: vec![row.source.clone()],
    };
    Some(draft.question())
}
