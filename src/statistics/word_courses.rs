//! The courses of words: which words, and their lines.

use markup::{Icon, icon};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::address::comparison::Comparison;
use crate::address::history::{Navigator, use_navigator};
use crate::address::place::Place;
use crate::address::view::View;
use crate::archive::library::use_library;
use crate::archive::load_state::LoadState;
use crate::list::timeline::bars::Timeline;
use crate::model::measure::Measure;
use crate::statistics::chart::course::{Course, shares};
use crate::statistics::figure::{Paper, figure};
use crate::statistics::lines::{CLASSES, Lines, lines};
use crate::statistics::use_courses::{Courses, use_courses};
use crate::ui::notice::error_notice;

/// Pixels that a step of the time takes at least.
const STEP: u32 = 4;

/// The words, and what they are drawn on.
#[derive(PartialEq)]
pub(crate) struct WordCoursesProps {
    pub(crate) comparison: Comparison,
    pub(crate) paper: Paper,
    pub(crate) retry: Callback<()>,
}

/// The words with their courses.
#[hook]
pub(crate) fn use_word_courses(props: &WordCoursesProps) -> Html {
    let WordCoursesProps { comparison, paper, retry } = props;
    let library = use_library();
    let navigator = use_navigator();
    let input = use_node_ref();
    // All articles, and then those of each word.
    let all = navigator.place().view.with_typed("");
    let views = comparison.words.iter().map(|word| all.with_typed(word));
    let views: Vec<View> = std::iter::once(all.clone()).chain(views).collect();
    let is_any = !comparison.words.is_empty();
    let courses = use_courses(&library, if is_any { views } else { Vec::new() });
    let onsubmit = {
        let (navigator, comparison, input) = (navigator.clone(), comparison.clone(), input.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = input.cast::<HtmlInputElement>() else { return };
            change(&navigator, comparison.with(&input.value()));
            input.set_value("");
        })
    };
    let drawn = match &courses {
        LoadState::Failed(error) => error_notice(&paper.words, error, retry),
        courses => match courses.shown().filter(|_| is_any) {
            Some(courses) => draw(paper, comparison, &all, courses),
            None => Html::default(),
        },
    };
    html! {
        <section class="courses" aria-busy={(is_any && courses.is_waiting()).to_string()}>
            <h2>{ paper.words.statistics_courses() }</h2>
            if !is_any {
                <p class="courses-hint">{ paper.words.statistics_courses_hint() }</p>
            }
            <div class="courses-words">
                { for comparison.words.iter().zip(CLASSES).map(|(word, class)| chip(&navigator, paper, comparison, word, class)) }
                if comparison.words.len() < Comparison::MOST {
                    <form {onsubmit}>
                        <input ref={input} type="text" class="courses-word" autocomplete="off" autocapitalize="none"
                            spellcheck="false" enterkeyhint="go" placeholder={paper.words.statistics_word()} aria-label={paper.words.statistics_word()} />
                        <button type="submit" class="button">{ paper.words.statistics_add() }</button>
                    </form>
                } else {
                    <span>{ paper.words.statistics_enough() }</span>
                }
                if is_any { { measures(&navigator, paper, comparison) } }
            </div>
            if is_any && !all.selection.is_empty() {
                <p class="courses-hint">{ paper.words.statistics_within_filters() }</p>
            }
            { drawn }
        </section>
    }
}

/// Shows another comparison where the reader is.
fn change(navigator: &Navigator, comparison: Comparison) {
    navigator.amend(Place::statistics(comparison, navigator.place().view.clone()));
}

/// A word, with its line, and a way to take it back.
fn chip(
    navigator: &Navigator,
    paper: &Paper,
    comparison: &Comparison,
    word: &str,
    class: &'static str,
) -> Html {
    let (navigator, without) = (navigator.clone(), comparison.without(word));
    let onclick = Callback::from(move |_| change(&navigator, without.clone()));
    html! {
        <button key={word.to_owned()} type="button" class="chip course-chip" aria-label={paper.words.take_back(word)} {onclick}>
            <svg class="swatch" viewBox="0 0 28 8" aria-hidden="true"><path {class} d="M1 4h26" /></svg>
            <span>{ word.to_owned() }</span>{ icon(Icon::Close) }
        </button>
    }
}

/// What can be compared.
fn measures(navigator: &Navigator, paper: &Paper, comparison: &Comparison) -> Html {
    let button = |measure: Measure| {
        let (navigator, other) = (navigator.clone(), comparison.by(measure));
        let onclick = Callback::from(move |_| change(&navigator, other.clone()));
        html! {
            <button type="button" aria-pressed={(measure == comparison.measure).to_string()} {onclick}>
                { paper.words.measured_by(measure) }
            </button>
        }
    };
    html! {
        <div class="measures" role="group" aria-label={paper.words.statistics_measure()}>
            { for [Measure::Articles, Measure::Share].into_iter().map(button) }
        </div>
    }
}

/// The lines of the words that have been searched for.
fn draw(paper: &Paper, comparison: &Comparison, all: &View, found: &Courses) -> Html {
    let Some((wholes, parts)) = found.split_first() else { return Html::default() };
    let Some(timeline) = Timeline::within(wholes, (paper.width / STEP) as i32) else {
        return Html::default();
    };
    let course = |(word, months): (&String, &std::rc::Rc<Vec<(String, u32)>>)| {
        let values = match comparison.measure {
            Measure::Articles => timeline.bars(months).iter().map(|bar| bar.articles).collect(),
            Measure::Share => shares(&timeline, months, wholes),
        };
        Course { word: word.clone(), values }
    };
    let courses: Vec<Course> = comparison.words.iter().zip(parts).map(course).collect();
    let drawn = Lines { timeline: &timeline, courses: &courses, measure: comparison.measure, view: all };
    figure(paper, lines(paper, &drawn))
}
