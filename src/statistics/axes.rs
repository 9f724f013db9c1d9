//! The axes of a picture: time to the right, round numbers upwards.

use bundle::date::Months;
use yew::prelude::*;

use crate::address::place::Place;
use crate::address::view::View;
use crate::list::timeline::bars::Timeline;
use crate::statistics::chart::label::width;
use crate::statistics::chart::scale::Scale;

/// Pixels above the highest number, so that it is not cut, and below the lowest, for the years.
const ABOVE: u32 = 10;
const BELOW: u32 = 34;
/// How high the drawing between the axes is, and how many numbers stand beside it.
const HEIGHT: u32 = 180;
const NUMBERS: u64 = 4;
/// The size of letters, in pixels.
pub(crate) const LETTERS: u32 = 12;
/// The room of a year, in pixels.
const YEAR: u32 = 52;
/// The size that a finger needs.
const TOUCH: u32 = 44;

/// Where in a picture the drawing is.
pub(crate) struct Axes {
    pub(crate) left: u32,
    pub(crate) width: u32,
    pub(crate) scale: Scale,
}

impl Axes {
    /// The height of the whole picture.
    pub(crate) const PICTURE: u32 = ABOVE + HEIGHT + BELOW;
    /// The y of the lowest number.
    pub(crate) const GROUND: u32 = ABOVE + HEIGHT;

    /// Axes in a picture of a width for numbers up to `most`, which are `written` beside them, with
    /// some room on the right.
    pub(crate) fn new(picture: u32, most: u32, written: impl Fn(u32) -> String, right: u32) -> Axes {
        let scale = Scale::up_to(most, HEIGHT, NUMBERS);
        let widest = scale.numbers().into_iter().map(|number| width(&written(number), LETTERS)).max();
        let left = widest.unwrap_or_default() + 8;
        Axes { left, width: picture.saturating_sub(left + right).max(1), scale }
    }

    /// The x where a step of so many begins.
    pub(crate) fn x(&self, place: usize, steps: usize) -> u32 {
        self.left + (place * self.width as usize / steps.max(1)) as u32
    }

    /// Lines at the round numbers.
    pub(crate) fn numbers(&self, written: impl Fn(u32) -> String) -> Html {
        let line = |number: u32| {
            let y = Axes::GROUND - self.scale.tenths(number) / 10;
            let (x1, x2) = (self.left.to_string(), (self.left + self.width).to_string());
            html! {
                <>
                    <line class="chart-grid" {x1} {x2} y1={y.to_string()} y2={y.to_string()} />
                    <text class="chart-number" x={(self.left - 6).to_string()} y={(y + 4).to_string()}>{ written(number) }</text>
                </>
            }
        };
        self.scale.numbers().into_iter().map(line).collect()
    }

    /// The years, which lead to their articles.
    pub(crate) fn years(&self, timeline: &Timeline, view: &View) -> Html {
        let year = |(year, place): (i32, i32)| {
            let x = self.left + place.unsigned_abs() * self.width / 1_000;
            let href = Place::list(view.with_months(Some(Months::of_year(year)))).href();
            html! {
                <a {href} class="chart-year">
                    <line class="chart-tick" x1={x.to_string()} x2={x.to_string()} y1={Axes::GROUND.to_string()}
                        y2={(Axes::GROUND + 6).to_string()} />
                    <text x={(x + 3).to_string()} y={(Axes::GROUND + 18).to_string()}>{ year }</text>
                    <rect class="chart-target" x={x.to_string()} y={(Axes::PICTURE - TOUCH).to_string()}
                        width={TOUCH.to_string()} height={TOUCH.to_string()} />
                </a>
            }
        };
        timeline.years((self.width / YEAR).max(1) as i32).into_iter().map(year).collect()
    }
}
