//! Authors' Markdown to HTML that is safe to show.
//!
//! This is the one place where [`Html`] is made. Every text is escaped, every element comes from the list in this
//! module, every address from the list in [`link`]. Raw HTML is refused, never cleaned. Knows what a term,
//! a source and a lesson are; knows nothing of questions.

mod block;
mod flow;
mod inline;
mod link;
mod writer;

pub(crate) use inline::split as split_citation;

use domain::html::Html;
use domain::id::PassageKey;
use domain::question::flow::Flow;

use crate::desk::{Desk, Read};
use crate::place::Placed;
use crate::text::Text;
use writer::Writer;

/// What a text may consist of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form<'a> {
    /// A lesson: every block. It knows the course and the module that it stands in, for links to other lessons.
    Lesson(&'a str, &'a str),
    /// Paragraphs, lists, quotations, tables.
    Blocks,
    /// The same, with marked passages.
    Facts,
    /// Paragraphs with marked passages.
    Passages,
    /// Paragraphs with gaps.
    Gaps,
    /// One paragraph, without its element around it.
    Line,
}

/// What became of a text.
#[derive(Debug)]
pub(crate) struct Written {
    /// The markup.
    pub(crate) html: Html,
    /// How many words it has.
    pub(crate) words: usize,
    /// The passages and the gaps that are marked in it.
    pub(crate) passages: Vec<Placed<PassageKey>>,
    /// The passages of facts with their words, each once, in the order of the text.
    pub(crate) passage_words: Vec<(PassageKey, Html)>,
    /// The markup in pieces.
    pub(crate) flow: Flow<PassageKey>,
}

/// Writes a text as HTML, or notes everything in it that cannot be shown.
pub(crate) fn write(desk: &Desk<'_>, text: &Text<'_>, form: Form<'_>) -> Read<Written> {
    let written = Writer::new(desk, *text, form).write()?;
    let (flow, passage_words) = (written.flow(), written.passage_words());
    let Writer { markup, words, passages, .. } = written;
    Ok(Written { html: Html::made_safe(markup), words, passages, passage_words, flow })
}

/// Writes a text of one paragraph.
pub(crate) fn line(desk: &Desk<'_>, text: &Text<'_>) -> Read<Html> {
    write(desk, text, Form::Line).map(|written| written.html)
}

/// Writes a text of several paragraphs.
pub(crate) fn blocks(desk: &Desk<'_>, text: &Text<'_>) -> Read<Html> {
    write(desk, text, Form::Blocks).map(|written| written.html)
}

/// Text as it stands between tags or in an attribute in double quotation marks.
fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // These would leave the text, or turn its direction without a trace in the file.
            '\u{0}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests;
