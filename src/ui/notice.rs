//! What stands where articles would stand, if there are none to show.

use yew::prelude::*;

use crate::model::load_error::LoadError;
use crate::words::Words;

/// A message in the place of articles, and what can be done about it.
pub(crate) fn notice(title: &'static str, text: String, actions: Html) -> Html {
    html! { <section class="notice" role="status">{ content("h2", title, text, actions) }</section> }
}

/// The same where nothing else is on the page.
pub(crate) fn page_notice(title: &'static str, text: String, actions: Html) -> Html {
    html! { <section class="notice" role="status">{ content("h1", title, text, actions) }</section> }
}

/// Says which file could not be loaded and why, and offers to try again.
pub(crate) fn error_notice(words: &Words, error: &LoadError, retry: &Callback<()>) -> Html {
    fault("h2", words, error, retry)
}

/// The same where nothing else is on the page.
pub(crate) fn page_error(words: &Words, error: &LoadError, retry: &Callback<()>) -> Html {
    fault("h1", words, error, retry)
}

/// The same in a line above what is there all the same, given what it means.
pub(crate) fn small_error(words: &Words, what: &str, error: &LoadError, retry: &Callback<()>) -> Html {
    html! {
        <section class="unsearched small-error" role="alert">
            <p>{ what }{ " " }{ words.load_error(error) }</p>
            { retry_button(words, retry) }
        </section>
    }
}

fn retry_button(words: &Words, retry: &Callback<()>) -> Html {
    html! { <button type="button" class="button" onclick={retry.reform(|_| ())}>{ words.retry() }</button> }
}

fn fault(heading: &'static str, words: &Words, error: &LoadError, retry: &Callback<()>) -> Html {
    html! {
        <section class="notice" role="alert">
            { content(heading, words.loading_failed(), words.load_error(error), retry_button(words, retry)) }
        </section>
    }
}

fn content(heading: &'static str, title: &'static str, text: String, actions: Html) -> Html {
    html! {
        <>
            <@{heading}>{ title }</@>
            if !text.is_empty() {
                <p>{ text }</p>
            }
            <div class="notice-actions">{ actions }</div>
        </>
    }
}
