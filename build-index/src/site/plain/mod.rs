//! Pages that any browser can read, without a script: one for each article, or for each day, and lists that
//! lead to all of them.
//!
//! They are planned first, so that it is known which files there will be, and then drawn and written one by
//! one: those of a large archive do not fit into memory.

pub(super) mod article;
mod document;
mod list_page;
mod lists;
mod moved;
pub(crate) mod paths;
mod sitemap;

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

use anyhow::Result;
use bundle::reading::PageKind;
use bundle_folder::BundleFolder;
use rayon::prelude::*;

use crate::site::facts::Facts;
use crate::site::files::PAGE;
use crate::site::folder::Folder;
use crate::site::plain::lists::{Kind, Lists, Part};
use crate::site::plain::paths::{LISTS, SEARCH};
use crate::site::plain::sitemap::Sitemap;

/// Pages that one thread draws before it takes others: their texts are in few files.
const CHUNK: usize = 64;

/// A file, and what is to stand in it.
#[derive(Debug)]
enum Task {
    /// The page of an article, by its place in the order of the archive.
    Article(usize),
    /// What leads to the page of an article that has another now.
    Moved(usize),
    /// The page of the articles of a day.
    Day(Range<usize>),
    /// A page of a list.
    List(usize, Part),
    /// What leads to all lists.
    Lists,
    /// What leads to the lists of a kind.
    ListsOf(Kind),
    AboutSearch,
    /// A part of the sitemap.
    Sitemap(usize),
}

/// The pages of a site that any browser can read.
pub(super) struct Plain<'a> {
    facts: Facts<'a>,
    lists: Lists,
    sitemap: Option<Sitemap>,
    tasks: Vec<(String, Task)>,
}

impl<'a> Plain<'a> {
    /// Those of a site; `earlier` are the files of the site that was there before.
    pub(super) fn of(facts: Facts<'a>, earlier: &[String]) -> Plain<'a> {
        let mut plain = Plain { facts, lists: Lists::default(), sitemap: None, tasks: Vec::new() };
        match facts.kind() {
            PageKind::None => return plain,
            PageKind::Article => plain.plan_articles(earlier),
            PageKind::Day => plain.plan_days(),
        }
        plain.plan_lists();
        if let Some(base_url) = facts.base_url {
            let sitemap = Sitemap::of(facts.articles, base_url);
            plain.tasks.extend((0..sitemap.parts()).map(|part| (Sitemap::file(part), Task::Sitemap(part))));
            plain.sitemap = Some(sitemap);
        }
        plain
    }

    fn plan_articles(&mut self, earlier: &[String]) {
        let articles = self.facts.articles;
        let pages: BTreeSet<String> = moved::pages_of(articles);
        let addresses = articles.cards().iter().map(|card| paths::of_article(&card.address()));
        self.tasks.extend(addresses.enumerate().map(|(place, path)| (path, Task::Article(place))));
        let moved = moved::moved(articles, earlier, &pages);
        self.tasks.extend(moved.into_iter().map(|(path, place)| (path, Task::Moved(place))));
    }

    fn plan_days(&mut self) {
        let cards = self.facts.articles.cards();
        let mut start = 0;
        while let Some(first) = cards.get(start) {
            let end = start + cards[start..].iter().take_while(|card| card.day() == first.day()).count();
            self.tasks.push((paths::of_day(first.day()), Task::Day(start..end)));
            start = end;
        }
    }

    fn plan_lists(&mut self) {
        let lists = Lists::of(self.facts.articles);
        for (place, list) in lists.all().iter().enumerate() {
            self.tasks.extend(list.parts().map(|part| (list.file(part), Task::List(place, part))));
        }
        let kinds = Kind::OF_VALUES.into_iter().filter(|kind| lists.of_kind(*kind).next().is_some());
        self.tasks.extend(kinds.map(|kind| (format!("{LISTS}/{}/{PAGE}", kind.name()), Task::ListsOf(kind))));
        self.tasks.push((format!("{LISTS}/{PAGE}"), Task::Lists));
        self.tasks.push((format!("{LISTS}/{SEARCH}/{PAGE}"), Task::AboutSearch));
        self.lists = lists;
    }

    /// Their files.
    pub(super) fn files(&self) -> impl Iterator<Item = String> {
        self.tasks.iter().map(|(path, _)| path.clone())
    }

    /// The file that lists the parts of the sitemap, where there is one.
    pub(super) fn sitemap_index(&self) -> Option<String> {
        self.sitemap.as_ref().map(Sitemap::index)
    }

    /// Draws them from a bundle, and puts them into a folder.
    pub(super) fn write(&self, bundle: &Path, folder: &Folder) -> Result<()> {
        self.tasks.par_chunks(CHUNK).try_for_each(|tasks| {
            // Each thread has its own, which remembers what it has read last.
            let source = BundleFolder::of(bundle).forgetful();
            tasks.iter().try_for_each(|(path, task)| {
                let page = self.draw(path, task, &source)?;
                folder.put(path, page.as_bytes())
            })
        })
    }

    fn draw(&self, path: &str, task: &Task, source: &BundleFolder) -> Result<String> {
        let articles = article::Writer { facts: &self.facts, lists: &self.lists, source };
        let lists = list_page::Writer { facts: &self.facts, lists: &self.lists };
        Ok(match task {
            Task::Article(place) => articles.article(*place, path)?,
            Task::Day(places) => articles.day(places.clone(), path)?,
            Task::Moved(place) => moved::page(&self.facts, *place, path),
            Task::List(place, part) => lists.list(&self.lists.all()[*place], *part, path),
            Task::Lists => lists.all(path),
            Task::ListsOf(kind) => lists.of_kind(*kind, path),
            Task::AboutSearch => lists.about_search(path),
            Task::Sitemap(part) => self.sitemap.as_ref().map(|map| map.part(*part)).unwrap_or_default(),
        })
    }
}
