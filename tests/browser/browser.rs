//! What a reader does and sees, in a real browser. One module for each feature.

mod accessibility;
mod article;
mod bodies;
mod cite;
mod conversion;
mod device;
mod export;
mod faults;
mod filters;
mod find;
mod keys;
mod list;
mod partial;
mod reading;
mod search;
mod search_help;
mod settings;
mod smoke;
mod society;
mod statistics;
mod suggestions;
mod timeline;
mod weight;
