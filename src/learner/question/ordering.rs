//! Items are put in order: an item is placed at the end, and can be moved or taken back. Nothing needs to be dragged.

use domain::id::ItemKey;
use domain::question::ordering::{Item, Key, Prompt, Response, Towards};
use domain::question::{Response as Any, arrange};
use domain::session::Phase;
use leptos::prelude::*;
use texts::fill;

use super::{Form, feedback_on_item, group, sign};
use crate::browser;
use crate::part::element::{El, classed, el, live};
use crate::part::markup;
use crate::part::texts::texts;
use crate::quiz::feedback::{Remark, Words};

pub(super) fn form(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let (form, prompt, key) = (form.clone(), prompt.clone(), key.clone());
    let parts = live(move || {
        let order = form.read(order_of);
        let is_placed = |item: &&Item| order.contains(&item.key);
        let placed: Vec<&Item> =
            order.iter().filter_map(|key| prompt.items.iter().find(|item| item.key == *key)).collect();
        let shown = arrange(&prompt.items, &form.order, |item| item.key.slug()).into_iter();
        let pool: Vec<&Item> = shown.filter(|item| !is_placed(item)).collect();
        if form.is_open() { open(&form, &placed, &pool) } else { closed(&form, &prompt, &key, &placed) }
    });
    group("ordering", "group").child(parts).view()
}

fn order_of(response: &Any) -> Vec<ItemKey> {
    if let Any::Ordering(response) = response { response.order.clone() } else { Vec::new() }
}

/// The order so far, and what is still to be placed.
fn open(form: &Form, placed: &[&Item], pool: &[&Item]) -> AnyView {
    let rows = placed
        .iter()
        .enumerate()
        .map(|(place, item)| row(form, item, place, (placed.len(), placed.len() + pool.len())));
    let order = classed("div", "ordering-part")
        .child(classed("p", "label").attr("id", "your-order").child(texts().your_order))
        .child(if placed.is_empty() {
            classed("p", "how").child(texts().how_order)
        } else {
            classed("ol", "placed").attr("aria-labelledby", "your-order").children(rows)
        });
    let whole = placed.len() + pool.len();
    let items = pool.iter().enumerate().map(|(at, item)| {
        // The focus goes to the next one to be placed; after the last one, to the order that has come about.
        let next = pool.get(at + 1).or_else(|| pool.get(at.checked_sub(1)?));
        let next =
            next.map_or_else(|| format!("#earlier-{}", item.key), |next| format!("#pool-{}", next.key));
        let (sender, own) = (form.clone(), (*item).clone());
        let button = classed("button", "answer")
            .attr("type", "button")
            .attr("id", &format!("pool-{}", item.key))
            .on("click", move |_| {
                change(&sender, |response| response.place(own.key.clone()));
                say_place(&sender, &own, whole);
                browser::focus_soon(&next);
            })
            .child(form.words(&item.text));
        el("li").child(button).view()
    });
    let rest = (!pool.is_empty()).then(|| {
        classed("div", "ordering-part")
            .child(classed("p", "label").attr("id", "to-place").child(texts().still_to_place))
            .child(classed("ul", "answers").attr("aria-labelledby", "to-place").children(items))
    });
    el("div").child(order).child(rest).view()
}

/// A placed item with the buttons that move it.
fn row(form: &Form, item: &Item, place: usize, (placed, whole): (usize, usize)) -> AnyView {
    let shift = |sign: &str, name: &str, part: &'static str, towards: Towards, is_possible: bool| {
        let (sender, own) = (form.clone(), item.clone());
        let id = format!("{part}-{}", item.key);
        let same = format!("#{id}");
        // A button that would do nothing keeps its place and the focus: it is not disabled, it only says so.
        button("move", &id, name, item, sign).attr_if(!is_possible, "aria-disabled", "true").on(
            "click",
            move |_| {
                change(&sender, |response| response.shift(&own.key, towards));
                say_place(&sender, &own, whole);
                browser::focus_soon(&same);
            },
        )
    };
    let earlier = shift("↑", texts().move_earlier, "earlier", Towards::Beginning, place > 0);
    let later = shift("↓", texts().move_later, "later", Towards::End, place + 1 < placed);
    let (sender, own) = (form.clone(), item.clone());
    let back =
        button("move", &format!("back-{}", item.key), texts().take_back, item, "×").on("click", move |_| {
            change(&sender, |response| response.take_back(&own.key));
            browser::say(&fill(texts().taken_back, &[("item", &markup::bare(&own.text))]));
            browser::focus_soon(&format!("#pool-{}", own.key));
        });
    let row = classed("div", "placed-row")
        .child(classed("span", "placed-words").child(form.words(&item.text)))
        .child(classed("span", "moves").child(earlier).child(later).child(back));
    el("li").child(row).view()
}

/// A button that shows a sign, with a name that says which item it moves.
fn button(class: &'static str, id: &str, name: &str, item: &Item, sign: &str) -> El {
    classed("button", class)
        .attr("type", "button")
        .attr("id", id)
        .attr("aria-label", &fill(name, &[("item", &markup::bare(&item.text))]))
        .child(sign)
}

fn change(form: &Form, change: impl FnOnce(&mut Response)) {
    form.change(|response| {
        if let Any::Ordering(response) = response {
            change(response);
        }
    });
}

/// Says at which place an item now stands.
fn say_place(form: &Form, item: &Item, whole: usize) {
    let order = untrack(|| form.read(order_of));
    let Some(place) = order.iter().position(|placed| *placed == item.key) else { return };
    let [number, whole] = [place + 1, whole].map(|number| number.to_string());
    let places = [("item", markup::bare(&item.text)), ("number", number), ("whole", whole)];
    browser::say(&fill(texts().placed_at, &places.each_ref().map(|(name, words)| (*name, words.as_str()))));
}

/// The order that was given, with a mark on each item: whether it follows what it should. And the right order where it is another.
fn closed(form: &Form, prompt: &Prompt, key: &Key, placed: &[&Item]) -> AnyView {
    let order: Vec<&ItemKey> = placed.iter().map(|item| &item.key).collect();
    let right: Vec<&ItemKey> = key.order.iter().collect();
    let rows = placed.iter().map(|item| {
        let follows = follower(order.iter().rev(), &item.key) == follower(right.iter().rev(), &item.key);
        el("li").child(sign(follows)).child(form.words(&item.text)).view()
    });
    let given = classed("div", "ordering-part")
        .child(classed("p", "label").attr("id", "your-order").child(texts().your_order))
        .child(classed("ol", "placed").attr("aria-labelledby", "your-order").children(rows));
    let is_right = order.iter().copied().eq(&key.order);
    let right = (form.phase == Phase::Closed && !is_right).then(|| {
        let items = key.order.iter().filter_map(|key| prompt.items.iter().find(|item| item.key == *key));
        let items = items.map(|item| el("li").child(form.words(&item.text)).view());
        classed("div", "ordering-part")
            .child(classed("p", "label key-mark").attr("id", "right-order").child(texts().right_order))
            .child(
                classed("ol", "placed placed-right").attr("aria-labelledby", "right-order").children(items),
            )
    });
    el("div").child(given).child(right).view()
}

/// What comes after an item; nothing after the last one.
fn follower<'a, 'b: 'a>(
    mut order: impl Iterator<Item = &'a &'b ItemKey>,
    item: &ItemKey,
) -> Option<&'b ItemKey> {
    order.find(|own| **own == item)?;
    order.next().copied()
}

/// One remark on what follows each item, as it is marked, and one on the end.
pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response, phase: Phase) -> Vec<Remark> {
    let (right, given): (Vec<&ItemKey>, Vec<&ItemKey>) =
        (key.order.iter().collect(), response.order.iter().collect());
    let item = |key: &ItemKey| prompt.items.iter().find(|item| item.key == *key);
    let words = |key: Option<&ItemKey>| match key {
        Some(key) => item(key).map(|item| Words::Authored(item.text.clone())),
        None => Some(Words::Plain(texts().nothing_more.to_owned())),
    };
    let remark = |own: &ItemKey| {
        let (chosen, correct) = (follower(given.iter(), own), follower(right.iter(), own));
        let is_right = chosen == correct && !given.is_empty();
        Remark {
            on: item(own).map(|item| Words::Around(texts().after_item, item.text.clone())),
            chosen: if given.is_empty() { None } else { words(chosen) },
            instead: if is_right { None } else { words(correct) },
            right: is_right,
            feedback: feedback_on_item(&key.feedback, own, is_right, phase),
        }
    };
    key.order.iter().map(remark).collect()
}
