//! When the articles of a list are from, as bars, of which a reader chooses some.

pub(crate) mod bars;
pub(crate) mod chart;
mod draft;
mod drawing;
mod handles;
