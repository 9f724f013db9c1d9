//! The results of a run of the bench: kept as JSON, shown as Markdown.

use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

use super::builds::Builds;
use super::increments::Increments;
use super::phone::PhoneResults;
use super::queries::{Queries, RareWords};
use super::sample::Measure;
use super::scaling::{self, Scale};
use super::setting::Setting;

/// The results of a run of the bench.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Results {
    pub(super) setting: Setting,
    pub(super) archives: Vec<ArchiveResults>,
    pub(super) scaling: Vec<Scale>,
    /// `None` where no two archives were compared.
    pub(super) rare_words: Option<RareWords>,
    /// A slow phone's, where it was wanted.
    #[serde(default)]
    pub(super) phone: Vec<PhoneResults>,
}

/// What was measured of one archive: a field a kind of measurement.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ArchiveResults {
    pub(super) name: String,
    pub(super) posts: u64,
    pub(super) builds: Builds,
    pub(super) increments: Increments,
    /// `None` where no browser was to be asked, or none could be.
    pub(super) queries: Option<Queries>,
}

impl Results {
    /// The results that an earlier run has written.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let json = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
        let whose = || format!("{} has no results of this version of the bench", path.display());
        serde_json::from_slice(&json).with_context(whose)
    }

    /// Writes the results for a later run.
    pub(super) fn write(&self, path: &Path) -> Result<()> {
        let json = serde_json::to_vec_pretty(self)?;
        let write = || {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(path, json)
        };
        write().with_context(|| format!("writing {}", path.display()))
    }

    /// Everything that was measured.
    pub(super) fn measures(&self) -> Vec<Measure<'_>> {
        let archives = self.archives.iter().flat_map(ArchiveResults::measures);
        let scaling = self.scaling.iter().flat_map(Scale::measures);
        let rare_words = self.rare_words.iter().flat_map(RareWords::measures);
        let phone = self.phone.iter().flat_map(PhoneResults::measures);
        archives.chain(scaling).chain(rare_words).chain(phone).collect()
    }
}

impl ArchiveResults {
    fn measures(&self) -> Vec<Measure<'_>> {
        let mut measures = self.builds.measures(&self.name);
        measures.extend(self.increments.measures(&self.name));
        measures.extend(self.queries.iter().flat_map(|queries| queries.measures(&self.name)));
        measures
    }
}

impl fmt::Display for Results {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for ArchiveResults { name, posts, builds, increments, queries } in &self.archives {
            writeln!(f, "{}\n\n{}\n", builds.table(name, *posts), increments.table(name))?;
            if let Some(queries) = queries {
                writeln!(f, "{}\n", queries.tables(name))?;
            }
        }
        if !self.scaling.is_empty() {
            writeln!(f, "{}\n", scaling::table(&self.scaling))?;
        }
        if let Some(words) = &self.rare_words {
            writeln!(f, "{}\n", words.table())?;
        }
        for phone in &self.phone {
            writeln!(f, "{}\n", phone.tables())?;
        }
        writeln!(f, "Medians, with the least and the greatest value. {}", self.setting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::builds::Build;
    use crate::bench::phone::{Grades, Waits};

    #[test]
    fn results_come_back_as_they_were() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/results.json");
        let mut results = Results::default();
        results.scaling.push(Scale { posts: 10, build: Build::default() });
        results.scaling[0].build.seconds.push(1.5);
        results.write(&path).unwrap();
        assert_eq!(Results::read(&path).unwrap().to_string(), results.to_string());
    }

    #[test]
    fn every_measure_has_a_name_of_its_own() {
        let archive = |name: &str| ArchiveResults {
            name: name.into(),
            posts: 1,
            builds: Builds { pagefind: Some(Build::default()), ..Builds::default() },
            increments: Increments::default(),
            queries: Some(Queries::default()),
        };
        let phone = |name: &str| PhoneResults {
            name: name.into(),
            waits: Some(Waits::default()),
            lighthouse: Some(Grades::default()),
        };
        let results = Results {
            archives: vec![archive("a"), archive("b")],
            scaling: vec![Scale { posts: 10, build: Build::default() }],
            rare_words: Some(RareWords::default()),
            phone: ["a", "b"].map(phone).into(),
            ..Results::default()
        };
        let names: Vec<_> = results.measures().into_iter().map(|measure| measure.name).collect();
        let distinct: std::collections::BTreeSet<_> = names.iter().collect();
        assert_eq!(distinct.len(), names.len(), "{names:?}");
    }
}
