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
    /// What is said of it after its name.
    pub(crate) description: String,
    /// What stands in it, for a field or a list.
    pub(crate) value: Option<String>,
    /// Whether it stays pressed, for a button that can.
    pub(crate) pressed: Option<bool>,
    /// What the browser knows it by.
    pub(crate) handle: Option<i64>,
    /// Whether it is chosen, for what can be.
    pub(crate) checked: Option<bool>,
    /// Whether it is unfolded, for what can be.
    pub(crate) expanded: Option<bool>,
    /// Whether what stands in it cannot be changed.
    pub(crate) readonly: bool,
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

    /// What a screen reader says from the beginning to the end: a line for each thing, with its name, its state and what else
    /// is said of it. Words that are the name of something are said with it and not again.
    pub(crate) fn said(&self) -> String {
        let mut said = String::new();
        let mut named_below = None;
        for node in &self.0 {
            if named_below.is_some_and(|depth| node.depth > depth) {
                continue;
            }
            named_below = None;
            match node.role.as_str() {
                "generic" | "none" | "paragraph" | "Section" | "ListMarker" | "listitem" | "LineBreak"
                | "form" => {}
                "LabelText" | "Legend" => {
                    // The words of a label are the name of what it labels, which stands within it or has them as its own.
                    let within = self.inside(|other| other.handle == node.handle);
                    for control in
                        within.iter().flat_map(Self::nodes).filter(|node| node.focusable || node.disabled)
                    {
                        said += &control.said();
                    }
                    named_below = Some(node.depth);
                }
                "button" | "link" | "heading" | "combobox" | "textbox" | "radio" | "checkbox" => {
                    said += &node.said();
                    named_below = Some(node.depth);
                }
                "StaticText" if node.name.is_empty() => {}
                _ => said += &node.said(),
            }
        }
        said
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
        let words = |name: &str| {
            let text = raw[name]["value"].as_str().unwrap_or_default();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        Self {
            // A button that stays pressed is a button to whoever looks for one.
            role: if role == "ToggleButton" { "button" } else { role }.to_owned(),
            name: words("name"),
            description: words("description"),
            value: raw["value"]["value"].as_str().map(str::to_owned),
            pressed: property("pressed").map(|_| is("pressed")),
            handle: raw["backendDOMNodeId"].as_i64(),
            checked: property("checked").map(|_| is("checked")),
            expanded: property("expanded").map(|_| is("expanded")),
            readonly: is("readonly"),
            disabled: is("disabled"),
            focusable: is("focusable"),
            focused: is("focused"),
            level: property("level").and_then(Value::as_i64),
            depth,
        }
    }
}

impl Node {
    /// A line of what a screen reader says.
    fn said(&self) -> String {
        if self.role == "StaticText" {
            return format!("{}\n", self.name);
        }
        let chosen = |is_so| if is_so { "chosen" } else { "not chosen" };
        let states = [
            self.level.map(|level| format!("level {level}")),
            self.checked.map(|is_so| chosen(is_so).to_owned()),
            self.pressed.map(|is_so| if is_so { "pressed" } else { "not pressed" }.to_owned()),
            self.expanded.map(|is_so| if is_so { "open" } else { "shut" }.to_owned()),
            self.value.as_ref().filter(|_| self.role != "StaticText").map(|value| format!("holds “{value}”")),
            self.readonly.then(|| "cannot be changed".to_owned()),
            self.disabled.then(|| "cannot be used".to_owned()),
            (!self.description.is_empty()).then(|| format!("described: {}", self.description)),
        ];
        let states: Vec<String> = states.into_iter().flatten().collect();
        let name = if self.name.is_empty() { String::new() } else { format!(" “{}”", self.name) };
        let states = if states.is_empty() { String::new() } else { format!(", {}", states.join(", ")) };
        format!("{}{name}{states}\n", self.role)
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
