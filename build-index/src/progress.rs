//! Progress of the stages of a build, on a terminal only.

use std::fmt::Write;
use std::io::IsTerminal as _;
use std::time::Duration;

use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

/// Shows how far each stage has come.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Progress {
    shown: bool,
}

impl Progress {
    /// Shows progress if standard error is a terminal and nothing speaks against it.
    pub(crate) fn new(quiet: bool) -> Progress {
        Progress { shown: !quiet && std::io::stderr().is_terminal() }
    }

    /// A bar for a stage. Whoever runs the stage adds its steps.
    pub(crate) fn stage(self, name: &'static str) -> ProgressBar {
        let target = if self.shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(0), target);
        let style = ProgressStyle::with_template("{msg:10} [{bar:30}] {human_pos}/{human_len} ({rate}/s)");
        if let Ok(style) = style {
            bar.set_style(style.with_key("rate", write_rate));
        }
        bar.set_message(name);
        if self.shown {
            bar.enable_steady_tick(Duration::from_millis(200));
        }
        bar
    }
}

/// Steps a second, without a fraction.
fn write_rate(state: &ProgressState, out: &mut dyn Write) {
    // A bar that cannot be drawn is no reason to stop.
    let _ = write!(out, "{}", HumanCount(state.per_sec() as u64));
}
