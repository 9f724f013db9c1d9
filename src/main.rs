//! Starts the viewer in the page.

fn main() {
    reading_room::start();
}
