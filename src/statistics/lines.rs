//! The courses of words as lines, each with its name at its end.

use yew::prelude::*;

use crate::address::place::Place;
use crate::address::view::View;
use crate::list::timeline::bars::{Bar, Timeline};
use crate::model::measure::Measure;
use crate::statistics::axes::{Axes, LETTERS};
use crate::statistics::chart::course::Course;
use crate::statistics::chart::label::{apart, fitted, width};
use crate::statistics::chart::line::{Tenths, line};
use crate::statistics::chart::scale::percent;
use crate::statistics::chart::table::Table;
use crate::statistics::figure::{Figure, Paper};

/// The colours and dashes of lines, by their place among the words.
pub(crate) const CLASSES: [&str; 6] = [
    "course course-1",
    "course course-2",
    "course course-3",
    "course course-4",
    "course course-5",
    "course course-6",
];
/// The names at the ends take at most this part of the picture, and stand so far apart, which is the
/// least that WCAG 2.2 wants of what is pointed at.
const NAMES: u32 = 3;
const APART: u32 = 24;
/// What is left and right of them, together.
const MARGIN: u32 = 10;

/// What is drawn.
pub(crate) struct Lines<'a> {
    pub(crate) timeline: &'a Timeline,
    pub(crate) courses: &'a [Course],
    pub(crate) measure: Measure,
    /// What the words are looked for in.
    pub(crate) view: &'a View,
}

/// Draws the courses.
pub(crate) fn lines(paper: &Paper, lines: &Lines<'_>) -> Figure {
    let Paper { words, .. } = paper;
    let Lines { timeline, courses, measure, view } = lines;
    let written = |number: u32| match measure {
        Measure::Articles => words.number(number),
        Measure::Share => percent(number),
    };
    let most = courses.iter().flat_map(|course| &course.values).copied().max().unwrap_or_default();
    let names = courses.iter().map(|course| width(&course.word, LETTERS)).max().unwrap_or_default();
    let names = names.min(paper.width / NAMES).max(APART - MARGIN);
    let axes = Axes::new(paper.width, most, written, names + MARGIN);
    let steps = timeline.bars(&[]);
    Figure {
        id: "word-courses",
        title: format!("{} · {}", words.statistics_courses(), words.measured_by(*measure)),
        caption: Html::default(),
        height: Axes::PICTURE,
        drawing: html! {
            <>
                { axes.numbers(written) }
                { axes.years(timeline, view) }
                { for courses.iter().zip(CLASSES).map(|(course, class)| curve(&axes, course, class)) }
                { ends(&axes, courses, view, names) }
                { for steps.iter().enumerate().map(|step| target(&axes, courses, step, steps.len(), written)) }
            </>
        },
        table: table(paper, courses, &steps, *measure),
    }
}

fn curve(axes: &Axes, course: &Course, class: &'static str) -> Html {
    let steps = course.values.len();
    let point = |(place, &value): (usize, &u32)| {
        // In the middle of its step.
        let x = 10 * axes.left + ((2 * place + 1) * 5 * axes.width as usize / steps.max(1)) as u32;
        (Tenths(x), Tenths(10 * Axes::GROUND - axes.scale.tenths(value)))
    };
    let points: Vec<_> = course.values.iter().enumerate().map(point).collect();
    html! { <path {class} d={line(&points)} /> }
}

/// The words at the ends of their lines, which lead to their articles.
fn ends(axes: &Axes, courses: &[Course], view: &View, room: u32) -> Html {
    let height = |course: &Course| {
        let last = course.values.last().copied().unwrap_or_default();
        Axes::GROUND - axes.scale.tenths(last) / 10
    };
    let heights: Vec<u32> = courses.iter().map(height).collect();
    let left = axes.left + axes.width;
    let x = (left + 6).to_string();
    let end = |((course, y), class): ((&Course, u32), &'static str)| {
        let href = Place::list(view.with_typed(&course.word)).href();
        html! {
            <a {href} class="chart-link">
                <text class={format!("{class} course-name")} x={x.clone()} y={(y + 4).to_string()}>
                    { fitted(&course.word, LETTERS, room) }
                    <title>{ course.word.clone() }</title>
                </text>
                <rect class="chart-target" x={left.to_string()} y={y.saturating_sub(APART / 2).to_string()}
                    width={(room + MARGIN).to_string()} height={APART.to_string()} />
            </a>
        }
    };
    courses.iter().zip(apart(&heights, APART, Axes::GROUND)).zip(CLASSES).map(end).collect()
}

/// A step of the time to point at, which tells what all lines have there.
fn target(
    axes: &Axes,
    courses: &[Course],
    (place, step): (usize, &Bar),
    steps: usize,
    written: impl Fn(u32) -> String,
) -> Html {
    let (start, end) = (axes.x(place, steps), axes.x(place + 1, steps));
    let value = |course: &Course| {
        let value = course.values.get(place).copied().unwrap_or_default();
        format!("\n{}: {}", course.word, written(value))
    };
    let told: String = courses.iter().map(value).collect();
    html! {
        <rect class="chart-target chart-step" x={start.to_string()} width={(end - start).to_string()}
            height={Axes::GROUND.to_string()}>
            <title>{ format!("{}{told}", step.label) }</title>
        </rect>
    }
}

fn table(paper: &Paper, courses: &[Course], steps: &[Bar], measure: Measure) -> Table {
    let head = std::iter::once(paper.words.statistics_time().to_owned());
    let row = |(place, step): (usize, &Bar)| {
        let value = |course: &Course| {
            let value = course.values.get(place).copied().unwrap_or_default();
            if measure == Measure::Share { percent(value) } else { value.to_string() }
        };
        std::iter::once(step.label.clone()).chain(courses.iter().map(value)).collect()
    };
    Table {
        columns: head.chain(courses.iter().map(|course| course.word.clone())).collect(),
        rows: steps.iter().enumerate().map(row).collect(),
    }
}
