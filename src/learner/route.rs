//! Which page an address names. One spelling of every address, for the whole application.

use domain::id::{CourseId, ModuleRef, Slug};

/// A page of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Route {
    /// All courses.
    Catalogue,
    /// The modules of a course.
    Course(CourseId),
    /// The glossary, within a course.
    Glossary(CourseId),
    /// The sources, within a course.
    Sources(CourseId),
    /// The lessons and quizzes of a module.
    Module(ModuleRef),
    /// A lesson or a quiz; the catalogue tells which.
    Leaf(ModuleRef, Slug),
}

impl Route {
    /// The page at this path, which is written from the root of the site: `migration/trafficking/`.
    pub(crate) fn parse(path: &str) -> Option<Self> {
        let path = path.strip_suffix("index.html").unwrap_or(path).trim_matches('/');
        let parts: Vec<&str> = if path.is_empty() { Vec::new() } else { path.split('/').collect() };
        match parts.as_slice() {
            [] => Some(Self::Catalogue),
            [course] => Some(Self::Course(course.parse().ok()?)),
            [course, "glossary"] => Some(Self::Glossary(course.parse().ok()?)),
            [course, "sources"] => Some(Self::Sources(course.parse().ok()?)),
            [course, module] => {
                Some(Self::Module(ModuleRef { course: course.parse().ok()?, module: module.parse().ok()? }))
            }
            [course, module, leaf] => Some(Self::Leaf(
                ModuleRef { course: course.parse().ok()?, module: module.parse().ok()? },
                leaf.parse().ok()?,
            )),
            _ => None,
        }
    }

    /// The path of the page, written from the root of the site.
    pub(crate) fn path(&self) -> String {
        match self {
            Self::Catalogue => String::new(),
            Self::Course(course) => format!("{course}/"),
            Self::Glossary(course) => format!("{course}/glossary/"),
            Self::Sources(course) => format!("{course}/sources/"),
            Self::Module(module) => format!("{module}/"),
            Self::Leaf(module, leaf) => format!("{module}/{leaf}/"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_reads_back_the_path_it_wrote() {
        for path in ["", "c/", "c/glossary/", "c/sources/", "c/m/", "c/m/lesson/"] {
            assert_eq!(Route::parse(path).map(|route| route.path()).as_deref(), Some(path));
        }
    }

    #[test]
    fn a_path_may_name_the_file_behind_it() {
        assert_eq!(Route::parse("c/m/index.html"), Route::parse("c/m/"));
        assert_eq!(Route::parse("index.html"), Some(Route::Catalogue));
    }

    #[test]
    fn what_is_no_page_has_no_route() {
        for path in ["c/m/l/x/", "C/", "c/m m/", "c/../m/"] {
            assert_eq!(Route::parse(path), None, "{path}");
        }
    }
}
