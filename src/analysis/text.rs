//! Markup as plain text: for tables, terminals and files that know no markup.

use std::borrow::Cow;

use domain::html::Html;

/// The words of a markup, in one line.
pub fn plain(html: &Html) -> String {
    let mut words = String::with_capacity(html.as_str().len());
    let mut rest = html.as_str();
    while let Some((before, after)) = rest.split_once('<') {
        words.push_str(before);
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        // What begins or ends a block parts words; what marks a word does not.
        if is_block(tag) {
            words.push(' ');
        }
        rest = after;
    }
    words.push_str(rest);
    let words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    words.replace("&amp;", "&").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As much of a text as fits into so many characters.
pub fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
    }
}

/// As much of a text as fits into so many lines of so many letters; those that are twice as wide as others count twice.
pub fn wrapped(text: &str, line: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = textwrap::wrap(text, line).into_iter().map(Cow::into_owned).collect();
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

fn is_block(tag: &str) -> bool {
    let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
    ["p", "br", "li", "ul", "ol", "td", "th", "tr", "table", "div", "blockquote", "aside", "h2", "h3", "h4"]
        .contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(markup: &str, expect: &str) {
        assert_eq!(plain(&Html::made_safe(markup.to_owned())), expect);
    }

    #[test]
    fn markup_becomes_words() {
        check("<p>One <em>word</em>.</p><p>Two &lt; &amp;lt;</p>", "One word. Two < &lt;");
        check("<ul><li>a</li><li>b</li></ul> c<br>d", "a b c d");
        check("cut <a href=\"x", "cut");
    }

    #[test]
    fn a_text_is_shortened_at_a_character() {
        assert_eq!(shortened("éééé", 4), "éééé");
        assert_eq!(shortened("ééé é", 4), "ééé…");
    }

    #[track_caller]
    fn check_lines(text: &str, expect: &[&str]) {
        assert_eq!(wrapped(text, 8, 2), expect);
    }

    #[test]
    fn a_text_is_broken_between_words_and_a_long_word_within() {
        check_lines("", &[""]);
        check_lines("one two", &["one two"]);
        check_lines("one two three", &["one two", "three"]);
        check_lines("one two three four", &["one two", "three…"]);
        check_lines("Freizügigkeit", &["Freizügi", "gkeit"]);
        check_lines("国际移徙法的定义和文书", &["国际移徙", "法的定义…"]);
    }
}
