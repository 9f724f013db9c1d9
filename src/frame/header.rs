//! The head of every page: the archive's name, the search box and the settings.

use markup::{Icon, brand, header, icon};
use yew::prelude::*;

use crate::address::comparison::Comparison;
use crate::address::history::use_navigator;
use crate::address::place::Place;
use crate::archive::library::Library;
use crate::conversion::characters::characters_tool;
use crate::frame::language::language_select;
use crate::host::first_page::first_title;
use crate::host::use_host;
use crate::model::piece::piece;
use crate::search::search_box::form::{SearchBoxProps, use_search_box};
use crate::settings::language::{LanguageHandle, use_language};
use crate::settings::provider::{Change, SettingsHandle, change, use_settings};
use crate::words::{Words, use_words};

/// What is known of the archive.
#[derive(PartialEq)]
pub(crate) struct HeaderProps {
    pub(crate) library: Option<Library>,
    /// Whether it could not be loaded.
    pub(crate) has_failed: bool,
}

/// The head of every page.
#[hook]
pub(crate) fn use_header(props: &HeaderProps) -> Html {
    let words = use_words();
    let settings = use_settings();
    let language = use_language();
    let navigator = use_navigator();
    let view = navigator.place().view.clone();
    let owns_colours = use_host().owns_colours();
    let statistics = Place::statistics(Comparison::default(), view);
    let title = props.library.as_ref().map(|library| library.manifest.site.title.clone());
    // Nothing while the name is on its way: another name would flicker.
    let title =
        title.or_else(first_title).or(props.has_failed.then(String::new)).map(|title| match title.as_str() {
            "" => words.reading_room().to_owned(),
            _ => title,
        });
    header(
        brand(navigator.home().href(), title.map(AttrValue::from)),
        piece!(use_search_box, SearchBoxProps { library: props.library.clone() }),
        tools(&words, &settings, &language, &statistics, owns_colours),
    )
}

/// What changes the settings.
fn tools(
    words: &Words,
    settings: &SettingsHandle,
    language: &LanguageHandle,
    statistics: &Place,
    owns_colours: bool,
) -> Html {
    let theme = words.theme_button(settings.theme.name());
    let next_theme = {
        let settings = settings.clone();
        Callback::from(move |_| change(&settings, Change::Theme(settings.theme.next())))
    };
    html! {
        <div class="tools">
            <a class="tool" href={statistics.href()} title={words.statistics()} aria-label={words.statistics()}>
                { icon(Icon::Bars) }
            </a>
            <a class="tool" href={Place::device().href()} title={words.device()} aria-label={words.device()}>
                { icon(Icon::Bookmark) }
            </a>
            { characters_tool(words, settings) }
            { language_select(words, language) }
            if owns_colours {
                <button type="button" class="tool theme" title={theme} aria-label={theme} onclick={next_theme}>
                    { icon(Icon::Theme) }
                </button>
            }
        </div>
    }
}
