//! A response as what a person does for it: things are found by what they are and by what they are called.

use domain::html::Html;
use domain::id::{ItemKey, OptionKey, StepKey};
use domain::language::Language;
use domain::question::case::Step;
use domain::question::elements::Met;
use domain::question::{Body, Choice, Question, Response, classify, matching};
use texts::fill;
use texts::reader::Reader;

use super::plain;
use crate::browser::workbench::{Hand, Node, Page, Tree, squeezed};

/// One thing to do. Names are written without white space, which pages and files have in different places.
#[derive(Debug)]
enum Deed {
    /// Choose an option, of a group where the question has several.
    Pick(Option<String>, String),
    /// Mark a passage.
    Mark(String),
    /// Press an item or a way; what is left is drawn anew.
    Take(String),
    /// Open the slot of an item, and press an answer.
    Match(String, String),
    /// Type a text into a field.
    Type(String, String),
    /// Choose a word of a list.
    Choose(String, String),
}

use Deed::{Choose, Mark, Match, Pick, Take, Type};

/// Gives the response to a question, once it is asked, and lets it be checked.
#[track_caller]
pub(super) fn answer(
    page: &Page,
    question: &Question,
    response: &Response,
    is_asked: impl Fn(&Tree) -> bool,
) {
    let deeds = deeds(question, response);
    assert!(!deeds.is_empty(), "{}: nothing is to be done for {response:?}", question.id);
    let mut moving = deeds.iter().filter(|deed| deed.stays().is_none()).peekable();
    if moving.peek().is_some() {
        page.until(&format!("{}", question.id), &is_asked);
    }
    moving.for_each(|deed| deed.perform(page));
    // What stays where it is takes one look for all of it, and the button with it.
    let check = Reader::of(Language::English).check_answer;
    let found = page.wait(&format!("{}: {deeds:?}, and then “{check}”", question.id), |tree| {
        if !is_asked(tree) {
            return None;
        }
        let found = deeds.iter().filter_map(Deed::stays).map(|(group, name)| option(tree, group, name));
        found.chain([tree.find("button", check).cloned()]).collect::<Option<Vec<Node>>>()
    });
    for node in found {
        assert!(page.is_tapped(&node), "{}: nobody can press the {} “{}”", question.id, node.role, node.name);
    }
}

/// What a person does for a response.
fn deeds(question: &Question, response: &Response) -> Vec<Deed> {
    let texts = Reader::of(Language::English);
    match (&question.body, response) {
        (Body::SingleChoice { prompt, .. }, Response::SingleChoice(given)) => {
            given.chosen.iter().map(|chosen| Pick(None, named(&prompt.options, chosen))).collect()
        }
        (Body::MultipleResponse { prompt, .. }, Response::MultipleResponse(given)) => {
            given.chosen.iter().map(|chosen| Pick(None, named(&prompt.options, chosen))).collect()
        }
        (Body::TrueFalse { prompt, .. }, Response::TrueFalse(given)) => {
            let says = given.says.map(|says| if says { texts.says_true } else { texts.says_false });
            let reason = given
                .reason
                .iter()
                .map(|reason| Pick(Some(squeezed(texts.reason)), named(&prompt.reasons, reason)));
            says.map(|says| Pick(None, says.to_owned())).into_iter().chain(reason).collect()
        }
        (Body::Classify { prompt, .. }, Response::Classify(given)) => {
            let sort = |item: &classify::Item| {
                let place = given.placed.get(&item.key)?;
                let category = prompt.categories.iter().find(|category| category.key == *place)?;
                Some(Pick(Some(words(&item.text)), words(&category.text)))
            };
            prompt.items.iter().filter_map(sort).collect()
        }
        (Body::Matching { prompt, .. }, Response::Matching(given)) => {
            let pair = |item: &matching::Item| {
                let taken = given.matched.get(&item.key)?;
                let answer = prompt.answers.iter().find(|answer| answer.key == *taken)?;
                Some(Match(words(&item.text), words(&answer.text)))
            };
            prompt.items.iter().filter_map(pair).collect()
        }
        (Body::Elements { prompt, .. }, Response::Elements(given)) => {
            let mut deeds = Vec::new();
            for element in &prompt.elements {
                let met = given.found.get(&element.key).map(|met| match met {
                    Met::Yes => texts.met,
                    Met::No => texts.not_met,
                    Met::Unclear => texts.unclear,
                });
                deeds.extend(met.map(|met| Pick(Some(squeezed(&element.label)), squeezed(met))));
                let proof = squeezed(&fill(texts.proof_of, &[("element", &element.label)]));
                let taken = prompt.passages.iter().filter(|one| given.is_proof(&element.key, &one.key));
                deeds.extend(taken.map(|passage| Pick(Some(proof.clone()), words(&passage.text))));
            }
            let conclusion =
                |chosen| Pick(Some(squeezed(texts.conclusion)), named(&prompt.conclusions, chosen));
            deeds.extend(given.conclusion.as_ref().map(conclusion));
            deeds
        }
        (Body::Ordering { prompt, .. }, Response::Ordering(given)) => {
            let item = |key: &ItemKey| prompt.items.iter().find(|item| item.key == *key);
            given.order.iter().filter_map(item).map(|item| Take(words(&item.text))).collect()
        }
        (Body::Cloze { prompt, .. }, Response::Cloze(given)) => {
            let whole = prompt.text.places().count().to_string();
            let gaps = prompt.text.places().zip(1..).filter_map(|((gap, _), number)| {
                let name = fill(texts.gap_of, &[("number", &number.to_string()), ("whole", &whole)]);
                let filled = given.filled.get(gap)?;
                let word = prompt.words.iter().find(|word| word.key.as_str() == filled);
                Some(match word {
                    Some(word) => Choose(name, read_out(&word.text)),
                    None => Type(name, filled.clone()),
                })
            });
            gaps.collect()
        }
        (Body::ShortAnswer { .. }, Response::ShortAnswer(given)) => {
            vec![Type(texts.your_answer.to_owned(), given.text.clone())]
        }
        (Body::Numeric { prompt, .. }, Response::Numeric(given)) => {
            let unit = given.unit.iter();
            let unit = unit.map(|unit| Pick(Some(squeezed(texts.unit)), named(&prompt.units, unit)));
            std::iter::once(Type(texts.your_answer.to_owned(), given.text.clone())).chain(unit).collect()
        }
        (Body::Highlight { prompt, .. }, Response::Highlight(given)) => {
            let marked = prompt.text.places().filter(|(passage, _)| given.marked.contains(passage));
            marked.map(|(_, text)| Mark(words(text))).collect()
        }
        (Body::Case { prompt, .. }, Response::Case(given)) => {
            let step = |key: &StepKey| prompt.steps.iter().find(|step: &&Step| step.key == *key);
            let way = |step: &Step, key: &OptionKey| {
                step.ways.iter().find(|way| way.key == *key).map(|way| Take(words(&way.text)))
            };
            given.taken.iter().filter_map(|taken| way(step(&taken.step)?, &taken.way)).collect()
        }
        (Body::Reflection { .. }, Response::Reflection(given)) => {
            vec![Type(texts.your_words.to_owned(), given.text.clone())]
        }
        _ => Vec::new(),
    }
}

impl Deed {
    /// The group and the name of what can be pressed wherever the deeds before it led; none where a look is needed.
    fn stays(&self) -> Option<(Option<&str>, &str)> {
        match self {
            Pick(group, name) => Some((group.as_deref(), name)),
            Mark(name) => Some((None, name)),
            Take(_) | Match(..) | Type(..) | Choose(..) => None,
        }
    }

    #[track_caller]
    fn perform(&self, page: &Page) {
        match self {
            Take(name) => press(page, name, |node| node.expanded.is_none()),
            Match(item, answer) => {
                let slot = format!("{item}{}", squeezed(Reader::of(Language::English).choose_answer));
                press(page, &slot, |node| node.expanded.is_some());
                press(page, answer, |node| node.pressed == Some(false));
            }
            Type(field, text) => Hand::Mouse.type_in(page, field, text),
            Choose(list, word) => Hand::Mouse.pick(page, list, word),
            Pick(..) | Mark(_) => {}
        }
    }
}

/// Presses the button of this name.
#[track_caller]
fn press(page: &Page, name: &str, meant: impl Fn(&Node) -> bool) {
    page.tap(&format!("the button “{name}”"), |tree| {
        tree.all("button").find(|node| squeezed(&node.name) == name && meant(node)).cloned()
    });
}

/// The option or passage of this name, within the group that is named.
fn option(tree: &Tree, group: Option<&str>, name: &str) -> Option<Node> {
    let can_be_chosen =
        |node: &Node| matches!(node.role.as_str(), "radio" | "checkbox") || node.pressed.is_some();
    let within = |node: &Node| {
        group
            .is_none_or(|group| tree.around(node.handle).iter().any(|around| squeezed(&around.name) == group))
    };
    let mut found = tree.nodes().iter().filter(|node| can_be_chosen(node) && squeezed(&node.name) == name);
    found.find(|node| within(node)).cloned()
}

fn named(options: &[Choice], key: &OptionKey) -> String {
    options.iter().find(|option| option.key == *key).map(|option| words(&option.text)).unwrap_or_default()
}

/// The words of a published text as they are compared.
fn words(html: &Html) -> String {
    plain(html.as_str())
}

/// The words of a published text as they are read out.
fn read_out(html: &Html) -> String {
    let mut words = String::new();
    for part in html.as_str().split('<') {
        words += part.split_once('>').map_or(part, |(_, words)| words);
    }
    crate::browser::reading::unescaped(&words)
}
