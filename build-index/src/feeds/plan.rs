//! Which feeds there are, and the articles in each.

use std::collections::BTreeMap;

use anyhow::Result;
use bundle::format::{ArticleRef, Facet, Manifest};
use bundle::reading::catalog_row;
use bundle::search::{Request, Sort, search};
use bundle_folder::BundleFolder;
use url::form_urlencoded::Serializer;

use crate::feeds::paths::{ALL, FOLDER};
use crate::names::path_name;
use crate::settings::publish::{NamedQuery, Publish};

/// Articles of the feed of all, and of a query: a reader who looks once a week misses none where seven are
/// published a day.
const NEWEST: usize = 50;
/// Articles of the feed of a category or an author. An update writes each feed anew that one of its articles
/// is in, so that these are what makes an update large.
const NEWEST_OF_VALUE: usize = 15;

/// A feed that is to be written.
#[derive(Debug)]
pub(super) struct Plan {
    /// Its path in the site.
    pub(super) path: String,
    pub(super) title: String,
    /// What makes it the same feed, whatever else changes.
    pub(super) identity: String,
    /// Where the viewer shows its articles, as a fragment.
    pub(super) place: String,
    /// Newest first.
    pub(super) articles: Vec<ArticleRef>,
    /// Whether it has the texts, rather than their beginnings. Feeds of categories and authors have
    /// not: together they would be several times as large as the bundle.
    pub(super) has_bodies: bool,
}

/// The feeds of a bundle, and a line for each kind of which some are left out.
pub(super) async fn plans(
    source: &BundleFolder,
    manifest: &Manifest,
    publish: &Publish,
) -> Result<(Vec<Plan>, Vec<String>)> {
    let title = &manifest.site.title;
    let mut plans = vec![Plan::of_all(manifest)];
    for named in &publish.queries {
        plans.push(Plan::of_query(source, manifest, named).await?);
    }
    let mut left_out = Vec::new();
    for (facet, values) in Values::of(source, manifest).await?.by_facet() {
        left_out.extend(left_out_of(facet, values.len(), publish.most_feeds));
        let of_value = |(value, newest)| Plan::of_value(title, facet, value, newest);
        plans.extend(values.into_iter().take(publish.most_feeds).map(of_value));
    }
    Ok((plans, left_out))
}

impl Plan {
    fn of_all(manifest: &Manifest) -> Plan {
        Plan {
            path: ALL.to_owned(),
            title: manifest.site.title.clone(),
            identity: "all".to_owned(),
            place: "#/".to_owned(),
            articles: manifest.articles().take(NEWEST).collect(),
            has_bodies: true,
        }
    }

    async fn of_query(source: &BundleFolder, manifest: &Manifest, named: &NamedQuery) -> Result<Plan> {
        let request = Request { query: named.query.clone(), sort: Sort::Newest, ..Request::default() };
        let found = search(source, manifest, &request).await?;
        Ok(Plan {
            path: format!("{FOLDER}/query/{}.xml", path_name(&named.name)),
            title: of_archive(&named.name, &manifest.site.title),
            identity: format!("query\0{}", named.name),
            place: place("q", &named.typed),
            articles: found.hits.iter().take(NEWEST).map(|hit| hit.article).collect(),
            has_bodies: true,
        })
    }

    fn of_value(archive: &str, facet: Facet, value: String, articles: Vec<ArticleRef>) -> Plan {
        let kind = facet.name();
        Plan {
            path: format!("{FOLDER}/{kind}/{}.xml", path_name(&value)),
            title: of_archive(&value, archive),
            identity: format!("{kind}\0{value}"),
            place: place(kind, &value),
            articles,
            has_bodies: false,
        }
    }
}

fn of_archive(name: &str, archive: &str) -> String {
    if archive.is_empty() { name.to_owned() } else { format!("{name} · {archive}") }
}

/// The address of the viewer's list of articles with this value.
fn place(parameter: &str, value: &str) -> String {
    format!("#/?{}", Serializer::new(String::new()).append_pair(parameter, value).finish())
}

fn left_out_of(facet: Facet, values: usize, most: usize) -> Option<String> {
    let (kind, others) = (facet.name(), values.checked_sub(most).filter(|&others| others > 0)?);
    Some(format!(
        "{most} of {values} values of {kind} have a feed, those with the most articles; {others} have none. \
         --most-feeds N changes that"
    ))
}

/// A value of a facet, and the newest articles that have it.
type NewestOfValue = (String, Vec<ArticleRef>);

/// The categories and authors of an archive: how many articles each has, and the newest of them.
#[derive(Default)]
struct Values(BTreeMap<(Facet, String), (usize, Vec<ArticleRef>)>);

impl Values {
    async fn of(source: &BundleFolder, manifest: &Manifest) -> Result<Values> {
        let mut values = Values::default();
        for article in manifest.articles() {
            let listed = catalog_row(source, manifest, article).await?;
            let Some(card) = listed.card() else { continue };
            card.categories.iter().for_each(|category| values.add(Facet::Category, category, article));
            values.add(Facet::Author, &card.author, article);
        }
        Ok(values)
    }

    fn add(&mut self, facet: Facet, value: &str, article: ArticleRef) {
        if value.is_empty() {
            return;
        }
        let (articles, newest) = self.0.entry((facet, value.to_owned())).or_default();
        *articles += 1;
        if newest.len() < NEWEST_OF_VALUE {
            newest.push(article);
        }
    }

    /// The values of each facet with their newest articles, those with the most articles first.
    fn by_facet(self) -> [(Facet, Vec<NewestOfValue>); 2] {
        let mut values: Vec<_> = self.0.into_iter().collect();
        // Stable: among equals the order of names stays.
        values.sort_by_key(|(_, (articles, _))| std::cmp::Reverse(*articles));
        [Facet::Category, Facet::Author].map(|wanted| {
            let of_facet = values.iter().filter(|((facet, _), _)| *facet == wanted);
            (wanted, of_facet.map(|((_, value), (_, newest))| (value.clone(), newest.clone())).collect())
        })
    }
}
