//! Calls a build again whenever the archive changes, for `build --watch` and `serve`.

use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use notify::{Event, RecursiveMode, Watcher as _};

use crate::settings::Settings;

/// Changes come in bursts: a build waits until there was none for so long,
const QUIET: Duration = Duration::from_millis(200);
/// but no longer than this.
const PATIENCE: Duration = Duration::from_secs(5);

/// Which of several builds of an archive it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    First,
    Later,
}

/// Calls `build` now and after each change, until the program is interrupted. It gives whether it
/// wrote anything, and the settings that it was made with, where they can be read.
pub(crate) fn after_each_change(
    archive: &Path,
    mut build: impl FnMut(Turn) -> (Result<bool>, Option<Settings>),
) -> Result<()> {
    let cannot = || format!("cannot watch {}", archive.display());
    let folder = archive.canonicalize().with_context(cannot)?;
    let (sender, changes) = channel();
    // Reading the archive makes an event for each post, too.
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if event.as_ref().map_or(true, |event| !event.kind.is_access()) {
            // The receiver is gone only when the program ends.
            let _ = sender.send(event);
        }
    })
    .with_context(cannot)?;
    watcher.watch(&folder, RecursiveMode::Recursive).with_context(cannot)?;
    let mut turn = Turn::First;
    loop {
        let (wrote, settings) = build(turn);
        let wrote = wrote.unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            false
        });
        turn = Turn::Later;
        Watched::of(&folder, settings.as_ref(), wrote).wait(&changes)?;
    }
}

/// Which events mean that the archive changed.
struct Watched<'a> {
    folder: &'a Path,
    /// What a build writes itself, which may lie in the archive.
    made: Vec<PathBuf>,
    /// Whether to build again when the system says that events were lost. Reading a large archive can
    /// itself cause more events than the system keeps; so after a build that wrote nothing, only a
    /// change that is named counts.
    believes_in_losses: bool,
}

impl Watched<'_> {
    fn of<'a>(folder: &'a Path, settings: Option<&Settings>, wrote: bool) -> Watched<'a> {
        let made =
            settings.into_iter().flat_map(|settings| [settings.out().ok(), settings.report.as_deref()]);
        Watched { folder, made: made.flatten().map(full).collect(), believes_in_losses: wrote }
    }

    /// Waits for a change, and until there are no more.
    fn wait(&self, changes: &Receiver<notify::Result<Event>>) -> Result<()> {
        while !self.is_change(&changes.recv()?) {}
        let start = Instant::now();
        while start.elapsed() < PATIENCE && changes.recv_timeout(QUIET).is_ok() {}
        Ok(())
    }

    fn is_change(&self, event: &notify::Result<Event>) -> bool {
        match event {
            Ok(event) if event.need_rescan() => self.believes_in_losses,
            Ok(event) => event.paths.iter().any(|path| self.is_of_archive(path)),
            Err(error) => {
                eprintln!("warning: changes may go unnoticed: {error}");
                false
            }
        }
    }

    /// Whether a path is in the archive, is not hidden, as `.git` and what editors keep to
    /// themselves, and is nothing that a build writes.
    fn is_of_archive(&self, path: &Path) -> bool {
        let Ok(below) = path.strip_prefix(self.folder) else { return false };
        let is_hidden = |part: Component<'_>| part.as_os_str().to_string_lossy().starts_with('.');
        !below.components().any(is_hidden) && !self.made.iter().any(|made| path.starts_with(made))
    }
}

/// The path as events name it.
fn full(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts_as_a_change() {
        let watched = Watched {
            folder: Path::new("/site"),
            made: vec!["/site/bundle".into(), "/site/report.json".into()],
            believes_in_losses: true,
        };
        let check = |path: &str, expected: bool| {
            let event = Event::new(notify::EventKind::Any).add_path(path.into());
            assert_eq!(watched.is_change(&Ok(event)), expected, "{path}");
        };
        check("/site/_posts/2020-01-01-a.md", true);
        check("/site/_posts/bundle/a.md", true);
        check("/site/reading-room.toml", true);
        check("/site/bundles", true);
        check("/site/bundle/manifest.json", false);
        check("/site/report.json", false);
        check("/site/.git/index", false);
        check("/site/_posts/.a.md.swp", false);
        check("/elsewhere/a.md", false);
    }
}
