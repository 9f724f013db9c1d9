//! What system tests need beside themselves, and getting it.

use std::collections::BTreeSet;
use std::env;

use anyhow::{Context as _, Result};

use super::corpora;
use super::environment::Environment;
use super::gate::{Gate, Stopped};
use super::inventory::Test;
use crate::dist;
use crate::project::Project;
use crate::tools::chromium::Browser;
use crate::tools::{Toolbox, axe, blogs};
use crate::viewer;

/// Something that tests need. Later ones are made of earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Need {
    /// Trunk and wasm-bindgen.
    Tools,
    /// Chromium and its driver.
    Browser,
    /// Jekyll and Hugo.
    Blogs,
    /// axe-core.
    Axe,
    /// The viewer as it is published.
    Viewer,
    /// build-index, which carries the viewer if there is one.
    BuildIndex,
    /// The real archives, and their bundles.
    Corpora,
}

use Need::{Axe, Blogs, BuildIndex, Corpora, Tools, Viewer};

const PAGE: &[Need] = &[Need::Browser, Viewer, BuildIndex];

/// The needs of programs and of modules in them. Of several lines that fit a test, all count.
const NEEDS: [(&str, &[Need]); 14] = [
    ("browser", PAGE),
    ("browser::accessibility", &[Axe]),
    ("browser::embed", &[Axe]),
    ("browser::pages", &[Axe]),
    ("browser::pictures", &[Axe]),
    ("browser::smoke", &[Corpora]),
    ("browser::society", &[Corpora]),
    ("corpora", &[BuildIndex, Corpora]),
    ("deploy", PAGE),
    ("deploy::blogs", &[Blogs]),
    ("deploy::trunk_serve", &[Tools]),
    ("oracle", &[BuildIndex]),
    ("oracle::oped2_is_found_exactly", &[Corpora]),
    ("oracle::society_is_found_exactly", &[Corpora]),
];

impl Need {
    /// Everything.
    pub(super) fn all() -> BTreeSet<Need> {
        let all = NEEDS.iter().flat_map(|(_, needs)| needs.iter().copied());
        all.collect()
    }

    /// What some tests need.
    pub(super) fn of(tests: &[Test]) -> BTreeSet<Need> {
        let names = tests.iter().map(Test::to_string);
        names.flat_map(|name| of_name(&name).collect::<Vec<_>>()).collect()
    }
}

fn of_name(name: &str) -> impl Iterator<Item = Need> {
    let fits = move |of: &str| name == of || name.strip_prefix(of).is_some_and(|rest| rest.starts_with("::"));
    NEEDS.iter().filter(move |(of, _)| fits(of)).flat_map(|(_, needs)| needs.iter().copied())
}

/// Gets what is needed, a step for each, and writes down where it is.
pub(super) fn prepare(
    project: &Project,
    gate: &mut Gate,
    needs: &BTreeSet<Need>,
) -> Result<Environment, Stopped> {
    let mut ready = Environment::read(project);
    let needs_tools = |need: &&Need| matches!(need, Tools | Viewer);
    let tools = match needs.iter().find(needs_tools) {
        Some(_) => Some(gate.step("tools", |_| Toolbox::ready(project))?),
        None => None,
    };
    for need in needs {
        match need {
            Tools => {}
            Need::Browser => {
                let browser = gate.step("browser", |_| Browser::ready(project))?;
                ready.set("CHROMEDRIVER", browser.driver);
                ready.set("READING_ROOM_WEBDRIVER", browser.capabilities);
            }
            Blogs => gate.step("blogs", |_| blogs::ready())?,
            Axe => ready.set("READING_ROOM_AXE", gate.step("axe-core", |_| axe::ready(project))?),
            Viewer => {
                let viewer = gate.step("viewer", |_| {
                    let tools = tools.as_ref().context("the viewer is built with the tools")?;
                    viewer::ready(project, tools)
                })?;
                ready.set("READING_ROOM_VIEWER", viewer);
            }
            BuildIndex => {
                let build_index = gate.step("build-index", |_| dist::program(project))?;
                ready.set("READING_ROOM_BUILD_INDEX", build_index);
            }
            Corpora => {
                ready.forget("READING_ROOM_CORPORA");
                let folder = gate.step("real archives", |_| corpora::ready(project))?;
                folder.into_iter().for_each(|folder| ready.set("READING_ROOM_CORPORA", folder));
            }
        }
    }
    gate.step("environment", |_| {
        if let Some(Toolbox { folders, .. }) = &tools {
            let folders = env::join_paths(folders).context("a folder cannot stand in PATH")?;
            ready.set("READING_ROOM_TOOLS", folders);
        }
        ready.write(project)
    })?;
    Ok(ready)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn the_longest_name_adds_to_the_shorter() {
        let check = |name: &str, expected: &[Need]| {
            assert_eq!(of_name(name).collect::<Vec<_>>(), expected, "{name}");
        };
        check("browser::search::articles_come", PAGE);
        check("browser::embed::a", &[PAGE, &[Axe]].concat());
        check("oracle::the_sample_is_found_exactly", &[BuildIndex]);
        check("browsers::a", &[]);
    }

    /// A test that asks for something which its line in the table lacks would pass in the whole gate,
    /// and fail by itself.
    #[test]
    fn files_have_the_needs_that_they_speak_of() {
        let tests = Project::here().unwrap().path("tests");
        let signs = [
            (".axe()", Axe),
            ("::society()", Corpora),
            ("corpora()", Corpora),
            ("program(\"jekyll\")", Blogs),
            ("program(\"trunk\")", Tools),
        ];
        let mut seen = BTreeSet::new();
        for program in ["browser", "corpora", "deploy", "oracle"] {
            for file in fs::read_dir(tests.join(program)).unwrap().flatten().map(|entry| entry.path()) {
                let Some(module) = module(&file, program) else { continue };
                let text = fs::read_to_string(&file).unwrap();
                for (_, need) in signs.iter().filter(|(sign, _)| text.contains(sign)) {
                    let has =
                        NEEDS.iter().filter(|(of, _)| of.starts_with(&module) || module.starts_with(of));
                    assert!(has.flat_map(|(_, needs)| *needs).any(|has| has == need), "{module}: {need:?}");
                    seen.insert(*need);
                }
            }
        }
        assert_eq!(seen.len(), 4, "{seen:?}");
    }

    fn module(file: &Path, program: &str) -> Option<String> {
        let name = file.file_name()?.to_str()?.strip_suffix(".rs")?;
        Some(if name == program { name.to_owned() } else { format!("{program}::{name}") })
    }
}
