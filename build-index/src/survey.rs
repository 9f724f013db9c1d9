//! What an archive holds: its posts, found and read, and the articles that they make.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use indicatif::ProgressBar;
use rayon::prelude::*;

use crate::archive::{Article, Head, Names, Reading, find_posts, merge, read_file, read_head, relative};
use crate::progress::Progress;
use crate::report::Notice;
use crate::settings::Settings;

/// Posts that are read at once.
const BATCH: usize = 4096;

/// What an archive holds.
#[derive(Debug)]
pub(crate) struct Survey {
    /// Posts in the archive, readable or not.
    pub(crate) posts_found: usize,
    /// In no particular order.
    pub(crate) articles: Vec<Article>,
    /// Posts that are no part of an article.
    pub(crate) skipped: Vec<Notice>,
    /// What is odd about the other posts, and about the settings of the site.
    pub(crate) warnings: Vec<Notice>,
}

impl Survey {
    /// Reads an archive; fails if it holds no post at all.
    pub(crate) fn of(archive: &Path, settings: &Settings, progress: Progress) -> Result<Survey> {
        let found = find_posts(archive, settings.wanted)?;
        let mut survey = Survey {
            posts_found: found.posts.len() + found.skipped.len(),
            articles: Vec::new(),
            skipped: found.skipped,
            warnings: settings.warnings.clone(),
        };
        let heads = survey.read_heads(archive, &found.posts, &settings.reading, progress);
        survey.articles = merge(heads);
        Ok(survey)
    }

    fn read_heads(
        &mut self,
        archive: &Path,
        posts: &[PathBuf],
        reading: &Reading,
        progress: Progress,
    ) -> Vec<Head> {
        let bar = progress.stage("posts", posts.len());
        let mut names = KnownNames::default();
        let mut heads = Vec::with_capacity(posts.len());
        for batch in posts.chunks(BATCH) {
            self.read_batch(archive, batch, reading, &bar, |head| {
                heads.push(Head { names: names.share(head.names), ..head });
            });
        }
        bar.finish_and_clear();
        heads
    }

    fn read_batch(
        &mut self,
        archive: &Path,
        posts: &[PathBuf],
        reading: &Reading,
        bar: &ProgressBar,
        mut take: impl FnMut(Head),
    ) {
        let read: Vec<_> = posts
            .par_iter()
            .map(|path| {
                let mut warnings = Vec::new();
                let name = relative(archive, path);
                let head = read_file(archive, path)
                    .and_then(|bytes| read_head(&name, &bytes, reading, &mut warnings));
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
