//! The page for addresses that lead nowhere. Of an article that had its page there, the viewer may know more.

use bundle::reading::PAGES;
use markup::{NOT_FOUND_STYLES, NotFound, render};
use policy::Policy;

use crate::site::facts::Facts;
use crate::site::head::meta;

pub(super) fn page(facts: &Facts<'_>) -> String {
    let archive = facts.name().to_owned().into();
    // The path alone serves under each name of a host.
    let home = facts.base_url.map(|base_url| base_url.path().to_owned());
    let script = home.as_deref().map(script).unwrap_or_default();
    let page = render(markup::not_found(&facts.texts, NotFound { archive, home: home.map(Into::into) }));
    // Texts are escaped, so that nothing else in the page looks like this.
    let policy = Policy::of(&[&script], &[NOT_FOUND_STYLES]).to_string();
    let policy = meta("http-equiv", "Content-Security-Policy", &policy);
    let page = page.replacen("<head>", &format!("<head>{policy}"), 1);
    let script = if script.is_empty() { script } else { format!("<script>{script}</script>") };
    let page = page.replacen("</head>", &format!("{script}</head>"), 1);
    format!("<!doctype html>\n{page}\n")
}

/// Leads from the page that an article had to where the viewer shows it, which knows an article by its key,
/// whatever its title is now. Where the root of the site is must be known.
fn script(home: &str) -> String {
    // An address has no character that could end a text or the script.
    format!(
        "{{const home=\"{home}\",rest=location.pathname.startsWith(home+\"{PAGES}/\")?\
         location.pathname.slice(home.length+{}).replace(/(index\\.html)?$/,\"\").split(\"/\"):[],\
         key=rest[1]||location.hash.slice(1);\
         if(rest[0]&&key)location.replace(home+\"#/{PAGES}/\"+rest[0]+\"/\"+key)}}",
        PAGES.len() + 1
    )
}
