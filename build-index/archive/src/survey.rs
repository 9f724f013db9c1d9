//! What an archive holds: its posts, found and read, and the articles that they make.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use indicatif::ProgressBar;
use notice::Notice;
use rayon::prelude::*;

use crate::article::Article;
use crate::find::{FindOptions, find_posts, relative};
use crate::merge::merge;
use crate::post::{Head, Names, ReadOptions, read_file, read_head};

/// Posts that are read at once.
const BATCH: usize = 4096;

/// What an archive holds.
#[derive(Debug)]
pub struct Survey {
    /// Posts in the archive, readable or not.
    pub posts_found: usize,
    /// In no particular order.
    pub articles: Vec<Article>,
    /// Posts that are no part of an article.
    pub skipped: Vec<Notice>,
    /// What is odd about the other posts.
    pub warnings: Vec<Notice>,
}

impl Survey {
    /// Reads an archive, and shows on `bar` how far that is; fails if the archive holds no post at all.
    pub fn of(archive: &Path, find: FindOptions, read: &ReadOptions, bar: &ProgressBar) -> Result<Survey> {
        let found = find_posts(archive, find)?;
        bar.inc_length(found.posts.len() as u64);
        let mut survey = Survey {
            posts_found: found.posts.len() + found.skipped.len(),
            articles: Vec::new(),
            skipped: found.skipped,
            warnings: Vec::new(),
        };
        let heads = survey.read_heads(archive, &found.posts, read, bar);
        survey.articles = merge(heads);
        Ok(survey)
    }

    fn read_heads(
        &mut self,
        archive: &Path,
        posts: &[PathBuf],
        options: &ReadOptions,
        bar: &ProgressBar,
    ) -> Vec<Head> {
        let mut names = KnownNames::default();
        let mut heads = Vec::with_capacity(posts.len());
        for batch in posts.chunks(BATCH) {
            self.read_batch(archive, batch, options, bar, |head| {
                heads.push(Head { names: names.share(head.names), ..head });
            });
        }
        heads
    }

    fn read_batch(
        &mut self,
        archive: &Path,
        posts: &[PathBuf],
        options: &ReadOptions,
        bar: &ProgressBar,
        mut take: impl FnMut(Head),
    ) {
        let read: Vec<_> = posts
            .par_iter()
            .map(|path| {
                let mut warnings = Vec::new();
                let name = relative(archive, path);
                let head = read_file(archive, path)
                    .and_then(|bytes| read_head(&name, &bytes, options, &mut warnings));
                bar.inc(1);
                (head, warnings)
            })
            .collect();
        for (head, warnings) in read {
            self.warnings.extend(warnings);
            match head {
                Ok(head) => take(head),
                Err(notice) => self.skipped.push(notice),
            }
        }
    }
}

/// Keeps one copy of equal names: archives have few authors and many posts.
#[derive(Default)]
struct KnownNames(BTreeSet<Arc<Names>>);

impl KnownNames {
    fn share(&mut self, names: Arc<Names>) -> Arc<Names> {
        if let Some(known) = self.0.get(&names) {
            return known.clone();
        }
        self.0.insert(names.clone());
        names
    }
}
