//! The files for search engines: `robots.txt` and `sitemap.xml`.

use bundle::format::Manifest;
use html_escape::encode_text;

use crate::feeds::paths;
use crate::settings::publish::BaseUrl;
use crate::site::files::Files;

pub(super) const ROBOTS: &str = "robots.txt";
const SITEMAP: &str = "sitemap.xml";

/// The files for search engines. A sitemap needs to know where the site will be; `index` lists the parts of
/// one that has them.
pub(super) fn files(base_url: Option<&BaseUrl>, manifest: &Manifest, index: Option<String>) -> Files {
    let mut files = Files::from([(ROBOTS.to_owned(), robots(base_url).into_bytes())]);
    if let Some(base_url) = base_url {
        let newest = manifest.segments.iter().map(|entry| entry.newest.as_str()).max();
        let sitemap = index.unwrap_or_else(|| sitemap(base_url, newest.unwrap_or_default()));
        files.insert(SITEMAP.to_owned(), sitemap.into_bytes());
    }
    files
}

/// Everyone may read everything. Robots look for this at the root of a host only, so that it counts
/// where the site is at one.
fn robots(base_url: Option<&BaseUrl>) -> String {
    let sitemap = base_url.map(|base_url| format!("\nSitemap: {base_url}{SITEMAP}\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

/// The sitemap of a site whose articles have no pages: its page and the feed of all articles. A sitemap knows
/// no fragments.
fn sitemap(base_url: &BaseUrl, newest: &str) -> String {
    let url = |path: &str| {
        let address = format!("{base_url}{path}");
        let changed = if newest.is_empty() { String::new() } else { format!("<lastmod>{newest}</lastmod>") };
        format!("  <url><loc>{}</loc>{changed}</url>\n", encode_text(&address))
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}{}</urlset>\n",
        url(""),
        url(paths::ALL)
    )
}
