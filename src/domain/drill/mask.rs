//! Takes names out of a text, so that it can be asked whose text it is.

use crate::html::Html;
use crate::sort::in_order;

/// What stands in the place of a name. A screen reader says it as a pause, and the eye takes it for a gap.
const GAP: &str = "[…]";

/// An ending that still belongs to the name, in letters: `migrant` takes `migrants` with it and leaves `migrantless` alone.
const ENDING: usize = 3;

/// The text without these names, however they are written, and without its links, which would tell as much.
pub(super) fn masked<'a>(html: &Html, names: impl IntoIterator<Item = &'a str>) -> Html {
    let mut pieces = pieces(html.as_str());
    let mut names: Vec<Vec<char>> = names.into_iter().map(|name| folded(name.trim())).collect();
    names.retain(|name| !name.is_empty());
    // The longest first: a name within another name must not leave the rest of it behind.
    let names = in_order(names, |one, other| other.len().cmp(&one.len()));
    for name in &names {
        mask(&mut pieces, name);
    }
    Html::made_safe(pieces.into_iter().map(|piece| piece.markup).collect())
}

/// A character of the text, or a tag, as it stands in the markup.
struct Piece {
    markup: String,
    /// The character, in lower case, white space as one space; none for a tag and for what was masked.
    reads: Option<char>,
}

fn pieces(markup: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = markup;
    while let Some(first) = rest.chars().next() {
        let (length, reads) = match first {
            '<' => (rest.find('>').map_or(rest.len(), |end| end + 1), None),
            '&' => entity(rest),
            other => (other.len_utf8(), Some(other)),
        };
        let (piece, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = after;
        let is_link = piece.starts_with("<a ") || piece == "</a>";
        if !is_link {
            pieces.push(Piece { markup: piece.to_owned(), reads: reads.map(fold) });
        }
    }
    pieces
}

/// The length of the entity at the beginning of the markup, and the character that it stands for.
fn entity(markup: &str) -> (usize, Option<char>) {
    for (entity, character) in
        [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&#39;", '\'')]
    {
        if markup.starts_with(entity) {
            return (entity.len(), Some(character));
        }
    }
    (1, Some('&'))
}

/// A character as names are compared by.
fn fold(character: char) -> char {
    match character {
        '’' => '\'',
        white if white.is_whitespace() => ' ',
        // One for one, so that places stay the same; what becomes several letters in lower case is compared by the first.
        other => other.to_lowercase().next().unwrap_or(other),
    }
}

fn folded(text: &str) -> Vec<char> {
    text.chars().map(fold).collect()
}

/// Whether the letter joins others to words that have spaces between them, and no prefixes that are written together with them.
fn joins(letter: char) -> bool {
    let is_apart = matches!(letter, '\u{600}'..='\u{77f}' | '\u{e00}'..='\u{eff}' | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{fb50}'..='\u{feff}' | '\u{20000}'..);
    letter.is_alphanumeric() && !is_apart
}

fn mask(pieces: &mut [Piece], name: &[char]) {
    // The places of what can be read: a name may run over the end of a tag.
    let readable: Vec<(usize, char)> =
        pieces.iter().enumerate().filter_map(|(place, piece)| Some((place, piece.reads?))).collect();
    let letter = |at: usize| readable.get(at).map(|(_, letter)| *letter);
    let is_joined =
        |one: Option<char>, other: Option<char>| one.is_some_and(joins) && other.is_some_and(joins);
    let mut at = 0;
    while at + name.len() <= readable.len() {
        let end = at + name.len();
        let begins_a_word = at == 0 || !is_joined(letter(at - 1), letter(at));
        let found = begins_a_word && (at..end).map(letter).eq(name.iter().copied().map(Some));
        let ending =
            (end..).take_while(|next| is_joined(letter(next - 1), letter(*next))).take(ENDING + 1).count();
        if found && ending <= ENDING {
            for (nth, (place, _)) in readable.iter().skip(at).take(name.len() + ending).enumerate() {
                if let Some(piece) = pieces.get_mut(*place) {
                    *piece =
                        Piece { markup: if nth == 0 { GAP.to_owned() } else { String::new() }, reads: None };
                }
            }
            at = end + ending;
        } else {
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(markup: &str, names: &[&str], expect: &str) {
        let masked = masked(&Html::made_safe(markup.to_owned()), names.iter().copied());
        assert_eq!(masked.as_str(), expect);
    }

    #[test]
    fn a_name_is_taken_out_however_it_is_written() {
        check("A Child is one; children too.", &["child"], "A […] is one; […] too.");
        check("A State\nparty &amp; others", &["State party"], "A […] &amp; others");
        check("the victim’s state", &["victim's state"], "the […]");
        check(
            "<p>Smuggling <em>of migrants</em> is</p>",
            &["smuggling of migrants"],
            "<p>[…]<em></em> is</p>",
        );
    }

    #[test]
    fn the_longest_name_is_taken_out_first_and_links_with_it() {
        let names = ["trafficking", "trafficking in persons"];
        check("Trafficking in persons, or trafficking", &names, "[…], or […]");
        check(r#"a <a class="term" href="plenary:term/act">deed</a>"#, &["act"], "a deed");
    }

    #[test]
    fn a_word_that_only_holds_the_name_stays() {
        check("A factor, an action, a refugee camp", &["act"], "A factor, an […], a refugee camp");
        check(
            "international migration, migration law",
            &["nation"],
            "international migration, migration law",
        );
    }

    #[test]
    fn scripts_without_spaces_and_with_joined_prefixes_are_masked_within_words() {
        check("贩运人口是一种犯罪", &["贩运人口"], "[…]是一种犯罪");
        check("جريمة الاتجار بالأشخاص والاتجار", &["الاتجار"], "جريمة […] بالأشخاص و[…]");
    }

    #[test]
    fn nothing_to_take_out_leaves_the_text_as_it_was() {
        check("A &lt; B <strong>x</strong>", &["", "y"], "A &lt; B <strong>x</strong>");
    }
}
