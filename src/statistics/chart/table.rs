//! The numbers behind a chart, as a table.

/// The numbers behind a chart, for those who want to read or keep them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Table {
    /// What is in each column.
    pub(crate) columns: Vec<String>,
    /// Cells, as many as there are columns.
    pub(crate) rows: Vec<Vec<String>>,
}
