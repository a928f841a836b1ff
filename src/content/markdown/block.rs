//! Which blocks stand where, and what they are called.

use pulldown_cmark::BlockQuoteKind;

use super::Form;

/// The blocks that are not plain paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Block {
    Heading,
    List,
    Quotation,
    Box(BlockQuoteKind),
    Code,
    Table,
    Rule,
}

impl Block {
    /// Its name with an article, as a sentence begins.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Heading => "A heading",
            Self::List => "A list",
            Self::Quotation => "A quotation",
            Self::Box(_) => "A box",
            Self::Code => "A text that is indented by four spaces, or stands between lines of backticks,",
            Self::Table => "A table",
            Self::Rule => "A line across the page",
        }
    }

    /// Whether it can stand in a text of this form.
    pub(super) fn fits(self, form: Form<'_>) -> bool {
        match form {
            Form::Lesson(..) => true,
            Form::Line | Form::Passages | Form::Gaps => false,
            Form::Blocks | Form::Facts => match self {
                Self::Heading | Self::Box(_) | Self::Rule => false,
                Self::List | Self::Quotation | Self::Code | Self::Table => true,
            },
        }
    }
}

/// The class of a box.
pub(super) fn of_box(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Caution => "caution",
    }
}
