//! What makes a site installable and usable without a connection: the service worker, the manifest, the icons, the page for what
//! was not kept, and for each module the list of what it needs.
//!
//! The worker is a script of its own (`sw.js` beside this file), and so is a page's side of it (`offline.js`): it is loaded after the
//! first question, which would otherwise wait for it. What the worker has to know of the site is put before it here.

use std::collections::BTreeSet;

use domain::course::Catalogue;
use domain::language::{Direction, Language};
use maud::html;
use serde_json::json;

use super::app::{Assets, fingerprint};
use super::frame::{Frame, Runs};
use super::speech::Name;
use super::{Site, View};
use crate::tree::Tree;

/// Where the worker lies. It serves the folder that it lies in.
pub(super) const WORKER: &str = "sw.js";
/// Where the manifest lies.
pub(super) const MANIFEST: &str = "manifest.webmanifest";
/// Where the page lies that is shown in place of one that was not kept.
pub(super) const PAGE: &str = "offline.html";

/// How the paths of the lists of texts begin.
const TEXTS: &str = "assets/texts-";

/// The colours of the paper and of the icon, as style/tokens.css and icon.svg have them.
const PAPER: &str = "#fdfcf8";
const ICON: &str = "#1f4e5f";

/// What a module needs on a device.
pub(super) struct Needs {
    /// Where the list of it lies.
    pub(super) address: String,
    /// How many bytes are transferred for it.
    pub(super) bytes: usize,
}

/// The icons of an installed site, by the stem of their names: drawn from icon.svg, see docs/adr/0008-offline.md.
pub(super) const ICONS: [(&str, &[u8]); 4] = [
    ("icon-192", include_bytes!("icon-192.png")),
    ("icon-512", include_bytes!("icon-512.png")),
    ("icon-maskable-512", include_bytes!("icon-maskable-512.png")),
    ("icon-touch-180", include_bytes!("icon-touch-180.png")),
];

/// Puts into the tree the list of everything that a module needs in one language: its pages, those around it that belong to no
/// other module, the files that they lead to, and the applications. The tree must hold all of these but the page of the module
/// itself, which is given as a draft, because it is to say the size.
///
/// `prefix` is the folder of the language: nothing, or `fr/`.
pub(super) fn list_needs(
    tree: &mut Tree,
    site: &Site<'_>,
    view: &View<'_>,
    prefix: &str,
    draft: &str,
) -> Needs {
    let View { course, module, .. } = view;
    let own = format!("{prefix}{}/{}/", course.id, module.id);
    let is_near =
        |path: &&str| path.strip_prefix(prefix).is_some_and(|path| is_near(path, site.catalogue, view));
    let near = tree.iter().map(|(path, _)| path).filter(is_near);
    let pages: BTreeSet<String> = near
        .filter_map(|path| path.strip_suffix("index.html"))
        .chain([own.as_str()])
        .map(str::to_owned)
        .collect();
    let file_of = |page: &str| format!("{page}index.html");
    let page = |page: &str| match tree.get(&file_of(page)) {
        Some(bytes) if page != own => bytes,
        _ => draft.as_bytes(),
    };
    let files = files_of(tree, site, view, pages.iter().map(|path| page(path)).collect());

    let bytes = files.iter().filter_map(|path| Some((site.weigh)(path, tree.get(path)?))).sum::<usize>()
        + pages.iter().map(|path| (site.weigh)(&file_of(path), page(path))).sum::<usize>();
    let list = json!({ "title": module.title, "page": own, "bytes": bytes, "pages": pages, "files": files });
    let list = list.to_string();
    let stem = own.trim_end_matches('/').replace('/', "-");
    let address = format!("data/keep-{stem}-{}.json", fingerprint(list.as_bytes()));
    tree.insert(address.clone(), list);
    Needs { address, bytes }
}

/// Whether a path, from the folder of its language, is that of a page which belongs to no other module and to no other course.
fn is_near(path: &str, catalogue: &Catalogue, view: &View<'_>) -> bool {
    let Some(folder) = path.strip_suffix("index.html") else { return false };
    let mut parts = folder.split_terminator('/');
    let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let other_course = catalogue.courses.iter().any(|course| course.id.as_str() == first);
    let other_language = Language::ALL.iter().any(|language| language.tag() == first);
    if first == view.course.id.as_str() {
        let is_module = view.course.modules.iter().any(|module| module.id.as_str() == second);
        second == view.module.id.as_str() || !is_module
    } else {
        !other_course && !other_language
    }
}

/// The applications' files, and the published data that these texts lead to, directly or through others. What a text names can
/// also be a folder, which stands for all that is in it. The index of another module is not followed: its questions are not needed.
fn files_of<'a>(
    tree: &'a Tree,
    site: &Site<'_>,
    view: &View<'_>,
    mut texts: Vec<&'a [u8]>,
) -> BTreeSet<String> {
    // Of the lists of texts only those that the pages name: the others are in other languages.
    let is_shared = |path: &&str| path.starts_with("assets/") && !path.starts_with(TEXTS);
    let assets = tree.iter().map(|(path, _)| path).filter(is_shared);
    let mut files: BTreeSet<String> = assets.map(str::to_owned).collect();
    let is_other = |name: &str| {
        let mut modules = site.publication.modules.iter();
        name != view.address.0 && modules.any(|(_, address, _)| address.0 == name)
    };
    while let Some(text) = texts.pop() {
        for name in String::from_utf8_lossy(text).split('"') {
            let name = name.trim_start_matches("./").trim_start_matches("../");
            if !(name.starts_with("data/") || name.starts_with(TEXTS)) || is_other(name) {
                continue;
            }
            let is_named = |path: &str| {
                path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            for (path, bytes) in tree.iter().filter(|(path, _)| is_named(path)) {
                if files.insert(path.to_owned()) {
                    texts.push(bytes);
                }
            }
        }
    }
    files
}

/// The worker for this tree. It belongs into the tree last: its version is a fingerprint of all else.
pub(super) fn worker(tree: &Tree, assets: &Assets) -> String {
    let mut all = Vec::new();
    for (path, bytes) in tree.iter() {
        all.extend_from_slice(path.as_bytes());
        all.extend_from_slice(bytes);
    }
    let offline = tree.iter().map(|(path, _)| path).filter(|path| path.rsplit('/').next() == Some(PAGE));
    let pages: Vec<&str> = offline.chain([""]).collect();
    let snippets =
        assets.files.iter().map(|(path, _)| path).filter(|path| path.starts_with("assets/snippets/"));
    let own = [&assets.reader.boot, &assets.reader.glue, &assets.reader.wasm, &assets.icon];
    // The application speaks on the entrance with texts that nobody has fetched who came in by a page in another language.
    let entrance = String::from_utf8_lossy(tree.get("index.html").unwrap_or_default());
    let texts =
        entrance.split('"').map(|name| name.trim_start_matches("./")).filter(|name| name.starts_with(TEXTS));
    let own = own.into_iter().chain(&assets.reader.later).chain(&assets.offline).map(String::as_str);
    let files: BTreeSet<&str> = own.chain(snippets).chain(texts).collect();
    let known = json!({ "version": fingerprint(&all), "pages": pages, "files": files });
    format!("const SITE = {known};\n{}", include_str!("sw.js"))
}

/// A page's side of the worker.
pub(super) const SCRIPT: &str = include_str!("offline.js");

/// In place of the worker, for an author who is to see each change at once: it takes an earlier worker away.
pub(super) const NO_WORKER: &str = include_str!("sw-author.js");

/// What a browser needs to install the site.
pub(super) fn manifest(site: &Site<'_>) -> String {
    let course = site.catalogue.courses.first();
    let name = match site.catalogue.courses.as_slice() {
        [only] => only.title.as_str(),
        _ => "Plenary",
    };
    let language = course.map_or("en", |course| course.language.as_str());
    let icon = |stem: &str, sizes: &str, purpose: &str| {
        let address = site.assets.files.iter().map(|(path, _)| path).find(|path| {
            path.strip_prefix("assets/")
                .and_then(|name| name.strip_prefix(stem))
                .is_some_and(|rest| rest.len() == 13)
        });
        json!({ "src": address, "sizes": sizes, "type": "image/png", "purpose": purpose })
    };
    let manifest = json!({
        "name": name,
        "short_name": "Plenary",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "lang": language,
        "dir": Direction::of(language).attribute(),
        "background_color": PAPER,
        "theme_color": ICON,
        "icons": [
            { "src": site.assets.icon, "sizes": "any", "type": "image/svg+xml" },
            icon("icon-192", "192x192", "any"),
            icon("icon-512", "512x512", "any"),
            icon("icon-maskable-512", "512x512", "maskable"),
        ],
    });
    manifest.to_string()
}

/// The page that is shown in place of one that was not kept. The worker shows it at the address that was asked for, and puts the
/// kept modules into the empty list.
pub(super) fn page(site: &Site<'_>) -> String {
    let texts = site.texts;
    let content = html! {
        h1 { (texts.not_on_device) }
        p { (texts.why_not_on_device) }
        p data-kept="none" { (texts.none_kept) }
        div data-kept="some" hidden {
            p { (texts.kept_modules) }
            ul {}
        }
    };
    let frame = Frame {
        kind: "offline",
        path: String::new(),
        title: vec![Name::own(texts.not_on_device)],
        description: texts.not_on_device_about.to_owned(),
        course: None,
        trail: Vec::new(),
        fetches: Vec::new(),
        first: None,
        runs: Runs::Reader,
    };
    frame.around(site, &content)
}
