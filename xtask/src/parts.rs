//! Divides a viewer that Trunk has built: what the first list does without becomes modules of its
//! own, which load when they are wanted.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::open_script;
use crate::project::Project;
use crate::run::Call;
use crate::short_names;
use crate::tools::Toolbox;

/// What the names of the viewer's own files begin with.
const NAME: &str = "reading-room-";

/// Puts the parts of a linked module in the place of the whole one that Trunk took.
pub(crate) fn divide(project: &Project, tools: &Toolbox, linked: &Path, site: &Path) -> Result<()> {
    let main = project.target("divided/reading-room.wasm");
    if let Some(folder) = main.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    let hash = content_hash(linked)?;
    let name = format!("{NAME}{hash}");
    rename(site, &name)?;
    build_splitter(project)?;
    Call::new(project.binary("debug", "split-viewer")?)
        .dir(project.root())
        .arg(project.short(linked))
        .args(["--script", &name, "--hash", &hash, "--main"])
        .arg(project.short(&main))
        .arg("--out")
        .arg(project.short(site))
        .aside()
        .run()?;
    bind(project, tools, &main, &name, site)?;
    short_names::shorten(&site.join(format!("{name}.js")), &site.join(format!("{name}_bg.wasm")))?;
    load_early(site, &name, &hash)
}

/// Where a divided viewer has what loads later.
pub(crate) fn folder(site: &Path) -> PathBuf {
    site.join("parts")
}

fn build_splitter(project: &Project) -> Result<()> {
    Call::new("cargo").dir(project.root()).args(["build", "--package", "split-viewer"]).aside().run()
}

/// Writes what Trunk wrote, again, for the module that is left.
fn bind(project: &Project, tools: &Toolbox, main: &Path, name: &str, site: &Path) -> Result<()> {
    Call::new("wasm-bindgen")
        .search(&tools.folders)?
        .dir(project.root())
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", name, "--out-dir"])
        .arg(project.short(site))
        .arg(project.short(main))
        .aside()
        .run()
}

/// What names a module: as Trunk does, 16 digits.
fn content_hash(module: &Path) -> Result<String> {
    let bytes = fs::read(module).with_context(|| format!("reading {}", module.display()))?;
    Ok(blake3::hash(&bytes).to_hex()[..16].to_owned())
}

/// Gives the viewer another name than Trunk did, which has built another module. This one comes gzipped.
fn rename(site: &Path, name: &str) -> Result<()> {
    let old = script_name(site)?;
    for entry in fs::read_dir(site).with_context(|| format!("reading {}", site.display()))? {
        let path = entry?.path();
        let file = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if file.starts_with(&old) {
            fs::remove_file(&path).with_context(|| format!("removing {}", path.display()))?;
        } else if file.ends_with(".html") || file.ends_with(".js") {
            let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            let text = renamed(&text, &old, name);
            fs::write(&path, text).with_context(|| format!("writing {}", path.display()))?;
        }
    }
    Ok(())
}

fn renamed(text: &str, old: &str, name: &str) -> String {
    text.replace(&format!("{old}_bg.wasm"), &format!("{name}_bg.wasm.gz")).replace(old, name)
}

/// The name that Trunk gave the viewer's script, without `.js`.
fn script_name(site: &Path) -> Result<String> {
    for entry in fs::read_dir(site).with_context(|| format!("reading {}", site.display()))? {
        let name = entry?.file_name();
        let stem = name.to_str().and_then(|name| name.strip_suffix(".js"));
        if let Some(stem) = stem.filter(|stem| stem.starts_with(NAME)) {
            return Ok(stem.to_owned());
        }
    }
    anyhow::bail!(
        "{} has no reading-room-….js; does index.html still have Trunk's rust asset?",
        site.display()
    )
}

/// Lets the page fetch the script of the parts beside that of the viewer, which imports it, and the script that
/// opens the viewer fetch parts before that wants them.
fn load_early(site: &Path, name: &str, hash: &str) -> Result<()> {
    open_script::name_parts(site, &format!("parts/load-{hash}.js"))?;
    let page = site.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
    let html = with_parts(&html, name, hash).with_context(|| {
        format!("{} has no modulepreload for {name}.js, which Trunk writes", page.display())
    })?;
    fs::write(&page, html).with_context(|| format!("writing {}", page.display()))
}

fn with_parts(html: &str, name: &str, hash: &str) -> Option<String> {
    let places = html.match_indices("<link rel=\"modulepreload\"").map(|(start, _)| start);
    let mut links = places.filter_map(|start| Some((start, start + html[start..].find('>')? + 1)));
    let (start, end) = links.find(|&(start, end)| html[start..end].contains(&format!("{name}.js")))?;
    let link = &html[start..end];
    let parts = link.replace(&format!("{name}.js"), &format!("parts/load-{hash}.js"));
    (parts != link).then(|| format!("{}{parts}{}", &html[..end], &html[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_is_named_as_it_lies_there() {
        let text = r#"data-viewer="./reading-room-0f.js" data-wasm="./reading-room-0f_bg.wasm""#;
        let expected = r#"data-viewer="./reading-room-1e.js" data-wasm="./reading-room-1e_bg.wasm.gz""#;
        assert_eq!(renamed(text, "reading-room-0f", "reading-room-1e"), expected);
    }

    #[test]
    fn the_parts_are_fetched_like_the_viewer() {
        let link = |name: &str| format!(r#"<link rel="modulepreload" href="./{name}.js" crossorigin>"#);
        let page = |links: &str| format!("<head>{links}<link rel=\"icon\"></head>");
        let html = with_parts(&page(&(link("gunzip") + &link("reading-room-0f"))), "reading-room-0f", "0f");
        assert_eq!(html, Some(page(&(link("gunzip") + &link("reading-room-0f") + &link("parts/load-0f")))));
        assert_eq!(with_parts(&page(&link("other")), "reading-room-0f", "0f"), None);
        assert_eq!(with_parts(&page(""), "reading-room-0f", "0f"), None);
    }
}
