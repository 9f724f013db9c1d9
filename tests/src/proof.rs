//! How much is drawn at random to prove something: in the gate, and by `cargo xtask prove`, which has all
//! the time there is.

use std::env;
use std::ops::Range;

/// The variable that asks for the long form.
const PROVE: &str = "READING_ROOM_PROVE";

/// How much is drawn.
pub struct Proof {
    /// What the draws begin with; each gives other queries.
    pub seeds: Range<u64>,
    /// Queries to the sample, for each seed.
    pub of_sample: usize,
    /// Queries to the society archive, for each seed.
    pub of_society: usize,
    /// Queries to the other real archive, of longer texts, for each seed.
    pub of_oped2: usize,
}

/// What the gate draws.
const SHORT: Proof = Proof { seeds: 20..21, of_sample: 1_500, of_society: 500, of_oped2: 300 };

/// What a proof draws.
const LONG: Proof = Proof { seeds: 100..110, of_sample: 6_000, of_society: 1_000, of_oped2: 1_000 };

impl Proof {
    /// The form that is asked for.
    pub fn wanted() -> &'static Self {
        if env::var_os(PROVE).is_some() { &LONG } else { &SHORT }
    }
}
