//! What a reader can do with an article: beside its text on wide screens, below its title on others.

use std::rc::Rc;

use bundle::format::ArticleCard;
use bundle::reading::{Address, CatalogRow};
use markup::{Icon, icon};
use yew::prelude::*;

use crate::address::link::address_of;
use crate::address::place::Place;
use crate::address::view::View;
use crate::archive::library::use_library;
use crate::article::body::body_text::BodyText;
use crate::article::citation::Access;
use crate::article::sentences::sentences;
use crate::article::tools::aloud::{Aloud, Voice, use_aloud};
use crate::article::tools::cite::Cite;
use crate::article::tools::text_settings::text_settings;
use crate::device::article::Article;
use crate::device::bookmark_button::BookmarkButton;
use crate::host::clock::today;
use crate::host::{Host, use_host};
use crate::model::keymap::{Action, FindAction, key_of};
use crate::settings::provider::use_settings;
use crate::ui::copy_button::CopyButton;
use crate::words::{Words, use_words};

/// An article, its text once that is there, and the box to find something in it.
#[derive(Properties, PartialEq)]
pub(crate) struct ArticleToolsProps {
    pub(crate) article: CatalogRow,
    pub(crate) text: Option<Rc<BodyText>>,
    pub(crate) is_finding: bool,
    pub(crate) toggle_find: Callback<()>,
}

/// The tools of an article.
#[component]
pub(crate) fn ArticleTools(props: &ArticleToolsProps) -> Html {
    let words = use_words();
    let settings = use_settings();
    let host = use_host();
    let library = use_library();
    let access = use_state(|| None::<Access>);
    let aloud = use_aloud(props.text.as_ref().and_then(|text| text.lang), spoken(props));
    let Some(card) = props.article.card() else { return Html::default() };
    let cite = {
        let archive = match library.manifest.site.title.as_str() {
            "" => words.reading_room().to_owned(),
            title => title.to_owned(),
        };
        let (access, address) = (access.setter(), short_address(&host, card));
        Callback::from(move |()| {
            access.set(Some(Access { archive: archive.clone(), address: address.clone(), day: today() }));
        })
    };
    let close_cite = {
        let access = access.setter();
        Callback::from(move |()| access.set(None))
    };
    let link = address_of(&host, &Place::article(card.address(), View::default()));
    let print = Callback::from(|()| {
        // A browser that cannot print says so itself.
        let _ = web_sys::window().map(|window| window.print());
    });
    html! {
        <div class="article-tools" role="group" aria-label={words.article_tools()}>
            <div class="article-tools-inner">
                <BookmarkButton article={Article::of(card, 0)} />
                { text_settings(&words, &settings, library.manifest.site.pictures) }
                if props.text.is_some() {
                    { find_button(&words, props) }
                }
                { tool(words.cite(), Icon::Cite, &cite) }
                <CopyButton text={link} label={words.article_copy_link()} class="tool" sign={Icon::Link} />
                if let (Some(aloud), true) = (&aloud, props.text.is_some()) {
                    { aloud_buttons(&words, aloud) }
                }
                { tool(words.article_print(), Icon::Print, &print) }
            </div>
            if let Some(access) = &*access {
                <Cite article={props.article.clone()} access={access.clone()} close={close_cite} />
            }
        </div>
    }
}

fn tool(label: &'static str, sign: Icon, act: &Callback<()>) -> Html {
    html! {
        <button type="button" class="tool" aria-label={label} title={label} onclick={act.reform(|_| ())}>
            { icon(sign) }
        </button>
    }
}

fn find_button(words: &Words, props: &ArticleToolsProps) -> Html {
    let (label, key) = (words.find(), key_of(Action::Find(FindAction::Open)));
    html! {
        <button type="button" class="tool" aria-label={label} title={format!("{label} ({key})")} aria-keyshortcuts={key}
            aria-expanded={props.is_finding.to_string()} onclick={props.toggle_find.reform(|_| ())}>
            { icon(Icon::Search) }
        </button>
    }
}

fn aloud_buttons(words: &Words, aloud: &Aloud) -> Html {
    let (label, sign) = match aloud.voice {
        Voice::Silent => (words.read_aloud(), Icon::Sound),
        Voice::Reading => (words.read_aloud_pause(), Icon::Pause),
        Voice::Paused => (words.read_aloud_go_on(), Icon::Play),
    };
    html! {
        <>
            { tool(label, sign, &aloud.toggle) }
            if aloud.voice != Voice::Silent {
                { tool(words.read_aloud_stop(), Icon::Stop, &aloud.stop) }
            }
        </>
    }
}

/// What is read aloud: the title and the text.
fn spoken(props: &ArticleToolsProps) -> impl Fn() -> Vec<String> + 'static {
    let (article, text) = (props.article.clone(), props.text.clone());
    move || {
        let title = article.card().map(|card| card.title.as_str()).unwrap_or_default();
        let text = text.as_ref().map(|text| text.text.as_str()).unwrap_or_default();
        sentences(&format!("{title}\n{text}"))
    }
}

/// Where an article is, without the words of its title: they would be written in percent signs.
fn short_address(host: &Host, card: &ArticleCard) -> String {
    let address = Address { day: card.day().to_owned(), key: card.key.clone() };
    address_of(host, &Place::article(address, View::default()))
}
