//! Loads the shards that a query needs, all at once, and reads postings and positions from them.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use futures_util::future::{try_join, try_join_all};

use super::plan::{Lookup, Step, steps};
use crate::format::{ArticleId, Link, Positions, ShardPostings, Source, TermDirectory, TermShard};
use crate::query::{Clause, Query, Scope};

/// Where a term occurs: its postings and, where they were loaded, their positions.
pub(super) type Occurrences = BTreeMap<ArticleId, Places>;

/// Where a term or a sequence occurs in an article. Without positions, only the counts are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Places {
    pub(super) title: Field,
    pub(super) body: Field,
}

/// Where it occurs in a field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) count: u32,
    pub(super) positions: Vec<u32>,
}

/// The shards that a query needs, decoded.
pub(super) struct Shards {
    directory: Rc<TermDirectory>,
    decoded: BTreeMap<usize, Shard>,
}

/// A text clause that the index answers, with its steps.
pub(super) fn indexed_steps(clause: &Clause) -> Option<Vec<Step>> {
    match clause {
        Clause::Text(text) if matches!(text.scope, Scope::Anywhere | Scope::Title) => {
            Some(steps(&text.sequence))
        }
        _ => None,
    }
}

impl Shards {
    /// Loads what `query` needs of the terms in `directory`.
    pub(super) async fn load<S: Source>(
        source: &S,
        directory: Rc<TermDirectory>,
        query: &Query,
    ) -> Result<Shards, S::Error> {
        let needed = needed_shards(&directory, query);
        let loads = needed.iter().filter_map(|(&shard, &with_positions)| {
            let terms = directory.shards.get(shard)?;
            let positions = directory.positions.get(shard).filter(|_| with_positions);
            Some(Shard::load(source, terms, positions))
        });
        let shards = try_join_all(loads).await?;
        let decoded = needed.keys().copied().zip(shards).collect();
        Ok(Shards { directory, decoded })
    }

    /// All occurrences of what a step looks up.
    pub(super) fn occurrences(&self, lookup: &Lookup) -> Occurrences {
        let (first, last) = lookup.bounds();
        let mut found = Occurrences::new();
        for shard in self.directory.shards_between(&first, &last) {
            if let Some(shard) = self.decoded.get(&shard) {
                shard.collect(&first, &last, &mut found);
            }
        }
        found
    }
}

/// The numbers of the shards, each with whether its positions are needed too.
fn needed_shards(directory: &TermDirectory, query: &Query) -> BTreeMap<usize, bool> {
    let mut needed = BTreeMap::new();
    for steps in query.clauses.iter().filter_map(indexed_steps) {
        let with_positions = steps.len() > 1;
        let shards: BTreeSet<usize> = steps
            .iter()
            .flat_map(|step| {
                let (first, last) = step.lookup.bounds();
                directory.shards_between(&first, &last)
            })
            .collect();
        for shard in shards {
            *needed.entry(shard).or_default() |= with_positions;
        }
    }
    needed
}

struct Shard {
    content: ShardPostings,
    /// The positions, posting by posting; empty where they were not needed.
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
                Some(link) => Ok(Some((link, source.load(link).await?))),
                None => Ok(None),
            }
        };
        let (shard, positions) = try_join(source.load(terms), load_positions).await?;
        let content = shard.read().map_err(|error| source.damaged(terms.path(), error))?;
        let positions = match positions {
            Some((link, positions)) => {
                positions.read(&content.postings).map_err(|error| source.damaged(link.path(), error))?
            }
            None => Vec::new(),
        };
        Ok(Shard { content, positions })
    }

    /// Adds the occurrences of the terms from `first` to `last`.
    fn collect(&self, first: &str, last: &str, found: &mut Occurrences) {
        let ShardPostings { terms, ends, postings } = &self.content;
        let start = terms.partition_point(|term| term.as_str() < first);
        let end = terms.partition_point(|term| term.as_str() <= last);
        let end_of =
            |terms: usize| terms.checked_sub(1).and_then(|last| ends.get(last)).map_or(0, |&end| end);
        let (before, wanted) = postings.split_at(end_of(start));
        let wanted = &wanted[..end_of(end).saturating_sub(before.len())];
        let passed: usize = before.iter().map(|posting| (posting.title + posting.body) as usize).sum();
        let mut positions = self.positions.get(passed..).unwrap_or_default().iter().copied();
        for posting in wanted {
            let places = found.entry(posting.article).or_default();
            places.title.add(posting.title, &mut positions);
            places.body.add(posting.body, &mut positions);
        }
    }
}

impl Field {
    /// Adds `count` occurrences, whose positions are next in `positions` if it has any.
    fn add(&mut self, count: u32, positions: &mut impl Iterator<Item = u32>) {
        self.count += count;
        self.positions.extend(positions.take(count as usize));
    }
}
