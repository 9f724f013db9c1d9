//! All that a device remembers of an archive, as one document: the same in storage, where each part is
//! a document by itself, and in the file that a reader takes to another device.

use bundle::json::{self, JsonError, read_fields};
use serde::Serialize;

use crate::device::article::Article;
use crate::device::item::{self, Item};
use crate::device::marks::Marks;
use crate::device::position::Position;
use crate::device::search::Search;
use crate::device::visit::Visit;
use crate::model::device_file::{Added, Unreadable};

/// The version of the document.
const VERSION: u32 = 1;

/// What is remembered. What is empty is left out of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Kept {
    /// Shows also that it is such a document.
    #[serde(rename = "reading-room")]
    version: u32,
    /// The bookmarks, newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) bookmarks: Vec<Article>,
    /// The articles that were read, the last one first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) history: Vec<Article>,
    /// All articles that were ever read.
    #[serde(skip_serializing_if = "Marks::is_empty")]
    pub(crate) read: Marks,
    /// Where long articles were left, the last one first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) positions: Vec<Position>,
    /// The searches that were saved, newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) searches: Vec<Search>,
    /// The last searches, newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) recent: Vec<Search>,
    /// The visit now, or the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) visit: Option<Visit>,
}

read_fields!(Kept {
    version: "reading-room",
    bookmarks: "bookmarks" or default,
    history: "history" or default,
    read: "read" or default,
    positions: "positions" or default,
    searches: "searches" or default,
    recent: "recent" or default,
    visit: "visit" or default,
});

/// A part, stored by itself, so that little is written at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Bookmarks,
    History,
    Read,
    Positions,
    Searches,
    Recent,
    Visit,
}

/// How many there may be.
pub(crate) struct Most;

impl Most {
    /// Articles that were read lately.
    pub(crate) const HISTORY: usize = 500;
    /// Articles that were left in the middle.
    pub(crate) const POSITIONS: usize = 200;
    /// Searches.
    pub(crate) const RECENT: usize = 10;
    /// What a reader saved is never dropped.
    pub(crate) const SAVED: usize = usize::MAX;
}

impl Part {
    /// All of them.
    pub(crate) const ALL: [Part; 7] = [
        Part::Bookmarks,
        Part::History,
        Part::Read,
        Part::Positions,
        Part::Searches,
        Part::Recent,
        Part::Visit,
    ];

    /// What it is stored as.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Part::Bookmarks => "bookmarks",
            Part::History => "history",
            Part::Read => "read",
            Part::Positions => "positions",
            Part::Searches => "searches",
            Part::Recent => "recent",
            Part::Visit => "visit",
        }
    }
}

/// What is read of a document of any version.
struct Version {
    version: u32,
}
read_fields!(Version { version: "reading-room" });

impl Default for Kept {
    fn default() -> Self {
        Kept {
            version: VERSION,
            bookmarks: Vec::new(),
            history: Vec::new(),
            read: Marks::default(),
            positions: Vec::new(),
            searches: Vec::new(),
            recent: Vec::new(),
            visit: None,
        }
    }
}

impl Kept {
    /// Reads a document, its version first, so that another version is never taken for damage.
    pub(crate) fn parse(json: &str) -> Result<Kept, Unreadable> {
        let unreadable = |error: JsonError| Unreadable::Other(error.to_string());
        let Version { version } = json::from_slice(json.as_bytes()).map_err(unreadable)?;
        if version != VERSION {
            return Err(Unreadable::Version(version));
        }
        json::from_slice(json.as_bytes()).map_err(unreadable)
    }

    /// The document.
    pub(crate) fn json(&self) -> String {
        // Fails only for maps whose keys are no text.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A part of it.
    pub(crate) fn only(&self, part: Part) -> Kept {
        let mut only = Kept::default();
        only.take_over(part, self);
        only
    }

    /// Makes a part the same as in another document.
    pub(crate) fn take_over(&mut self, part: Part, other: &Kept) {
        match part {
            Part::Bookmarks => self.bookmarks.clone_from(&other.bookmarks),
            Part::History => self.history.clone_from(&other.history),
            Part::Read => self.read.clone_from(&other.read),
            Part::Positions => self.positions.clone_from(&other.positions),
            Part::Searches => self.searches.clone_from(&other.searches),
            Part::Recent => self.recent.clone_from(&other.recent),
            Part::Visit => self.visit.clone_from(&other.visit),
        }
    }

    /// Adds what another document has and this one lacks; what both have stays as it was kept last.
    pub(crate) fn merge(&mut self, other: Kept) -> Added {
        let bookmarks = add_all(&mut self.bookmarks, other.bookmarks, Most::SAVED);
        let searches = add_all(&mut self.searches, other.searches, Most::SAVED);
        add_all(&mut self.history, other.history, Most::HISTORY);
        add_all(&mut self.recent, other.recent, Most::RECENT);
        for position in other.positions {
            if self.position(position.article).is_none() {
                self.positions.push(position);
            }
        }
        self.positions.truncate(Most::POSITIONS);
        let read = self.read.add_older(&other.read);
        Added { bookmarks, read, searches }
    }
}

fn add_all<T: Item>(list: &mut Vec<T>, others: Vec<T>, limit: usize) -> usize {
    others.into_iter().map(|other| usize::from(item::add(list, other, limit))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device::marks::Mark;
    use crate::device::visit::Snapshot;

    fn article(key: &str, at: u64) -> Article {
        Article {
            date: "2023-11-10T13:19:11Z".into(),
            key: key.into(),
            title: key.into(),
            at,
            ..Article::default()
        }
    }

    fn search(parameters: &str, name: &str, at: u64) -> Search {
        Search { name: name.into(), parameters: parameters.into(), at }
    }

    fn full() -> Kept {
        let mark = Mark::of("2023-11-10", "a").unwrap();
        let mut kept = Kept {
            bookmarks: vec![article("b", 2), article("a", 1)],
            history: vec![article("a", 3)],
            positions: vec![Position { article: mark, block: 7, within: 250, percent: 42 }],
            searches: vec![search("q=%E8%8C%B6", "Tea", 4)],
            recent: vec![search("q=ink", "", 5)],
            visit: Some(Visit::first(Snapshot { newest: "2023-11-10".into(), articles: 9, at: 6 })),
            ..Kept::default()
        };
        kept.read.add(mark);
        kept
    }

    #[test]
    fn documents_come_back() {
        let check = |kept: &Kept, json: &str| {
            assert_eq!(kept.json(), json);
            assert_eq!(Kept::parse(json).as_ref(), Ok(kept));
        };
        check(&Kept::default(), r#"{"reading-room":1}"#);
        check(
            &full().only(Part::Searches),
            r#"{"reading-room":1,"searches":[{"name":"Tea","parameters":"q=%E8%8C%B6","at":4}]}"#,
        );
        assert_eq!(Kept::parse(&full().json()), Ok(full()));
    }

    #[test]
    fn parts_make_a_whole() {
        let mut kept = Kept::default();
        Part::ALL.into_iter().for_each(|part| kept.take_over(part, &full().only(part)));
        assert_eq!(kept, full());
    }

    #[test]
    fn what_is_no_such_document_is_refused() {
        let is_other = |json: &str| matches!(Kept::parse(json), Err(Unreadable::Other(_)));
        assert!(is_other(""));
        assert!(is_other("[]"));
        assert!(is_other(r#"{"bookmarks":[]}"#));
        assert!(is_other(r#"{"reading-room":1,"bookmarks":"none"}"#));
        assert!(is_other(&full().json()[..100]));
        let later = r#"{"reading-room":2,"bookmarks":"elsewhere"}"#;
        assert_eq!(Kept::parse(later), Err(Unreadable::Version(2)));
    }

    #[test]
    fn what_is_merged_adds_and_takes_nothing_away() {
        let mut here = Kept {
            bookmarks: vec![article("c", 9), article("a", 5)],
            searches: vec![search("q=%E8%8C%B6", "茶", 8)],
            ..Kept::default()
        };
        assert_eq!(here.merge(full()), Added { bookmarks: 1, read: 1, searches: 0 });
        assert_eq!(here.bookmarks, [article("c", 9), article("a", 5), article("b", 2)]);
        assert_eq!(here.searches[0].name, "茶");
        assert_eq!((here.history.len(), here.positions.len(), here.recent.len()), (1, 1, 1));
        assert_eq!(here.clone().merge(full()), Added::default());
    }
}
