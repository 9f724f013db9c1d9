use std::cell::RefCell;

use bundle::format::Facet;
use bundle::search::{Request, Selection};

use super::*;
use crate::archive::in_memory::{CATEGORY, InMemory};

/// What a search of the category shows, each time: how far it has come, and how many articles.
fn shown(source: &InMemory, manifest: &Manifest, rounds: usize) -> Vec<(Extent, usize)> {
    let mut selection = Selection::default();
    selection.toggle(Facet::Category, CATEGORY);
    let request = Request { selection, ..Request::default() };
    let shown = RefCell::new(Vec::new());
    let show = |so_far: SoFar<String>| shown.borrow_mut().push((so_far.extent, so_far.results.hits.len()));
    let run = SearchRun::new(source, manifest, &request, source.timer.clone(), show);
    source.timer.run(run.run(rounds));
    shown.into_inner()
}

/// What is shown of segments with so many articles each, half of which are found.
fn check(segments: &[u32], delay: u32, rounds: usize, expected: &[(Extent, usize)]) {
    let segments: Vec<_> = segments.iter().map(|&articles| (articles, articles / 2)).collect();
    let (mut source, manifest) = InMemory::new(&segments);
    source.delay = delay;
    assert_eq!(shown(&source, &manifest, rounds), expected, "{segments:?}, {delay} ms, {rounds} rounds");
}

#[test]
fn a_quick_search_is_shown_once() {
    check(&[40, 60], 10, 1, &[(Extent::Whole, 50)]);
    check(&[10, 10, 10], 10, 1, &[(Extent::Whole, 15)]);
    check(&[], 10, 1, &[(Extent::Whole, 0)]);
}

#[test]
fn a_slow_search_shows_what_it_has() {
    // Two files a segment, one after the other, and two segments at once.
    check(&[10, 10, 10], 300, 1, &[(Extent::Searching, 10), (Extent::Whole, 15)]);
    check(&[0, 0, 10], 300, 1, &[(Extent::Whole, 5)]);
}

#[test]
fn the_first_articles_do_not_wait_for_older_ones() {
    check(&[40; 5], 10, 1, &[(Extent::Searching, 20), (Extent::Whole, 100)]);
    // Ten articles make a screen.
    check(&[10; 5], 10, 1, &[(Extent::Searching, 10), (Extent::Whole, 25)]);
    // What follows at once is not shown in between.
    check(&[10, 10, 40, 10], 10, 1, &[(Extent::Whole, 35)]);
}

#[test]
fn a_search_of_what_is_common_pauses() {
    let first = (Extent::Searching, 200);
    check(&[400; 12], 1, 1, &[first, (Extent::Paused, 1_600)]);
    check(&[400; 12], 1, 2, &[first, (Extent::Whole, 2_400)]);
    check(&[400; 20], 1, 2, &[first, (Extent::Paused, 3_200)]);
}

#[test]
fn a_search_of_what_is_rare_goes_on_to_the_end() {
    check(&[40; 12], 1, 1, &[(Extent::Searching, 20), (Extent::Whole, 240)]);
}

#[test]
fn a_missing_file_is_told() {
    let (source, manifest) = InMemory::new(&[(20, 5), (20, 5)]);
    source.lose(&manifest.segments[0].folder.columns());
    let request = Request { every_value: true, ..Request::default() };
    let unsearched = RefCell::new(Vec::new());
    let show = |so_far: SoFar<String>| {
        let files = so_far.unsearched.into_iter().map(|unsearched| unsearched.error);
        *unsearched.borrow_mut() = files.collect();
    };
    let run = SearchRun::new(&source, &manifest, &request, source.timer.clone(), show);
    source.timer.run(run.run(1));
    assert_eq!(unsearched.into_inner(), [manifest.segments[0].folder.columns().path()]);
}
