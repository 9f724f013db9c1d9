//! The head of every page: the archive's name, the search box and the settings.

use yew::prelude::*;

use super::{Icon, SearchBox, icon, place_link};
use crate::hooks::Library;
use crate::place::Place;
use crate::settings::{Change, SettingsHandle, change, use_settings};
use crate::texts::{Words, use_words};
use crate::view::View;

/// What is known of the archive.
#[derive(Properties, PartialEq)]
pub(crate) struct HeaderProps {
    pub(crate) library: Option<Library>,
    /// Whether it is not to be known.
    pub(crate) has_failed: bool,
}

/// The head of every page.
#[component]
pub(crate) fn Header(props: &HeaderProps) -> Html {
    let words = use_words();
    let settings = use_settings();
    let title = props.library.as_ref().map(|library| library.manifest.site.title.as_str());
    // Nothing while the name is on its way: another name would flicker.
    let title = title.or(props.has_failed.then_some("")).map(|title| match title {
        "" => words.reading_room.to_owned(),
        title => title.to_owned(),
    });
    let brand = html! {
        <>
            <span class="seal" aria-hidden="true">{ "阅" }</span>
            <span class="brand-name">{ title }</span>
        </>
    };
    html! {
        <header class="header">
            <div class="header-inner">
                { place_link(&Place::list(View::default()), "brand", brand) }
                <SearchBox library={props.library.clone()} />
                { tools(&words, &settings) }
            </div>
        </header>
    }
}

/// The buttons that change the settings.
fn tools(words: &Words, settings: &SettingsHandle) -> Html {
    let theme = (words.theme)(settings.theme);
    let other = settings.language.other();
    let changes = |to| {
        let settings = settings.clone();
        Callback::from(move |_| change(&settings, to))
    };
    html! {
        <div class="tools">
            <button type="button" class="tool" lang={other.tag()} onclick={changes(Change::Language(other))}>
                { words.other_language }
            </button>
            <button type="button" class="tool" title={theme} aria-label={theme}
                onclick={changes(Change::Theme(settings.theme.next()))}>
                { icon(Icon::Theme) }
            </button>
        </div>
    }
}
