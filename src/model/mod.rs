//! Plain types that several rooms, and the texts, name. They know nothing of the browser, of Yew or of the
//! rest of the viewer.

pub(crate) mod choices;
pub(crate) mod device_file;
pub(crate) mod effect;
pub(crate) mod embedded;
pub(crate) mod export_format;
pub(crate) mod handed;
pub(crate) mod keymap;
pub(crate) mod load_error;
pub(crate) mod measure;
pub(crate) mod piece;
