//! Which articles were read, in few bytes each.

use bundle::date::Day;
use bundle::json::{Json, JsonError, ReadJson};
use serde::Serialize;

/// An article, as a number: its day, and its key among those of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Mark(u64);

/// Articles in the order in which they were read, the last one last. Stored as hexadecimal numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(into = "String")]
pub(crate) struct Marks(Vec<Mark>);

/// Letters and digits that keys are made of.
const DIGITS: u32 = 36;
/// Room that the key takes in the number: six digits.
const KEY_BITS: u32 = 32;

impl Mark {
    /// The mark of an article; `None` where a bundle has made its key of something else.
    pub(crate) fn of(day: &str, key: &str) -> Option<Mark> {
        let key = u32::from_str_radix(key, DIGITS).ok()?;
        Some(Mark(u64::from(Day::parse(day)?.0.cast_unsigned()) << KEY_BITS | u64::from(key)))
    }
}

impl Marks {
    /// More than anyone reads in years, and few enough to be kept.
    const MOST: usize = 20_000;

    /// Whether an article is among them.
    pub(crate) fn has(&self, mark: Mark) -> bool {
        self.0.contains(&mark)
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Notes an article as the one read last.
    pub(crate) fn add(&mut self, mark: Mark) {
        self.remove(mark);
        self.0.push(mark);
        let excess = self.0.len().saturating_sub(Marks::MOST);
        self.0.drain(..excess);
    }

    /// Adds the marks of others that are not among these, as older than these. How many were added.
    pub(crate) fn add_older(&mut self, others: &Marks) -> usize {
        let mut all: Vec<Mark> = others.0.iter().copied().filter(|&mark| !self.has(mark)).collect();
        let added = all.len();
        all.append(&mut self.0);
        let excess = all.len().saturating_sub(Marks::MOST);
        self.0 = all.split_off(excess);
        added.saturating_sub(excess)
    }

    /// Takes an article out. Whether it was there.
    pub(crate) fn remove(&mut self, mark: Mark) -> bool {
        let place = self.0.iter().position(|&other| other == mark);
        place.map(|place| self.0.remove(place)).is_some()
    }
}

impl From<String> for Marks {
    /// What is not a mark is left out.
    fn from(text: String) -> Marks {
        let mark = |mark| u64::from_str_radix(mark, 16).ok().map(Mark);
        Marks(text.split(' ').filter_map(mark).collect())
    }
}

impl ReadJson for Mark {
    fn read(json: Json<'_>) -> Result<Self, JsonError> {
        u64::read(json).map(Mark)
    }
}

impl ReadJson for Marks {
    fn read(json: Json<'_>) -> Result<Self, JsonError> {
        String::read(json).map(Marks::from)
    }
}

impl From<Marks> for String {
    fn from(marks: Marks) -> String {
        marks.0.iter().map(|mark| format!("{:x}", mark.0)).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(keys: &str) -> Marks {
        let mut marks = Marks::default();
        keys.split(' ').filter_map(|key| Mark::of("2023-11-10", key)).for_each(|mark| marks.add(mark));
        marks
    }

    #[test]
    fn articles_are_told_apart() {
        let check = |one: (&str, &str), other: (&str, &str), are_same: bool| {
            assert!(Mark::of(one.0, one.1).is_some(), "{one:?}");
            assert_eq!(Mark::of(one.0, one.1) == Mark::of(other.0, other.1), are_same, "{one:?} {other:?}");
        };
        check(("2023-11-10", "k3j2m"), ("2023-11-10", "k3j2m"), true);
        check(("2023-11-10", "k3j2m"), ("2023-11-11", "k3j2m"), false);
        check(("2023-11-10", "k3j2m"), ("2023-11-10", "k3j2n"), false);
        check(("1899-01-02", "zzzzz"), ("1899-01-03", "zzzzz"), false);
        assert_eq!(Mark::of("2023-11-10", "潮"), None);
        assert_eq!(Mark::of("someday", "k3j2m"), None);
    }

    #[test]
    fn marks_survive_being_stored() {
        let check = |text: &str, expected: &str| {
            assert_eq!(String::from(Marks::from(text.to_owned())), expected, "{text:?}");
        };
        check("", "");
        check("4ccd01234567 1", "4ccd01234567 1");
        check("4ccd01234567 damaged  1", "4ccd01234567 1");
    }

    #[test]
    fn old_marks_fall_out_first() {
        let mut marks = Marks::default();
        let mark = |number: usize| Mark(number as u64);
        (0..Marks::MOST + 3).for_each(|number| marks.add(mark(number)));
        assert_eq!(marks.0.len(), Marks::MOST);
        assert!(!marks.has(mark(2)) && marks.has(mark(3)));
        marks.add(mark(3));
        marks.add(mark(Marks::MOST + 3));
        assert!(marks.has(mark(3)) && !marks.has(mark(4)));
    }

    #[test]
    fn marks_of_elsewhere_are_older() {
        let mut here = marks("a b");
        assert_eq!(here.add_older(&marks("b c d")), 2);
        assert_eq!(here, marks("c d a b"));
    }
}
