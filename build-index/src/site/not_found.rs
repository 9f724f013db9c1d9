//! The page for addresses that lead nowhere. A host shows it at any of them, so that it brings along
//! all that it needs, and names nothing by a relative address.

use bundle::format::Manifest;
use html_escape::{encode_double_quoted_attribute, encode_text};

use crate::settings::publish::BaseUrl;
use crate::site::web_manifest::page_title;
use crate::site::words::SiteWords;

/// The same colours and letters as the viewer's.
const STYLES: &str = "\
:root { color-scheme: light dark; }
body { display: grid; min-height: 90vh; margin: 0; padding: 24px; place-content: center; justify-items: center; gap: 12px;
  font: 16px/1.7 system-ui, \"PingFang SC\", \"Microsoft YaHei\", \"Noto Sans CJK SC\", sans-serif; text-align: center;
  background: light-dark(#fbfaf7, #151412); color: light-dark(#1d1c1a, #ece8e0); overflow-wrap: anywhere; }
.seal { display: grid; place-items: center; width: 48px; height: 48px; border-radius: 8px; background: #a8321a; color: #fff;
  font: 600 28px/1 \"Songti SC\", \"Noto Serif CJK SC\", Georgia, serif; }
h1 { margin: 12px 0 0; font: 600 24px/1.4 \"Songti SC\", \"Noto Serif CJK SC\", Georgia, serif; }
p { margin: 0; max-width: 34em; color: light-dark(#5e5a53, #a39d92); text-wrap: pretty; }
a { display: inline-flex; align-items: center; min-height: 44px; margin-top: 12px; padding: 0 24px; border-radius: 22px;
  border: 1px solid light-dark(#8f897d, #777064); color: inherit; text-decoration: none; }
a:hover { color: light-dark(#a8321a, #ef8a70); }";

pub(super) fn page(manifest: &Manifest, words: &SiteWords, base_url: Option<&BaseUrl>) -> String {
    let SiteWords { lang, not_found, not_found_why, to_the_archive, .. } = words;
    let title = page_title(manifest, words);
    // The path alone serves under each name of a host.
    let way_back = base_url.map(|base_url| {
        format!("<a href=\"{}\">{to_the_archive}</a>\n", encode_double_quoted_attribute(base_url.path()))
    });
    format!(
        "<!doctype html>
<html lang=\"{lang}\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"robots\" content=\"noindex\">
<title>{not_found} · {title}</title>
<style>{STYLES}</style>
</head>
<body>
<span class=\"seal\" aria-hidden=\"true\">阅</span>
<main>
<h1>{not_found}</h1>
<p>{not_found_why}</p>
{}</main>
</body>
</html>
",
        way_back.unwrap_or_default(),
        title = encode_text(title),
    )
}
