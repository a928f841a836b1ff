//! Which addresses a link can have.

use domain::id::{CourseId, LessonRef};

use super::Form;

/// Where a link goes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// Out of the site.
    Away(String),
    /// To a lesson.
    Lesson(LessonRef),
}

/// Why a link goes nowhere.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// The address has a scheme that is not allowed, or characters that no address has.
    Address,
    /// It goes to a lesson, but does not stand in one.
    NoModule,
    /// It is written as one to a lesson, but cannot be one.
    NotALesson,
}

/// Reads an address as it reaches a browser: after Markdown has resolved its entities and escapes.
pub(super) fn read(address: &str, form: Form<'_>) -> Result<Link, Refused> {
    let stranger = |c: char| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '\\');
    if address.is_empty() || address.contains(stranger) {
        return Err(Refused::Address);
    }
    if let Some((scheme, rest)) = address.split_once(':') {
        let scheme = scheme.to_ascii_lowercase();
        let host =
            |rest: &str| rest.strip_prefix("//").is_some_and(|host| !host.trim_matches('/').is_empty());
        return match scheme.as_str() {
            "https" | "http" if host(rest) => Ok(Link::Away(format!("{scheme}:{rest}"))),
            "mailto" if rest.contains('@') => Ok(Link::Away(format!("{scheme}:{rest}"))),
            _ => Err(Refused::Address),
        };
    }
    let Some(path) = address.strip_suffix(".md") else { return Err(Refused::Address) };
    let Form::Lesson(course, module) = form else { return Err(Refused::NoModule) };
    let parts: Vec<&str> = path.split('/').collect();
    let reference = match parts.as_slice() {
        [lesson] => lesson_ref(course, module, lesson),
        ["..", module, lesson] => lesson_ref(course, module, lesson),
        ["..", "..", course, module, lesson] => lesson_ref(course, module, lesson),
        _ => None,
    };
    reference.map(Link::Lesson).ok_or(Refused::NotALesson)
}

fn lesson_ref(course: &str, module: &str, lesson: &str) -> Option<LessonRef> {
    let course: CourseId = course.parse().ok()?;
    Some(LessonRef { course, module: module.parse().ok()?, lesson: lesson.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expect: Result<&str, Refused>) {
        let found = read(address, Form::Lesson("law", "borders")).map(|link| match link {
            Link::Away(address) => address,
            Link::Lesson(lesson) => lesson.to_string(),
        });
        assert_eq!(found, expect.map(str::to_owned), "{address}");
    }

    #[test]
    fn addresses_out_of_the_site_have_a_scheme_of_the_list() {
        check("https://www.un.org/a?b=c#d", Ok("https://www.un.org/a?b=c#d"));
        check("HTTP://un.org", Ok("http://un.org"));
        check("mailto:desk@un.org", Ok("mailto:desk@un.org"));
    }

    #[test]
    fn no_other_address_is_let_through() {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            " javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//un.org",
            "/absolute",
            "https:",
            "https://",
            "https:un.org",
            "mailto:nobody",
            "plenary:term/x",
            "#fragment",
            "page.html",
            "",
        ] {
            check(address, Err(Refused::Address));
        }
    }

    #[test]
    fn a_lesson_is_linked_by_its_file() {
        check("two-crimes.md", Ok("law/borders/two-crimes"));
        check("../trafficking/two-crimes.md", Ok("law/trafficking/two-crimes"));
        check("../../rights/work/wages.md", Ok("rights/work/wages"));
        check("a/b.md", Err(Refused::NotALesson));
        check("../../../x/y/z/w.md", Err(Refused::NotALesson));
        check("Two.md", Err(Refused::NotALesson));
        assert_eq!(read("two-crimes.md", Form::Blocks), Err(Refused::NoModule));
    }
}
