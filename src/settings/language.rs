//! The language of the interface. The page brings the texts of the first along; those of another are
//! loaded when a reader wants them.

use texts::{Language, Texts};
use yew::prelude::*;

use crate::archive::load_state::{LoadState, use_load};
use crate::archive::loader;
use crate::host::{Host, use_host};
use crate::model::handed::use_handed;
use crate::model::load_error::LoadError;
use crate::settings::storage::{Keep, remember};
use crate::words::Words;

/// The language that a reader wants, and the way to another.
#[derive(Clone, PartialEq)]
pub(crate) struct LanguageHandle {
    /// The one that the reader wants. Until its texts are there, the interface stays in the one before.
    pub(crate) wanted: &'static Language,
    /// Why its texts did not load.
    pub(crate) fault: Option<LoadError>,
    /// Changes the language, now and for the next visit; asks again for one that did not load.
    pub(crate) choose: Callback<&'static Language>,
}

/// The words that are shown, and the choice of their language, given the texts that the page brought.
#[hook]
pub(crate) fn use_chosen_language(first: Texts) -> (Words, LanguageHandle) {
    let host = use_host();
    let shown = use_state_eq(|| first);
    let known = use_mut_ref(|| vec![first]);
    // Each choice is a number, so that the same one can be made again.
    let choice = use_state(|| None::<(u32, &'static Language)>);
    let show = shown.setter();
    let loaded = use_load(*choice, move |(_, language)| async move {
        let is_wanted = |texts: &Texts| texts.tag() == language.tag;
        let there = known.borrow().iter().copied().find(is_wanted);
        let texts = match there {
            Some(texts) => texts,
            None => loader::texts(file(&host, language)).await?,
        };
        if there.is_none() {
            known.borrow_mut().push(texts);
        }
        // Not before: a page in a language that does not load would not open again.
        remember(Keep::Always, "language", language.tag);
        show.set(texts);
        Ok(())
    });
    let choose = use_callback(choice.clone(), |language, choice| {
        let number = choice.map_or(0, |(number, _)| number);
        choice.set(Some((number + 1, language)));
    });
    let wanted = choice.map_or_else(|| texts::negotiate([first.tag()]), |(_, language)| language);
    let fault = match loaded {
        LoadState::Failed(error) => Some(error),
        _ => None,
    };
    (Words::new(*shown), LanguageHandle { wanted, fault, choose })
}

/// The file of a language, beside the page.
fn file(host: &Host, language: &Language) -> String {
    host.file(&format!("texts/{}", language.file))
}

/// The language that a reader wants, and the way to another.
#[hook]
pub(crate) fn use_language() -> LanguageHandle {
    let language = use_handed::<LanguageHandle>();
    // Every component is below the provider of the settings.
    language.unwrap_or_else(|| unreachable!("there is no language"))
}
