//! Which pages a site gets where its keeper leaves that open: those that the host has room for.

use std::path::Path;

use anyhow::Result;
use bundle::format::{Bodies, BundleFile as _};
use bundle::reading::PageKind;
use indicatif::HumanCount;
use notice::quantity::Bytes;
use walkdir::WalkDir;

use crate::articles::Articles;
use crate::settings::pages::PagesChoice;
use crate::settings::publish::BaseUrl;
use crate::site::plain::paths::kind_of;

/// Bytes that a page has around its text, about: those of an archive of 14,905 articles have 21,600.
const AROUND: u64 = 21_600;
/// Of these, what each further article of a day's page has.
const AROUND_OTHERS: u64 = 4_000;
/// How many times as large texts are on pages as they are compressed in a bundle, about.
const UNPACKED: u64 = 3;
/// Files of lists, feeds and sitemaps for each article, about, and their bytes: one for so many articles.
const ARTICLES_OF_LIST: u64 = 7;
const BYTES_IN_LISTS: u64 = 4_000;
/// Of what a host allows, what a site may take when its pages are chosen, in percent: it grows.
const SHARE: u64 = 90;
/// What one may take whose pages have been chosen: their addresses are to stay.
const WHOLE: u64 = 100;

/// What a host allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Room {
    files: Option<u64>,
    bytes: Option<u64>,
}

/// What pages would take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Need {
    files: u64,
    bytes: u64,
}

impl Room {
    /// Of the host of a site: Cloudflare Pages counts files; GitHub Pages, and whoever is not known, bytes.
    fn of(base_url: Option<&BaseUrl>) -> Room {
        let is_cloudflare = base_url.is_some_and(|base_url| base_url.host().ends_with(".pages.dev"));
        match is_cloudflare {
            true => Room { files: Some(20_000), bytes: None },
            false => Room { files: None, bytes: Some(1_000_000_000) },
        }
    }

    /// Whether some percent of it are enough.
    fn fits(self, need: Need, share: u64) -> bool {
        let fits = |need: u64, room: Option<u64>| room.is_none_or(|room| need <= room * share / 100);
        fits(need.files, self.files) && fits(need.bytes, self.bytes)
    }

    fn written(self) -> String {
        match (self.files, self.bytes) {
            (Some(files), _) => format!("{} files", HumanCount(files)),
            (None, bytes) => Bytes(bytes.unwrap_or_default()).to_string(),
        }
    }
}

/// The pages of a site whose bundle is in a folder, and where the keeper has left that open, why. `earlier` are
/// the files of the site that was there before.
pub(super) fn pages(
    choice: PagesChoice,
    base_url: Option<&BaseUrl>,
    articles: &Articles,
    bundle: &Path,
    earlier: &[String],
) -> Result<(PageKind, Option<String>)> {
    let kind = match choice {
        PagesChoice::Article => PageKind::Article,
        PagesChoice::Day => PageKind::Day,
        PagesChoice::None => PageKind::None,
        PagesChoice::Auto => {
            let has_had = |kind: &PageKind| earlier.iter().any(|path| kind_of(path) == Some(*kind));
            let earlier = [PageKind::Article, PageKind::Day].into_iter().find(has_had);
            let (kind, why) = chosen(Room::of(base_url), Archive::of(articles, bundle)?, earlier);
            return Ok((kind, Some(why)));
        }
    };
    Ok((kind, None))
}

/// What is known of an archive.
#[derive(Debug, Clone, Copy)]
struct Archive {
    articles: u64,
    days: u64,
    bundle: Need,
    /// Of the texts, in the bundle.
    texts: u64,
}

impl Archive {
    fn of(articles: &Articles, bundle: &Path) -> Result<Archive> {
        let cards = articles.cards();
        let days = cards.chunk_by(|a, b| a.day() == b.day()).count() as u64;
        let mut known =
            Archive { articles: cards.len() as u64, days, bundle: Need { files: 0, bytes: 0 }, texts: 0 };
        for entry in WalkDir::new(bundle) {
            let entry = entry?;
            if entry.file_type().is_file() {
                let bytes = entry.metadata()?.len();
                known.bundle.files += 1;
                known.bundle.bytes += bytes;
                let path = entry.path().strip_prefix(bundle)?;
                let is_text = path.iter().any(|part| part == Bodies::FOLDER);
                known.texts += if is_text { bytes } else { 0 };
            }
        }
        Ok(known)
    }

    fn need(&self, pages: u64) -> Need {
        Need {
            files: self.bundle.files + pages + self.articles / ARTICLES_OF_LIST,
            bytes: self.bundle.bytes
                + pages * AROUND
                + self.articles.saturating_sub(pages) * AROUND_OTHERS
                + self.texts * UNPACKED
                + self.articles * BYTES_IN_LISTS,
        }
    }
}

fn chosen(room: Room, archive: Archive, earlier: Option<PageKind>) -> (PageKind, String) {
    let [each, days] = [archive.articles, archive.days].map(|pages| archive.need(pages));
    let fits = |kind: &PageKind, share: u64| match kind {
        PageKind::Article => room.fits(each, share),
        PageKind::Day => room.fits(days, share),
        PageKind::None => true,
    };
    let kept = earlier.filter(|kind| fits(kind, WHOLE));
    let best = || [PageKind::Article, PageKind::Day].into_iter().find(|kind| fits(kind, SHARE));
    let kind = kept.or_else(best).unwrap_or(PageKind::None);
    let as_before = if kept.is_some() { ", as before" } else { "" };
    let why = match kind {
        PageKind::Article => format!("a page for each article ({}){as_before}", written(each)),
        PageKind::Day if fits(&PageKind::Article, SHARE) => {
            format!("a page for each day ({}){as_before}", written(days))
        }
        PageKind::Day => format!(
            "a page for each day ({}){as_before}, because pages for articles ({}) would be too much",
            written(days),
            written(each)
        ),
        PageKind::None => {
            format!("no pages of articles: even those for days ({}) would be too much", written(days))
        }
    };
    let why = format!(
        "the site has {why} where {} are allowed; --pages article, day or none decides otherwise",
        room.written()
    );
    (kind, why)
}

fn written(Need { files, bytes }: Need) -> String {
    format!("about {} files, {}", HumanCount(files), Bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn archive(articles: u64, days: u64) -> Archive {
        Archive { articles, days, bundle: Need { files: 1_000, bytes: 30_000_000 }, texts: 20_000_000 }
    }

    #[test]
    fn the_host_decides_where_the_keeper_does_not() {
        let check = |host: Option<&str>, articles: u64, days: u64, expected: PageKind| {
            let base_url = host.map(|host| BaseUrl::parse(&format!("https://{host}/")).unwrap());
            let (kind, why) = chosen(Room::of(base_url.as_ref()), archive(articles, days), None);
            assert_eq!(kind, expected, "{why}");
            assert!(why.contains("--pages"), "{why}");
        };
        check(None, 28_000, 3_000, PageKind::Article);
        check(Some("a.github.io"), 28_000, 3_000, PageKind::Article);
        check(Some("a.pages.dev"), 5_000, 3_000, PageKind::Article);
        check(Some("a.pages.dev"), 28_000, 3_000, PageKind::Day);
        check(Some("a.pages.dev.example.org"), 28_000, 3_000, PageKind::Article);
        check(None, 60_000, 3_000, PageKind::Day);
        check(Some("a.pages.dev"), 200_000, 30_000, PageKind::None);
    }
    #[test]
    fn pages_stay_of_their_kind_as_long_as_there_is_room() {
        let room = Room { files: Some(20_000), bytes: None };
        let check = |articles: u64, earlier: Option<PageKind>, expected: PageKind| {
            let (kind, why) = chosen(room, archive(articles, 3_000), earlier);
            assert_eq!(kind, expected, "{articles} {earlier:?} {why}");
        };
        let kinds = [PageKind::Article, PageKind::Day];
        // 15,500 pages with the files beside them are more than 90 % of what is allowed, 18,000 more than all.
        for (articles, new) in [(14_000, PageKind::Article), (15_500, PageKind::Day)] {
            check(articles, None, new);
            kinds.iter().for_each(|kind| check(articles, Some(*kind), *kind));
        }
        check(18_000, Some(PageKind::Article), PageKind::Day);
        check(200_000, Some(PageKind::Day), PageKind::None);
    }

    #[test]
    fn texts_are_what_is_in_their_folder_of_the_bundle() {
        let dir = tempfile::tempdir().unwrap();
        let bundle = dir.path().join(Bodies::FOLDER).join("bundle");
        for (path, text) in [("manifest.json", "four"), ("s1/bodies/0.gz", "text")] {
            let file = bundle.join(path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        }
        let archive = Archive::of(&Articles::default(), &bundle).unwrap();
        assert_eq!((archive.texts, archive.bundle), (4, Need { files: 2, bytes: 8 }));
    }
}
