//! Lists as files.

use crate::model::export_format::Format;
use crate::words::Words;

impl Words {
    /// What a format is for.
    pub(crate) fn export_purpose(&self, format: Format) -> &'static str {
        match format {
            Format::Csv => self.export_for_csv(),
            Format::Json => self.export_for_json(),
            Format::Markdown => self.export_for_markdown(),
            Format::Bibtex => self.export_for_bibtex(),
        }
    }
}
