//! What a reader does and sees, in a real browser. One module for each feature.

mod article;
mod bodies;
mod export;
mod faults;
mod filters;
mod list;
mod partial;
mod search;
mod search_help;
mod settings;
mod smoke;
mod society;
mod statistics;
mod suggestions;
