//! Statistics of a list: when its articles are from, what they are, and the courses of words.

mod axes;
mod chart;
mod columns;
mod figure;
mod lines;
pub(crate) mod page;
mod picture;
mod ranking;
mod use_courses;
mod word_courses;
