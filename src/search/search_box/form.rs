//! The search box. It finds as one types, offers names, and says what can be typed.

use std::rc::Rc;

use yew::prelude::*;

use crate::address::history::use_navigator;
use crate::archive::library::Library;
use crate::device::provider::use_device;
use crate::search::search_box::actions::Actions;
use crate::search::search_box::clicks::Clicks;
use crate::search::search_box::draft::{Draft, focus, shown};
use crate::search::search_box::help::{help_button, help_panel};
use crate::search::search_box::offer::{LIST, use_offer};
use crate::search::search_box::typing::Typing;
use crate::texts::use_words;
use crate::ui::composition::use_composition_end;
use crate::ui::icon::{Icon, icon};
use crate::ui::keyboard::use_keyboard;

/// What there is to search, once that is known.
#[derive(Properties, PartialEq)]
pub(crate) struct SearchBoxProps {
    pub(crate) library: Option<Library>,
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
