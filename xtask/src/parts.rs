//! Divides a viewer that Trunk has built: what the first list does without becomes modules of its
//! own, which load when they are wanted.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project::Project;
use crate::run::Call;
use crate::tools::Toolbox;

/// The feature of the viewer that marks where it can be divided.
pub(crate) const FEATURE: &str = "split";
/// Has the linker say which function needs which, for the module to be divided by.
pub(crate) const LINKING: (&str, &str) =
    ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Clink-arg=--emit-relocs");
/// The module as the linker wrote it, in cargo's target folder.
const LINKED: (&str, &str) = ("wasm32-unknown-unknown/web", "reading-room.wasm");

/// Puts the divided viewer in the place of the whole one.
pub(crate) fn divide(project: &Project, tools: &Toolbox, site: &Path) -> Result<()> {
    let main = project.target("divided/reading-room.wasm");
    let name = script_name(site)?;
    let hash = name.rsplit_once('-').map_or("", |(_, hash)| hash);
    if let Some(folder) = main.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    build_splitter(project)?;
    Call::new(project.binary("debug", "split-viewer")?)
        .dir(project.root())
        .arg(project.short(&linked(project)?))
        .args(["--script", &name, "--hash", hash, "--main"])
        .arg(project.short(&main))
        .arg("--out")
        .arg(project.short(site))
        .aside()
        .run()?;
    bind(project, tools, &main, &name, site)?;
    load_early(site, &name, hash)
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

fn linked(project: &Project) -> Result<PathBuf> {
    let (folder, file) = LINKED;
    Ok(project.target_of_cargo()?.join(folder).join(file))
}

/// The name that Trunk gave the viewer's script, without `.js`.
fn script_name(site: &Path) -> Result<String> {
    for entry in fs::read_dir(site).with_context(|| format!("reading {}", site.display()))? {
        let name = entry?.file_name();
        let stem = name.to_str().and_then(|name| name.strip_suffix(".js"));
        if let Some(stem) = stem.filter(|stem| stem.starts_with("reading-room-")) {
            return Ok(stem.to_owned());
        }
    }
    anyhow::bail!(
        "{} has no reading-room-….js; does index.html still have Trunk's rust asset?",
        site.display()
    )
}

/// Lets the page fetch the script of the parts beside that of the viewer, which imports it.
fn load_early(site: &Path, name: &str, hash: &str) -> Result<()> {
    let page = site.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
    let html = with_parts(&html, name, hash).with_context(|| {
        format!("{} has no modulepreload for {name}.js, which Trunk writes", page.display())
    })?;
    fs::write(&page, html).with_context(|| format!("writing {}", page.display()))
}

fn with_parts(html: &str, name: &str, hash: &str) -> Option<String> {
    let start = html.find("<link rel=\"modulepreload\"")?;
    let end = start + html[start..].find('>')? + 1;
    let link = &html[start..end];
    let parts = link.replace(&format!("{name}.js"), &format!("parts/load-{hash}.js"));
    (parts != link).then(|| format!("{}{parts}{}", &html[..end], &html[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_fetched_like_the_viewer() {
        let link = |name: &str| format!(r#"<link rel="modulepreload" href="./{name}.js" crossorigin>"#);
        let page = |links: &str| format!("<head>{links}<link rel=\"icon\"></head>");
        let html = with_parts(&page(&link("reading-room-0f")), "reading-room-0f", "0f");
        assert_eq!(html, Some(page(&(link("reading-room-0f") + &link("parts/load-0f")))));
        assert_eq!(with_parts(&page(&link("other")), "reading-room-0f", "0f"), None);
        assert_eq!(with_parts(&page(""), "reading-room-0f", "0f"), None);
    }
}
