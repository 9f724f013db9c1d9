//! Stores bodies: neighbours together, equal ones once.

use std::collections::BTreeMap;

use anyhow::Result;
use bundle::format::{Bodies, Link};
use rayon::prelude::*;

use super::order::Ordered;
use crate::output::Writer;
use crate::progress::Progress;

/// About how many bytes of HTML go into a file: some 8 to 16 KB when compressed.
const FILE_BYTES: usize = 32 * 1024;

/// Where the body of each article is.
pub(super) struct StoredBodies {
    files: Vec<Link<Bodies>>,
    /// For each article, its file and its place there.
    places: Vec<(usize, usize)>,
}

impl StoredBodies {
    /// Writes the bodies of all articles of a bundle.
    pub(super) fn write(articles: &[Ordered], writer: &Writer, progress: Progress) -> Result<StoredBodies> {
        let (files, places) = arrange(articles);
        let bar = progress.stage("bodies", files.len());
        let files = files
            .into_par_iter()
            .map(|html| {
                let html = html.into_iter().map(str::to_owned).collect();
                let link = writer.write(&Bodies { html });
                bar.inc(1);
                link
            })
            .collect::<Result<_>>()?;
        bar.finish_and_clear();
        Ok(StoredBodies { files, places })
    }

    /// The file of an article's body and its place there.
    pub(super) fn place(&self, article: usize) -> (&Link<Bodies>, usize) {
        let (file, slot) = self.places[article];
        (&self.files[file], slot)
    }
}

/// Which bodies each file holds, and where the body of each article is.
fn arrange(articles: &[Ordered]) -> (Vec<Vec<&str>>, Vec<(usize, usize)>) {
    let mut files: Vec<Vec<&str>> = Vec::new();
    let mut known: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut bytes = FILE_BYTES;
    let mut places = Vec::with_capacity(articles.len());
    for Ordered { article, .. } in articles {
        let place = *known.entry(&article.html).or_insert_with(|| {
            if bytes + article.html.len() > FILE_BYTES {
                files.push(Vec::new());
                bytes = 0;
            }
            bytes += article.html.len();
            let file = files.len() - 1;
            let slot = files[file].len();
            files[file].push(&article.html);
            (file, slot)
        });
        places.push(place);
    }
    (files, places)
}
