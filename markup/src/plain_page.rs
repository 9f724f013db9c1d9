//! A page that any browser can read: without the viewer, and without any script.
//!
//! What needs the viewer is drawn inert, as large as it will be, so that nothing moves when the viewer
//! takes over; where no script runs, the style sheet takes it away.

use texts::Texts;
use yew::prelude::*;

use crate::footer::{PageFooter, page_footer};
use crate::header::{brand, header};
use crate::icon::{Icon, icon};

/// A page that any browser can read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlainPage {
    /// What the archive calls itself.
    pub archive: AttrValue,
    /// Where its newest articles are.
    pub home: AttrValue,
    /// The page that says how to search without the viewer.
    pub about_search: AttrValue,
    /// What differs from page to page.
    pub content: Html,
    /// Whether the viewer opens in it: then it says so if not even the script comes that would open it.
    pub is_opened: bool,
    /// What stands at the foot.
    pub footer: PageFooter,
}

/// The page.
pub fn plain_page(texts: &Texts, page: PlainPage) -> Html {
    let PlainPage { archive, home, about_search, content, is_opened, footer } = page;
    let search = waiting_search(texts, texts.search_hint_plain(), Some(about_search));
    html! {
        <>
            <a class="skip-link" href="#content">{ texts.skip_to_content() }</a>
            { header(brand(home, Some(archive)), search, waiting_tools()) }
            <main id="content" class="frame" tabindex="-1">{ content }</main>
            { page_footer(footer) }
            if is_opened {
                <div class="late start-late" role="status"><p>{ texts.open_failed() }</p></div>
            }
        </>
    }
}

/// The search box, in which one may already type, and what stands in its place where no script runs. What
/// is typed has no name, so that no browser sends it to the host.
pub(crate) fn waiting_search(
    texts: &Texts,
    hint: impl Into<AttrValue>,
    about_search: Option<AttrValue>,
) -> Html {
    html! {
        <>
            <form class="search" role="search" action={about_search.clone()}>
                { icon(Icon::Search) }
                <input type="text" inputmode="search" autocomplete="off" autocapitalize="none" spellcheck="false"
                    enterkeyhint="search" aria-label={texts.search()} placeholder={hint.into()} />
            </form>
            if let Some(href) = about_search {
                <noscript><a class="about-search" {href}>{ texts.search_plain() }</a></noscript>
            }
        </>
    }
}

/// The place of the settings.
pub(crate) fn waiting_tools() -> Html {
    html! { <div class="tools first-tools" aria-hidden="true"><span class="tool"></span></div> }
}
