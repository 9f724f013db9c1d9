//! The choice of the language of the interface.

use texts::{LANGUAGES, Language};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::settings::language::LanguageHandle;
use crate::ui::notice::small_error;
use crate::words::Words;

/// The languages, each in its own words.
pub(crate) fn language_select(words: &Words, handle: &LanguageHandle) -> Html {
    let LanguageHandle { wanted, choose, .. } = handle;
    let option = |language: &'static Language| {
        html! {
            <option value={language.tag} lang={language.tag} selected={language == *wanted}>
                { language.name }
            </option>
        }
    };
    let choose = choose.clone();
    let onchange = Callback::from(move |event: Event| {
        let tag = event.target_unchecked_into::<HtmlSelectElement>().value();
        texts::find(&tag).into_iter().for_each(|language| choose.emit(language));
    });
    html! {
        <span class="language" data-mark={wanted.mark}>
            <select class="tool" aria-label={words.language()} title={words.language()} {onchange}>
                { for LANGUAGES.iter().map(option) }
            </select>
        </span>
    }
}

/// Says why the interface is not in the language that the reader wants, and offers to try again.
pub(crate) fn language_fault(words: &Words, handle: &LanguageHandle) -> Html {
    let LanguageHandle { wanted, fault, choose } = handle;
    let Some(error) = fault else { return Html::default() };
    let wanted = *wanted;
    let what = format!("{} ({})", words.loading_failed(), wanted.name);
    small_error(words, &what, error, &choose.reform(move |()| wanted))
}
