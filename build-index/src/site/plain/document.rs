//! A page that any browser can read, from its doctype to its end.
//!
//! Its policy has the hashes of the project's own script and styles alone: a script that a text smuggled in
//! would get none.

use html_escape::encode_text;
use markup::{Feed, Html, PageFooter, PlainPage, plain_page, render};
use serde_json::Value;

use crate::address::BUNDLE;
use crate::feeds::paths;
use crate::site::facts::{Facts, pages_meta, within};
use crate::site::files::OPEN;
use crate::site::head::{link, meta};
use crate::site::plain::paths::{LISTS, SEARCH};
use crate::site::styles::Styles;

/// The reader's colours and letters, before anything is painted. Where the reader wants no pictures of other
/// sites, none is loaded before the viewer has come: they are lazy, and lose their addresses as they are read.
const SETTINGS: &str = "try{const r=document.documentElement,s=k=>localStorage.getItem(\"reading-room.\"+k);\
                        r.dataset.theme=s(\"theme\")??\"auto\";\
                        if(s(\"text-width\"))r.dataset.textWidth=s(\"text-width\");\
                        if(s(\"text-size\"))r.style.setProperty(\"--text-size\",s(\"text-size\"));\
                        if([\"click\",\"never\"].includes(s(\"pictures\"))){const o=new MutationObserver(()=>\
                        document.querySelectorAll(\"img[src]\").forEach(i=>{if(/^https?:/.test(i.src)&&\
                        !i.src.startsWith(location.origin+\"/\")){i.dataset.foreign=i.src;i.removeAttribute(\"src\")}}));\
                        o.observe(r,{childList:true,subtree:true});\
                        addEventListener(\"DOMContentLoaded\",()=>o.disconnect())}}catch{}";

/// What is said of a page in its head.
pub(super) struct Document<'a> {
    /// Its file.
    pub(super) path: &'a str,
    pub(super) title: String,
    pub(super) styles: Styles,
    /// More elements of the head.
    pub(super) head: String,
    /// What it says to search engines, where it says something.
    pub(super) data: Option<Value>,
    pub(super) content: Html,
}

/// The page as HTML.
pub(super) fn page(facts: &Facts<'_>, document: Document<'_>) -> String {
    let Document { path, title, styles, head, data, content } = document;
    let root = within(path).to("");
    let is_opened = matches!(styles, Styles::OfArticles(_));
    let (styles, policy) = styles.written(SETTINGS);
    let html = render(plain_page(
        &facts.texts,
        PlainPage {
            archive: facts.name().to_owned().into(),
            home: root.clone().into(),
            about_search: format!("{root}{LISTS}/{SEARCH}/").into(),
            content,
            is_opened,
            footer: footer(facts, &root),
        },
    ));
    let page = [
        "<!doctype html>\n<html lang=\"",
        facts.texts.tag(),
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
        policy,
        "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
        &encode_text(&title),
        "</title>\n",
        COLOURS,
        &for_the_viewer(facts, &root),
        &head,
        &links(facts, &root),
        "<script>",
        SETTINGS,
        "</script>\n<style>",
        styles,
        "</style>\n",
        &data.map(|data| structured(&data)).unwrap_or_default(),
        "<script type=\"module\" src=\"",
        &root,
        OPEN,
        "\"></script>\n</head>\n<body>\n<div id=\"reading-room\">",
        &html,
        "</div>\n</body>\n</html>\n",
    ];
    permitted(page.concat())
}

/// A page without the characters that HTML has no way to write.
fn permitted(page: String) -> String {
    let is_forbidden = |c: char| match c {
        '\t' | '\n' | '\r' | '\u{c}' => false,
        '\u{fdd0}'..='\u{fdef}' => true,
        c => c.is_control() || u32::from(c) & 0xfffe == 0xfffe,
    };
    if page.contains(is_forbidden) { page.replace(is_forbidden, "") } else { page }
}

/// The same as in the viewer's page.
const COLOURS: &str = "<meta name=\"color-scheme\" content=\"light dark\">\n\
    <meta name=\"theme-color\" content=\"#fbfaf7\" media=\"(prefers-color-scheme: light)\">\n\
    <meta name=\"theme-color\" content=\"#151412\" media=\"(prefers-color-scheme: dark)\">\n\
    <meta name=\"referrer\" content=\"no-referrer\">\n";

/// Where the viewer finds what it needs.
fn for_the_viewer(facts: &Facts<'_>, root: &str) -> String {
    [
        meta("name", "reading-room-root", root),
        meta("name", "reading-room-bundle", &format!("{BUNDLE}/")),
        pages_meta(facts.kind()),
    ]
    .concat()
}

fn links(facts: &Facts<'_>, root: &str) -> String {
    [
        link("modulepreload", "", &format!("{root}gunzip.js"), ""),
        link("modulepreload", "", &format!("{root}language.js"), ""),
        link("icon", "image/png", &format!("{root}icon-192.png"), ""),
        link("apple-touch-icon", "", &format!("{root}icon-180.png"), ""),
        link("alternate", paths::MEDIA_TYPE, &format!("{root}{}", paths::ALL), facts.name()),
    ]
    .concat()
}

/// Data for search engines. It is no script to a browser, but it must not end the element that it is in.
fn structured(data: &Value) -> String {
    let json = data.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{json}</script>\n")
}

/// The foot of a page. How many articles there are is not in it: every page would change with each new one.
fn footer(facts: &Facts<'_>, root: &str) -> PageFooter {
    let texts = &facts.texts;
    let description = facts.manifest.site.description.clone();
    PageFooter {
        lang: bundle::text::lang(&description),
        description: description.into(),
        feed: Some(Feed {
            href: format!("{root}{}", paths::ALL).into(),
            name: texts.footer_feed(),
            title: texts.footer_feed_title(),
        }),
        lists: Some((format!("{root}{LISTS}/").into(), texts.lists())),
        privacy: texts.footer_privacy_plain(),
        ..PageFooter::default()
    }
}
