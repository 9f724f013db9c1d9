//! A thin line at the top of the page while files are on their way.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::archive::loader::Loader;
use crate::model::effect::use_effect_on;
use crate::words::use_words;

/// How long, in milliseconds, nothing is on its way before the line goes: a search fetches one file
/// after the other.
const GRACE: u32 = 150;

/// What fetches.
#[derive(PartialEq)]
pub(crate) struct ProgressLineProps {
    pub(crate) loader: Loader,
}

/// The line. Its style sheet shows it when it has been there for a while.
#[hook]
pub(crate) fn use_progress_line(props: &ProgressLineProps) -> Html {
    let words = use_words();
    let is_busy = use_state_eq(|| false);
    let setter = is_busy.setter();
    use_effect_on(props.loader.clone(), move |loader| {
        let mut end: Option<Timeout> = None;
        loader.watch(move |fetches| {
            // Another fetch follows: it is not the end.
            drop(end.take());
            let setter = setter.clone();
            if fetches > 0 {
                setter.set(true);
            } else {
                end = Some(Timeout::new(GRACE, move || setter.set(false)));
            }
        });
    });
    if !*is_busy {
        return Html::default();
    }
    html! { <div class="progress-line" role="progressbar" aria-label={words.loading()}></div> }
}
