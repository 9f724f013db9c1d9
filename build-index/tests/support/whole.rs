//! Walks through all of a bundle.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use bundle::format::{
    ArticleCard, Bodies, BodyPlace, BundleFile, CatalogPage, Link, MANIFEST, Manifest, Records, SegmentFolder,
};

/// A bundle all of whose files have been read.
pub struct Whole {
    /// Its files, relative to its folder.
    pub files: BTreeSet<PathBuf>,
    /// Its articles with their bodies, newest first.
    pub articles: Vec<(ArticleCard, String)>,
}

/// Reads all that the manifest in `dir` leads to. Stops the test if something is missing or damaged.
pub fn read(dir: &Path) -> Whole {
    let manifest = Manifest::decode(&std::fs::read(dir.join(MANIFEST)).unwrap()).unwrap();
    let mut walk = Walk { dir, files: BTreeSet::from([MANIFEST.into()]), bodies: BTreeMap::new() };
    let mut cards: Vec<Vec<(ArticleCard, String)>> = Vec::new();
    for entry in &manifest.segments {
        let folder = &entry.folder;
        walk.search_data(folder);
        let records: Records = walk.load(&folder.records());
        for name in records.media {
            let path = Path::new("media").join(name);
            assert!(dir.join(&path).is_file(), "{}", path.display());
            walk.files.insert(path);
        }
        let pages: Vec<CatalogPage> = (0..entry.pages()).map(|page| walk.load(&folder.page(page))).collect();
        let of_segment = pages.into_iter().flat_map(|page| page.cards);
        cards.push(of_segment.map(|card| (card.clone(), walk.texts(folder, &card))).collect());
        assert_eq!(cards.last().unwrap().len(), entry.articles as usize);
    }
    let articles = manifest.articles().map(|at| cards[at.segment.index()][at.article.index()].clone());
    let articles: Vec<_> = articles.collect();
    assert_eq!(articles.len(), manifest.totals.articles as usize);
    Whole { articles, files: walk.files }
}

impl Whole {
    /// The day and the key of each article, with the paths of its posts.
    pub fn addresses(&self) -> Vec<(String, String, Vec<String>)> {
        let cards = self.articles.iter().map(|(card, _)| card);
        cards.map(|card| (card.day().to_owned(), card.key.clone(), card.paths.clone())).collect()
    }
}

struct Walk<'a> {
    dir: &'a Path,
    files: BTreeSet<PathBuf>,
    /// Those that were read, by path.
    bodies: BTreeMap<String, Bodies>,
}

impl Walk<'_> {
    fn load<T: BundleFile>(&mut self, link: &Link<T>) -> T {
        let path = link.path();
        let bytes = std::fs::read(self.dir.join(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        let length = u32::from_le_bytes(*bytes.last_chunk().unwrap()) as usize;
        let mut json = vec![0; length];
        libdeflater::Decompressor::new().gzip_decompress(&bytes, &mut json).unwrap();
        self.files.insert(path.into());
        T::decode(&json).unwrap()
    }

    fn search_data(&mut self, folder: &SegmentFolder) {
        self.load(&folder.hashes());
        self.load(&folder.columns());
        for shard in 0..self.load(&folder.directory()).first_terms.len() {
            self.load(&folder.terms(shard));
            self.load(&folder.positions(shard));
        }
    }

    /// The body of an article, and those of its earlier versions.
    fn texts(&mut self, folder: &SegmentFolder, card: &ArticleCard) -> String {
        let places = [card.body].into_iter().chain(card.versions.iter().map(|version| version.body));
        let texts: Vec<String> = places.map(|place| self.body(folder, place)).collect();
        texts.join("\n")
    }

    fn body(&mut self, folder: &SegmentFolder, BodyPlace { file, slot }: BodyPlace) -> String {
        let link = folder.bodies(file);
        let path = link.path();
        if !self.bodies.contains_key(&path) {
            let bodies = self.load(&link);
            self.bodies.insert(path.clone(), bodies);
        }
        self.bodies[&path].html[slot as usize].clone()
    }
}
