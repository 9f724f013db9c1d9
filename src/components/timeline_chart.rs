//! When the articles are from: a bar a month. A click on a bar or a year chooses the year.

use std::rc::Rc;

use bundle::format::Facet;
use yew::prelude::*;

use crate::history::{Navigator, use_navigator};
use crate::hooks::{Found, use_library};
use crate::place::Place;
use crate::texts::{Words, use_words};
use crate::timeline::{Bar, Timeline};

/// The height of the highest bar. The picture is stretched to its place.
const HEIGHT: u64 = 1_000;
/// The width of a bar with the space around it.
const WIDTH: usize = 10;
/// Years that there is room for.
const MOST_YEARS: i32 = 18;

/// What was found.
#[derive(Properties, PartialEq)]
pub(crate) struct TimelineChartProps {
    pub(crate) found: Rc<Found>,
}

/// When the articles that were found are from, and, behind them, all others.
#[component]
pub(crate) fn TimelineChart(props: &TimelineChartProps) -> Html {
    let words = use_words();
    let library = use_library();
    let navigator = use_navigator();
    let months = &library.manifest.months;
    // A month alone makes no line.
    let Some(timeline) = Timeline::of(months).filter(|_| months.len() > 1) else { return Html::default() };
    let found = timeline.bars(&props.found.outcome.months);
    let width = WIDTH * found.len();
    let is_part = props.found.view.is_narrowed();
    let behind = if is_part { columns(&timeline.bars(months), "bar bar-behind") } else { Html::default() };
    let class = if is_part { "bar bar-found" } else { "bar" };
    html! {
        <div class="timeline">
            <svg viewBox={format!("0 0 {width} {HEIGHT}")} preserveAspectRatio="none" role="img"
                aria-label={words.timeline}>
                { behind }
                { columns(&found, class) }
                { targets(&words, &navigator, &found) }
            </svg>
            <div class="years">{ for timeline.years(MOST_YEARS).into_iter().map(|year| year_button(&navigator, year)) }</div>
        </div>
    }
}

/// Bars, the highest as high as the picture.
fn columns(bars: &[Bar], class: &'static str) -> Html {
    let most = bars.iter().map(|bar| bar.articles).max().unwrap_or(0).max(1);
    let column = |(place, bar): (usize, &Bar)| {
        // High enough to be seen, however few they are.
        let height = (HEIGHT * u64::from(bar.articles) / u64::from(most)).max(HEIGHT / 40);
        format!("M{} {HEIGHT}v-{height}h8v{height}z", WIDTH * place + 1)
    };
    let columns = bars.iter().enumerate().filter(|(_, bar)| bar.articles > 0).map(column);
    html! { <path {class} d={columns.collect::<String>()} /> }
}

/// What can be pointed at: the whole height above and below each bar. For the keyboard there are the
/// years.
fn targets(words: &Words, navigator: &Navigator, bars: &[Bar]) -> Html {
    let target = |(place, bar): (usize, &Bar)| {
        let (navigator, year) = (navigator.clone(), bar.year.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            year.iter().for_each(|year| toggle_year(&navigator, year));
        });
        html! {
            <rect class="bar-target" x={(WIDTH * place).to_string()} width={WIDTH.to_string()} height={HEIGHT.to_string()} {onclick}>
                <title>{ format!("{} · {}", bar.label, words.articles(bar.articles)) }</title>
            </rect>
        }
    };
    bars.iter().enumerate().map(target).collect()
}

fn year_button(navigator: &Navigator, (year, place): (String, i32)) -> Html {
    let is_chosen = navigator.place().view.selection.has(Facet::Year, &year);
    let onclick = {
        let (navigator, year) = (navigator.clone(), year.clone());
        Callback::from(move |_| toggle_year(&navigator, &year))
    };
    html! {
        <button type="button" key={year.clone()} style={format!("left:{}.{}%", place / 10, place % 10)}
            aria-pressed={is_chosen.to_string()} {onclick}>
            { year }
        </button>
    }
}

fn toggle_year(navigator: &Navigator, year: &str) {
    navigator.open(Place::list(navigator.place().view.toggled(Facet::Year, year)));
}
