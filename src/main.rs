//! The viewer as a module of WebAssembly. The script that loads it then opens it: in a page of its
//! own, or in an element of another page.

fn main() {
    reading_room::show_panics();
}
