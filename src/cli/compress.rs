//! Brotli and gzip beside each file, so that a host can send the small form without making it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::io::Write;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};

use exchange::tree::Tree;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::failure::Failure;

/// The endings of files that become smaller.
const COMPRESSIBLE: [&str; 8] = ["html", "js", "css", "json", "svg", "wasm", "txt", "webmanifest"];

/// Compresses, and remembers the brotli forms, because what a file weighs is asked before it is written.
#[derive(Debug, Default)]
pub(crate) struct Press(RefCell<HashMap<Vec<u8>, Vec<u8>>>);

impl Press {
    /// One that has compressed these files, on every processor at once. What cannot be compressed is said when its form is asked for.
    pub(crate) fn of(tree: &Tree) -> Self {
        let files: Vec<&[u8]> =
            tree.iter().filter(|(path, _)| is_compressible(path)).map(|(_, bytes)| bytes).collect();
        let next = AtomicUsize::new(0);
        let work = || {
            let mut forms = Vec::new();
            while let Some(bytes) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                if let Ok(form) = brotli(bytes) {
                    forms.push((bytes.to_vec(), form));
                }
            }
            forms
        };
        let hands = std::thread::available_parallelism().map_or(1, NonZero::get);
        let forms = std::thread::scope(|scope| {
            let hands: Vec<_> = (0..hands).map(|_| scope.spawn(work)).collect();
            // What a hand that broke did not do is done when it is asked for.
            hands.into_iter().filter_map(|hand| hand.join().ok()).flatten().collect()
        });
        Self(RefCell::new(forms))
    }

    /// How many bytes of a file are transferred: of its brotli form, where it has one.
    pub(crate) fn weigh(&self, path: &str, bytes: &[u8]) -> usize {
        if is_compressible(path) {
            self.brotli(bytes).map_or(bytes.len(), |form| form.len())
        } else {
            bytes.len()
        }
    }

    fn brotli(&self, bytes: &[u8]) -> std::io::Result<Vec<u8>> {
        if let Some(form) = self.0.borrow().get(bytes) {
            return Ok(form.clone());
        }
        let form = brotli(bytes)?;
        self.0.borrow_mut().insert(bytes.to_vec(), form.clone());
        Ok(form)
    }
}

/// The files and, beside each that can be compressed, its `.br` and `.gz` forms.
pub(crate) fn beside(tree: Tree, press: &Press) -> Result<Tree, Failure> {
    let mut all = Tree::default();
    for (path, bytes) in tree {
        if is_compressible(&path) {
            let failed = |error| Failure::new(format!("could not compress {path}: {error}"));
            all.insert(format!("{path}.br"), press.brotli(&bytes).map_err(failed)?);
            all.insert(format!("{path}.gz"), gzip(&bytes).map_err(failed)?);
        }
        all.insert(path, bytes);
    }
    Ok(all)
}

fn is_compressible(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| COMPRESSIBLE.contains(&ending))
}

fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters)?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn both_forms_read_back_as_the_file_and_a_picture_has_none() {
        let text = "State ".repeat(500);
        let press = Press::of(&[("a.html", text.as_str())].into_iter().collect());
        let weight = press.weigh("a.html", text.as_bytes());
        let tree = beside([("a.html", text.as_str()), ("b.png", "x")].into_iter().collect(), &press).unwrap();
        let paths: Vec<&str> = tree.iter().map(|(path, _)| path).collect();
        assert_eq!(paths, ["a.html", "a.html.br", "a.html.gz", "b.png"]);
        assert_eq!((weight, press.weigh("b.png", b"x")), (tree.get("a.html.br").unwrap().len(), 1));
        let mut read = String::new();
        brotli::Decompressor::new(tree.get("a.html.br").unwrap(), 4096).read_to_string(&mut read).unwrap();
        assert_eq!(read, text);
        let mut read = String::new();
        flate2::read::GzDecoder::new(tree.get("a.html.gz").unwrap()).read_to_string(&mut read).unwrap();
        assert_eq!(read, text);
    }
}
