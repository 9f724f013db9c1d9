//! How an archive is built: what was chosen on the command line, else in the environment, else in
//! `reading-room.toml`, else what the settings of the site's generator say.

pub(crate) mod choices;
mod file;
pub(crate) mod pages;
pub(crate) mod publish;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use archive::find::FindOptions;
use archive::generator::SiteConfig;
use archive::post::ReadOptions;
use body::rules::Rules;
use bundle::format::Site;
use compile::merge_policy::MergePolicy;
use jiff::tz::TimeZone;
use notice::{Notice, NoticeKind};

use crate::settings::choices::{BuildChoices, Choices, SiteChoices};
use crate::settings::publish::Publish;

/// The size of the largest post that is read, unless another is chosen. The largest posts of real
/// archives have a few megabytes.
const MAX_POST_BYTES: u64 = 20_000_000;

/// Everything that is chosen of how an archive is read and built.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) site: Site,
    /// Which posts are looked for.
    pub(crate) find: FindOptions,
    /// How they are read.
    pub(crate) read: ReadOptions,
    /// A file with more selectors of what is taken out of articles.
    rules: Option<PathBuf>,
    /// Where to write.
    out: Option<PathBuf>,
    /// Where, from the manifest, the feed of the archive will be.
    pub(crate) feed: Option<String>,
    pub(crate) publish: Publish,
    pub(crate) report: Option<PathBuf>,
    pub(crate) quiet: bool,
    /// Whether everything is written again, even where the bundle before could be kept.
    pub(crate) full: bool,
    /// Whether a skipped post is a failure.
    pub(crate) strict: bool,
    /// When segments of the bundle are merged; only tests choose another policy.
    pub(crate) merge_policy: MergePolicy,
    /// What is odd about the settings of the site's generator.
    pub(crate) warnings: Vec<Notice>,
}

impl Settings {
    /// Resolves the settings for an archive. `config` names the file to read instead of the
    /// archive's `reading-room.toml`.
    pub(crate) fn read(archive: &Path, config: Option<&Path>, chosen: &Choices) -> Result<Settings> {
        let Choices { site, build, publish, feeds } = chosen.clone().or(file::read(archive, config)?);
        let BuildChoices { out, report, quiet, drafts, strict, full, max_post_bytes, rules } = build;
        let mut warnings = Vec::new();
        let config = SiteConfig::read(archive, &mut warnings);
        let time_zone = time_zone(site.timezone.as_deref(), &config, &mut warnings)?;
        let drafts = drafts.unwrap_or(false);
        Ok(Settings {
            site: describe(archive, site, config),
            find: FindOptions { drafts, max_bytes: max_post_bytes.unwrap_or(MAX_POST_BYTES) },
            read: ReadOptions { drafts, time_zone },
            rules,
            out,
            feed: None,
            publish: Publish::read(publish, feeds)?,
            report,
            quiet: quiet.unwrap_or(false),
            full: full.unwrap_or(false),
            strict: strict.unwrap_or(false),
            merge_policy: MergePolicy::default(),
            warnings,
        })
    }

    /// Where to write; fails if nothing says so.
    pub(crate) fn out(&self) -> Result<&Path> {
        self.out.as_deref().context(
            "nothing says where to write: give --out DIR, or `out` under [build] in reading-room.toml",
        )
    }

    /// The same settings, writing to a folder.
    pub(crate) fn in_folder(self, folder: PathBuf) -> Settings {
        Settings { out: Some(folder), ..self }
    }

    /// The same settings, for a bundle in another folder, from which `feed` leads to the feed of the
    /// archive.
    pub(crate) fn of_bundle_in(&self, folder: PathBuf, feed: &str) -> Settings {
        Settings { out: Some(folder), feed: Some(feed.to_owned()), ..self.clone() }
    }

    /// The built-in rules of what is taken out of articles, and those of the keeper.
    pub(crate) fn rules(&self) -> Result<Rules> {
        let Some(path) = &self.rules else { return Ok(Rules::default()) };
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("cannot read the rules in {}", path.display()))?;
        Rules::extended(&text).with_context(|| path.display().to_string())
    }
}

/// The zone that was chosen must be one; another in the settings of the site is a warning.
fn time_zone(chosen: Option<&str>, config: &SiteConfig, warnings: &mut Vec<Notice>) -> Result<TimeZone> {
    if let Some(name) = chosen {
        return TimeZone::get(name)
            .with_context(|| format!("`{name}` is no time zone; write one such as Asia/Hong_Kong or UTC"));
    }
    if config.time_zone.is_empty() {
        return Ok(TimeZone::UTC);
    }
    Ok(TimeZone::get(&config.time_zone).unwrap_or_else(|_| {
        let message = format!("its timezone {:?} is not known: taken as UTC", config.time_zone);
        warnings.push(Notice::new(&config.file, NoticeKind::Date, None, message));
        TimeZone::UTC
    }))
}

fn describe(archive: &Path, chosen: SiteChoices, config: SiteConfig) -> Site {
    let SiteChoices { title, description, url, language, author, timezone: _, pictures } = chosen;
    let title = title.unwrap_or(config.title);
    Site {
        title: if title.is_empty() { folder_name(archive) } else { title },
        description: description.unwrap_or(config.description),
        url: url.unwrap_or(config.url),
        language: language.unwrap_or(config.language),
        author: author.unwrap_or(config.author),
        pictures: pictures.unwrap_or_default(),
    }
}

fn folder_name(archive: &Path) -> String {
    let full = archive.canonicalize().unwrap_or_else(|_| archive.to_owned());
    full.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
impl Settings {
    /// The settings of an archive where nothing is chosen.
    pub(crate) fn of(archive: &Path, out: &Path) -> Settings {
        let build = BuildChoices { out: Some(out.to_owned()), ..BuildChoices::default() };
        Settings::read(archive, None, &Choices { build, ..Choices::default() }).unwrap()
    }
}

#[cfg(test)]
mod tests {
    use bundle::format::Pictures;

    use super::*;

    fn archive(files: &[(&str, &str)]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for (file, text) in files {
            std::fs::write(dir.path().join(file), text).unwrap();
        }
        dir
    }

    fn title(text: &str) -> Choices {
        let site = SiteChoices { title: Some(text.to_owned()), ..SiteChoices::default() };
        Choices { site, ..Choices::default() }
    }

    #[test]
    fn the_nearest_choice_counts() {
        let check = |config: &str, file: &str, chosen: &Choices, expected: Option<&str>| {
            let file = format!("{file}\n[build]\nout = 'bundle'\n");
            let dir = archive(&[("_config.yml", config), ("reading-room.toml", &file)]);
            let settings = Settings::read(dir.path(), None, chosen).unwrap();
            let folder = dir.path().file_name().unwrap().to_str();
            assert_eq!(Some(settings.site.title.as_str()), expected.or(folder), "{config:?} {file:?}");
            assert_eq!(settings.out().unwrap(), dir.path().join("bundle"));
        };
        let none = &Choices::default();
        check("name: config", "[site]\ntitle = 'file'", &title("flag"), Some("flag"));
        check("name: config", "[site]\ntitle = 'file'", none, Some("file"));
        check("name: config", "", none, Some("config"));
        check("", "", none, None);
    }

    #[test]
    fn the_time_zone() {
        let check = |config: &str, chosen: Option<&str>, expected: &str, warnings: usize| {
            let dir = archive(&[("_config.yml", config)]);
            let mut choices = Choices::default();
            choices.site.timezone = chosen.map(str::to_owned);
            let settings = Settings::read(dir.path(), None, &choices).unwrap();
            assert_eq!(settings.read.time_zone, TimeZone::get(expected).unwrap(), "{config}");
            assert_eq!(settings.warnings.len(), warnings, "{:?}", settings.warnings);
        };
        check("", None, "UTC", 0);
        check("timezone: Asia/Hong_Kong", None, "Asia/Hong_Kong", 0);
        check("timezone: Asia/Hong_Kong", Some("Europe/Rome"), "Europe/Rome", 0);
        check("timezone: Atlantis", None, "UTC", 1);
    }

    #[test]
    fn what_fails_says_why() {
        let check = |config: Option<&str>, choices: &Choices, expected: &str| {
            let dir = archive(&[]);
            let config = config.map(|name| dir.path().join(name));
            let error = Settings::read(dir.path(), config.as_deref(), choices).unwrap_err();
            assert!(format!("{error:#}").contains(expected), "{error:#}");
        };
        check(Some("other.toml"), &Choices::default(), "other.toml");
        let mut atlantis = Choices::default();
        atlantis.site.timezone = Some("Atlantis".to_owned());
        check(None, &atlantis, "`Atlantis` is no time zone");
    }

    #[test]
    fn pictures_load_unless_the_keeper_says_otherwise() {
        let check = |file: &str, expected: Pictures| {
            let dir = archive(&[("reading-room.toml", file)]);
            let settings = Settings::read(dir.path(), None, &Choices::default()).unwrap();
            assert_eq!(settings.site.pictures, expected, "{file}");
        };
        check("", Pictures::Load);
        check("[site]\npictures = 'click'", Pictures::Click);
        check("[site]\npictures = 'never'", Pictures::Never);
    }

    #[test]
    fn only_a_build_needs_to_know_where_to_write() {
        let settings = Settings::read(archive(&[]).path(), None, &Choices::default()).unwrap();
        assert!(settings.out().unwrap_err().to_string().contains("--out DIR"));
    }
}
