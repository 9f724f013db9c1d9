//! An address at which there is no article.

use bundle::reading::Address;
use yew::prelude::*;

use crate::address::place::Place;
use crate::address::place_link::place_link;
use crate::address::view::View;
use crate::ui::notice::page_notice;
use crate::words::Words;

/// Says that there is no such article, and where to go on.
pub(crate) fn no_such_article(words: &Words, address: &Address) -> Html {
    let search = readable_words(address).map(|typed| {
        let place = Place::list(View::default().with_typed(&typed));
        place_link(&place, "button", words.search_instead(&typed).into())
    });
    let all = place_link(&Place::list(View::default()), "button", words.see_all_articles().into());
    let actions = html! { <>{ search }{ all }</> };
    page_notice(words.no_such_article(), words.no_such_article_why().to_owned(), actions)
}

/// What an address says of the title, for people to read.
fn readable_words(address: &Address) -> Option<String> {
    let (readable, _) = address.key.rsplit_once('-')?;
    let words: Vec<_> = readable.split('-').filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_to_search_for() {
        let check = |key: &str, expected: Option<&str>| {
            let address = Address { day: "2023-11-10".into(), key: key.into() };
            assert_eq!(readable_words(&address).as_deref(), expected, "{key}");
        };
        check("tide-tables-k3j2mp", Some("tide tables"));
        check("潮汐表怎么读-k3j2mp", Some("潮汐表怎么读"));
        check("k3j2mp", None);
        check("-k3j2mp", None);
    }
}
