//! What the reader's device remembers.

use crate::model::device_file::{Added, Unreadable};
use crate::words::Words;

/// Says how many there are of something.
type Counted = fn(&Words, u32) -> String;

impl Words {
    /// From when on the history can be cleared: an hour ago, today, seven days ago, the beginning.
    pub(crate) fn history_spans(&self) -> [&'static str; 4] {
        [
            self.history_span_hour(),
            self.history_span_today(),
            self.history_span_week(),
            self.history_span_everything(),
        ]
    }

    /// What a file has brought.
    pub(crate) fn imported(&self, added: Added) -> String {
        let parts: [(usize, Counted); 3] = [
            (added.bookmarks, |words, count| words.device_imported_bookmarks(count)),
            (added.searches, |words, count| words.device_imported_searches(count)),
            (added.read, |words, count| words.device_imported_read(count)),
        ];
        let parts = parts.into_iter().filter(|(count, _)| *count > 0);
        let told = self.all_of(parts.map(|(count, counted)| counted(self, count as u32)));
        told.map_or_else(|| self.device_imported_nothing().to_owned(), |what| self.device_imported(&what))
    }

    /// Why nothing was taken from a file.
    pub(crate) fn not_imported(&self, why: &Unreadable) -> String {
        match why {
            Unreadable::Other(cause) => self.device_not_imported(cause),
            Unreadable::Version(version) => self.device_not_imported_version(&version.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use texts::find;

    use super::*;

    #[test]
    fn what_was_added_is_counted() {
        let words = Words::new(find("en").unwrap().built_in());
        let told = |bookmarks, searches, read| words.imported(Added { bookmarks, searches, read });
        assert_eq!(told(2, 1, 0), "Added: 2 bookmarks, 1 saved search.");
        assert_eq!(told(0, 0, 1), "Added: 1 article read.");
        assert_eq!(told(0, 0, 0), "Everything in this file was here already.");
    }
}
