//! The page of an article, and that of all articles of a day.

use std::ops::Range;

use anyhow::{Context as _, Result};
use bundle::format::{ArticleCard, BodyPlace, Version};
use bundle::players::youtube_frame;
use bundle::reading::{PageKind, body};
use bundle::site::of_host;
use bundle::text::{lang, minutes_to_read, visible_text};
use bundle_folder::BundleFolder;
use markup::{
    Article, AttrValue, Html, Neighbour, Original, Tab, article, article_foot, article_heading, back_label,
    byline, date, day_articles, film, first_article, folded_version, link, neighbours, no_body, original,
    sources, untitled, value, version_label, version_text, waiting_article_tools,
};
use serde_json::json;

use crate::address::{Address, on_the_web};
use crate::content::{Foreign, beginning, readable_on_page, title_or_words};
use crate::site::facts::{Facts, within};
use crate::site::files::CARD;
use crate::site::head::{link as head_link, meta};
use crate::site::plain::document::{Document, page};
use crate::site::plain::lists::Lists;
use crate::site::styles::{FILM, Styles};

/// Characters of the description of an article.
const DESCRIPTION: usize = 160;

/// What writes pages of articles.
pub(super) struct Writer<'a> {
    pub(super) facts: &'a Facts<'a>,
    pub(super) lists: &'a Lists,
    pub(super) source: &'a BundleFolder,
}

/// A text as a page shows it.
struct Text {
    html: String,
    /// What can be read of it.
    visible: String,
}

/// An article with its texts.
struct Told<'a> {
    card: &'a ArticleCard,
    text: Text,
    /// Those of its earlier versions.
    versions: Vec<Text>,
    /// What it is called where something must be said.
    name: String,
}

impl Told<'_> {
    fn texts(&self) -> impl Iterator<Item = &str> {
        let film = youtube_frame(&self.card.url).map(|_| FILM);
        [&self.text].into_iter().chain(&self.versions).map(|text| text.html.as_str()).chain(film)
    }
}

impl<'a> Writer<'a> {
    /// The page of the article at a place in the order of the archive.
    pub(super) fn article(&self, place: usize, path: &str) -> Result<String> {
        let address = within(path);
        let told = self.told(place, "", &address)?;
        let [newer, older] = self.neighbours_of(place..place + 1);
        let document = Document {
            path,
            title: format!("{} · {}", told.name, self.facts.name()),
            styles: Styles::of_texts(told.texts()),
            head: self.head(&told, [newer, older], &address),
            data: Some(self.data(&told)),
            content: first_article(self.whole(&told, [newer, older], &address)),
        };
        Ok(page(self.facts, document))
    }

    /// The page of the articles of a day, which are neighbours in the order of the archive.
    pub(super) fn day(&self, places: Range<usize>, path: &str) -> Result<String> {
        let address = within(path);
        let mut told = Vec::with_capacity(places.len());
        for place in places.clone() {
            let key = &self.facts.articles.cards()[place].key;
            told.push((place, self.told(place, key, &address)?));
        }
        let day = told.first().map_or("", |(_, told)| told.card.day());
        let (name, day) = (self.facts.texts.day(day), day.to_owned());
        let titles: Vec<_> = told.iter().map(|(_, told)| told.name.as_str()).collect();
        let about = beginning(&titles.join(" · "), DESCRIPTION);
        let parts = told.iter().map(|(place, told)| {
            let neighbours = self.neighbours_of(*place..place + 1);
            (AttrValue::from(told.card.address().key), self.whole(told, neighbours, &address))
        });
        let document = Document {
            path,
            title: format!("{name} · {}", self.facts.name()),
            styles: Styles::of_texts(told.iter().flat_map(|(_, told)| told.texts())),
            head: [
                meta("name", "description", &about),
                meta("property", "og:title", &name),
                meta("property", "og:description", &about),
                self.head_of_page(&format!("{}/{day}/", bundle::reading::PAGES)),
            ]
            .concat(),
            data: None,
            content: day_articles(parts),
        };
        Ok(page(self.facts, document))
    }

    /// The article at a place, whose text has a name on the page.
    fn told(&self, place: usize, part: &str, address: &Address) -> Result<Told<'a>> {
        let card = &self.facts.articles.cards()[place];
        let text = self.text(place, card.body, part, address)?;
        let versions = card.versions.iter().zip(1..).map(|(version, number)| {
            let dash = if part.is_empty() { "" } else { "-" };
            self.text(place, version.body, &format!("{part}{dash}version-{number}"), address)
        });
        let versions = versions.collect::<Result<_>>()?;
        let name = title_or_words(card, &text.visible);
        Ok(Told { card, text, versions, name })
    }

    /// The text of the article at a place, or of an earlier version.
    fn text(&self, place: usize, text: BodyPlace, part: &str, address: &Address) -> Result<Text> {
        let link = self.facts.articles.body(place, text).context("an article has no segment")?;
        let html = pollster::block_on(body(self.source, &link))?;
        let own = self.facts.base_url.map(ToString::to_string);
        let foreign = Foreign {
            texts: &self.facts.texts,
            pictures: self.facts.manifest.site.pictures,
            own: own.as_deref(),
        };
        let visible = visible_text(&html).text;
        let html = readable_on_page(&html, part, address, self.facts.articles, &foreign)?;
        Ok(Text { html, visible })
    }

    /// The articles before and after some, in the order of the archive.
    fn neighbours_of(&self, places: Range<usize>) -> [Option<&'a ArticleCard>; 2] {
        let cards = self.facts.articles.cards();
        [places.start.checked_sub(1).and_then(|place| cards.get(place)), cards.get(places.end)]
    }

    /// An article and what stands below it.
    fn whole(&self, told: &Told<'_>, neighbours: [Option<&ArticleCard>; 2], address: &Address) -> Html {
        let Told { card, text, versions, .. } = told;
        let texts = &self.facts.texts;
        let title = match card.title.as_str() {
            "" => Html::from(texts.untitled()),
            title => Html::from(title),
        };
        let seen = Article {
            class: None,
            back: link(address.to(""), "back-link", back_label(texts.back_to_list())),
            heading: article_heading(lang(&card.title), title),
            byline: self.byline(told, address),
            tools: waiting_article_tools(),
            notes: self.film(card),
            body: self.body(text),
        };
        let foot = article_foot(
            self.neighbours(neighbours, address),
            card.versions.iter().zip(versions).map(|(version, text)| self.version(version, text)).collect(),
            sources(texts.article_sources(), &card.paths),
            Html::default(),
        );
        [article(seen), foot].into_iter().collect()
    }

    /// The way to the film that an article is about.
    fn film(&self, card: &ArticleCard) -> Html {
        let Some(url) = on_the_web(&card.url).filter(|_| youtube_frame(&card.url).is_some()) else {
            return Html::default();
        };
        let label = self.facts.texts.article_play_video(of_host(url.host_str().unwrap_or_default()));
        film(card.url.clone(), label)
    }

    fn body(&self, text: &Text) -> Html {
        let has_more = ["<img", "class=\"embed\"", "class=\"held-back\""];
        if text.visible.is_empty() && !has_more.iter().any(|sign| text.html.contains(sign)) {
            return no_body(self.facts.texts.article_empty());
        }
        markup::body(lang(&text.visible), text.html.clone().into())
    }

    fn byline(&self, Told { card, text, .. }: &Told<'_>, address: &Address) -> Html {
        let texts = &self.facts.texts;
        let minutes = (!text.visible.is_empty()).then(|| minutes_to_read(&text.visible));
        byline(
            values(self.lists, card, address),
            spaced(date(card.date.clone(), None, texts.moment(&card.date))),
            original_link(card, &format!("{} ", texts.article_original()), texts.article_original()),
            minutes.map(|minutes| texts.article_reading_time(minutes)),
        )
    }

    fn version(&self, version: &Version, text: &Text) -> Html {
        let texts = &self.facts.texts;
        folded_version(
            version_label(texts.article_earlier_version(), version.date.clone(), texts.moment(&version.date)),
            version_text(lang(&version.title), version.title.clone(), self.body(text)),
        )
    }

    fn neighbours(&self, [newer, older]: [Option<&ArticleCard>; 2], address: &Address) -> Html {
        let texts = &self.facts.texts;
        let neighbour = |card: Option<&ArticleCard>, name| {
            card.map(|card| Neighbour {
                href: address.to(&self.facts.articles.page(card)).into(),
                name,
                lang: lang(&card.title),
                title: title_of(card, texts.untitled()).to_owned().into(),
            })
        };
        neighbours(
            texts.article_neighbours(),
            neighbour(newer, texts.article_previous()),
            neighbour(older, texts.article_next()),
        )
    }

    /// What the head says of an article.
    fn head(&self, told: &Told<'_>, [newer, older]: [Option<&ArticleCard>; 2], address: &Address) -> String {
        let about = beginning(&told.text.visible, DESCRIPTION);
        let mut lines = vec![
            meta("name", "description", &about),
            meta("property", "og:type", "article"),
            meta("property", "og:title", &told.name),
            meta("property", "og:description", &about),
            meta("property", "article:published_time", &told.card.date),
        ];
        if !told.card.author.is_empty() {
            lines.push(meta("name", "author", &told.card.author));
        }
        for (rel, card) in [("prev", newer), ("next", older)] {
            let page = card.map(|card| address.to(&self.facts.articles.page(card)));
            lines.extend(page.map(|page| head_link(rel, "", &page, "")));
        }
        lines.push(self.head_of_page(&told.card.address().page(PageKind::Article)));
        lines.concat()
    }

    /// What the head of a page says of the page, which has this path in the site.
    fn head_of_page(&self, page: &str) -> String {
        let mut lines = vec![meta("property", "og:site_name", self.facts.name())];
        // Previews are made elsewhere, where a relative address leads nowhere.
        if let Some(base_url) = self.facts.base_url {
            lines.push(head_link("canonical", "", &format!("{base_url}{page}"), ""));
            lines.push(meta("property", "og:url", &format!("{base_url}{page}")));
            lines.push(meta("property", "og:image", &format!("{base_url}{CARD}")));
            lines.push(meta("name", "twitter:card", "summary"));
        }
        lines.concat()
    }

    /// The article for search engines, in the words of schema.org.
    fn data(&self, told: &Told<'_>) -> serde_json::Value {
        let card = told.card;
        let mut data = json!({
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": told.name,
            "datePublished": card.date,
        });
        let mut say = |name: &str, value: serde_json::Value| data[name] = value;
        if !card.author.is_empty() {
            say("author", json!({ "@type": "Person", "name": card.author }));
        }
        if let Some(tag) = lang(&told.text.visible) {
            say("inLanguage", tag.into());
        }
        if let Some(url) = on_the_web(&card.url) {
            say("isBasedOn", url.as_str().into());
        }
        if let Some(base_url) = self.facts.base_url {
            say("mainEntityOfPage", format!("{base_url}{}", card.address().page(PageKind::Article)).into());
        }
        data
    }
}

/// The title of an article, or what stands in its place.
pub(super) fn title_of<'a>(card: &'a ArticleCard, without: &'static str) -> &'a str {
    if card.title.is_empty() { without } else { &card.title }
}

/// The categories and the author of an article, which lead to the lists that they have.
pub(super) fn values(lists: &Lists, card: &ArticleCard, address: &Address) -> Html {
    let list = |class: &'static str, name: &str| {
        let list = lists.of_value(class, name).map(|list| address.to(&list).into());
        value(class, name.to_owned(), list)
    };
    let author = (!card.author.is_empty()).then(|| list("author", &card.author));
    card.categories.iter().map(|category| list("category", category)).chain(author).map(spaced).collect()
}

/// A part of a line with a space after it, which is seen where no style sheet lays them out.
pub(in crate::site) fn spaced(part: Html) -> Html {
    [part, Html::from(" ")].into_iter().collect()
}

/// A link to the original, if there is one; `before` stands before its host.
pub(super) fn original_link(card: &ArticleCard, before: &str, title: &'static str) -> Html {
    let Some(url) = on_the_web(&card.url) else { return Html::default() };
    let host = of_host(url.host_str().unwrap_or_default());
    spaced(original(Original {
        href: url.to_string().into(),
        text: format!("{before}{host}").into(),
        title: Some(title),
        tab: Tab::Other,
    }))
}

/// The title as a list shows it.
pub(super) fn row_title(card: &ArticleCard, without: &'static str) -> Html {
    match card.title.as_str() {
        "" => untitled(without),
        title => Html::from(title),
    }
}
