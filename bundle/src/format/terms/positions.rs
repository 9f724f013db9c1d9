//! Positions of terms in articles: for phrases, and for the proximity of words.

use serde::Serialize;

use super::ShardPostings;
use crate::format::{BundleFile, FormatError, Numbers, WideNumbers};
use crate::json::read_fields;

/// The positions of the postings of a [`TermShard`](super::TermShard), posting by posting: the first
/// position in each field, then the distance of each further one from the one before (delta encoding).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Positions {
    /// The first position in each title that has any.
    title_starts: Numbers,
    /// The distances of further positions.
    title_steps: Numbers,
    /// The first position in each body that has any.
    body_starts: WideNumbers,
    /// The distances of further positions.
    body_steps: WideNumbers,
}

read_fields!(Positions {
    title_starts: "title_starts",
    title_steps: "title_steps",
    body_starts: "body_starts",
    body_steps: "body_steps",
});

impl BundleFile for Positions {
    const FOLDER: &'static str = "positions";
}

impl Positions {
    /// Appends the positions of a posting, of which `title` are in the title, each as the distance from
    /// the one before it in its field.
    pub(super) fn push(&mut self, title: u32, mut steps: impl Iterator<Item = u32>) {
        let mut in_title = steps.by_ref().take(title as usize);
        in_title.next().into_iter().for_each(|start| self.title_starts.push(start));
        in_title.for_each(|step| self.title_steps.push(step));
        steps.next().into_iter().for_each(|start| self.body_starts.push(start));
        steps.for_each(|step| self.body_steps.push(step));
    }

    /// Decodes the positions of these postings: for each, those in the title, then those in the body.
    ///
    /// # Errors
    ///
    /// [`FormatError::Damaged`] if there are fewer positions than the postings need.
    pub fn read(&self, postings: &ShardPostings) -> Result<Vec<u32>, FormatError> {
        let mut title = FieldPositions::of(self.title_starts.decode()?, self.title_steps.decode()?);
        let mut body = FieldPositions::of(self.body_starts.decode()?, self.body_steps.decode()?);
        let mut positions = Vec::new();
        for posting in postings.with_positions() {
            title.read(posting.title, &mut positions)?;
            body.read(posting.body, &mut positions)?;
        }
        Ok(positions)
    }
}

/// The positions in one field, decoded posting by posting.
struct FieldPositions {
    starts: std::vec::IntoIter<u32>,
    steps: std::vec::IntoIter<u32>,
}

impl FieldPositions {
    fn of(starts: Vec<u32>, steps: Vec<u32>) -> FieldPositions {
        FieldPositions { starts: starts.into_iter(), steps: steps.into_iter() }
    }

    /// Decodes the next `count` positions and appends them to `positions`.
    fn read(&mut self, count: u32, positions: &mut Vec<u32>) -> Result<(), FormatError> {
        let Some(further) = count.checked_sub(1) else { return Ok(()) };
        let missing = || FormatError::damaged("positions are missing");
        let mut position = self.starts.next().ok_or_else(missing)?;
        positions.push(position);
        for _ in 0..further {
            position = position.saturating_add(self.steps.next().ok_or_else(missing)?);
            positions.push(position);
        }
        Ok(())
    }
}
