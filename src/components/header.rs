//! The head of every page: the archive's name, the search box and the settings.

use std::rc::Rc;

use bundle::format::Manifest;
use yew::prelude::*;

use super::{Icon, PlaceLink, SearchBox, icon};
use crate::place::Place;
use crate::settings::{Change, change, use_settings};
use crate::texts::use_texts;
use crate::view::View;

/// What is known of the archive.
#[derive(Properties, PartialEq)]
pub(crate) struct HeaderProps {
    pub(crate) manifest: Option<Rc<Manifest>>,
    /// Whether it is not to be known.
    pub(crate) has_failed: bool,
}

/// The head of every page.
#[component]
pub(crate) fn Header(props: &HeaderProps) -> Html {
    let texts = use_texts();
    let title = props.manifest.as_ref().map(|manifest| manifest.site.title.clone());
    // Nothing while the name is on its way: another name would flicker.
    let title = title.or(props.has_failed.then(String::new)).map(|title| {
        if title.is_empty() { texts.reading_room.to_owned() } else { title }
    });
    let articles = props.manifest.as_ref().map(|manifest| manifest.totals.articles);
    html! {
        <header class="header">
            <div class="header-inner">
                <PlaceLink to={Place::list(View::default())} class="brand">
                    <span class="seal" aria-hidden="true">{ "阅" }</span>
                    <span class="brand-name">{ title }</span>
                </PlaceLink>
                <SearchBox {articles} />
                <Tools />
            </div>
        </header>
    }
}

/// The buttons that change the settings.
#[component]
fn Tools() -> Html {
    let texts = use_texts();
    let settings = use_settings();
    let theme = (texts.theme)(settings.theme);
    let other = settings.language.other();
    let change_theme = {
        let settings = settings.clone();
        Callback::from(move |_| change(&settings, Change::Theme(settings.theme.next())))
    };
    let change_language = Callback::from(move |_| change(&settings, Change::Language(other)));
    html! {
        <div class="tools">
            <button type="button" class="tool" lang={other.tag()} onclick={change_language}>
                { icon(Icon::Language) }<span class="tool-name">{ texts.other_language }</span>
            </button>
            <button type="button" class="tool" title={theme} aria-label={theme} onclick={change_theme}>
                { icon(Icon::Theme) }
            </button>
        </div>
    }
}
