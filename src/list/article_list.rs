//! The articles that were found. However many they are, only those around the window are on the
//! page, in a list as high as all of them.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use web_sys::EventTarget;
use yew::prelude::*;

use crate::address::history::use_navigator;
use crate::address::scroll_memory::Spot;
use crate::address::view::View;
use crate::archive::library::use_library;
use crate::conversion::choice::use_conversion;
use crate::device::provider::use_device;
use crate::host::first_page::first_rows;
use crate::host::{Host, use_host};
use crate::list::cards::{Cards, use_cards};
use crate::list::frame::Frame;
use crate::list::layout::{Layout, first_window};
use crate::list::newest_shown::use_newest_shown;
use crate::list::rows::rows;
use crate::model::effect::use_effect_on;
use crate::model::load_error::LoadError;
use crate::search::found::Found;
use crate::ui::notice::error_notice;
use crate::ui::skeleton::row_skeletons;
use crate::words::{Words, use_words};

/// With snippets on a phone, more rows than this would be higher than browsers make a page.
const MOST_ROWS: usize = 100_000;
/// Milliseconds without scrolling after which the reader counts as resting.
const REST: u32 = 200;
/// Rows that stand for those that are still on their way.
const SKELETONS: usize = 10;

/// What was found.
#[derive(PartialEq)]
pub(crate) struct ArticleListProps {
    pub(crate) found: Rc<Found>,
    pub(crate) retry: Callback<()>,
}

/// The articles that were found.
#[hook]
pub(crate) fn use_article_list(props: &ArticleListProps) -> Html {
    let words = use_words();
    let library = use_library();
    let conversion = use_conversion();
    let device = use_device();
    let (list, space) = (use_node_ref(), use_node_ref());
    let layout = use_mut_ref(Layout::default);
    let window = use_state_eq(first_window);
    let rest = use_mut_ref(|| None);

    let found = &props.found;
    let total = found.results.hits.len();
    let host = use_host();
    let limit = use_state_eq(|| host.limit());
    let most = total.min(limit.unwrap_or(MOST_ROWS)).min(MOST_ROWS);
    layout.borrow_mut().take(found, most);
    let range = window.start.min(most)..window.end.min(most);
    let cards = use_cards(&library, found, range.clone());
    let cards = cards.shown();
    use_newest_shown(cards.map(Rc::as_ref));
    let shown = Shown::of(cards.map(Rc::as_ref), range, layout.borrow().top_row());
    let above = layout.borrow_mut().begin_at(shown.range.start);

    let screen = Screen {
        host: host.clone(),
        list: list.clone(),
        space: space.clone(),
        layout,
        window: window.setter(),
        rest,
    };
    use_layout(screen, found);
    let first = is_first_look(cards.is_none(), &shown, found).then(first_rows).flatten();
    let end = match shown.end {
        End::Reached => Html::default(),
        End::Coming(_) if first.is_some() => html! { <div key="first">{ first.unwrap_or_default() }</div> },
        // A key of its own: rows that come here do not push it down, but take its place.
        End::Coming(rows) => html! {
            <div key={format!("coming-{}", shown.range.end)}>{ row_skeletons(rows, found.view.is_search()) }</div>
        },
        End::Failed(error) => {
            html! { <div key="failed">{ error_notice(&words, &error, &props.retry) }</div> }
        }
    };
    let rows = cards.map(|cards| {
        rows(&words, &conversion, &device, cards, shown.range.clone(), Rc::ptr_eq(&cards.found, found))
    });
    let rows = rows.unwrap_or_default();
    html! {
        <>
            <div ref={list} class="list"><div ref={space} key="space" ~style={format!("height:{above}px")}></div>{ rows }{ end }</div>
            { more(&words, total, most, &host, &limit) }
        </>
    }
}

/// What stands below a list that does not show all of its articles.
fn more(
    words: &Words,
    total: usize,
    shown: usize,
    host: &Host,
    limit: &UseStateHandle<Option<usize>>,
) -> Html {
    if shown >= total {
        return Html::default();
    }
    let (host, setter) = (host.clone(), limit.setter());
    let lift = move |_| {
        host.lift_limit();
        setter.set(None);
    };
    match **limit {
        Some(_) => html! {
            <button type="button" class="button more" onclick={Callback::from(lift)}>
                { words.show_all_articles(total as u32) }
            </button>
        },
        None => html! { <p class="more">{ words.list_ends() }</p> },
    }
}

/// Whether what is to be shown is what the page brought along.
fn is_first_look(is_before_all: bool, shown: &Shown, found: &Found) -> bool {
    is_before_all && shown.range.start == 0 && found.view == View::default()
}

/// The rows that can be shown without a gap, and what follows them.
struct Shown {
    range: Range<usize>,
    end: End,
}

enum End {
    /// All are there that are wanted.
    Reached,
    /// So many are on their way.
    Coming(usize),
    /// They could not be loaded.
    Failed(LoadError),
}

impl Shown {
    /// From the row at the top of the window upwards and downwards, as far as there is no gap: what
    /// comes later comes at the ends, and pushes nothing away.
    fn of(cards: Option<&Cards>, wanted: Range<usize>, top_row: usize) -> Shown {
        let card = |place: usize| cards.and_then(|cards| cards.get(place));
        let is_here = |place: &usize| matches!(card(*place), Some(Ok(_)));
        let top = top_row.clamp(wanted.start, wanted.end.saturating_sub(1).max(wanted.start));
        let last = (top..wanted.end).take_while(is_here).last().map_or(top, |last| last + 1);
        let first = (wanted.start..top).rev().take_while(is_here).last().unwrap_or(top);
        let end = match card(last) {
            _ if last >= wanted.end => End::Reached,
            Some(Err(error)) => End::Failed(error.clone()),
            _ => End::Coming(SKELETONS.min(wanted.end - last)),
        };
        Shown { range: first..last, end }
    }
}

/// What keeps a list where it belongs.
#[derive(Clone)]
struct Screen {
    host: Host,
    list: NodeRef,
    space: NodeRef,
    layout: Rc<RefCell<Layout>>,
    window: UseStateSetter<Range<usize>>,
    /// Ends when the reader has not scrolled for a while.
    rest: Rc<RefCell<Option<Timeout>>>,
}

impl Screen {
    fn frame(&self) -> Option<Frame> {
        Frame::of(&self.host, &self.list, &self.space)
    }

    /// The reader has scrolled: other rows may be wanted.
    fn scrolled(&self) {
        let Some(frame) = self.frame() else { return };
        self.layout.borrow_mut().look(&frame);
        self.window.set(self.layout.borrow().window(&frame));
        let (host, list, space) = (self.host.clone(), self.list.clone(), self.space.clone());
        let layout = Rc::clone(&self.layout);
        let rest = move || {
            if let Some(frame) = Frame::of(&host, &list, &space) {
                layout.borrow_mut().rest(&frame);
            }
        };
        *self.rest.borrow_mut() = Some(Timeout::new(REST, rest));
    }

    /// The reader has come back to where they were.
    fn go_to(&self, spot: Spot) {
        if let Some(frame) = self.frame() {
            self.layout.borrow_mut().go_to(spot, &frame);
        }
    }

    /// Where the reader of a page that has scrolled by so many pixels is.
    fn spot(&self, scrolled: i32) -> Spot {
        let above_list = Spot { row: None, above: scrolled };
        self.frame().map_or(above_list, |frame| self.layout.borrow_mut().spot(&frame, scrolled))
    }

    /// The page has changed: everything is put where it belongs.
    fn settle(&self) {
        let Some(frame) = self.frame() else { return };
        self.layout.borrow_mut().settle(&frame);
        self.window.set(self.layout.borrow().window(&frame));
    }
}

/// Keeps a list where it belongs, and lets the history remember where its reader is.
#[hook]
fn use_layout(screen: Screen, found: &Rc<Found>) {
    let navigator = use_navigator();
    let scroll = navigator.scroll().clone();
    {
        let screen = screen.clone();
        use_effect_on((), move |()| {
            let here = screen.clone();
            let locating = scroll.locate_with(move |scrolled| here.spot(scrolled));
            let listen = |target: &EventTarget, name: &'static str, act: fn(&Screen)| {
                let screen = screen.clone();
                EventListener::new(target, name, move |_| act(&screen))
            };
            let host = &screen.host;
            let listeners = [
                listen(&host.scroll_target(), "scroll", Screen::scrolled),
                listen(host.window(), "resize", Screen::settle),
            ];
            move || drop((listeners, locating))
        });
    }
    let is_here = found.view == navigator.place().view;
    use_effect(move || {
        if is_here {
            navigator.scroll().settle().into_iter().for_each(|spot| screen.go_to(spot));
        }
        screen.settle();
    });
}
