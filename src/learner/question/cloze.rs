//! A text with gaps, which are typed or filled from a list of words.
//!
//! A list is the browser's own `select`: it stands in a line of text, opens as the device is used to, and needs no dragging.

use domain::html::Html;
use domain::id::GapKey;
use domain::question::cloze::{Filling, Key, Prompt, Response, score};
use domain::question::flow::{Paragraph, Piece};
use domain::question::{Choice, Response as Any};
use domain::session::Phase;
use leptos::prelude::*;
use texts::fill;

use super::{Form, Mark, feedback_on_item, field, group};
use crate::later;
use crate::part::element::{classed, el};
use crate::part::markup;
use crate::part::texts::texts;
use crate::quiz::feedback::{Remark, Words};

/// What the gaps of a text have in common.
struct Gaps<'a> {
    form: &'a Form,
    prompt: &'a Prompt,
    key: &'a Key,
    response: Response,
}

pub(super) fn form(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let response =
        untrack(|| {
            form.read(|response| {
                if let Any::Cloze(response) = response { response.clone() } else { Response::default() }
            })
        });
    let gaps = Gaps { form, prompt, key, response };
    let paragraphs = prompt.text.paragraphs.iter().enumerate().map(|(at, one)| paragraph(&gaps, at, one));
    group("flow cloze", "group").children(paragraphs).view()
}

fn paragraph(gaps: &Gaps<'_>, at: usize, paragraph: &Paragraph<GapKey>) -> AnyView {
    let id = format!("flow-{at}");
    let pieces = paragraph.pieces.iter().map(|Piece { place, text }| match place {
        None => gaps.form.words(text).view(),
        Some(gap) if gaps.form.is_open() => open(gaps, gap, &id),
        Some(gap) => closed(gaps, gap),
    });
    el("p").attr("id", &id).spoken(&gaps.form.voice).children(pieces).view()
}

/// A gap that can be filled. The paragraph around it describes it.
fn open(gaps: &Gaps<'_>, gap: &GapKey, around: &str) -> AnyView {
    let (sender, own) = (gaps.form.clone(), gap.clone());
    let fill_in = move |text: String| {
        sender.change(|response| {
            if let Any::Cloze(response) = response {
                if text.is_empty() {
                    response.filled.remove(&own);
                } else {
                    response.filled.insert(own.clone(), text);
                }
            }
        });
    };
    let filled = gaps.response.filled.get(gap).map_or("", String::as_str);
    let control = if gaps.prompt.words.is_empty() {
        // As wide as the longest of the right answers of all gaps, so that the width tells nothing.
        field::line(gaps.form, filled, fill_in).attr("size", &width(gaps.key).to_string())
    } else {
        let words = gaps.form.arranged(&gaps.prompt.words).into_iter().map(|word| option(word, filled));
        classed("select", "typed")
            .on_value(fill_in)
            .child(el("option").attr("value", "").child(texts().choose_word))
            .children(words)
    };
    control.attr("aria-label", &name(gaps, gap)).attr("aria-describedby", around).view()
}

fn option(word: &Choice, filled: &str) -> AnyView {
    el("option")
        .attr("value", word.key.as_str())
        .attr_if(word.key.as_str() == filled, "selected", "")
        .child(markup::bare(&word.text).as_str())
        .view()
}

fn name(gaps: &Gaps<'_>, gap: &GapKey) -> String {
    let place = gaps.prompt.text.places().position(|(own, _)| own == gap).unwrap_or_default();
    let [number, whole] = [place + 1, gaps.prompt.text.places().count()].map(|number| number.to_string());
    fill(texts().gap_of, &[("number", &number), ("whole", &whole)])
}

/// A gap that was marked: what was filled in, and what is right where that may be told.
fn closed(gaps: &Gaps<'_>, gap: &GapKey) -> AnyView {
    let right = is_right(gaps, gap);
    let chosen = filled(gaps.prompt, &gaps.response, gap);
    let mark = gaps.form.mark(right, chosen.is_some());
    let class = match mark {
        Mark::None => "gap",
        Mark::Right | Mark::Key => "gap gap-right",
        Mark::Wrong => "gap gap-wrong",
    };
    let shown = |words: Option<Html>| words.map(|words| gaps.form.words(&words));
    let chosen = classed("span", "gap-chosen")
        .child(field::mark_of(mark).map(|mark| gaps.form.ours(mark)))
        .child(match shown(chosen) {
            Some(words) => words.view(),
            None => el("span").attr("role", "img").attr("aria-label", texts().not_chosen).child("…").view(),
        });
    let instead = (!right && gaps.form.phase == Phase::Closed).then(|| {
        classed("span", "gap-key")
            .child(gaps.form.ours(classed("span", "visually-hidden").child(texts().instead)))
            .child(" ")
            .child(shown(correct(gaps.prompt, gaps.key, gap)))
    });
    classed("span", class).child(chosen).child(instead).view()
}

fn is_right(gaps: &Gaps<'_>, gap: &GapKey) -> bool {
    let marks = later::now().map(|later| (later.score_cloze)(gaps.prompt, gaps.key, &gaps.response));
    marks.is_some_and(|marks| {
        marks.decisions.iter().any(|decision| decision.on == *gap.slug() && decision.right)
    })
}

/// What was filled in, as it is shown.
fn filled(prompt: &Prompt, response: &Response, gap: &GapKey) -> Option<Html> {
    let text = response.filled.get(gap)?;
    let is_word = |word: &&Choice| word.key.as_str() == text;
    if prompt.words.is_empty() {
        Some(Html::of_text(text))
    } else {
        prompt.words.iter().find(is_word).map(|word| word.text.clone())
    }
}

/// What is right, as it is shown.
fn correct(prompt: &Prompt, key: &Key, gap: &GapKey) -> Option<Html> {
    match key.gaps.get(gap)? {
        Filling::Word(key) => prompt.words.iter().find(|word| word.key == *key).map(|word| word.text.clone()),
        Filling::Typed(texts) => texts.first().map(|text| Html::of_text(text)),
    }
}

/// The width of a typed gap, in characters.
fn width(key: &Key) -> usize {
    let texts = key.gaps.iter().filter_map(|(_, filling)| match filling {
        Filling::Typed(texts) => texts.first(),
        Filling::Word(_) => None,
    });
    texts.map(|text| text.chars().count() + 3).max().unwrap_or_default().clamp(8, 24)
}

pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response, phase: Phase) -> Vec<Remark> {
    let marks = score(prompt, key, response);
    let whole = marks.decisions.len().to_string();
    let remark = |(place, (gap, _)): (usize, (&GapKey, &Html))| {
        let right = marks.decisions.get(place).is_some_and(|decision| decision.right);
        let number = (place + 1).to_string();
        Remark {
            on: Some(Words::Plain(fill(texts().gap_of, &[("number", &number), ("whole", &whole)]))),
            chosen: filled(prompt, response, gap).map(Words::Authored),
            instead: if right { None } else { correct(prompt, key, gap).map(Words::Authored) },
            right,
            feedback: feedback_on_item(&key.feedback, gap, right, phase),
        }
    };
    prompt.text.places().enumerate().map(remark).collect()
}
