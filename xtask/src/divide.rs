//! Divides the reader: what it needs only after its first question becomes a file of its own, and its glue fetches it.
//!
//! The places where it is divided are marked in the crate `learner`; this module knows none of them by name.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use wasm_encoder::{Module, RawSection};
use wasmparser::{Parser, Payload};

use crate::bundle;

/// The script with which a division's first file fetches the other.
const LINK: &str = "./divided.js";

/// The glue of a divided wasm, and both files, in this folder: `NAME.js`, `NAME_bg.wasm` and `NAME_later.wasm`.
pub(crate) fn glue(wasm: &Path, folder: &Path, name: &str) -> Result<()> {
    let linked = fs::read(wasm).with_context(|| format!("could not read {}", wasm.display()))?;
    let parts = folder.with_extension("parts");
    let first = parts.join("first.wasm");
    let main = format!("./{name}.js");
    let mut options = wasm_split_cli_support::Options::new(&linked);
    options.output_dir = &parts;
    options.main_out_path = &first;
    options.main_module = &main;
    options.link_name = LINK;
    let divided = wasm_split_cli_support::transform(options)
        .map_err(|fault| anyhow!("{} cannot be divided: {fault}", wasm.display()))?;
    let [later] = divided.split_modules.as_slice() else {
        return Err(anyhow!("{} was divided into {:?}, not in two", wasm.display(), divided.split_modules));
    };
    bundle::glue(&first, folder, name)?;
    let published = format!("{name}_later.wasm");
    let bytes = fs::read(later).with_context(|| format!("could not read {}", later.display()))?;
    fs::write(folder.join(&published), &bytes).context("could not write what comes later")?;
    strip(&folder.join(&published))?;
    let link = fs::read_to_string(parts.join(LINK)).context("a divided wasm has no link")?;
    let script = folder.join(format!("{name}.js"));
    let text = fs::read_to_string(&script).with_context(|| format!("could not read {}", script.display()))?;
    let own = later.file_name().and_then(|own| own.to_str()).context("a part without a name")?;
    fs::write(&script, joined(&text, &link, own, &published)?)
        .with_context(|| format!("could not write {}", script.display()))
}

/// Takes out of a wasm what browsers do not need: names, and what it was divided by.
pub(crate) fn strip(wasm: &Path) -> Result<()> {
    let bytes = fs::read(wasm).with_context(|| format!("could not read {}", wasm.display()))?;
    fs::write(wasm, bare(&bytes)?).with_context(|| format!("could not write {}", wasm.display()))
}

/// The glue with the link in it: one module, so that one file has to be named by what it holds.
fn joined(glue: &str, link: &str, own: &str, published: &str) -> Result<String> {
    let import = format!("import * as import1 from \"{LINK}\"");
    ensure!(glue.contains(&import), "the glue does not import {LINK}");
    let mut lines = Vec::new();
    let mut loaders = Vec::new();
    for line in link.lines() {
        if let Some(loader) = line.strip_prefix("export const ") {
            loaders.push(loader.split(' ').next().unwrap_or_default());
            lines.push(line.trim_start_matches("export "));
        } else if !line.starts_with("import ") {
            lines.push(line);
        }
    }
    ensure!(!loaders.is_empty(), "{LINK} gives no way to what comes later");
    let link = lines.join("\n");
    for needed in [own, STREAMING] {
        ensure!(link.contains(needed), "{LINK} does not say {needed}");
    }
    // Not every host says of a wasm file that it is one, and streaming insists on it.
    let link = link.replace(own, published).replace(STREAMING, WHOLE);
    let import = format!("{import};");
    let rest = glue.replace(&import, "").replace(import.trim_end_matches(';'), "");
    Ok(format!("{link}\nconst import1 = {{ {} }};\n{rest}", loaders.join(", ")))
}

const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";
const WHOLE: &str = "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)";

/// A wasm without the sections that only people and tools read.
fn bare(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("a part is no wasm")?;
        let is_custom = matches!(payload, Payload::CustomSection(_));
        if let Some((id, range)) = payload.as_section().filter(|_| !is_custom) {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            let data = wasm.get(range).context("a section reaches beyond its file")?;
            module.section(&RawSection { id, data });
        }
    }
    Ok(module.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_becomes_a_part_of_the_glue() {
        let glue =
            "import * as import1 from \"./divided.js\"\nlet wasm;\nuse({ \"./divided.js\": import1 });\n";
        let link = "import { initSync } from \"./plenary.js\";\n\nlet shared;\nexport const load_later = wrap(() => {\n    const src = \
                    fetch(new URL(\"./split_later.wasm\", import.meta.url));\n    return async (imports) => \
                    (WebAssembly.instantiateStreaming(src, imports));\n});\n";
        let expect = "\nlet shared;\nconst load_later = wrap(() => {\n    const src = fetch(new URL(\"./plenary_later.wasm\", \
                      import.meta.url));\n    return async (imports) => (WebAssembly.instantiate(await (await src).arrayBuffer(), \
                      imports));\n});\nconst import1 = { load_later };\n\nlet wasm;\nuse({ \"./divided.js\": import1 });\n";
        assert_eq!(joined(glue, link, "split_later.wasm", "plenary_later.wasm").unwrap(), expect);
    }

    #[test]
    fn a_part_keeps_its_code_and_loses_its_names() {
        let mut module = Module::new();
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        let bare = module.clone().finish();
        let mut names = wasm_encoder::NameSection::new();
        names.module("a name");
        module.section(&names);
        assert_eq!(super::bare(&module.finish()).unwrap(), bare);
    }
}
