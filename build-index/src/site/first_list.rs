//! The newest articles as plain HTML, so that the page shows them before the viewer has come, and
//! where it never does.
//!
//! It is drawn by what draws the viewer, so that nothing moves when that takes over. Titles lead to the
//! originals: without the viewer there is nowhere else to read.

use anyhow::Result;
use bundle::date::{Day, Month};
use bundle::format::{ArticleCard, Manifest};
use bundle::reading::catalog_row;
use bundle::site::of_host;
use bundle::text::Script;
use bundle_folder::BundleFolder;
use markup::{
    AttrValue, Html, Original, Row, Tab, date, month_heading, original, outward_link, render, row, untitled,
    value,
};
use texts::Texts;
use url::Url;

use crate::address::on_the_web;
use crate::site::language::language;
use crate::site::web_manifest::page_title;

/// Articles that are shown: no window has room for more.
const ARTICLES: usize = 12;

/// The newest articles of an archive.
pub(super) struct FirstList {
    /// Of the language that the site speaks.
    pub(super) texts: Texts,
    cards: Vec<ArticleCard>,
}

impl FirstList {
    pub(super) async fn of(source: &BundleFolder, manifest: &Manifest) -> Result<FirstList> {
        let mut cards = Vec::new();
        for article in manifest.articles().take(ARTICLES) {
            cards.extend(catalog_row(source, manifest, article).await?.card().cloned());
        }
        let titles: String = cards.iter().map(|card| card.title.as_str()).collect();
        Ok(FirstList { texts: language(manifest, &titles).built_in(), cards })
    }

    /// What the page shows until the viewer does.
    pub(super) fn html(&self, manifest: &Manifest) -> String {
        let list = markup::FirstList {
            title: page_title(manifest, &self.texts).to_owned().into(),
            articles: manifest.totals.articles,
            has_timeline: manifest.months.len() > 1,
            rows: self.rows(manifest),
        };
        render(markup::first_list(&self.texts, list))
    }

    fn rows(&self, manifest: &Manifest) -> Vec<(Option<Html>, Html)> {
        let mut shown = None;
        let cards = self.cards.iter().map(|card| {
            let month = Day::parse(card.day()).map(Day::month);
            let heading = month.filter(|_| month != shown).map(|month| self.month_heading(manifest, month));
            shown = month.or(shown);
            (heading, self.row(card))
        });
        cards.collect()
    }

    fn month_heading(&self, manifest: &Manifest, month: Month) -> Html {
        let name = month.to_string();
        let known = manifest.months.iter().find(|(known, _)| *known == name);
        let articles = known.map_or(0, |(_, articles)| *articles);
        month_heading(self.texts.month(&name), self.texts.articles(articles))
    }

    fn row(&self, card: &ArticleCard) -> Html {
        let web = on_the_web(&card.url);
        let href = web.as_ref().map(|url| AttrValue::from(url.to_string()));
        let title = match card.title.as_str() {
            "" => untitled(self.texts.untitled()),
            title => Html::from(title),
        };
        row(Row {
            lang: Script::of(&card.title).lang(),
            title: outward_link(href, "title", title),
            meta: self.meta(card, web.as_ref()),
            // What a reader brings along, and what a search adds.
            class: None,
            address: None,
            sign: Html::default(),
            snippet: Html::default(),
        })
    }

    /// Where an article is from.
    fn meta(&self, card: &ArticleCard, web: Option<&Url>) -> Html {
        let name = |class: &'static str, name: &str| value(class, name.to_owned(), None);
        let categories = card.categories.iter().map(|category| name("category", category));
        let author = (!card.author.is_empty()).then(|| name("author", &card.author));
        let original = web.and_then(|url| url.host_str().map(|host| original_of(url, host)));
        let date = date(card.date.clone(), None, self.texts.day_of_month(card.day()));
        categories.chain(author).chain(original).chain([date]).collect()
    }
}

fn original_of(url: &Url, host: &str) -> Html {
    let text = of_host(host).to_owned().into();
    original(Original { href: url.to_string().into(), text, title: None, tab: Tab::Same })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(title: &str, url: &str) -> ArticleCard {
        let body = bundle::format::BodyPlace::default();
        ArticleCard {
            key: "abcde".into(),
            title: title.into(),
            date: "2023-11-09T08:00:00Z".into(),
            author: "<b>".into(),
            categories: vec!["\"&".into()],
            url: url.into(),
            body,
            paths: Vec::new(),
            versions: Vec::new(),
        }
    }

    #[test]
    fn nothing_in_an_archive_becomes_html() {
        let cards = vec![
            card("</h3><script>alert(1)</script>", "javascript:alert(1)"),
            card("茶", "https://www.e.org/\"><script>"),
        ];
        let mut manifest = Manifest::default();
        manifest.site.title = "<img src=x onerror=alert(1)>".into();
        manifest.months = vec![("2023-10".into(), 1), ("2023-11".into(), 2)];
        let titles: String = cards.iter().map(|card| card.title.as_str()).collect();
        let html = FirstList { texts: language(&manifest, &titles).built_in(), cards }.html(&manifest);
        for hostile in ["<script", "<img", "<b>", "javascript:"] {
            assert!(!html.contains(hostile), "{hostile} in {html}");
        }
        for wanted in [
            "&lt;script&gt;",
            "href=\"https://www.e.org/%22%3E%3Cscript%3E\"",
            ">e.org<svg",
            "class=\"month\"",
        ] {
            assert!(html.contains(wanted), "{wanted} is not in {html}");
        }
        assert_eq!(html.matches("class=\"month\"").count(), 1);
        assert!(!html.contains("style="), "a strict policy allows no styles in attributes");
    }
}
