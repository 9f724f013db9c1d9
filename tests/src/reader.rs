//! Who looks at the page, and on what.

use crate::elsewhere::Elsewhere;

/// A reader's device and taste. Each opens the page in a browser in which nothing is stored.
#[derive(Clone, Debug)]
pub struct Reader {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) pixel_ratio: f64,
    pub(crate) is_phone: bool,
    pub(crate) scheme: &'static str,
    pub(crate) languages: String,
    pub(crate) flags: Vec<String>,
    /// Whether no other reader may have used the browser before, or may use it later.
    pub(crate) is_alone: bool,
}

impl Reader {
    /// A window of 1280 by 800, light, in English.
    pub fn desktop() -> Self {
        Self {
            width: 1280,
            height: 800,
            pixel_ratio: 1.0,
            is_phone: false,
            scheme: "light",
            languages: "en-US,en".to_owned(),
            flags: Vec::new(),
            is_alone: false,
        }
    }

    /// A screen of 390 by 844 that is touched, light, in English.
    pub fn phone() -> Self {
        Self { width: 390, height: 844, pixel_ratio: 2.0, is_phone: true, ..Self::desktop() }
    }

    /// Prefers dark colours.
    pub fn dark(self) -> Self {
        Self { scheme: "dark", ..self }
    }

    /// Has another window.
    pub fn window(self, width: u32, height: u32) -> Self {
        Self { width, height, ..self }
    }

    /// Reads these languages, the preferred ones first, as in `zh-TW,zh,en`.
    pub fn languages(self, languages: &str) -> Self {
        Self { languages: languages.to_owned(), ..self }
    }

    /// Finds every host but the site's own in the same place.
    pub fn with(self, elsewhere: &Elsewhere) -> Self {
        Self { flags: vec![elsewhere.flag()], is_alone: true, ..self }
    }

    /// Has a browser that was never used before, for what is to be measured.
    pub fn in_new_browser(self) -> Self {
        Self { is_alone: true, ..self }
    }
}

impl Default for Reader {
    fn default() -> Self {
        Self::desktop()
    }
}
