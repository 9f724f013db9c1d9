//! A function for each message: what `build.rs` makes of the files in `languages/`.

use crate::loaded::Texts;
use crate::written::Argument;

include!(concat!(env!("OUT_DIR"), "/functions.rs"));
