//! What a reader has set, and the storage of the browser where settings are kept.

pub(crate) mod language;
pub(crate) mod provider;
pub(crate) mod storage;
