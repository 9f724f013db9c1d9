//! The search box. It finds as one types.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Icon, icon};
use crate::history::{Navigator, use_navigator};
use crate::hooks::use_keyboard;
use crate::place::{Place, Route};
use crate::texts::use_words;

/// How long a reader pauses between two keys, in milliseconds.
const PAUSE: u32 = 120;

/// How many articles there are to search, if that is known.
#[derive(Properties, PartialEq)]
pub(crate) struct SearchBoxProps {
    pub(crate) articles: Option<u32>,
}

/// What has been typed but is not in the address yet.
struct Draft {
    typed: String,
    /// Where it was typed. Once the reader is elsewhere, the draft is over.
    at: Rc<Place>,
}

/// The search box. The address says what is searched for; while a reader types, or composes a
/// character, the box is ahead of it.
#[component]
pub(crate) fn SearchBox(props: &SearchBoxProps) -> Html {
    let words = use_words();
    let navigator = use_navigator();
    let input = use_node_ref();
    let draft = use_state(|| None::<Draft>);
    let typing = use_mut_ref(Typing::default);

    let here = &navigator.entry().place;
    let shown = shown(draft.as_ref(), here);
    let write = {
        let (draft, here) = (draft.setter(), Rc::clone(here));
        move |typed: &str| draft.set(Some(Draft { typed: typed.to_owned(), at: Rc::clone(&here) }))
    };
    let seek_soon = {
        let typing = typing.clone();
        use_callback(navigator.clone(), move |typed, navigator| Typing::seek_soon(&typing, navigator, typed))
    };
    use_composition_end(&input, &seek_soon);
    let oninput = {
        let write = write.clone();
        Callback::from(move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            write(&typed);
            if !event.is_composing() {
                seek_soon.emit(typed);
            }
        })
    };
    let onsubmit = {
        let (navigator, typing, shown) = (navigator.clone(), typing.clone(), shown.to_owned());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            typing.borrow_mut().finish(&navigator, &shown);
        })
    };
    let onblur = {
        let (navigator, typing, shown) = (navigator.clone(), typing.clone(), shown.to_owned());
        Callback::from(move |_| typing.borrow_mut().leave(&navigator, &shown))
    };
    let clear = {
        let (navigator, input) = (navigator.clone(), input.clone());
        Callback::from(move |_| {
            write("");
            typing.borrow_mut().finish(&navigator, "");
            focus(&input);
        })
    };
    use_slash(&input);
    let hint = props.articles.map(|articles| (words.search_hint)(&words.number(articles)));
    html! {
        <form class="search" role="search" {onsubmit}>
            { icon(Icon::Search) }
            <input ref={input} type="search" role="searchbox" name="q" autocomplete="off" autocapitalize="none"
                spellcheck="false" enterkeyhint="search" aria-label={words.search} placeholder={hint}
                value={shown.to_owned()} {oninput} {onblur} />
            if shown.is_empty() {
                <kbd aria-hidden="true">{ "/" }</kbd>
            } else {
                <button type="button" class="search-clear" aria-label={words.clear_search} onclick={clear}>
                    { icon(Icon::Close) }
                </button>
            }
        </form>
    }
}

/// The draft, as long as the reader is where it was typed; else what the address says.
fn shown<'a>(draft: Option<&'a Draft>, here: &'a Rc<Place>) -> &'a str {
    let going_on = draft.filter(|draft| Rc::ptr_eq(&draft.at, here));
    going_on.map_or(&here.view.typed, |draft| &draft.typed)
}

/// A reader at the keyboard, from the first key to Enter or to leaving the box: an entry of the
/// history for all of it.
#[derive(Default)]
struct Typing {
    has_begun: bool,
    pause: Option<Timeout>,
}

impl Typing {
    /// Searches when the reader pauses.
    fn seek_soon(typing: &Rc<RefCell<Typing>>, navigator: &Navigator, typed: String) {
        let (later, navigator) = (typing.clone(), navigator.clone());
        let pause = Timeout::new(PAUSE, move || later.borrow_mut().seek(&navigator, &typed));
        // The pause before, if it is not over, is given up.
        typing.borrow_mut().pause = Some(pause);
    }

    /// Searches now.
    fn seek(&mut self, navigator: &Navigator, typed: &str) {
        self.pause = None;
        let here = navigator.place();
        if here.view.typed == typed && here.route == Route::List {
            return;
        }
        let place = Place::list(here.view.with_typed(typed));
        if self.has_begun && here.route == Route::List {
            navigator.replace(place);
        } else {
            navigator.open(place);
        }
        self.has_begun = true;
    }

    /// Searches now; what is typed next is another search.
    fn finish(&mut self, navigator: &Navigator, typed: &str) {
        self.seek(navigator, typed);
        self.has_begun = false;
    }

    /// The reader goes on to something else. A search that waits for a pause is made before that,
    /// so that it does not call the reader back.
    fn leave(&mut self, navigator: &Navigator, typed: &str) {
        if self.pause.is_some() {
            self.seek(navigator, typed);
        }
        self.has_begun = false;
    }
}

/// Lets `/` lead to the box.
#[hook]
fn use_slash(input: &NodeRef) {
    let input = input.clone();
    let on_key = use_callback((), move |key: String, ()| {
        let is_slash = key == "/";
        if is_slash {
            focus(&input);
        }
        is_slash
    });
    use_keyboard(on_key);
}

/// Calls back with what is in the box when a character has been composed: no input follows that.
#[hook]
fn use_composition_end(input: &NodeRef, on_end: &Callback<String>) {
    let input = input.clone();
    use_effect_with(on_end.clone(), move |on_end| {
        let on_end = on_end.clone();
        let listener = input.cast::<HtmlInputElement>().map(|input| {
            let typed = input.clone();
            EventListener::new(&input, "compositionend", move |_| on_end.emit(typed.value()))
        });
        move || drop(listener)
    });
}

fn focus(input: &NodeRef) {
    if let Some(input) = input.cast::<HtmlInputElement>() {
        // Fails only for elements that are not on the page.
        let _ = input.focus();
        input.select();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::View;

    fn list(parameters: &str) -> Rc<Place> {
        Rc::new(Place::list(View::parse(parameters)))
    }

    #[test]
    fn the_box_is_ahead_of_the_address_until_that_moves() {
        let here = list("q=tea");
        let draft = Draft { typed: "tea ho".into(), at: Rc::clone(&here) };
        assert_eq!(shown(Some(&draft), &here), "tea ho");
        assert_eq!(shown(Some(&draft), &list("q=ink")), "ink");
        assert_eq!(shown(Some(&draft), &list("q=tea")), "tea");
        assert_eq!(shown(None, &here), "tea");
    }
}
