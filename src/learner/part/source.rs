//! Citations.

use domain::reference::Citation;

use crate::app::App;
use crate::part::element::{El, classed, el};
use crate::part::texts::texts;
use crate::part::voice::Voice;
use crate::part::words::counted;

/// The citations of a question, as a line of links that open what is cited.
pub(crate) fn citations(app: App, voice: &Voice, all: &[Citation]) -> El {
    let (home, course) = (app.home(), &voice.course);
    let items = all.iter().map(|citation| {
        let own = Voice::new(course, &citation.language);
        let href = format!("{home}{course}/sources/#source-{}", citation.source);
        el("li").child(classed("a", "cite").attr("href", &href).spoken(&own).child(citation.text.as_str()))
    });
    let label = counted(&texts().sources, all.len());
    classed("div", "sources-line")
        .child(classed("span", "label").child(label.as_str()))
        .child(el("ul").children(items))
}
