//! What an archive says of itself, in the settings of the generator that makes its site.

use std::io;
use std::path::Path;

use notice::{Notice, NoticeKind};

use crate::fields::Fields;
use crate::fields::fault::Fault;
use crate::fields::format::Format;

/// What the settings of a generator say; empty where they say nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SiteConfig {
    /// The file that says it, relative to the archive.
    pub file: String,
    /// What the site is called.
    pub title: String,
    /// A sentence about it.
    pub description: String,
    /// Where it is published.
    pub url: String,
    /// Its language, as a tag.
    pub language: String,
    /// Who keeps it.
    pub author: String,
    /// The time zone of dates that name none.
    pub time_zone: String,
}

/// Settings of Jekyll, and of Hexo, which has the same names.
const POSTS_CONFIGS: &[&str] = &["_config.yml", "_config.yaml", "_config.toml"];
/// Settings of Hugo and Zola.
const CONTENT_CONFIGS: &[&str] = &[
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "hugo.json",
    "zola.toml",
    "config.toml",
    "config.yaml",
    "config.yml",
    "config.json",
    "config/_default/hugo.toml",
    "config/_default/hugo.yaml",
    "config/_default/config.toml",
    "config/_default/config.yaml",
];

/// What Hugo and Zola call the address of a site.
const BASE_ADDRESSES: &[&str] = &["baseURL", "base_url"];

/// Whether an archive is written for Hugo or Zola, which take all of `content` for pages.
pub(super) fn keeps_content(archive: &Path) -> bool {
    CONTENT_CONFIGS.iter().any(|file| {
        read(archive, file).is_ok_and(|text| is_of_site(file, &Fields::parse(format_of(file), &text).0))
    })
}

/// Reads a file of settings. Reading a pipe of that name would never end.
fn read(archive: &Path, file: &str) -> io::Result<String> {
    let path = archive.join(file);
    if !path.metadata()?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
    }
    Ok(String::from_utf8_lossy(&std::fs::read(path)?).into_owned())
}

/// Whether settings are those of a site. Many programs have a `config.toml`; all sites of Hugo and
/// Zola say where they are published.
fn is_of_site(file: &str, fields: &Fields) -> bool {
    let is_common_name = CONTENT_CONFIGS.contains(&file) && file.contains("config.");
    !is_common_name || !fields.first_text(BASE_ADDRESSES).is_empty()
}

fn format_of(file: &str) -> Format {
    match file.rsplit('.').next() {
        Some("toml") => Format::Toml,
        Some("json") => Format::Json,
        _ => Format::Yaml,
    }
}

impl SiteConfig {
    /// Reads the settings of an archive's generator. A file that is missing is no fault; one that
    /// cannot be read gives a warning.
    pub fn read(archive: &Path, warnings: &mut Vec<Notice>) -> SiteConfig {
        for &file in POSTS_CONFIGS.iter().chain(CONTENT_CONFIGS) {
            let text = match read(archive, file) {
                Ok(text) => text,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => {
                    warnings.push(Notice::new(file, NoticeKind::Unreadable, None, error.to_string()));
                    continue;
                }
            };
            let (fields, fault) = Fields::parse(format_of(file), &text);
            if !is_of_site(file, &fields) {
                continue;
            }
            warnings.extend(fault.map(|Fault { line, message }| {
                Notice::new(file, NoticeKind::FrontMatter, line, format!("it is {message}"))
            }));
            return SiteConfig::of(file, &fields);
        }
        SiteConfig::default()
    }

    fn of(file: &str, fields: &Fields) -> SiteConfig {
        SiteConfig {
            file: file.to_owned(),
            title: fields.first_text(&["title", "name"]),
            description: fields.first_text(&["description", "params.description", "subtitle"]),
            url: address(fields),
            language: first_of(fields, &["lang", "language", "locale", "languageCode", "default_language"]),
            author: fields.first_text(&["author", "params.author", "extra.author"]),
            time_zone: fields.first_text(&["timezone", "timeZone"]),
        }
    }
}

/// Where the site is published. Jekyll writes the path apart from the host.
fn address(fields: &Fields) -> String {
    let url = fields.text("url");
    let (address, path) = match url.is_empty() {
        true => (fields.first_text(BASE_ADDRESSES), String::new()),
        false => (url, fields.text("baseurl")),
    };
    let address = address.trim_end_matches('/');
    match path.trim_matches('/') {
        // Without its host a path is no address.
        _ if !address.contains("://") => String::new(),
        "" => address.to_owned(),
        path => format!("{address}/{path}"),
    }
}

/// Hexo lists several languages, the default first.
fn first_of(fields: &Fields, paths: &[&str]) -> String {
    paths.iter().find_map(|path| fields.list(path).into_iter().next()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads the settings of an archive that has no file but this one.
    fn read_only(file: &str, text: &str) -> (SiteConfig, Vec<Notice>, bool) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        let mut warnings = Vec::new();
        let config = SiteConfig::read(dir.path(), &mut warnings);
        (config, warnings, keeps_content(dir.path()))
    }

    #[test]
    fn each_generator_in_its_own_words() {
        let check = |file: &str, text: &str, expected: [&str; 6], content: bool| {
            let (config, warnings, keeps_content) = read_only(file, text);
            let SiteConfig { file: _, title, description, url, language, author, time_zone } = &config;
            assert_eq!([title, description, url, language, author, time_zone], expected, "{file}: {text}");
            assert_eq!((warnings, keeps_content), (vec![], content), "{file}: {text}");
        };
        check(
            "_config.yml",
            "name: n\ndescription: d\nurl: https://example.org\nbaseurl: \"/tea/\"\nlang: zh\n\
             author:\n  name: a\n  email: e\ntimezone: Asia/Hong_Kong",
            ["n", "d", "https://example.org/tea", "zh", "a", "Asia/Hong_Kong"],
            false,
        );
        check(
            "_config.yml",
            "title: t\nname: n\nsubtitle: s\nurl: https://example.org/\nroot: /\nlanguage:\n- zh-TW\n- en",
            ["t", "s", "https://example.org", "zh-TW", "", ""],
            false,
        );
        check(
            "hugo.toml",
            "title = 't'\nbaseURL = 'https://example.org/tea/'\nlanguageCode = 'en'\ntimeZone = 'UTC'\n\
             [params]\ndescription = 'd'\n[params.author]\nname = 'a'",
            ["t", "d", "https://example.org/tea", "en", "a", "UTC"],
            true,
        );
        check(
            "config.toml",
            "title = 't'\ndescription = 'd'\nbase_url = 'https://example.org'\ndefault_language = 'zh'\nauthor = 'a'",
            ["t", "d", "https://example.org", "zh", "a", ""],
            true,
        );
        check(
            "config.yaml",
            "baseurl: https://example.org/\ntitle: t",
            ["t", "", "https://example.org", "", "", ""],
            true,
        );
        check("config.toml", "[alias]\ntitle = 'of another program'", [""; 6], false);
        check("_config.yml", "", [""; 6], false);
        check("_config.yml", "baseurl: /tea", [""; 6], false);
    }

    #[test]
    fn settings_that_cannot_be_read_give_a_warning() {
        let (config, warnings, _) =
            read_only("_config.yml", "url: https://example.org\nname: \"千虑\\智者\"\n");
        assert_eq!((config.title.as_str(), config.url.as_str()), ("千虑\\智者", "https://example.org"));
        assert_eq!((warnings[0].path.as_str(), warnings[0].line), ("_config.yml", Some(2)));
    }
}
