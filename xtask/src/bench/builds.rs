//! What a build takes and what it leaves: ours beside Pagefind's, of the same archive, in turn.

use std::borrow::Cow;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::contender::{Contender, PAGEFIND};
use super::sample::{Measure, Sample, Unit, grouped, none, show_ratio};
use super::table::markdown;

/// The builds of one archive.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Builds {
    pub(super) ours: Build,
    /// `None` where there was no Pagefind.
    pub(super) pagefind: Option<Build>,
}

/// A contender, and how often it is to build.
pub(super) struct Entrant {
    pub(super) contender: Contender,
    pub(super) runs: usize,
}

/// What the runs of one build gave.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Build {
    pub(super) seconds: Sample,
    pub(super) cpu_seconds: Sample,
    pub(super) peak_bytes: Sample,
    pub(super) bytes: Sample,
    pub(super) index_bytes: Sample,
    pub(super) text_bytes: Sample,
    pub(super) files: Sample,
}

/// The share of Pagefind's that ours is to stay under, by archive and in the order of
/// [`Build::samples`]. Society is plain text, of which both keep the same; of oped2, which is rich
/// HTML, Pagefind keeps the text only.
const GOALS: [(&str, [Option<f64>; 7]); 2] = [
    ("society", [Some(1.0 / 15.0), None, Some(1.0 / 20.0), Some(0.25), Some(0.5), None, Some(0.5)]),
    ("oped2", [Some(1.0 / 15.0), None, Some(1.0 / 20.0), Some(0.6), Some(0.5), None, Some(0.5)]),
];

const PAGEFIND_FAILED: &str = "It needs several GB of memory for a large archive; --pagefind-runs 0 leaves \
     it out. This archive is measured without it.";

impl Builds {
    /// Builds with one and the other in turn, so that the noise of the machine meets both. Without
    /// Pagefind, or once it fails, ours goes on by itself.
    pub(super) fn measure(name: &str, ours: &Entrant, mut pagefind: Option<Entrant>) -> Result<Self> {
        let mut builds = Self::default();
        let turns = ours.runs.max(pagefind.as_ref().map_or(0, |pagefind| pagefind.runs));
        for run in 1..=turns {
            if run <= ours.runs {
                eprintln!("{name}: build {run} of {}", ours.runs);
                builds.ours.run(&ours.contender)?;
            }
            if let Some(theirs) = pagefind.as_ref().filter(|pagefind| run <= pagefind.runs) {
                eprintln!("{name}: Pagefind's build {run} of {}", theirs.runs);
                if let Err(error) = builds.pagefind.get_or_insert_default().run(&theirs.contender) {
                    eprintln!("{error:#}\n  {PAGEFIND_FAILED}");
                    (builds.pagefind, pagefind) = (None, None);
                }
            }
        }
        Ok(builds)
    }

    /// A table of both.
    pub(super) fn table(&self, archive: &str, posts: u64) -> String {
        let goals = GOALS.iter().find(|(name, _)| *name == archive).map_or([None; 7], |(_, goals)| *goals);
        let pagefind = self.pagefind.as_ref().map(Build::samples);
        let ours = self.ours.samples().into_iter().enumerate();
        let rows = ours.map(|(row, (name, unit, ours))| {
            let theirs = pagefind.map(|samples| samples[row].2);
            let ratio = theirs.and_then(|theirs| Some(ours.median()? / theirs.median()?));
            [
                name.to_owned(),
                ours.show(unit),
                theirs.map_or_else(none, |theirs| theirs.show(unit)),
                ratio.map_or_else(none, show_ratio),
                show_goal(goals[row], ratio),
            ]
        });
        let title = format!("{archive}, {} posts", grouped(posts));
        let theirs = format!("Pagefind {PAGEFIND}");
        markdown([&title, "ours", &theirs, "ratio", "goal"], rows.collect())
    }

    /// What was measured, under names of its own.
    pub(super) fn measures(&self, archive: &str) -> Vec<Measure<'_>> {
        let mut measures = self.ours.measures(archive);
        if let Some(pagefind) = &self.pagefind {
            measures.extend(pagefind.measures(&format!("{archive}, Pagefind")));
        }
        measures
    }
}

impl Build {
    /// Builds from nothing once more.
    pub(super) fn run(&mut self, contender: &Contender) -> Result<()> {
        let taken = contender.build()?;
        let files = contender.files()?;
        self.seconds.push(taken.seconds);
        self.cpu_seconds.push(taken.cpu_seconds);
        self.peak_bytes.push(taken.peak_bytes as f64);
        self.bytes.push(files.size().bytes as f64);
        self.index_bytes.push(files.size_of(contender.index).bytes as f64);
        self.text_bytes.push(files.size_of(contender.texts).bytes as f64);
        self.files.push(files.size().files as f64);
        Ok(())
    }

    /// What was measured, under names that begin with `of`.
    pub(super) fn measures(&self, of: &str) -> Vec<Measure<'_>> {
        let named = |(name, unit, sample)| Measure {
            name: format!("{of}: {name}"),
            unit,
            sample: Cow::Borrowed(sample),
        };
        self.samples().map(named).into()
    }

    fn samples(&self) -> [(&'static str, Unit, &Sample); 7] {
        let Build { seconds, cpu_seconds, peak_bytes, bytes, index_bytes, text_bytes, files } = self;
        [
            ("wall time", Unit::Seconds, seconds),
            ("processor time", Unit::Seconds, cpu_seconds),
            ("peak memory", Unit::Bytes, peak_bytes),
            ("bytes", Unit::Bytes, bytes),
            ("bytes of the index", Unit::Bytes, index_bytes),
            ("bytes of texts", Unit::Bytes, text_bytes),
            ("files", Unit::Count, files),
        ]
    }
}

fn show_goal(goal: Option<f64>, ratio: Option<f64>) -> String {
    let Some(goal) = goal else { return String::new() };
    let shown = if goal < 0.2 { format!("1/{:.0}", 1.0 / goal) } else { goal.to_string() };
    match ratio {
        Some(ratio) if ratio <= goal => format!("{shown}, met"),
        Some(_) => format!("{shown}, missed"),
        None => shown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(factor: f64, runs: u32) -> Build {
        let mut build = Build::default();
        for run in 0..runs {
            build.seconds.push((1.0 + f64::from(run)) * factor);
            build.cpu_seconds.push(1.5 * factor);
            build.peak_bytes.push(80e6 * factor);
            build.bytes.push(7.3e6 * factor);
            build.index_bytes.push(4e6 * factor);
            build.text_bytes.push(3e6 * factor);
            build.files.push(2_000.0 * factor);
        }
        build
    }

    #[test]
    fn a_table_has_ratios_and_goals() {
        let builds = Builds { ours: build(1.0, 3), pagefind: Some(build(18.0, 1)) };
        let expected = "\
| society, 15,271 posts |                     ours | Pagefind 1.6.0 |  ratio |         goal |
|-----------------------|--------------------------|----------------|--------|--------------|
| wall time             | 2.00 s (1.00 s – 3.00 s) |        18.00 s |  1/9.0 | 1/15, missed |
| processor time        |                   1.50 s |        27.00 s | 1/18.0 |              |
| peak memory           |                  80.0 MB |        1.44 GB | 1/18.0 | 1/20, missed |
| bytes                 |                   7.3 MB |       131.4 MB | 1/18.0 |    0.25, met |
| bytes of the index    |                   4.0 MB |        72.0 MB | 1/18.0 |     0.5, met |
| bytes of texts        |                   3.0 MB |        54.0 MB | 1/18.0 |              |
| files                 |                    2,000 |         36,000 | 1/18.0 |     0.5, met |";
        assert_eq!(builds.table("society", 15_271), expected);
    }

    #[test]
    fn without_pagefind_there_is_no_ratio() {
        let builds = Builds { ours: build(1.0, 1), pagefind: None };
        let table = builds.table("other", 3);
        assert!(
            table.contains("| files              |   2,000 |              – |     – |      |"),
            "{table}"
        );
        assert_eq!(builds.measures("other").len(), 7);
    }
}
