//! What a check found, for a person and as JSON.

use std::collections::BTreeMap;
use std::fmt;

use anyhow::{Result, bail};
use notice::{Notice, NoticeKind};
use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::check::threshold::Threshold;

/// What a check found.
#[derive(Debug, Serialize)]
pub(super) struct Findings {
    /// Posts in the archive, readable or not.
    posts_found: usize,
    /// Articles that they make.
    articles: usize,
    /// By kind.
    findings: Vec<Notice>,
    /// How many findings there are of each kind.
    counts: BTreeMap<NoticeKind, usize>,
}

/// How many findings of a kind are shown to a person.
const SHOWN: usize = 10;

impl Findings {
    /// Counts the findings. Those of one kind stay in their order.
    pub(super) fn new(posts_found: usize, articles: usize, mut findings: Vec<Notice>) -> Findings {
        findings.sort_by_key(|finding| finding.kind);
        let mut counts = BTreeMap::new();
        findings.iter().for_each(|finding| *counts.entry(finding.kind).or_default() += 1);
        Findings { posts_found, articles, findings, counts }
    }

    /// Fails if a threshold is crossed.
    pub(super) fn check(&self, threshold: &Threshold) -> Result<()> {
        let Threshold { fail_on, max_faults } = threshold;
        let failing = self.counts.iter().filter(|(kind, _)| fail_on.contains(kind));
        let failing: Vec<String> = failing.map(|(kind, count)| format!("{kind}: {count}")).collect();
        if !failing.is_empty() {
            bail!("found what --fail-on names: {}", failing.join(", "));
        }
        match max_faults {
            Some(max) if self.faults() > *max => {
                bail!("faults: {}; --max-faults allows {max}", self.faults())
            }
            _ => Ok(()),
        }
    }

    fn faults(&self) -> usize {
        self.counts.iter().filter(|(kind, _)| !kind.is_remark()).map(|(_, count)| count).sum()
    }

    /// The findings of a kind, those with the rarest messages first: they are easily overlooked.
    fn rarest_first(&self, kind: NoticeKind) -> Vec<&Notice> {
        let mut findings: Vec<_> = self.findings.iter().filter(|finding| finding.kind == kind).collect();
        let mut alike: FxHashMap<&str, usize> = FxHashMap::default();
        findings.iter().for_each(|finding| *alike.entry(&finding.message).or_default() += 1);
        findings.sort_by_key(|finding| alike.get(finding.message.as_str()));
        findings
    }

    fn write_kinds(&self, f: &mut fmt::Formatter<'_>, remarks: bool) -> fmt::Result {
        let label = if remarks { "remark" } else { "fault" };
        for (&kind, count) in self.counts.iter().filter(|(kind, _)| kind.is_remark() == remarks) {
            writeln!(f, "{label}: {kind} ({count})")?;
            for finding in self.rarest_first(kind).into_iter().take(SHOWN) {
                writeln!(f, "  {}", Printable(&finding.to_string()))?;
            }
            if let more @ 1.. = count.saturating_sub(SHOWN) {
                writeln!(f, "  … and {more} more; --json lists them all")?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_kinds(f, false)?;
        self.write_kinds(f, true)?;
        let faults = self.faults();
        let remarks = self.findings.len() - faults;
        let (posts, articles) = (self.posts_found, self.articles);
        writeln!(f, "{posts} posts found, {articles} articles: {faults} faults, {remarks} remarks")
    }
}

/// Text whose control characters do nothing to a terminal: names of files have them.
struct Printable<'a>(&'a str);

impl fmt::Display for Printable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            if c.is_control() { write!(f, "{}", c.escape_default())? } else { write!(f, "{c}")? }
        }
        Ok(())
    }
}
