//! What the archive was at the last visit, to know what is new since.

use bundle::json::read_fields;
use bundle::moment::Moment;
use serde::Serialize;

/// What a reader was shown of the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Snapshot {
    /// The date of its newest article.
    pub(crate) newest: String,
    /// How many articles it had.
    pub(crate) articles: u32,
    /// When it was shown, in milliseconds since 1970.
    pub(crate) at: u64,
}

read_fields!(Snapshot { newest: "newest", articles: "articles", at: "at" });

/// A visit. The next begins when the reader was away for long enough.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Visit {
    /// What the visit before ended with.
    pub(crate) before: Option<Snapshot>,
    /// What was shown last.
    pub(crate) shown: Snapshot,
    /// When the reader was last here, in milliseconds since 1970.
    pub(crate) here: u64,
}

read_fields!(Visit { before: "before" or default, shown: "shown", here: "here" });

/// A reader who was away for so long, in milliseconds, comes for another visit.
const AWAY: u64 = 30 * 60 * 1000;

impl Snapshot {
    /// Whether an article came to the archive after this.
    pub(crate) fn is_older_than(&self, date: &str) -> bool {
        let seconds = |date: &str| Moment::parse(date).map(Moment::utc_seconds);
        seconds(date) > seconds(&self.newest)
    }

    /// How many articles have been added since.
    pub(crate) fn added(&self, articles: u32) -> u32 {
        articles.saturating_sub(self.articles)
    }
}

impl Visit {
    /// The first visit.
    pub(crate) fn first(shown: Snapshot) -> Visit {
        Visit { before: None, here: shown.at, shown }
    }

    /// The reader comes back: to the same visit, or for the next.
    pub(crate) fn come(&mut self, now: u64) {
        if now.saturating_sub(self.here) > AWAY {
            self.before = Some(self.shown.clone());
        }
        self.here = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: u64 = 60 * 1000;

    fn shown(articles: u32, at: u64) -> Snapshot {
        Snapshot { newest: "2023-11-10T21:00:00+08:00".into(), articles, at }
    }

    #[test]
    fn a_visit_ends_after_half_an_hour_away() {
        let check = |away: u64, is_next: bool| {
            let mut visit = Visit::first(shown(10, 0));
            visit.shown = shown(12, 5 * MINUTE);
            visit.here = 5 * MINUTE;
            visit.come(5 * MINUTE + away);
            assert_eq!(visit.before, is_next.then(|| shown(12, 5 * MINUTE)), "{away}");
            assert_eq!(visit.here, 5 * MINUTE + away);
        };
        check(0, false);
        check(30 * MINUTE, false);
        check(30 * MINUTE + 1, true);
    }

    #[test]
    fn new_is_what_came_later_anywhere() {
        let check = |date: &str, is_new: bool| {
            assert_eq!(shown(10, 0).is_older_than(date), is_new, "{date}");
        };
        check("2023-11-10T21:00:00+08:00", false);
        check("2023-11-10T13:00:00Z", false);
        check("2023-11-10T13:00:01Z", true);
        check("2023-11-11", true);
        check("2023-11-10", false);
        check("nonsense", false);
    }

    #[test]
    fn an_archive_that_has_become_smaller_has_nothing_new() {
        assert_eq!((shown(10, 0).added(12), shown(10, 0).added(9)), (2, 0));
    }
}
