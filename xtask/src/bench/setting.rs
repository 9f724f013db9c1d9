//! When, where and with what results were measured.

use std::env;
use std::fmt;
use std::fs;
use std::thread::available_parallelism;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::contender::PAGEFIND;
use super::sample::Unit;
use crate::project::Project;
use crate::run::Call;

/// When, where and with what results were measured.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Setting {
    date: String,
    cores: usize,
    cpu: String,
    memory_bytes: Option<u64>,
    commit: String,
    rustc: String,
    command: String,
}

impl Setting {
    /// This moment, machine and checkout.
    pub(super) fn here(project: &Project) -> Self {
        let arguments = env::args().skip(1);
        let commit = Call::new("git").dir(project.root()).args(["describe", "--always", "--dirty"]).ask();
        Self {
            date: Timestamp::now().strftime("%Y-%m-%d %H:%M UTC").to_string(),
            cores: available_parallelism().map_or(1, usize::from),
            cpu: proc_value("cpuinfo", "model name").unwrap_or_else(unknown),
            memory_bytes: proc_value("meminfo", "MemTotal").and_then(|value| kilobytes(&value)),
            commit: commit.map_or_else(unknown, |answer| answer.trim().to_owned()),
            rustc: Call::new("rustc")
                .arg("--version")
                .ask()
                .map_or_else(unknown, |answer| answer.trim().to_owned()),
            command: ["cargo xtask".to_owned()].into_iter().chain(arguments).collect::<Vec<_>>().join(" "),
        }
    }
}

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Setting { date, cores, cpu, memory_bytes, commit, rustc, command } = self;
        let memory = memory_bytes.map_or_else(unknown, |bytes| Unit::Bytes.show(bytes as f64));
        write!(
            f,
            "{date}; {cores} cores ({cpu}), {memory} of memory; Reading Room {commit}, {rustc}, \
             Pagefind {PAGEFIND} extended; `{command}`"
        )
    }
}

fn unknown() -> String {
    "unknown".to_owned()
}

/// The first value of that name in a file of Linux's /proc; other systems have none.
fn proc_value(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(format!("/proc/{file}")).ok()?;
    value_of(&text, name)
}

fn value_of(text: &str, name: &str) -> Option<String> {
    let mut lines = text.lines().filter_map(|line| line.split_once(':'));
    lines.find(|(known, _)| known.trim() == name).map(|(_, value)| value.trim().to_owned())
}

fn kilobytes(value: &str) -> Option<u64> {
    Some(value.strip_suffix(" kB")?.parse::<u64>().ok()? * 1_024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_the_machine_are_found() {
        let text = "processor\t: 0\nmodel name\t: A: fast one\nMemTotal:       24000000 kB\n";
        assert_eq!(value_of(text, "model name").as_deref(), Some("A: fast one"));
        assert_eq!(value_of(text, "MemTotal").and_then(|value| kilobytes(&value)), Some(24_576_000_000));
        assert_eq!(value_of(text, "MemFree"), None);
    }
}
