//! Nothing: an address that means nothing.

use yew::prelude::*;

use crate::address::place::Place;
use crate::address::place_link::place_link;
use crate::address::view::View;
use crate::archive::library::use_library;
use crate::host::title::use_title;
use crate::ui::notice::page_notice;
use crate::words::use_words;

/// Says that there is no such page, and where to go on.
#[hook]
pub(crate) fn use_unknown_page() -> Html {
    let words = use_words();
    let library = use_library();
    use_title(words.no_such_page(), &library.manifest.site.title);
    let all = place_link(&Place::list(View::default()), "button", words.see_all_articles().into());
    page_notice(words.no_such_page(), String::new(), all)
}
