//! An article: its text, and what stands around it.

use yew::prelude::*;

use crate::icon::{Icon, labelled_icon};

/// What is seen of an article, from top to bottom.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Article {
    /// What else it is called in style sheets.
    pub class: Option<&'static str>,
    /// The way back to the list.
    pub back: Html,
    /// The title, an `<h1>`.
    pub heading: Html,
    /// Who, when and where: see [`byline`].
    pub byline: Html,
    /// What can be done with it.
    pub tools: Html,
    /// What is said of the text before it begins.
    pub notes: Html,
    /// The text: see [`body`].
    pub body: Html,
}

/// An article.
pub fn article(Article { class, back, heading, byline, tools, notes, body }: Article) -> Html {
    html! {
        <article class={classes!("article", class)}>
            { back }
            { heading }
            { byline }
            { tools }
            // An element of their own: Yew would not find the place of a part before others that
            // may be empty, while what follows them is replaced.
            <div class="article-notes">{ notes }</div>
            { body }
        </article>
    }
}

/// An article in a page of its own, until the viewer takes its place.
pub fn first_article(article: Html) -> Html {
    html! { <div class="first-article">{ article }</div> }
}

/// What the way back to the list says.
pub fn back_label(text: &'static str) -> Html {
    labelled_icon(Icon::Back, text)
}

/// The title of an article, on which the focus is put when it is come to.
pub fn article_heading(lang: Option<&'static str>, title: Html) -> Html {
    html! { <h1 tabindex="-1" {lang}>{ title }</h1> }
}

/// Articles below one another, each with the id that leads to it.
pub fn day_articles(articles: impl IntoIterator<Item = (AttrValue, Html)>) -> Html {
    let part = |(id, article): (AttrValue, Html)| html! { <div {id}>{ article }</div> };
    html! { <div class="day-articles">{ for articles.into_iter().map(part) }</div> }
}

/// Who, when and where, and for how long. What takes how long is empty until it is known, so that nothing
/// moves.
pub fn byline(values: Html, date: Html, original: Html, reading_time: Option<String>) -> Html {
    html! {
        <div class="meta byline">
            { values }
            { date }
            { original }
            <span class="reading-time">{ reading_time }</span>
        </div>
    }
}

/// The place of the tools of an article, as high as they are, for a page that has none yet.
pub fn waiting_article_tools() -> Html {
    html! {
        <div class="article-tools" aria-hidden="true">
            <div class="article-tools-inner"><span class="tool"></span></div>
        </div>
    }
}

/// The way to the film that an article is about, where the article is shown. Nothing is asked of the film's site
/// before it is clicked.
pub fn film(href: impl Into<AttrValue>, label: String) -> Html {
    html! {
        <a class="player embed" href={href.into()} target="_blank" rel="noopener noreferrer" aria-label={label.clone()}>
            <span class="visually-hidden">{ label }</span>
        </a>
    }
}

/// The text of an article, which was sanitised, in its language.
pub fn body(lang: Option<&'static str>, html: AttrValue) -> Html {
    html! { <div class="body" lang={lang.unwrap_or_default()}>{ Html::from_html_unchecked(html) }</div> }
}

/// What stands in the place of a text that is empty.
pub fn no_body(text: &'static str) -> Html {
    html! { <p class="no-body">{ text }</p> }
}

/// What stands below the text. What is longest in coming is last.
pub fn article_foot(neighbours: Html, versions: Html, sources: Html, related: Html) -> Html {
    html! { <footer class="article-foot">{ neighbours }{ versions }{ sources }{ related }</footer> }
}

/// What a folded version is called: `name`, and its date, as it is written.
pub fn version_label(name: &'static str, datetime: impl Into<AttrValue>, date: impl Into<AttrValue>) -> Html {
    html! {
        <summary>{ name }{ " " }<time datetime={datetime.into()}>{ date.into() }</time></summary>
    }
}

/// What an article said before, with its title.
pub fn version_text(lang: Option<&'static str>, title: impl Into<AttrValue>, body: Html) -> Html {
    html! { <article class="article"><h2 {lang}>{ title.into() }</h2>{ body }</article> }
}

/// What an article said before, folded away, for a page that has its text already.
pub fn folded_version(label: Html, text: Html) -> Html {
    html! { <details class="version">{ label }{ text }</details> }
}

/// The files of the archive that an article was made from, folded away: few readers want them.
pub fn sources<'a>(name: &'static str, paths: impl IntoIterator<Item = &'a String>) -> Html {
    let path = |path: &String| html! { <li><code>{ path.clone() }</code></li> };
    html! {
        <details class="sources">
            <summary>{ name }</summary>
            <ul>{ for paths.into_iter().map(path) }</ul>
        </details>
    }
}
