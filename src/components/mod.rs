//! The parts of the pages.

mod body;
mod chips;
mod facets;
mod header;
mod icon;
mod list;
mod marked;
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
pub(crate) use chips::Chips;
pub(crate) use facets::Facets;
pub(crate) use header::Header;
pub(crate) use icon::{Icon, icon};
pub(crate) use list::ArticleList;
pub(crate) use marked::marked;
pub(crate) use neighbours::NeighbourLinks;
pub(crate) use notice::{ErrorNotice, Notice};
pub(crate) use place_link::PlaceLink;
pub(crate) use problems::Problems;
pub(crate) use row::{ArticleRow, CardLinks, CardLinksProps};
pub(crate) use search_box::SearchBox;
pub(crate) use skeleton::{ArticleSkeleton, ListSkeleton, RowSkeletons};
pub(crate) use sources::Sources;
pub(crate) use summary::Summary;
pub(crate) use timeline_chart::TimelineChart;
