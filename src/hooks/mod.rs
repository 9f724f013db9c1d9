//! From what the address says to what the page shows, as it becomes known.

mod article;
mod bundle;
mod cards;
mod courses;
mod excerpt;
mod export;
mod facet_values;
mod keyboard;
mod load;
mod outcome;
mod seen;
mod suggester;
mod title;
mod width;

pub(crate) use article::{Neighbours, use_article, use_body, use_neighbours};
pub(crate) use bundle::{Library, use_bundle, use_library};
pub(crate) use cards::{Cards, use_cards};
pub(crate) use courses::{Courses, use_courses};
pub(crate) use excerpt::use_excerpt;
pub(crate) use export::{Export, Exporter, use_export};
pub(crate) use facet_values::use_facet_values;
pub(crate) use keyboard::use_keyboard;
pub(crate) use load::Progress;
pub(crate) use outcome::{Cost, Extent, Found, use_outcome};
pub(crate) use seen::{Near, use_on_seen, use_seen};
pub(crate) use suggester::use_suggester;
pub(crate) use title::use_title;
pub(crate) use width::use_width;
