//! What every page has around it: header, footer, keys, and where the focus goes.

pub(crate) mod focus_on_navigation;
pub(crate) mod footer;
pub(crate) mod header;
pub(crate) mod key_help;
pub(crate) mod language;
pub(crate) mod page_keys;
pub(crate) mod unknown;
