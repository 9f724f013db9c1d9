//! `build-index site`: an archive as a whole site for any static host.
//!
//! The viewer comes built, in this program or in a folder; nothing here compiles or bundles it. All
//! addresses in the site are relative, so that it works in any folder of any host, on IPFS, and when
//! it is moved. Only where a standard wants whole addresses are they written, once it is known where
//! the site will be: see [`Address`](crate::address::Address).

mod facts;
pub(crate) mod files;
mod first_list;
mod folder;
mod head;
mod language;
mod listing;
mod not_found;
mod page;
pub(crate) mod plain;
mod robots;
mod room;
mod styles;
mod viewer;
mod web_manifest;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use bundle_folder::BundleFolder;
use clap::Args;
use compile::files::lock;
use notice::quantity::Bytes;

use crate::address::BUNDLE;
use crate::articles::Articles;
use crate::build::report::Report;
use crate::build::{build_and_report, check_strict};
use crate::feeds::{Feeds, paths};
use crate::settings::Settings;
use crate::settings::choices::Choices;
use crate::site::facts::Facts;
use crate::site::files::{Files, NOT_FOUND, PAGE, take_last};
use crate::site::first_list::FirstList;
use crate::site::folder::{Change, Folder, put_all};
use crate::site::page::Page;
use crate::site::plain::Plain;
use crate::site::room::pages;
use crate::site::viewer::Viewer;

/// What `build-index site` is asked to do.
#[derive(Debug, Clone, Args)]
pub(crate) struct SiteArguments {
    /// Folder of the archive
    pub(crate) archive: PathBuf,
    /// File with settings [default: reading-room.toml in the folder of the archive]
    #[arg(long, value_name = "FILE", env = "READING_ROOM_CONFIG")]
    pub(crate) config: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) choices: Choices,
}

/// What was done.
pub(crate) struct Written {
    pub(crate) report: Report,
    change: Change,
    notices: Vec<String>,
}

/// Writes the site and prints what was done.
pub(crate) fn run(arguments: &SiteArguments) -> Result<()> {
    let settings = read_settings(arguments)?;
    let written = write(&arguments.archive, &settings)?;
    if !settings.quiet {
        println!("{}", written.report);
        written.print(settings.out()?);
    }
    check_strict(&written.report, &settings)
}

/// Reads what the arguments, the environment and `reading-room.toml` say.
pub(crate) fn read_settings(arguments: &SiteArguments) -> Result<Settings> {
    let SiteArguments { archive, config, choices } = arguments;
    Settings::read(archive, config.as_deref(), choices)
}

/// Writes the site of an archive. What can fail before anything is written does.
pub(crate) fn write(archive: &Path, settings: &Settings) -> Result<Written> {
    let out = settings.out()?;
    let viewer = Viewer::load(settings.publish.viewer.as_deref())?;
    std::fs::create_dir_all(out).with_context(|| format!("cannot make the folder {}", out.display()))?;
    let _lock = lock(out)?;
    let bundle = out.join(BUNDLE);
    // As the manifest sees it.
    let feed = format!("../{}", paths::ALL);
    let report = build_and_report(archive, &settings.of_bundle_in(bundle.clone(), &feed))?;
    let (source, manifest) = BundleFolder::open(&bundle)?;
    let source = source.forgetful();
    let articles = pollster::block_on(Articles::read(&source, &manifest))?;
    let base_url = settings.publish.base_url.as_ref();
    let earlier = Folder::earlier(out)?;
    let (kind, why) = pages(settings.publish.pages, base_url, &articles, &bundle, &earlier)?;
    let articles = articles.with_pages(kind);
    let first_list = FirstList::of(&manifest, &articles);
    let facts = Facts { manifest: &manifest, texts: first_list.texts, base_url, articles: &articles };
    let plain = Plain::of(facts, &earlier);
    let (mut files, mut notices) = files(viewer, &source, &facts, &first_list, &plain, settings)?;
    let folder = Folder::open(out, &files, plain.files())?;
    let last = take_last(&mut files);
    put_all(&folder, &files)?;
    plain.write(&bundle, &folder)?;
    last.iter().try_for_each(|(path, bytes)| folder.put(path, bytes))?;
    let (change, kept) = folder.finish()?;
    notices.extend(why);
    notices.extend(kept.iter().map(|path| format!("{path} was there already and stays as it is")));
    Ok(Written { report, change, notices })
}

/// The files around the bundle that are few, and what the keeper should know of them.
fn files(
    viewer: Viewer,
    source: &BundleFolder,
    facts: &Facts<'_>,
    first_list: &FirstList<'_>,
    plain: &Plain<'_>,
    settings: &Settings,
) -> Result<(Files, Vec<String>)> {
    let Facts { manifest, texts, base_url, articles } = *facts;
    let Feeds { feeds, left_out: mut notices } =
        pollster::block_on(Feeds::of(source, manifest, articles, &settings.publish))?;
    let page = Page { facts, feeds: &feeds, first_list };
    let mut files = viewer.into_files();
    let index = files.remove(PAGE).with_context(|| format!("the viewer has no {PAGE}; build it anew"))?;
    files.extend([
        (PAGE.to_owned(), page.fill(&String::from_utf8_lossy(&index))?.into_bytes()),
        (NOT_FOUND.to_owned(), not_found::page(facts).into_bytes()),
        (web_manifest::PATH.to_owned(), web_manifest::of(manifest, &texts)?),
        // Jekyll, which GitHub Pages runs otherwise, would leave files out.
        (".nojekyll".to_owned(), Vec::new()),
    ]);
    files.extend(robots::files(base_url, manifest, plain.sitemap_index()));
    files.extend(feeds.into_iter().map(|feed| (feed.path, feed.xml)));
    notices.extend(base_url.is_none().then(|| NO_BASE_URL.to_owned()));
    Ok((files, notices))
}

const NO_BASE_URL: &str = "the address of the site is not known, so there is no sitemap, shared links have no picture, \
                           feeds have relative links, and 404.html does not lead to the archive; \
                           --base-url https://… gives all that";

impl Written {
    /// Whether anything is not as it was.
    pub(crate) fn is_news(&self) -> bool {
        self.report.files_written > 0 || self.change.files > 0
    }

    /// Prints what the bundle's report does not say.
    pub(crate) fn print(&self, out: &Path) {
        self.notices.iter().for_each(|notice| println!("notice: {notice}"));
        let Change { files, bytes, removed } = self.change;
        println!(
            "the site is in {}: around the bundle {files} files, {}, were written and {removed} removed",
            out.display(),
            Bytes(bytes)
        );
    }
}
