//! The form of the search box: its field and buttons, and what opens below them.

use std::rc::Rc;

use markup::{Icon, icon};
use yew::prelude::*;

use crate::address::history::use_navigator;
use crate::archive::library::Library;
use crate::device::provider::use_device;
use crate::model::keymap::{Action, key_of};
use crate::search::search_box::actions::Actions;
use crate::search::search_box::clicks::Clicks;
use crate::search::search_box::draft::{Draft, focus, shown};
use crate::search::search_box::help::{help_button, help_panel};
use crate::search::search_box::offer::{LIST, use_offer};
use crate::search::search_box::typing::Typing;
use crate::ui::composition::use_composition_end;
use crate::ui::keyboard::use_keyboard;
use crate::words::{Words, use_words};

/// What there is to search, once that is known.
#[derive(PartialEq)]
pub(crate) struct SearchBoxProps {
    pub(crate) library: Option<Library>,
}

/// The search box. The address says what is searched for; while a reader types, or composes a
/// character, the box is ahead of it.
#[hook]
pub(crate) fn use_search_box(props: &SearchBoxProps) -> Html {
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
    use_search_key(&input);

    let manifest = props.library.as_ref().map(|library| &library.manifest);
    let hint = manifest.map(|manifest| words.search_hint(manifest.totals.articles));
    let clicks = clicks(&actions);
    let options = offer.list(&words, &clicks);
    let is_offered = (!offer.is_empty()).to_string();
    let chosen_id = offer.chosen_id();
    let onkeydown = actions.on(move |actions, event| actions.press(&event, &offer));
    html! {
        <form class="search" role="search" onsubmit={actions.on(|actions, event| actions.submit(&event))}>
            { icon(Icon::Search) }
            <input ref={input} type="text" inputmode="search" role="combobox" name="q" autocomplete="off" autocapitalize="none"
                spellcheck="false" enterkeyhint="search" aria-label={words.search()} placeholder={hint}
                aria-autocomplete="list" aria-expanded={is_offered} aria-controls={LIST}
                aria-activedescendant={chosen_id} value={shown.clone()} {onkeydown}
                onfocus={actions.on(|actions, _| actions.come())}
                oninput={actions.on(|actions, event| actions.input(&event))}
                onblur={actions.on(|actions, _| actions.leave())} />
            { options }
            { end_of_box(&words, &actions, shown.is_empty()) }
            { help_button(&words) }
            if let Some(manifest) = manifest {
                { help_panel(&words, manifest, &actions.on(|actions, example: String| actions.try_out(&example))) }
            }
        </form>
    }
}

/// What a click on something that is offered does.
fn clicks(actions: &Rc<Actions>) -> Clicks {
    Clicks {
        take: actions.on(|actions, name| actions.take(&name)),
        repeat: actions.on(|actions, search| actions.repeat(&search)),
        forget: actions.on(|actions, search| actions.forget(&search)),
    }
}

/// The key that leads to the box, or the button that empties it.
fn end_of_box(words: &Words, actions: &Rc<Actions>, is_empty: bool) -> Html {
    if is_empty {
        return html! { <kbd aria-hidden="true">{ key_of(Action::Search) }</kbd> };
    }
    html! {
        <button type="button" class="search-clear" aria-label={words.search_clear()}
            onclick={actions.on(|actions, _| actions.clear())}>
            { icon(Icon::Close) }
        </button>
    }
}

/// Lets a key lead to the box.
#[hook]
fn use_search_key(input: &NodeRef) {
    let input = input.clone();
    let on_action = use_callback((), move |action, ()| {
        let is_search = action == Action::Search;
        if is_search {
            focus(&input);
        }
        is_search
    });
    use_keyboard(on_action);
}
