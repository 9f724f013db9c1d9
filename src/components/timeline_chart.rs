//! When the articles are from: a bar a month. A click on a bar or a year chooses the year.

use std::rc::Rc;

use bundle::format::Facet;
use yew::prelude::*;

use crate::history::{Navigator, use_navigator};
use crate::hooks::{Found, use_library};
use crate::place::Place;
use crate::texts::{use_formats, use_texts};
use crate::timeline::{Bar, Timeline};

/// The height of the highest bar. The picture is stretched to its place.
const HEIGHT: f64 = 100.0;
/// Years that there is room for.
const MOST_YEARS: i32 = 12;

/// What was found.
#[derive(Properties, PartialEq)]
pub(crate) struct TimelineChartProps {
    pub(crate) found: Rc<Found>,
}

/// When the articles that were found are from, and, behind them, all others.
#[component]
pub(crate) fn TimelineChart(props: &TimelineChartProps) -> Html {
    let texts = use_texts();
    let library = use_library();
    let navigator = use_navigator();
    let months = &library.manifest.months;
    // A month alone makes no line.
    let Some(timeline) = Timeline::of(months).filter(|_| months.len() > 1) else { return Html::default() };
    let found = timeline.bars(&props.found.outcome.months);
    let width = found.len();
    let is_part = props.found.view.is_narrowed();
    let behind = if is_part { columns(&timeline.bars(months), "bar bar-behind") } else { Html::default() };
    let class = if is_part { "bar bar-found" } else { "bar" };
    html! {
        <div class="timeline">
            <svg viewBox={format!("0 0 {width} {HEIGHT}")} preserveAspectRatio="none" role="img"
                aria-label={texts.timeline}>
                { behind }
                { columns(&found, class) }
                <Targets bars={found} />
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
        let height = (HEIGHT * f64::from(bar.articles) / f64::from(most)).max(3.0);
        format!("M{:.2} {HEIGHT}v-{height:.1}h.8v{height:.1}z", place as f64 + 0.1)
    };
    let columns = bars.iter().enumerate().filter(|(_, bar)| bar.articles > 0).map(column);
    html! { <path {class} d={columns.collect::<String>()} /> }
}

#[derive(Properties, PartialEq)]
struct TargetsProps {
    bars: Vec<Bar>,
}

/// What can be pointed at: the whole height above and below each bar. For the keyboard there are the
/// years.
#[component]
fn Targets(props: &TargetsProps) -> Html {
    let (texts, formats) = (use_texts(), use_formats());
    let navigator = use_navigator();
    let target = |(place, bar): (usize, &Bar)| {
        let articles = (texts.articles)(bar.articles, &formats.number(bar.articles));
        let (navigator, year) = (navigator.clone(), bar.year.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            year.iter().for_each(|year| toggle_year(&navigator, year));
        });
        html! {
            <rect class="bar-target" x={place.to_string()} y="0" width="1" height={HEIGHT.to_string()} {onclick}>
                <title>{ format!("{} · {articles}", bar.label) }</title>
            </rect>
        }
    };
    html! { { for props.bars.iter().enumerate().map(target) } }
}

fn year_button(navigator: &Navigator, (year, place): (String, f64)) -> Html {
    let is_chosen = navigator.place().view.selection.has(Facet::Year, &year);
    let onclick = {
        let (navigator, year) = (navigator.clone(), year.clone());
        Callback::from(move |_| toggle_year(&navigator, &year))
    };
    html! {
        <button type="button" key={year.clone()} style={format!("left:{:.2}%", 100.0 * place)}
            aria-pressed={is_chosen.to_string()} {onclick}>
            { year }
        </button>
    }
}

fn toggle_year(navigator: &Navigator, year: &str) {
    navigator.open(Place::list(navigator.place().view.toggled(Facet::Year, year)));
}
