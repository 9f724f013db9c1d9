//! How a build grows with the archive.

use std::path::Path;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::archives::Archive;
use super::builds::Build;
use super::contender::BuildIndex;
use super::sample::{Measure, Sample, Unit, grouped};
use super::table::markdown;

/// The builds of a generated archive.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Scale {
    pub(super) posts: u64,
    pub(super) build: Build,
}

impl Scale {
    /// Builds a generated archive of so many posts; `workshop` is a folder to do so in.
    pub(super) fn measure(
        ours: &BuildIndex,
        archive: &Archive,
        posts: u64,
        workshop: &Path,
        runs: usize,
    ) -> Result<Self> {
        let contender = ours.of(&archive.path, &workshop.join("bundle"));
        let mut build = Build::default();
        for run in 1..=runs {
            eprintln!("{} posts: build {run} of {runs}", grouped(posts));
            build.run(&contender)?;
        }
        Ok(Self { posts, build })
    }

    /// What was measured, under names of its own.
    pub(super) fn measures(&self) -> Vec<Measure<'_>> {
        self.build.measures(&format!("{} generated posts", grouped(self.posts)))
    }

    fn row(&self) -> [String; 7] {
        let Build { seconds, peak_bytes, bytes, files, .. } = &self.build;
        let a_post = |sample: &Sample, unit: Unit| {
            sample.median().map_or_else(String::new, |median| unit.show(median / self.posts as f64))
        };
        [
            grouped(self.posts),
            seconds.show(Unit::Seconds),
            a_post(seconds, Unit::Seconds),
            peak_bytes.show(Unit::Bytes),
            bytes.show(Unit::Bytes),
            a_post(bytes, Unit::Bytes),
            files.show(Unit::Count),
        ]
    }
}

/// A table of all sizes, and what it is to show.
pub(super) fn table(scales: &[Scale]) -> String {
    let head = ["generated posts", "wall time", "a post", "peak memory", "bytes", "a post", "files"];
    let table = markdown(head, scales.iter().map(Scale::row).collect());
    format!(
        "{table}\n\nGoals: the same time a post at every size; at 1,000,000 posts less than 1 GB of memory."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_has_a_row_with_the_cost_of_a_post() {
        let mut scale = Scale { posts: 10_000, build: Build::default() };
        scale.build.seconds.push(5.0);
        scale.build.peak_bytes.push(200e6);
        scale.build.bytes.push(40e6);
        scale.build.files.push(2_836.0);
        let expected = ["10,000", "5.00 s", "500 µs", "200.0 MB", "40.0 MB", "4.0 KB", "2,836"];
        assert_eq!(scale.row(), expected.map(str::to_owned));
    }
}
