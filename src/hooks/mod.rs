//! From what the address says to what the page shows, as it becomes known.

mod arrival;
mod article;
mod bookmark_key;
mod bundle;
mod cards;
mod composition;
mod conversion;
mod courses;
mod excerpt;
mod export;
mod facet_values;
mod keyboard;
mod load;
mod newest_shown;
mod opened;
mod outcome;
mod page_keys;
mod part;
mod reading_position;
mod related;
mod seen;
mod suggester;
mod title;
mod told;
mod width;

pub(crate) use arrival::{CONTENT, use_arrival};
pub(crate) use article::{Neighbours, OpenArticle, use_article, use_body, use_neighbours};
pub(crate) use bookmark_key::use_bookmark_key;
pub(crate) use bundle::{Library, use_bundle, use_library};
pub(crate) use cards::{BATCH, Cards, use_cards};
pub(crate) use composition::use_composition_end;
pub(crate) use conversion::{
    ArticleConversion, Conversion, use_article_conversion, use_chosen_conversion, use_conversion,
};
pub(crate) use courses::{Courses, use_courses};
pub(crate) use excerpt::use_excerpt;
pub(crate) use export::{Export, Exporter, use_export};
pub(crate) use facet_values::{every_value, use_facet_values};
pub(crate) use keyboard::use_keyboard;
pub(crate) use load::Progress;
pub(crate) use newest_shown::use_newest_shown;
pub(crate) use opened::use_opened;
pub(crate) use outcome::{Cost, Extent, Found, Pursued, pursue, use_outcome};
pub(crate) use page_keys::use_page_keys;
pub(crate) use part::{use_page, use_searching};
pub(crate) use reading_position::{scroll_to_position, use_reading_position};
pub(crate) use related::use_related;
pub(crate) use seen::use_seen;
pub(crate) use suggester::{Suggest, suggestions, use_suggest};
pub(crate) use title::use_title;
pub(crate) use told::use_search_told;
pub(crate) use width::use_width;
