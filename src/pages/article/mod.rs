//! An article: its text, where it is from, and what stands around it.

mod keys;
mod missing;
mod opened;

use std::rc::Rc;

use bundle::format::ArticleCard;
use bundle::reading::Address;
use yew::prelude::*;

use crate::components::{article_skeleton, page_error};
use crate::hooks::{Found, Progress, use_article, use_library, use_title};
use crate::texts::{Words, use_words};
use missing::no_such_article;
use opened::OpenedArticle;

/// The article's address, and the list that it was opened from, once it is known.
#[derive(Properties, PartialEq)]
pub(crate) struct ArticlePageProps {
    pub(crate) address: Address,
    pub(crate) found: Option<Rc<Found>>,
    pub(crate) retry: Callback<()>,
}

/// The article at an address.
#[component]
pub(crate) fn ArticlePage(props: &ArticlePageProps) -> Html {
    let words = use_words();
    let library = use_library();
    let article = use_article(&library, &props.address);
    let opened = article.ready().and_then(|article| article.as_ref().as_ref());
    let card = opened.and_then(|opened| opened.listed.card());
    use_title(title(&words, &article, card), &library.manifest.site.title);
    let ArticlePageProps { address, found, retry } = props;
    match (&article, opened) {
        (Progress::Waiting { .. }, _) => article_skeleton(&words),
        (Progress::Failed(error), _) => page_error(&words, error, retry),
        (Progress::Ready(_), None) => no_such_article(&words, address),
        (Progress::Ready(_), Some(opened)) => html! {
            <OpenedArticle key={format!("{}/{}", address.day, address.key)} opened={opened.clone()} found={found.clone()} retry={retry.clone()} />
        },
    }
}

/// What the document is called.
fn title<'a, T>(words: &Words, article: &Progress<T>, card: Option<&'a ArticleCard>) -> &'a str {
    match (article, card) {
        (_, Some(card)) if !card.title.is_empty() => &card.title,
        (_, Some(_)) => words.untitled,
        (Progress::Waiting { .. }, None) => words.loading,
        (Progress::Failed(_), None) => words.failed,
        (Progress::Ready(_), None) => words.no_such_article,
    }
}
