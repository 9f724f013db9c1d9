//! What an earlier build left in the output folder, as far as it is whole.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use bundle::format::{
    ArticleId, ArticleRef, CatalogPage, Link, MANIFEST, Manifest, PRINT_LENGTH, Part, Ranks, Records,
    SegmentEntry, SegmentId,
};
use rayon::prelude::*;

use crate::archive::SourcePost;
use crate::hash::{Hash, short_hash};
use crate::output::{MEDIA, NAME_LENGTH};
use crate::shelf::gunzip;

/// A segment that can be kept.
#[derive(Debug, Clone)]
pub(crate) struct KeptSegment {
    pub(crate) entry: SegmentEntry,
    /// Its files, relative to the bundle, with their bytes.
    pub(crate) files: Vec<(String, u64)>,
}

/// An article of a segment that can be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KnownArticle {
    /// Its segment among those that can be kept, and its place there.
    pub(crate) place: ArticleRef,
    /// Its key.
    pub(crate) key: String,
}

/// An earlier bundle.
#[derive(Debug, Default)]
pub(crate) struct Previous {
    pub(crate) segments: Vec<KeptSegment>,
    /// Its articles, by the [`identity`] of their posts.
    pub(crate) articles: HashMap<Hash, KnownArticle>,
}

/// What tells whether an article is as it was: its posts and what is in them, in order.
pub(crate) fn identity(posts: &[SourcePost]) -> Hash {
    Hash::of_words(posts.iter().flat_map(|post| [&*post.path, post.print.as_str()]))
}

impl Previous {
    /// Reads the bundle in `dir`. What is missing, damaged, of another version or made by another
    /// recipe is left out: then it is written anew.
    pub(crate) fn load(dir: &Path, recipe: &str) -> Previous {
        let mut previous = Previous::default();
        let manifest = std::fs::read(dir.join(MANIFEST)).ok().and_then(|json| Manifest::decode(&json).ok());
        let Some(manifest) = manifest.filter(|manifest| manifest.recipe == recipe) else { return previous };
        let ranks = Ranks::of(&manifest);
        for (id, entry) in (0..).map(SegmentId).zip(&manifest.segments) {
            let Some(segment) = WholeSegment::load(dir, entry) else { continue };
            let place = SegmentId(previous.segments.len() as u16);
            for (article, (posts, key)) in (0..=u16::MAX).map(ArticleId).zip(segment.articles) {
                if ranks.rank(ArticleRef { segment: id, article }).is_some() {
                    let known = KnownArticle { place: ArticleRef { segment: place, article }, key };
                    previous.articles.insert(identity(&posts), known);
                }
            }
            previous.segments.push(KeptSegment { entry: entry.clone(), files: segment.files });
        }
        previous
    }
}

/// A segment none of whose files is missing or damaged.
struct WholeSegment {
    files: Vec<(String, u64)>,
    /// The posts and the key of each article.
    articles: Vec<(Vec<SourcePost>, String)>,
}

impl WholeSegment {
    fn load(dir: &Path, entry: &SegmentEntry) -> Option<WholeSegment> {
        let folder = Folder { dir };
        let segment = folder.load(&entry.segment)?;
        let records = folder.load(&entry.records)?;
        let directory = folder.load(&segment.directory)?;
        let pages = segment.pages.par_iter().map(|page| folder.load(page)).collect::<Option<Vec<_>>>()?;
        let mut files: BTreeSet<String> = BTreeSet::new();
        files.extend([
            entry.segment.path(),
            entry.records.path(),
            segment.columns.path(),
            segment.directory.path(),
        ]);
        files.extend(segment.pages.iter().map(Link::path));
        files.extend(directory.shards.iter().map(Link::path));
        files.extend(directory.positions.iter().map(Link::path));
        let cards = || pages.iter().flat_map(|page| &page.cards);
        files.extend(cards().map(|card| card.body.file.path()));
        files.extend(cards().flat_map(|card| &card.versions).map(|version| version.body.file.path()));
        let media = records.media.iter().map(|name| format!("{MEDIA}/{name}"));
        let mut sizes = files.into_par_iter().map(|path| folder.check(path)).collect::<Option<Vec<_>>>()?;
        sizes.extend(media.map(|path| folder.check_media(path)).collect::<Option<Vec<_>>>()?);
        Some(WholeSegment { files: sizes, articles: articles(&pages, &records)? })
    }
}

/// The posts and the key of each article.
fn articles(pages: &[CatalogPage], records: &Records) -> Option<Vec<(Vec<SourcePost>, String)>> {
    let mut prints = records.prints.as_str();
    let mut print = || {
        let (print, rest) = prints.split_at_checked(PRINT_LENGTH)?;
        prints = rest;
        Some(print.into())
    };
    let cards = pages.iter().flat_map(|page| &page.cards);
    cards
        .map(|card| {
            let posts = card
                .paths
                .iter()
                .map(|path| Some(SourcePost { path: path.as_str().into(), print: print()? }));
            Some((posts.collect::<Option<_>>()?, card.key.clone()))
        })
        .collect()
}

/// The folder of a bundle, of which nothing is taken on trust.
#[derive(Clone, Copy)]
struct Folder<'a> {
    dir: &'a Path,
}

impl Folder<'_> {
    /// Reads a part, if its file holds what its name says.
    fn load<T: Part>(self, link: &Link<T>) -> Option<T> {
        T::decode(&self.read(&link.path())?.0).ok()
    }

    /// The path again, with the bytes of the file, if the file holds what its name says.
    fn check(self, path: String) -> Option<(String, u64)> {
        let (_, bytes) = self.read(&path)?;
        Some((path, bytes))
    }

    fn check_media(self, path: String) -> Option<(String, u64)> {
        let bytes = std::fs::read(self.dir.join(&path)).ok()?;
        names(&path, &bytes).then_some((path, bytes.len() as u64))
    }

    /// The decompressed content of a file, and its bytes before that.
    fn read(self, path: &str) -> Option<(Vec<u8>, u64)> {
        let compressed = std::fs::read(self.dir.join(path)).ok()?;
        let bytes = compressed.len() as u64;
        let json = gunzip(compressed).ok()?;
        names(path, &json).then_some((json, bytes))
    }
}

/// Whether the name of a file is that of this content.
fn names(path: &str, content: &[u8]) -> bool {
    let name = path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default();
    name.len() >= NAME_LENGTH && name == short_hash(content, name.len())
}
