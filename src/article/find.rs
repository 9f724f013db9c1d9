//! The way from one match in an article to the next, and a box to look for something else in it.

use std::ops::Range;
use std::rc::Rc;

use markup::{Icon, icon};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::article::body::body_text::BodyText;
use crate::host::use_host;
use crate::model::keymap::{Action, FindAction};
use crate::ui::composition::use_composition_end;
use crate::ui::keyboard::use_keyboard;
use crate::words::{Words, use_words};

/// A text with its matches, where it is shown, and what is in the box, while that is open.
#[derive(Properties, PartialEq)]
pub(crate) struct FindBarProps {
    pub(crate) text: Rc<BodyText>,
    pub(crate) body: NodeRef,
    pub(crate) typed: Option<AttrValue>,
    pub(crate) set_typed: Callback<Option<AttrValue>>,
}

/// How often a text matches, with the way through the matches. While nothing is typed in its box,
/// the matches are those of the search that the reader came from.
#[component]
pub(crate) fn FindBar(props: &FindBarProps) -> Html {
    let words = use_words();
    let input = use_node_ref();
    let current = use_state(|| None::<usize>);
    let FindBarProps { text, body, typed, set_typed } = props;
    let is_open = typed.is_some();
    use_focus_while_open(&input, is_open);
    use_first_match(text, body, typed.as_ref(), &current);
    let step = use_callback((Rc::clone(text), *current), {
        let (body, current) = (body.clone(), current.setter());
        move |is_next, (text, here)| {
            let place = step(&body, &text.matches, *here, is_next);
            place.and_then(|place| show_match(&body, text.matches.get(place)?));
            current.set(place);
        }
    });
    use_find_keys(&input, &step, set_typed);
    let on_composed =
        use_callback(set_typed.clone(), |typed: String, set_typed| set_typed.emit(Some(typed.into())));
    use_composition_end(&input, is_open, &on_composed);
    if !is_open && text.matches.is_empty() {
        return Html::default();
    }
    html! {
        <div class="find" role="search" aria-label={words.find()}>
            <div class="find-bar">
                if let Some(typed) = typed {
                    <input ref={input} type="text" name="find" class="find-input" autocomplete="off" spellcheck="false"
                        aria-label={words.find()} placeholder={words.find()} value={typed.clone()}
                        oninput={on_input(set_typed)} onkeydown={on_key(&step, set_typed)} />
                }
                { count(&words, text, *current, typed.as_deref()) }
                { step_button(Icon::Up, words.find_previous(), &step, false, text) }
                { step_button(Icon::Down, words.find_next(), &step, true, text) }
                if is_open {
                    <button type="button" class="find-step" aria-label={words.close()} title={words.close()}
                        onclick={set_typed.reform(|_| None)}>
                        { icon(Icon::Close) }
                    </button>
                }
            </div>
        </div>
    }
}

/// How many matches there are, and which one is shown.
fn count(words: &Words, text: &BodyText, current: Option<usize>, typed: Option<&str>) -> Html {
    let matches = text.matches.len() as u32;
    let (shown, said) = match current.filter(|&place| place < text.matches.len()) {
        _ if matches == 0 && typed.is_none_or(|typed| typed.trim().is_empty()) => Default::default(),
        _ if matches == 0 => (words.find_no_match().to_owned(), words.find_no_match().to_owned()),
        Some(place) => {
            let place = place as u32 + 1;
            let shown = format!("{} / {}", words.number(place), words.number(matches));
            (shown, words.find_match_of(place, matches))
        }
        None => {
            let all = words.find_matches(matches);
            (all.clone(), all)
        }
    };
    html! {
        <span class="find-count" role="status">
            <span aria-hidden="true">{ shown }</span>
            <span class="visually-hidden">{ said }</span>
        </span>
    }
}

fn step_button(
    sign: Icon,
    label: &'static str,
    step: &Callback<bool>,
    is_next: bool,
    text: &BodyText,
) -> Html {
    html! {
        <button type="button" class="find-step" aria-label={label} title={label} disabled={text.matches.is_empty()}
            onclick={step.reform(move |_| is_next)}>
            { icon(sign) }
        </button>
    }
}

fn on_input(set_typed: &Callback<Option<AttrValue>>) -> Callback<InputEvent> {
    let set_typed = set_typed.clone();
    Callback::from(move |event: InputEvent| {
        // What is being composed is not yet what is looked for.
        if !event.is_composing() {
            set_typed.emit(Some(event.target_unchecked_into::<HtmlInputElement>().value().into()));
        }
    })
}

/// Keys in the box.
fn on_key(step: &Callback<bool>, set_typed: &Callback<Option<AttrValue>>) -> Callback<KeyboardEvent> {
    let (step, set_typed) = (step.clone(), set_typed.clone());
    Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.is_composing() => step.emit(!event.shift_key()),
        "Escape" if !event.is_composing() => set_typed.emit(None),
        _ => {}
    })
}

/// Keys outside of it: they open the box, and go to the next match and the one before.
#[hook]
fn use_find_keys(input: &NodeRef, step: &Callback<bool>, set_typed: &Callback<Option<AttrValue>>) {
    let input = input.clone();
    let on_action = use_callback((step.clone(), set_typed.clone()), move |action, (step, set_typed)| {
        let Action::Find(action) = action else { return false };
        match action {
            FindAction::Open => match input.cast::<HtmlInputElement>() {
                Some(input) => input.select(),
                None => set_typed.emit(Some(AttrValue::default())),
            },
            FindAction::Next => step.emit(true),
            FindAction::Previous => step.emit(false),
        }
        true
    });
    use_keyboard(on_action);
}

/// Puts the focus into the box when it opens, and back where it was when it closes.
#[hook]
fn use_focus_while_open(input: &NodeRef, is_open: bool) {
    let (input, host) = (input.clone(), use_host());
    use_effect_with(is_open, move |&is_open| {
        let before = is_open.then(|| host.focused()?.dyn_into::<HtmlElement>().ok()).flatten();
        if let Some(input) = input.cast::<HtmlElement>() {
            focus(&input);
        }
        move || before.iter().for_each(focus)
    });
}

fn focus(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // Fails only for elements that are not on the page.
    let _ = element.focus_with_options(&options);
}

/// Goes to the first match of what was typed, from where the reader is.
#[hook]
fn use_first_match(
    text: &Rc<BodyText>,
    body: &NodeRef,
    typed: Option<&AttrValue>,
    current: &UseStateHandle<Option<usize>>,
) {
    let (body, current) = (body.clone(), current.setter());
    let was_typed = typed.is_some_and(|typed| !typed.trim().is_empty());
    use_effect_with((Rc::clone(text), was_typed), move |(text, was_typed)| {
        let place = if *was_typed { step(&body, &text.matches, None, true) } else { None };
        place.and_then(|place| show_match(&body, text.matches.get(place)?));
        current.set(place);
    });
}

/// The place of the match after the one that is shown, or before it, in a circle. Where none is
/// shown, the first below the top of the window.
fn step(body: &NodeRef, matches: &[Range<u32>], here: Option<usize>, is_next: bool) -> Option<usize> {
    let last = matches.len().checked_sub(1)?;
    let Some(here) = here.filter(|&here| here <= last) else {
        let marks = marks(body).unwrap_or_default();
        let is_below = |found: &Range<u32>| {
            marks.get(found.start as usize).is_some_and(|mark| mark.get_bounding_client_rect().top() >= 0.0)
        };
        return Some(matches.iter().position(is_below).unwrap_or(0));
    };
    Some(beside(here, last, is_next))
}

/// The place after one, or before it, in a circle.
fn beside(here: usize, last: usize, is_next: bool) -> usize {
    match is_next {
        true if here == last => 0,
        true => here + 1,
        false => here.checked_sub(1).unwrap_or(last),
    }
}

fn show_match(body: &NodeRef, found: &Range<u32>) -> Option<()> {
    let marks = marks(body)?;
    for (place, mark) in (0..).zip(&marks) {
        let is_shown = found.contains(&place);
        mark.class_list().toggle_with_force("current", is_shown).ok()?;
    }
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Center);
    marks.get(found.start as usize)?.scroll_into_view_with_scroll_into_view_options(&options);
    Some(())
}

fn marks(body: &NodeRef) -> Option<Vec<Element>> {
    let marks = body.cast::<Element>()?.query_selector_all("mark").ok()?;
    Some((0..marks.length()).filter_map(|place| marks.get(place)?.dyn_into().ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_go_round() {
        let check =
            |here, is_next, expected| assert_eq!(beside(here, 2, is_next), expected, "{here} {is_next}");
        check(0, true, 1);
        check(2, true, 0);
        check(2, false, 1);
        check(0, false, 2);
        assert_eq!((beside(0, 0, true), beside(0, 0, false)), (0, 0));
    }
}
