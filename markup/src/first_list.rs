//! The newest articles, in the page before the viewer has come and where it never does.
//!
//! Controls that need the viewer are drawn inert, so that nothing moves later.

use texts::Texts;
use yew::prelude::*;

use crate::header::{brand, header};
use crate::icon::{Icon, labelled_icon};
use crate::plain_page::{waiting_search, waiting_tools};
use crate::skeleton::timeline_skeleton;
use crate::summary::{count, summary};

/// What is known of an archive.
#[derive(Debug, Clone, PartialEq)]
pub struct FirstList {
    /// What it calls itself.
    pub title: AttrValue,
    /// How many articles it has.
    pub articles: u32,
    /// Whether the viewer will draw them along time.
    pub has_timeline: bool,
    /// Its newest articles, each with the name of its month if that is the first of it.
    pub rows: Vec<(Option<Html>, Html)>,
    /// What can be read without the viewer; `None` where articles have no pages.
    pub plain: Option<PlainWays>,
}

/// The ways to what can be read without the viewer.
#[derive(Debug, Clone, PartialEq)]
pub struct PlainWays {
    /// Lists of all articles.
    pub lists: AttrValue,
    /// How to search.
    pub search: AttrValue,
}

/// What the page shows until the viewer does.
pub fn first_list(texts: &Texts, list: FirstList) -> Html {
    let FirstList { title, articles, has_timeline, rows, plain } = list;
    let (lists, search) = plain.map(|PlainWays { lists, search }| (lists, search)).unzip();
    let no_script = if lists.is_some() { texts.start_list_plain() } else { texts.start_list_no_script() };
    let rows = rows.into_iter().map(|(month, row)| html! { <div>{ month.unwrap_or_default() }{ row }</div> });
    html! {
        <>
            { header(brand("./", Some(title.clone())), waiting_search(texts, texts.search_hint(articles), search), waiting_tools()) }
            <main class="frame">
                <h1 class="visually-hidden">{ title }</h1>
                <p class="opening" role="status">{ texts.start_opening() }</p>
                <div class="first-list">
                    if has_timeline { { timeline_skeleton() } }
                    <div class="columns">
                        <div class="facets" aria-hidden="true"></div>
                        <section class="results">
                            { line_above(texts, articles) }
                            <noscript><p class="problems">{ no_script }</p></noscript>
                            <div class="list first-rows">{ for rows }</div>
                            if let Some(href) = lists {
                                <p class="all-lists"><a {href}>{ texts.lists() }</a></p>
                            }
                            <p class="start-late">{ texts.start_list_late() }</p>
                        </section>
                    </div>
                </div>
            </main>
        </>
    }
}

fn line_above(texts: &Texts, articles: u32) -> Html {
    let tools = html! {
        <>
            { waiting("summary-tool", labelled_icon(Icon::Bars, texts.statistics())) }
            { waiting("summary-tool", labelled_icon(Icon::Download, texts.export())) }
            { waiting("sort", html! { { texts.sort_newest() } }) }
        </>
    };
    let filters = waiting("filter-button", labelled_icon(Icon::Filter, texts.filters()));
    let count = html! { <div>{ count(texts.articles(articles), Html::default()) }</div> };
    summary(filters, count, tools)
}

fn waiting(class: &'static str, content: Html) -> Html {
    html! { <span class={classes!(class, "waiting")} aria-hidden="true">{ content }</span> }
}
