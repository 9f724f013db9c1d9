//! `cargo xtask bench`: what a build takes and leaves, and what a search costs and finds, beside
//! Pagefind's of the same posts.
//!
//! A module a kind of measurement: `builds`, `increments`, `queries`, `phone`, `scaling`. Each runs its programs, keeps
//! what they gave in `results`, and shows it as a table. The tables alone go to the standard
//! output; what is going on, to standard error.

mod against;
mod archives;
mod builds;
mod contender;
mod footprint;
mod increments;
pub(crate) mod measured;
mod pages;
mod phone;
mod queries;
mod results;
mod sample;
mod scaling;
mod setting;
mod table;

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use crate::project::Project;
use archives::Archive;
use builds::{Builds, Entrant};
use contender::{BuildIndex, Pagefind};
use increments::Increments;
use phone::{PhoneBench, Plan};
use queries::{Asked, Queries, QueryBench, RareWords};
use results::{ArchiveResults, Results};
use scaling::Scale;
use setting::Setting;

/// The posts of the archive that is generated where no other is named.
const POSTS: u64 = 10_000;
/// How often a build is measured where nothing else is said, and Lighthouse's grades.
const RUNS: usize = 5;
/// The most runs of a measurement that takes minutes.
const SLOW_RUNS: usize = 3;

/// The arguments of `cargo xtask bench`.
#[derive(Args)]
pub(crate) struct Options {
    /// An archive to build; may be given several times [default: 10,000 generated posts]
    #[arg(long = "archive", value_name = "PATH")]
    archives: Vec<PathBuf>,
    /// How often each is measured [default: builds and grades 5 times; slow builds, Pagefind's and visits of
    /// the phone 3 times, which is the most for builds]
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    runs: Option<usize>,
    /// How often Pagefind's is, instead; 0 leaves Pagefind out
    #[arg(long, value_name = "N")]
    pagefind_runs: Option<usize>,
    /// The sizes of the generated archives that show how a build grows
    #[arg(long, value_name = "POSTS", value_delimiter = ',', default_value = "10000,100000")]
    scale: Vec<u64>,
    /// Leave the generated archives of several sizes out
    #[arg(long, conflicts_with = "scale")]
    no_scale: bool,
    /// Leave out what is asked in a browser
    #[arg(long, conflicts_with = "rare_words")]
    no_queries: bool,
    /// Two bundles, of a small and of a large archive, to ask for words that are rare in the small one
    #[arg(long, num_args = 2, value_names = ["SMALL", "LARGE"])]
    rare_words: Vec<PathBuf>,
    /// Measure what a reader with a slow phone waits for, and nothing that is not asked for beside it
    #[arg(long, conflicts_with_all = ["no_queries", "rare_words", "scale"])]
    phone: bool,
    /// With --phone, print what each visit requested
    #[arg(long, requires = "phone")]
    waterfall: bool,
    /// Let Lighthouse grade the sites, and measure nothing that is not asked for beside it
    #[arg(long, conflicts_with_all = ["no_queries", "rare_words", "scale"])]
    lighthouse: bool,
    /// Where the results go [default: target/bench/results.json]
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Results of an earlier run, to show what has changed since
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
}

/// Measures, keeps the results and prints them.
pub(crate) fn run(project: &Project, options: Options) -> Result<()> {
    let earlier = options.against.as_deref().map(Results::read).transpose()?;
    let is_phone = options.phone || options.lighthouse;
    let results = if is_phone { on_phone(project, options)? } else { on_desk(project, options)? };
    println!("{results}");
    if let Some(earlier) = earlier {
        println!("{}", against::changes(&earlier, &results));
    }
    Ok(())
}

/// Opens the sites of archives on a slow phone, or has them graded.
fn on_phone(project: &Project, options: Options) -> Result<Results> {
    let json = options.json(project);
    let Options { archives, runs, pagefind_runs, phone, waterfall, lighthouse, .. } = options;
    let plan = Plan {
        visits: if phone { runs.unwrap_or(SLOW_RUNS) } else { 0 },
        grades: if lighthouse { runs.unwrap_or(RUNS) } else { 0 },
        waterfall,
    };
    let pagefind = if phone && pagefind_runs != Some(0) { pagefind(project) } else { None };
    let bench = PhoneBench::ready(project, pagefind, plan)?;
    let mut results = Results { setting: Setting::here(project), ..Results::default() };
    for archive in chosen(project, &archives)? {
        results.phone.push(bench.measure(&archive, &workshop(project, &archive.name))?);
        results.write(&json)?;
    }
    Ok(results)
}

/// Builds archives, and asks them for what they hold.
fn on_desk(project: &Project, options: Options) -> Result<Results> {
    let json = options.json(project);
    let Options { archives, runs, pagefind_runs, scale, no_scale, no_queries, rare_words, .. } = options;
    let archives = chosen(project, &archives)?;
    let runs = runs.unwrap_or(RUNS);
    let slow_runs = runs.min(SLOW_RUNS);
    let pagefind_runs = pagefind_runs.unwrap_or(slow_runs);
    let bench = Bench {
        project,
        ours: BuildIndex::ready(project)?,
        pagefind: if pagefind_runs > 0 { pagefind(project) } else { None },
        runs,
        query_bench: if no_queries { None } else { query_bench(project) },
        pagefind_runs,
        slow_runs,
    };
    let scale = if no_scale { Vec::new() } else { scale };
    bench.measure(&archives, &scale, &rare_words, &json)
}

impl Options {
    /// Where the results go.
    fn json(&self, project: &Project) -> PathBuf {
        self.json.clone().unwrap_or_else(|| project.target("bench").join("results.json"))
    }
}

/// What is measured with.
struct Bench<'a> {
    project: &'a Project,
    ours: BuildIndex,
    pagefind: Option<Pagefind>,
    query_bench: Option<QueryBench>,
    runs: usize,
    pagefind_runs: usize,
    slow_runs: usize,
}

impl Bench<'_> {
    /// Measures everything. Results are written after each part, so that a later one that fails
    /// does not cost the earlier ones.
    fn measure(
        &self,
        archives: &[Archive],
        scale: &[u64],
        rare_words: &[PathBuf],
        json: &Path,
    ) -> Result<Results> {
        let mut results = Results { setting: Setting::here(self.project), ..Results::default() };
        for archive in archives {
            results.archives.push(self.archive(archive)?);
            results.write(json)?;
        }
        for &posts in scale {
            results.scaling.push(self.scale(posts)?);
            results.write(json)?;
        }
        if let [small, large] = rare_words {
            results.rare_words = self.rare_words(small, large);
            results.write(json)?;
        }
        Ok(results)
    }

    fn archive(&self, archive: &Archive) -> Result<ArchiveResults> {
        let name = &archive.name;
        let workshop = workshop(self.project, name);
        let (bundle, pages) = (workshop.join("bundle"), workshop.join("pages"));
        let ours = Entrant { contender: self.ours.of(&archive.path, &bundle), runs: self.runs };
        eprintln!("{name}: a build that is not measured, and from it the pages for Pagefind");
        ours.contender.build()?;
        contender::empty(&pages)?;
        let posts = pages::write(&bundle, &pages)?;
        let pagefind = self.pagefind.as_ref().map(|pagefind| Entrant {
            contender: pagefind.of(&pages, &workshop.join("pagefind")),
            runs: self.pagefind_runs,
        });
        let builds = Builds::measure(name, &ours, pagefind)?;
        let increments = Increments::measure(&self.ours, archive, &workshop, self.runs)?;
        let index = workshop.join("pagefind");
        let queries = self.queries(&Asked {
            bundle: &bundle,
            pagefind: builds.pagefind.as_ref().map(|_| (index.as_path(), pages.as_path())),
        });
        Ok(ArchiveResults { name: name.clone(), posts, builds, increments, queries })
    }

    /// What is asked in a browser. Where that fails, the rest is measured all the same.
    fn queries(&self, asked: &Asked<'_>) -> Option<Queries> {
        or_tell(self.query_bench.as_ref()?.ask(asked), "Queries are left out.")
    }

    fn rare_words(&self, small: &Path, large: &Path) -> Option<RareWords> {
        or_tell(self.query_bench.as_ref()?.rare_words(small, large), "Rare words are left out.")
    }

    fn scale(&self, posts: u64) -> Result<Scale> {
        let archive = Archive::generated(self.project, posts)?;
        let workshop = workshop(self.project, &archive.name);
        Scale::measure(&self.ours, &archive, posts, &workshop, self.slow_runs)
    }
}

/// The folder for what is made of an archive. It stays, to be looked at, until the next run.
fn workshop(project: &Project, archive: &str) -> PathBuf {
    project.target("bench").join("work").join(archive)
}

/// The archives that were named, or else a generated one.
fn chosen(project: &Project, named: &[PathBuf]) -> Result<Vec<Archive>> {
    if named.is_empty() {
        return Ok(vec![Archive::generated(project, POSTS)?]);
    }
    let archives = named.iter().map(|path| Archive::at(project, path)).collect::<Result<Vec<_>>>()?;
    archives::ensure_distinct(&archives)?;
    Ok(archives)
}

/// Pagefind, or why it is not here; ours is measured all the same.
fn pagefind(project: &Project) -> Option<Pagefind> {
    or_tell(Pagefind::ready(project), "Everything is measured without Pagefind.")
}

/// What asks in a browser, or why it cannot.
fn query_bench(project: &Project) -> Option<QueryBench> {
    or_tell(QueryBench::ready(project), "Everything is measured but queries.")
}

/// The value, or a message why it is missing.
fn or_tell<T>(result: Result<T>, consequence: &str) -> Option<T> {
    result.inspect_err(|error| eprintln!("{error:#}\n  {consequence}")).ok()
}

fn at_least_one(number: &str) -> Result<usize, String> {
    match number.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err("write a number from 1".to_owned()),
    }
}
