//! The footer: the archive, and what becomes of a reader's data.

use markup::{Feed, PageFooter};
use yew::prelude::*;

use crate::address::site;
use crate::archive::library::Library;
use crate::model::keymap::{Action, PageAction, key_of};
use crate::words::Words;

/// The foot of every page; of the archive, what is known.
pub(crate) fn page_footer(words: &Words, library: Option<&Library>, show_keys: &Callback<()>) -> Html {
    let tools = html! {
        <button type="button" class="quiet-button" onclick={show_keys.reform(|_| ())}>
            { words.keys() }{ " " }<kbd aria-hidden="true">{ key_of(Action::Page(PageAction::Keys)) }</kbd>
        </button>
    };
    let known = library.map(|library| known(words, library)).unwrap_or_default();
    // Where articles have pages, the web host sees which of these are opened.
    let privacy = match site::here().has_pages() {
        true => words.footer_privacy_plain(),
        false => words.footer_privacy(),
    };
    markup::page_footer(PageFooter { privacy, tools, ..known })
}

fn known(words: &Words, Library { loader, manifest }: &Library) -> PageFooter {
    let description = &manifest.site.description;
    let newest = manifest.segments.iter().map(|entry| entry.newest.as_str()).max();
    let extent =
        |newest: &str| words.footer_extent(&words.articles(manifest.totals.articles), &words.day(newest));
    let feed = |address: &String| Feed {
        href: loader.file(address).into(),
        name: words.footer_feed(),
        title: words.footer_feed_title(),
    };
    PageFooter {
        description: description.clone().into(),
        lang: bundle::text::lang(description),
        extent: newest.filter(|newest| !newest.is_empty()).map(|newest| extent(newest).into()),
        feed: manifest.feed.as_ref().map(feed),
        ..PageFooter::default()
    }
}
