//! The page as a screen reader is given it: the browser's accessibility tree, in the order of reading.

use std::collections::HashMap;
use std::ops::Range;

use serde_json::Value;

/// What is on the page.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Tree(Vec<Node>);

/// One thing on the page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    /// What it is: `button`, `link`, `heading`.
    pub(crate) role: String,
    /// What it is called, its words separated by single spaces.
    pub(crate) name: String,
    /// What the browser knows it by.
    pub(crate) handle: Option<i64>,
    /// Whether it is chosen, for what can be.
    pub(crate) checked: Option<bool>,
    /// Whether it is unfolded, for what can be.
    pub(crate) expanded: Option<bool>,
    /// Whether it cannot be used.
    pub(crate) disabled: bool,
    /// Whether a keyboard can reach it.
    pub(crate) focusable: bool,
    /// Whether the keyboard is on it.
    pub(crate) focused: bool,
    /// The level of a heading.
    pub(crate) level: Option<i64>,
    depth: usize,
}

impl Tree {
    /// Reads the answer of `Accessibility.getFullAXTree`.
    pub(super) fn read(answer: &Value) -> Self {
        let raw = answer["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
        let by_id: HashMap<&str, &Value> =
            raw.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
        let mut tree = Self::default();
        if let Some(first) = raw.first() {
            tree.add(first, &by_id, 0);
        }
        tree
    }

    fn add(&mut self, raw: &Value, by_id: &HashMap<&str, &Value>, depth: usize) {
        let role = raw["role"]["value"].as_str().unwrap_or_default();
        if role == "InlineTextBox" {
            return;
        }
        let ignored = raw["ignored"].as_bool().unwrap_or_default();
        if !ignored {
            self.0.push(Node::read(raw, role, depth));
        }
        let children = raw["childIds"].as_array().map(Vec::as_slice).unwrap_or_default();
        for child in children.iter().filter_map(Value::as_str).filter_map(|id| by_id.get(id)) {
            self.add(child, by_id, if ignored { depth } else { depth + 1 });
        }
    }

    /// Everything of this role, in the order of reading.
    pub(crate) fn all<'a>(&'a self, role: &'a str) -> impl Iterator<Item = &'a Node> {
        self.0.iter().filter(move |node| node.role == role)
    }

    /// The first of this role and name.
    pub(crate) fn find<'a>(&'a self, role: &'a str, name: &str) -> Option<&'a Node> {
        self.all(role).find(|node| node.name == name)
    }

    /// What is inside the first of this role and name.
    pub(crate) fn within(&self, role: &str, name: &str) -> Option<Self> {
        self.inside(|node| node.role == role && node.name == name)
    }

    /// What is inside the first that is meant.
    pub(crate) fn inside(&self, meant: impl Fn(&Node) -> bool) -> Option<Self> {
        let place = self.0.iter().position(meant)?;
        Some(Self(self.0[self.extent(place)].to_vec()))
    }

    /// Everything, in the order of reading.
    pub(crate) fn nodes(&self) -> &[Node] {
        &self.0
    }

    /// The words, in the order of reading.
    pub(crate) fn text(&self) -> String {
        let words: Vec<&str> = self.all("StaticText").map(|node| node.name.as_str()).collect();
        words.join(" ")
    }

    /// The heading of the page.
    pub(crate) fn heading(&self) -> Option<&str> {
        self.all("heading").find(|node| node.level == Some(1)).map(|node| node.name.as_str())
    }

    /// What the keyboard is on; none where it is on the page as a whole.
    pub(crate) fn focus(&self) -> Option<&Node> {
        self.0.iter().rev().find(|node| node.focused && node.role != "RootWebArea")
    }

    /// The names of what is around the first thing with this handle, from the outside in.
    pub(crate) fn around(&self, handle: Option<i64>) -> Vec<&Node> {
        let Some(place) = self.0.iter().position(|node| node.handle == handle) else { return Vec::new() };
        let around = (0..place).filter(|&other| self.extent(other).contains(&place));
        around.map(|other| &self.0[other]).collect()
    }

    /// What can be answered with and how it stands, one line each: enough to tell whether a question is as it was.
    pub(crate) fn outline(&self) -> Vec<String> {
        let line = |node: &Node| {
            let state = match (node.checked, node.expanded) {
                (Some(true), _) => " [chosen]",
                (Some(false), _) | (None, None) => "",
                (None, Some(true)) => " [open]",
                (None, Some(false)) => " [shut]",
            };
            format!("{} “{}”{state}", node.role, node.name)
        };
        let counts = |node: &&Node| {
            matches!(node.role.as_str(), "heading" | "group" | "radiogroup" | "radio" | "checkbox" | "button")
        };
        self.0.iter().filter(counts).map(line).collect()
    }

    fn extent(&self, place: usize) -> Range<usize> {
        let depth = self.0[place].depth;
        let after = self.0[place + 1..].iter().position(|node| node.depth <= depth);
        place + 1..after.map_or(self.0.len(), |length| place + 1 + length)
    }
}

impl Node {
    fn read(raw: &Value, role: &str, depth: usize) -> Self {
        let property = |name: &str| {
            let all = raw["properties"].as_array()?;
            all.iter().find(|property| property["name"] == name).map(|property| &property["value"]["value"])
        };
        let is = |name: &str| property(name).is_some_and(|value| value == true || value == "true");
        let name = raw["name"]["value"].as_str().unwrap_or_default();
        Self {
            // A button that stays pressed is a button to whoever looks for one.
            role: if role == "ToggleButton" { "button" } else { role }.to_owned(),
            name: name.split_whitespace().collect::<Vec<_>>().join(" "),
            handle: raw["backendDOMNodeId"].as_i64(),
            checked: property("checked").map(|_| is("checked")),
            expanded: property("expanded").map(|_| is("expanded")),
            disabled: is("disabled"),
            focusable: is("focusable"),
            focused: is("focused"),
            level: property("level").and_then(Value::as_i64),
            depth,
        }
    }
}

impl std::fmt::Display for Tree {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for node in self.0.iter().filter(|node| !node.name.is_empty()) {
            let focused = if node.focused { " ←" } else { "" };
            writeln!(f, "{}{} “{}”{focused}", "  ".repeat(node.depth.min(12)), node.role, node.name)?;
        }
        Ok(())
    }
}
