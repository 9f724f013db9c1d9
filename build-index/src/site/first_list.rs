//! The newest articles as plain HTML, so that the page shows them before the viewer has come, and
//! where it never does.
//!
//! The elements, their classes and their heights are those of the viewer (`src/components/header.rs`,
//! `summary.rs`, `row.rs`, `list/rows.rs`), so that nothing moves when it takes over. Titles lead to
//! the originals: without the viewer there is nowhere else to read.

use anyhow::Result;
use bundle::date::{Day, Month};
use bundle::format::{ArticleCard, Manifest};
use bundle::reading::catalog_row;
use bundle::text::Script;
use bundle::written::number;
use bundle_folder::BundleFolder;
use html_escape::{encode_double_quoted_attribute, encode_text};
use url::Url;

use crate::address::on_the_web;
use crate::site::web_manifest::page_title;
use crate::site::words::SiteWords;

/// Articles that are shown: no window has room for more.
const ARTICLES: usize = 12;

const SEARCH_ICON: &str = "M11 4.500a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13M16 16l4.500 4.500";
const FILTER_ICON: &str = "M4 7h16M7 12h10M10 17h4";
const BARS_ICON: &str = "M5 20v-8m7 8V4m7 16v-5";
const DOWNLOAD_ICON: &str = "M12 4v11m-5-5 5 5 5-5M5 20h14";
const EXTERNAL_ICON: &str = "M8 16 17 7M9 7h8v8";

/// The newest articles of an archive.
pub(super) struct FirstList {
    pub(super) words: &'static SiteWords,
    cards: Vec<ArticleCard>,
}

impl FirstList {
    pub(super) async fn of(source: &BundleFolder, manifest: &Manifest) -> Result<FirstList> {
        let mut cards = Vec::new();
        for article in manifest.articles().take(ARTICLES) {
            cards.extend(catalog_row(source, manifest, article).await?.card().cloned());
        }
        let titles: String = cards.iter().map(|card| card.title.as_str()).collect();
        Ok(FirstList { words: SiteWords::of(manifest, &titles), cards })
    }

    /// What the page shows until the viewer does.
    pub(super) fn html(&self, manifest: &Manifest) -> String {
        let words = self.words;
        let title = encode_text(page_title(manifest, words));
        let articles = number(manifest.totals.articles);
        let timeline = if manifest.months.len() > 1 {
            r#"<div class="timeline skeleton" aria-hidden="true"><span class="bone"></span></div>"#
        } else {
            ""
        };
        format!(
            r##"
<header class="header"><div class="header-inner">
<a class="brand" href="./"><span class="seal" aria-hidden="true">阅</span><span class="brand-name">{title}</span></a>
<div class="search">{search_icon}<input type="text" disabled aria-label="{search}" placeholder="{hint}"></div>
<div class="tools first-tools" aria-hidden="true"><span class="tool"></span></div>
</div></header>
<main class="frame">
<h1 class="visually-hidden">{title}</h1>
<p class="opening" role="status">{opening}</p>
<div class="first-list">
{timeline}
<div class="columns">
<div class="facets" aria-hidden="true"></div>
<section class="results">
{summary}
<noscript><p class="problems">{no_script}</p></noscript>
<div class="list first-rows">{rows}</div>
<p class="start-late">{late}</p>
</section>
</div>
</div>
</main>
"##,
            search_icon = icon(SEARCH_ICON),
            search = words.search,
            hint = encode_double_quoted_attribute(&(words.search_hint)(&articles)),
            summary = self.summary(manifest, &articles),
            opening = words.opening,
            no_script = words.no_script,
            rows = self.rows(manifest),
            late = words.late,
        )
    }

    /// The line above the list. What does nothing yet is there for its place.
    fn summary(&self, manifest: &Manifest, articles: &str) -> String {
        let words = self.words;
        let tool = |lines: &str, name: &str| {
            format!(r#"<span class="summary-tool waiting" aria-hidden="true">{}{name}</span>"#, icon(lines))
        };
        format!(
            r#"<div class="summary"><span class="filter-button waiting" aria-hidden="true">{}{}</span>
<div><h2 class="count"><strong>{}</strong></h2></div>
{}{}<span class="sort waiting" aria-hidden="true">{}</span></div>"#,
            icon(FILTER_ICON),
            words.filters,
            (words.articles)(manifest.totals.articles, articles),
            tool(BARS_ICON, words.statistics),
            tool(DOWNLOAD_ICON, words.export),
            words.newest_first
        )
    }

    fn rows(&self, manifest: &Manifest) -> String {
        let mut rows = String::new();
        let mut shown = None;
        for card in &self.cards {
            let day = Day::parse(card.day());
            let month = day.map(Day::month);
            let heading = month.filter(|_| month != shown).map(|month| self.month_heading(manifest, month));
            shown = month.or(shown);
            let day = day.map_or_else(|| card.day().to_owned(), |day| self.words.dates.day_of_month(day));
            rows += &format!("\n<div>{}{}</div>", heading.unwrap_or_default(), self.row(card, &day));
        }
        rows
    }

    fn month_heading(&self, manifest: &Manifest, month: Month) -> String {
        let name = month.to_string();
        let articles =
            manifest.months.iter().find(|(known, _)| *known == name).map_or(0, |(_, articles)| *articles);
        format!(
            r#"<h2 class="month">{}<span>{}</span></h2>"#,
            self.words.dates.month(month),
            (self.words.articles)(articles, &number(articles))
        )
    }

    fn row(&self, card: &ArticleCard, day: &str) -> String {
        let original = on_the_web(&card.url);
        let lang = Script::of(&card.title).lang().map(|lang| format!(r#" lang="{lang}""#));
        let title = match card.title.as_str() {
            "" => format!(r#"<span class="untitled">{}</span>"#, self.words.untitled),
            title => encode_text(title).into_owned(),
        };
        let link = |class: &str, text: &str| match &original {
            Some(url) => format!(
                r#"<a class="{class}" href="{}" rel="noopener noreferrer">{text}</a>"#,
                encode_double_quoted_attribute(url.as_str())
            ),
            None => format!(r#"<a class="{class}">{text}</a>"#),
        };
        let name = |class: &str, name: &str| format!(r#"<span class="{class}">{}</span>"#, encode_text(name));
        let mut meta: Vec<_> = card.categories.iter().map(|category| name("category", category)).collect();
        meta.extend((!card.author.is_empty()).then(|| name("author", &card.author)));
        let host =
            original.as_ref().and_then(Url::host_str).map(|host| host.strip_prefix("www.").unwrap_or(host));
        meta.extend(
            host.map(|host| link("original", &format!("{}{}", encode_text(host), icon(EXTERNAL_ICON)))),
        );
        format!(
            r#"<article class="row"><h3{}>{}</h3><div class="meta">{}<time datetime="{}">{day}</time></div></article>"#,
            lang.unwrap_or_default(),
            link("title", &title),
            meta.concat(),
            encode_double_quoted_attribute(&card.date),
        )
    }
}

fn icon(lines: &str) -> String {
    format!(r#"<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{lines}"/></svg>"#)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(title: &str, url: &str) -> ArticleCard {
        let body = bundle::format::BodyPlace { file: bundle::format::Link::new("a".into()), slot: 0 };
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
        let html = FirstList { words: SiteWords::of(&manifest, &titles), cards }.html(&manifest);
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
