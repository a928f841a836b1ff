//! The name that an author probably meant.

/// The known name that is nearest to what was written, where one is near enough to be meant.
///
/// Near enough is one slip in three characters, counted as letters put in, left out, exchanged or swapped.
pub(crate) fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = written.chars().count();
    // Nobody means a name by a text of this length, and the distance takes the product of both lengths.
    if length > 100 {
        return None;
    }
    let allowed = (length / 3).max(1);
    known
        .into_iter()
        .filter(|name| name.len().abs_diff(written.len()) <= 2 * allowed + 2)
        .map(|name| (distance(written, name), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
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
        assert_eq!(nearest(written, known), expect, "{written}");
    }

    #[test]
    fn a_slip_of_the_pen_finds_the_name_that_was_meant() {
        check("optoins", Some("options"));
        check("objectiv", Some("objective"));
        check("Stem", Some("stem"));
        check("as-of", Some("as_of"));
    }

    #[test]
    fn another_word_altogether_finds_nothing() {
        check("hints", None);
        check("", None);
        check(&"a".repeat(100_000), None);
    }
}
