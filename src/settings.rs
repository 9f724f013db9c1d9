//! What a reader has set: the language, the colours, the characters, and how texts are set. Kept by
//! the browser where it may.

use std::rc::Rc;

use bundle::format::Pictures;
use yew::prelude::*;

use crate::stage::{Stage, use_stage};
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
    /// How large texts are.
    pub(crate) text_size: TextSize,
    /// How long their lines are.
    pub(crate) text_width: TextWidth,
    /// Whether pictures of other sites are loaded; if not said, as the keeper has it.
    pub(crate) pictures: Option<Pictures>,
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

/// How large texts are: a place among the steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TextSize(usize);

/// How long the lines of texts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextWidth {
    /// For who likes the eye to travel little.
    Narrow,
    /// About 35 Han characters.
    Normal,
    /// For wide tables and large type.
    Wide,
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
    /// Texts of another size.
    TextSize(TextSize),
    /// Lines of another length.
    TextWidth(TextWidth),
    /// Other pictures, or none.
    Pictures(Pictures),
}

/// The settings, and the way to change them.
pub(crate) type SettingsHandle = UseReducerHandle<Settings>;

impl Theme {
    /// All of them, as they are offered.
    pub(crate) const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// The name that is kept and that the style sheet knows.
    pub(crate) fn name(self) -> &'static str {
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

impl TextSize {
    /// In percent of the usual size.
    const STEPS: [u32; 7] = [85, 92, 100, 112, 125, 145, 170];
    /// The place of the usual size.
    const USUAL: TextSize = TextSize(2);

    /// In percent of the usual size.
    pub(crate) fn percent(self) -> u32 {
        TextSize::STEPS.get(self.0).copied().unwrap_or(100)
    }

    /// A step down, if there is one.
    pub(crate) fn smaller(self) -> Option<TextSize> {
        self.0.checked_sub(1).map(TextSize)
    }

    /// A step up, if there is one.
    pub(crate) fn larger(self) -> Option<TextSize> {
        (self.0 + 1 < TextSize::STEPS.len()).then_some(TextSize(self.0 + 1))
    }

    /// The size of so many percent, if there is one.
    fn of_percent(percent: &str) -> Option<TextSize> {
        TextSize::STEPS.iter().position(|step| step.to_string() == percent).map(TextSize)
    }
}

impl TextWidth {
    /// All of them, as they are offered.
    pub(crate) const ALL: [TextWidth; 3] = [TextWidth::Narrow, TextWidth::Normal, TextWidth::Wide];

    /// The name that is kept and that the style sheet knows.
    pub(crate) fn name(self) -> &'static str {
        match self {
            TextWidth::Narrow => "narrow",
            TextWidth::Normal => "normal",
            TextWidth::Wide => "wide",
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
            Change::TextSize(text_size) => Settings { text_size, ..*self },
            Change::TextWidth(text_width) => Settings { text_width, ..*self },
            Change::Pictures(pictures) => Settings { pictures: Some(pictures), ..*self },
        })
    }
}

impl Settings {
    fn recalled(stage: &Stage) -> Settings {
        let language = recall(Keep::Always, "language").and_then(|tag| Language::of_tag(&tag));
        let theme = recall(Keep::Always, "theme")
            .and_then(|name| Theme::ALL.into_iter().find(|theme| theme.name() == name));
        let characters = recall(Keep::Always, "characters")
            .and_then(|name| Characters::ALL.into_iter().find(|characters| characters.name() == name));
        let text_size = recall(Keep::Always, "text-size").and_then(|percent| TextSize::of_percent(&percent));
        let text_width = recall(Keep::Always, "text-width")
            .and_then(|name| TextWidth::ALL.into_iter().find(|width| width.name() == name));
        Settings {
            language: language.or(stage.language()).unwrap_or_else(Language::of_browser),
            theme: theme.unwrap_or(Theme::Auto),
            characters: characters.unwrap_or(Characters::AsWritten),
            text_size: text_size.unwrap_or(TextSize::USUAL),
            text_width: text_width.unwrap_or(TextWidth::Normal),
            pictures: recall(Keep::Always, "pictures").and_then(|name| Pictures::named(&name)),
        }
    }

    /// Tells what carries `lang`, `data-theme`, `data-text-width` and `--text-size`. In somebody else's
    /// page the colours are not for the reader to set.
    fn apply(self, stage: &Stage) {
        let Some(room) = stage.room() else { return };
        room.set_lang(self.language.tag());
        // Refused only for names that are none.
        if !stage.is_embedded() {
            let _ = room.dataset().set("theme", self.theme.name());
        }
        let _ = room.dataset().set("textWidth", self.text_width.name());
        let _ = room.style().set_property("--text-size", &self.text_size.percent().to_string());
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
    let stage = use_stage();
    let settings = use_reducer_eq(|| Settings::recalled(&stage));
    use_effect_with(*settings, move |settings| settings.apply(&stage));
    let words = Words::of(settings.language);
    html! {
        <ContextProvider<SettingsHandle> context={settings}>
            <ContextProvider<Words> context={words}>{ props.children.clone() }</ContextProvider<Words>>
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
        Change::TextSize(size) => remember(Keep::Always, "text-size", &size.percent().to_string()),
        Change::TextWidth(width) => remember(Keep::Always, "text-width", width.name()),
        Change::Pictures(pictures) => remember(Keep::Always, "pictures", pictures.name()),
    }
    settings.dispatch(change);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_go_up_and_down_in_steps() {
        let steps = |size: TextSize, step: fn(TextSize) -> Option<TextSize>| {
            std::iter::successors(Some(size), |&size| step(size)).map(TextSize::percent).collect::<Vec<_>>()
        };
        assert_eq!(steps(TextSize::USUAL, TextSize::larger), [100, 112, 125, 145, 170]);
        assert_eq!(steps(TextSize::USUAL, TextSize::smaller), [100, 92, 85]);
        assert_eq!(TextSize::of_percent("125").map(TextSize::percent), Some(125));
        assert_eq!(TextSize::of_percent("99"), None);
    }
}
