//! A text about a question, for a learner who finds something wrong with it: to copy or to mail. Nothing is sent by itself.

use domain::json::to_text;
use domain::session::Session;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::view::button;
use crate::browser;
use crate::part::element::{classed, el, live, nothing};
use crate::part::texts::texts;

/// The text about the question at this place, behind a line that opens it.
pub(super) fn report(session: &Session, place: usize) -> Option<AnyView> {
    let text = text(session, place)?;
    let subject = session.posed.get(place)?.question.id.to_string();
    let opened = RwSignal::new(false);
    let details = classed("details", "report")
        .on("toggle", move |_| opened.set(true))
        .child(el("summary").child(texts().report))
        // Few open it: it is drawn when somebody does.
        .child(live(move || if opened.get() { letter(place, &subject, &text) } else { nothing() }));
    Some(details.view())
}

/// What the report says, with the ways to hand it on.
fn letter(place: usize, subject: &str, text: &str) -> AnyView {
    let id = format!("report-{place}");
    let area = el("textarea")
        .attr("id", &id)
        .attr("rows", "7")
        .attr("dir", "ltr")
        .attr("aria-label", texts().report)
        .child(text);
    let own = format!("#{id}");
    let copy = button("button", texts().copy, move |_| {
        let area = browser::first(&own).and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
        if let Some(area) = area {
            browser::copy(&area.value(), texts().copied);
        }
    });
    let mail = format!("mailto:?subject={}&body={}", browser::encoded(subject), browser::encoded(text));
    let mail = classed("a", "button").attr("href", &mail).child(texts().mail);
    el("div")
        .child(el("p").child(texts().report_about))
        .child(area)
        .child(classed("div", "actions").child(copy).child(mail))
        .view()
}

/// What those who run the course need to see the same: it is the same in every language.
fn text(session: &Session, place: usize) -> Option<String> {
    let posed = session.posed.get(place)?;
    let question = &posed.question;
    let given = posed.given.as_ref();
    let response = given.map_or(&posed.response, |given| &given.response);
    let mut lines = vec![
        format!("question: {}", question.id),
        format!("edition: {}", question.edition),
        format!("language: {}", question.language),
        format!("quiz: {}", session.quiz),
        format!("attempt: {}", session.attempt),
        format!("seed: {}", session.seed.0),
    ];
    lines.extend(session.code.map(|code| format!("code: {code}")));
    let order: Vec<&str> = posed.order.iter().map(|key| key.as_str()).collect();
    lines.push(format!("order: {}", order.join(" ")));
    lines.push(format!("response: {}", to_text(response)));
    lines.extend(given.map(|given| format!("credit: {}", to_text(&given.credit))));
    lines.push("\n".to_owned());
    Some(lines.join("\n"))
}
