//! The foot of every page: what this is, and what it does with what a reader does.

use yew::prelude::*;

use crate::archive::library::Library;
use crate::model::keymap::{Action, key_of};
use crate::texts::Words;
use crate::ui::icon::{Icon, icon};

/// The foot of every page; of the archive, what is known.
pub(crate) fn page_footer(words: &Words, library: Option<&Library>, show_keys: &Callback<()>) -> Html {
    let texts = words.footer;
    let known = library.map(|Library { loader, manifest }| {
        let description = &manifest.site.description;
        let newest = manifest.segments.iter().map(|entry| entry.newest.as_str()).max().unwrap_or_default();
        html! {
            <>
                if !description.is_empty() {
                    <p lang={bundle::text::lang(description)}>{ description.clone() }</p>
                }
                if !newest.is_empty() {
                    <p>{ (texts.extent)(&words.articles(manifest.totals.articles), &words.day(newest)) }</p>
                }
                if let Some(feed) = &manifest.feed {
                    <p><a class="feed" href={loader.file(feed)} type="application/atom+xml" title={texts.feed_title}>
                        { icon(Icon::Feed) }{ texts.feed }
                    </a></p>
                }
            </>
        }
    });
    html! {
        <footer class="page-footer">
            { known }
            <p>{ texts.privacy }</p>
            <button type="button" class="quiet-button" onclick={show_keys.reform(|_| ())}>
                { words.keys.open }{ " " }<kbd aria-hidden="true">{ key_of(Action::Keys) }</kbd>
            </button>
        </footer>
    }
}
