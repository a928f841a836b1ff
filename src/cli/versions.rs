//! A catalogue and its translations, each with what is published of it.

use content::compile;
use domain::course::Catalogue;
use domain::index::Publication;
use domain::language::Language;
use exchange::package::site::Version;

/// A catalogue in one language, with what is published of it.
#[derive(Debug)]
pub(crate) struct Published {
    language: Language,
    catalogue: Catalogue,
    publication: Publication,
}

/// The catalogue and its translations; first the one in the language of the courses.
pub(crate) fn published(original: Catalogue, translations: Vec<(Language, Catalogue)>) -> Vec<Published> {
    let own = original.language();
    // A bank in another language than its course can be translated into that of the course.
    let (into_own, others): (Vec<_>, Vec<_>) =
        translations.into_iter().partition(|(language, _)| *language == own);
    let first = into_own.into_iter().next().unwrap_or((own, original));
    let all = std::iter::once(first).chain(others);
    all.map(|(language, catalogue)| {
        let publication = compile(&catalogue);
        Published { language, catalogue, publication }
    })
    .collect()
}

/// What the site is made from.
pub(crate) fn versions(published: &[Published]) -> Vec<Version<'_>> {
    let mut versions = Vec::with_capacity(published.len());
    for Published { language, catalogue, publication } in published {
        versions.push(Version { language: *language, catalogue, publication });
    }
    versions
}

#[cfg(test)]
mod tests {
    use domain::course::Course;
    use domain::html::Html;

    use super::*;

    fn catalogue(title: &str) -> Catalogue {
        let course = Course {
            id: "law".parse().unwrap(),
            title: title.to_owned(),
            summary: Html::made_safe(String::new()),
            language: "en".to_owned(),
            modules: Vec::new(),
        };
        Catalogue { courses: vec![course], ..Catalogue::default() }
    }

    #[track_caller]
    fn check(translations: &[(Language, &str)], expect: &[(Language, &str)]) {
        let translations = translations.iter().map(|(language, title)| (*language, catalogue(title)));
        let published = published(catalogue("original"), translations.collect());
        let found = versions(&published)
            .iter()
            .map(|version| (version.language, version.catalogue.courses[0].title.as_str()))
            .collect::<Vec<_>>();
        assert_eq!(found, expect);
    }

    #[test]
    fn the_language_of_the_courses_comes_first_and_each_language_once() {
        let (english, french, arabic) = (Language::English, Language::French, Language::Arabic);
        check(&[], &[(english, "original")]);
        check(&[(arabic, "ar"), (french, "fr")], &[(english, "original"), (arabic, "ar"), (french, "fr")]);
        check(&[(english, "en"), (french, "fr")], &[(english, "en"), (french, "fr")]);
    }
}
