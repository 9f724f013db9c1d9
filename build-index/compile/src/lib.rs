//! Compiles articles into the files of a bundle, or brings the bundle before up to date.
//!
//! A build *loads* what is whole of the [`previous`] bundle, *plans* an [`update`], *writes* new
//! [`segments`], and completes the manifest with an [`overview`]. Everything is in a fixed order, so
//! that the same articles give the same bytes.
//!
//! Nothing here reads a post or renders a text: what an article shows comes from a function
//! ([`rendered::Render`]). Only [`writer`], `segment_files` and [`files`] write to the disk.

mod bodies;
mod catalog;
mod columns;
mod compiled;
pub mod files;
pub mod folders;
mod index;
mod leftovers;
pub mod links;
mod merge_plan;
pub mod merge_policy;
mod names;
pub mod order;
pub mod overview;
pub mod previous;
pub mod rendered;
mod segment;
mod segment_files;
pub mod segments;
pub mod update;
mod varint;
pub mod writer;
