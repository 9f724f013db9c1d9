//! An archive that changes at random: whatever a build keeps of the bundle before, readers get the
//! answers of a bundle that was written at once.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;

use bundle::format::{ArticleCard, ArticleRef, FacetSummary, Manifest, Run, SegmentFolder};
use bundle::query::{LastWord, Query};
use bundle::reading::{Address, catalog_row, find};
use bundle::search::{Request, Sort, search};
use bundle_folder::BundleFolder;
use compile::merge_policy::MergePolicy;
use pollster::block_on;
use rand::rngs::ChaCha8Rng;
use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};

use crate::build::pipeline::build;
use crate::build::report::Report;
use crate::progress::Progress;
use crate::settings::Settings;

/// So small that a few posts fill a segment.
const SMALL: MergePolicy =
    MergePolicy { small: 16_000, full_articles: 40, full_tokens: u64::MAX, most_runs: usize::MAX };

const WORDS: &[&str] =
    &["tea", "tide", "lighthouse", "铁路", "鐵路", "图书馆", "圖書館", "the", "1937", "茶"];

/// What is looked for in each state of the archive.
const QUERIES: &[&str] = &[
    "",
    "tea",
    "tea tide",
    "铁路",
    "图书馆 -tea",
    "\"tea tide\"",
    "light*",
    "tide OR 茶",
    "author:ann",
    "tag:x 1937",
    "title:茶",
    "before:2010",
    "date:2019-02 the",
    "nothing-of-the-kind",
];

/// An archive that is edited, and the bundle that is kept up to date with it.
struct Site {
    archive: tempfile::TempDir,
    out: tempfile::TempDir,
    posts: BTreeMap<String, Post>,
    rng: ChaCha8Rng,
    merge_policy: MergePolicy,
}

#[derive(Clone)]
struct Post {
    title: String,
    date: String,
    original: Option<u32>,
    body: String,
}

impl Site {
    fn new(seed: u64, merge_policy: MergePolicy, posts: usize) -> Site {
        let (archive, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let mut site =
            Site { archive, out, posts: BTreeMap::new(), rng: ChaCha8Rng::seed_from_u64(seed), merge_policy };
        (0..posts).for_each(|_| site.add(2019));
        site
    }

    fn number(&mut self, range: Range<u32>) -> u32 {
        self.rng.random_range(range)
    }

    fn words(&mut self, most: usize) -> String {
        let count = self.rng.random_range(1..=most);
        let words: Vec<&str> = (0..count).filter_map(|_| WORDS.choose(&mut self.rng).copied()).collect();
        words.join(" ")
    }

    fn post(&mut self, year: u32) -> Post {
        let (month, day, hour) = (self.number(1..13), self.number(1..29), self.number(0..24));
        Post {
            title: self.words(3),
            date: format!("{year}-{month:02}-{day:02}T{hour:02}:00:00Z"),
            original: self.rng.random::<bool>().then(|| self.number(0..1_000_000)),
            body: self.words(60),
        }
    }

    /// Few names, so that articles of one day can have the same.
    fn path_of(&mut self, post: &Post) -> String {
        let folder = *["_posts", "archived", "archived/a"].choose(&mut self.rng).unwrap();
        format!("{folder}/{}-{}.md", &post.date[..10], self.number(0..5))
    }

    fn write(&mut self, path: String, post: Post) {
        let Post { title, date, original, body } = &post;
        let author = if body.len() % 2 == 0 { "ann" } else { "bob" };
        let from = original.map(|id| format!("from: https://www.example.org/{id}\n")).unwrap_or_default();
        let tags = if title.len() % 2 == 0 { "tags: [ x, y ]\ncategories: [ news ]\n" } else { "" };
        let text =
            format!("---\ntitle: \"{title}\"\ndate: {date}\nauthor: {author}\n{from}{tags}---\n\n{body}\n");
        let file = self.archive.path().join(&path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
        self.posts.insert(path, post);
    }

    fn remove(&mut self, path: &str) -> Post {
        std::fs::remove_file(self.archive.path().join(path)).unwrap();
        self.posts.remove(path).unwrap()
    }

    fn add(&mut self, year: u32) {
        let post = self.post(year);
        let path = self.path_of(&post);
        self.write(path, post);
    }

    fn any(&mut self) -> (String, Post) {
        let place = self.rng.random_range(..self.posts.len());
        self.posts.iter().nth(place).map(|(path, post)| (path.clone(), post.clone())).unwrap()
    }

    /// Changes the archive in one of the ways in which archives change; tells which.
    fn edit(&mut self) -> &'static str {
        let (path, post) = self.any();
        match self.number(0..8) {
            0 | 1 => {
                self.add(2020);
                "a new post"
            }
            2 => {
                self.add(1990);
                "a post with an old date"
            }
            3 => {
                let body = self.words(60);
                self.write(path, Post { body, ..post });
                "a changed post"
            }
            4 if self.posts.len() > 5 => {
                self.remove(&path);
                "a post removed"
            }
            5 => {
                let post = self.remove(&path);
                let path = self.path_of(&post);
                self.write(path, post);
                "a post moved"
            }
            6 => {
                let path = self.path_of(&post);
                self.write(path, post);
                "a duplicate"
            }
            _ => {
                let later = self.post(2021);
                let original = Some(post.original.unwrap_or_default());
                let path = self.path_of(&later);
                self.write(path, Post { original, ..later });
                "a new version of an original"
            }
        }
    }

    fn settings(&self, out: PathBuf, full: bool) -> Settings {
        let mut settings = Settings::of(self.archive.path(), &out);
        settings.full = full;
        settings.merge_policy = self.merge_policy;
        settings
    }

    fn update(&self) -> (Report, Library) {
        let settings = self.settings(self.out.path().to_owned(), false);
        let report = build(self.archive.path(), &settings, Progress::new(true)).unwrap();
        (report, Library::open(self.out.path().to_owned()))
    }

    /// Checks that the bundle answers as one that is written at once.
    fn check(&self, library: &Library, after: &str) {
        let dir = tempfile::tempdir().unwrap();
        let settings = self.settings(dir.path().to_owned(), true);
        build(self.archive.path(), &settings, Progress::new(true)).unwrap();
        let whole = Library::open(dir.path().to_owned());
        assert_eq!(library.manifest.totals, whole.manifest.totals, "{after}");
        for query in QUERIES {
            for sort in [Sort::Relevance, Sort::Newest, Sort::Oldest] {
                let (kept, whole) = (library.answer(query, sort), whole.answer(query, sort));
                assert_eq!(kept, whole, "{query:?}, {sort:?}, after {after}");
            }
        }
    }
}

/// A bundle, opened.
struct Library {
    source: BundleFolder,
    manifest: Manifest,
}

/// What a reader sees of search results.
#[derive(Debug, PartialEq)]
struct Answer {
    hits: Vec<(Vec<String>, String, String, f32)>,
    facets: Vec<FacetSummary>,
    months: Vec<(String, u32)>,
}

impl Library {
    fn open(dir: PathBuf) -> Library {
        let (source, manifest) = BundleFolder::open(&dir).unwrap();
        Library { source, manifest }
    }

    fn card(&self, article: ArticleRef) -> ArticleCard {
        block_on(catalog_row(&self.source, &self.manifest, article)).unwrap().card().unwrap().clone()
    }

    fn answer(&self, query: &str, sort: Sort) -> Answer {
        let request = Request { query: Query::parse(query, LastWord::Whole), sort, ..Request::default() };
        let results = block_on(search(&self.source, &self.manifest, &request)).unwrap();
        let hit = |hit: bundle::search::Hit| {
            let ArticleCard { paths, title, date, .. } = self.card(hit.article);
            (paths, title, date, hit.score)
        };
        let hits = results.hits.into_iter().map(hit).collect();
        Answer { hits, facets: results.facets, months: results.months }
    }

    /// The address of each article, by its posts. Each leads to its article.
    fn addresses(&self) -> BTreeMap<Vec<String>, Address> {
        let address = |article| {
            let card = self.card(article);
            let found = block_on(find(&self.source, &self.manifest, &card.address())).unwrap();
            assert_eq!(found, Some(article), "{:?}", card.paths);
            (card.paths.clone(), card.address())
        };
        self.manifest.articles().map(address).collect()
    }

    fn segments(&self) -> usize {
        self.manifest.segments.len()
    }
}

fn check_stable(before: &BTreeMap<Vec<String>, Address>, after: &BTreeMap<Vec<String>, Address>) {
    for (posts, address) in before {
        let now = after.get(posts).filter(|now| now.day == address.day);
        assert!(now.is_none_or(|now| now == address), "{posts:?}: {address:?} became {now:?}");
    }
}

#[test]
fn any_sequence_of_edits_gives_the_answers_of_a_whole_build() {
    for (seed, merge_policy) in
        [(1, SMALL), (2, MergePolicy::default()), (3, MergePolicy { most_runs: 12, ..SMALL })]
    {
        let mut site = Site::new(seed, merge_policy, 25);
        let mut addresses = site.update().1.addresses();
        for step in 0..9 {
            let edits: Vec<_> = (0..1 + step % 3).map(|_| site.edit()).collect();
            let (report, library) = site.update();
            assert_eq!(report.posts_found, report.articles + report.merged, "seed {seed}, {edits:?}");
            site.check(&library, &format!("seed {seed}, step {step}: {edits:?}"));
            let now = library.addresses();
            check_stable(&addresses, &now);
            addresses = now;
        }
    }
}

#[test]
fn segments_stay_few() {
    // With this seed no post is written over another, so that all articles of all segments stay.
    let mut site = Site::new(5, SMALL, 30);
    site.update();
    let mut written = 0;
    let mut most = 0;
    for _ in 0..40 {
        site.add(2020);
        let (report, library) = site.update();
        written += report.bytes_written;
        most = most.max(library.segments());
        let sizes = library.manifest.segments.iter().map(|entry| entry.articles);
        assert_eq!(sizes.sum::<u32>() as usize, report.articles);
    }
    let (report, library) = site.update();
    assert_eq!((report.files_written, report.articles_kept), (0, report.articles));
    assert!((3..=9).contains(&most), "{most} segments");
    assert!(written < 40 * report.bytes, "{written} bytes written for one of {}", report.bytes);
    site.check(&library, "forty posts");
}

#[test]
fn the_order_stays_in_few_runs() {
    let mut site = Site::new(5, MergePolicy { most_runs: 9, ..MergePolicy::default() }, 30);
    for year in [2019, 2018, 2019, 2019, 2019, 2019, 2019, 2019] {
        site.add(year);
        let (report, library) = site.update();
        assert!(library.manifest.order.len() <= 9, "{:?}", library.manifest.order);
        assert!(report.articles_kept + 1 >= report.articles || report.articles_kept == 0);
    }
}

#[test]
fn a_changed_setting_writes_everything_anew() {
    let site = Site::new(6, MergePolicy::default(), 5);
    site.update();
    std::fs::write(site.archive.path().join("_config.yml"), "timezone: Asia/Hong_Kong\n").unwrap();
    assert_eq!(site.update().0.articles_kept, 0);
}

#[test]
fn what_a_manifest_claims_is_not_believed() {
    let site = Site::new(7, MergePolicy::default(), 8);
    let (_, library) = site.update();
    let whole = library.manifest;
    let check = |what: &str, change: &dyn Fn(&mut Manifest)| {
        let mut manifest = whole.clone();
        change(&mut manifest);
        std::fs::write(site.out.path().join("manifest.json"), manifest.encode().unwrap()).unwrap();
        let (_, library) = site.update();
        site.check(&library, what);
        library.addresses();
    };
    check("more articles than there are", &|manifest| manifest.segments[0].articles += 5);
    check("another day", &|manifest| manifest.segments[0].newest = "1970-01-01".to_owned());
    check("a segment twice", &|manifest| manifest.segments.push(manifest.segments[0].clone()));
    check("articles that are nowhere", &|manifest| manifest.order.push(Run(7, 60_000, 9)));
    check("an article twice", &|manifest| manifest.order.push(Run(0, 1, 1)));
    check("nothing", &|manifest| manifest.order.clear());
    check("no such segment", &|manifest| {
        manifest.segments[0].folder = SegmentFolder::new("0".repeat(12));
    });
    check("other pages", &|manifest| manifest.segments[0].page_articles = 1);
    check("other days of pages", &|manifest| manifest.segments[0].page_days.push(7));
}
