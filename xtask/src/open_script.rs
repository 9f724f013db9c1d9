//! Tells the scripts of a site what the viewer is made of, and what to say while it is not there.

use std::fs;
use std::path::Path;

use ::texts::Texts;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::styles::styles;
use crate::texts::{FOLDER, tags};

/// The script that opens the viewer in pages of its site.
const SCRIPT: &str = "open.js";
/// The line in it that this fills.
const VIEWER: &str = "const VIEWER = {};";
/// How the attributes of the page begin that name the viewer's script and module.
const NAMES: [&str; 2] = ["data-viewer=\"", "data-wasm=\""];
/// What the script says of the parts of a viewer that has none.
const NO_PARTS: &str = "\"parts\":\"\"";
/// Letters of a hash in the name of a file.
const HASH: usize = 12;

/// Fills the script of a site, and writes the styles of its page as a file for the other pages.
pub(crate) fn write_into(site: &Path) -> Result<()> {
    let read = |name: &str| {
        let path = site.join(name);
        fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
    };
    let page = read("index.html")?;
    let style: String = styles(&page).into_iter().map(|style| &page[style]).collect();
    let name = format!("viewer-{}.css", &blake3::hash(style.as_bytes()).to_hex()[..HASH]);
    let script = filled(&read(SCRIPT)?, &page, &name)?;
    for (name, text) in [(name.as_str(), style), (SCRIPT, script)] {
        let path = site.join(name);
        fs::write(&path, text).with_context(|| format!("writing {}", path.display()))?;
    }
    Ok(())
}

/// Tells the script where that of the parts is, of a viewer that was divided.
pub(crate) fn name_parts(site: &Path, parts: &str) -> Result<()> {
    let path = site.join(SCRIPT);
    let script = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    if script.matches(NO_PARTS).count() != 1 {
        bail!("{} does not say `{NO_PARTS}` once; build the page anew", path.display());
    }
    let script = script.replace(NO_PARTS, &format!("\"parts\":\"{parts}\""));
    fs::write(&path, script).with_context(|| format!("writing {}", path.display()))
}

fn filled(script: &str, page: &str, style: &str) -> Result<String> {
    if script.matches(VIEWER).count() != 1 {
        bail!("{SCRIPT} needs the line `{VIEWER}` once, to be filled");
    }
    let [viewer, module] = NAMES.map(|name| file_named(page, name));
    // Pairs, in the order of the tags: the last is for readers of other languages.
    let texts: Vec<_> = tags().map(|(tag, language)| (tag, format!("{FOLDER}/{}", language.file))).collect();
    let said: Vec<_> = tags().map(|(tag, language)| (tag, said(&language.built_in()))).collect();
    let told = json!({
        "script": viewer?, "module": module?, "parts": "", "style": style, "texts": texts, "said": said,
    });
    Ok(script.replace(VIEWER, &format!("const VIEWER = {told};")))
}

fn said(texts: &Texts) -> Value {
    json!({
        "late": texts.open_late(), "failed": texts.open_failed(), "stopped": texts.open_stopped(),
        "retry": texts.retry(), "lists": texts.lists(),
    })
}

/// The file that an attribute of the page names, relative to the page.
fn file_named(page: &str, attribute: &str) -> Result<String> {
    let value = page.split_once(attribute).and_then(|(_, rest)| rest.split_once('"'));
    let (value, _) = value.with_context(|| {
        format!("the page has no {attribute}…\"; does Trunk.toml's pattern_script still write it?")
    })?;
    // Under `trunk serve` the address begins at the root of the host, and stays so.
    Ok(value.trim_start_matches("./").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><style>a{}</style> <style>b{}</style>\
        <script type=\"module\" src=\"./open.js\" data-viewer=\"./v.js\" data-wasm=\"/v_bg.wasm\"></script></head>";

    #[test]
    fn the_script_knows_the_viewer() {
        let site = tempfile::tempdir().unwrap();
        fs::write(site.path().join("index.html"), PAGE).unwrap();
        fs::write(site.path().join(SCRIPT), "a();\nconst VIEWER = {};\nb();\n").unwrap();
        write_into(site.path()).unwrap();
        let script = fs::read_to_string(site.path().join(SCRIPT)).unwrap();
        let line = script.lines().nth(1).unwrap();
        let json = line.strip_prefix("const VIEWER = ").unwrap().strip_suffix(';').unwrap();
        let viewer: Value = serde_json::from_str(json).unwrap();
        assert_eq!([&viewer["script"], &viewer["module"]], ["v.js", "/v_bg.wasm"]);
        let style = fs::read_to_string(site.path().join(viewer["style"].as_str().unwrap())).unwrap();
        assert_eq!(style, "a{}b{}");
        name_parts(site.path(), "parts/load-0f.js").unwrap();
        assert!(name_parts(site.path(), "parts/load-0f.js").is_err());
        let script = fs::read_to_string(site.path().join(SCRIPT)).unwrap();
        assert!(script.contains("\"parts\":\"parts/load-0f.js\""), "{script}");
        let said = viewer["said"].as_array().unwrap().iter().find(|said| said[0] == "zh-Hant").unwrap();
        assert!(said[1]["failed"].as_str().unwrap().contains("搜尋"), "{said}");
        let last = viewer["texts"].as_array().unwrap().last().unwrap();
        assert_eq!(last[0], tags().last().unwrap().0);
    }

    #[test]
    fn what_is_missing_is_named() {
        let told = |script: &str, page: &str| filled(script, page, "s.css").unwrap_err().to_string();
        assert!(told("", PAGE).contains(VIEWER));
        assert!(told(VIEWER, "<p>").contains("pattern_script"));
    }
}
