//! The article page: a text, what can be done with it, and what stands around it.

mod body;
mod citation;
mod continue_reading;
mod find;
mod keys;
mod lasting_address;
mod lightbox;
mod missing;
mod neighbour_links;
mod note_opened;
mod open_article;
mod opened;
pub(crate) mod page;
mod player;
mod reading_position;
mod related;
mod sentences;
mod tools;
mod versions;
