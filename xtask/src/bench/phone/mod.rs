//! What a reader with a slow phone waits for, beside Pagefind's API on the same phone, and how Lighthouse
//! grades the site.
//!
//! `host` serves the site and Pagefind's index as GitHub Pages would. `query-bench phone` in benches/queries
//! is the phone; `lighthouse` calls Lighthouse.

mod host;
mod lighthouse;
mod visits;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

use super::archives::Archive;
use super::contender::{self, BuildIndex, Pagefind};
use super::footprint::Footprint;
use super::pages;
use super::queries::{OnHost, QueryBench};
use super::sample::Measure;
use crate::project::Project;
use host::Host;
pub(super) use lighthouse::Grades;
use lighthouse::Lighthouse;
pub(super) use visits::Waits;

/// What is measured of each archive, and how often.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    /// How often each address is opened.
    pub(super) visits: usize,
    /// How often Lighthouse grades.
    pub(super) grades: usize,
    /// Whether each visit's requests are printed.
    pub(super) waterfall: bool,
}

/// What it is measured with.
pub(super) struct PhoneBench<'a> {
    project: &'a Project,
    ours: BuildIndex,
    pagefind: Option<Pagefind>,
    query_bench: QueryBench,
    lighthouse: Option<Lighthouse>,
    plan: Plan,
}

/// What was measured of one archive.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct PhoneResults {
    pub(super) name: String,
    /// `None` where it was not wanted.
    pub(super) waits: Option<Waits>,
    /// `None` where it was not wanted.
    pub(super) lighthouse: Option<Grades>,
}

impl<'a> PhoneBench<'a> {
    /// Builds and installs what is needed.
    pub(super) fn ready(project: &'a Project, pagefind: Option<Pagefind>, plan: Plan) -> Result<Self> {
        let query_bench = QueryBench::ready(project)?;
        let lighthouse = match plan.grades {
            0 => None,
            _ => Some(Lighthouse::ready(project, query_bench.browser())?),
        };
        Ok(Self { project, ours: BuildIndex::ready(project)?, pagefind, query_bench, lighthouse, plan })
    }

    /// Builds the site of an archive and what Pagefind makes of it, and opens both.
    pub(super) fn measure(&self, archive: &Archive, workshop: &Path) -> Result<PhoneResults> {
        let name = &archive.name;
        let site = workshop.join("site");
        eprintln!("{name}: its site, which is not measured");
        self.ours.site_of(&archive.path, self.query_bench.viewer(), &site).build()?;
        let asks_pagefind = self.plan.visits > 0 && self.index(name, &site, workshop)?;
        let host = Host::start(workshop, &workshop.join("host"))?;
        let waits = match self.plan.visits {
            0 => None,
            runs => Some(self.query_bench.open(&OnHost {
                site: &site,
                address: &host.address("site/"),
                pagefind: asks_pagefind.then(|| host.address(ASKED)).as_deref(),
                key_hash: &host.key_hash,
                runs,
                waterfall: self.plan.waterfall,
            })?),
        };
        let grade = |lighthouse: &Lighthouse| lighthouse.grade(name, &host, workshop, self.plan.grades);
        let lighthouse = self.lighthouse.as_ref().map(grade).transpose()?;
        Ok(PhoneResults { name: name.clone(), waits, lighthouse })
    }

    /// Has Pagefind index the pages of an archive, unless it did so before with the same ones, which can take
    /// minutes; tells whether it did.
    fn index(&self, name: &str, site: &Path, workshop: &Path) -> Result<bool> {
        let Some(pagefind) = &self.pagefind else { return Ok(false) };
        let (pages, stamp) = (workshop.join("pages"), workshop.join("pagefind.pages"));
        contender::empty(&pages)?;
        pages::write(&site.join("bundle"), &pages)?;
        let of = Footprint::of(&pages)?.fingerprint().to_string();
        if !fs::read_to_string(&stamp).is_ok_and(|before| before == of) {
            eprintln!("{name}: Pagefind's index, which is not measured");
            let _ = fs::remove_file(&stamp);
            pagefind.of(&pages, &workshop.join("pagefind")).build()?;
            fs::write(&stamp, of).with_context(|| format!("writing {}", stamp.display()))?;
        }
        let page = self.project.path(ASKS);
        fs::copy(&page, workshop.join(ASKED)).with_context(|| format!("copying {}", page.display()))?;
        Ok(true)
    }
}

/// The page that asks Pagefind, and its name on the host.
const ASKS: &str = "benches/queries/src/phone/pagefind.html";
const ASKED: &str = "pagefind.html";

impl PhoneResults {
    /// What was measured, under names of its own.
    pub(super) fn measures(&self) -> Vec<Measure<'_>> {
        let waits = self.waits.iter().flat_map(|waits| waits.measures(&self.name));
        waits.chain(self.lighthouse.iter().flat_map(|grades| grades.measures(&self.name))).collect()
    }

    /// A table of what was waited for, and one of grades.
    pub(super) fn tables(&self) -> String {
        let waits = self.waits.iter().map(|waits| waits.table(&self.name));
        let grades = self.lighthouse.iter().map(|grades| grades.table(&self.name));
        waits.chain(grades).collect::<Vec<_>>().join("\n\n")
    }
}
