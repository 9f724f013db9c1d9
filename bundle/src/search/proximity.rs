//! How near to each other the words of a query stand in an article.

/// Tokens by which words may be apart before half of the gain of standing together is lost.
const HALF: f32 = 8.0;

/// A clause's occurrences in a field: where they start, in order, and how many tokens they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stand<'a> {
    pub(super) starts: &'a [u32],
    pub(super) length: u32,
}

/// 1 where all stand next to each other somewhere, less the farther they are apart, 0 where one has
/// no place.
pub(super) fn nearness(stands: &[Stand<'_>]) -> f32 {
    let together: u32 = stands.iter().map(|stand| stand.length).sum();
    match smallest_window(stands) {
        Some(window) => HALF / (HALF + window.saturating_sub(together) as f32),
        None => 0.0,
    }
}

/// The fewest positions that hold an occurrence of each.
///
/// The window begins with the earliest of the current occurrences; moving that one on is the only
/// way to a smaller window, so each occurrence is looked at once.
fn smallest_window(stands: &[Stand<'_>]) -> Option<u32> {
    let mut current = vec![0; stands.len()];
    let mut smallest: Option<u32> = None;
    loop {
        let mut window: Option<(u32, usize, u32)> = None;
        for (index, (stand, &at)) in stands.iter().zip(&current).enumerate() {
            let Some(&start) = stand.starts.get(at) else { return smallest };
            let end = start.saturating_add(stand.length);
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

    fn check(stands: &[(&[u32], u32)], expected: Option<u32>) {
        let stands: Vec<_> = stands.iter().map(|&(starts, length)| Stand { starts, length }).collect();
        assert_eq!(smallest_window(&stands), expected, "{stands:?}");
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
    fn nearness_falls_with_distance() {
        let near =
            |second| nearness(&[Stand { starts: &[0], length: 2 }, Stand { starts: &[second], length: 2 }]);
        assert_eq!(near(2), 1.0);
        assert!(near(3) < near(2) && near(30) < near(3) && near(30) > 0.0);
        assert_eq!(nearness(&[Stand { starts: &[0], length: 2 }, Stand { starts: &[], length: 2 }]), 0.0);
    }
}
