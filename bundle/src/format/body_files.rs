//! In which file the body of each article is: so that it can be fetched together with what a list shows.
//!
//! Bodies stand in the order of their articles, so it is the file of the article before or the next one as
//! a rule; where a body is stored once for several articles, it is that of the first of these.

use std::collections::BTreeMap;

use super::{Columns, FormatError, Numbers};

/// It is in the last file so far.
const SAME: u32 = 0;
/// It is the first in the next file.
const NEXT: u32 = 1;
/// It is where that of the first article with the same shared body is.
const SHARED: u32 = 2;
/// From this number on: twice how many files before the last one so far it is; plus 1, twice how many
/// after the next one.
const ELSEWHERE: u32 = 3;

impl Columns {
    /// Encodes the number of the file of each article's body, given [`Columns::shared_bodies`].
    pub fn encode_body_files(files: &[u32], shared_bodies: &[u32]) -> Numbers {
        let mut first_with = BTreeMap::new();
        // How many files there are so far: the number of the next one.
        let mut next = 0;
        let encode = |(&file, &shared): (&u32, &u32)| {
            let is_shared = shared > 0 && *first_with.entry(shared).or_insert(file) == file;
            let code = match next {
                after if file + 1 == after => SAME,
                after if file == after => NEXT,
                after if file > after => ELSEWHERE + 1 + 2 * (file - after),
                _ if is_shared => SHARED,
                after => ELSEWHERE + 2 * (after - 1 - file),
            };
            next = next.max(file + 1);
            code
        };
        files.iter().zip(shared_bodies).map(encode).collect()
    }

    /// The number of the file of each article's body.
    ///
    /// # Errors
    ///
    /// [`FormatError::Damaged`] if the columns cannot be decoded.
    pub fn body_files(&self) -> Result<Vec<u32>, FormatError> {
        let shared_bodies = self.shared_bodies.decode()?;
        let mut first_with = BTreeMap::new();
        let mut next = 0u32;
        let mut files = Vec::with_capacity(shared_bodies.len());
        for (code, shared) in self.files.decode()?.into_iter().zip(shared_bodies) {
            let last = next.saturating_sub(1);
            let elsewhere = code.saturating_sub(ELSEWHERE);
            let file = match code {
                SAME => last,
                NEXT => next,
                SHARED => first_with.get(&shared).copied().unwrap_or(last),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_back() {
        let files = [0, 0, 1, 0, 1, 2, 0, 5, 1];
        let shared = [1, 0, 2, 1, 0, 0, 0, 0, 2];
        let columns = Columns {
            shared_bodies: shared.into_iter().collect(),
            files: Columns::encode_body_files(&files, &shared),
            ..Columns::default()
        };
        assert_eq!(columns.files.decode().unwrap(), [1, 0, 1, 2, 0, 1, 7, 8, 2]);
        assert_eq!(columns.body_files().unwrap(), files);
        assert_eq!(Columns::default().body_files(), Ok(Vec::new()));
    }

    #[test]
    fn numbers_that_make_no_sense_are_some_file() {
        let columns = Columns {
            shared_bodies: [3, 3, 3, 3].into_iter().collect(),
            files: [2, 901, 0, 2].into_iter().collect(),
            ..Columns::default()
        };
        assert_eq!(columns.body_files().unwrap(), [0; 4]);
    }
}
