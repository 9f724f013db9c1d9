//! The page that shows what the device remembers, and all that can be done with it.

mod articles;
mod data;
pub(crate) mod device_page;
mod file;
mod searches;
mod section;
