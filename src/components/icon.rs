//! The icons, drawn with lines of 24 by 24.

use yew::prelude::*;

/// An icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    Back,
    Bookmark,
    Close,
    Down,
    External,
    Filter,
    Search,
    Star,
    Theme,
}

impl Icon {
    fn lines(self) -> &'static str {
        match self {
            Icon::Back => "M19 12H5m6-7-7 7 7 7",
            Icon::Bookmark => "M7 4h10v16l-5-4-5 4z",
            Icon::Close => "m6 6 12 12M18 6 6 18",
            Icon::Down => "M12 5v14m-6-6 6 6 6-6",
            Icon::External => "M8 16 17 7M9 7h8v8",
            Icon::Filter => "M4 7h16M7 12h10M10 17h4",
            Icon::Search => "M11 4.500a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13M16 16l4.500 4.500",
            Icon::Star => {
                "m12 4 2.500 5.200 5.700.700-4.200 3.900 1.100 5.600-5.100-2.800-5.100 2.800 1.100-5.600-4.200-3.900 5.700-.700z"
            }
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
