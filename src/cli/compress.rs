//! Brotli and gzip beside each file, so that a host can send the small form without making it.

use std::io::Write;

use exchange::tree::Tree;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::failure::Failure;

/// The endings of files that become smaller.
const COMPRESSIBLE: [&str; 7] = ["html", "js", "css", "json", "svg", "wasm", "txt"];

/// The files and, beside each that can be compressed, its `.br` and `.gz` forms.
pub(crate) fn beside(tree: Tree) -> Result<Tree, Failure> {
    let mut all = Tree::default();
    for (path, bytes) in tree {
        if path.rsplit_once('.').is_some_and(|(_, ending)| COMPRESSIBLE.contains(&ending)) {
            let failed = |error| Failure::new(format!("could not compress {path}: {error}"));
            all.insert(format!("{path}.br"), brotli(&bytes).map_err(failed)?);
            all.insert(format!("{path}.gz"), gzip(&bytes).map_err(failed)?);
        }
        all.insert(path, bytes);
    }
    Ok(all)
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
        let tree = beside([("a.html", text.as_str()), ("b.png", "x")].into_iter().collect()).unwrap();
        let paths: Vec<&str> = tree.iter().map(|(path, _)| path).collect();
        assert_eq!(paths, ["a.html", "a.html.br", "a.html.gz", "b.png"]);
        let mut read = String::new();
        brotli::Decompressor::new(tree.get("a.html.br").unwrap(), 4096).read_to_string(&mut read).unwrap();
        assert_eq!(read, text);
        let mut read = String::new();
        flate2::read::GzDecoder::new(tree.get("a.html.gz").unwrap()).read_to_string(&mut read).unwrap();
        assert_eq!(read, text);
    }
}
