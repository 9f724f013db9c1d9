//! The formats of files that other programs read.

/// A format of articles in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
    /// For notes.
    Markdown,
    /// For works that cite.
    Bibtex,
}

impl Format {
    /// All of them, as they are offered.
    pub(crate) const ALL: [Format; 4] = [Format::Csv, Format::Json, Format::Markdown, Format::Bibtex];

    /// What it calls itself.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Format::Csv => "CSV",
            Format::Json => "JSON",
            Format::Markdown => "Markdown",
            Format::Bibtex => "BibTeX",
        }
    }

    /// What the names of its files end with.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Markdown => "md",
            Format::Bibtex => "bib",
        }
    }

    /// What its files are.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv;charset=utf-8",
            Format::Json => "application/json",
            Format::Markdown => "text/markdown;charset=utf-8",
            Format::Bibtex => "application/x-bibtex;charset=utf-8",
        }
    }
}
