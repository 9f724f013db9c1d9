//! Which articles of a segment fulfil a query.

use std::collections::BTreeMap;
use std::rc::Rc;

use fixedbitset::FixedBitSet;
use futures_util::future::try_join;

use super::lookup::{Field, Occurrences, Places, Shards, indexed_steps};
use super::plan::Step;
use super::shared_bodies::SharedBodies;
use crate::date::Day;
use crate::format::{ArticleId, Columns, Facet, FormatError, Profile, SegmentEntry, Source};
use crate::query::{Clause, Node, Query, Scope, SequenceToken, TextClause};
use crate::text::{OwnedToken, tokens};

/// The articles of a segment that fulfil a query, and what is known of them.
pub(super) struct SegmentMatches {
    /// The articles.
    pub(super) articles: FixedBitSet,
    /// All articles of the segment that are part of the archive.
    live: FixedBitSet,
    shared_bodies: SharedBodies,
    /// For each clause of the query, how often each article has it; empty for dates.
    pub(super) clause_hits: Vec<BTreeMap<ArticleId, Frequencies>>,
    /// The day of every article of the segment.
    pub(super) days: Vec<Day>,
    /// The [length class](crate::format::length_class) of every article.
    pub(super) lengths: Vec<u32>,
    /// The profile of every article, an index into those of `columns`.
    pub(super) profile_of: Vec<u32>,
    /// The columns that profiles are read with.
    pub(super) columns: Rc<Columns>,
}

/// How often an article has a text, by field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Frequencies {
    pub(super) title: u32,
    pub(super) body: u32,
    pub(super) names: u32,
}

/// Finds the articles of a segment, of which those in `live` are part of the archive.
pub(super) async fn match_segment<S: Source>(
    source: &S,
    entry: &SegmentEntry,
    live: FixedBitSet,
    query: &Query,
) -> Result<SegmentMatches, S::Error> {
    let segment = source.load(&entry.segment).await?;
    let load_shards = async {
        if query.clauses.iter().all(|clause| indexed_steps(clause).is_none()) {
            return Ok(None);
        }
        let directory = source.load(&segment.directory).await?;
        Shards::load(source, directory, query).await.map(Some)
    };
    let (columns, shards) = try_join(source.load(&segment.columns), load_shards).await?;
    let mut matches = SegmentMatches::of_no_article(columns, live)
        .map_err(|error| source.damaged(segment.columns.path(), error))?;
    matches.clause_hits =
        query.clauses.iter().map(|clause| matches.clause_hits(clause, shards.as_ref())).collect();
    matches.articles = match &query.root {
        Some(root) => matches.evaluate(query, root),
        None => matches.live.clone(),
    };
    Ok(matches)
}

impl SegmentMatches {
    fn of_no_article(columns: Rc<Columns>, live: FixedBitSet) -> Result<SegmentMatches, FormatError> {
        let days = columns.decode_days()?;
        let lengths = columns.lengths.decode()?;
        let profile_of = columns.profile_of.decode()?;
        let shared_bodies = SharedBodies::of(&columns)?;
        if lengths.len() != days.len() || profile_of.len() != days.len() {
            return Err(FormatError::damaged("its columns differ in length"));
        }
        Ok(SegmentMatches {
            live,
            shared_bodies,
            articles: FixedBitSet::new(),
            clause_hits: Vec::new(),
            days,
            lengths,
            profile_of,
            columns,
        })
    }

    /// The profile of an article.
    pub(super) fn profile(&self, article: ArticleId) -> Option<&Profile> {
        self.columns.profiles.get(*self.profile_of.get(article.index())? as usize)
    }

    fn evaluate(&self, query: &Query, node: &Node) -> FixedBitSet {
        match node {
            Node::Clause(index) => self.articles_with(&query.clauses[*index], &self.clause_hits[*index]),
            Node::Not(node) => {
                let mut rest = self.live.clone();
                rest.difference_with(&self.evaluate(query, node));
                rest
            }
            Node::All(nodes) => nodes.iter().fold(self.live.clone(), |mut all, node| {
                all.intersect_with(&self.evaluate(query, node));
                all
            }),
            Node::Any(nodes) => nodes.iter().fold(FixedBitSet::new(), |mut any, node| {
                any.union_with(&self.evaluate(query, node));
                any
            }),
        }
    }

    fn articles_with(&self, clause: &Clause, hits: &BTreeMap<ArticleId, Frequencies>) -> FixedBitSet {
        let mut articles = FixedBitSet::with_capacity(self.days.len());
        match clause {
            Clause::Dates { first, last } => {
                let of_these_days = |(_, day): &(usize, &Day)| (first..=last).contains(day);
                articles.extend(self.days.iter().enumerate().filter(of_these_days).map(|(index, _)| index));
                articles.intersect_with(&self.live);
            }
            Clause::Text(_) => {
                let known =
                    hits.keys().map(|article| article.index()).filter(|&index| index < self.days.len());
                articles.extend(known);
            }
        }
        articles
    }

    /// How often each article has a clause's text.
    fn clause_hits(&self, clause: &Clause, shards: Option<&Shards>) -> BTreeMap<ArticleId, Frequencies> {
        let Clause::Text(text) = clause else { return BTreeMap::new() };
        let mut hits = BTreeMap::new();
        if let (Some(steps), Some(shards)) = (indexed_steps(clause), shards) {
            let mut found = find_sequence(&steps, shards);
            self.shared_bodies.give_to_all(&mut found);
            for (article, places) in found {
                let title = places.title.count;
                let body = if text.scope == Scope::Title { 0 } else { places.body.count };
                if title + body > 0 {
                    hits.insert(article, Frequencies { title, body, names: 0 });
                }
            }
        }
        if let Some(facet) = facet_of(text.scope) {
            self.add_name_hits(text, facet, &mut hits);
        }
        hits.retain(|article, _| self.live.contains(article.index()));
        hits
    }

    /// Adds the articles whose value of `facet` contains the text. Names are few and short: they
    /// are read rather than indexed.
    fn add_name_hits(&self, text: &TextClause, facet: Facet, hits: &mut BTreeMap<ArticleId, Frequencies>) {
        // Many profiles share a name; each is read once.
        let mut known: BTreeMap<&str, u32> = BTreeMap::new();
        let mut count_in = |profile| -> u32 {
            let names = self.columns.values(profile, facet).into_iter();
            let count = |name| starts(&tokens(name), &text.sequence).count() as u32;
            names.map(|name| *known.entry(name).or_insert_with(|| count(name))).sum()
        };
        let counts: Vec<u32> = self.columns.profiles.iter().map(&mut count_in).collect();
        if counts.iter().all(|&count| count == 0) {
            return;
        }
        for (article, &profile) in (0..=u16::MAX).map(ArticleId).zip(&self.profile_of) {
            let count = counts.get(profile as usize).copied().unwrap_or_default();
            if count > 0 {
                hits.entry(article).or_default().names += count;
            }
        }
    }
}

/// The facet whose names a scope looks into.
fn facet_of(scope: Scope) -> Option<Facet> {
    match scope {
        Scope::Anywhere | Scope::Author => Some(Facet::Author),
        Scope::Category => Some(Facet::Category),
        Scope::Tag => Some(Facet::Tag),
        Scope::Site => Some(Facet::Site),
        Scope::Title => None,
    }
}

/// Where in `text` a sequence starts, as indices of its tokens.
///
/// This is what "contains" means; the index must agree with it.
pub(super) fn starts<'a>(
    text: &'a [OwnedToken],
    sequence: &'a [SequenceToken],
) -> impl Iterator<Item = usize> + 'a {
    text.windows(sequence.len().max(1)).enumerate().filter_map(move |(start, window)| {
        let fits = window.iter().zip(sequence).all(|(token, wanted)| {
            token.position - window[0].position == wanted.offset && wanted.accepts(&token.text)
        });
        (fits && !sequence.is_empty()).then_some(start)
    })
}

/// The articles in which the steps follow each other as they should.
fn find_sequence(steps: &[Step], shards: &Shards) -> Occurrences {
    let mut steps = steps.iter();
    let Some(first) = steps.next() else { return Occurrences::new() };
    let mut found = shards.occurrences(&first.lookup);
    for step in steps {
        if found.is_empty() {
            break;
        }
        let next = shards.occurrences(&step.lookup);
        found = found
            .into_iter()
            .filter_map(|(article, places)| {
                let joined = places.followed_by(next.get(&article)?, step.offset);
                (joined.title.count + joined.body.count > 0).then_some((article, joined))
            })
            .collect();
    }
    found
}

impl Places {
    /// The places after which, `offset` positions on, one of `next` stands.
    fn followed_by(&self, next: &Places, offset: u32) -> Places {
        Places {
            title: self.title.followed_by(&next.title, offset),
            body: self.body.followed_by(&next.body, offset),
        }
    }
}

impl Field {
    fn followed_by(&self, next: &Field, offset: u32) -> Field {
        let mut wanted = next.positions.clone();
        wanted.sort_unstable();
        let follows = |position: &u32| wanted.binary_search(&position.saturating_add(offset)).is_ok();
        let positions: Vec<u32> = self.positions.iter().copied().filter(follows).collect();
        Field { count: positions.len() as u32, positions }
    }
}
