//! Runs steps one after another, and remembers how each went and how many tests passed.

use std::time::{Duration, Instant};

use anyhow::Result;

use super::tally::Tally;

/// The steps that have run so far.
#[derive(Default)]
pub(super) struct Gate {
    steps: Vec<Step>,
    tally: Tally,
}

/// A step failed and said why; nothing more is to run.
#[derive(Debug)]
pub(super) struct Stopped;

struct Step {
    name: String,
    time: Duration,
    succeeded: bool,
}

impl Gate {
    /// Runs a step, which may count tests.
    pub(super) fn step<T>(
        &mut self,
        name: impl Into<String>,
        step: impl FnOnce(&mut Tally) -> Result<T>,
    ) -> Result<T, Stopped> {
        let name = name.into();
        println!("\n== {name}");
        let start = Instant::now();
        let result = step(&mut self.tally);
        let result = result.map_err(|error| {
            println!("\nerror in {name}: {error:#}");
            Stopped
        });
        self.steps.push(Step { name, time: start.elapsed(), succeeded: result.is_ok() });
        result
    }

    /// Prints a line for each step, the tests that were skipped, then how many tests there were.
    pub(super) fn summarize(&self) {
        println!("\n== summary");
        for Step { name, time, succeeded } in &self.steps {
            let mark = if *succeeded { "ok    " } else { "FAILED" };
            println!("{mark} {:>7.1} s  {name}", time.as_secs_f64());
        }
        for skipped in self.tally.skipped() {
            println!("skipped {skipped}");
        }
        println!("{}", self.tally);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    #[test]
    fn a_step_that_fails_stops_the_gate_and_is_remembered() {
        let mut gate = Gate::default();
        assert_eq!(gate.step("first", |_| Ok(7)).unwrap(), 7);
        let stopped = gate.step("second", |_| -> Result<()> { bail!("broken") });
        assert!(stopped.is_err());
        let went: Vec<_> = gate.steps.iter().map(|step| (step.name.as_str(), step.succeeded)).collect();
        assert_eq!(went, [("first", true), ("second", false)]);
    }
}
