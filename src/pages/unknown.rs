//! Nothing: an address that means nothing.

use yew::prelude::*;

use crate::components::{page_notice, place_link};
use crate::hooks::{use_library, use_title};
use crate::place::Place;
use crate::texts::use_words;
use crate::view::View;

/// Says that there is no such page, and where to go on.
#[component]
pub(crate) fn UnknownPage() -> Html {
    let words = use_words();
    let library = use_library();
    use_title(words.no_such_place, &library.manifest.site.title);
    let all = place_link(&Place::list(View::default()), "button", words.to_all_articles.into());
    page_notice(words.no_such_place, String::new(), all)
}
