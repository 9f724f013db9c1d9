//! What can be at a place.

mod article;
mod device;
mod list;
mod statistics;
mod unknown;

pub(crate) use article::ArticlePage;
pub(crate) use device::DevicePage;
pub(crate) use list::ListPage;
pub(crate) use statistics::StatisticsPage;
pub(crate) use unknown::UnknownPage;
