//! The pages of plain lists, those that lead to them, and the one that says how to search without the viewer.

use std::collections::BTreeMap;

use bundle::format::ArticleCard;
use bundle::site::of_host;
use bundle::text::lang;
use markup::{
    AttrValue, Html, PlainList, Row, Way, date, link, month_heading, outward_link, plain_links, plain_list,
    plain_paragraph, row, value,
};

use crate::address::{Address, on_the_web};
use crate::feeds::paths;
use crate::site::facts::{Facts, within};
use crate::site::head::{link as head_link, meta};
use crate::site::plain::article::{row_title, spaced};
use crate::site::plain::document::{Document, page};
use crate::site::plain::lists::{Kind, List, Lists, Part};
use crate::site::plain::paths::{LISTS, SEARCH};
use crate::site::styles::Styles;

/// What writes pages of lists.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    pub(super) facts: &'a Facts<'a>,
    pub(super) lists: &'a Lists,
}

impl Writer<'_> {
    /// A page of a list.
    pub(super) fn list(&self, list: &List, part: Part, path: &str) -> String {
        let texts = &self.facts.texts;
        let address = within(path);
        let title = match list.kind {
            Kind::Month => texts.month(&list.name),
            _ => list.name.clone(),
        };
        let (newer, older) = list.around(part);
        let way = |part: Option<Part>, name: &'static str| -> Option<Way> {
            part.map(|part| (address.to(&list.address(part)).into(), name.into()))
        };
        let content = plain_list(PlainList {
            lists: Some((address.to(&format!("{LISTS}/")).into(), texts.lists())),
            title: title.clone().into(),
            // A full page is not to change by what comes later.
            articles: (part == Part::Newest).then(|| texts.articles(list.len() as u32).into()),
            rows: self.rows(list, part, &address),
            newer: way(newer, texts.lists_newer()),
            older: way(older, texts.lists_older()),
        });
        let neighbours = [("prev", newer), ("next", older)];
        let head = neighbours.into_iter().filter_map(|(rel, part)| {
            part.map(|part| head_link(rel, "", &address.to(&list.address(part)), ""))
        });
        let head = head.collect::<String>() + &self.canonical(&list.address(part));
        self.page(path, title, head, content)
    }

    /// The rows of a page: those of a month under their days, others under their months.
    fn rows(&self, list: &List, part: Part, address: &Address) -> Vec<(Option<Html>, Html)> {
        let texts = &self.facts.texts;
        let cards = self.facts.articles.cards();
        let mut shown = String::new();
        let rows = list.articles(part).iter().filter_map(|place| cards.get(*place as usize)).map(|card| {
            let heading = match list.kind {
                Kind::Month => texts.day_of_month(card.day()),
                _ => texts.month(card.day().get(..7).unwrap_or_default()),
            };
            let is_new = heading != shown;
            let drawn = is_new.then(|| month_heading(heading.clone(), ""));
            shown = heading;
            (drawn, self.row(list, card, address))
        });
        rows.collect()
    }

    /// A row says no more than what tells an article from the others of the list: rows are most of what an
    /// update writes.
    fn row(&self, list: &List, card: &ArticleCard, address: &Address) -> Html {
        let texts = &self.facts.texts;
        let said = |class: &'static str, name: &String| {
            (!name.is_empty() && *name != list.name).then(|| value(class, name.clone(), None))
        };
        let categories = card.categories.iter().filter_map(|category| said("category", category));
        let is_said = card.categories.contains(&card.author);
        let author = said("author", &card.author).filter(|_| !is_said);
        let original = on_the_web(&card.url).map(|url| {
            let host = of_host(url.host_str().unwrap_or_default()).to_owned();
            outward_link(Some(url.to_string().into()), "original", Html::from(host))
        });
        let date = (list.kind != Kind::Month)
            .then(|| date(card.day().to_owned(), None, texts.day_of_month(card.day())));
        row(Row {
            lang: lang(&card.title),
            title: link(
                address.to(&self.facts.articles.page(card)),
                "title",
                row_title(card, texts.untitled()),
            ),
            meta: categories.chain(author).chain(original).chain(date).map(spaced).collect(),
            ..Row::default()
        })
    }

    /// The page that leads to all lists.
    pub(super) fn all(&self, path: &str) -> String {
        let texts = &self.facts.texts;
        let address = within(path);
        let mut years: BTreeMap<&str, Vec<Way>> = BTreeMap::new();
        for list in self.lists.of_kind(Kind::Month) {
            let way = (address.to(&list.address(Part::Newest)).into(), texts.month(&list.name).into());
            years.entry(list.name.get(..4).unwrap_or_default()).or_default().push(way);
        }
        let mut sections: Vec<(AttrValue, Vec<Way>)> =
            years.into_iter().rev().map(|(year, ways)| (year.to_owned().into(), ways)).collect();
        let kinds = Kind::OF_VALUES.into_iter().filter(|kind| self.lists.of_kind(*kind).next().is_some());
        let kinds: Vec<Way> = kinds
            .map(|kind| {
                let address = address.to(&format!("{LISTS}/{}/", kind.name()));
                (address.into(), texts.lists_by(kind.name()).to_owned().into())
            })
            .chain([(address.to(&format!("{LISTS}/{SEARCH}/")).into(), texts.search_plain().into())])
            .collect();
        sections.insert(0, (AttrValue::default(), kinds));
        let content = plain_links(texts.lists(), Html::default(), sections);
        self.page(path, texts.lists().to_owned(), self.canonical(&format!("{LISTS}/")), content)
    }

    /// The page that leads to the lists of a kind.
    pub(super) fn of_kind(&self, kind: Kind, path: &str) -> String {
        let texts = &self.facts.texts;
        let address = within(path);
        let lists = self.lists.of_kind(kind);
        let ways: Vec<Way> = lists
            .map(|list| (address.to(&list.address(Part::Newest)).into(), list.name.clone().into()))
            .collect();
        let note =
            self.lists.is_cut(kind).then(|| plain_paragraph(texts.lists_most(ways.len() as u32), None));
        let title = texts.lists_by(kind.name()).to_owned();
        let content =
            plain_links(title.clone(), note.unwrap_or_default(), vec![(AttrValue::default(), ways)]);
        self.page(path, title, self.canonical(&format!("{LISTS}/{}/", kind.name())), content)
    }

    /// The page that says how to search without the viewer.
    pub(super) fn about_search(&self, path: &str) -> String {
        let texts = &self.facts.texts;
        let address = within(path);
        let way = |path: &str, name: &str| Some((address.to(path).into(), name.to_owned().into()));
        let feed = way(paths::ALL, texts.footer_feed());
        let engine = self.facts.base_url.map(|base_url| {
            let site = base_url.to_string();
            let site = site.split_once("://").map_or("", |(_, site)| site).trim_end_matches('/');
            plain_paragraph(texts.search_plain_engine(site), None)
        });
        let notes = [
            plain_paragraph(texts.search_plain_why(), None),
            plain_paragraph(texts.search_plain_months(), way(&format!("{LISTS}/"), texts.lists())),
            plain_paragraph(texts.search_plain_values(), None),
            plain_paragraph(texts.search_plain_feed(), feed),
        ];
        let notes = notes.into_iter().chain(engine).collect();
        let kinds = Kind::OF_VALUES.into_iter().filter(|kind| self.lists.of_kind(*kind).next().is_some());
        let kinds =
            kinds.filter_map(|kind| way(&format!("{LISTS}/{}/", kind.name()), texts.lists_by(kind.name())));
        let content = plain_links(texts.search_plain(), notes, vec![(AttrValue::default(), kinds.collect())]);
        let head = self.canonical(&format!("{LISTS}/{SEARCH}/"));
        self.page(path, texts.search_plain().to_owned(), head, content)
    }

    fn canonical(&self, page: &str) -> String {
        let base_url = self.facts.base_url;
        base_url
            .map(|base_url| head_link("canonical", "", &format!("{base_url}{page}"), ""))
            .unwrap_or_default()
    }

    fn page(&self, path: &str, title: String, head: String, content: Html) -> String {
        let name = self.facts.name();
        let head = meta("name", "description", &format!("{title} · {name}")) + &head;
        let title = format!("{title} · {name}");
        page(self.facts, Document { path, title, styles: Styles::OfLists, head, data: None, content })
    }
}
