//! How the text is set: a small panel that the browser opens and closes.

use bundle::format::Pictures;
use markup::{Icon, icon};
use yew::prelude::*;

use crate::model::choices::{TextSize, TextWidth, Theme};
use crate::settings::provider::{Change, SettingsHandle, change};
use crate::words::Words;

/// Not `text-…`: so begin the anchors of texts.
const PANEL: &str = "reading-settings";

/// The button that opens the panel, and the panel.
pub(crate) fn text_settings(words: &Words, settings: &SettingsHandle, of_keeper: Pictures) -> Html {
    let label = words.text_settings();
    html! {
        <>
            <button type="button" class="tool" popovertarget={PANEL} aria-label={label} title={label}>
                { icon(Icon::Text) }
            </button>
            <div id={PANEL} class="text-settings" popover="auto" role="group" aria-label={label}>
                { sizes(words, settings) }
                { widths(words, settings) }
                { themes(words, settings) }
                { pictures(words, settings, of_keeper) }
            </div>
        </>
    }
}

fn sizes(words: &Words, settings: &SettingsHandle) -> Html {
    let button = |label: &'static str, face: &'static str, size: Option<TextSize>| {
        let settings = settings.clone();
        let onclick = Callback::from(move |_| {
            size.into_iter().for_each(|size| change(&settings, Change::TextSize(size)));
        });
        html! {
            <button type="button" title={label} disabled={size.is_none()} {onclick}>
                <span aria-hidden="true">{ face }</span><span class="visually-hidden">{ label }</span>
            </button>
        }
    };
    let size = settings.text_size;
    html! {
        <fieldset>
            <legend>{ words.text_size() }</legend>
            <div class="segments text-sizes">
                { button(words.text_smaller(), "A−", size.smaller()) }
                <output>{ format!("{} %", size.percent()) }</output>
                { button(words.text_larger(), "A+", size.larger()) }
            </div>
        </fieldset>
    }
}

fn widths(words: &Words, settings: &SettingsHandle) -> Html {
    let option = |width: TextWidth| {
        let onchange = set(settings, Change::TextWidth(width));
        segment(
            "text-width",
            width.name(),
            words.text_width_name(width.name()),
            width == settings.text_width,
            onchange,
        )
    };
    html! {
        <fieldset class="text-widths">
            <legend>{ words.text_width() }</legend>
            <div class="segments">{ for TextWidth::ALL.into_iter().map(option) }</div>
        </fieldset>
    }
}

fn themes(words: &Words, settings: &SettingsHandle) -> Html {
    let option = |theme: Theme| {
        let onchange = set(settings, Change::Theme(theme));
        segment("theme", theme.name(), words.theme_name(theme.name()), theme == settings.theme, onchange)
    };
    html! {
        <fieldset>
            <legend>{ words.theme() }</legend>
            <div class="segments">{ for Theme::ALL.into_iter().map(option) }</div>
        </fieldset>
    }
}

/// Whether pictures of other sites are loaded. Until the reader chooses, it is what the keeper has.
fn pictures(words: &Words, settings: &SettingsHandle, of_keeper: Pictures) -> Html {
    let chosen = settings.pictures.unwrap_or(of_keeper);
    let option = |pictures: Pictures| {
        let label = match pictures {
            Pictures::Load => words.pictures_load(),
            Pictures::Click => words.pictures_click(),
            Pictures::Never => words.pictures_never(),
        };
        let onchange = set(settings, Change::Pictures(pictures));
        segment("pictures", pictures.name(), label, pictures == chosen, onchange)
    };
    html! {
        <fieldset>
            <legend>{ words.pictures() }</legend>
            <div class="segments">{ for Pictures::ALL.into_iter().map(option) }</div>
            <p>{ words.pictures_explanation() }</p>
        </fieldset>
    }
}

fn set(settings: &SettingsHandle, to: Change) -> Callback<Event> {
    let settings = settings.clone();
    Callback::from(move |_| change(&settings, to))
}

/// One of several that exclude each other.
fn segment(
    name: &'static str,
    value: &'static str,
    label: &'static str,
    checked: bool,
    onchange: Callback<Event>,
) -> Html {
    html! { <label><input type="radio" {name} {value} {checked} {onchange} /><span>{ label }</span></label> }
}
