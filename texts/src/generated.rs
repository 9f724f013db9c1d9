//! What `build.rs` makes of the files in `languages/`.

use crate::language::Language;
use crate::loaded::Texts;
use crate::written::Argument;

include!(concat!(env!("OUT_DIR"), "/functions.rs"));
