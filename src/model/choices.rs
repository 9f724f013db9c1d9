//! What a reader can choose of how the page looks.

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
    /// For readers who prefer short lines.
    Narrow,
    /// About 35 Han characters.
    Normal,
    /// For wide tables and large type.
    Wide,
}

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
    pub(crate) const USUAL: TextSize = TextSize(2);

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
    pub(crate) fn of_percent(percent: &str) -> Option<TextSize> {
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
