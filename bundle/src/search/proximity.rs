//! Proximity: how near to each other the clauses of a query occur in an article.

/// The distance, in tokens, at which half of the gain of adjacent words is lost.
const HALF_DISTANCE: f32 = 8.0;

/// The occurrences of a clause in a field of an article: their first positions, in order, and their length
/// in tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct ClausePositions<'a> {
    pub(super) starts: &'a [u32],
    pub(super) length: u32,
}

/// The proximity of these clauses: 1 if they are adjacent somewhere, less the farther apart they are, 0 if
/// one of them does not occur.
pub(super) fn proximity(clauses: &[ClausePositions<'_>]) -> f32 {
    let adjacent: u32 = clauses.iter().map(|clause| clause.length).sum();
    match smallest_window(clauses) {
        Some(window) => HALF_DISTANCE / (HALF_DISTANCE + window.saturating_sub(adjacent) as f32),
        None => 0.0,
    }
}

/// The length of the smallest window that contains an occurrence of each clause; `None` if there is none.
///
/// The usual sweep over sorted lists: the window begins with the earliest of the current occurrences, and
/// only advancing that one can make it smaller. So each occurrence is visited once.
fn smallest_window(clauses: &[ClausePositions<'_>]) -> Option<u32> {
    let mut current = vec![0; clauses.len()];
    let mut smallest: Option<u32> = None;
    loop {
        let mut window: Option<(u32, usize, u32)> = None;
        for (index, (clause, &at)) in clauses.iter().zip(&current).enumerate() {
            let Some(&start) = clause.starts.get(at) else { return smallest };
            let end = start.saturating_add(clause.length);
            window = Some(match window {
                Some((first, earliest, last)) if first <= start => (first, earliest, last.max(end)),
                Some((_, _, last)) => (start, index, last.max(end)),
                None => (start, index, end),
            });
        }
        let (first, earliest, last) = window?;
        smallest = Some(smallest.map_or(last - first, |smallest| smallest.min(last - first)));
        current[earliest] += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(clauses: &[(&[u32], u32)], expected: Option<u32>) {
        let clauses: Vec<_> =
            clauses.iter().map(|&(starts, length)| ClausePositions { starts, length }).collect();
        assert_eq!(smallest_window(&clauses), expected, "{clauses:?}");
    }

    #[test]
    fn the_smallest_window_holds_one_of_each() {
        check(&[(&[1, 20], 2), (&[9, 30], 1)], Some(9));
        check(&[(&[1, 20], 2), (&[22], 2)], Some(4));
        check(&[(&[30], 2), (&[1, 28], 2)], Some(4));
        check(&[(&[5], 1), (&[1, 90], 1), (&[80], 1)], Some(80));
        check(&[(&[5], 1), (&[], 1)], None);
        check(&[], None);
    }

    #[test]
    fn proximity_falls_with_distance() {
        let near = |second| {
            proximity(&[
                ClausePositions { starts: &[0], length: 2 },
                ClausePositions { starts: &[second], length: 2 },
            ])
        };
        assert_eq!(near(2), 1.0);
        assert!(near(3) < near(2) && near(30) < near(3) && near(30) > 0.0);
        assert_eq!(
            proximity(&[
                ClausePositions { starts: &[0], length: 2 },
                ClausePositions { starts: &[], length: 2 }
            ]),
            0.0
        );
    }
}
