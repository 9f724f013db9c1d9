//! The icons, drawn with lines of 24 by 24.

use yew::prelude::*;

/// An icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    Back,
    Bars,
    Close,
    Down,
    Download,
    External,
    Filter,
    Search,
    Theme,
}

impl Icon {
    fn lines(self) -> &'static str {
        match self {
            Icon::Back => "M19 12H5m6-7-7 7 7 7",
            Icon::Bars => "M5 20v-8m7 8V4m7 16v-5",
            Icon::Close => "m6 6 12 12M18 6 6 18",
            Icon::Down => "M12 5v14m-6-6 6 6 6-6",
            Icon::Download => "M12 4v11m-5-5 5 5 5-5M5 20h14",
            Icon::External => "M8 16 17 7M9 7h8v8",
            Icon::Filter => "M4 7h16M7 12h10M10 17h4",
            Icon::Search => "M11 4.500a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13M16 16l4.500 4.500",
            Icon::Theme => "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16",
        }
    }

    /// What is filled.
    fn ink(self) -> Option<&'static str> {
        (self == Icon::Theme).then_some("M12 4a8 8 0 0 1 0 16z")
    }
}

/// Draws an icon. It says nothing: what holds it has a label.
pub(crate) fn icon(icon: Icon) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={icon.lines()} />
            if let Some(ink) = icon.ink() {
                <path class="ink" d={ink} />
            }
        </svg>
    }
}
