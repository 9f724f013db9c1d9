//! How Lighthouse grades the home page of a site, as a phone sees it.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::host::Host;
use crate::bench::sample::{Measure, Sample, Unit};
use crate::bench::table::markdown;
use crate::project::Project;
use crate::run::Call;
use crate::tools::chromium::Browser;
use crate::tools::lighthouse::{self, LIGHTHOUSE};

/// Lighthouse and the browser that it starts.
pub(super) struct Lighthouse {
    program: PathBuf,
    browser: PathBuf,
}

/// What it said of a site, a value a run.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::bench) struct Grades {
    /// Of 100.
    performance: Sample,
    first_paint_seconds: Sample,
    largest_paint_seconds: Sample,
    /// How long tasks kept the page from answering.
    blocking_seconds: Sample,
    /// How far things moved.
    shift: Sample,
}

impl Lighthouse {
    /// Finds it, after installing it if need be.
    pub(super) fn ready(project: &Project, browser: &Browser) -> Result<Self> {
        Ok(Self { program: lighthouse::ready(project)?, browser: browser.program.clone() })
    }

    /// Grades the site of a host as often as is wanted, with the mobile preset.
    pub(super) fn grade(&self, name: &str, host: &Host, workshop: &Path, runs: usize) -> Result<Grades> {
        let file = workshop.join("lighthouse.json");
        let mut grades = Grades::default();
        for run in 1..=runs {
            eprintln!("{name}: Lighthouse {run} of {runs}");
            self.run(host, &file)?;
            let reading = || format!("reading {}", file.display());
            let json = fs::read(&file).with_context(reading)?;
            let report: Value = serde_json::from_slice(&json).with_context(reading)?;
            grades.add(&report).with_context(|| format!("{} has no grades", file.display()))?;
        }
        Ok(grades)
    }

    fn run(&self, host: &Host, file: &Path) -> Result<()> {
        let flags =
            format!("--headless --no-sandbox --ignore-certificate-errors-spki-list={}", host.key_hash);
        Call::new("node")
            .env("CHROME_PATH", &self.browser)
            .arg(&self.program)
            .arg(host.address("site/"))
            .args(["--quiet", "--form-factor=mobile", "--only-categories=performance", "--output=json"])
            .arg(format!("--output-path={}", file.display()))
            .arg(format!("--chrome-flags={flags}"))
            .aside()
            .run()
    }
}

impl Grades {
    /// Adds what a report says; `None` if that is no report.
    fn add(&mut self, report: &Value) -> Option<()> {
        let audit = |name: &str| report["audits"][name]["numericValue"].as_f64();
        self.performance.push(report["categories"]["performance"]["score"].as_f64()? * 100.0);
        self.first_paint_seconds.push(audit("first-contentful-paint")? / 1_000.0);
        self.largest_paint_seconds.push(audit("largest-contentful-paint")? / 1_000.0);
        self.blocking_seconds.push(audit("total-blocking-time")? / 1_000.0);
        self.shift.push(audit("cumulative-layout-shift")?);
        Some(())
    }

    fn samples(&self) -> [(&'static str, Unit, &Sample); 5] {
        let Grades { performance, first_paint_seconds, largest_paint_seconds, blocking_seconds, shift } =
            self;
        [
            ("performance, of 100", Unit::Count, performance),
            ("first paint", Unit::Seconds, first_paint_seconds),
            ("largest paint", Unit::Seconds, largest_paint_seconds),
            ("time blocked", Unit::Seconds, blocking_seconds),
            ("layout shift", Unit::Share, shift),
        ]
    }

    /// What was measured, under names of its own.
    pub(super) fn measures(&self, archive: &str) -> Vec<Measure<'_>> {
        let named = |(name, unit, sample)| Measure {
            name: format!("{archive} in Lighthouse: {name}"),
            unit,
            sample: Cow::Borrowed(sample),
        };
        self.samples().map(named).into()
    }

    /// A table of grades.
    pub(super) fn table(&self, archive: &str) -> String {
        let rows = self.samples().map(|(name, unit, sample)| [name.to_owned(), sample.show(unit)]);
        markdown([archive, &format!("Lighthouse {LIGHTHOUSE}, mobile")], rows.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_report_is_read() {
        let audits = json!({
            "first-contentful-paint": { "numericValue": 900.0 },
            "largest-contentful-paint": { "numericValue": 1_300.0 },
            "total-blocking-time": { "numericValue": 0.0 },
            "cumulative-layout-shift": { "numericValue": 0.01 },
        });
        let mut grades = Grades::default();
        grades.add(&json!({ "categories": { "performance": { "score": 0.97 } }, "audits": audits })).unwrap();
        assert!(grades.table("society").contains("| performance, of 100 |                        97 |"));
        assert!(grades.table("society").contains("1.30 s"));
        assert_eq!(grades.add(&json!({ "categories": { "performance": { "score": null } } })), None);
    }
}
