//! Prints all tests, so that one finds the name to give to `--only`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::inventory::{Inventory, Kind, Test};

/// Prints each test below its module, those of a program together, those of a kind together.
pub(super) fn print(inventory: &Inventory) {
    for kind in Kind::ALL {
        let tests: Vec<&Test> = inventory.tests().iter().filter(|test| test.kind == kind).collect();
        println!("{}: {} tests", kind.name(), tests.len());
        println!("{}", listed(&tests));
    }
}

fn listed(tests: &[&Test]) -> String {
    let mut modules: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for test in tests {
        let whole = test.to_string();
        let path: Vec<&str> = whole.split("::").collect();
        let Some((name, module)) = path.split_last() else { continue };
        // A module `tests` says nothing that the one around it does not say.
        let module = module.strip_suffix(&["tests"]).unwrap_or(module);
        modules.entry(module.join("::")).or_default().push((*name).to_owned());
    }
    let mut text = String::new();
    for (module, names) in modules {
        let _ = writeln!(text, "  {module}");
        for name in names {
            let _ = writeln!(text, "    {name}");
        }
    }
    text
}
