//! What a reader does and sees, in a real browser. One module for each feature.

mod accessibility;
mod article;
mod attacks;
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
mod pictures;
mod policy;
mod reading;
mod search;
mod search_help;
mod settings;
mod smoke;
mod society;
mod statistics;
mod suggestions;
mod timeline;
