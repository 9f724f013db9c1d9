//! The page with the statistics of a list.

use std::rc::Rc;

use bundle::format::{Facet, FacetSummary};
use yew::prelude::*;

use crate::address::comparison::Comparison;
use crate::address::history::use_navigator;
use crate::address::place_link::place_link;
use crate::address::scroll_restored::use_scroll_restored;
use crate::address::view::View;
use crate::archive::library::use_library;
use crate::archive::load_state::LoadState;
use crate::host::title::use_title;
use crate::host::use_host;
use crate::list::chips::chips;
use crate::model::piece::piece;
use crate::search::facet_values::use_facet_values;
use crate::search::found::Found;
use crate::search::nothing_found::nothing_found;
use crate::search::unsearched::{older_articles, unsearched};
use crate::statistics::columns::columns;
use crate::statistics::figure::{Paper, figure};
use crate::statistics::ranking::ranking;
use crate::statistics::word_courses::{WordCoursesProps, use_word_courses};
use crate::ui::notice::error_notice;
use crate::ui::width::use_width;
use crate::words::{Words, use_words};

/// The facets that are drawn, with a name for each picture.
const FACETS: [(Facet, &str); 3] =
    [(Facet::Category, "by-category"), (Facet::Author, "by-author"), (Facet::Site, "by-source")];
/// Pixels between pictures that stand side by side, and that one of them needs.
const GAP: u32 = 40;
const BESIDE: u32 = 300;

/// The words that are compared, and what the view of the address has found.
#[derive(PartialEq)]
pub(crate) struct StatisticsPageProps {
    pub(crate) comparison: Comparison,
    pub(crate) found: LoadState<Found>,
    pub(crate) retry: Callback<()>,
    /// Goes on with a search that has paused.
    pub(crate) search_on: Callback<()>,
}

/// Statistics of what the view finds.
#[hook]
pub(crate) fn use_statistics_page(props: &StatisticsPageProps) -> Html {
    let words = use_words();
    let library = use_library();
    let navigator = use_navigator();
    let host = use_host();
    let element = use_node_ref();
    let width = use_width(&element);
    let site = &library.manifest.site;
    use_title(words.statistics(), &site.title);
    use_scroll_restored(!props.found.is_waiting());
    let shown = props.found.shown();
    let are_some_missing = shown.is_some_and(|found| drawn(found).any(is_cut));
    let all_values = use_facet_values(&library, are_some_missing);
    let paper = Paper { words, archive: site.title.clone(), place: navigator.place().clone(), host, width };
    let (above, below) = match (&props.found, shown) {
        (LoadState::Failed(error), _) => (error_notice(&words, error, &props.retry), Html::default()),
        (_, Some(found)) if found.results.hits.is_empty() && found.unsearched.is_empty() => {
            (nothing_found(&words, &navigator, found), Html::default())
        }
        (_, Some(found)) if width > 0 => {
            let all_values = all_values.ready().filter(|_| are_some_missing);
            let values = all_values.map_or(&found.results.facets, |all| all);
            (along_time(&paper, found), rankings(&paper, &found.view, values))
        }
        _ => (html! { <p role="status">{ words.loading() }</p> }, Html::default()),
    };
    let is_busy = props.found.is_waiting().to_string();
    let (retry, comparison) = (props.retry.clone(), props.comparison.clone());
    html! {
        <div ref={element} class="statistics" aria-busy={is_busy}>
            <h1>{ words.statistics() }</h1>
            <div class="summary">
                { shown.map(|found| subject(&words, found)).unwrap_or_default() }
                { chips(&words, &navigator) }
                { place_link(&navigator.place().back_to_list(), "summary-tool", words.back_to_list().into()) }
            </div>
            { shown.map(|found| unsearched(&words, &library.manifest, found, &props.retry)).unwrap_or_default() }
            { shown.map(|found| older_articles(&words, &library.manifest, found, &props.search_on)).unwrap_or_default() }
            { above }
            if width > 0 {
                { piece!(use_word_courses, WordCoursesProps { comparison, paper, retry }) }
            }
            { below }
        </div>
    }
}

/// How many articles these are statistics of.
fn subject(words: &Words, found: &Found) -> Html {
    html! {
        <p class="count" role="status">
            <strong>{ words.articles(found.results.hits.len() as u32) }</strong>
            if found.view.is_search() {
                <span>{ " " }{ words.containing(found.view.typed.trim()) }</span>
            }
        </p>
    }
}

/// The facets that are drawn, as far as they are known.
fn drawn(found: &Rc<Found>) -> impl Iterator<Item = &FacetSummary> {
    found.results.facets.iter().filter(|summary| FACETS.iter().any(|&(facet, _)| facet == summary.facet))
}

/// Whether there are values beside the most frequent ones.
fn is_cut(summary: &FacetSummary) -> bool {
    summary.top.len() < summary.values as usize
}

fn along_time(paper: &Paper, found: &Found) -> Html {
    let columns = columns(paper, &found.view, &found.results.months);
    columns.map(|columns| figure(paper, columns)).unwrap_or_default()
}

fn rankings(paper: &Paper, view: &View, values: &[FacetSummary]) -> Html {
    // Where all articles have the same value, there is nothing to compare.
    let values = |facet| values.iter().find(|summary| summary.facet == facet && summary.values > 1);
    let compared = FACETS.into_iter().filter_map(|(facet, id)| Some((id, values(facet)?)));
    let compared: Vec<_> = compared.collect();
    // As many side by side as there is room for.
    let beside = ((paper.width + GAP) / (BESIDE + GAP)).clamp(1, compared.len().max(1) as u32);
    let narrow = Paper { width: (paper.width + GAP) / beside - GAP, ..paper.clone() };
    let rankings = compared.into_iter().filter_map(|(id, summary)| ranking(&narrow, view, id, summary));
    let style = format!("grid-template-columns:repeat({beside},minmax(0,1fr))");
    html! { <div class="rankings" ~style={style}>{ for rankings.map(|ranking| figure(&narrow, ranking)) }</div> }
}
