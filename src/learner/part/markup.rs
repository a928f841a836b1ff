//! The one place where markup enters the page.

use domain::html::Html;
use web_sys::Element;

use crate::app::App;
use crate::part::element::{El, classed};
use crate::part::voice::Voice;

/// Shows markup within a line.
pub(crate) fn inline(app: App, voice: &Voice, html: &Html) -> El {
    raw("span", voice, app.resolved(html, &voice.course))
}

/// Shows markup that has paragraphs.
pub(crate) fn block(app: App, voice: &Voice, html: &Html) -> El {
    raw("div", voice, app.resolved(html, &voice.course))
}

fn raw(tag: &'static str, voice: &Voice, markup: String) -> El {
    classed(tag, "markup").spoken(voice).markup(markup)
}

/// Puts markup that was made safe into an element, in the place of what is in it.
pub(super) fn put(element: &Element, markup: &str) {
    element.set_inner_html(markup);
}

/// The words of markup within a line without the markup, for names, options of a list and what is said.
pub(crate) fn bare(html: &Html) -> String {
    let mut words = String::with_capacity(html.as_str().len());
    // Each part but the first begins within a tag: a sign that is less than others is written `&lt;` in text and attributes.
    for (place, part) in html.as_str().split('<').enumerate() {
        words.push_str(if place == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) });
    }
    let plain = |words: String, (written, sign): (&str, &str)| words.replace(written, sign);
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .into_iter()
        .fold(words, plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bare_words_have_neither_tags_nor_entities() {
        let html = Html::made_safe(
            r#"<em>Consent</em> &amp; <a href="plenary:term/act" title="a &gt; b">&quot;act&quot;</a> &lt; 3 &amp;lt;"#.to_owned(),
        );
        assert_eq!(bare(&html), "Consent & \"act\" < 3 &lt;");
    }
}
