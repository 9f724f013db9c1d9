//! How good an answer is.

use std::collections::BTreeSet;

/// How good an answer is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Quality {
    /// The share of what had to be found that was. 1 where nothing had to be.
    pub(crate) recall: f64,
    /// The share of what was found that may be. 1 where nothing was.
    pub(crate) precision: f64,
}

impl Quality {
    /// The quality of what was found, by what has to be found and by what may be.
    pub(crate) fn of<K: Ord>(found: &BTreeSet<&K>, needed: &BTreeSet<&K>, allowed: &BTreeSet<&K>) -> Self {
        Self {
            recall: share(found.intersection(needed).count(), needed.len()),
            precision: share(found.intersection(allowed).count(), found.len()),
        }
    }

    /// Both as one number: their harmonic mean.
    pub(crate) fn whole(self) -> f64 {
        let Self { recall, precision } = self;
        if recall + precision == 0.0 { 0.0 } else { 2.0 * recall * precision / (recall + precision) }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: &[u32], needed: &[u32], allowed: &[u32], recall: f64, precision: f64) {
        let [found, needed, allowed] = [found, needed, allowed].map(|keys| keys.iter().collect());
        assert_eq!(Quality::of(&found, &needed, &allowed), Quality { recall, precision });
    }

    #[test]
    fn an_answer_is_as_good_as_what_it_finds() {
        check(&[1, 2], &[1, 2], &[1, 2], 1.0, 1.0);
        check(&[1, 2, 3, 4], &[1, 5], &[1, 2, 5], 0.5, 0.5);
        check(&[], &[1], &[1], 0.0, 1.0);
        check(&[], &[], &[], 1.0, 1.0);
    }
}
