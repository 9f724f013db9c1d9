//! Loads the shards that a query needs, all at once, and reads postings and positions from them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use futures_util::future::{join, join_all};

use super::occurrences::Occurrences;
use super::plan::{ClausePlan, Lookup};
use crate::format::{Link, Positions, ShardPostings, Source, TermDirectory, TermIndex, TermShard};

/// The decoded shards that a query needs. Those whose file could not be loaded are errors.
pub(super) struct Shards<'a, E> {
    index: &'a TermIndex,
    directories: BTreeMap<usize, Result<Rc<TermDirectory>, E>>,
    shards: BTreeMap<ShardId, Result<Shard, E>>,
}

/// The index of a directory, and of a shard that it lists.
type ShardId = (usize, usize);

impl<'a, E> Shards<'a, E> {
    /// Loads the directories, then the shards and positions, that these plans need.
    pub(super) async fn load<S: Source<Error = E>>(
        source: &S,
        index: &'a TermIndex,
        plans: &[ClausePlan],
    ) -> Shards<'a, E> {
        let mut needed: Vec<usize> =
            lookups(plans).flat_map(|(lookup, _)| directories(index, lookup)).collect();
        needed.sort_unstable();
        needed.dedup();
        let loads = needed.iter().filter_map(|&number| Some((number, index.directories.get(number)?)));
        let directories = join_all(loads.map(async |(number, link)| (number, source.load(link).await))).await;
        let mut shards =
            Shards { index, directories: directories.into_iter().collect(), shards: BTreeMap::new() };
        let needed = shards.needed(plans);
        let loads = needed.into_iter().filter_map(|((directory, shard), with_positions)| {
            let directory_file = shards.directories.get(&directory)?.as_ref().ok()?;
            let positions = directory_file.positions.get(shard).filter(|_| with_positions);
            Some(((directory, shard), directory_file.shards.get(shard)?, positions))
        });
        let loads =
            loads.map(async |(id, terms, positions)| (id, Shard::load(source, terms, positions).await));
        shards.shards = join_all(loads).await.into_iter().collect();
        shards
    }

    /// The shards that these plans need, each with whether its positions are needed.
    fn needed(&self, plans: &[ClausePlan]) -> BTreeMap<ShardId, bool> {
        let mut needed = BTreeMap::new();
        for (lookup, with_positions) in lookups(plans) {
            for id in self.shards_of(lookup).flatten() {
                *needed.entry(id).or_default() |= with_positions;
            }
        }
        needed
    }

    /// The shards that a lookup needs; an error instead of those of a directory that could not be loaded.
    fn shards_of(&self, lookup: &Lookup) -> impl Iterator<Item = Result<ShardId, &E>> {
        let (first, last) = lookup.bounds();
        directories(self.index, lookup).flat_map(move |number| {
            let (shards, missing) = match self.directories.get(&number) {
                Some(Ok(directory)) => (directory.shards_between(&first, &last), None),
                Some(Err(error)) => (0..0, Some(Err(error))),
                None => (0..0, None),
            };
            shards.map(move |shard| Ok((number, shard))).chain(missing)
        })
    }

    /// All occurrences of what is looked up; `None` if a file that is needed for them is missing.
    pub(super) fn occurrences(&self, lookup: &Lookup) -> Option<Occurrences> {
        let (first, last) = lookup.bounds();
        let mut found = Occurrences::default();
        for id in self.shards_of(lookup) {
            if let Some(shard) = self.shards.get(&id.ok()?) {
                let shard = shard.as_ref().ok()?;
                shard.collect(shard.content.between(&first, &last), lookup, &mut found);
            }
        }
        Some(found.merged())
    }

    /// The errors of files that could not be loaded, each with the clauses that needed the file.
    pub(super) fn into_failures(self, plans: &[ClausePlan]) -> Vec<(E, Vec<usize>)> {
        let needing = |needs: &dyn Fn(&Lookup) -> bool| -> Vec<usize> {
            let needs = |plan: &ClausePlan| plan.steps.iter().any(|step| needs(&step.lookup));
            (0..plans.len()).filter(|&clause| needs(&plans[clause])).collect()
        };
        let of_shards: Vec<_> = self
            .shards
            .iter()
            .filter(|(_, shard)| shard.is_err())
            .map(|(&id, _)| needing(&|lookup| self.shards_of(lookup).any(|needed| needed.ok() == Some(id))))
            .collect();
        let failed =
            self.directories.into_iter().filter_map(|(number, directory)| Some((number, directory.err()?)));
        let mut failures: Vec<_> = failed
            .map(|(number, error)| {
                (error, needing(&|lookup| directories(self.index, lookup).contains(&number)))
            })
            .collect();
        failures.extend(self.shards.into_values().filter_map(Result::err).zip(of_shards));
        failures
    }

    /// The paths of the files of a lookup.
    pub(super) fn files(&self, lookup: &Lookup, with_positions: bool) -> Vec<String> {
        let files_of = |(directory, shard): ShardId| {
            let directory = self.directories.get(&directory)?.as_ref().ok()?;
            let positions = directory.positions.get(shard).filter(|_| with_positions).map(Link::path);
            Some([directory.shards.get(shard).map(Link::path), positions])
        };
        self.shards_of(lookup).flatten().filter_map(files_of).flatten().flatten().collect()
    }
}

/// The lookups of the plans, each with whether its positions are needed.
fn lookups(plans: &[ClausePlan]) -> impl Iterator<Item = (&Lookup, bool)> {
    plans.iter().flat_map(|plan| plan.steps.iter().map(|step| (&step.lookup, plan.with_positions)))
}

/// The indices of the directories that a lookup needs.
fn directories(index: &TermIndex, lookup: &Lookup) -> Range<usize> {
    let (first, last) = lookup.bounds();
    index.directories_between(&first, &last)
}

/// A decoded shard.
struct Shard {
    content: ShardPostings,
    /// The positions, posting by posting; empty if they were not needed.
    positions: Vec<u32>,
}

impl Shard {
    async fn load<S: Source>(
        source: &S,
        terms: &Link<TermShard>,
        positions: Option<&Link<Positions>>,
    ) -> Result<Shard, S::Error> {
        let load_positions = async {
            match positions {
                Some(link) => Some((link, source.load(link).await)),
                None => None,
            }
        };
        let (shard, positions) = join(source.load(terms), load_positions).await;
        let content = shard?.read().map_err(|error| source.damaged(terms.path(), error))?;
        let positions = match positions {
            Some((link, positions)) => {
                positions?.read(&content).map_err(|error| source.damaged(link.path(), error))?
            }
            None => Vec::new(),
        };
        Ok(Shard { content, positions })
    }

    /// Adds the occurrences of these terms, given by their indices in the shard.
    fn collect(&self, terms: Range<usize>, lookup: &Lookup, found: &mut Occurrences) {
        let mut positions = self.positions.get(self.positions_before(terms.start)..).unwrap_or_default();
        for term in terms {
            let is_prefix_term = self.content.is_prefix_term(term);
            // The postings of a prefix term are those of other terms: they must not count twice.
            if is_prefix_term && !matches!(lookup, Lookup::Term(_)) {
                continue;
            }
            let postings = self.content.postings(term);
            let count: u32 = postings.iter().map(|posting| posting.title + posting.body).sum();
            let own = if is_prefix_term { 0 } else { (count as usize).min(positions.len()) };
            let (own, rest) = positions.split_at(own);
            positions = rest;
            found.add(postings, own);
        }
    }

    /// How many positions come before those of a term.
    fn positions_before(&self, term: usize) -> usize {
        if self.positions.is_empty() { 0 } else { self.content.positions_before(term) }
    }
}
