//! The choice of the characters that Chinese is shown in.

use yew::prelude::*;

use crate::model::choices::Characters;
use crate::settings::provider::{Change, SettingsHandle, change};
use crate::words::Words;

/// The id of the panel.
const PANEL: &str = "characters";

/// The button in the header, and the panel that it opens. The browser opens and closes it.
pub(crate) fn characters_tool(words: &Words, settings: &SettingsHandle) -> Html {
    let choice = |characters: Characters| {
        let settings_to_change = settings.clone();
        let onchange = Callback::from(move |_| change(&settings_to_change, Change::Characters(characters)));
        let is_chosen = characters == settings.characters;
        let (lang, name) = match characters {
            Characters::AsWritten => (None, words.conversion_as_written()),
            Characters::Simplified => (Some("zh-Hans"), "简体字"),
            Characters::Traditional => (Some("zh-Hant"), "繁體字"),
        };
        html! {
            <label>
                <input type="radio" name={PANEL} checked={is_chosen} {onchange} /><span {lang}>{ name }</span>
            </label>
        }
    };
    let is_on = settings.characters != Characters::AsWritten;
    html! {
        <>
            <button type="button" class={classes!("tool", "characters-button", is_on.then_some("on"))}
                popovertarget={PANEL} title={words.conversion()}>
                <span lang="zh-Hans">{ "简" }</span><span lang="zh-Hant">{ "繁" }</span>
                <span class="visually-hidden">{ words.conversion() }</span>
            </button>
            <div id={PANEL} class="characters" popover="auto" role="dialog" aria-label={words.conversion()}>
                <fieldset>
                    <legend>{ words.conversion() }</legend>
                    { for Characters::ALL.into_iter().map(choice) }
                </fieldset>
                <p>{ words.conversion_explanation() }</p>
            </div>
        </>
    }
}
