//! Where in the viewer a reader is, and the address that leads there.
//!
//! ```text
//! #/?q=茶                                 the list
//! #/article/2023-11-10/tide-tables?q=茶   an article, opened from that list
//! #/statistics?q=茶&word=纸               numbers of that list, and the course of a word
//! #/device                                what the reader's device remembers
//! ```
//!
//! The path is in the fragment, so that any static host will do, from any folder. Where articles have pages,
//! [`site`](crate::address::site) says what their addresses are. An article keeps the parameters of its list,
//! for the way back, for its neighbours and for its highlights.

use bundle::reading::Address;
use percent_encoding::percent_decode_str;

use crate::address::comparison::Comparison;
use crate::address::view::View;

/// A place in the viewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// What is there.
    pub(crate) route: Route,
    /// The list that is there, or that it was opened from.
    pub(crate) view: View,
}

/// What can be at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Route {
    /// The list of articles.
    List,
    /// An article.
    Article(Address),
    /// Statistics of a list.
    Statistics(Comparison),
    /// What the reader's device remembers.
    Device,
    /// Nothing: a path that means nothing.
    Unknown(String),
}

impl Place {
    /// A list.
    pub(crate) fn list(view: View) -> Place {
        Place { route: Route::List, view }
    }

    /// An article of a list.
    pub(crate) fn article(address: Address, view: View) -> Place {
        Place { route: Route::Article(address), view }
    }

    /// Statistics of a list.
    pub(crate) fn statistics(comparison: Comparison, view: View) -> Place {
        Place { route: Route::Statistics(comparison), view }
    }

    /// What the reader's device remembers.
    pub(crate) fn device() -> Place {
        Place { route: Route::Device, view: View::default() }
    }

    /// The same place of another list.
    pub(crate) fn with_view(&self, view: View) -> Place {
        Place { route: self.route.clone(), view }
    }

    /// The article that a body names, as `2023-11-10/tide-tables`.
    pub(crate) fn of_body(address: &str, view: View) -> Option<Place> {
        let (day, key) = address.split_once('/')?;
        Some(Place::article(Address { day: day.to_owned(), key: key.to_owned() }, view))
    }

    /// Reads the fragment of an address. `None` where it names no place, but an anchor in a text.
    pub(crate) fn parse(fragment: &str) -> Option<Place> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if !fragment.is_empty() && !fragment.starts_with('/') {
            return None;
        }
        let (path, parameters) = fragment.split_once('?').unwrap_or((fragment, ""));
        Some(Place { route: Route::parse(path, parameters), view: View::parse(parameters) })
    }

    /// The fragment that leads here.
    pub(crate) fn fragment(&self) -> String {
        let path = self.route.path();
        let mut parameters = self.view.parameters();
        if let Route::Statistics(comparison) = &self.route {
            let more = comparison.parameters();
            let and = if parameters.is_empty() || more.is_empty() { "" } else { "&" };
            parameters = format!("{parameters}{and}{more}");
        }
        if parameters.is_empty() { format!("#{path}") } else { format!("#{path}?{parameters}") }
    }

    /// The list here, or the one that the article here was opened from.
    pub(crate) fn back_to_list(&self) -> Place {
        Place::list(self.view.clone())
    }
}

impl Route {
    fn parse(path: &str, parameters: &str) -> Route {
        let parts: Vec<_> = path.split('/').skip(1).map(decode).collect();
        match parts.as_slice() {
            [] => Route::List,
            [only] if only.is_empty() => Route::List,
            [only] if only == "device" => Route::Device,
            [kind, day, key] if kind == "article" => {
                Route::Article(Address { day: day.clone(), key: key.clone() })
            }
            [only] if only == "statistics" => Route::Statistics(Comparison::parse(parameters)),
            _ => Route::Unknown(path.to_owned()),
        }
    }

    fn path(&self) -> String {
        match self {
            Route::List => "/".to_owned(),
            Route::Article(address) => address.path(),
            Route::Statistics(_) => "/statistics".to_owned(),
            Route::Device => "/device".to_owned(),
            Route::Unknown(path) => path.clone(),
        }
    }
}

fn decode(part: &str) -> String {
    percent_decode_str(part).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(day: &str, key: &str) -> Route {
        Route::Article(Address { day: day.to_owned(), key: key.to_owned() })
    }

    #[test]
    fn places_have_addresses() {
        let check = |route: Route, parameters: &str, href: &str| {
            let place = Place { route, view: View::parse(parameters) };
            assert_eq!(place.fragment(), href);
            assert_eq!(Place::parse(href), Some(place));
        };
        check(Route::List, "", "#/");
        check(Route::List, "q=tea", "#/?q=tea");
        check(article("2023-11-10", "tide-tables"), "", "#/article/2023-11-10/tide-tables");
        check(article("2023-11-10", "茶/a?b#c"), "q=x", "#/article/2023-11-10/%E8%8C%B6%2Fa%3Fb%23c?q=x");
        check(Route::Device, "", "#/device");
        check(Route::Unknown("/nowhere".into()), "", "#/nowhere");
        let statistics = |parameters| Route::Statistics(Comparison::parse(parameters));
        check(statistics(""), "", "#/statistics");
        check(statistics(""), "q=tea", "#/statistics?q=tea");
        check(statistics("word=a&word=b"), "", "#/statistics?word=a&word=b");
        check(statistics("word=a"), "year=2019", "#/statistics?year=2019&word=a");
    }

    #[test]
    fn addresses_as_people_write_them() {
        let route = |fragment| Place::parse(fragment).map(|place| place.route);
        assert_eq!(route(""), Some(Route::List));
        assert_eq!(route("#"), Some(Route::List));
        assert_eq!(route("#/article/2023-11-10/茶"), Some(article("2023-11-10", "茶")));
        assert_eq!(route("#//x"), Some(Route::Unknown("//x".into())));
        assert_eq!(route("#/article/2023-11-10"), Some(Route::Unknown("/article/2023-11-10".into())));
    }

    #[test]
    fn bodies_name_articles() {
        let href = |address| Place::of_body(address, View::default()).map(|place| place.fragment());
        assert_eq!(href("2023-11-10/k3j2mp").as_deref(), Some("#/article/2023-11-10/k3j2mp"));
        assert_eq!(href("k3j2mp"), None);
    }

    #[test]
    fn an_anchor_is_not_a_place() {
        assert_eq!(Place::parse("#fn1"), None);
    }
}
