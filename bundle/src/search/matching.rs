//! Which articles of a segment match a query.
//!
//! If a file of the index is missing, it is not known which articles match a clause. So a query is evaluated
//! in Kleene's three-valued logic, with two sets at each node: the articles that certainly match, which are
//! shown in the end, and those that possibly match.

use std::rc::Rc;

use fixedbitset::FixedBitSet;
use futures_util::future::join;

use super::lookup::Shards;
use super::names;
use super::occurrences::Occurrences;
use super::plan::{ClausePlan, Step, needs_terms, plan};
use super::shared_bodies::SharedBodies;
use crate::date::Day;
use crate::format::{
    ArticleId, Columns, FormatError, Profile, SegmentEntry, SegmentFolder, Source, TermDirectory,
};
use crate::query::{Clause, Node, Query, Scope};

/// The articles of a segment that match a query, and what ranking and counting need of them.
pub(super) struct SegmentMatches<E> {
    /// The articles that certainly match, by number.
    pub(super) articles: FixedBitSet,
    /// The live articles of the segment: those that are part of the archive.
    pub(super) live: FixedBitSet,
    /// The matches of each clause of the query.
    pub(super) clauses: Vec<ClauseMatches>,
    /// The day of every article.
    pub(super) days: Vec<Day>,
    /// The [length class](crate::format::length_class) of every article.
    pub(super) lengths: Vec<u32>,
    /// The profile of every article, as an index into those of `columns`.
    pub(super) profile_of: Vec<u32>,
    /// The columns, which have the profiles and their values.
    pub(super) columns: Rc<Columns>,
    /// Why files of the index are missing, each with the clauses that are uncertain for it.
    pub(super) failures: Vec<(E, Vec<usize>)>,
}

/// The articles that match a text clause; empty for dates.
#[derive(Debug, Clone, Default)]
pub(super) struct ClauseMatches {
    /// How often it occurs in each article, sorted by article.
    frequencies: Vec<(ArticleId, Frequencies)>,
    /// Where it occurs; without positions unless they were needed.
    pub(super) occurrences: Occurrences,
    /// Whether a file is missing, so that more articles may match.
    is_uncertain: bool,
    /// What was looked up for it, to explain the search.
    pub(super) traces: Vec<LookupTrace>,
}

/// A step of a plan, and the files that it needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LookupTrace {
    pub(super) step: Step,
    pub(super) files: Vec<String>,
}

/// How often a text occurs in an article, by field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Frequencies {
    /// In the title.
    pub title: u32,
    /// In the body.
    pub body: u32,
    /// In the names that the scope of the clause covers.
    pub names: u32,
}

/// Matches a query against the articles of a segment that are in `live`.
pub(super) async fn match_segment<S: Source>(
    source: &S,
    entry: &SegmentEntry,
    live: FixedBitSet,
    query: &Query,
) -> Result<SegmentMatches<S::Error>, S::Error> {
    let link = entry.folder.columns();
    let look_up = look_up(source, &entry.folder, query);
    let (loaded, (plans, shards)) = join(source.load(&link), look_up).await;
    let damaged = |error| source.damaged(link.path(), error);
    let columns = loaded?;
    let shared_bodies = SharedBodies::of(&columns).map_err(damaged)?;
    let mut matches = SegmentMatches::empty(columns, live).map_err(damaged)?;
    let clauses = query.clauses.iter().zip(&plans);
    matches.clauses =
        clauses.map(|(clause, plan)| matches.match_clause(clause, plan, &shards, &shared_bodies)).collect();
    matches.failures = shards.into_failures(&plans);
    for (_, clauses) in &mut matches.failures {
        clauses.retain(|&clause| matches.clauses[clause].is_uncertain);
    }
    matches.failures.retain(|(_, clauses)| !clauses.is_empty());
    matches.articles = match &query.root {
        Some(root) => matches.evaluate(query, root).certain,
        None => matches.live.clone(),
    };
    Ok(matches)
}

/// Plans a query and loads the shards that it needs, as soon as the directory is there.
async fn look_up<'a, S: Source>(
    source: &S,
    folder: &'a SegmentFolder,
    query: &Query,
) -> (Vec<ClausePlan>, Shards<'a, S::Error>) {
    let directory =
        if needs_terms(query) { source.load(&folder.directory()).await } else { Ok(Rc::default()) };
    let plans = plan(query, directory.as_deref().unwrap_or(&TermDirectory::default()));
    let shards = Shards::load(source, folder, directory, &plans).await;
    (plans, shards)
}

impl ClauseMatches {
    /// How many articles match.
    pub(super) fn count(&self) -> usize {
        self.frequencies.len()
    }

    /// How often the text occurs in an article; `None` if it does not.
    pub(super) fn frequencies(&self, article: ArticleId) -> Option<Frequencies> {
        let place = self.frequencies.binary_search_by_key(&article, |&(article, _)| article).ok()?;
        self.frequencies.get(place).map(|&(_, frequencies)| frequencies)
    }
}

impl<E> SegmentMatches<E> {
    fn empty(columns: Rc<Columns>, live: FixedBitSet) -> Result<SegmentMatches<E>, FormatError> {
        let days = columns.decode_days()?;
        let lengths = columns.lengths()?;
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

    /// Matches a clause by its plan.
    fn match_clause(
        &self,
        clause: &Clause,
        plan: &ClausePlan,
        shards: &Shards<'_, E>,
        shared_bodies: &SharedBodies,
    ) -> ClauseMatches {
        let Clause::Text(text) = clause else { return ClauseMatches::default() };
        let found = find_phrase(&plan.steps, shards);
        let mut matches = ClauseMatches { is_uncertain: found.is_none(), ..ClauseMatches::default() };
        matches.occurrences = found.unwrap_or_default();
        matches.occurrences.share_bodies(|article| shared_bodies.others(article));
        let trace = |step: &Step| LookupTrace {
            step: step.clone(),
            files: shards.files(&step.lookup, plan.with_positions),
        };
        matches.traces = plan.steps.iter().map(trace).collect();
        matches.frequencies = self.indexed_frequencies(&matches.occurrences, text.scope);
        if let Some(names) = names::counts(&self.columns, text) {
            matches.frequencies = self.with_names(&matches.frequencies, &names);
        }
        matches
    }

    /// How often the text of a clause occurs in the title and body of each live article.
    fn indexed_frequencies(&self, occurrences: &Occurrences, scope: Scope) -> Vec<(ArticleId, Frequencies)> {
        let entries = occurrences.entries().iter().filter(|entry| self.live.contains(entry.article.index()));
        let frequencies = entries.map(|entry| {
            let body = if scope == Scope::Title { 0 } else { entry.body.count };
            (entry.article, Frequencies { title: entry.title.count, body, names: 0 })
        });
        frequencies.filter(|(_, found)| found.title + found.body > 0).collect()
    }

    /// Adds the articles whose profile has the text in a name; `names` has the number of occurrences for
    /// each profile.
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

    /// The articles that match a node of the query.
    fn evaluate(&self, query: &Query, node: &Node) -> MatchSets {
        match node {
            Node::Clause(clause) => self.clause_sets(&query.clauses[*clause], &self.clauses[*clause]),
            Node::Not(node) => self.evaluate(query, node).negated(&self.live),
            Node::All(nodes) => {
                let everything = MatchSets { certain: self.live.clone(), possible: self.live.clone() };
                nodes.iter().fold(everything, |mut all, node| {
                    let next = self.evaluate(query, node);
                    all.certain.intersect_with(&next.certain);
                    all.possible.intersect_with(&next.possible);
                    all
                })
            }
            Node::Any(nodes) => nodes.iter().fold(MatchSets::default(), |mut any, node| {
                let next = self.evaluate(query, node);
                any.certain.union_with(&next.certain);
                any.possible.union_with(&next.possible);
                any
            }),
        }
    }

    /// The articles that match a clause.
    fn clause_sets(&self, clause: &Clause, matches: &ClauseMatches) -> MatchSets {
        let mut certain = FixedBitSet::with_capacity(self.days.len());
        match clause {
            Clause::Dates { first, last } => {
                let is_in_range = |(_, day): &(usize, &Day)| (first..=last).contains(day);
                certain.extend(self.days.iter().enumerate().filter(is_in_range).map(|(index, _)| index));
                certain.intersect_with(&self.live);
            }
            Clause::Text(_) => {
                let articles = matches.frequencies.iter().map(|(article, _)| article.index());
                certain.extend(articles.filter(|&index| index < self.days.len()));
            }
        }
        let possible = if matches.is_uncertain { self.live.clone() } else { certain.clone() };
        MatchSets { certain, possible }
    }
}

/// The articles that certainly match a node of a query, and those that possibly do: the same sets, unless
/// a file is missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct MatchSets {
    certain: FixedBitSet,
    possible: FixedBitSet,
}

impl MatchSets {
    /// The articles that match the negation: those that do not possibly match certainly do, and the other way
    /// round.
    fn negated(self, live: &FixedBitSet) -> MatchSets {
        let without = |matching: &FixedBitSet| {
            let mut rest = live.clone();
            rest.difference_with(matching);
            rest
        };
        MatchSets { certain: without(&self.possible), possible: without(&self.certain) }
    }
}

/// The occurrences of a phrase: where its terms occur at the right distances. `None` if a file that is
/// needed is missing.
fn find_phrase<E>(steps: &[Step], shards: &Shards<'_, E>) -> Option<Occurrences> {
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
