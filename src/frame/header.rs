//! The head of every page: the archive's name, the search box and the settings.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::address::comparison::Comparison;
use crate::address::history::use_navigator;
use crate::address::place::Place;
use crate::address::place_link::place_link;
use crate::archive::library::Library;
use crate::conversion::characters::characters_tool;
use crate::host::first_list::first_title;
use crate::host::use_host;
use crate::search::search_box::form::SearchBox;
use crate::settings::provider::{Change, SettingsHandle, change, use_settings};
use crate::texts::{Language, Words, use_words};
use crate::ui::icon::{Icon, icon};

/// What is known of the archive.
#[derive(Properties, PartialEq)]
pub(crate) struct HeaderProps {
    pub(crate) library: Option<Library>,
    /// Whether it could not be loaded.
    pub(crate) has_failed: bool,
}

/// The head of every page.
#[component]
pub(crate) fn Header(props: &HeaderProps) -> Html {
    let words = use_words();
    let settings = use_settings();
    let navigator = use_navigator();
    let view = navigator.place().view.clone();
    let owns_colours = use_host().owns_colours();
    let statistics = Place::statistics(Comparison::default(), view);
    let title = props.library.as_ref().map(|library| library.manifest.site.title.clone());
    // Nothing while the name is on its way: another name would flicker.
    let title =
        title.or_else(first_title).or(props.has_failed.then(String::new)).map(|title| match title.as_str() {
            "" => words.reading_room.to_owned(),
            _ => title,
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
                { place_link(&navigator.home(), "brand", brand) }
                <SearchBox library={props.library.clone()} />
                { tools(&words, &settings, &statistics, owns_colours) }
            </div>
        </header>
    }
}

/// What changes the settings.
fn tools(words: &Words, settings: &SettingsHandle, statistics: &Place, owns_colours: bool) -> Html {
    let theme = (words.theme)(settings.theme);
    let next_theme = {
        let settings = settings.clone();
        Callback::from(move |_| change(&settings, Change::Theme(settings.theme.next())))
    };
    html! {
        <div class="tools">
            <a class="tool" href={statistics.href()} title={words.statistics.statistics} aria-label={words.statistics.statistics}>
                { icon(Icon::Bars) }
            </a>
            <a class="tool" href={Place::device().href()} title={words.device.title} aria-label={words.device.title}>
                { icon(Icon::Bookmark) }
            </a>
            { characters_tool(words, settings) }
            { language_select(words, settings) }
            if owns_colours {
                <button type="button" class="tool theme" title={theme} aria-label={theme} onclick={next_theme}>
                    { icon(Icon::Theme) }
                </button>
            }
        </div>
    }
}

/// The languages, each in its own words.
fn language_select(words: &Words, settings: &SettingsHandle) -> Html {
    let option = |language: Language| {
        html! {
            <option value={language.tag()} lang={language.tag()} selected={language == settings.language}>
                { language.name() }
            </option>
        }
    };
    let settings_to_change = settings.clone();
    let onchange = Callback::from(move |event: Event| {
        let tag = event.target_unchecked_into::<HtmlSelectElement>().value();
        let language = Language::of_tag(&tag);
        language.into_iter().for_each(|language| change(&settings_to_change, Change::Language(language)));
    });
    html! {
        <span class="language" data-mark={settings.language.mark()}>
            <select class="tool" aria-label={words.language} title={words.language} {onchange}>
                { for Language::ALL.into_iter().map(option) }
            </select>
        </span>
    }
}
