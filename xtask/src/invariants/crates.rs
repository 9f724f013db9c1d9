//! Which packages of the workspace another is made of.

use crate::project::Project;
use crate::workspace::Workspace;

/// What a package must not be made of, whatever lies between.
const APART: [(&str, &[&str]); 10] = [
    // The contract knows neither side.
    ("bundle", &["build-index", "reading-room", "archive", "body", "compile", "markup", "texts"]),
    // What both sides speak and look like knows neither, and texts not what they are put into.
    ("texts", &["build-index", "reading-room", "archive", "body", "compile", "markup"]),
    ("markup", &["build-index", "reading-room", "archive", "body", "compile"]),
    ("reading-room", &["build-index", "archive", "body", "compile", "bundle-folder", "policy"]),
    ("build-index", &["reading-room"]),
    // The layers of build-index.
    ("archive", &["bundle-folder", "compile", "build-index"]),
    ("body", &["archive", "compile", "build-index"]),
    ("compile", &["build-index"]),
    // Measured by its own means, and compiled without what drives a browser.
    ("xtask", &["build-index", "reading-room", "reading-room-tests"]),
    ("reading-room-tests", &["build-index", "reading-room"]),
];

/// The packages that have to be there, or the table says nothing of them.
const THERE: [&str; 3] = ["archive", "body", "compile"];

#[test]
fn packages_that_are_apart_stay_apart() {
    let workspace = Workspace::read(&Project::here().unwrap()).unwrap();
    let mut broken = Vec::new();
    for (package, others) in APART {
        let made_of = workspace.made_of(package);
        let wrong = others.iter().filter(|other| made_of.contains(**other));
        broken.extend(wrong.map(|other| format!("{package} is made of {other}")));
    }
    assert_eq!(broken, [""; 0]);
}

#[test]
fn the_layers_of_build_index_are_packages() {
    let workspace = Workspace::read(&Project::here().unwrap()).unwrap();
    let missing: Vec<_> = THERE.into_iter().filter(|name| workspace.folder(name).is_none()).collect();
    assert_eq!(missing, [""; 0]);
}
