//! CSV as RFC 4180 has it, for spreadsheets.

use crate::export::record::Record;

/// What a file begins with. Without the byte order mark, spreadsheets take Chinese for something else.
pub(crate) const HEAD: &str = "\u{feff}title,author,date,categories,tags,original,address\r\n";

/// An article, in a row.
pub(crate) fn article(record: &Record) -> String {
    let several = |values: &[String]| values.join("; ");
    csv_row(&[
        record.title.clone(),
        record.author.clone(),
        record.date.clone(),
        several(&record.categories),
        several(&record.tags),
        record.original.clone(),
        record.address.clone(),
    ])
}

/// A row.
pub(crate) fn csv_row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    format!("{}\r\n", cells.join(","))
}

fn cell(text: &str) -> String {
    // A spreadsheet would calculate what begins like a formula, and a formula may send away what
    // stands in other cells.
    let guard =
        if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) { "'" } else { "" };
    let text = format!("{guard}{text}");
    let is_plain = !text.contains([',', '"', '\r', '\n']) && text.trim() == text;
    if is_plain { text } else { format!("\"{}\"", text.replace('"', "\"\"")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::record::tests::titled;

    fn check(text: &str, expected: &str) {
        assert_eq!(cell(text), expected, "{text:?}");
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        check("", "");
        check("茶，纸", "茶，纸");
        check("tea, paper", "\"tea, paper\"");
        check("\"N\" | \"S\"", "\"\"\"N\"\" | \"\"S\"\"\"");
        check("a\r\nb", "\"a\r\nb\"");
        check(" a", "\" a\"");
    }

    #[test]
    fn nothing_is_a_formula() {
        check("=1+1", "'=1+1");
        check("-3 at night", "'-3 at night");
        check("@SUM(A1)", "'@SUM(A1)");
        check("\t=1", "'\t=1");
        check("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
        check("＝1", "'＝1");
        check("1-1", "1-1");
    }

    #[test]
    fn a_row_is_a_line() {
        let row = article(&titled("茶"));
        assert_eq!(
            row,
            "茶,\"渡口, 甲\",2023-11-10T13:19:11Z,茶事; A & B,,https://example.org/a_b?c=1&d,\
             https://example.net/#/article/2023-11-10/k3j2m\r\n"
        );
    }
}
