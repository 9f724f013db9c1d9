//! What has happened to a file.

use bundle::format::FORMAT;

use crate::model::load_error::LoadError;
use crate::words::Words;

impl Words {
    /// What has happened to a file, and what a reader or keeper can do.
    pub(crate) fn load_error(&self, error: &LoadError) -> String {
        match error {
            LoadError::Missing { file } => self.load_error_missing(file),
            LoadError::Network { file, cause } => self.load_error_network(file, cause),
            LoadError::Status { file, status } => self.load_error_status(file, &status.to_string()),
            LoadError::Damaged { file, cause } => self.load_error_damaged(file, cause),
            LoadError::Version { file, found } => {
                self.load_error_version(file, &found.to_string(), &FORMAT.to_string())
            }
            LoadError::Module { module } => self.load_error_part(module),
            LoadError::NoDecompression { file } => self.load_error_no_decompression(file),
        }
    }
}
