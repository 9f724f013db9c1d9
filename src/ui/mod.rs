//! feature, the loader or the device.

pub(crate) mod click;
pub(crate) mod composition;
pub(crate) mod copy_button;
pub(crate) mod in_view;
pub(crate) mod keyboard;
pub(crate) mod marked;
pub(crate) mod modal;
pub(crate) mod notice;
pub(crate) mod skeleton;
pub(crate) mod width;
