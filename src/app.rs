//! Starts the viewer and puts its parts together.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::prelude::*;

use crate::components::{
    DeviceNotice, Header, KeyHelp, ProgressLine, article_skeleton, conversion_fault, list_skeleton,
    page_error, page_footer,
};
use crate::device::DeviceProvider;
use crate::first_list;
use crate::history::{Router, use_navigator};
use crate::hooks::{
    CONTENT, Conversion, Library, Progress, use_arrival, use_bundle, use_chosen_conversion, use_library,
    use_outcome, use_page, use_page_keys, use_search_told, use_title,
};
use crate::loader::{LoadError, Loader};
use crate::pages::{ListPage, UnknownPage};
use crate::parts::{ARTICLE, DEVICE, Opened, STATISTICS, use_prefetch};
use crate::place::Route;
use crate::settings::SettingsProvider;
use crate::stage::{Stage, use_own_links, use_stage};
use crate::texts::use_words;

pub use crate::failure::show_panics;

/// The element of `index.html` that the viewer takes the place of.
const ROOT: &str = "reading-room";

/// Opens the viewer in its own page.
#[wasm_bindgen(js_name = openPage)]
pub fn open_page() {
    // Without a window and its document there is nobody to tell.
    if let Some((stage, root)) = Stage::page().and_then(|stage| Some((stage.clone(), stage.by_id(ROOT)?))) {
        first_list::keep(&root);
        open(root, stage);
    }
}

/// Opens the viewer in an element.
pub(crate) fn open(root: Element, stage: Stage) -> AppHandle<App> {
    yew::Renderer::<App>::with_root_and_props(root, AppProps { stage }).render()
}

/// Where the viewer stands.
#[derive(Properties, PartialEq)]
pub(crate) struct AppProps {
    stage: Stage,
}

/// The viewer.
#[component]
pub(crate) fn App(props: &AppProps) -> Html {
    html! {
        <ContextProvider<Stage> context={props.stage.clone()}>
            <SettingsProvider><Router><DeviceProvider><Frame /></DeviceProvider></Router></SettingsProvider>
        </ContextProvider<Stage>>
    }
}

/// The header, and below it whatever is known of the bundle.
#[component]
fn Frame() -> Html {
    let words = use_words();
    let stage = use_stage();
    // Somebody else's page has its own.
    let landmark = if stage.is_embedded() { "div" } else { "main" };
    let loader = use_memo((), move |()| Loader::new(&stage.bundle()));
    let (bundle, retry) = use_bundle(&loader);
    let (conversion, fault, convert_again) = use_chosen_conversion();
    let are_keys_shown = use_state_eq(|| false);
    let show_keys = use_callback(are_keys_shown.setter(), |(), are_shown| are_shown.set(true));
    let keys_closed = use_callback(are_keys_shown.setter(), |(), are_shown| are_shown.set(false));
    use_page_keys(show_keys.clone());
    use_own_links();
    let content = match &bundle {
        Progress::Failed(error) => {
            html! { <Failed archive={words.reading_room} error={error.clone()} {retry} /> }
        }
        _ => match bundle.shown() {
            Some(library) => html! {
                <ContextProvider<Library> context={(**library).clone()}>
                    <Pages {retry} />
                    <DeviceNotice />
                </ContextProvider<Library>>
            },
            None => list_skeleton(&words),
        },
    };
    let library = bundle.shown().map(|library| (**library).clone());
    html! {
        <>
            <ProgressLine loader={Loader::clone(&loader)} />
            <a class="skip-link" href={format!("#{CONTENT}")}>{ words.skip_to_content }</a>
            <Header {library} has_failed={matches!(bundle, Progress::Failed(_))} />
            <@{landmark} id={CONTENT} class="frame" tabindex="-1">
                if let Some(error) = fault { { conversion_fault(&words, &error, &convert_again) } }
                <ContextProvider<Conversion> context={conversion}>{ content }</ContextProvider<Conversion>>
            </@>
            { page_footer(&words, bundle.shown().map(|library| &**library), &show_keys) }
            if *are_keys_shown { <KeyHelp onclose={keys_closed} /> }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct FailedProps {
    /// The name of the archive, as far as it is known.
    archive: AttrValue,
    error: LoadError,
    retry: Callback<()>,
}

/// Instead of a bundle that can not be opened, or of a page whose part of the viewer can not be had.
#[component]
fn Failed(props: &FailedProps) -> Html {
    let words = use_words();
    use_title(words.failed, &props.archive);
    page_error(&words, &props.error, &props.retry)
}

#[derive(Properties, PartialEq)]
struct PagesProps {
    retry: Callback<()>,
}

/// What is at the reader's place. The list is found here, because an article needs it for its
/// neighbours, and so that it is still there on the way back.
#[component]
fn Pages(props: &PagesProps) -> Html {
    let navigator = use_navigator();
    let library = use_library();
    let place = navigator.place();
    let (found, search_on) = use_outcome(&library, &place.view);
    use_search_told(&found);
    use_arrival(matches!(place.route, Route::Article(_)));
    let page = match &place.route {
        Route::Article(_) => Some(&ARTICLE),
        Route::Device => Some(&DEVICE),
        Route::Statistics(_) => Some(&STATISTICS),
        Route::List | Route::Unknown(_) => None,
    };
    let draw = use_page(&library, page);
    use_prefetch(found.shown().is_some());
    let retry = props.retry.clone();
    match (&place.route, draw) {
        (Route::List, _) => html! { <ListPage {found} {retry} {search_on} /> },
        (Route::Unknown(_), _) => html! { <UnknownPage /> },
        (route, Progress::Ready(draw)) => draw(Opened { route, found, retry, search_on }),
        (_, Progress::Failed(error)) => {
            html! { <Failed archive={library.manifest.site.title.clone()} {error} {retry} /> }
        }
        (_, Progress::Waiting { .. }) => html! { <Coming /> },
    }
}

/// Instead of a page whose part of the viewer is on its way.
#[component]
fn Coming() -> Html {
    let words = use_words();
    let library = use_library();
    use_title(words.loading, &library.manifest.site.title);
    article_skeleton(&words)
}
