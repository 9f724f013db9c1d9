//! The shape of what is still being loaded, so that nothing moves when it comes.

use markup::timeline_skeleton;
use yew::prelude::*;

use crate::host::first_page::first_list;
use crate::words::Words;

/// Rows of a list that is being loaded.
pub(crate) fn row_skeletons(rows: usize, with_snippet: bool) -> Html {
    let row = html! {
        <div class="row skeleton">
            <span class="bone bone-title"></span>
            <span class="bone bone-meta"></span>
            if with_snippet {
                <span class="snippet"></span>
            }
        </div>
    };
    html! { <div aria-hidden="true">{ for std::iter::repeat_n(row, rows) }</div> }
}

/// The list while not even the archive's size is known, or the one that the page brought along.
pub(crate) fn list_skeleton(words: &Words) -> Html {
    if let Some(list) = first_list() {
        return list;
    }
    html! {
        <>
            <p class="visually-hidden" role="status">{ words.loading() }</p>
            { timeline_skeleton() }
            <div class="columns">
                <div class="facets" aria-hidden="true"></div>
                <div class="list-skeleton">{ row_skeletons(8, false) }</div>
            </div>
        </>
    }
}

/// The text of an article that is being loaded.
pub(crate) fn body_skeleton(words: &Words) -> Html {
    html! {
        <div class="skeleton">
            <p class="visually-hidden" role="status">{ words.loading() }</p>
            <div aria-hidden="true">
                { lines() }
            </div>
        </div>
    }
}

/// An article that is being loaded.
pub(crate) fn article_skeleton(words: &Words) -> Html {
    html! {
        <div class="article skeleton">
            <p class="visually-hidden" role="status">{ words.loading() }</p>
            <div aria-hidden="true">
                <span class="bone bone-heading"></span>
                <span class="bone bone-meta"></span>
                { lines() }
            </div>
        </div>
    }
}

fn lines() -> Html {
    std::iter::repeat_n(html! { <span class="bone bone-line"></span> }, 8).collect()
}
