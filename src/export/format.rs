//! Articles in the formats of other programs. Pure: gathering the articles and saving the file is up to
//! others.

use crate::export::record::Record;
use crate::export::{bibtex, csv, json, markdown};
use crate::model::export_format::Format;

/// What stands before the first article, between any two, and after the last.
pub(crate) fn frame(format: Format) -> [&'static str; 3] {
    match format {
        Format::Csv => [csv::HEAD, "", ""],
        Format::Json => ["[\n", ",\n", "\n]\n"],
        Format::Markdown => ["", "", ""],
        Format::Bibtex => ["", "\n", ""],
    }
}

/// An article.
pub(crate) fn article(format: Format, record: &Record) -> String {
    match format {
        Format::Csv => csv::article(record),
        Format::Json => json::article(record),
        Format::Markdown => markdown::article(record),
        Format::Bibtex => bibtex::article(record),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::record::tests::titled;

    #[test]
    fn every_format_has_every_article() {
        for format in Format::ALL {
            let article = article(format, &titled("潮汐表怎么读？"));
            assert!(article.contains("潮汐表怎么读？") && article.contains("渡口"), "{format:?}: {article}");
            assert!(
                article.contains("https://example.net/#/article/2023-11-10/k3j2m"),
                "{format:?}: {article}"
            );
        }
    }
}
