//! The page for addresses that lead nowhere.

use bundle::format::Manifest;
use markup::{NotFound, render};
use texts::Texts;

use crate::settings::publish::BaseUrl;
use crate::site::web_manifest::page_title;

pub(super) fn page(manifest: &Manifest, texts: &Texts, base_url: Option<&BaseUrl>) -> String {
    let archive = page_title(manifest, texts).to_owned().into();
    // The path alone serves under each name of a host.
    let home = base_url.map(|base_url| base_url.path().to_owned().into());
    let page = render(markup::not_found(texts, NotFound { archive, home }));
    format!("<!doctype html>\n{page}\n")
}
