//! What `cargo xtask` builds and finds for the tests: in variables, or else in the file that it wrote when
//! it last got something ready. With the file, `cargo test -p reading-room-tests NAME` needs no variable.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::{Map, Value};

/// The file; `xtask/src/test/environment.rs` writes it.
const FILE: &str = "target/test-environment.json";

/// What every page needs from outside.
pub(crate) struct Environment {
    /// The viewer, built for release.
    pub(crate) viewer: PathBuf,
    /// The driver of the browser.
    pub(crate) chromedriver: PathBuf,
    /// What a session starts with: the browser and its flags.
    pub(crate) capabilities: Map<String, Value>,
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

/// Why what needs the real archives is skipped.
pub const NO_CORPORA: &str = "the real archives are not beside the checkout";

/// The folder with the real archives, and the bundle of each beside it; `None` where there are none.
pub fn corpora() -> Option<PathBuf> {
    known("READING_ROOM_CORPORA").filter(|folder| folder.is_dir())
}

/// The folders of the tools that build the viewer.
pub fn tools() -> Vec<PathBuf> {
    known("READING_ROOM_TOOLS").iter().flat_map(env::split_paths).collect()
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
        }
    }
}

fn needed(name: &str) -> PathBuf {
    match known(name) {
        Some(path) => path,
        None => panic!("{name} is not known: `cargo xtask test --only NAME` gets ready what a test needs"),
    }
}

/// A variable, or what the file has under its name.
fn known(name: &str) -> Option<PathBuf> {
    static WRITTEN: LazyLock<BTreeMap<String, PathBuf>> = LazyLock::new(|| {
        let text = fs::read_to_string(in_checkout(FILE)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    });
    env::var_os(name).map(PathBuf::from).or_else(|| WRITTEN.get(name).cloned())
}
