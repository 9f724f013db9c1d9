//! A small bundle in memory, for tests. Its segments can be searched by category, without words.

use std::any::Any;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use bundle::format::{
    ArticleCard, ArticleId, ArticleRef, BodyPlace, BundleFile, CatalogPage, Columns, FormatError, Link,
    Manifest, Profile, SegmentEntry, SegmentFolder, SegmentId, Source,
};
use bundle::text::Script;

use crate::host::timer::Timer as _;
use crate::host::virtual_timer::VirtualTimer;

/// The category that the first articles of each segment have.
pub(crate) const CATEGORY: &str = "tea";
/// The tag of the same articles.
pub(crate) const TAG: &str = "green";
/// Articles on a catalog page.
const PAGE: u32 = 10;

/// The files of a bundle.
#[derive(Default)]
pub(crate) struct InMemory {
    files: HashMap<String, Rc<dyn Any>>,
    /// How many milliseconds each file takes.
    pub(crate) delay: u32,
    pub(crate) timer: VirtualTimer,
    missing: RefCell<HashSet<String>>,
}

impl InMemory {
    /// A bundle with a segment for each pair: its articles, and how many of them have the category. The
    /// first segment is the newest.
    pub(crate) fn new(segments: &[(u32, u32)]) -> (InMemory, Manifest) {
        let mut source = InMemory::default();
        let mut manifest = Manifest::default();
        let mut all = Vec::new();
        for (number, &(articles, matching)) in (0..).zip(segments) {
            let entry = source.add_segment(number, articles, matching);
            manifest.totals.articles += articles;
            manifest.segments.push(entry);
            let ids = (0..articles as u16).map(ArticleId);
            all.extend(ids.map(|article| ArticleRef { segment: SegmentId(number), article }));
        }
        manifest.order = Manifest::runs(all);
        (source, manifest)
    }

    /// Lets a file be missing.
    pub(crate) fn lose<T: BundleFile>(&self, link: &Link<T>) {
        self.missing.borrow_mut().insert(link.path());
    }

    /// Brings the files back that are missing.
    pub(crate) fn restore(&self) {
        self.missing.borrow_mut().clear();
    }

    fn add_segment(&mut self, number: u16, articles: u32, matching: u32) -> SegmentEntry {
        let day = format!("2023-11-{:02}", 28 - number);
        let cards: Vec<ArticleCard> = (0..articles).map(|article| card(&day, number, article)).collect();
        let folder = SegmentFolder::new(format!("segment{number}"));
        for (page, cards) in cards.chunks(PAGE as usize).enumerate() {
            self.add(&folder.page(page), CatalogPage { cards: cards.to_vec() });
        }
        self.add(&folder.columns(), columns(number, articles, matching));
        SegmentEntry {
            folder,
            articles,
            page_articles: PAGE,
            newest: day.clone(),
            oldest: day,
            page_days: std::iter::repeat_n(0, articles.div_ceil(PAGE) as usize).collect(),
        }
    }

    fn add<T: BundleFile>(&mut self, link: &Link<T>, file: T) {
        self.files.insert(link.path(), Rc::new(file));
    }
}

fn card(day: &str, segment: u16, article: u32) -> ArticleCard {
    ArticleCard {
        key: format!("{segment:02}{article:03}"),
        title: format!("Article {segment}-{article}"),
        date: day.to_owned(),
        author: String::new(),
        categories: Vec::new(),
        url: String::new(),
        body: BodyPlace::default(),
        paths: Vec::new(),
        versions: Vec::new(),
    }
}

fn columns(number: u16, articles: u32, matching: u32) -> Columns {
    let none = vec![0; articles as usize];
    let plain = Profile { author: None, categories: vec![], tags: vec![], site: None, script: Script::Other };
    let chosen = Profile { categories: vec![0], tags: vec![0], ..plain.clone() };
    Columns {
        newest: 19_000 - i32::from(number),
        days: none.iter().copied().collect(),
        categories: vec![CATEGORY.to_owned()],
        tags: vec![TAG.to_owned()],
        profiles: vec![plain, chosen],
        profile_of: (0..articles).map(|article| u32::from(article < matching)).collect(),
        ..Columns::default()
    }
    .with_bodies(&none, &none, &none)
}

impl Source for InMemory {
    /// The path of the file.
    type Error = String;

    async fn load<T: BundleFile>(&self, link: &Link<T>) -> Result<Rc<T>, String> {
        let path = link.path();
        self.timer.sleep(self.delay).await;
        let file = self.files.get(&path).filter(|_| !self.missing.borrow().contains(&path));
        file.and_then(|file| Rc::clone(file).downcast().ok()).ok_or(path)
    }

    fn damaged(&self, path: String, _: FormatError) -> String {
        path
    }
}
