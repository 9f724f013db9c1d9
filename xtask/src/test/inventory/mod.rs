//! All tests of the project, read from its sources: nothing is compiled to list them or to find those
//! that a name means.

mod names;
mod programs;

use std::collections::BTreeSet;
use std::fmt;

use anyhow::{Result, bail};
use proc_macro2::TokenStream;

use crate::project::Project;
use crate::rust_source::{self, Attributes, Item, ItemKind};
pub(super) use programs::{Program, Target};

/// All tests.
pub(crate) struct Inventory {
    tests: Vec<Test>,
}

/// A test.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Test {
    pub(crate) kind: Kind,
    pub(crate) program: Program,
    /// Its name in the program: `search::articles_come_as_one_types`.
    pub(crate) name: String,
}

/// Where tests run, which says what they need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// As a program on this machine.
    Native,
    /// As WebAssembly in a browser.
    Wasm,
    /// On this machine, with what the project builds: a viewer in a browser, build-index.
    System,
}

impl Inventory {
    /// Reads the sources.
    pub(crate) fn read(project: &Project) -> Result<Self> {
        let mut tests = Vec::new();
        for (program, root) in programs::all(project)? {
            for file in rust_source::files(&root)? {
                collect(file.tokens, &file.module, &program, &mut tests);
            }
        }
        tests.sort();
        Ok(Self { tests })
    }

    /// All of them, by kind and program.
    pub(crate) fn tests(&self) -> &[Test] {
        &self.tests
    }

    /// Those that one of the names means; an error that offers near names where one means none.
    pub(crate) fn named(&self, names: &[String]) -> Result<Vec<Test>> {
        let mut found = BTreeSet::new();
        for name in names {
            let meant = names::meant(&self.tests, name);
            if meant.is_empty() {
                bail!("{}", names::unknown(&self.tests, name));
            }
            found.extend(meant.into_iter().cloned());
        }
        Ok(found.into_iter().collect())
    }

    /// Whether these are all tests of a program.
    pub(crate) fn is_all_of(&self, program: &Program, kind: Kind, tests: &[Test]) -> bool {
        let of = |test: &&Test| test.program == *program && test.kind == kind;
        self.tests.iter().filter(of).count() == tests.iter().filter(of).count()
    }
}

impl Test {
    /// The parts of its whole name: package, program where it is one of several, modules, function.
    pub(crate) fn path(&self) -> Vec<&str> {
        let program = self.program.target.test_name();
        [self.program.package.as_str()].into_iter().chain(program).chain(self.name.split("::")).collect()
    }
}

impl Kind {
    /// All kinds.
    pub(crate) const ALL: [Kind; 3] = [Kind::Native, Kind::Wasm, Kind::System];

    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Native => "native",
            Kind::Wasm => "wasm",
            Kind::System => "system",
        }
    }
}

impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path();
        // What system tests are of says their program.
        let shown = if self.kind == Kind::System { &path[1..] } else { &path[..] };
        f.write_str(&shown.join("::"))
    }
}

/// Adds the tests that tokens of a module declare.
fn collect(tokens: TokenStream, module: &[String], program: &Program, tests: &mut Vec<Test>) {
    for Item { attributes, kind } in rust_source::items(tokens) {
        match kind {
            ItemKind::Function(name) => {
                let name = [module, &[name]].concat().join("::");
                let kind = kind_of(&attributes, program);
                tests.extend(kind.map(|kind| Test { kind, program: program.clone(), name }));
            }
            ItemKind::Module(name, Some(tokens)) => {
                collect(tokens, &[module, &[name]].concat(), program, tests);
            }
            ItemKind::Module(_, None) => {}
            ItemKind::Block(tokens) => collect(tokens, module, program, tests),
        }
    }
}

/// What kind of test a function with these attributes is, if it is one.
fn kind_of(attributes: &Attributes, program: &Program) -> Option<Kind> {
    if attributes.has("wasm_bindgen_test") {
        return Some(Kind::Wasm);
    }
    let kind = if program.is_of_the_whole() { Kind::System } else { Kind::Native };
    attributes.has("test").then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inventory() -> Inventory {
        Inventory::read(&Project::here().unwrap()).unwrap()
    }

    #[test]
    fn every_kind_has_tests_and_one_is_found_by_its_whole_name() {
        let inventory = inventory();
        for kind in Kind::ALL {
            let test = inventory.tests.iter().find(|test| test.kind == kind).unwrap();
            assert_eq!(inventory.named(&[test.to_string()]).unwrap(), std::slice::from_ref(test));
        }
    }

    #[test]
    fn a_name_means_a_kind_a_package_a_program_a_module_or_a_test() {
        let inventory = inventory();
        let check = |name: &str, expected: &dyn Fn(&Test) -> bool| {
            let found = inventory.named(&[name.to_owned()]).unwrap();
            let all: Vec<_> = inventory.tests.iter().filter(|test| expected(test)).cloned().collect();
            assert_eq!(found, all, "{name}");
            assert!(!found.is_empty(), "{name}");
        };
        check("wasm", &|test| test.kind == Kind::Wasm);
        check("xtask", &|test| test.program.package == "xtask");
        check("oracle", &|test| test.program.target == Target::Test("oracle".to_owned()));
        let of_browser = |test: &Test| test.program.target == Target::Test("browser".to_owned());
        check("browser::search", &|test| of_browser(test) && test.name.starts_with("search::"));
        check("the_real_archive_opens", &|test| test.name == "smoke::the_real_archive_opens");
        // No name of anything, but a part of one.
        check("real_archive_open", &|test| test.name == "smoke::the_real_archive_opens");
    }

    #[test]
    fn near_names_are_offered_for_one_that_means_nothing() {
        let error = inventory().named(&["orcale".to_owned()]).unwrap_err().to_string();
        assert!(error.contains("oracle"), "{error}");
    }
}
