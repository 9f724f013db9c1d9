//! The bars.

use std::ops::RangeInclusive;

use yew::prelude::*;

use crate::list::timeline::bars::Bar;
use crate::words::Words;

/// The height of the highest bar. The picture is stretched to its place.
const HEIGHT: u64 = 1_000;
/// The width of a bar with the space around it.
const WIDTH: usize = 10;

/// Bars of what was found, all others behind them if there are any, what is chosen of them, and the
/// one that a pointer is over.
pub(crate) fn drawing(
    words: &Words,
    found: &[Bar],
    behind: Option<&[Bar]>,
    chosen: Option<&RangeInclusive<usize>>,
    pointed: Option<usize>,
) -> Html {
    let width = WIDTH * found.len();
    let is_chosen = |place: usize| chosen.is_none_or(|chosen| chosen.contains(&place));
    let class = if behind.is_some() || chosen.is_some() { "bar bar-found" } else { "bar" };
    html! {
        <svg viewBox={format!("0 0 {width} {HEIGHT}")} preserveAspectRatio="none" role="img"
            aria-label={words.timeline()}>
            { behind.map(|bars| columns(bars, "bar bar-behind", |_| true)) }
            { columns(found, class, is_chosen) }
            if chosen.is_some() {
                { columns(found, "bar bar-left-out", |place| !is_chosen(place)) }
            }
            { pointed.map(pointed_at) }
        </svg>
    }
}

/// Those of the bars that are wanted, the highest of all as high as the picture.
fn columns(bars: &[Bar], class: &'static str, is_wanted: impl Fn(usize) -> bool) -> Html {
    let most = bars.iter().map(|bar| bar.articles).max().unwrap_or(0).max(1);
    let column = |(place, bar): (usize, &Bar)| {
        // High enough to be seen, however few they are.
        let height = (HEIGHT * u64::from(bar.articles) / u64::from(most)).max(HEIGHT / 40);
        format!("M{} {HEIGHT}v-{height}h8v{height}z", WIDTH * place + 1)
    };
    let wanted = bars.iter().enumerate().filter(|&(place, bar)| bar.articles > 0 && is_wanted(place));
    html! { <path {class} d={wanted.map(column).collect::<String>()} /> }
}

/// What shows which bar is meant: the whole height above and below it.
fn pointed_at(place: usize) -> Html {
    html! {
        <rect class="bar-pointed-at" x={(WIDTH * place).to_string()} width={WIDTH.to_string()} height={HEIGHT.to_string()} />
    }
}
