//! The viewer as a module of WebAssembly. The script that loads it then opens it: in a page of its
//! own, or in an element of another page.

use reading_room as _;

fn main() {}
