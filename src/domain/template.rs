//! A text with named places: `{count} of {all}`. What is put into the places is for others to know.

/// A piece of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// What stands there as it is.
    Text(&'a str),
    /// The name of a place.
    Place(&'a str),
}

/// The pieces of a template, in order. A place that is not closed reaches to the end.
pub fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let (mut rest, mut is_place) = (template, false);
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let (piece, after) = rest.split_once(if is_place { '}' } else { '{' }).unwrap_or((rest, ""));
            let found = if is_place { Piece::Place(piece) } else { Piece::Text(piece) };
            (rest, is_place) = (after, !is_place);
            // Between two places there can be nothing.
            if found != Piece::Text("") {
                return Some(found);
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::Piece::{Place, Text};
    use super::*;

    #[track_caller]
    fn check(template: &str, expect: &[Piece<'_>]) {
        assert_eq!(pieces(template).collect::<Vec<_>>(), expect, "{template:?}");
    }

    #[test]
    fn a_template_is_texts_and_places_in_order() {
        check("", &[]);
        check("none", &[Text("none")]);
        check("{count} of {all}.", &[Place("count"), Text(" of "), Place("all"), Text(".")]);
        check("{one}{other}", &[Place("one"), Place("other")]);
        check("open {", &[Text("open ")]);
        check("open {name", &[Text("open "), Place("name")]);
        check("a } alone", &[Text("a } alone")]);
    }
}
