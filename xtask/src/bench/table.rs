//! Markdown tables.

use comfy_table::presets::ASCII_MARKDOWN;
use comfy_table::{CellAlignment, Table};

/// A table whose first column names the rows; the others stand to the right, as numbers do.
pub(super) fn markdown<const N: usize>(head: [&str; N], rows: Vec<[String; N]>) -> String {
    let mut table = Table::new();
    table.load_style(ASCII_MARKDOWN).set_header(head).add_rows(rows);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned() {
        let rows = [["wall", "1.5 s"], ["文件", "2,841"]].map(|row| row.map(str::to_owned));
        assert_eq!(
            markdown(["", "ours"], rows.into()),
            "|      |  ours |\n\
             |------|-------|\n\
             | wall | 1.5 s |\n\
             | 文件 | 2,841 |"
        );
    }
}
