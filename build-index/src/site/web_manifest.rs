//! The web app manifest, for devices that install the page as an app.

use anyhow::Result;
use bundle::format::Manifest;
use serde_json::json;
use texts::Texts;

pub(super) const PATH: &str = "site.webmanifest";

pub(super) fn of(manifest: &Manifest, texts: &Texts) -> Result<Vec<u8>> {
    let name = page_title(manifest, texts);
    let icon = |size: u32| json!({ "src": format!("icon-{size}.png"), "sizes": format!("{size}x{size}"), "type": "image/png" });
    let described = json!({
        "name": name,
        "short_name": name.chars().take(12).collect::<String>(),
        "lang": texts.tag(),
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        // The light paper of tokens.css.
        "background_color": "#fbfaf7",
        "theme_color": "#fbfaf7",
        "icons": [icon(192), icon(512)],
    });
    let mut bytes = serde_json::to_vec_pretty(&described)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// What the site calls itself.
pub(super) fn page_title<'a>(manifest: &'a Manifest, texts: &Texts) -> &'a str {
    if manifest.site.title.is_empty() { texts.reading_room() } else { &manifest.site.title }
}
