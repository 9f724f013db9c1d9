//! Which articles of a segment fulfil a query.
//!
//! Where a file of the index is missing, it is not known which articles have a text. Then two sets
//! are told apart all the way through a query: the articles that fulfil it surely, which are shown,
//! and those that perhaps do. (Kleene's logic of three values.)

use std::rc::Rc;

use fixedbitset::FixedBitSet;
use futures_util::future::join;

use super::lookup::Shards;
use super::names;
use super::occurrences::Occurrences;
use super::plan::{ClausePlan, Step, plan};
use super::shared_bodies::SharedBodies;
use crate::date::Day;
use crate::format::{ArticleId, Columns, FormatError, Profile, SegmentEntry, Source};
use crate::query::{Clause, Node, Query, Scope};

/// The articles of a segment that fulfil a query, and what is known of them.
pub(super) struct SegmentMatches<E> {
    /// The articles that surely do.
    pub(super) articles: FixedBitSet,
    /// All articles of the segment that are part of the archive.
    pub(super) live: FixedBitSet,
    /// What is known of each clause of the query.
    pub(super) clauses: Vec<ClauseMatches>,
    /// The day of every article.
    pub(super) days: Vec<Day>,
    /// The [length class](crate::format::length_class) of every article.
    pub(super) lengths: Vec<u32>,
    /// The profile of every article, an index into those of `columns`.
    pub(super) profile_of: Vec<u32>,
    /// The columns that profiles are read with.
    pub(super) columns: Rc<Columns>,
    /// What the index could not tell: why, and for which clauses.
    pub(super) failures: Vec<(E, Vec<usize>)>,
}

/// The articles that have the text of a clause; none for dates.
#[derive(Debug, Clone, Default)]
pub(super) struct ClauseMatches {
    /// How often each article has it, in the order of articles.
    frequencies: Vec<(ArticleId, Frequencies)>,
    /// Where; without positions unless they were needed.
    pub(super) occurrences: Occurrences,
    /// Whether a file that tells is missing, so that more articles may have it.
    is_uncertain: bool,
    /// What was looked up for it, for those who ask why.
    pub(super) looked_up: Vec<LookedUp>,
}

/// A step of a clause, and the files that it took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LookedUp {
    pub(super) step: Step,
    pub(super) files: Vec<String>,
}

/// How often an article has a text, by field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Frequencies {
    /// In the title.
    pub title: u32,
    /// In the text.
    pub body: u32,
    /// In the names that the clause looks into.
    pub names: u32,
}

/// Finds the articles of a segment, of which those in `live` are part of the archive.
pub(super) async fn match_segment<S: Source>(
    source: &S,
    entry: &SegmentEntry,
    live: FixedBitSet,
    query: &Query,
) -> Result<SegmentMatches<S::Error>, S::Error> {
    let segment = source.load(&entry.segment).await?;
    let plans = plan(query, &segment.terms);
    let load_shards = Shards::load(source, &segment.terms, &plans);
    let (columns, shards) = join(source.load(&segment.columns), load_shards).await;
    let damaged = |error| source.damaged(segment.columns.path(), error);
    let columns = columns?;
    let shared_bodies = SharedBodies::of(&columns).map_err(damaged)?;
    let mut matches = SegmentMatches::of_no_article(columns, live).map_err(damaged)?;
    let clauses = query.clauses.iter().zip(&plans);
    matches.clauses =
        clauses.map(|(clause, plan)| matches.match_clause(clause, plan, &shards, &shared_bodies)).collect();
    matches.failures = shards.into_failures(&plans);
    for (_, clauses) in &mut matches.failures {
        clauses.retain(|&clause| matches.clauses[clause].is_uncertain);
    }
    matches.failures.retain(|(_, clauses)| !clauses.is_empty());
    matches.articles = match &query.root {
        Some(root) => matches.evaluate(query, root).surely,
        None => matches.live.clone(),
    };
    Ok(matches)
}

impl ClauseMatches {
    /// How many articles have the text.
    pub(super) fn count(&self) -> usize {
        self.frequencies.len()
    }

    /// How often an article has it.
    pub(super) fn frequencies(&self, article: ArticleId) -> Option<Frequencies> {
        let place = self.frequencies.binary_search_by_key(&article, |&(article, _)| article).ok()?;
        self.frequencies.get(place).map(|&(_, frequencies)| frequencies)
    }
}

impl<E> SegmentMatches<E> {
    fn of_no_article(columns: Rc<Columns>, live: FixedBitSet) -> Result<SegmentMatches<E>, FormatError> {
        let days = columns.decode_days()?;
        let lengths = columns.lengths.decode()?;
        let profile_of = columns.profile_of.decode()?;
        if lengths.len() != days.len() || profile_of.len() != days.len() {
            return Err(FormatError::damaged("its columns differ in length"));
        }
        Ok(SegmentMatches {
            live,
            articles: FixedBitSet::new(),
            clauses: Vec::new(),
            days,
            lengths,
            profile_of,
            columns,
            failures: Vec::new(),
        })
    }

    /// The profile of an article.
    pub(super) fn profile(&self, article: ArticleId) -> Option<&Profile> {
        self.columns.profiles.get(*self.profile_of.get(article.index())? as usize)
    }

    fn match_clause(
        &self,
        clause: &Clause,
        plan: &ClausePlan,
        shards: &Shards<'_, E>,
        shared_bodies: &SharedBodies,
    ) -> ClauseMatches {
        let Clause::Text(text) = clause else { return ClauseMatches::default() };
        let found = find_sequence(&plan.steps, shards);
        let mut matches = ClauseMatches { is_uncertain: found.is_none(), ..ClauseMatches::default() };
        matches.occurrences = found.unwrap_or_default();
        matches.occurrences.share_bodies(|article| shared_bodies.others(article));
        let looked_up = |step: &Step| LookedUp {
            step: step.clone(),
            files: shards.files(&step.lookup, plan.with_positions),
        };
        matches.looked_up = plan.steps.iter().map(looked_up).collect();
        matches.frequencies = self.indexed_frequencies(&matches.occurrences, text.scope);
        if let Some(names) = names::counts(&self.columns, text) {
            matches.frequencies = self.with_names(&matches.frequencies, &names);
        }
        matches
    }

    fn indexed_frequencies(&self, occurrences: &Occurrences, scope: Scope) -> Vec<(ArticleId, Frequencies)> {
        let entries = occurrences.entries().iter().filter(|entry| self.live.contains(entry.article.index()));
        let frequencies = entries.map(|entry| {
            let body = if scope == Scope::Title { 0 } else { entry.body.count };
            (entry.article, Frequencies { title: entry.title.count, body, names: 0 })
        });
        frequencies.filter(|(_, found)| found.title + found.body > 0).collect()
    }

    /// Adds the articles whose profile has the text in a name; `names` says how often.
    fn with_names(
        &self,
        indexed: &[(ArticleId, Frequencies)],
        names: &[u32],
    ) -> Vec<(ArticleId, Frequencies)> {
        let mut indexed = indexed.iter().copied().peekable();
        let mut all = Vec::new();
        for (article, &profile) in (0..=u16::MAX).map(ArticleId).zip(&self.profile_of) {
            let known = indexed.next_if(|&(next, _)| next == article).map(|(_, frequencies)| frequencies);
            let names = names.get(profile as usize).copied().unwrap_or_default();
            if known.is_some() || (names > 0 && self.live.contains(article.index())) {
                all.push((article, Frequencies { names, ..known.unwrap_or_default() }));
            }
        }
        all
    }

    fn evaluate(&self, query: &Query, node: &Node) -> Fulfilling {
        match node {
            Node::Clause(clause) => self.fulfilling(&query.clauses[*clause], &self.clauses[*clause]),
            Node::Not(node) => self.evaluate(query, node).negated(&self.live),
            Node::All(nodes) => {
                let everything = Fulfilling { surely: self.live.clone(), perhaps: self.live.clone() };
                nodes.iter().fold(everything, |mut all, node| {
                    let next = self.evaluate(query, node);
                    all.surely.intersect_with(&next.surely);
                    all.perhaps.intersect_with(&next.perhaps);
                    all
                })
            }
            Node::Any(nodes) => nodes.iter().fold(Fulfilling::default(), |mut any, node| {
                let next = self.evaluate(query, node);
                any.surely.union_with(&next.surely);
                any.perhaps.union_with(&next.perhaps);
                any
            }),
        }
    }

    fn fulfilling(&self, clause: &Clause, matches: &ClauseMatches) -> Fulfilling {
        let mut surely = FixedBitSet::with_capacity(self.days.len());
        match clause {
            Clause::Dates { first, last } => {
                let of_these_days = |(_, day): &(usize, &Day)| (first..=last).contains(day);
                surely.extend(self.days.iter().enumerate().filter(of_these_days).map(|(index, _)| index));
                surely.intersect_with(&self.live);
            }
            Clause::Text(_) => {
                let articles = matches.frequencies.iter().map(|(article, _)| article.index());
                surely.extend(articles.filter(|&index| index < self.days.len()));
            }
        }
        let perhaps = if matches.is_uncertain { self.live.clone() } else { surely.clone() };
        Fulfilling { surely, perhaps }
    }
}

/// The articles that fulfil a part of a query surely, and those that perhaps do: the same, unless
/// a file is missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Fulfilling {
    surely: FixedBitSet,
    perhaps: FixedBitSet,
}

impl Fulfilling {
    fn negated(self, live: &FixedBitSet) -> Fulfilling {
        let without = |fulfilling: &FixedBitSet| {
            let mut rest = live.clone();
            rest.difference_with(fulfilling);
            rest
        };
        Fulfilling { surely: without(&self.perhaps), perhaps: without(&self.surely) }
    }
}

/// The articles in which the steps follow each other as they should; `None` if a file that tells is
/// missing.
fn find_sequence<E>(steps: &[Step], shards: &Shards<'_, E>) -> Option<Occurrences> {
    let Some((first, rest)) = steps.split_first() else { return Some(Occurrences::default()) };
    let mut found = shards.occurrences(&first.lookup)?;
    for step in rest {
        if found.entries().is_empty() {
            break;
        }
        found = found.followed_by(&shards.occurrences(&step.lookup)?, step.offset);
    }
    Some(found)
}
