//! The built viewer: the one that this program carries, or one in a folder.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use include_dir::{Dir, include_dir};
use walkdir::WalkDir;

use crate::address::BUNDLE;
use crate::site::files::{Files, PAGE};

/// What `READING_ROOM_VIEWER_DIR` named when this program was compiled (see build.rs); empty
/// otherwise.
static CARRIED: Dir<'_> = include_dir!("$OUT_DIR/viewer");

/// The files of a viewer.
pub(super) struct Viewer(Files);

impl Viewer {
    /// The viewer in a folder, or the one that this program carries.
    pub(super) fn load(folder: Option<&Path>) -> Result<Viewer> {
        match folder {
            Some(folder) => Viewer::in_folder(folder),
            None => Viewer::carried(),
        }
    }

    fn carried() -> Result<Viewer> {
        let mut files = Files::new();
        collect(&CARRIED, &mut files);
        if files.is_empty() {
            bail!(
                "this build-index carries no viewer: make one that does with `cargo xtask dist`, or name the \
                 folder of a built viewer with --viewer DIR"
            );
        }
        Ok(Viewer(files))
    }

    fn in_folder(folder: &Path) -> Result<Viewer> {
        let mut files = Files::new();
        let is_bundle = |path: &Path| path.strip_prefix(folder).is_ok_and(|path| path.starts_with(BUNDLE));
        let entries = WalkDir::new(folder).into_iter().filter_entry(|entry| !is_bundle(entry.path()));
        for entry in entries {
            let entry = entry.with_context(|| format!("cannot read the viewer in {}", folder.display()))?;
            let Ok(path) = entry.path().strip_prefix(folder) else { continue };
            if entry.file_type().is_file() {
                let bytes = std::fs::read(entry.path())
                    .with_context(|| format!("cannot read {}", entry.path().display()))?;
                files.insert(with_slashes(path), bytes);
            }
        }
        if !files.contains_key(PAGE) {
            bail!(
                "{} has no {PAGE}, so it is no built viewer; build one with `trunk build --release`",
                folder.display()
            );
        }
        Ok(Viewer(files))
    }

    /// Its files by their paths.
    pub(super) fn into_files(self) -> Files {
        self.0
    }
}

fn collect(folder: &Dir<'_>, files: &mut Files) {
    files.extend(folder.files().map(|file| (with_slashes(file.path()), file.contents().to_vec())));
    folder.dirs().for_each(|folder| collect(folder, files));
}

/// A path as addresses write it.
fn with_slashes(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_a_page_is_no_viewer() {
        let dir = tempfile::tempdir().unwrap();
        let error = Viewer::load(Some(dir.path())).err().unwrap().to_string();
        assert!(error.contains("index.html") && error.contains(dir.path().to_str().unwrap()), "{error}");
        std::fs::write(dir.path().join(PAGE), "page").unwrap();
        std::fs::create_dir_all(dir.path().join("bundle/bodies")).unwrap();
        std::fs::write(dir.path().join("bundle/bodies/a"), "").unwrap();
        std::fs::create_dir(dir.path().join("part")).unwrap();
        std::fs::write(dir.path().join("part/b.js"), "").unwrap();
        let files = Viewer::load(Some(dir.path())).unwrap().into_files();
        assert_eq!(files.keys().collect::<Vec<_>>(), ["index.html", "part/b.js"]);
    }
}
