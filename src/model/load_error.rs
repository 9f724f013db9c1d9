//! Why a file of the bundle could not be loaded.

use bundle::format::FormatError;

/// Why a file of the bundle could not be loaded. Each names the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum LoadError {
    /// The host has no such file.
    #[error("{file} does not exist")]
    Missing {
        /// The file, relative to the page.
        file: String,
    },
    /// No answer, or one that broke off.
    #[error("{file} could not be fetched: {cause}")]
    Network {
        /// The file, relative to the page.
        file: String,
        /// What the browser says.
        cause: String,
    },
    /// The host answered, but not with the file.
    #[error("{file}: the host answered with status {status}")]
    Status {
        /// The file, relative to the page.
        file: String,
        /// The status.
        status: u16,
    },
    /// The file is not what it should be.
    #[error("{file} is damaged: {cause}")]
    Damaged {
        /// The file, relative to the page.
        file: String,
        /// What is wrong with it.
        cause: String,
    },
    /// The bundle is of a version that this viewer does not know.
    #[error("{file} is of format version {found}")]
    Version {
        /// The file, relative to the page.
        file: String,
        /// The version that it states.
        found: u32,
    },
    /// A module of the viewer did not load.
    #[cfg_attr(not(feature = "split"), expect(dead_code, reason = "every module is there"))]
    #[error("the viewer's module {module} could not be loaded")]
    Module {
        /// What the name of its file begins with.
        module: &'static str,
    },
    /// The browser has no `DecompressionStream`.
    #[error("{file} is compressed, and this browser cannot decompress it")]
    NoDecompression {
        /// The file, relative to the page.
        file: String,
    },
}

impl LoadError {
    /// What [`FormatError`] says of a file.
    pub(crate) fn of_format(file: String, error: FormatError) -> LoadError {
        match error {
            FormatError::Version { found } => LoadError::Version { file, found },
            FormatError::Damaged(cause) => LoadError::Damaged { file, cause },
        }
    }
}
