//! What a reader has set: the language, the colours and the characters. Kept by the browser where it may.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::storage::{Keep, recall, remember};
use crate::texts::{Language, Words};

/// What a reader has set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Settings {
    /// The language of the interface.
    pub(crate) language: Language,
    /// The colours.
    pub(crate) theme: Theme,
    /// The characters that Chinese is shown in.
    pub(crate) characters: Characters,
}

/// The colours of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system has them.
    Auto,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

/// The characters that titles and texts are shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Characters {
    /// Those that they are written in.
    AsWritten,
    /// Simplified ones.
    Simplified,
    /// Traditional ones.
    Traditional,
}

/// A change of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// Another language.
    Language(Language),
    /// Other colours.
    Theme(Theme),
    /// Other characters.
    Characters(Characters),
}

/// The settings, and the way to change them.
pub(crate) type SettingsHandle = UseReducerHandle<Settings>;

impl Theme {
    const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// The name that is kept and that the style sheet knows.
    fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The next one.
    pub(crate) fn next(self) -> Theme {
        match self {
            Theme::Auto => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Auto,
        }
    }
}

impl Characters {
    /// All of them, as they are offered.
    pub(crate) const ALL: [Characters; 3] =
        [Characters::AsWritten, Characters::Simplified, Characters::Traditional];

    /// The name that is kept.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Characters::AsWritten => "as-written",
            Characters::Simplified => "simplified",
            Characters::Traditional => "traditional",
        }
    }
}

impl Reducible for Settings {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        Rc::new(match change {
            Change::Language(language) => Settings { language, ..*self },
            Change::Theme(theme) => Settings { theme, ..*self },
            Change::Characters(characters) => Settings { characters, ..*self },
        })
    }
}

impl Settings {
    fn recalled() -> Settings {
        let language = recall(Keep::Always, "language").and_then(|tag| Language::of_tag(&tag));
        let theme = recall(Keep::Always, "theme")
            .and_then(|name| Theme::ALL.into_iter().find(|theme| theme.name() == name));
        let characters = recall(Keep::Always, "characters")
            .and_then(|name| Characters::ALL.into_iter().find(|characters| characters.name() == name));
        Settings {
            language: language.unwrap_or_else(Language::of_browser),
            theme: theme.unwrap_or(Theme::Auto),
            characters: characters.unwrap_or(Characters::AsWritten),
        }
    }

    /// Tells the document, which carries `lang` and `data-theme`.
    fn apply(self) {
        let root = web_sys::window().and_then(|window| window.document()?.document_element());
        let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
        root.set_lang(self.language.tag());
        // Refused only for names with spaces or capitals.
        let _ = root.dataset().set("theme", self.theme.name());
    }
}

/// The components below a [`SettingsProvider`].
#[derive(Properties, PartialEq)]
pub(crate) struct SettingsProviderProps {
    pub(crate) children: Html,
}

/// Recalls the settings, applies them and tells them to the components below.
#[component]
pub(crate) fn SettingsProvider(props: &SettingsProviderProps) -> Html {
    let settings = use_reducer_eq(Settings::recalled);
    use_effect_with(*settings, |settings| settings.apply());
    let words = use_memo(settings.language, |&language| Words::of(language));
    html! {
        <ContextProvider<SettingsHandle> context={settings}>
            <ContextProvider<Words> context={(*words).clone()}>{ props.children.clone() }</ContextProvider<Words>>
        </ContextProvider<SettingsHandle>>
    }
}

/// The settings, and the way to change them.
#[hook]
pub(crate) fn use_settings() -> SettingsHandle {
    let settings = use_context::<SettingsHandle>();
    // Every component is below the provider.
    settings.unwrap_or_else(|| unreachable!("there are no settings"))
}

/// Changes a setting, now and for the next visit.
pub(crate) fn change(settings: &SettingsHandle, change: Change) {
    match change {
        Change::Language(language) => remember(Keep::Always, "language", language.tag()),
        Change::Theme(theme) => remember(Keep::Always, "theme", theme.name()),
        Change::Characters(characters) => remember(Keep::Always, "characters", characters.name()),
    }
    settings.dispatch(change);
}
