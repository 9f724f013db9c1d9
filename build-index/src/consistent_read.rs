//! Reading a bundle that a build replaces meanwhile, as one that watches its archive does.

use std::path::Path;

use anyhow::Result;
use bundle::format::Manifest;
use bundle_folder::{BundleFolder, BundleFolderError};

/// How often a bundle is read before a change during each reading is accepted.
const READINGS: usize = 5;

/// Reads the bundle in `dir` so that all files are of one build: `read` is called again when the
/// manifest has changed meanwhile, because the build that did so removes the files of the one before.
///
/// # Errors
/// Those of `read`, and when there is no bundle. A bundle that changes during each reading gives the
/// result of the last.
pub(crate) fn consistent_read<T>(dir: &Path, mut read: impl FnMut() -> Result<T>) -> Result<T> {
    for _ in 1..READINGS {
        let before = manifest(dir)?;
        let result = read();
        if manifest(dir)? == before {
            return result;
        }
    }
    read()
}

fn manifest(dir: &Path) -> Result<Manifest, BundleFolderError> {
    BundleFolder::open(dir).map(|(_, manifest)| manifest)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::fs;

    use anyhow::bail;
    use bundle::format::{FORMAT, MANIFEST};

    use super::*;

    fn write_manifest(dir: &Path, generator: &str) {
        let manifest = Manifest { format: FORMAT, generator: generator.to_owned(), ..Manifest::default() };
        fs::write(dir.join(MANIFEST), manifest.encode().unwrap()).unwrap();
    }

    /// How often a bundle is read that a build replaces during the first `replaced` readings, and
    /// what comes of it: the files are gone in these.
    fn readings(replaced: u32) -> (u32, Result<u32>) {
        let dir = tempfile::tempdir().unwrap();
        write_manifest(dir.path(), "at first");
        let mut readings = 0;
        let result = consistent_read(dir.path(), || {
            readings += 1;
            if readings <= replaced {
                write_manifest(dir.path(), &readings.to_string());
                bail!("a file is gone");
            }
            Ok(readings)
        });
        (readings, result)
    }

    #[test]
    fn a_bundle_that_was_replaced_is_read_again() {
        assert_eq!(readings(0).1.unwrap(), 1);
        assert_eq!(readings(1).1.unwrap(), 2);
        let (times, result) = readings(u32::MAX);
        assert_eq!((times as usize, result.unwrap_err().to_string()), (READINGS, "a file is gone".into()));
    }

    #[test]
    fn what_fails_with_the_bundle_in_place_fails_at_once() {
        let dir = tempfile::tempdir().unwrap();
        write_manifest(dir.path(), "at first");
        let mut readings = 0;
        let result: Result<()> = consistent_read(dir.path(), || {
            readings += 1;
            bail!("damaged")
        });
        assert_eq!((readings, result.unwrap_err().to_string()), (1, "damaged".into()));
    }
}
