//! What a keeper can set, on the command line, in the environment or in a file.
//!
//! Each setting is written once, here: its doc comment is its `--help`, and the name of its flag is
//! its key in the file.

use std::path::{Path, PathBuf};

use bundle::format::Pictures;
use clap::builder::{BoolishValueParser, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Args, Command};
use serde::Deserialize;

use crate::settings::pages::PagesChoice;

/// The settings that somebody chose in one place.
#[derive(Debug, Clone, Default, Args, Deserialize)]
#[serde(default)]
pub(crate) struct Choices {
    #[command(flatten)]
    pub(super) site: SiteChoices,
    #[command(flatten)]
    pub(super) build: BuildChoices,
    #[command(flatten)]
    pub(super) publish: PublishChoices,
    /// In the file only: there may be many.
    #[arg(skip)]
    pub(super) feeds: Vec<FeedChoice>,
}

/// `[site]`
#[derive(Debug, Clone, Default, Args, Deserialize)]
#[command(next_help_heading = "What the bundle says of the site, [site] in reading-room.toml")]
#[serde(default, rename_all = "kebab-case", expecting = "a table")]
pub(super) struct SiteChoices {
    /// Name of the site [default: what _config.yml says, else the name of the folder]
    #[arg(long, value_name = "TEXT", env = "READING_ROOM_TITLE")]
    pub(super) title: Option<String>,
    /// A sentence about the site [default: what _config.yml says]
    #[arg(long, value_name = "TEXT", env = "READING_ROOM_DESCRIPTION")]
    pub(super) description: Option<String>,
    /// Where the site is published [default: url and baseurl of _config.yml]
    #[arg(long, value_name = "URL", env = "READING_ROOM_URL")]
    pub(super) url: Option<String>,
    /// Language of the site, such as zh or en [default: what _config.yml says]
    #[arg(long, value_name = "CODE", env = "READING_ROOM_LANGUAGE")]
    pub(super) language: Option<String>,
    /// Who keeps the site [default: what _config.yml says]
    #[arg(long, value_name = "TEXT", env = "READING_ROOM_AUTHOR")]
    pub(super) author: Option<String>,
    /// Time zone of dates that name none, such as Asia/Hong_Kong [default: what _config.yml says,
    /// else UTC]
    #[arg(long, value_name = "ZONE", env = "READING_ROOM_TIMEZONE")]
    pub(super) timezone: Option<String>,
    /// Whether articles load pictures of other sites, which learn then who reads: `load` when an
    /// article is opened, `click` when the reader asks for one, `never`. A reader can choose
    /// otherwise for themselves [default: load]
    #[arg(long, value_name = "WHEN", env = "READING_ROOM_PICTURES", value_parser = pictures(),
        hide_possible_values = true)]
    pub(super) pictures: Option<Pictures>,
}

/// `[build]`
#[derive(Debug, Clone, Default, Args, Deserialize)]
#[command(next_help_heading = "How the bundle is built, [build] in reading-room.toml")]
#[serde(default, rename_all = "kebab-case", expecting = "a table")]
pub(super) struct BuildChoices {
    /// Folder to write to: the bundle, or with `site` and `serve` the site, which has the bundle in
    /// DIR/bundle; a bundle that is there stays whole until the new one is
    #[arg(long, value_name = "DIR", env = "READING_ROOM_OUT")]
    pub(super) out: Option<PathBuf>,
    /// Also write what was done, as JSON: posts_found = articles + merged + the length of skipped;
    /// skipped and warnings, each with path, kind, message and, where known, line; files, bytes,
    /// files_written and bytes_written; elapsed_ms; peak_memory_bytes
    #[arg(long, value_name = "FILE", env = "READING_ROOM_REPORT")]
    pub(super) report: Option<PathBuf>,
    /// Print errors only
    #[arg(long, short, env = "READING_ROOM_QUIET", value_name = "BOOL", num_args = 0..=1,
        require_equals = true, default_missing_value = "true", value_parser = BoolishValueParser::new())]
    pub(super) quiet: Option<bool>,
    /// Include drafts: the posts of _drafts, and those with `draft: true` or `published: false`
    #[arg(long, env = "READING_ROOM_DRAFTS", value_name = "BOOL", num_args = 0..=1,
        require_equals = true, default_missing_value = "true", value_parser = BoolishValueParser::new())]
    pub(super) drafts: Option<bool>,
    /// Exit with 1 if a post was skipped that is no draft; the bundle and the report are written all
    /// the same
    #[arg(long, env = "READING_ROOM_STRICT", value_name = "BOOL", num_args = 0..=1,
        require_equals = true, default_missing_value = "true", value_parser = BoolishValueParser::new())]
    pub(super) strict: Option<bool>,
    /// Write everything anew, rather than only what changed since the bundle in DIR was built
    #[arg(long, env = "READING_ROOM_FULL", value_name = "BOOL", num_args = 0..=1,
        require_equals = true, default_missing_value = "true", value_parser = BoolishValueParser::new())]
    pub(super) full: Option<bool>,
    /// Skip posts that are larger [default: 20000000]
    #[arg(long, value_name = "BYTES", env = "READING_ROOM_MAX_POST_BYTES")]
    pub(super) max_post_bytes: Option<u64>,
    /// File with more CSS selectors of what is to be taken out of articles, one a line
    #[arg(long, value_name = "FILE", env = "READING_ROOM_RULES")]
    pub(super) rules: Option<PathBuf>,
}

/// `[publish]`
#[derive(Debug, Clone, Default, Args, Deserialize)]
#[command(next_help_heading = "How the site is published, [publish] in reading-room.toml")]
#[serde(default, rename_all = "kebab-case", expecting = "a table")]
pub(super) struct PublishChoices {
    /// Address that the site will have, such as `https://example.org/reading/`, for what cannot do
    /// without: the sitemap, previews of shared links, links in feeds. Not --url, which is where the
    /// archive itself is published
    #[arg(long, value_name = "URL", env = "READING_ROOM_BASE_URL")]
    pub(super) base_url: Option<String>,
    /// Folder of a built viewer, instead of the one that this program carries
    #[arg(long, value_name = "DIR", env = "READING_ROOM_VIEWER_DIR")]
    pub(super) viewer: Option<PathBuf>,
    /// Write no more than N feeds of categories, and as many of authors: of those with the most
    /// articles [default: 100]
    #[arg(long, value_name = "N", env = "READING_ROOM_MOST_FEEDS")]
    pub(super) most_feeds: Option<usize>,
    /// Which pages can be read without the viewer, by any browser and by search engines: `article`, one for
    /// each article; `day`, one for the articles of each day, where a host allows few files; `none`. `auto`
    /// takes the first of these that the host has room for, and says why [default: auto]
    #[arg(long, value_name = "KIND", env = "READING_ROOM_PAGES", hide_possible_values = true)]
    pub(super) pages: Option<PagesChoice>,
}

/// `[[feeds]]`: a feed of what a query finds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(expecting = "a table with name and query")]
pub(crate) struct FeedChoice {
    /// What the feed is called.
    pub(crate) name: String,
    /// What would be typed into the search box.
    pub(crate) query: String,
}

/// The settings that only `site` and `serve` read.
const ONLY_SITES: &[&str] = &["base_url", "viewer", "most_feeds", "pages"];

/// All settings serve all commands, so that one environment does.
pub(crate) fn hide_what_only_sites_have(setting: Arg) -> Arg {
    let is_hidden = setting.is_hide_set() || ONLY_SITES.contains(&setting.get_id().as_str());
    setting.hide(is_hidden)
}

/// Reads the name of a choice about pictures; the error for another name lists them.
fn pictures() -> impl TypedValueParser<Value = Pictures> {
    let names = PossibleValuesParser::new(Pictures::ALL.map(Pictures::name));
    names.map(|name| Pictures::named(&name).unwrap_or_default())
}

/// The tables of the file with their keys.
pub(super) fn keys() -> [(&'static str, Vec<String>); 4] {
    let keys_of =
        |command: Command| command.get_arguments().filter_map(|a| a.get_long()).map(str::to_owned).collect();
    let command = || Command::new("");
    [
        ("site", keys_of(SiteChoices::augment_args(command()))),
        ("build", keys_of(BuildChoices::augment_args(command()))),
        ("publish", keys_of(PublishChoices::augment_args(command()))),
        ("feeds", ["name", "query"].map(str::to_owned).to_vec()),
    ]
}

impl Choices {
    /// These choices, and `others` where there is none here.
    pub(super) fn or(self, others: Choices) -> Choices {
        Choices {
            site: self.site.or(others.site),
            build: self.build.or(others.build),
            publish: self.publish.or(others.publish),
            feeds: if self.feeds.is_empty() { others.feeds } else { self.feeds },
        }
    }

    /// The same choices with paths that begin in `folder`.
    pub(super) fn relative_to(self, folder: &Path) -> Choices {
        let join = |path: Option<PathBuf>| path.map(|path| folder.join(path));
        let BuildChoices { out, report, rules, .. } = self.build;
        let (out, report, rules) = (join(out), join(report), join(rules));
        let publish = PublishChoices { viewer: join(self.publish.viewer), ..self.publish };
        Choices { build: BuildChoices { out, report, rules, ..self.build }, publish, ..self }
    }
}

impl SiteChoices {
    fn or(self, others: SiteChoices) -> SiteChoices {
        let SiteChoices { title, description, url, language, author, timezone, pictures } = self;
        SiteChoices {
            title: title.or(others.title),
            description: description.or(others.description),
            url: url.or(others.url),
            language: language.or(others.language),
            author: author.or(others.author),
            timezone: timezone.or(others.timezone),
            pictures: pictures.or(others.pictures),
        }
    }
}

impl BuildChoices {
    fn or(self, others: BuildChoices) -> BuildChoices {
        let BuildChoices { out, report, quiet, drafts, strict, full, max_post_bytes, rules } = self;
        BuildChoices {
            out: out.or(others.out),
            report: report.or(others.report),
            quiet: quiet.or(others.quiet),
            drafts: drafts.or(others.drafts),
            strict: strict.or(others.strict),
            full: full.or(others.full),
            max_post_bytes: max_post_bytes.or(others.max_post_bytes),
            rules: rules.or(others.rules),
        }
    }
}

impl PublishChoices {
    fn or(self, others: PublishChoices) -> PublishChoices {
        let PublishChoices { base_url, viewer, most_feeds, pages } = self;
        PublishChoices {
            base_url: base_url.or(others.base_url),
            viewer: viewer.or(others.viewer),
            most_feeds: most_feeds.or(others.most_feeds),
            pages: pages.or(others.pages),
        }
    }
}
