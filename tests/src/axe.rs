//! What keeps people from using a page, as far as axe-core can tell.

use std::fs;
use std::sync::LazyLock;

use serde_json::json;

use crate::environment::axe;
use crate::page::Page;

/// The rules that a page is held to: WCAG 2.2, levels A and AA, and good practice.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// Runs axe and keeps of each fault the rule and the elements.
const RUN: &str = "return axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] })\
    .then(found => found.violations.map(({ id, help, nodes }) =>\
    `${id}: ${help}` + nodes.slice(0, 5).map(node => `\\n    ${node.target.join(' ')}  ${node.html.slice(0, 160)}\\n        ` +\
    node.failureSummary.split('\\n').slice(1, 3).map(line => line.trim()).join(' ')).join('')))";

impl Page {
    /// The rules that the page breaks as it is now, each with the elements that do.
    pub async fn axe(&self) -> Vec<String> {
        static SCRIPT: LazyLock<String> =
            LazyLock::new(|| fs::read_to_string(axe()).expect("axe-core can be read"));
        if self.eval("return typeof axe").await == json!("undefined") {
            // The policy of the page forbids it to evaluate text, but not to its inspector.
            self.devtools("Runtime.evaluate", json!({ "expression": *SCRIPT })).await;
        }
        let faults = self.call(RUN, vec![json!(RULES)]).await;
        let faults = faults.as_array().expect("axe says what it found");
        faults.iter().map(|fault| fault.as_str().expect("a fault is a text").to_owned()).collect()
    }
}
