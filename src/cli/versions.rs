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

/// The original, then its translations.
pub(crate) fn published(original: Catalogue, translations: Vec<(Language, Catalogue)>) -> Vec<Published> {
    let own = original.language();
    let all = std::iter::once((own, original)).chain(translations);
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
