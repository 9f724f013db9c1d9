//! What `cargo xtask test` and `bench` build and find, handed over in variables.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::{Map, Value};

/// What every page needs from outside.
pub(crate) struct Environment {
    /// The viewer, built for release.
    pub(crate) viewer: PathBuf,
    /// The driver of the browser.
    pub(crate) chromedriver: PathBuf,
    /// What a session starts with: the browser and its flags.
    pub(crate) capabilities: Map<String, Value>,
    /// The bundle of a real archive, where there is one.
    pub(crate) society: Option<PathBuf>,
}

/// The environment, read once.
pub(crate) fn environment() -> &'static Environment {
    static ENVIRONMENT: LazyLock<Environment> = LazyLock::new(Environment::read);
    &ENVIRONMENT
}

/// The compiler of archives, which only tests that compile one need.
pub fn build_index() -> PathBuf {
    needed("READING_ROOM_BUILD_INDEX")
}

/// axe-core's script, which only tests of accessibility need.
pub(crate) fn axe() -> PathBuf {
    needed("READING_ROOM_AXE")
}

/// The folder of the viewer, built for release.
pub fn viewer() -> &'static Path {
    &environment().viewer
}

/// A file or folder of the checkout.
pub fn in_checkout(path: impl AsRef<Path>) -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("tests lies in the checkout").join(path)
}

impl Environment {
    fn read() -> Self {
        let webdriver = needed("READING_ROOM_WEBDRIVER");
        let text = fs::read_to_string(&webdriver).expect("the capabilities can be read");
        Self {
            viewer: needed("READING_ROOM_VIEWER"),
            chromedriver: needed("CHROMEDRIVER"),
            capabilities: serde_json::from_str(&text).expect("the capabilities are a JSON object"),
            society: env::var_os("READING_ROOM_SOCIETY").map(PathBuf::from),
        }
    }
}

fn needed(name: &str) -> PathBuf {
    match env::var_os(name) {
        Some(path) => path.into(),
        None => panic!("{name} is not set: run the browser tests with `cargo xtask test`"),
    }
}
