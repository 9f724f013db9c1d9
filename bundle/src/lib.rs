//! The contract between `build-index`, which writes a bundle, and the viewer, which reads it.
//!
//! - [`mod@format`]: the files of a bundle, their names, versions and encodings;
//! - [`json`]: how they are read, in little code;
//! - [`date`] and [`moment`]: days and times of articles;
//! - [`site`]: where an original was published;
//! - [`text`]: which text of an article can be searched, and which texts count as equal;
//! - [`query`]: the language of the search box;
//! - [`search`]: from a query to ranked hits with snippets;
//! - [`reading`]: from a hit or an address to the article;
//!
//! This crate does no IO, asks no clock, draws no random number and knows nothing of Yew. Whoever has
//! files hands them over through [`format::Source`]; everything else is computation, and the same on both
//! sides. It is compiled to WebAssembly, so every dependency adds to the weight of the page.
//!
//! # Example: index two articles in memory and search them
//!
//! ```
//! use std::collections::BTreeMap;
//! use std::rc::Rc;
//!
//! use bundle::date::Day;
//! use bundle::format::*;
//! use bundle::query::{LastWord, Query};
//! use bundle::reading::{catalog_row, snippet};
//! use bundle::search::{Request, Sort, search};
//! use bundle::text::{Script, each_term, visible_text};
//!
//! /// The files of a bundle by their paths. It is a [`Source`], like a folder or a server.
//! #[derive(Default)]
//! struct Memory(BTreeMap<String, Vec<u8>>);
//!
//! impl Memory {
//!     /// Adds a file. A real bundle compresses it.
//!     fn write<T: BundleFile>(&mut self, link: Link<T>, file: &T) -> Result<(), FormatError> {
//!         self.0.insert(link.path(), file.encode()?);
//!         Ok(())
//!     }
//! }
//!
//! impl Source for Memory {
//!     type Error = FormatError;
//!
//!     async fn load<T: BundleFile>(&self, link: &Link<T>) -> Result<Rc<T>, FormatError> {
//!         let missing = || FormatError::damaged(format!("{} is missing", link.path()));
//!         T::decode(self.0.get(&link.path()).ok_or_else(missing)?).map(Rc::new)
//!     }
//!
//!     fn damaged(&self, path: String, error: FormatError) -> FormatError {
//!         FormatError::damaged(format!("{path}: {error}"))
//!     }
//! }
//!
//! # fn main() -> Result<(), FormatError> {
//! // Articles are numbered from 0, newest first.
//! let articles = [
//!     ("2023-11-10", "潮汐表", "<p>港口的<b>圖書館</b>有一份潮汐表。</p>"),
//!     ("2023-11-07", "Tide tables", "<p>How to read the tables of a harbour.</p>"),
//! ];
//! let bodies: Vec<String> = articles.iter().map(|(_, _, html)| visible_text(html).text).collect();
//! let mut files = Memory::default();
//! // A real folder is named by the hash of the hashes of its files.
//! let folder = SegmentFolder::new("example".to_owned());
//!
//! // The inverted index: for each term and article, the positions in the title and in the body.
//! let mut index: BTreeMap<String, BTreeMap<u16, [Vec<u32>; 2]>> = BTreeMap::new();
//! let mut lengths = [0; 2];
//! for (id, (_, title, _)) in articles.iter().enumerate() {
//!     for (field, text) in [*title, &bodies[id]].into_iter().enumerate() {
//!         lengths[id] += each_term(text, |term, position| {
//!             let postings = index.entry(term.to_owned()).or_default();
//!             postings.entry(id as u16).or_default()[field].push(position);
//!         });
//!     }
//! }
//!
//! // Its files. Two articles need one shard of terms, which the directory lists.
//! let steps = |positions: &[u32]| {
//!     let mut last = 0;
//!     positions.iter().map(|&at| at - std::mem::replace(&mut last, at)).collect::<Vec<_>>()
//! };
//! let mut shard = ShardWriter::default();
//! for (term, postings) in &index {
//!     shard.begin(term);
//!     for (&id, [title, body]) in postings {
//!         let [in_title, in_body] = [title, body].map(|positions| positions.len() as u32);
//!         let posting = Posting { article: ArticleId(id), title: in_title, body: in_body };
//!         shard.push(posting, steps(title).into_iter().chain(steps(body)));
//!     }
//! }
//! let (shard, positions) = shard.finish();
//! files.write(folder.terms(0), &shard)?;
//! files.write(folder.positions(0), &positions)?;
//! let first_terms = index.keys().take(1).cloned().collect();
//! files.write(folder.directory(), &TermDirectory { first_terms, prefixes: Vec::new() })?;
//!
//! // What filters and ranking need of the articles: here only dates, lengths and scripts.
//! let newest = Day::parse("2023-11-10").unwrap().0;
//! let profiles = [Script::Traditional, Script::Other].map(|script| Profile {
//!     author: None,
//!     categories: Vec::new(),
//!     tags: Vec::new(),
//!     site: None,
//!     script,
//! });
//! let columns = Columns {
//!     newest,
//!     days: Numbers::from_iter([0, 3]),
//!     profiles: profiles.to_vec(),
//!     profile_of: Numbers::from_iter([0, 1]),
//!     ..Columns::default()
//! };
//! // No body is shared, and both are in the first file of bodies.
//! let columns = columns.with_bodies(&lengths.map(length_class), &[0, 0], &[0, 0]);
//! files.write(folder.columns(), &columns)?;
//!
//! // What is shown of the articles: a catalog page, and their bodies.
//! let html = articles.iter().map(|(_, _, html)| (*html).to_owned()).collect();
//! files.write(folder.bodies(0), &Bodies { html })?;
//! let card = |(slot, (date, title, _)): (usize, &(&str, &str, &str))| ArticleCard {
//!     key: format!("key0{slot}"),
//!     title: (*title).to_owned(),
//!     date: (*date).to_owned(),
//!     author: String::new(),
//!     categories: Vec::new(),
//!     url: String::new(),
//!     body: BodyPlace { file: 0, slot: slot as u32 },
//!     paths: vec![format!("_posts/{date}.md")],
//!     versions: Vec::new(),
//! };
//! let page = CatalogPage { cards: articles.iter().enumerate().map(card).collect() };
//! files.write(folder.page(0), &page)?;
//!
//! // The manifest lists the segment.
//! let entry = SegmentEntry {
//!     folder,
//!     articles: 2,
//!     page_articles: 2,
//!     newest: "2023-11-10".to_owned(),
//!     oldest: "2023-11-07".to_owned(),
//!     page_days: Numbers::from_iter([0]),
//! };
//! let manifest = Manifest {
//!     format: FORMAT,
//!     totals: Totals { articles: 2, tokens: u64::from(lengths[0] + lengths[1]) },
//!     segments: vec![entry],
//!     order: vec![Run(0, 0, 2)],
//!     ..Manifest::default()
//! };
//!
//! // Search it. Simplified characters find Traditional ones.
//! let query = Query::parse("图书馆 潮汐", LastWord::Whole);
//! let request = Request { query, sort: Sort::Relevance, ..Request::default() };
//! pollster::block_on(async {
//!     let results = search(&files, &manifest, &request).await?;
//!     assert_eq!(results.hits.len(), 1);
//!
//!     let row = catalog_row(&files, &manifest, results.hits[0].article).await?;
//!     assert_eq!(row.card().unwrap().title, "潮汐表");
//!
//!     let snippet = snippet(&files, &row, &request.query).await?;
//!     let highlights: Vec<_> =
//!         snippet.highlights.iter().map(|range| &snippet.text[range.clone()]).collect();
//!     assert_eq!(snippet.text, "港口的圖書館有一份潮汐表。");
//!     assert_eq!(highlights, ["圖書館", "潮汐"]);
//!     Ok(())
//! })
//! # }
//! ```

pub mod date;
pub mod format;
pub mod json;
pub mod moment;
pub mod players;
pub mod query;
pub mod reading;
pub mod search;
pub mod site;
pub mod text;
