//! Loads the shards that a query needs, all at once, and reads postings and positions from them.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use futures_util::future::{try_join, try_join_all};

use super::plan::{Lookup, Step, steps};
use crate::format::{ArticleId, Positions, Posting, Source, TermDirectory, TermShard, VarintReader};
use crate::format::{FormatError, Link};
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
    terms: Vec<String>,
    postings: Vec<Vec<Posting>>,
    /// The bytes of each term's positions; empty where they were not needed.
    positions: Vec<Vec<u8>>,
}

impl Shard {
    async fn load<S: Source>(
        source: &S,
        terms: &Link<TermShard>,
        positions: Option<&Link<Positions>>,
    ) -> Result<Shard, S::Error> {
        let load_positions = async {
            match positions {
                Some(link) => source.load(link).await.map(Some),
                None => Ok(None),
            }
        };
        let (shard, places) = try_join(source.load(terms), load_positions).await?;
        let damaged = |error| source.damaged(terms.path(), error);
        let names = shard.terms().map_err(damaged)?;
        let postings =
            cut(&shard.sizes.numbers().map_err(damaged)?, &shard.postings.bytes().map_err(damaged)?)
                .iter()
                .map(|bytes| Posting::read_all(bytes))
                .collect::<Result<_, _>>()
                .map_err(damaged)?;
        let positions = match (places, positions) {
            (Some(places), Some(link)) => {
                decode_positions(&places).map_err(|error| source.damaged(link.path(), error))?
            }
            _ => Vec::new(),
        };
        Ok(Shard { terms: names, postings, positions })
    }

    /// Adds the occurrences of the terms from `first` to `last`.
    fn collect(&self, first: &str, last: &str, found: &mut Occurrences) {
        let start = self.terms.partition_point(|term| term.as_str() < first);
        let end = self.terms.partition_point(|term| term.as_str() <= last);
        for index in start..end {
            let Some(postings) = self.postings.get(index) else { continue };
            let positions = self.positions.get(index).map(Vec::as_slice).unwrap_or_default();
            let mut reader = VarintReader::new(positions);
            for posting in postings {
                let places = found.entry(posting.article).or_default();
                places.title.add(posting.title, &mut reader);
                places.body.add(posting.body, &mut reader);
            }
        }
    }
}

impl Field {
    /// Adds `count` occurrences, whose positions are next in `reader` if it has any.
    fn add(&mut self, count: u32, reader: &mut VarintReader<'_>) {
        self.count += count;
        let mut position = 0u32;
        for _ in 0..count {
            let Ok(distance) = reader.read() else { break };
            position = position.saturating_add(distance);
            self.positions.push(position);
        }
    }
}

fn decode_positions(places: &Positions) -> Result<Vec<Vec<u8>>, FormatError> {
    Ok(cut(&places.sizes.numbers()?, &places.positions.bytes()?).into_iter().map(<[u8]>::to_vec).collect())
}

/// Cuts bytes into pieces of these sizes, as far as they go.
fn cut<'a>(sizes: &[u32], bytes: &'a [u8]) -> Vec<&'a [u8]> {
    let mut rest = bytes;
    let piece = |&size: &u32| {
        let (piece, after) = rest.split_at_checked(size as usize)?;
        rest = after;
        Some(piece)
    };
    sizes.iter().map_while(piece).collect()
}
