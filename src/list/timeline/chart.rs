//! When the articles are from: a bar a month. A bar that is pointed at says what it is; drawing over the
//! bars, or moving the two handles with the arrow keys, chooses months.

use std::ops::RangeInclusive;
use std::rc::Rc;

use bundle::date::Months;
use web_sys::Element;
use yew::prelude::*;

use crate::address::history::{Navigator, use_navigator};
use crate::address::place::Place;
use crate::archive::library::use_library;
use crate::list::timeline::bars::{Bar, Timeline};
use crate::list::timeline::draft::{Draft, bar_name};
use crate::list::timeline::drawing::drawing;
use crate::list::timeline::handles::Handles;
use crate::search::found::Found;
use crate::words::{Words, use_words};

/// Years that there is room for.
const MOST_YEARS: i32 = 18;

/// What was found.
#[derive(PartialEq)]
pub(crate) struct TimelineChartProps {
    pub(crate) found: Rc<Found>,
}

/// When the articles that were found are from, and, behind them, all others.
#[hook]
pub(crate) fn use_timeline_chart(props: &TimelineChartProps) -> Html {
    let words = use_words();
    let library = use_library();
    let navigator = use_navigator();
    let draft = use_state_eq(|| None::<Draft>);
    let pointed = use_state_eq(|| None::<usize>);
    let months = &library.manifest.months;
    // A month alone makes no line.
    let Some(timeline) = Timeline::of(months).filter(|_| months.len() > 1) else { return Html::default() };
    let found = &props.found;
    let bars = timeline.bars(&found.results.timeline);
    let chosen = navigator.place().view.selection.months.map(|months| timeline.bars_of(months));
    let shown = draft.map(Draft::bars).or(chosen.clone());
    // Articles that the months alone leave out are found all the same.
    let is_part = found.view.with_months(None).is_narrowed();
    let behind = is_part.then(|| timeline.bars(months));

    let choose = {
        let (navigator, draft, timeline) = (navigator.clone(), draft.setter(), timeline.clone());
        Callback::from(move |bars: RangeInclusive<usize>| {
            draft.set(None);
            choose(&navigator, (Some(bars.clone()) != chosen).then(|| timeline.months_of(&bars)));
        })
    };
    let handles = Handles {
        bars: &bars,
        shown: shown.clone(),
        at: *draft,
        draft: draft.setter(),
        choose: choose.clone(),
    };
    // An archive that was opened again may have fewer bars.
    let pointed_at = pointed.filter(|&place| draft.is_none() && place < bars.len());
    let told = pointed_at.map(|place| place..=place).or_else(|| shown.clone());
    let on = Gestures {
        draft: draft.setter(),
        at: *draft,
        pointed: pointed.setter(),
        last: timeline.last(),
        choose,
    };
    html! {
        <div class="timeline">
            <div class="timeline-bars" onpointerdown={on.down()} onpointermove={on.moved()}
                onpointerup={on.up()} onpointercancel={on.cancelled()} onpointerleave={on.left()}>
                { drawing(&words, &bars, behind.as_deref(), shown.as_ref(), pointed_at) }
                { handles.drawn(&words) }
            </div>
            <div class="years">
                { for timeline.years(MOST_YEARS).into_iter().map(|year| year_button(&navigator, year)) }
            </div>
            <output class="timeline-choice">{ told.map(|told| label(&words, &bars, &told)) }</output>
        </div>
    }
}

/// `March 2019 – May 2019 · 12 articles`
fn label(words: &Words, bars: &[Bar], told: &RangeInclusive<usize>) -> String {
    let bars = bars.get(told.clone()).unwrap_or_default();
    let articles = bars.iter().map(|bar| bar.articles).sum();
    let name = |bar: Option<&Bar>| bar.map(|bar| bar_name(words, bar)).unwrap_or_default();
    let (first, last) = (name(bars.first()), name(bars.last()));
    let span = if first == last { first } else { format!("{first} – {last}") };
    format!("{span} · {}", words.articles(articles))
}

/// What a pointer does to the chart.
struct Gestures {
    draft: UseStateSetter<Option<Draft>>,
    at: Option<Draft>,
    /// The bar under a pointer that presses nothing.
    pointed: UseStateSetter<Option<usize>>,
    /// The place of the last bar.
    last: usize,
    choose: Callback<RangeInclusive<usize>>,
}

impl Gestures {
    fn down(&self) -> Callback<PointerEvent> {
        let (draft, pointed, last) = (self.draft.clone(), self.pointed.clone(), self.last);
        Callback::from(move |event: PointerEvent| {
            let Some(bar) = bar_at(&event, last).filter(|_| event.button() == 0) else { return };
            pointed.set(None);
            draft.set(Some(Draft { fixed: bar, moving: bar }));
            if let Some(chart) = chart(&event) {
                // Fails only for a pointer that is gone.
                let _ = chart.set_pointer_capture(event.pointer_id());
            }
        })
    }

    fn moved(&self) -> Callback<PointerEvent> {
        let (draft, at) = (self.draft.clone(), self.at);
        let (pointed, last) = (self.pointed.clone(), self.last);
        Callback::from(move |event: PointerEvent| {
            let Some(bar) = bar_at(&event, last) else { return };
            match at {
                _ if event.buttons() == 0 => pointed.set(Some(bar)),
                Some(begun) if event.buttons() & 1 == 1 => draft.set(Some(Draft { moving: bar, ..begun })),
                _ => {}
            }
        })
    }

    fn up(&self) -> Callback<PointerEvent> {
        let (at, choose) = (self.at, self.choose.clone());
        Callback::from(move |_: PointerEvent| at.into_iter().for_each(|draft| choose.emit(draft.bars())))
    }

    fn left(&self) -> Callback<PointerEvent> {
        let pointed = self.pointed.clone();
        Callback::from(move |_: PointerEvent| pointed.set(None))
    }

    fn cancelled(&self) -> Callback<PointerEvent> {
        let draft = self.draft.clone();
        Callback::from(move |_: PointerEvent| draft.set(None))
    }
}

fn chart(event: &PointerEvent) -> Option<Element> {
    event.target_dyn_into::<Element>()?.closest(".timeline-bars").ok()?
}

/// The bar under a pointer, or the nearest one.
fn bar_at(event: &PointerEvent, last: usize) -> Option<usize> {
    let rect = chart(event)?.get_bounding_client_rect();
    let part = (f64::from(event.client_x()) - rect.left()) / rect.width().max(1.0);
    Some(((part * (last + 1) as f64) as usize).min(last))
}

/// A year under the bars, which chooses its months.
fn year_button(navigator: &Navigator, (year, place): (i32, i32)) -> Html {
    let months = Months::of_year(year);
    let is_chosen = navigator.place().view.selection.months == Some(months);
    let onclick = {
        let navigator = navigator.clone();
        Callback::from(move |_| choose(&navigator, (!is_chosen).then_some(months)))
    };
    html! {
        <button type="button" key={year} ~style={format!("left:{}.{}%", place / 10, place % 10)}
            aria-pressed={is_chosen.to_string()} {onclick}>
            { year }
        </button>
    }
}

/// Chooses months, or takes the choice back.
fn choose(navigator: &Navigator, months: Option<Months>) {
    navigator.open(Place::list(navigator.place().view.with_months(months)));
}
