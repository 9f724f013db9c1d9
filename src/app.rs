//! Starts the viewer and puts its rooms together.

use texts::Texts;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::prelude::*;

use crate::address::history::{RouterProps, use_navigator, use_router};
use crate::address::own_links::use_own_links;
use crate::address::place::Route;
use crate::address::site::{self, Site};
use crate::archive::library::{use_bundle, use_library};
use crate::archive::load_state::LoadState;
use crate::archive::loader::Loader;
use crate::archive::progress_line::{ProgressLineProps, use_progress_line};
use crate::conversion::choice::use_chosen_conversion;
use crate::conversion::note::conversion_fault;
use crate::device::notice::use_device_notice;
use crate::device::provider::{DeviceProviderProps, use_device_provider};
use crate::frame::focus_on_navigation::{CONTENT, use_focus_on_navigation};
use crate::frame::footer::page_footer;
use crate::frame::header::{HeaderProps, use_header};
use crate::frame::key_help::use_key_help;
use crate::frame::language::language_fault;
use crate::frame::page_keys::use_page_keys;
use crate::frame::unknown::use_unknown_page;
use crate::host::first_page::{self, first_article};
use crate::host::title::use_title;
use crate::host::{Host, use_host};
use crate::lazy::use_module::use_module;
use crate::list::page::{ListPageProps, use_list_page};
use crate::model::handed::{Handed, use_all_handed};
use crate::model::load_error::LoadError;
use crate::model::piece::piece;
use crate::pages::{ARTICLE, DEVICE, PageContext, STATISTICS};
use crate::prefetch::{use_early_modules, use_prefetch};
use crate::search::emit_search::use_emit_search;
use crate::search::use_search::use_search;
use crate::settings::language::use_language;
use crate::settings::provider::{SettingsProviderProps, use_settings_provider};
use crate::ui::notice::page_error;
use crate::ui::skeleton::{article_skeleton, list_skeleton};
use crate::words::use_words;

/// The element of `index.html` that the viewer takes the place of.
const ROOT: &str = "reading-room";

/// Opens the viewer in its own page. `texts` is the file of a language.
///
/// # Errors
/// If it is no such file.
#[wasm_bindgen(js_name = openPage)]
pub fn open_page(texts: &str) -> Result<(), String> {
    let texts = parse(texts)?;
    // Without a window and its document there is nothing to be done.
    if let Some((host, root)) = Host::page().and_then(|host| Some((host.clone(), host.by_id(ROOT)?))) {
        site::settle(Site::with_pages(host.site_root(), host.pages()));
        first_page::keep(&root);
        open(root, host, texts);
    }
    Ok(())
}

/// Reads the file of a language.
pub(crate) fn parse(texts: &str) -> Result<Texts, String> {
    Texts::parse(texts).map_err(|error| error.to_string())
}

/// Opens the viewer in an element.
pub(crate) fn open(root: Element, host: Host, texts: Texts) -> AppHandle<App> {
    yew::Renderer::<App>::with_root_and_props(root, AppProps { host, texts }).render()
}

/// Where the viewer runs, and the texts of its first language.
#[derive(Properties, PartialEq)]
pub(crate) struct AppProps {
    host: Host,
    texts: Texts,
}

/// The viewer.
#[component]
pub(crate) fn App(props: &AppProps) -> Html {
    let children = piece!(use_frame);
    let children = piece!(use_device_provider, DeviceProviderProps { children });
    let children = piece!(use_router, RouterProps { children });
    let below = piece!(use_settings_provider, SettingsProviderProps { texts: props.texts, children });
    let handed = Handed::default().with(props.host.clone());
    html! { <ContextProvider<Handed> context={handed}>{ below }</ContextProvider<Handed>> }
}

/// The header, and below it whatever is known of the bundle.
#[hook]
fn use_frame() -> Html {
    let words = use_words();
    let language = use_language();
    let host = use_host();
    let landmark = host.landmark();
    let loader = use_memo((), move |()| Loader::new(&host.bundle()));
    let (bundle, retry) = use_bundle(&loader);
    let (conversion, fault, convert_again) = use_chosen_conversion();
    let handed = use_all_handed().with(conversion);
    let are_keys_shown = use_state_eq(|| false);
    let show_keys = use_callback(are_keys_shown.setter(), |(), are_shown| are_shown.set(true));
    let keys_closed = use_callback(are_keys_shown.setter(), |(), are_shown| are_shown.set(false));
    use_page_keys(show_keys.clone());
    let key_help = use_key_help(*are_keys_shown, &keys_closed);
    use_own_links();
    use_early_modules();
    let content = match &bundle {
        LoadState::Failed(error) => {
            piece!(
                use_failed,
                FailedProps { archive: words.reading_room().into(), error: error.clone(), retry }
            )
        }
        _ => match bundle.shown() {
            Some(library) => html! {
                <ContextProvider<Handed> context={handed.with((**library).clone())}>
                    { piece!(use_pages, PagesProps { retry }) }
                    { piece!(use_device_notice) }
                </ContextProvider<Handed>>
            },
            None => first_article().unwrap_or_else(|| list_skeleton(&words)),
        },
    };
    let library = bundle.shown().map(|library| (**library).clone());
    let has_failed = matches!(bundle, LoadState::Failed(_));
    html! {
        <>
            { piece!(use_progress_line, ProgressLineProps { loader: Loader::clone(&loader) }) }
            <a class="skip-link" href={format!("#{CONTENT}")}>{ words.skip_to_content() }</a>
            { piece!(use_header, HeaderProps { library, has_failed }) }
            <@{landmark} id={CONTENT} class="frame" tabindex="-1">
                { language_fault(&words, &language) }
                if let Some(error) = fault { { conversion_fault(&words, &error, &convert_again) } }
                <ContextProvider<Handed> context={handed}>{ content }</ContextProvider<Handed>>
            </@>
            { page_footer(&words, bundle.shown().map(|library| &**library), &show_keys) }
            { key_help }
        </>
    }
}

#[derive(PartialEq)]
struct FailedProps {
    /// The name of the archive, as far as it is known.
    archive: AttrValue,
    error: LoadError,
    retry: Callback<()>,
}

/// Shown where the bundle cannot be opened, or where the module of a page does not load.
#[hook]
fn use_failed(props: &FailedProps) -> Html {
    let words = use_words();
    use_title(words.loading_failed(), &props.archive);
    page_error(&words, &props.error, &props.retry)
}

#[derive(PartialEq)]
struct PagesProps {
    retry: Callback<()>,
}

/// What is at the reader's place. The list is found here, because an article needs it for its
/// neighbours, and so that it is still there on the way back.
#[hook]
fn use_pages(props: &PagesProps) -> Html {
    let navigator = use_navigator();
    let library = use_library();
    let place = navigator.place();
    let (found, search_on) = use_search(&library, &place.view);
    use_emit_search(&found);
    use_focus_on_navigation(matches!(place.route, Route::Article(_)));
    let page = match &place.route {
        Route::Article(_) => Some(&ARTICLE),
        Route::Device => Some(&DEVICE),
        Route::Statistics(_) => Some(&STATISTICS),
        Route::List | Route::Unknown(_) => None,
    };
    let draw = use_module(&library, page);
    use_prefetch(found.shown().is_some());
    let retry = props.retry.clone();
    match (&place.route, draw) {
        (Route::List, _) => piece!(use_list_page, ListPageProps { found, retry, search_on }),
        (Route::Unknown(_), _) => piece!(use_unknown_page),
        (route, LoadState::Ready(draw)) => draw(PageContext { route, found, retry, search_on }),
        (_, LoadState::Failed(error)) => {
            piece!(
                use_failed,
                FailedProps { archive: library.manifest.site.title.clone().into(), error, retry }
            )
        }
        (_, LoadState::Waiting { .. }) => piece!(use_coming),
    }
}

/// Shown while the module of a page is on its way.
#[hook]
fn use_coming() -> Html {
    let words = use_words();
    let library = use_library();
    use_title(words.loading(), &library.manifest.site.title);
    first_article().unwrap_or_else(|| article_skeleton(&words))
}
