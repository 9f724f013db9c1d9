//! What an earlier build left in the output folder, as far as it is whole.

use std::collections::HashMap;
use std::path::Path;

use archive::article::{Article, SourcePost};
use bundle::date::Day;
use bundle::format::{
    ArticleCard, ArticleId, ArticleOrder, ArticleRef, BundleFile, CatalogPage, Columns, FINGERPRINT_LENGTH,
    HASH_LENGTH, Hashes, Link, MANIFEST, Manifest, Records, SegmentEntry, SegmentFolder, SegmentId, kind,
    length_of_class,
};
use bundle_folder::gunzip;
use content_hash::{Hash, short_hash};
use indicatif::ProgressBar;
use rayon::prelude::*;

use crate::folders::{MEDIA, NAME_LENGTH};
use crate::segment::entry;

// A bundle stores fingerprints one after the other, so their length is part of its format.
const _: () = assert!(archive::fingerprint::FINGERPRINT_LENGTH == FINGERPRINT_LENGTH);

/// A segment that can be kept.
#[derive(Debug)]
pub struct KeptSegment {
    /// What the manifest says of it.
    pub entry: SegmentEntry,
    /// Its files, relative to the bundle, with their bytes.
    pub files: Vec<(String, u64)>,
    /// The tokens of its articles.
    pub tokens: u64,
}

impl KeptSegment {
    /// The bytes of its files.
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|(_, bytes)| bytes).sum()
    }
}

/// An article of a segment that can be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownArticle {
    /// Its segment among those that can be kept, and its place there.
    pub place: ArticleRef,
    /// Its key.
    pub key: String,
}

/// An earlier bundle.
#[derive(Debug, Default)]
pub struct Previous {
    /// Its segments that are whole.
    pub segments: Vec<KeptSegment>,
    /// Its articles, by the [`identity`] of their posts.
    articles: HashMap<Hash, KnownArticle>,
    /// The day and the key of the article that each post was part of, by the post's path.
    addresses: HashMap<Hash, (Day, String)>,
}

/// The identity of an article: its posts and what is in them, in order. An article with the same
/// identity as before is unchanged.
fn identity(posts: &[SourcePost]) -> Hash {
    // No path has a NUL in it.
    let parts: Vec<&str> = posts.iter().flat_map(|post| [&*post.path, post.fingerprint.as_str()]).collect();
    Hash::of(parts.join("\0").as_bytes())
}

impl Previous {
    /// Reads the bundle in `dir`. What is missing, damaged, of another version or made by another
    /// recipe is left out: then it is written anew.
    pub fn load(dir: &Path, recipe: &str, bar: &ProgressBar) -> Previous {
        let mut previous = Previous::default();
        let manifest = std::fs::read(dir.join(MANIFEST)).ok().and_then(|json| Manifest::decode(&json).ok());
        let Some(manifest) = manifest.filter(|manifest| manifest.recipe == recipe) else { return previous };
        let order = ArticleOrder::of(&manifest);
        let folder = Folder { dir, bar };
        for (id, entry) in (0..).map(SegmentId).zip(&manifest.segments) {
            let Some(segment) = WholeSegment::load(folder, entry) else { continue };
            previous
                .add(segment, entry, |article| order.ordinal(ArticleRef { segment: id, article }).is_some());
        }
        previous
    }

    fn add(&mut self, whole: WholeSegment, entry: &SegmentEntry, is_live: impl Fn(ArticleId) -> bool) {
        let WholeSegment { files, articles, tokens } = whole;
        let segment = SegmentId(self.segments.len() as u16);
        self.segments.push(KeptSegment { entry: entry.clone(), files, tokens });
        let live = (0..=u16::MAX).map(ArticleId).zip(articles).filter(|&(article, _)| is_live(article));
        for (article, StoredArticle { posts, day, key }) in live {
            for post in &posts {
                self.addresses.insert(Hash::of(post.path.as_bytes()), (day, key.clone()));
            }
            let known = KnownArticle { place: ArticleRef { segment, article }, key };
            self.articles.insert(identity(&posts), known);
        }
    }

    /// The article, if it is as it was.
    pub fn find(&self, article: &Article) -> Option<KnownArticle> {
        self.articles.get(&identity(&article.posts)).cloned()
    }

    /// The key that an article had before it changed, if it still is of the same day.
    pub fn key_of_changed(&self, article: &Article) -> Option<&str> {
        let addresses = article.posts.iter().rev().map(|post| Hash::of(post.path.as_bytes()));
        let (day, key) = addresses.filter_map(|path| self.addresses.get(&path)).next()?;
        (*day == article.date.day).then_some(key)
    }
}

/// A segment none of whose files is missing or damaged.
struct WholeSegment {
    files: Vec<(String, u64)>,
    articles: Vec<StoredArticle>,
    tokens: u64,
}

/// What a segment says of an article.
struct StoredArticle {
    posts: Vec<SourcePost>,
    day: Day,
    key: String,
}

impl WholeSegment {
    fn load(folder: Folder<'_>, entry: &SegmentEntry) -> Option<WholeSegment> {
        let mut files = folder.verify(&entry.folder)?;
        let records: Records = folder.load(&entry.folder.records())?;
        let columns: Columns = folder.load(&entry.folder.columns())?;
        let is_page = |(path, _): &&(String, u64)| kind(path) == CatalogPage::FOLDER;
        if files.iter().filter(is_page).count() != entry.pages() {
            return None;
        }
        let pages = (0..entry.pages()).into_par_iter().map(|number| folder.load(&entry.folder.page(number)));
        let pages: Vec<CatalogPage> = pages.collect::<Option<_>>()?;
        let cards: Vec<&ArticleCard> = pages.iter().flat_map(|page| &page.cards).collect();
        if !is_about(entry, &cards) {
            return None;
        }
        let media = records.media.iter().map(|name| format!("{MEDIA}/{name}"));
        files.extend(media.map(|path| folder.check_media(path)).collect::<Option<Vec<_>>>()?);
        Some(WholeSegment { files, articles: articles(&cards, &records)?, tokens: tokens(&columns)? })
    }
}

/// Whether the manifest describes the segment correctly: unlike other files, it is not verified by a hash
/// of its content.
fn is_about(said: &SegmentEntry, cards: &[&ArticleCard]) -> bool {
    let days: Option<Vec<Day>> = cards.iter().map(|card| Day::parse(card.day())).collect();
    days.is_some_and(|days| *said == entry(said.folder.clone(), said.page_articles as usize, &days))
}

fn tokens(columns: &Columns) -> Option<u64> {
    let lengths = columns.lengths().ok()?;
    Some(lengths.into_iter().map(|class| length_of_class(class) as u64).sum())
}

fn articles(cards: &[&ArticleCard], records: &Records) -> Option<Vec<StoredArticle>> {
    let mut fingerprints = records.fingerprints.as_str();
    let mut next_fingerprint = || {
        let (fingerprint, rest) = fingerprints.split_at_checked(FINGERPRINT_LENGTH)?;
        fingerprints = rest;
        Some(fingerprint.into())
    };
    let mut article = |card: &&ArticleCard| {
        let posts = card
            .paths
            .iter()
            .map(|path| Some(SourcePost { path: path.as_str().into(), fingerprint: next_fingerprint()? }));
        let posts = posts.collect::<Option<_>>()?;
        Some(StoredArticle { posts, day: Day::parse(card.day())?, key: card.key.clone() })
    };
    cards.iter().map(&mut article).collect()
}

/// The folder of a bundle.
#[derive(Clone, Copy)]
struct Folder<'a> {
    dir: &'a Path,
    bar: &'a ProgressBar,
}

impl Folder<'_> {
    /// The files of a segment with their bytes, if each of them is there and holds what its hash says.
    fn verify(self, segment: &SegmentFolder) -> Option<Vec<(String, u64)>> {
        let link = segment.hashes();
        let (json, bytes) = self.read(&link.path())?;
        let is_named = segment.hash() == short_hash(&json, HASH_LENGTH);
        let hashes = Hashes::decode(&json).ok().filter(|_| is_named)?;
        let files = hashes.files(segment).ok()?;
        self.bar.inc_length(files.len() as u64);
        let check = |(path, hash): (String, &str)| {
            let (json, bytes) = self.read(&path)?;
            (short_hash(&json, HASH_LENGTH) == hash).then_some((path, bytes))
        };
        let mut files = files.into_par_iter().map(check).collect::<Option<Vec<_>>>()?;
        files.push((link.path(), bytes));
        Some(files)
    }

    /// Reads a file that has been verified.
    fn load<T: BundleFile>(self, link: &Link<T>) -> Option<T> {
        T::decode(&self.read(&link.path())?.0).ok()
    }

    fn check_media(self, path: String) -> Option<(String, u64)> {
        let bytes = std::fs::read(self.dir.join(&path)).ok()?;
        is_named_by(&path, &bytes).then_some((path, bytes.len() as u64))
    }

    /// The decompressed content of a file, and its bytes before that.
    fn read(self, path: &str) -> Option<(Vec<u8>, u64)> {
        self.bar.inc(1);
        let compressed = std::fs::read(self.dir.join(path)).ok()?;
        let bytes = compressed.len() as u64;
        Some((gunzip(compressed).ok()?, bytes))
    }
}

/// Whether the name of a file is the hash of this content.
fn is_named_by(path: &str, content: &[u8]) -> bool {
    let name = path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default();
    name.len() >= NAME_LENGTH && name == short_hash(content, name.len())
}
