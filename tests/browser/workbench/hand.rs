//! The two ways of using a page: with the mouse, or with the keyboard alone.

use std::time::Duration;

use thirtyfour::Key;

use super::{Node, Page, Tree, wait_for};

/// What a page is used with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hand {
    /// The mouse.
    Mouse,
    /// The keyboard, and nothing else.
    Keyboard,
}

/// How often Tab is pressed before what is looked for counts as out of reach.
const FAR: usize = 60;

impl Hand {
    /// Presses a button.
    #[track_caller]
    pub(crate) fn press(self, page: &Page, name: &str) {
        self.press_like(page, &format!("the button “{name}”"), |_, node| {
            node.role == "button" && node.name == name
        });
    }

    /// Presses the button that is meant.
    #[track_caller]
    pub(crate) fn press_like(self, page: &Page, what: &str, meant: impl Fn(&Tree, &Node) -> bool) {
        match self {
            Self::Mouse => {
                page.click(what, |tree| tree.nodes().iter().find(|node| meant(tree, node)).cloned());
            }
            Self::Keyboard => {
                page.tab_to(what, meant);
                page.key(Key::Enter);
            }
        }
    }

    /// Chooses an option, within a group of this name where one is named. What is chosen already stays so.
    #[track_caller]
    pub(crate) fn choose(self, page: &Page, group: Option<&str>, option: &str) {
        let what = format!("the option “{option}” of {group:?}");
        let in_group = |tree: &Tree, node: &Node| {
            matches!(node.role.as_str(), "radio" | "checkbox")
                && group
                    .is_none_or(|group| tree.around(node.handle).iter().any(|around| around.name == group))
        };
        let meant = |tree: &Tree, node: &Node| in_group(tree, node) && node.name == option;
        let found = |tree: &Tree| tree.nodes().iter().find(|node| meant(tree, node)).cloned();
        let is_chosen = |tree: &Tree| found(tree).map(|node| node.checked == Some(true));
        if page.wait(&what, is_chosen) {
            return;
        }
        match self {
            Self::Mouse => page.click(&what, found),
            Self::Keyboard => {
                // Tab reaches one radio button of a group; the arrows reach the others, and choose as they go.
                page.tab_to(&what, |tree, node| {
                    meant(tree, node) || node.role == "radio" && in_group(tree, node)
                });
                let is_there = |tree: &Tree| tree.focus().map(|focus| meant(tree, focus));
                for _ in 0..FAR {
                    if page.wait("the focus", is_there) {
                        break;
                    }
                    page.key(Key::Down);
                }
                if !page.wait(&what, is_chosen) {
                    page.key(Key::Space);
                }
            }
        }
        page.until(&format!("{what}, chosen"), |tree| is_chosen(tree) == Some(true));
    }

    /// Types a text into a field, in the place of what was there.
    #[track_caller]
    pub(crate) fn type_in(self, page: &Page, field: &str, text: &str) {
        let what = format!("the field “{field}”");
        let is_field = |node: &Node| node.role == "textbox" && node.name == field;
        match self {
            Self::Mouse => page.click(&what, |tree| tree.nodes().iter().find(|node| is_field(node)).cloned()),
            Self::Keyboard => page.tab_to(&what, |_, node| is_field(node)),
        }
        page.select_all();
        page.types(text);
        page.until(&format!("“{text}” in {what}"), |tree| {
            tree.nodes()
                .iter()
                .any(|node| is_field(node) && node.focused && node.value.as_deref() == Some(text))
        });
    }

    /// Chooses a word of a list that stands in a line. The list opens outside of the page, so that it is left shut: its keys
    /// choose as well.
    #[track_caller]
    pub(crate) fn pick(self, page: &Page, list: &str, word: &str) {
        let what = format!("the list “{list}”");
        let is_list = |node: &Node| node.role == "combobox" && node.name == list;
        match self {
            Self::Mouse => {
                let node = page.wait(&what, |tree| tree.nodes().iter().find(|node| is_list(node)).cloned());
                page.call_on(&node, "function () { this.focus() }");
            }
            Self::Keyboard => page.tab_to(&what, |_, node| is_list(node)),
        }
        page.types(word);
        page.until(&format!("“{word}” in {what}"), |tree| {
            tree.nodes().iter().any(|node| is_list(node) && node.value.as_deref() == Some(word))
        });
    }

    /// Matches an item with an answer.
    #[track_caller]
    pub(crate) fn pair(self, page: &Page, item: &str, answer: &str) {
        let is_slot = |node: &Node| {
            node.role == "button" && node.expanded.is_some() && node.name.starts_with(&format!("{item} "))
        };
        self.press_like(page, &format!("the slot of “{item}”"), |_, node| is_slot(node));
        page.until(&format!("the open slot of “{item}”"), |tree| {
            tree.nodes().iter().any(|node| is_slot(node) && node.expanded == Some(true))
        });
        let is_answer = |node: &Node| {
            node.role == "button"
                && node.expanded.is_none()
                && node.name.strip_suffix(" in use").unwrap_or(&node.name) == answer
        };
        self.press_like(page, &format!("the answer “{answer}”"), |_, node| is_answer(node));
        page.focus_is("button", &format!("{item} {answer}"));
    }
}

impl Page {
    /// Presses a key.
    pub(crate) fn key(&self, key: Key) {
        self.keys(&[key]);
    }

    /// Selects all of the field that the keyboard is in.
    pub(crate) fn select_all(&self) {
        self.with_control('a');
    }

    /// Presses a character together with the control key.
    pub(crate) fn with_control(&self, character: char) {
        let browser = self.browser();
        let control = Key::Control.value();
        let chain = browser.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
        let chain = chain.key_down(control).key_down(character).key_up(character).key_up(control);
        wait_for(chain.perform()).unwrap_or_else(|error| panic!("control and {character}: {error}"));
    }

    /// Types a text, key by key.
    pub(crate) fn types(&self, text: &str) {
        let browser = self.browser();
        let chain =
            browser.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO)).send_keys(text);
        wait_for(chain.perform()).unwrap_or_else(|error| panic!("{text}: {error}"));
    }

    /// Presses keys together.
    pub(crate) fn keys(&self, keys: &[Key]) {
        let browser = self.browser();
        let mut chain = browser.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
        for key in keys {
            chain = chain.key_down(key.value());
        }
        for key in keys.iter().rev() {
            chain = chain.key_up(key.value());
        }
        wait_for(chain.perform()).unwrap_or_else(|error| panic!("{keys:?}: {error}"));
    }

    /// Presses Tab until the keyboard is where it is meant to be. On its way it must never get stuck, nor out of sight.
    #[track_caller]
    pub(crate) fn tab_to(&self, what: &str, meant: impl Fn(&Tree, &Node) -> bool) {
        self.until(what, |tree| tree.nodes().iter().any(|node| meant(tree, node)));
        for _ in 0..FAR {
            let there =
                self.wait("the page", |tree| Some(tree.focus().is_some_and(|focus| meant(tree, focus))));
            if there {
                return;
            }
            self.key(Key::Tab);
            self.focus_shows();
        }
        panic!("Tab does not lead to {what}");
    }

    /// Fails where nobody could see what the keyboard is on: it must be in the window, and it or its label must be marked.
    #[track_caller]
    pub(crate) fn focus_shows(&self) {
        const SHOWS: &str = "
            const on = document.activeElement;
            if (!on || on === document.body) return true;
            const box = on.getBoundingClientRect();
            const seen = box.bottom > 0 && box.top < window.innerHeight && box.width > 0;
            const marked = [on, on.closest('label')].some((element) => {
                const { outlineStyle, outlineWidth } = element ? getComputedStyle(element) : {};
                return element && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
            });
            return seen && marked ? true : `${seen ? '' : 'out of sight '}${marked ? '' : 'unmarked '}${on.outerHTML.slice(0, 200)}`";
        let shows = self.run(SHOWS);
        assert_eq!(shows, true, "the focus cannot be seen");
    }
}
