//! The columns about bodies: how long they are, which are the same, and in which file each is.
//!
//! In archives that robots fill, thousands of articles have the body of another of the same author. So each
//! number is stored as what differs from an article before.

use std::collections::BTreeMap;

use super::{Columns, FormatError, Numbers, zigzag};

/// A body is in the file where it is expected: where that of the first article with the same shared body is,
/// or else in the last file so far.
const EXPECTED: u32 = 0;
/// It is the first in the next file.
const NEXT: u32 = 1;
/// From this number on: twice how many files before the last one so far it is; plus 1, twice how many
/// after the next one.
const ELSEWHERE: u32 = 2;

impl Columns {
    /// These columns, whose profiles are set, with what there is to know of the bodies: for each article
    /// its [`length_class`](super::length_class), the number of its body among the bodies that several
    /// articles share, from 1, or 0 if it shares none, and the number of the file that has it.
    #[must_use]
    pub fn with_bodies(mut self, lengths: &[u32], shared_bodies: &[u32], files: &[u32]) -> Columns {
        let profile_of = self.profile_of.decode().unwrap_or_default();
        let mut last_of: BTreeMap<u32, u32> = BTreeMap::new();
        for (&profile, &shared) in profile_of.iter().zip(shared_bodies) {
            let last = last_of.insert(profile, shared).unwrap_or_default();
            self.shared_bodies.push(if last == shared { 0 } else { shared + 1 });
        }
        let mut length_of = BTreeMap::new();
        for (&length, &shared) in lengths.iter().zip(shared_bodies) {
            match length_of.insert(shared, length).filter(|_| shared > 0) {
                Some(last) => self.length_steps.push(zigzag::encode(i64::from(length) - i64::from(last))),
                None => self.lengths.push(length),
            }
        }
        self.files = encode_files(files, shared_bodies);
        self
    }

    /// For each article, the number of its body among those that several articles share, from 1; 0 if no
    /// other article of the segment has the same. The postings of a shared body are those of the first
    /// article that has it.
    ///
    /// # Errors
    ///
    /// [`FormatError::Damaged`] if the columns cannot be decoded.
    pub fn shared_bodies(&self) -> Result<Vec<u32>, FormatError> {
        let mut last_of: BTreeMap<u32, u32> = BTreeMap::new();
        let codes = self.shared_bodies.decode()?;
        let decode = |(profile, code): (u32, u32)| {
            let last = last_of.entry(profile).or_default();
            *last = code.checked_sub(1).unwrap_or(*last);
            *last
        };
        Ok(self.profile_of.decode()?.into_iter().zip(codes).map(decode).collect())
    }

    /// For each article, the [`length_class`](super::length_class) of its tokens.
    ///
    /// # Errors
    ///
    /// [`FormatError::Damaged`] if the columns cannot be decoded.
    pub fn lengths(&self) -> Result<Vec<u32>, FormatError> {
        let (mut lengths, mut steps) = (self.lengths.reader(), self.length_steps.reader());
        let mut length_of: BTreeMap<u32, u32> = BTreeMap::new();
        let decode = |shared: u32| {
            let length = match length_of.get(&shared).filter(|_| shared > 0) {
                Some(&last) => last.saturating_add_signed(zigzag::decode(steps.read()?)),
                None => lengths.read()?,
            };
            length_of.insert(shared, length);
            Ok(length)
        };
        self.shared_bodies()?.into_iter().map(decode).collect()
    }

    /// The number of the file of each article's body.
    ///
    /// # Errors
    ///
    /// [`FormatError::Damaged`] if the columns cannot be decoded.
    pub fn body_files(&self) -> Result<Vec<u32>, FormatError> {
        let shared_bodies = self.shared_bodies()?;
        let mut first_with = BTreeMap::new();
        let mut next = 0u32;
        let mut files = Vec::with_capacity(shared_bodies.len());
        for (code, shared) in self.files.decode()?.into_iter().zip(shared_bodies) {
            let last = next.saturating_sub(1);
            let elsewhere = code.saturating_sub(ELSEWHERE);
            let file = match code {
                EXPECTED => first_with.get(&shared).copied().unwrap_or(last),
                NEXT => next,
                _ if elsewhere % 2 == 1 => next.saturating_add(elsewhere / 2),
                _ => last.saturating_sub(elsewhere / 2),
            };
            next = next.max(file.saturating_add(1));
            if shared > 0 {
                first_with.entry(shared).or_insert(file);
            }
            files.push(file);
        }
        Ok(files)
    }
}

/// Bodies stand in the order of their articles, so it is the file of the article before or the next one as
/// a rule; where a body is stored once for several articles, it is that of the first of these.
fn encode_files(files: &[u32], shared_bodies: &[u32]) -> Numbers {
    let mut first_with = BTreeMap::new();
    // How many files there are so far: the number of the next one.
    let mut next = 0;
    let encode = |(&file, &shared): (&u32, &u32)| {
        let last = u32::saturating_sub(next, 1);
        let expected = first_with.get(&shared).copied().unwrap_or(last);
        if shared > 0 {
            first_with.entry(shared).or_insert(file);
        }
        let code = if file == next {
            NEXT
        } else if file > next {
            ELSEWHERE + 1 + 2 * (file - next)
        } else if file == expected {
            EXPECTED
        } else {
            ELSEWHERE + 2 * (last - file)
        };
        next = next.max(file + 1);
        code
    };
    files.iter().zip(shared_bodies).map(encode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn what_is_known_of_bodies_comes_back(
            articles in proptest::collection::vec((0u32..3, 0u32..40, 0u32..4, 0u32..6), 0..60)
        ) {
            let column = |of: fn(&(u32, u32, u32, u32)) -> u32| articles.iter().map(of).collect::<Vec<_>>();
            let (lengths, shared, files) = (column(|a| a.1), column(|a| a.2), column(|a| a.3));
            let columns = Columns { profile_of: column(|a| a.0).into_iter().collect(), ..Columns::default() };
            let columns = columns.with_bodies(&lengths, &shared, &files);
            proptest::prop_assert_eq!(columns.lengths(), Ok(lengths));
            proptest::prop_assert_eq!(columns.shared_bodies(), Ok(shared));
            proptest::prop_assert_eq!(columns.body_files(), Ok(files));
        }
    }

    #[test]
    fn files_are_small_numbers() {
        let files = [0, 0, 1, 0, 1, 2, 0, 5, 1];
        let codes = encode_files(&files, &[1, 0, 2, 1, 0, 0, 0, 0, 2]);
        assert_eq!(codes.decode().unwrap(), [1, 0, 1, 0, 0, 1, 6, 7, 0]);
    }

    #[test]
    fn numbers_that_make_no_sense_are_some_file() {
        let columns = Columns {
            profile_of: [0, 0, 0, 0].into_iter().collect(),
            shared_bodies: [4, 0, 0, 0].into_iter().collect(),
            files: [2, 900, 0, 2].into_iter().collect(),
            ..Columns::default()
        };
        assert_eq!(columns.body_files().unwrap(), [0; 4]);
    }

    #[test]
    fn lengths_that_are_missing_are_damage() {
        let columns = Columns {
            profile_of: [0].into_iter().collect(),
            shared_bodies: [0].into_iter().collect(),
            ..Columns::default()
        };
        assert!(columns.lengths().is_err());
    }
}
