//! Loads the shards that a query needs, all at once, and reads postings and positions from them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use futures_util::future::{join, join_all};

use super::occurrences::Occurrences;
use super::plan::{ClausePlan, Lookup};
use crate::format::{Link, Positions, SegmentFolder, ShardPostings, Source, TermDirectory, TermShard};

/// The decoded shards that a query needs. Those whose file could not be loaded are errors.
pub(super) struct Shards<'a, E> {
    folder: &'a SegmentFolder,
    directory: Result<Rc<TermDirectory>, E>,
    shards: BTreeMap<usize, Result<Shard, E>>,
}

impl<'a, E> Shards<'a, E> {
    /// Loads the shards and positions that these plans need. Without a directory nothing is known of them.
    pub(super) async fn load<S: Source<Error = E>>(
        source: &S,
        folder: &'a SegmentFolder,
        directory: Result<Rc<TermDirectory>, E>,
        plans: &[ClausePlan],
    ) -> Shards<'a, E> {
        let mut shards = Shards { folder, directory, shards: BTreeMap::new() };
        let loads = shards.needed(plans).into_iter().map(async |(number, with_positions)| {
            let positions = with_positions.then(|| folder.positions(number));
            (number, Shard::load(source, &folder.terms(number), positions.as_ref()).await)
        });
        shards.shards = join_all(loads).await.into_iter().collect();
        shards
    }

    /// The numbers of the shards that these plans need, each with whether its positions are needed.
    fn needed(&self, plans: &[ClausePlan]) -> BTreeMap<usize, bool> {
        let mut needed = BTreeMap::new();
        for (lookup, with_positions) in lookups(plans) {
            for number in self.shards_of(lookup).unwrap_or_default() {
                *needed.entry(number).or_default() |= with_positions;
            }
        }
        needed
    }

    /// The numbers of the shards that a lookup needs; `None` without a directory.
    fn shards_of(&self, lookup: &Lookup) -> Option<Range<usize>> {
        let (first, last) = lookup.bounds();
        self.directory.as_ref().ok().map(|directory| directory.shards_between(&first, &last))
    }

    /// All occurrences of what is looked up; `None` if a file that is needed for them is missing.
    pub(super) fn occurrences(&self, lookup: &Lookup) -> Option<Occurrences> {
        let (first, last) = lookup.bounds();
        let mut found = Occurrences::default();
        for number in self.shards_of(lookup)? {
            if let Some(shard) = self.shards.get(&number) {
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
            .map(|(number, _)| {
                needing(&|lookup| self.shards_of(lookup).is_some_and(|needed| needed.contains(number)))
            })
            .collect();
        let of_directory = self.directory.err().map(|error| (error, needing(&|_| true)));
        let shards = self.shards.into_values().filter_map(Result::err).zip(of_shards);
        of_directory.into_iter().chain(shards).collect()
    }

    /// The paths of the files of a lookup.
    pub(super) fn files(&self, lookup: &Lookup, with_positions: bool) -> Vec<String> {
        let files_of = |number: usize| {
            let positions = with_positions.then(|| self.folder.positions(number).path());
            [Some(self.folder.terms(number).path()), positions]
        };
        self.shards_of(lookup).unwrap_or_default().flat_map(files_of).flatten().collect()
    }
}

/// The lookups of the plans, each with whether its positions are needed.
fn lookups(plans: &[ClausePlan]) -> impl Iterator<Item = (&Lookup, bool)> {
    plans.iter().flat_map(|plan| plan.steps.iter().map(|step| (&step.lookup, plan.with_positions)))
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
