//! The shape of what is still being loaded, so that nothing moves when it comes.

use yew::prelude::*;

use crate::texts::use_texts;

/// How many rows, and whether each has an excerpt.
#[derive(Properties, PartialEq)]
pub(crate) struct RowSkeletonsProps {
    pub(crate) rows: usize,
    #[prop_or_default]
    pub(crate) with_excerpt: bool,
}

/// Rows of a list that is being loaded.
#[component]
pub(crate) fn RowSkeletons(props: &RowSkeletonsProps) -> Html {
    let row = html! {
        <div class="row skeleton">
            <span class="bone bone-title"></span>
            <span class="bone bone-meta"></span>
            if props.with_excerpt {
                <span class="excerpt"></span>
            }
        </div>
    };
    html! { <div aria-hidden="true">{ for std::iter::repeat_n(row, props.rows) }</div> }
}

/// The list while not even the archive's size is known.
#[component]
pub(crate) fn ListSkeleton() -> Html {
    let texts = use_texts();
    html! {
        <>
            <p class="visually-hidden" role="status">{ texts.loading }</p>
            <div class="timeline skeleton" aria-hidden="true"><span class="bone"></span></div>
            <div class="columns">
                <div class="facets" aria-hidden="true"></div>
                <div class="list-skeleton"><RowSkeletons rows={8} /></div>
            </div>
        </>
    }
}

/// An article that is being loaded.
#[component]
pub(crate) fn ArticleSkeleton() -> Html {
    let texts = use_texts();
    html! {
        <div class="article skeleton">
            <p class="visually-hidden" role="status">{ texts.loading }</p>
            <div aria-hidden="true">
                <span class="bone bone-heading"></span>
                <span class="bone bone-meta"></span>
                { for std::iter::repeat_n(html! { <span class="bone bone-line"></span> }, 8) }
            </div>
        </div>
    }
}
