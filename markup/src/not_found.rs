//! The page for addresses that lead nowhere. A host shows it at any of them, so that it brings along
//! all that it needs, and names nothing by a relative address.

use texts::Texts;
use yew::prelude::*;

/// The same colours and letters as the viewer's.
pub const NOT_FOUND_STYLES: &str = include_str!("not_found.css");

/// What the page says beside its texts.
#[derive(Debug, Clone, PartialEq)]
pub struct NotFound {
    /// What the archive calls itself.
    pub archive: AttrValue,
    /// Where the archive is, if that is known.
    pub home: Option<AttrValue>,
}

/// The page, but for its doctype.
pub fn not_found(texts: &Texts, NotFound { archive, home }: NotFound) -> Html {
    html! {
        <html lang={texts.tag()}>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="robots" content="noindex" />
                <title>{ texts.not_found() }{ " · " }{ archive }</title>
                <style>{ NOT_FOUND_STYLES }</style>
            </head>
            <body>
                <span class="seal" aria-hidden="true">{ "阅" }</span>
                <main>
                    <h1>{ texts.not_found() }</h1>
                    <p>{ texts.not_found_why() }</p>
                    if let Some(href) = home {
                        <a {href}>{ texts.not_found_to_archive() }</a>
                    }
                </main>
            </body>
        </html>
    }
}
