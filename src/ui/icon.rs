//! The icons, drawn with lines of 24 by 24.

use yew::prelude::*;

/// An icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    Back,
    Bars,
    Bookmark,
    Check,
    Cite,
    Close,
    Down,
    Download,
    External,
    Feed,
    Filter,
    Forward,
    Link,
    Pause,
    Play,
    Print,
    Search,
    Star,
    Sound,
    Stop,
    Text,
    Theme,
    Up,
}

impl Icon {
    fn lines(self) -> &'static str {
        match self {
            Icon::Back => "M19 12H5m6-7-7 7 7 7",
            Icon::Bars => "M5 20v-8m7 8V4m7 16v-5",
            Icon::Bookmark => "M7 4h10v16l-5-4-5 4z",
            Icon::Check => "m5 13 4.500 4.500L19 7",
            Icon::Cite => "M10 8c-3 0-4.500 2-4.500 5v3H10v-4H7.500M19 8c-3 0-4.500 2-4.500 5v3H19v-4h-2.500",
            Icon::Close => "m6 6 12 12M18 6 6 18",
            Icon::Down => "M12 5v14m-6-6 6 6 6-6",
            Icon::Download => "M12 4v11m-5-5 5 5 5-5M5 20h14",
            Icon::External => "M8 16 17 7M9 7h8v8",
            Icon::Feed => "M5 5a14 14 0 0 1 14 14M5 11a8 8 0 0 1 8 8M6 18h.010",
            Icon::Filter => "M4 7h16M7 12h10M10 17h4",
            Icon::Forward => "M5 12h14m-6-7 7 7-7 7",
            Icon::Link => {
                "M10 14a4 4 0 0 0 6 .500l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.500l-3 3a4 4 0 0 0 6 6l1-1"
            }
            Icon::Pause => "M9 6v12M15 6v12",
            Icon::Play => "m8 5 11 7-11 7z",
            Icon::Print => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
            Icon::Search => "M11 4.500a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13M16 16l4.500 4.500",
            Icon::Star => {
                "m12 4 2.500 5.200 5.700.700-4.200 3.900 1.100 5.600-5.100-2.800-5.100 2.800 1.100-5.600-4.200-3.900 5.700-.700z"
            }
            Icon::Sound => "M4 10v4h3l5 4V6l-5 4zM16 9a4 4 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11",
            Icon::Stop => "M7 7h10v10H7z",
            Icon::Text => "M4 19 9 6l5 13M5.800 15h6.400M15.500 19l3-8 3 8M16.500 16.500h4",
            Icon::Theme => "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16",
            Icon::Up => "M12 19V5m-6 6 6-6 6 6",
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
