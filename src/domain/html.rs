//! Markup that is safe to show.

use crate::json::transparent;
use crate::language::Direction;
use crate::template::{Piece, pieces};

/// HTML that was made from an author's Markdown and holds no element, attribute or address that could run a script.
///
/// It is made in `content::markdown` alone and shown by one component alone; `tests/architecture.rs` sees to both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Html(String);

transparent! { Html }

impl Html {
    /// Wraps markup that its maker vouches for.
    pub fn made_safe(markup: String) -> Self {
        Self(markup)
    }

    /// A text in which nothing is markup.
    pub fn of_text(text: &str) -> Self {
        let mut markup = String::with_capacity(text.len());
        escape_attribute(text, &mut markup);
        Self(markup)
    }

    /// What is said of something, after its name: within a line.
    pub fn labelled(name: &Self, said: &Self) -> Self {
        Self(format!("<strong>{}</strong> — {}", name.0, said.0))
    }

    /// The same, as words of the language that a BCP 47 tag names: within a line of another language.
    pub fn in_language(&self, tag: &str) -> Self {
        let mut language = String::new();
        escape_attribute(tag, &mut language);
        let direction = Direction::of(tag).attribute();
        Self(format!("<span lang=\"{language}\" dir=\"{direction}\">{}</span>", self.0))
    }

    /// A text with markup in its places: `What holds for “{one}”?`
    pub fn filled(text: &str, places: &[(&str, &Self)]) -> Self {
        let mut markup = String::new();
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => escape_attribute(text, &mut markup),
                Piece::Place(name) => markup.push_str(
                    places.iter().find(|(known, _)| *known == name).map_or("", |(_, html)| html.as_str()),
                ),
            }
        }
        Self(markup)
    }

    /// Several texts, each on a line of its own: within a line of the page.
    pub fn lines(lines: &[Self]) -> Self {
        let lines: Vec<&str> = lines.iter().map(Self::as_str).collect();
        Self(lines.join("<br>"))
    }

    /// Several texts of one line each, as paragraphs.
    pub fn paragraphs(lines: &[Self]) -> Self {
        Self(lines.iter().map(|line| format!("<p>{}</p>", line.0)).collect())
    }

    /// What its links lead to within the site.
    pub fn targets(&self) -> impl Iterator<Item = Target<'_>> {
        targets_in(&self.0)
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The markup with every neutral address turned into one that the shell can follow.
    ///
    /// Markup is made once and shown at different depths of a site, so it names its targets as `plenary:term/ID`,
    /// `plenary:source/ID` and `plenary:lesson/COURSE/MODULE/LESSON`. What `resolve` gives is escaped for an attribute.
    pub fn with_addresses(&self, resolve: impl Fn(Target<'_>) -> String) -> String {
        let mut markup = String::with_capacity(self.0.len());
        let mut rest = self.0.as_str();
        while let Some((before, after)) = rest.split_once(NEUTRAL) {
            markup.push_str(before);
            markup.push_str("href=\"");
            let (address, after) = after.split_once('"').unwrap_or((after, ""));
            match Target::parse(address) {
                Some(target) => escape_attribute(&resolve(target), &mut markup),
                None => markup.push('#'),
            }
            markup.push('"');
            rest = after;
        }
        markup.push_str(rest);
        markup
    }
}

/// How a neutral address begins. It cannot stand in text, where a quotation mark is written `&quot;`.
const NEUTRAL: &str = "href=\"plenary:";

/// What the links of a markup lead to within the site; of a text without links nothing.
pub fn targets_in(markup: &str) -> impl Iterator<Item = Target<'_>> {
    let addresses = markup.split(NEUTRAL).skip(1);
    addresses.filter_map(|after| Target::parse(after.split('"').next().unwrap_or_default()))
}

/// What a link in markup leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target<'a> {
    /// An entry of the glossary.
    Term(&'a str),
    /// A source.
    Source(&'a str),
    /// A lesson.
    #[allow(missing_docs)]
    Lesson { course: &'a str, module: &'a str, lesson: &'a str },
}

impl<'a> Target<'a> {
    fn parse(address: &'a str) -> Option<Self> {
        let mut parts = address.split('/');
        let target = match (parts.next()?, parts.next()?) {
            ("term", id) => Self::Term(id),
            ("source", id) => Self::Source(id),
            ("lesson", course) => Self::Lesson { course, module: parts.next()?, lesson: parts.next()? },
            _ => return None,
        };
        parts.next().is_none().then_some(target)
    }
}

fn escape_attribute(text: &str, into: &mut String) {
    for character in text.chars() {
        match character {
            '&' => into.push_str("&amp;"),
            '"' => into.push_str("&quot;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            other => into.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(markup: &str, expect: &str) {
        let resolved = Html::made_safe(markup.to_owned()).with_addresses(|target| match target {
            Target::Term(id) => format!("/glossary#{id}"),
            Target::Source(id) => format!("/sources?\"&<{id}"),
            Target::Lesson { course, module, lesson } => format!("/{course}/{module}/{lesson}/"),
        });
        assert_eq!(resolved, expect);
    }

    #[test]
    fn neutral_addresses_are_resolved_and_escaped() {
        check(r#"<a href="plenary:term/a">x</a>"#, r#"<a href="/glossary#a">x</a>"#);
        check(r#"<a href="plenary:source/a">x</a>"#, r#"<a href="/sources?&quot;&amp;&lt;a">x</a>"#);
        check(r#"a <a href="plenary:lesson/c/m/l">x</a> b"#, r#"a <a href="/c/m/l/">x</a> b"#);
    }

    #[test]
    fn an_address_that_names_nothing_leads_nowhere() {
        check(r#"<a href="plenary:lesson/c">x</a>"#, r##"<a href="#">x</a>"##);
        check(r#"<a href="plenary:term/a/b">x</a>"#, r##"<a href="#">x</a>"##);
    }

    #[test]
    fn markup_is_put_together_from_texts_that_stay_texts() {
        let said = Html::made_safe("<em>none</em>".to_owned());
        assert_eq!(Html::of_text("a < b & \"c\"").as_str(), "a &lt; b &amp; &quot;c&quot;");
        let name = Html::of_text("<b>");
        assert_eq!(Html::labelled(&name, &said).as_str(), "<strong>&lt;b&gt;</strong> — <em>none</em>");
        assert_eq!(name.in_language("ar").as_str(), r#"<span lang="ar" dir="rtl">&lt;b&gt;</span>"#);
        assert_eq!(Html::lines(&[said.clone(), Html::of_text("x")]).as_str(), "<em>none</em><br>x");
        assert_eq!(Html::paragraphs(&[said, Html::of_text("x")]).as_str(), "<p><em>none</em></p><p>x</p>");
    }

    #[test]
    fn the_targets_of_links_are_told_in_order() {
        let html = Html::made_safe(
            r#"<a href="plenary:term/a">x</a> <a href="https://e.org">y</a> <a href="plenary:lesson/c/m/l">z</a>"#
                .to_owned(),
        );
        let told: Vec<Target<'_>> = html.targets().collect();
        assert_eq!(told, [Target::Term("a"), Target::Lesson { course: "c", module: "m", lesson: "l" }]);
        assert_eq!(Html::default().targets().next(), None);
    }

    #[test]
    fn other_markup_stays_as_it_is() {
        check(
            r#"<a href="https://example.org/?a=b">plenary:term/a</a>"#,
            r#"<a href="https://example.org/?a=b">plenary:term/a</a>"#,
        );
    }

    #[test]
    fn a_text_is_escaped_around_the_markup_in_its_places() {
        let (one, other) =
            (Html::of_text("A").in_language("ar"), Html::labelled(&Html::of_text("B"), &Html::of_text("b")));
        let filled = Html::filled("1 < {one} & {other}{none}.", &[("one", &one), ("other", &other)]);
        let expect = "1 &lt; <span lang=\"ar\" dir=\"rtl\">A</span> &amp; <strong>B</strong> — b.";
        assert_eq!(filled.as_str(), expect);
    }
}
