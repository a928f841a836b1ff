//! The name that an author probably meant.

/// A known name that is near to what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Near<'a> {
    /// The name.
    pub(crate) name: &'a str,
    /// Whether nothing else can be meant: no other name is near enough, and what was written is long enough for a slip
    /// to be told from another word.
    pub(crate) alone: bool,
}

/// The shortest name in which a slip can be told from another word.
const TELLING: usize = 4;

/// The known name that is nearest to what was written, where one is near enough to be meant.
///
/// Near enough is one slip in three characters, counted as letters put in, left out, exchanged or swapped.
pub(crate) fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<Near<'a>> {
    let length = written.chars().count();
    // Nobody means a name by a text of this length, and the distance takes the product of both lengths.
    if length > 100 {
        return None;
    }
    let allowed = (length / 3).max(1);
    let near: Vec<(usize, &str)> = known
        .into_iter()
        .filter(|name| name.len().abs_diff(written.len()) <= 2 * allowed + 2)
        .map(|name| (distance(written, name), name))
        .filter(|(distance, _)| *distance <= allowed)
        .collect();
    let (distance, name) = near.iter().min_by_key(|(distance, _)| *distance).copied()?;
    let alone = near.iter().all(|(_, other)| *other == name) && (distance == 0 || length >= TELLING);
    Some(Near { name, alone })
}

fn distance(written: &str, name: &str) -> usize {
    if written.eq_ignore_ascii_case(name)
        || written.replace('_', "-") == name
        || written.replace('-', "_") == name
    {
        return 0;
    }
    strsim::osa_distance(written, name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, expect: Option<&str>) {
        let known = ["options", "objective", "stem", "explain", "as_of"];
        assert_eq!(nearest(written, known).map(|near| near.name), expect, "{written}");
    }

    #[test]
    fn a_slip_of_the_pen_finds_the_name_that_was_meant() {
        check("optoins", Some("options"));
        check("objectiv", Some("objective"));
        check("Stem", Some("stem"));
        check("as-of", Some("as_of"));
    }

    #[test]
    fn a_name_is_meant_beyond_doubt_where_no_other_one_is_near() {
        let alone =
            |written, known: &[&'static str]| nearest(written, known.iter().copied()).map(|near| near.alone);
        assert_eq!(alone("optoins", &["options", "objective"]), Some(true));
        assert_eq!(alone("answrs", &["answer", "answers"]), Some(false));
        assert_eq!(alone("as-of", &["as_of", "text"]), Some(true));
        assert_eq!(alone("a", &["b"]), Some(false), "another letter is another answer");
    }

    #[test]
    fn another_word_altogether_finds_nothing() {
        check("hints", None);
        check("", None);
        check(&"a".repeat(100_000), None);
    }
}
