//! The geometry of charts: scales, round numbers, paths, room for names. Pure, and in whole numbers,
//! because formatting fractions takes much code; drawing is up to components.

pub(crate) mod course;
pub(crate) mod label;
pub(crate) mod line;
pub(crate) mod scale;
pub(crate) mod table;
