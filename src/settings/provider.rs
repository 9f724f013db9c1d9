//! What a reader has set: the colours, the characters, and how texts are set. Kept by the browser where
//! it may.

use std::rc::Rc;

use bundle::format::Pictures;
use texts::Texts;
use yew::prelude::*;

use crate::host::{Host, use_host};
use crate::model::choices::{Characters, TextSize, TextWidth, Theme};
use crate::model::effect::use_effect_on;
use crate::model::handed::{Handed, use_all_handed, use_handed};
use crate::settings::language::use_chosen_language;
use crate::settings::storage::{Keep, recall, remember};

/// What a reader has set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Settings {
    /// The colours.
    pub(crate) theme: Theme,
    /// The characters that Chinese is shown in.
    pub(crate) characters: Characters,
    /// How large texts are.
    pub(crate) text_size: TextSize,
    /// How long their lines are.
    pub(crate) text_width: TextWidth,
    /// Whether pictures of other sites are loaded; if not said, as the keeper has it.
    pub(crate) pictures: Option<Pictures>,
}

/// A change of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// Other colours.
    Theme(Theme),
    /// Other characters.
    Characters(Characters),
    /// Texts of another size.
    TextSize(TextSize),
    /// Lines of another length.
    TextWidth(TextWidth),
    /// Other pictures, or none.
    Pictures(Pictures),
}

/// The settings, and the way to change them.
pub(crate) type SettingsHandle = UseReducerHandle<Settings>;

impl Reducible for Settings {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        Rc::new(match change {
            Change::Theme(theme) => Settings { theme, ..*self },
            Change::Characters(characters) => Settings { characters, ..*self },
            Change::TextSize(text_size) => Settings { text_size, ..*self },
            Change::TextWidth(text_width) => Settings { text_width, ..*self },
            Change::Pictures(pictures) => Settings { pictures: Some(pictures), ..*self },
        })
    }
}

impl Settings {
    fn recalled() -> Settings {
        let theme = recall(Keep::Always, "theme")
            .and_then(|name| Theme::ALL.into_iter().find(|theme| theme.name() == name));
        let characters = recall(Keep::Always, "characters")
            .and_then(|name| Characters::ALL.into_iter().find(|characters| characters.name() == name));
        let text_size = recall(Keep::Always, "text-size").and_then(|percent| TextSize::of_percent(&percent));
        let text_width = recall(Keep::Always, "text-width")
            .and_then(|name| TextWidth::ALL.into_iter().find(|width| width.name() == name));
        Settings {
            theme: theme.unwrap_or(Theme::Auto),
            characters: characters.unwrap_or(Characters::AsWritten),
            text_size: text_size.unwrap_or(TextSize::USUAL),
            text_width: text_width.unwrap_or(TextWidth::Normal),
            pictures: recall(Keep::Always, "pictures").and_then(|name| Pictures::named(&name)),
        }
    }

    /// Writes `data-theme`, `data-text-width` and `--text-size` to the root. In another page the colours
    /// are not for the reader to set.
    fn apply(self, host: &Host) {
        let Some(root) = host.root() else { return };
        // Fails only for invalid names.
        if host.owns_colours() {
            let _ = root.dataset().set("theme", self.theme.name());
        }
        let _ = root.dataset().set("textWidth", self.text_width.name());
        let _ = root.style().set_property("--text-size", &self.text_size.percent().to_string());
    }
}

/// The components below a [`use_settings_provider`].
#[derive(PartialEq)]
pub(crate) struct SettingsProviderProps {
    /// The texts of the interface in its first language.
    pub(crate) texts: Texts,
    pub(crate) children: Html,
}

/// Recalls the settings, applies them and hands them to the components below.
#[hook]
pub(crate) fn use_settings_provider(props: &SettingsProviderProps) -> Html {
    let host = use_host();
    let settings = use_reducer_eq(Settings::recalled);
    let (words, language) = use_chosen_language(props.texts);
    use_effect_on((*settings, host.clone()), |(settings, host)| settings.apply(host));
    use_effect_on((words.tag(), host), |(tag, host)| host.root().iter().for_each(|root| root.set_lang(tag)));
    let handed = use_all_handed().with(settings).with(language).with(words);
    html! {
        <ContextProvider<Handed> context={handed}>{ props.children.clone() }</ContextProvider<Handed>>
    }
}

/// The settings, and the way to change them.
#[hook]
pub(crate) fn use_settings() -> SettingsHandle {
    let settings = use_handed::<SettingsHandle>();
    // Every component is below the provider.
    settings.unwrap_or_else(|| unreachable!("there are no settings"))
}

/// Changes a setting, now and for the next visit.
pub(crate) fn change(settings: &SettingsHandle, change: Change) {
    match change {
        Change::Theme(theme) => remember(Keep::Always, "theme", theme.name()),
        Change::Characters(characters) => remember(Keep::Always, "characters", characters.name()),
        Change::TextSize(size) => remember(Keep::Always, "text-size", &size.percent().to_string()),
        Change::TextWidth(width) => remember(Keep::Always, "text-width", width.name()),
        Change::Pictures(pictures) => remember(Keep::Always, "pictures", pictures.name()),
    }
    settings.dispatch(change);
}
