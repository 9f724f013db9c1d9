//! The viewer as a module of WebAssembly. Whoever loads it opens it: a page of its own, or an element of
//! somebody else's.

fn main() {
    reading_room::show_panics();
}
