//! The long forms of the proofs that the gate runs a short form of: everything that draws at random.

use super::gate::{Gate, Stopped};
use super::needs::{self, Need};
use super::steps::{count, tests_of_workspace};
use crate::project::Project;

/// Tells tests to draw more, from other seeds. `tests/src/proof.rs` says how much that is.
const PROVE: &str = "READING_ROOM_PROVE";
/// How often proptest tries each property, which is 256 times without this.
const CASES: (&str, &str) = ("PROPTEST_CASES", "20000");

/// Runs them.
pub(super) fn run(project: &Project, gate: &mut Gate) -> Result<(), Stopped> {
    gate.step("properties", |tally| {
        let call = tests_of_workspace(project.root()).args(["--lib", "--bins"]);
        count(project, call.env(CASES.0, CASES.1).env(PROVE, "1"), tally)
    })?;
    needs::prepare(project, gate, &[Need::BuildIndex, Need::Corpora].into())?;
    gate.step("oracle", |tally| {
        let call = tests_of_workspace(project.root()).args(["--test", "oracle"]);
        count(project, call.env(PROVE, "1").args(["--", "--nocapture"]), tally)
    })
}
