//! The characters that titles and texts are shown in.

use std::borrow::Cow;
use std::rc::Rc;

use bundle::text::{Converter, Script, lang, visible_text};
use yew::prelude::*;

use crate::archive::load_state::{LoadState, use_load};
use crate::conversion::lazy::{CONVERTING, Converting};
use crate::host::use_host;
use crate::model::choices::Characters;
use crate::model::handed::use_handed;
use crate::model::load_error::LoadError;
use crate::settings::provider::use_settings;

/// The table from Simplified to Traditional characters: a file beside the page.
const TRADITIONAL: &str = "traditional.txt";

/// What writes titles and texts in the characters that the reader has chosen.
#[derive(Clone, Default)]
pub(crate) struct Conversion {
    /// `None` where all is shown as written.
    converter: Option<(Rc<Converter>, Converting)>,
}

impl PartialEq for Conversion {
    /// There is one converter to each script.
    fn eq(&self, other: &Self) -> bool {
        self.script() == other.script()
    }
}

impl Conversion {
    /// A title or a snippet as it is shown.
    pub(crate) fn text<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match &self.converter {
            Some((converter, converting)) => (converting.text)(converter, text),
            None => Cow::Borrowed(text),
        }
    }

    /// Sanitised HTML as it is shown, given the text in it.
    pub(crate) fn html(&self, html: String, text: &str) -> String {
        match (&self.converter, self.of(Script::of(text))) {
            (Some((_, converting)), Some(converter)) => (converting.html)(converter, &html),
            _ => html,
        }
    }

    /// The language of a text as it is shown.
    pub(crate) fn lang(&self, text: &str) -> Option<&'static str> {
        let converter = self.of(Script::of(text));
        converter.map_or_else(|| lang(text), |converter| converter.script().lang())
    }

    /// The script that is converted to.
    fn script(&self) -> Option<Script> {
        self.converter.as_ref().map(|(converter, _)| converter.script())
    }

    /// What converts texts of a script, if anything does.
    fn of(&self, script: Script) -> Option<&Converter> {
        self.converter
            .as_ref()
            .map(|(converter, _)| &**converter)
            .filter(|converter| converter.changes(script))
    }
}

/// The conversion that the reader has set; if it did not load, why, and the way to try again.
#[hook]
pub(crate) fn use_chosen_conversion() -> (Conversion, Option<LoadError>, Callback<()>) {
    let characters = use_settings().characters;
    let host = use_host();
    let attempt = use_state(|| 0u32);
    let is_wanted = characters != Characters::AsWritten;
    let loaded = CONVERTING.loaded();
    let converting = use_load((is_wanted && loaded.is_none()).then_some(*attempt), |_| CONVERTING.load());
    let wanted = (characters == Characters::Traditional).then_some(*attempt);
    let traditional =
        use_load(
            wanted,
            |_| async move { (CONVERTING.load().await?.traditional)(host.file(TRADITIONAL)).await },
        );
    let simplified = use_memo((), |()| Converter::Simplified);
    let converter = match characters {
        Characters::AsWritten => None,
        Characters::Simplified => Some(simplified),
        Characters::Traditional => traditional.ready().cloned(),
    };
    let fault = match (&converting, &traditional) {
        (LoadState::Failed(error), _) | (_, LoadState::Failed(error)) => Some(error.clone()),
        _ => None,
    };
    let converting = loaded.or_else(|| converting.ready().map(|converting| **converting));
    (
        Conversion { converter: converter.zip(converting) },
        fault,
        Callback::from(move |()| attempt.set(*attempt + 1)),
    )
}

/// The conversion that the reader has set.
#[hook]
pub(crate) fn use_conversion() -> Conversion {
    use_handed::<Conversion>().unwrap_or_default()
}

/// The conversion of an article, which can be shown as written although others are not.
pub(crate) struct ArticleConversion {
    /// What it is shown with.
    pub(crate) conversion: Conversion,
    /// The script that it is, or can be, converted to; `None` where it is shown as written anyway.
    pub(crate) script: Option<Script>,
    /// Whether it is shown as written.
    pub(crate) is_as_written: bool,
    /// Shows it the other way.
    pub(crate) switch: Callback<()>,
}

/// The conversion of an article with this HTML, once that is there.
#[hook]
pub(crate) fn use_article_conversion(body: Option<&Rc<String>>) -> ArticleConversion {
    let conversion = use_conversion();
    let is_as_written = use_state_eq(|| false);
    let is_wanted = conversion.converter.is_some();
    let script = use_memo(body.filter(|_| is_wanted).cloned(), |body| {
        body.as_ref().map_or(Script::Other, |body| Script::of(&visible_text(body).text))
    });
    let script = conversion.of(*script).map(Converter::script);
    let switch = {
        let is_as_written = is_as_written.clone();
        Callback::from(move |()| is_as_written.set(!*is_as_written))
    };
    let conversion = if *is_as_written { Conversion::default() } else { conversion };
    ArticleConversion { conversion, script, is_as_written: *is_as_written, switch }
}
