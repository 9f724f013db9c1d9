//! Posts and bodies that are there more than once.

use std::collections::BTreeMap;

use archive::article::Article;
use content_hash::Hash;
use notice::{Notice, NoticeKind};

/// A body is reported if so many articles have it: two may be one story under two titles.
const MANY: usize = 3;
/// How many others are named.
const NAMED: usize = 2;

/// The posts of an article beside the one that it shows.
pub(super) fn duplicates(article: &Article) -> Vec<Notice> {
    let shown = article.path();
    let mut findings = Vec::new();
    for (earlier, posts) in article.texts().enumerate() {
        let message = match earlier {
            0 => format!("it says the same as {shown}: they are one article"),
            _ => format!("it is an earlier version of {shown}: they are one article"),
        };
        let others = posts.iter().filter(|post| *post.path != *shown);
        findings
            .extend(others.map(|post| Notice::new(&post.path, NoticeKind::Duplicate, None, message.clone())));
    }
    findings
}

/// The bodies that many articles have, the most frequent first, given the path of each article and
/// the hash of its body.
pub(super) fn same_bodies<'a>(bodies: impl Iterator<Item = (&'a str, Option<Hash>)>) -> Vec<Notice> {
    let mut paths: BTreeMap<Hash, Vec<&str>> = BTreeMap::new();
    for (path, body) in bodies {
        if let Some(body) = body {
            paths.entry(body).or_default().push(path);
        }
    }
    let mut shared: Vec<_> = paths.into_values().filter(|paths| paths.len() >= MANY).collect();
    shared.iter_mut().for_each(|paths| paths.sort_unstable());
    shared.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    shared.iter().filter_map(|paths| same_body(paths)).collect()
}

fn same_body(paths: &[&str]) -> Option<Notice> {
    let (first, others) = paths.split_first()?;
    let named = others.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    let more = if others.len() > NAMED { ", …" } else { "" };
    let message = format!(
        "its body is that of {} articles: is it the text, or what a site shows in place of one? The \
         others are {named}{more}",
        paths.len()
    );
    Some(Notice::new(first, NoticeKind::SameBody, None, message))
}
