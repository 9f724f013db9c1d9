//! What an earlier build left in the output folder, as far as it is whole.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use archive::article::{Article, SourcePost};
use bundle::date::Day;
use bundle::format::{
    ArticleCard, ArticleId, ArticleOrder, ArticleRef, BundleFile, Columns, FINGERPRINT_LENGTH, Link,
    MANIFEST, Manifest, Records, Segment, SegmentEntry, SegmentId, TermDirectory, length_of_class,
};
use bundle_folder::gunzip;
use content_hash::{Hash, short_hash};
use indicatif::ProgressBar;
use rayon::prelude::*;

use crate::writer::{MEDIA, NAME_LENGTH};

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
        let segment = folder.load(&entry.segment)?;
        let records = folder.load(&entry.records)?;
        let directories = segment.terms.directories.iter().map(|link| folder.load(link));
        let directories = directories.collect::<Option<Vec<_>>>()?;
        let columns = folder.load(&segment.columns)?;
        folder.bar.inc_length(segment.pages.len() as u64);
        let pages = segment.pages.par_iter().map(|page| folder.load(page)).collect::<Option<Vec<_>>>()?;
        let cards: Vec<&ArticleCard> = pages.iter().flat_map(|page| &page.cards).collect();
        if !is_about(entry, &cards) {
            return None;
        }
        let mut files = BTreeSet::from([entry.segment.path(), entry.records.path()]);
        files.extend(files_of(&segment, &directories));
        files.extend(cards.iter().flat_map(|card| bodies_of(card)));
        let media = records.media.iter().map(|name| format!("{MEDIA}/{name}"));
        folder.bar.inc_length(files.len() as u64);
        let mut sizes = files.into_par_iter().map(|path| folder.check(path)).collect::<Option<Vec<_>>>()?;
        sizes.extend(media.map(|path| folder.check_media(path)).collect::<Option<Vec<_>>>()?);
        Some(WholeSegment { files: sizes, articles: articles(&cards, &records)?, tokens: tokens(&columns)? })
    }
}

/// The files that a segment with these directories names.
fn files_of(segment: &Segment, directories: &[TermDirectory]) -> impl Iterator<Item = String> {
    let pages = segment.pages.iter().map(Link::path);
    let terms = segment.terms.directories.iter().map(Link::path);
    let shards = directories.iter().flat_map(|directory| directory.shards.iter().map(Link::path));
    let positions = directories.iter().flat_map(|directory| directory.positions.iter().map(Link::path));
    [segment.columns.path()].into_iter().chain(pages).chain(terms).chain(shards).chain(positions)
}

/// The files with the body of an article and those of its earlier versions.
fn bodies_of(card: &ArticleCard) -> impl Iterator<Item = String> {
    let earlier = card.versions.iter().map(|version| version.body.file.path());
    [card.body.file.path()].into_iter().chain(earlier)
}

/// Whether the manifest describes the segment correctly: unlike other files, it is not named by a hash
/// of its content.
fn is_about(entry: &SegmentEntry, cards: &[&ArticleCard]) -> bool {
    let day = |card: Option<&&ArticleCard>| card.map(|card| card.day().to_owned());
    entry.articles as usize == cards.len()
        && day(cards.first()).as_ref() == Some(&entry.newest)
        && day(cards.last()).as_ref() == Some(&entry.oldest)
}

fn tokens(columns: &Columns) -> Option<u64> {
    let lengths = columns.lengths.decode().ok()?;
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

/// The folder of a bundle, each file of which is verified when it is read.
#[derive(Clone, Copy)]
struct Folder<'a> {
    dir: &'a Path,
    bar: &'a ProgressBar,
}

impl Folder<'_> {
    /// Reads a file, if it holds what its name says.
    fn load<T: BundleFile>(self, link: &Link<T>) -> Option<T> {
        T::decode(&self.read(&link.path())?.0).ok()
    }

    /// The path again, with the bytes of the file, if the file holds what its name says.
    fn check(self, path: String) -> Option<(String, u64)> {
        let (_, bytes) = self.read(&path)?;
        Some((path, bytes))
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
        let json = gunzip(compressed).ok()?;
        is_named_by(path, &json).then_some((json, bytes))
    }
}

/// Whether the name of a file is the hash of this content.
fn is_named_by(path: &str, content: &[u8]) -> bool {
    let name = path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default();
    name.len() >= NAME_LENGTH && name == short_hash(content, name.len())
}
