//! Articles along time, a column a step.

use yew::prelude::*;

use crate::address::place::Place;
use crate::address::view::View;
use crate::list::timeline::bars::{Bar, Timeline};
use crate::statistics::axes::Axes;
use crate::statistics::chart::table::Table;
use crate::statistics::figure::{Figure, Paper, caption};
use crate::words::Words;

/// Pixels that a column takes at least, and at most.
const COLUMN: u32 = 4;
const WIDEST: u32 = 48;

/// Draws articles per month. `None` where there is nothing to draw.
pub(crate) fn columns(paper: &Paper, view: &View, months: &[(String, u32)]) -> Option<Figure> {
    let Paper { words, width, .. } = paper;
    let timeline = Timeline::within(months, (width / COLUMN) as i32)?;
    let bars = timeline.bars(months);
    let most = bars.iter().map(|bar| bar.articles).max()?;
    let axes = Axes::new(*width, most, |number| words.number(number), 0);
    let column = |(place, bar): (usize, &Bar)| {
        let href = Place::list(view.with_months(Some(timeline.months_of(&(place..=place))))).href();
        column(words, &axes, (place, bars.len()), bar, href)
    };
    let row = |bar: &Bar| vec![bar.label.clone(), bar.articles.to_string()];
    let title = words.along_time(timeline.step());
    Some(Figure {
        id: "along-time",
        title: title.to_owned(),
        caption: caption(title, String::new()),
        height: Axes::PICTURE,
        drawing: html! {
            <>
                { axes.numbers(|number| words.number(number)) }
                { for bars.iter().enumerate().map(column) }
                { axes.years(&timeline, view) }
            </>
        },
        table: Table {
            columns: [words.statistics_time(), words.statistics_articles()].map(str::to_owned).to_vec(),
            rows: bars.iter().map(row).collect(),
        },
    })
}

/// A column, and all of the height above it to point at. For the keyboard there are the years.
fn column(words: &Words, axes: &Axes, (place, steps): (usize, usize), bar: &Bar, href: String) -> Html {
    let (start, end) = (axes.x(place, steps), axes.x(place + 1, steps));
    let gap = u32::from(end - start >= COLUMN);
    let width = (end - start - gap).clamp(1, WIDEST);
    let height = axes.scale.pixels(bar.articles);
    html! {
        <a {href} class="chart-link" tabindex="-1">
            <rect class="chart-bar" x={start.to_string()} y={(Axes::GROUND - height).to_string()}
                width={width.to_string()} height={height.to_string()} />
            <rect class="chart-target" x={start.to_string()} width={(end - start).to_string()}
                height={Axes::GROUND.to_string()}>
                <title>{ format!("{} · {}", bar.label, words.articles(bar.articles)) }</title>
            </rect>
        </a>
    }
}
