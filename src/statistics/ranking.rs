//! Articles by the values of a facet, the most frequent first.

use bundle::format::FacetSummary;
use yew::prelude::*;

use crate::address::place::Place;
use crate::address::view::View;
use crate::statistics::axes::LETTERS;
use crate::statistics::chart::label::{fitted, width};
use crate::statistics::chart::scale::Scale;
use crate::statistics::chart::table::Table;
use crate::statistics::figure::{Figure, Paper, caption};

/// Values that are drawn one by one.
const MOST: usize = 20;
/// The height of a value with its bar, for a mouse and on a small screen, for a finger.
const ROW: u32 = 36;
const HIGH_ROW: u32 = 44;
/// Pictures up to this width are on small screens.
const SMALL: u32 = 420;
const BAR: u32 = 8;

/// A bar.
struct Row {
    name: String,
    articles: u32,
    /// Where it leads.
    href: Option<String>,
    class: &'static str,
}

/// Draws the values of a facet. `None` where there are none.
pub(crate) fn ranking(
    paper: &Paper,
    view: &View,
    id: &'static str,
    summary: &FacetSummary,
) -> Option<Figure> {
    let facet = summary.facet;
    let rows = rows(paper, view, summary);
    let most = rows.iter().filter(|row| row.href.is_some()).map(|row| row.articles).max()?;
    let scale = Scale::exactly(most, paper.width);
    let row_height = if paper.width <= SMALL { HIGH_ROW } else { ROW };
    let is_chosen = view.selection.iter().any(|(of, _)| of == facet);
    let count = paper.words.statistics_values(summary.values);
    let numbers = summary.top.iter().map(|(value, articles)| vec![value.clone(), articles.to_string()]);
    let title = paper.words.statistics_by_facet(facet.name());
    let note = if is_chosen { format!("{count} · {}", paper.words.statistics_chosen()) } else { count };
    Some(Figure {
        id,
        title: title.to_owned(),
        caption: caption(title, note),
        height: row_height * rows.len() as u32,
        drawing: (0..)
            .zip(&rows)
            .map(|(place, row)| draw(paper, scale, (place * row_height, row_height), row))
            .collect(),
        table: Table {
            columns: [paper.words.statistics_value(), paper.words.statistics_articles()]
                .map(str::to_owned)
                .to_vec(),
            rows: numbers.collect(),
        },
    })
}

fn rows(paper: &Paper, view: &View, summary: &FacetSummary) -> Vec<Row> {
    let Paper { words, .. } = paper;
    let facet = summary.facet;
    let row = |(value, articles): &(String, u32)| Row {
        name: words.value(facet, value).to_owned(),
        articles: *articles,
        href: Some(Place::list(view.choosing(facet, value)).href()),
        class: if view.selection.has(facet, value) { "chart-link chart-chosen" } else { "chart-link" },
    };
    let mut rows: Vec<Row> = summary.top.iter().take(MOST).map(row).collect();
    rows.extend(others(paper, summary));
    rows
}

/// All values that are not drawn one by one.
fn others(paper: &Paper, summary: &FacetSummary) -> Option<Row> {
    let count = summary.values.checked_sub(MOST as u32).filter(|&count| count > 0)?;
    let are_all_known = summary.top.len() == summary.values as usize;
    Some(Row {
        name: paper.words.statistics_others(count),
        articles: if are_all_known {
            summary.top.iter().skip(MOST).map(|(_, articles)| articles).sum()
        } else {
            0
        },
        href: None,
        class: "chart-link chart-other",
    })
}

fn draw(paper: &Paper, scale: Scale, (y, height): (u32, u32), row: &Row) -> Html {
    let Paper { words, width: picture, .. } = paper;
    // Unknown until all values are counted.
    let is_known = row.articles > 0;
    let count = if is_known { words.number(row.articles) } else { String::new() };
    let told =
        if is_known { format!("{} · {}", row.name, words.articles(row.articles)) } else { row.name.clone() };
    let room = picture.saturating_sub(width(&count, LETTERS) + 12);
    let bar = scale.pixels(row.articles).min(*picture);
    html! {
        <a href={row.href.clone()} class={row.class}>
            <text class="chart-name" y={(y + 15).to_string()}>{ fitted(&row.name, LETTERS + 1, room) }</text>
            <text class="chart-number" x={picture.to_string()} y={(y + 15).to_string()}>{ count }</text>
            <rect class="chart-bar" y={(y + 21).to_string()} width={bar.to_string()} height={BAR.to_string()} />
            <rect class="chart-target" y={y.to_string()} width={picture.to_string()} height={height.to_string()}>
                <title>{ told }</title>
            </rect>
        </a>
    }
}
