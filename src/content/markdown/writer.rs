//! The events of the Markdown parser to markup.

mod heads;
mod links;
mod origin;

use std::collections::BTreeSet;
use std::ops::Range;

use domain::id::PassageKey;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use self::heads::Table;
use self::origin::Origin;
use super::block::{Block, of_box};
use super::flow::Cut;
use super::inline::{Piece, pieces};
use super::{Form, escape};
use crate::advice::Advice;
use crate::desk::{Desk, Read, Reported};
use crate::diagnostic::Code;
use crate::place::{Place, Placed};
use crate::text::Text;
use crate::words;

/// What was written so far.
pub(super) struct Writer<'w> {
    desk: &'w Desk<'w>,
    text: Text<'w>,
    pub(super) form: Form<'w>,
    pub(super) markup: String,
    pub(super) words: usize,
    pub(super) passages: Vec<Placed<PassageKey>>,
    /// Where the markup is cut into pieces.
    pub(super) cuts: Vec<(usize, Cut)>,
    /// How many emphases are open.
    pub(super) emphases: usize,
    reported: Option<Reported>,
    /// Text that waits until it is known to be whole, with its places.
    waiting: Vec<(String, Range<usize>)>,
    /// How each open link ends.
    links: Vec<Closing>,
    /// How many blocks are open around the one that is written.
    depth: usize,
    paragraphs: usize,
    /// The words of the heading that is open, and where its markup begins.
    heading: Option<(usize, String)>,
    last_heading: (usize, String),
    anchors: BTreeSet<String>,
    labels: BTreeSet<String>,
    table: Table,
    in_code: bool,
}

/// How an open link ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closing {
    Link,
    /// A link to a term whose words come from the glossary.
    Term,
    Passage,
    /// A passage of a text in pieces.
    Piece,
    /// A gap, which began at this offset of the markup.
    Gap {
        at: usize,
        place: Place,
    },
    /// It was refused.
    Nothing,
}

impl<'w> Writer<'w> {
    /// A writer that has not begun.
    pub(super) fn new(desk: &'w Desk<'w>, text: Text<'w>, form: Form<'w>) -> Self {
        Self {
            desk,
            text,
            form,
            markup: String::with_capacity(text.value.len() + text.value.len() / 2),
            words: 0,
            passages: Vec::new(),
            cuts: Vec::new(),
            emphases: 0,
            reported: None,
            waiting: Vec::new(),
            links: Vec::new(),
            depth: 0,
            paragraphs: 0,
            heading: None,
            last_heading: (1, String::new()),
            anchors: BTreeSet::new(),
            labels: BTreeSet::new(),
            table: Table::default(),
            in_code: false,
        }
    }

    /// Writes the whole text.
    pub(super) fn write(mut self) -> Read<Self> {
        let options = Options::ENABLE_TABLES | Options::ENABLE_GFM | Options::ENABLE_WIKILINKS;
        let value = self.text.value;
        for (event, at) in Parser::new_ext(value, options).into_offset_iter() {
            if let Event::Text(text) = event {
                self.waiting.push((text.into_string(), at));
            } else {
                self.flush();
                self.event(event, at);
            }
        }
        self.flush();
        self.reported.map_or(Ok(self), Err)
    }

    /// The language of the text, a BCP 47 tag.
    fn language(&self) -> &'w str {
        self.desk.language(self.text.place.file)
    }

    fn event(&mut self, event: Event<'_>, at: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag),
            Event::Text(_) => {}
            Event::Code(code) => {
                self.markup.push_str("<code>");
                self.words(&code);
                self.markup.push_str("</code>");
            }
            Event::InlineHtml(tag) => {
                // The tag that closes was told of with the one that opens.
                if !tag.starts_with("</") {
                    self.raw_html(at);
                }
            }
            Event::Html(_) => {}
            Event::SoftBreak => {
                self.markup.push('\n');
                self.in_heading(" ");
            }
            Event::HardBreak => self.markup.push_str("<br>"),
            Event::Rule => {
                self.block(Block::Rule, &at);
                self.markup.push_str("<hr>");
            }
            // These forms are not switched on in the parser.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.words(&text);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, at: Range<usize>) {
        match tag {
            Tag::Paragraph => self.paragraph(&at),
            Tag::Heading { level, .. } => {
                self.block(Block::Heading, &at);
                self.heading_level(level, &at);
                self.heading = Some((self.markup.len(), String::new()));
            }
            Tag::BlockQuote(None) => self.open(Block::Quotation, &at, "<blockquote>"),
            Tag::BlockQuote(Some(kind)) => {
                let class = of_box(kind);
                let title = words::box_title(kind, self.language());
                // The role says what it is without making a landmark of each box.
                let opening = format!(
                    "<aside class=\"box box-{class}\" role=\"note\"><p class=\"box-title\">{title}</p>"
                );
                self.open(Block::Box(kind), &at, &opening);
            }
            Tag::CodeBlock(_) => {
                self.in_code = true;
                self.open(Block::Code, &at, "<pre><code>");
            }
            Tag::HtmlBlock => self.raw_html(at),
            Tag::List(None) => self.open(Block::List, &at, "<ul>"),
            Tag::List(Some(1)) => self.open(Block::List, &at, "<ol>"),
            Tag::List(Some(first)) => self.open(Block::List, &at, &format!("<ol start=\"{first}\">")),
            Tag::Item => self.markup.push_str("<li>"),
            Tag::Table(alignments) => {
                self.table = Table { alignments, ..Table::default() };
                let label = self.table_label();
                self.open(
                    Block::Table,
                    &at,
                    "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"",
                );
                escape(&mut self.markup, &label);
                self.markup.push_str("\"><table>");
            }
            Tag::TableHead => {
                (self.table.in_head, self.table.column) = (true, 0);
                self.markup.push_str("<thead><tr>");
            }
            Tag::TableRow => {
                self.table.column = 0;
                self.markup.push_str("<tr>");
            }
            Tag::TableCell => self.table.cell = self.markup.len(),
            Tag::Emphasis => self.emphasis("<em>"),
            Tag::Strong => self.emphasis("<strong>"),
            Tag::Link { link_type, dest_url, title, .. } => self.link(link_type, &dest_url, &title, at),
            Tag::Image { .. } => {
                let place = self.text.place_of(at);
                let help = "Say in words or in a table what it shows.";
                self.error(Code::Image, place, "Images cannot be shown yet.", help);
            }
            // These forms are not switched on in the parser.
            Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => {
                if self.form.is_flow() {
                    self.cut(Cut::Paragraph);
                } else if self.form != Form::Line {
                    self.markup.push_str("</p>");
                }
            }
            TagEnd::Heading(level) => self.close_heading(level),
            TagEnd::BlockQuote(None) => self.close("</blockquote>"),
            TagEnd::BlockQuote(Some(_)) => self.close("</aside>"),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.close("</code></pre>");
            }
            TagEnd::List(false) => self.close("</ul>"),
            TagEnd::List(true) => self.close("</ol>"),
            TagEnd::Item => self.markup.push_str("</li>"),
            TagEnd::Table => self.close("</tbody></table></div>"),
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.markup.push_str("</tr></thead><tbody>");
            }
            TagEnd::TableRow => self.markup.push_str("</tr>"),
            TagEnd::TableCell => self.close_cell(),
            TagEnd::Emphasis => self.end_of_emphasis("</em>"),
            TagEnd::Strong => self.end_of_emphasis("</strong>"),
            TagEnd::Link => match self.links.pop() {
                Some(Closing::Link | Closing::Term) => self.markup.push_str("</a>"),
                Some(Closing::Passage) => {
                    self.cut(Cut::End);
                    self.markup.push_str("</span>");
                }
                Some(Closing::Piece) => self.cut(Cut::End),
                Some(Closing::Gap { at, place }) => self.close_gap(at, place),
                Some(Closing::Nothing) | None => {}
            },
            TagEnd::HtmlBlock
            | TagEnd::Image
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// Notes a block that cannot stand here; of those inside each other only the outermost.
    fn block(&mut self, block: Block, at: &Range<usize>) {
        if self.depth > 0 && self.form == Form::Line || block.fits(self.form) {
            return;
        }
        let (place, help) = match self.form {
            Form::Line => (self.first_line(at), "Write one paragraph of words."),
            Form::Passages | Form::Gaps => (self.first_line(at), "Write paragraphs of words."),
            Form::Lesson(..) | Form::Blocks | Form::Facts => (
                self.first_line(at),
                "Write paragraphs, lists, quotations or tables; the rest belongs in a lesson.",
            ),
        };
        self.error(Code::MisplacedBlock, place, format!("{} cannot stand in this text.", block.name()), help);
    }

    fn open(&mut self, block: Block, at: &Range<usize>, markup: &str) {
        self.block(block, at);
        self.depth += 1;
        self.markup.push_str(markup);
    }

    fn close(&mut self, markup: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.markup.push_str(markup);
    }

    fn paragraph(&mut self, at: &Range<usize>) {
        if self.form.is_flow() {
            return;
        }
        if self.form != Form::Line {
            self.markup.push_str("<p>");
            return;
        }
        self.paragraphs += 1;
        if self.paragraphs == 2 && self.depth == 0 {
            let place = self.first_line(at);
            let message = "A second paragraph cannot stand in this text.";
            self.error(Code::MisplacedBlock, place, message, "Write one paragraph of words.");
        }
    }

    /// Writes the text that waited: its citations as links, the rest escaped.
    fn flush(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() || self.links.last() == Some(&Closing::Term) {
            return;
        }
        let joined: String = waiting.iter().map(|(text, _)| text.as_str()).collect();
        if self.in_code {
            self.words(&joined);
            return;
        }
        let origin = Origin::of(&waiting, self.text.value);
        for (open, _) in joined.match_indices("[[").filter(|(at, _)| !origin.is_literal(*at)) {
            let place = self.text.place_of(origin.range(open..open + 2));
            let help = "Write `[[term-id]]` or `[[term-id|words]]`; in a table the bar is written `\\|`.";
            self.error(Code::TermForm, place, "`[[` opens no link to a term.", help);
        }
        for piece in pieces(&joined, |at| origin.is_literal(at)) {
            match piece {
                Piece::Text(text) => self.words(text),
                Piece::Citation { source, place, at } => {
                    let at = self.text.place_of(origin.range(at));
                    self.citation(source, place, at);
                }
            }
        }
    }

    /// Writes words, escaped, and counts them.
    fn words(&mut self, text: &str) {
        self.words += words::count(text);
        self.in_heading(text);
        escape(&mut self.markup, text);
    }

    fn in_heading(&mut self, text: &str) {
        if let Some((_, words)) = &mut self.heading {
            words.push_str(text);
        }
    }

    fn raw_html(&mut self, at: Range<usize>) {
        let place = self.first_line(&at);
        let what = if self.text.value.get(at).is_some_and(|html| html.starts_with("<!--")) {
            "An HTML comment is not allowed."
        } else {
            "Raw HTML is not allowed."
        };
        self.error(Code::RawHtml, place, what, "Write it in Markdown. To show `<` itself, write `\\<`.");
    }

    fn first_line(&self, at: &Range<usize>) -> Place {
        let text = self.text.value.get(at.clone()).unwrap_or_default();
        let length = text.lines().next().unwrap_or_default().trim_end().len();
        self.text.place_of(at.start..at.start + length)
    }

    pub(super) fn error(
        &mut self,
        code: Code,
        place: Place,
        message: impl AsRef<str>,
        help: impl Into<Advice>,
    ) {
        self.reported = Some(self.desk.faults.error(code, place, message, help));
    }
}
