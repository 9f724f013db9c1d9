//! Pictures of numbers: articles along time, by value, and the courses of words.

mod axes;
mod columns;
mod courses;
mod figure;
mod lines;
mod ranking;

pub(crate) use columns::columns;
pub(crate) use courses::WordCourses;
pub(crate) use figure::{Paper, figure};
pub(crate) use ranking::ranking;
