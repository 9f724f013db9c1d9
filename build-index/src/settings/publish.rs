//! How a site is published: its address, its viewer, its feeds.

use std::fmt;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail, ensure};
use bundle::query::{LastWord, Query};
use url::Url;

use crate::settings::choices::{FeedChoice, PublishChoices};
use crate::settings::pages::PagesChoice;

/// Feeds of one kind, unless another number is chosen: an author's feed has some 20 KB.
const MOST_FEEDS: usize = 100;

/// How a site is published.
#[derive(Debug, Clone)]
pub(crate) struct Publish {
    /// The address that it will have, if that is known.
    pub(crate) base_url: Option<BaseUrl>,
    /// The folder of a built viewer, if not the one in this program.
    pub(crate) viewer: Option<PathBuf>,
    /// The most feeds of categories, and of authors.
    pub(crate) most_feeds: usize,
    /// Which articles have pages of their own.
    pub(crate) pages: PagesChoice,
    /// The queries that have a feed.
    pub(crate) queries: Vec<NamedQuery>,
}

/// A query that has a feed.
#[derive(Debug, Clone)]
pub(crate) struct NamedQuery {
    pub(crate) name: String,
    /// As it is written.
    pub(crate) typed: String,
    pub(crate) query: Query,
}

/// The address of a folder on the web, with a slash at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BaseUrl(String);

impl Publish {
    pub(super) fn read(chosen: PublishChoices, feeds: Vec<FeedChoice>) -> Result<Publish> {
        let PublishChoices { base_url, viewer, most_feeds, pages } = chosen;
        Ok(Publish {
            base_url: base_url.as_deref().map(BaseUrl::parse).transpose()?,
            viewer,
            most_feeds: most_feeds.unwrap_or(MOST_FEEDS),
            pages: pages.unwrap_or_default(),
            queries: feeds.into_iter().map(NamedQuery::read).collect::<Result<_>>()?,
        })
    }
}

impl NamedQuery {
    fn read(FeedChoice { name, query: typed }: FeedChoice) -> Result<NamedQuery> {
        let of_feed = format!("the feed `{name}` under [[feeds]] in reading-room.toml");
        ensure!(!name.trim().is_empty(), "{of_feed} has no name; write name = \"…\"");
        ensure!(!typed.trim().is_empty(), "{of_feed} has an empty query; feed.xml has all articles");
        let query = Query::parse(&typed, LastWord::Whole);
        if let Some(problem) = query.problems.first() {
            let part = &typed[problem.range.clone()];
            bail!("the query `{typed}` of {of_feed} does not parse at `{part}`: {}", problem.kind);
        }
        Ok(NamedQuery { name, typed, query })
    }
}

impl BaseUrl {
    pub(crate) fn parse(text: &str) -> Result<BaseUrl> {
        let remedy =
            || format!("`{text}` is no address of a site; write --base-url https://example.org/reading/");
        let url = Url::parse(text).with_context(remedy)?;
        let is_folder = url.query().is_none() && url.fragment().is_none();
        ensure!(matches!(url.scheme(), "http" | "https") && is_folder, remedy());
        Ok(BaseUrl(format!("{}/", url.as_str().trim_end_matches('/'))))
    }

    /// The host that it is on.
    pub(crate) fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        rest.split(['/', ':']).next().unwrap_or_default()
    }

    /// The path of the folder on its host, with a slash at both ends.
    pub(crate) fn path(&self) -> &str {
        let host = self.0.find("://").map_or(0, |end| end + 3);
        self.0[host..].find('/').map_or("/", |slash| &self.0[host + slash..])
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_folders() {
        let check = |text: &str, expected: &str, path: &str| {
            let url = BaseUrl::parse(text).unwrap();
            assert_eq!((url.to_string().as_str(), url.path()), (expected, path));
            assert!(expected.contains(&format!("//{}/", url.host())), "{}", url.host());
        };
        check("https://example.org", "https://example.org/", "/");
        check("https://example.org/a//", "https://example.org/a/", "/a/");
        check(
            "http://例子.test/阅览室",
            "http://xn--fsqu00a.test/%E9%98%85%E8%A7%88%E5%AE%A4/",
            "/%E9%98%85%E8%A7%88%E5%AE%A4/",
        );
        for wrong in
            ["example.org", "/reading/", "ftp://example.org/", "https://example.org/?a", "https://e.org/#/"]
        {
            let error = format!("{:#}", BaseUrl::parse(wrong).unwrap_err());
            assert!(error.contains(wrong) && error.contains("--base-url https://"), "{error}");
        }
    }

    #[test]
    fn a_feed_needs_a_name_and_a_query_that_parses() {
        let read = |name: &str, query: &str| {
            let choice = FeedChoice { name: name.to_owned(), query: query.to_owned() };
            NamedQuery::read(choice).map(|query| query.name).map_err(|error| error.to_string())
        };
        assert_eq!(read("茶", "茶 -咖啡"), Ok("茶".to_owned()));
        let check = |name: &str, query: &str, expected: &[&str]| {
            let error = read(name, query).unwrap_err();
            expected.iter().for_each(|part| assert!(error.contains(part), "{error}"));
        };
        check("茶", "date:someday", &["`date:someday`", "`茶`", "reading-room.toml"]);
        check(" ", "茶", &["no name"]);
        check("茶", "", &["empty query"]);
    }
}
