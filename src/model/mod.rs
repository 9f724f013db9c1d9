//! TODO

pub(crate) mod choices;
pub(crate) mod device_file;
pub(crate) mod embedded;
pub(crate) mod export_format;
pub(crate) mod load_error;
pub(crate) mod measure;
