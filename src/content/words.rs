//! The few words of our own that stand among authors' words: the titles of boxes, the article of a treaty. They are in the language
//! of the text around them, whatever language the page is in; in English where a text is in none of the six.

use domain::language::Language;
use pulldown_cmark::BlockQuoteKind;

/// The language of a BCP 47 tag, as far as there are words in it.
fn spoken(tag: &str) -> Language {
    tag.parse().unwrap_or(Language::English)
}

/// The title of a box.
pub(crate) fn box_title(kind: BlockQuoteKind, language: &str) -> &'static str {
    let titles = match spoken(language) {
        Language::Arabic => ["ملاحظة", "للتذكّر", "كثيرًا ما يُخلط بينهما", "في الممارسة", "منذ ذلك الحين"],
        Language::Chinese => ["注意", "要点", "容易混淆", "实践中", "此后的变化"],
        Language::English => ["Note", "To remember", "Often confused", "In practice", "Since then"],
        Language::French => ["Remarque", "À retenir", "Souvent confondu", "En pratique", "Depuis lors"],
        Language::Russian => ["Примечание", "Запомните", "Часто путают", "На практике", "С тех пор"],
        Language::Spanish => {
            ["Nota", "Para recordar", "Se confunde a menudo", "En la práctica", "Desde entonces"]
        }
    };
    let [note, important, warning, tip, caution] = titles;
    match kind {
        BlockQuoteKind::Note => note,
        BlockQuoteKind::Important => important,
        BlockQuoteKind::Warning => warning,
        BlockQuoteKind::Tip => tip,
        BlockQuoteKind::Caution => caution,
    }
}

/// How a place in a source reads: `Trafficking Protocol, art. 3(a)`. Only a place in a treaty that begins with a number is an article.
pub(crate) fn cited(short: &str, is_treaty: bool, place: &str, language: &str) -> String {
    let language = spoken(language);
    if is_treaty && place.starts_with(|c: char| c.is_ascii_digit()) {
        return match language {
            Language::Arabic => format!("{short}، المادة {place}"),
            Language::Chinese => format!("{short}第{place}条"),
            Language::English | Language::French | Language::Spanish => format!("{short}, art. {place}"),
            Language::Russian => format!("{short}, ст. {place}"),
        };
    }
    match language {
        Language::Arabic => format!("{short}، {place}"),
        Language::Chinese => format!("{short}，{place}"),
        Language::English | Language::French | Language::Spanish | Language::Russian => {
            format!("{short}, {place}")
        }
    }
}

/// What a table is called where it cannot be seen, by the heading above it.
pub(crate) fn table(heading: &str, language: &str) -> String {
    let (table, colon) = match spoken(language) {
        Language::Arabic => ("جدول", ": "),
        Language::Chinese => ("表格", "："),
        Language::English => ("Table", ": "),
        Language::French => ("Tableau", " : "),
        Language::Russian => ("Таблица", ": "),
        Language::Spanish => ("Tabla", ": "),
    };
    if heading.is_empty() { table.to_owned() } else { format!("{table}{colon}{heading}") }
}

/// How many words there are to read. Chinese is written without spaces: three characters are taken for two words, as its dictionary words
/// have one or two.
pub(crate) fn count(text: &str) -> usize {
    let count = |word: &str| {
        let characters =
            word.chars().filter(|c| matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')).count();
        if characters == 0 { 1 } else { (characters * 2).div_ceil(3) }
    };
    text.split_whitespace().map(count).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, is_treaty: bool, place: &str, expect: &str) {
        assert_eq!(cited("X", is_treaty, place, language), expect);
    }

    #[test]
    fn the_place_in_a_treaty_is_an_article() {
        check("en", true, "3(a)", "X, art. 3(a)");
        check("en", true, "preamble", "X, preamble");
        check("en", false, "12", "X, 12");
    }

    #[test]
    fn a_citation_reads_in_the_language_of_its_source() {
        check("ar", true, "3(a)", "X، المادة 3(a)");
        check("zh", true, "3(a)", "X第3(a)条");
        check("ru-RU", true, "3(a)", "X, ст. 3(a)");
        check("fr", true, "3(a)", "X, art. 3(a)");
        check("es", true, "3(a)", "X, art. 3(a)");
        check("zh", false, "12", "X，12");
        check("de", true, "3(a)", "X, art. 3(a)");
    }

    #[test]
    fn a_table_is_called_in_the_language_of_its_text() {
        assert_eq!((table("", "en"), table("Who", "en-GB")), ("Table".to_owned(), "Table: Who".to_owned()));
        assert_eq!(
            (table("Qui", "fr"), table("谁", "zh")),
            ("Tableau : Qui".to_owned(), "表格：谁".to_owned())
        );
    }

    #[test]
    fn a_text_without_spaces_has_words_all_the_same() {
        assert_eq!(count("one  two\nthree"), 3);
        assert_eq!(count("条约必须遵守"), 4);
        assert_eq!(count("第3条 treaty"), 3);
        assert_eq!(count(" "), 0);
    }

    #[test]
    fn every_box_has_a_title_of_its_own_in_every_language() {
        let kinds = [
            BlockQuoteKind::Note,
            BlockQuoteKind::Important,
            BlockQuoteKind::Warning,
            BlockQuoteKind::Tip,
            BlockQuoteKind::Caution,
        ];
        let titles = || {
            Language::ALL.into_iter().flat_map(|language| kinds.map(|kind| box_title(kind, language.tag())))
        };
        let different: std::collections::BTreeSet<&str> = titles().collect();
        assert_eq!(different.len(), titles().count());
    }
}
