//! The newest articles as plain HTML, so that the page shows them before the viewer has come, and
//! where it never does.
//!
//! It is drawn by what draws the viewer, so that nothing moves when that takes over. Titles lead to the pages
//! of articles or, where these have none, to where the viewer will show them.

use bundle::date::{Day, Month};
use bundle::format::{ArticleCard, Manifest};
use bundle::reading::PageKind;
use bundle::site::of_host;
use bundle::text::Script;
use markup::{
    Html, Original, PlainWays, Row, Tab, date, link, month_heading, original, render, row, untitled, value,
};
use texts::Texts;
use url::Url;

use crate::address::on_the_web;
use crate::articles::Articles;
use crate::site::facts::Facts;
use crate::site::language::language;
use crate::site::plain::article::spaced;
use crate::site::plain::paths::{LISTS, SEARCH};

/// Articles that are shown: no window has room for more.
const ARTICLES: usize = 12;

/// The newest articles of an archive.
pub(super) struct FirstList<'a> {
    /// Of the language that the site speaks.
    pub(super) texts: Texts,
    cards: &'a [ArticleCard],
}

impl<'a> FirstList<'a> {
    pub(super) fn of(manifest: &Manifest, articles: &'a Articles) -> FirstList<'a> {
        let cards = articles.cards();
        let cards = &cards[..cards.len().min(ARTICLES)];
        let titles: String = cards.iter().map(|card| card.title.as_str()).collect();
        FirstList { texts: language(manifest, &titles).built_in(), cards }
    }

    /// What the page shows until the viewer does.
    pub(super) fn html(&self, facts: &Facts<'_>) -> String {
        let manifest = facts.manifest;
        let plain =
            PlainWays { lists: format!("{LISTS}/").into(), search: format!("{LISTS}/{SEARCH}/").into() };
        let list = markup::FirstList {
            title: facts.name().to_owned().into(),
            articles: manifest.totals.articles,
            has_timeline: manifest.months.len() > 1,
            rows: self.rows(facts),
            plain: (facts.kind() != PageKind::None).then_some(plain),
        };
        render(markup::first_list(&self.texts, list))
    }

    fn rows(&self, facts: &Facts<'_>) -> Vec<(Option<Html>, Html)> {
        let mut shown = None;
        let cards = self.cards.iter().map(|card| {
            let month = Day::parse(card.day()).map(Day::month);
            let heading =
                month.filter(|_| month != shown).map(|month| self.month_heading(facts.manifest, month));
            shown = month.or(shown);
            (heading, self.row(facts, card))
        });
        cards.collect()
    }

    fn month_heading(&self, manifest: &Manifest, month: Month) -> Html {
        let name = month.to_string();
        let known = manifest.months.iter().find(|(known, _)| *known == name);
        let articles = known.map_or(0, |(_, articles)| *articles);
        month_heading(self.texts.month(&name), self.texts.articles(articles))
    }

    fn row(&self, facts: &Facts<'_>, card: &ArticleCard) -> Html {
        let web = on_the_web(&card.url);
        let title = match card.title.as_str() {
            "" => untitled(self.texts.untitled()),
            title => Html::from(title),
        };
        row(Row {
            lang: Script::of(&card.title).lang(),
            title: link(facts.articles.page(card), "title", title),
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
        let original = web.and_then(|url| url.host_str().map(|host| self.original(url, host)));
        let date = date(card.date.clone(), None, self.texts.day_of_month(card.day()));
        categories.chain(author).chain(original).map(spaced).chain([date]).collect()
    }

    fn original(&self, url: &Url, host: &str) -> Html {
        let text = of_host(host).to_owned().into();
        let title = Some(self.texts.article_original());
        original(Original { href: url.to_string().into(), text, title, tab: Tab::Same })
    }
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
        let articles = Articles::of(cards).with_pages(PageKind::Article);
        let list = FirstList::of(&manifest, &articles);
        let facts = Facts { manifest: &manifest, texts: list.texts, base_url: None, articles: &articles };
        let html = list.html(&facts);
        for hostile in ["<script", "<img", "<b>", "javascript:"] {
            assert!(!html.contains(hostile), "{hostile} in {html}");
        }
        for wanted in [
            "&lt;script&gt;",
            "href=\"https://www.e.org/%22%3E%3Cscript%3E\"",
            "href=\"article/2023-11-09/%E8%8C%B6-abcde/\"",
            ">e.org<svg",
            "class=\"month\"",
        ] {
            assert!(html.contains(wanted), "{wanted} is not in {html}");
        }
        assert_eq!(html.matches("class=\"month\"").count(), 1);
        assert!(!html.contains("style="), "a strict policy allows no styles in attributes");
    }
}
