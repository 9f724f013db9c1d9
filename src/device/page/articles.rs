//! Bookmarks, and the articles that were read.

use bundle::text::{Script, fold};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::address::place::Place;
use crate::address::view::View;
use crate::device::article::Article;
use crate::device::change::{Change, Which};
use crate::device::item::Item as _;
use crate::device::kept::Part;
use crate::device::page::section::{Doing, remove_button, section};
use crate::device::provider::DeviceHandle;
use crate::host::clock::{day_of, now, start_of_day};
use crate::words::Words;

/// Bookmarks that can be looked through without help.
const FEW: usize = 8;
/// An hour and a week, in milliseconds.
const HOUR: u64 = 60 * 60 * 1000;
const WEEK: u64 = 7 * 24 * HOUR;

/// The bookmarks, newest first.
pub(crate) fn bookmarks(words: &Words, device: &DeviceHandle, doing: &Doing) -> Html {
    let all = &device.kept.bookmarks;
    let typed = fold(&doing.typed);
    let shown = all.iter().filter(|bookmark| {
        typed.is_empty() || fold(&format!("{} {}", bookmark.title, bookmark.author)).contains(&typed)
    });
    let lines = shown.map(|bookmark| line(words, device, Part::Bookmarks, bookmark));
    let content = html! {
        <>
            if all.len() > FEW {
                { find_box(words, doing) }
            }
            <ul class="device-list">{ for lines }</ul>
        </>
    };
    section(words.bookmarks(), all.is_empty(), words.bookmarks_none(), content)
}

fn find_box(words: &Words, doing: &Doing) -> Html {
    let typed = doing.typed.setter();
    let oninput = Callback::from(move |event: InputEvent| {
        typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    let label = words.bookmarks_find();
    html! {
        <input type="text" class="device-find" value={(*doing.typed).clone()} {oninput} placeholder={label}
            aria-label={label} />
    }
}

/// The articles that were read, by the day when they were.
pub(crate) fn history(words: &Words, device: &DeviceHandle, doing: &Doing) -> Html {
    let all = &device.kept.history;
    let day = |articles: &[Article]| {
        let day = articles.first().map(|article| day_of(article.at)).unwrap_or_default();
        html! {
            <>
                <h3>{ words.day(&day) }</h3>
                <ul class="device-list">
                    { for articles.iter().map(|article| line(words, device, Part::History, article)) }
                </ul>
            </>
        }
    };
    let days = all.chunk_by(|one, other| day_of(one.at) == day_of(other.at));
    let content = html! { <>{ clear_history(words, device, doing) }{ for days.map(day) }</> };
    // Articles that were read long ago are marked in lists, though the history has lost them.
    let is_empty = all.is_empty() && device.kept.read.is_empty();
    section(words.history(), is_empty, words.history_none(), content)
}

/// Clears the history, or the end of it.
fn clear_history(words: &Words, device: &DeviceHandle, doing: &Doing) -> Html {
    let span = doing.span.clone();
    let onchange = Callback::from(move |event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        usize::try_from(chosen).into_iter().for_each(|chosen| span.set(chosen));
    });
    let onclick = {
        let (device, span) = (device.clone(), *doing.span);
        Callback::from(move |_| device.change(Change::Remove(Part::History, span_since(span))))
    };
    let option = |(place, span): (usize, &&'static str)| {
        html! { <option selected={place == *doing.span}>{ *span }</option> }
    };
    html! {
        <div class="device-clear">
            <select aria-label={words.history_span()} {onchange}>
                { for words.history_spans().iter().enumerate().map(option) }
            </select>
            <button type="button" class="quiet-button" {onclick}>{ words.clear() }</button>
        </div>
    }
}

/// What the span at a place means now.
fn span_since(place: usize) -> Which {
    let now = now();
    match place {
        0 => Which::Since(now - HOUR),
        1 => Which::Since(start_of_day(now)),
        2 => Which::Since(now - WEEK),
        _ => Which::All,
    }
}

fn line(words: &Words, device: &DeviceHandle, part: Part, article: &Article) -> Html {
    let title = if article.title.is_empty() { words.untitled() } else { &article.title };
    let href = Place::article(article.address(), View::default()).href();
    let id = article.id();
    html! {
        <li key={id.clone()} data-address={id.clone()}>
            <div>
                <a {href} lang={Script::of(&article.title).lang()}>{ title.to_owned() }</a>
                <small>
                    if !article.author.is_empty() {
                        <span>{ article.author.clone() }</span>
                    }
                    { markup::date(article.date.clone(), None, words.day(&article.date)) }
                </small>
            </div>
            { remove_button(words, device, part, id, title) }
        </li>
    }
}
