//! The parts of the pages. What has no state of its own is a function.

mod body;
mod chips;
mod facets;
mod header;
mod icon;
mod list;
mod marked;
mod meta;
mod neighbours;
mod notice;
mod place_link;
mod problems;
mod row;
mod search_box;
mod skeleton;
mod sources;
mod summary;
mod timeline_chart;

pub(crate) use body::ArticleBody;
pub(crate) use chips::chips;
pub(crate) use facets::Facets;
pub(crate) use header::Header;
pub(crate) use icon::{Icon, icon};
pub(crate) use list::ArticleList;
pub(crate) use marked::marked;
pub(crate) use meta::{original_link, value_links};
pub(crate) use neighbours::neighbour_links;
pub(crate) use notice::{error_notice, notice};
pub(crate) use place_link::place_link;
pub(crate) use problems::problems;
pub(crate) use row::article_row;
pub(crate) use search_box::SearchBox;
pub(crate) use skeleton::{article_skeleton, list_skeleton, row_skeletons};
pub(crate) use sources::Sources;
pub(crate) use summary::Summary;
pub(crate) use timeline_chart::TimelineChart;
