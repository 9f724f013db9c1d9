//! The queries of one archive, put to both.

use std::path::Path;

use crate::Archive;
use crate::contender::Contender;
use crate::draw;
use crate::known::{By, Known, our_ranks, pagefind_ranks};
use crate::ours::{self, Ours};
use crate::pagefind::Pagefind;
use crate::report::{Answers, Query, Report};

/// Measures everything for an archive.
pub(crate) async fn compare(archive: &Archive) -> Report {
    eprintln!("reading all texts of {}", archive.bundle.display());
    let ours = Ours::read(&archive.bundle).await;
    let queries = draw::queries(&ours.scan);
    let known = Known::draw(&ours).await;
    let theirs = archive.pagefind.as_deref().zip(archive.pages.as_deref());

    let mut our_answers = our_findings(&ours, &queries, &known).await;
    let our_page = Contender::ours(&archive.bundle).await;
    let mut pagefind = None;
    if let Some((index, pages)) = theirs {
        let page = Contender::pagefind(index).await;
        pagefind = Some((pagefind_findings(&page, index, pages, &queries, &known).await, page));
    }
    for (number, query) in queries.iter().enumerate() {
        eprintln!("query {} of {}, in new profiles: {}", number + 1, queries.len(), query.text);
        our_answers.ask_first(&our_page, number).await;
        if let Some((answers, page)) = &mut pagefind {
            answers.ask_first(page, number).await;
        }
    }
    eprintln!("all queries again");
    (our_answers.warm_seconds, our_answers.search_seconds) = our_page.ask_again(&our_answers.typed).await;
    if let Some((answers, page)) = &mut pagefind {
        (answers.warm_seconds, answers.search_seconds) = page.ask_again(&answers.typed).await;
    }
    Report {
        queries,
        ours: our_answers,
        pagefind: pagefind.map(|(answers, _)| answers),
        known: known.into_iter().map(|known| known.post).collect(),
    }
}

/// What we find, as far as it takes no browser.
async fn our_findings(ours: &Ours, queries: &[Query], known: &[Known]) -> Answers {
    eprintln!("what we find, of {} queries and {} known articles", queries.len(), known.len());
    let mut answers = Answers::default();
    for Query { text, .. } in queries {
        let (quality, expected) = ours.quality(text).await;
        answers.add(ours::typed(text), quality, expected);
    }
    answers.title_ranks = our_ranks(known, By::Title, ours).await;
    answers.piece_ranks = our_ranks(known, By::Piece, ours).await;
    answers
}

/// What Pagefind finds, as far as no snippet is shown.
async fn pagefind_findings(
    contender: &Contender,
    index: &Path,
    pages: &Path,
    queries: &[Query],
    known: &[Known],
) -> Answers {
    eprintln!("what Pagefind finds of the queries");
    let pagefind = Pagefind::open(contender, index, pages).await;
    let mut answers = Answers::default();
    for Query { text, .. } in queries {
        let (form, quality, expected) = pagefind.quality(text).await;
        answers.add(form, quality, expected);
    }
    eprintln!("what it finds by title");
    answers.title_ranks = pagefind_ranks(known, By::Title, &pagefind).await;
    eprintln!("what it finds by a piece of text");
    answers.piece_ranks = pagefind_ranks(known, By::Piece, &pagefind).await;
    answers
}
