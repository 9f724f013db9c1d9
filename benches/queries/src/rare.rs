//! What a rare word costs in a small archive and in a large one of the same kind.

use std::path::Path;

use bundle_folder::BundleFolder;
use reading_room_tests::Scan;

use crate::contender::{Answer, Contender};
use crate::draw::rare_words;
use crate::report::{RareAnswers, RareWords};

/// Asks both for words that are rare in the small one, each in a new profile.
pub(crate) async fn measure(small: &Path, large: &Path) -> RareWords {
    let (source, manifest) = BundleFolder::open(small).expect("the folder has a bundle");
    let scan = Scan::of_bundle(&source, &manifest).await.expect("the bundle can be read");
    let words = rare_words(&scan);
    RareWords { small: first_ten(small, &words).await, large: first_ten(large, &words).await, words }
}

/// What it takes to see the first ten articles with each word.
async fn first_ten(bundle: &Path, words: &[String]) -> RareAnswers {
    let (_, manifest) = BundleFolder::open(bundle).expect("the folder has a bundle");
    let contender = Contender::ours(bundle).await;
    let mut answers = RareAnswers { articles_in_all: manifest.totals.articles, ..RareAnswers::default() };
    for word in words {
        eprintln!("{}: {word}", bundle.display());
        let Answer { articles, seconds, weight } = contender.ask_first(word).await;
        answers.articles.push(articles);
        answers.seconds.push(seconds);
        answers.data_bytes.push(weight.data as f64);
    }
    answers
}
