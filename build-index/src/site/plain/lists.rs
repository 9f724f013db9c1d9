//! Plain lists of all articles: of each month, and of each category, author and source that several have.
//!
//! A long list has several pages. They are numbered from the oldest and, once full, never change by what
//! comes later; the newest articles are on the page of the list itself.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use bundle::site::of_host;
use rustc_hash::FxHashMap;

use crate::address::{encoded, on_the_web};
use crate::articles::Articles;
use crate::names::path_name;
use crate::site::files::PAGE;
use crate::site::plain::paths::LISTS;

/// Rows of a full page.
const ROWS: usize = 50;
/// Rows that the page of the newest articles has at least, where there are so many.
const NEWEST: usize = 10;
/// Articles from which on a value has a list.
const SEVERAL: usize = 2;
/// The most lists of one kind.
const MOST: usize = 2_000;

/// What the articles of a list have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Month,
    Category,
    Author,
    Site,
}

impl Kind {
    /// The kinds of lists by a value.
    pub(super) const OF_VALUES: [Kind; 3] = [Kind::Category, Kind::Author, Kind::Site];

    /// The name in addresses and in texts.
    pub(super) fn name(self) -> &'static str {
        match self {
            Kind::Month => "month",
            Kind::Category => "category",
            Kind::Author => "author",
            Kind::Site => "site",
        }
    }
}

/// A list of articles.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct List {
    pub(super) kind: Kind,
    /// The month, `2023-11`, or the value.
    pub(super) name: String,
    /// The places of its articles, newest first.
    articles: Vec<u32>,
}

/// A page of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Newest,
    /// A full one, numbered from the oldest, which is 1.
    Full(usize),
}

/// All lists.
#[derive(Debug, Default)]
pub(super) struct Lists {
    lists: Vec<List>,
    /// The lists of values. It is only looked into, so that its order does not matter.
    places: FxHashMap<(&'static str, String), usize>,
    /// Kinds of which some values have no list.
    cut: BTreeSet<Kind>,
}

impl Lists {
    /// The lists of some articles: months from the newest on, then values by their names.
    pub(super) fn of(articles: &Articles) -> Lists {
        let mut found: BTreeMap<(Kind, String), Vec<u32>> = BTreeMap::new();
        for (place, card) in (0..).zip(articles.cards()) {
            let month = card.day().get(..7).unwrap_or_default();
            let site = on_the_web(&card.url);
            let site = site.as_ref().and_then(|url| url.host_str()).map_or("", of_host);
            let categories = card.categories.iter().map(|category| (Kind::Category, category.as_str()));
            let values = [(Kind::Month, month), (Kind::Author, card.author.as_str()), (Kind::Site, site)];
            for (kind, value) in values.into_iter().chain(categories).filter(|(_, value)| !value.is_empty()) {
                let list = found.entry((kind, value.to_owned())).or_default();
                // A category that an article has twice lists it once.
                if list.last() != Some(&place) {
                    list.push(place);
                }
            }
        }
        let lists = found.into_iter().map(|((kind, name), articles)| List { kind, name, articles });
        Lists::chosen(lists.collect())
    }

    fn chosen(all: Vec<List>) -> Lists {
        let (mut lists, values): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|list| list.kind == Kind::Month);
        lists.reverse();
        let least = Kind::OF_VALUES.map(|kind| (kind, least_articles(&values, kind)));
        let is_chosen =
            |list: &List| least.iter().any(|(kind, least)| *kind == list.kind && list.len() >= *least);
        let (chosen, others): (Vec<_>, Vec<_>) = values.into_iter().partition(is_chosen);
        lists.extend(chosen);
        let cut = others.iter().map(|list| list.kind).collect();
        let places = lists.iter().enumerate();
        let places = places.map(|(place, list)| ((list.kind.name(), list.name.clone()), place)).collect();
        Lists { lists, places, cut }
    }

    /// All of them.
    pub(super) fn all(&self) -> &[List] {
        &self.lists
    }

    /// Those of a kind.
    pub(super) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &List> {
        self.lists.iter().filter(move |list| list.kind == kind)
    }

    /// Whether only the values of a kind with the most articles have a list.
    pub(super) fn is_cut(&self, kind: Kind) -> bool {
        self.cut.contains(&kind)
    }

    /// Where the list of a value is, from the root of the site, if it has one.
    pub(super) fn of_value(&self, kind: &'static str, value: &str) -> Option<String> {
        let place = *self.places.get(&(kind, value.to_owned()))?;
        Some(self.lists[place].address(Part::Newest))
    }
}

/// The articles that a value of a kind must have for a list.
fn least_articles(lists: &[List], kind: Kind) -> usize {
    let mut sizes: Vec<_> =
        lists.iter().filter(|list| list.kind == kind).map(|list| list.articles.len()).collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    sizes.get(MOST).map_or(SEVERAL, |size| (size + 1).max(SEVERAL))
}

impl List {
    /// How many articles it has.
    pub(super) fn len(&self) -> usize {
        self.articles.len()
    }

    /// How many full pages it has.
    fn full(&self) -> usize {
        self.len().saturating_sub(NEWEST + 1) / ROWS
    }

    /// Its pages.
    pub(super) fn parts(&self) -> impl Iterator<Item = Part> {
        (1..=self.full()).map(Part::Full).chain([Part::Newest])
    }

    /// The places of the articles on a page, newest first.
    pub(super) fn articles(&self, part: Part) -> &[u32] {
        let (len, full) = (self.len(), self.full());
        let range: Range<usize> = match part {
            Part::Newest => 0..len - full * ROWS,
            Part::Full(number) => len - number * ROWS..len - (number - 1) * ROWS,
        };
        &self.articles[range]
    }

    /// The pages where the list goes on: to the present, and to the past.
    pub(super) fn around(&self, part: Part) -> (Option<Part>, Option<Part>) {
        let full = self.full();
        let older = |number: usize| (number > 0).then_some(Part::Full(number));
        match part {
            Part::Newest => (None, older(full)),
            Part::Full(number) if number == full => (Some(Part::Newest), older(number - 1)),
            Part::Full(number) => (Some(Part::Full(number + 1)), older(number - 1)),
        }
    }

    /// The folder of a page.
    fn folder(&self, part: Part) -> String {
        let folder = match self.kind {
            Kind::Month => format!("{LISTS}/{}", self.name),
            kind => format!("{LISTS}/{}/{}", kind.name(), path_name(&self.name)),
        };
        match part {
            Part::Newest => folder,
            Part::Full(number) => format!("{folder}/{number}"),
        }
    }

    /// The file of a page.
    pub(super) fn file(&self, part: Part) -> String {
        format!("{}/{PAGE}", self.folder(part))
    }

    /// Where a page is, from the root of the site.
    pub(super) fn address(&self, part: Part) -> String {
        format!("{}/", encoded(&self.folder(part)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(articles: u32) -> List {
        List { kind: Kind::Month, name: "2023-11".to_owned(), articles: (0..articles).collect() }
    }

    #[test]
    fn full_pages_stay_as_they_are() {
        let check = |articles: u32, newest: usize, full: usize| {
            let list = list(articles);
            assert_eq!((list.articles(Part::Newest).len(), list.full()), (newest, full), "{articles}");
            let all: Vec<_> = list.parts().flat_map(|part| list.articles(part).to_vec()).collect();
            assert_eq!(all.len(), articles as usize);
        };
        check(0, 0, 0);
        check(1, 1, 0);
        check(60, 60, 0);
        check(61, 11, 1);
        check(110, 60, 1);
        check(111, 11, 2);
        // Counted from the oldest, which is last.
        assert_eq!(list(111).articles(Part::Full(1))[49], 110);
        assert_eq!(list(61).articles(Part::Full(1))[49], 60);
    }

    #[test]
    fn pages_lead_to_one_another() {
        let list = list(161);
        assert_eq!(list.around(Part::Newest), (None, Some(Part::Full(3))));
        assert_eq!(list.around(Part::Full(3)), (Some(Part::Newest), Some(Part::Full(2))));
        assert_eq!(list.around(Part::Full(1)), (Some(Part::Full(2)), None));
        assert_eq!(list.file(Part::Full(3)), "lists/2023-11/3/index.html");
        assert_eq!(list.address(Part::Newest), "lists/2023-11/");
    }
}
