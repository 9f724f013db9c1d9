//! Files that have their name only once they are complete, in a folder that one build at a time
//! writes to.

use std::fs::{File, TryLockError};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use anyhow::{Error, Result, anyhow, bail};

/// What the name of a file begins with until it is complete.
pub(crate) const UNFINISHED: &str = ".unfinished-";

/// Writes a file that has its name only once it is complete.
///
/// # Errors
/// What the system says.
pub fn write_file(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    let mut file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
    file.write_all(bytes)?;
    make_readable(file.as_file())?;
    file.persist(path)?;
    Ok(())
}

/// An error with what can be done about it, where that is known.
pub fn with_remedy(error: Error) -> Error {
    let kind = error.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
    let remedy = match kind {
        Some(ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => "make room and build again",
        Some(ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => {
            "choose another folder with --out, or let this one be written to"
        }
        Some(ErrorKind::NotADirectory | ErrorKind::IsADirectory | ErrorKind::AlreadyExists) => {
            "remove what stands in its way, or choose another folder with --out"
        }
        _ => return error,
    };
    anyhow!("{error:#}; {remedy}. A bundle that was there is as it was")
}

/// Whether a file was left unfinished by a build that was stopped.
pub(crate) fn is_unfinished(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(UNFINISHED))
}

/// Locks a folder against other builds, where the system can do that.
///
/// # Errors
/// If another build is writing to it.
pub fn lock(dir: &Path) -> Result<Option<File>> {
    let Ok(folder) = File::open(dir) else { return Ok(None) };
    match folder.try_lock() {
        Err(TryLockError::WouldBlock) => {
            bail!("another build is writing to {}; wait until it is done", dir.display())
        }
        _ => Ok(Some(folder)),
    }
}

/// Temporary files can be read by their owner only; a web server must be able to read this one.
fn make_readable(file: &std::fs::File) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        file.set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    let _ = file;
    Ok(())
}
