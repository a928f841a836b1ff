//! The overview of the open bank, as a table.

use leptos::prelude::*;

use crate::desk::{Desk, bank_of};
use crate::overview::{Overview, overview};

/// The overview; nothing where no bank is open.
pub(super) fn of_the_bank(desk: Desk) -> impl IntoView {
    let seen = Memo::new(move |_| {
        let bank = bank_of(&desk.open.get()?)?;
        desk.seen.with(|seen| {
            let glance = &seen.as_ref()?.glance;
            let questions: Vec<_> = glance.questions().filter(|question| question.id.bank == bank).collect();
            (!questions.is_empty()).then(|| overview(&bank, &questions, glance.courses()))
        })
    });
    view! { {move || seen.get().map(table)} }
}

fn table(overview: Overview) -> impl IntoView {
    let Overview { kinds, objectives, positions } = overview;
    let heads =
        kinds.iter().map(|kind| view! { <th scope="col">{super::in_words(*kind)}</th> }).collect_view();
    let rows = objectives
        .into_iter()
        .map(|row| {
            let whole = row.questions();
            let counts = row.kinds.iter().map(|count| view! { <td>{shown(*count)}</td> }).collect_view();
            let [recall, apply, analyse] = row.levels.map(shown);
            let drawn = match (row.is_drawn, whole) {
                (false, _) => Some("no quiz draws from it"),
                (true, 0) => Some("no question yet"),
                (true, _) => None,
            };
            let drawn = drawn.map(|words| view! { <span class="lack">{words}</span> });
            view! {
                <tr>
                    <th scope="row"><span class="objective">{row.objective.to_string()}</span>" "<span class="note">{row.text}</span>" "{drawn}</th>
                    <td>{whole}</td><td>{recall}</td><td>{apply}</td><td>{analyse}</td>
                    {counts}
                </tr>
            }
        })
        .collect_view();
    let positions = (!positions.is_empty()).then(|| {
        let count = |(place, count): (usize, &usize)| {
            view! { <tr><th scope="row">{place + 1}</th><td>{*count}</td></tr> }
        };
        let rows = positions.iter().enumerate().map(count).collect_view();
        view! {
            <table class="positions">
                <caption>"Where the keys of single choices stand"</caption>
                <thead><tr><th scope="col">"Option"</th><th scope="col">"Keys"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    view! {
        <section class="overview" aria-labelledby="overview-title">
            <h2 id="overview-title">"Overview of the bank"</h2>
            <div class="scrolls" tabindex="0" role="region" aria-label="Objectives and kinds">
                <table>
                    <thead><tr>
                        <th scope="col">"Objective"</th><th scope="col">"Questions"</th>
                        <th scope="col">"Recall"</th><th scope="col">"Apply"</th><th scope="col">"Analyse"</th>
                        {heads}
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {positions}
        </section>
    }
}

/// A count in a table, where nothing is shown as a dot.
fn shown(count: usize) -> String {
    if count == 0 { "·".to_owned() } else { count.to_string() }
}
