//! What a later build takes, into the folder of an earlier one: with nothing changed, and with a
//! post more.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use bundle_folder::BundleFolder;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::archives::Archive;
use super::contender::{BuildIndex, Contender};
use super::sample::{Measure, Sample, Unit};
use super::table::markdown;
use crate::generate::{Press, Recipe};

/// The number of the first post that is added: one that no generated archive has.
const NEW_POST: u64 = 1 << 32;

/// The later builds of one archive.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Increments {
    pub(super) nothing: Increment,
    pub(super) one_post: Increment,
}

/// What the runs of a later build gave.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Increment {
    pub(super) seconds: Sample,
    pub(super) cpu_seconds: Sample,
    pub(super) peak_bytes: Sample,
    /// Files that were not there before, or had another content.
    pub(super) new_files: Sample,
    pub(super) new_bytes: Sample,
    /// Those of the index among them.
    pub(super) new_index_files: Sample,
    pub(super) removed_files: Sample,
}

impl Increments {
    /// Builds a copy of the archive and then again and again; `workshop` is a folder for both.
    pub(super) fn measure(
        ours: &BuildIndex,
        archive: &Archive,
        workshop: &Path,
        runs: usize,
    ) -> Result<Self> {
        eprintln!("{}: builds with nothing changed, and with a post more", archive.name);
        let (copy, bundle) = (workshop.join("growing"), workshop.join("growing-bundle"));
        archive.copy_to(&copy)?;
        let contender = ours.of(&copy, &bundle);
        contender.build()?;
        let mut increments = Self::default();
        for _ in 0..runs {
            increments.nothing.run(&contender)?;
        }
        let Recipe { seed, length, .. } = Recipe::of(1);
        let press = Press::new(seed, length)?;
        let newest = newest_day(&bundle)?;
        for number in (NEW_POST..).take(runs) {
            add_post(&press, number, newest, &copy)?;
            increments.one_post.run(&contender)?;
        }
        Ok(increments)
    }

    /// A table of both.
    pub(super) fn table(&self, archive: &str) -> String {
        let samples = self.nothing.samples().into_iter().zip(self.one_post.samples());
        let rows = samples.map(|((name, unit, nothing), (_, _, one_post))| {
            [name.to_owned(), nothing.show(unit), one_post.show(unit)]
        });
        markdown([&format!("{archive}, built again"), "nothing changed", "a post more"], rows.collect())
    }

    /// What was measured, under names of its own.
    pub(super) fn measures(&self, archive: &str) -> Vec<Measure<'_>> {
        let parts = [("nothing changed", &self.nothing), ("a post more", &self.one_post)];
        let measures = parts.into_iter().flat_map(|(part, increment)| {
            let named = move |(name, unit, sample)| Measure {
                name: format!("{archive}, {part}: {name}"),
                unit,
                sample: Cow::Borrowed(sample),
            };
            increment.samples().map(named)
        });
        measures.collect()
    }
}

impl Increment {
    fn run(&mut self, contender: &Contender) -> Result<()> {
        let earlier = contender.files()?;
        let taken = contender.build_again()?;
        let files = contender.files()?;
        let new = files.newer_than(&earlier);
        self.seconds.push(taken.seconds);
        self.cpu_seconds.push(taken.cpu_seconds);
        self.peak_bytes.push(taken.peak_bytes as f64);
        self.new_files.push(new.size().files as f64);
        self.new_bytes.push(new.size().bytes as f64);
        self.new_index_files.push(new.size_of(contender.index).files as f64);
        self.removed_files.push(files.gone_since(&earlier).files as f64);
        Ok(())
    }

    fn samples(&self) -> [(&'static str, Unit, &Sample); 7] {
        let Increment {
            seconds,
            cpu_seconds,
            peak_bytes,
            new_files,
            new_bytes,
            new_index_files,
            removed_files,
        } = self;
        [
            ("wall time", Unit::Seconds, seconds),
            ("processor time", Unit::Seconds, cpu_seconds),
            ("peak memory", Unit::Bytes, peak_bytes),
            ("new files", Unit::Count, new_files),
            ("bytes of new files", Unit::Bytes, new_bytes),
            ("new files of the index", Unit::Count, new_index_files),
            ("removed files", Unit::Count, removed_files),
        ]
    }
}

fn newest_day(bundle: &Path) -> Result<Date> {
    let (_, manifest) = BundleFolder::open(bundle)?;
    let days = manifest.segments.iter().map(|segment| &segment.newest);
    let newest = days.max().context("the bundle has no segment")?;
    newest.parse().with_context(|| format!("{newest} is no day"))
}

/// Adds a post of the newest day, as the robots that keep archives do.
fn add_post(press: &Press, number: u64, day: Date, archive: &Path) -> Result<()> {
    let post = press.post(number, day)?;
    let folder = archive.join("archived").join(day.to_string());
    let path = folder.join(post.file_name());
    let write = || {
        fs::create_dir_all(&folder)?;
        fs::write(&path, post.to_string())
    };
    write().with_context(|| format!("writing {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_is_added_to_its_day() {
        let archive = tempfile::tempdir().unwrap();
        let press = Press::new(1, 10).unwrap();
        let day = jiff::civil::date(2024, 2, 29);
        for number in [NEW_POST, NEW_POST + 1] {
            add_post(&press, number, day, archive.path()).unwrap();
        }
        assert_eq!(fs::read_dir(archive.path().join("archived/2024-02-29")).unwrap().count(), 2);
    }

    #[test]
    fn both_are_in_the_table() {
        let mut increments = Increments::default();
        increments.nothing.new_files.push(0.0);
        increments.one_post.new_files.push(1_234.0);
        let table = increments.table("society");
        assert!(table.contains("| new files              |               0 |       1,234 |"), "{table}");
    }
}
