//! What is said of texts that are shown in other characters than they are written in.

use yew::prelude::*;

use crate::conversion::choice::ArticleConversion;
use crate::model::load_error::LoadError;
use crate::ui::notice::small_error;
use crate::words::Words;

/// Says that an article is converted, with the way to see it as written, and back.
pub(crate) fn conversion_note(words: &Words, shown: &ArticleConversion) -> Html {
    let Some(script) = shown.script else { return Html::default() };
    let (state, switch) = match shown.is_as_written {
        true => (words.conversion_shown_as_written(), words.convert(script)),
        false => (words.converted(script), words.conversion_show_as_written()),
    };
    html! {
        <p class="conversion-note">
            <span role="status">{ state }</span>
            <button type="button" class="quiet-button" onclick={shown.switch.reform(|_| ())}>{ switch }</button>
        </p>
    }
}

/// Says that nothing can be converted, and offers to try again.
pub(crate) fn conversion_fault(words: &Words, error: &LoadError, retry: &Callback<()>) -> Html {
    small_error(words, words.conversion_failed(), error, retry)
}
