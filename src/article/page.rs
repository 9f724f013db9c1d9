//! An article: its text, where it is from, and what stands around it.

use std::rc::Rc;

use bundle::format::ArticleCard;
use bundle::reading::Address;
use yew::prelude::*;

use crate::archive::library::use_library;
use crate::archive::load_state::LoadState;
use crate::article::lasting_address::use_lasting_address;
use crate::article::missing::no_such_article;
use crate::article::open_article::use_article;
use crate::article::opened::OpenedArticle;
use crate::host::first_page::first_article;
use crate::host::title::use_title;
use crate::search::found::Found;
use crate::ui::notice::page_error;
use crate::ui::skeleton::article_skeleton;
use crate::words::{Words, use_words};

/// The article's address, and the list that it was opened from, once it is known.
#[derive(Properties, PartialEq)]
pub(crate) struct ArticlePageProps {
    pub(crate) address: Address,
    pub(crate) found: Option<Rc<Found>>,
    /// Whether that list is on its way.
    pub(crate) is_finding: bool,
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
    use_lasting_address(&props.address, card);
    let ArticlePageProps { address, found, is_finding, retry } = props;
    match (&article, opened) {
        (LoadState::Waiting { .. }, _) => first_article().unwrap_or_else(|| article_skeleton(&words)),
        (LoadState::Failed(error), _) => page_error(&words, error, retry),
        (LoadState::Ready(_), None) => no_such_article(&words, address),
        (LoadState::Ready(_), Some(opened)) => html! {
            <OpenedArticle key={format!("{}/{}", address.day, address.key)} opened={opened.clone()} found={found.clone()} is_finding={*is_finding} retry={retry.clone()} />
        },
    }
}

/// What the document is called.
fn title<'a, T>(words: &Words, article: &LoadState<T>, card: Option<&'a ArticleCard>) -> &'a str {
    match (article, card) {
        (_, Some(card)) if !card.title.is_empty() => &card.title,
        (_, Some(_)) => words.untitled(),
        (LoadState::Waiting { .. }, None) => words.loading(),
        (LoadState::Failed(_), None) => words.loading_failed(),
        (LoadState::Ready(_), None) => words.no_such_article(),
    }
}
