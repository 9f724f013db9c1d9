//! Nothing: an address that means nothing.

use yew::prelude::*;

use crate::components::{Notice, PlaceLink};
use crate::hooks::{use_library, use_title};
use crate::place::Place;
use crate::texts::use_texts;
use crate::view::View;

/// Says that there is no such page, and where to go on.
#[component]
pub(crate) fn UnknownPage() -> Html {
    let texts = use_texts();
    let library = use_library();
    use_title(texts.no_such_place, &library.manifest.site.title);
    html! {
        <Notice title={texts.no_such_place}>
            <PlaceLink class="button" to={Place::list(View::default())}>{ texts.to_all_articles }</PlaceLink>
        </Notice>
    }
}
