//! The shape of what is still being loaded, so that nothing moves when it comes.

use yew::prelude::*;

/// The timeline.
pub fn timeline_skeleton() -> Html {
    html! { <div class="timeline skeleton" aria-hidden="true"><span class="bone"></span></div> }
}
