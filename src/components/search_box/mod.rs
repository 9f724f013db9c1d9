//! The search box. It finds as one types, offers names, and says what can be typed.

mod actions;
mod help;
mod own_searches;
mod suggestions;
mod typing;

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Icon, icon};
use crate::device::use_device;
use crate::history::use_navigator;
use crate::hooks::{Library, use_composition_end, use_keyboard};
use crate::place::Place;
use crate::texts::use_words;
use actions::Actions;
pub(crate) use actions::with_name;
use help::{help_button, help_panel};
use suggestions::{Clicks, LIST, use_offer};
use typing::Typing;

/// What there is to search, once that is known.
#[derive(Properties, PartialEq)]
pub(crate) struct SearchBoxProps {
    pub(crate) library: Option<Library>,
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
    let device = use_device();
    let input = use_node_ref();
    let draft = use_state(|| None::<Draft>);
    let typing = use_mut_ref(Typing::default);

    let shown = shown(draft.as_ref(), &navigator.entry().place).to_owned();
    let offer = use_offer(props.library.as_ref(), &device, &shown);
    let actions = Rc::new(Actions {
        navigator: navigator.clone(),
        device,
        input: input.clone(),
        shown: shown.clone(),
        draft: draft.setter(),
        typing,
        list: offer.setter.clone(),
        prepare: offer.prepare.clone(),
    });
    let on_composed = {
        let actions = Rc::clone(&actions);
        use_callback(navigator, move |typed, _| actions.seek_soon(typed))
    };
    use_composition_end(&input, true, &on_composed);
    use_slash(&input);

    let manifest = props.library.as_ref().map(|library| &library.manifest);
    let hint = manifest.map(|manifest| (words.search_hint)(&words.number(manifest.totals.articles)));
    let clicks = Clicks {
        take: actions.on(|actions, name| actions.take(&name)),
        repeat: actions.on(|actions, search| actions.repeat(&search)),
        forget: actions.on(|actions, search| actions.forget(&search)),
    };
    let options = offer.list(&words, &clicks);
    let is_offered = (!offer.is_empty()).to_string();
    let chosen_id = offer.chosen_id();
    let onkeydown = actions.on(move |actions, event| actions.press(&event, &offer));
    html! {
        <form class="search" role="search" onsubmit={actions.on(|actions, event| actions.submit(&event))}>
            { icon(Icon::Search) }
            <input ref={input} type="text" inputmode="search" role="combobox" name="q" autocomplete="off" autocapitalize="none"
                spellcheck="false" enterkeyhint="search" aria-label={words.search} placeholder={hint}
                aria-autocomplete="list" aria-expanded={is_offered} aria-controls={LIST}
                aria-activedescendant={chosen_id} value={shown.clone()} {onkeydown}
                onfocus={actions.on(|actions, _| actions.come())}
                oninput={actions.on(|actions, event| actions.input(&event))}
                onblur={actions.on(|actions, _| actions.leave())} />
            { options }
            if shown.is_empty() {
                <kbd aria-hidden="true">{ "/" }</kbd>
            } else {
                <button type="button" class="search-clear" aria-label={words.clear_search}
                    onclick={actions.on(|actions, _| actions.clear())}>
                    { icon(Icon::Close) }
                </button>
            }
            { help_button(&words) }
            if let Some(manifest) = manifest {
                { help_panel(&words, manifest, &actions.on(|actions, example: String| actions.try_out(&example))) }
            }
        </form>
    }
}

/// The draft, as long as the reader is where it was typed; else what the address says.
fn shown<'a>(draft: Option<&'a Draft>, here: &'a Rc<Place>) -> &'a str {
    let going_on = draft.filter(|draft| Rc::ptr_eq(&draft.at, here));
    going_on.map_or(&here.view.typed, |draft| &draft.typed)
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
