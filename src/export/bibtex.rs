//! BibTeX, for works that cite.

use crate::export::escape::{address, bibtex};
use crate::export::record::Record;

/// An article, as an entry.
pub(crate) fn article(record: &Record) -> String {
    let (year, month) = record.day().split_at_checked(4).unwrap_or_default();
    let month = month.split('-').nth(1).unwrap_or_default();
    let keywords: Vec<String> =
        record.categories.iter().chain(&record.tags).map(|name| bibtex(name)).collect();
    let author = match record.author.as_str() {
        "" => String::new(),
        // In braces, because it is a name as a whole, whatever commas and "and" are in it.
        author => format!("{{{}}}", bibtex(author)),
    };
    let fields = [
        // In braces, so that no style changes its capitals.
        ("title", format!("{{{}}}", bibtex(&record.title))),
        ("author", author),
        ("date", bibtex(record.day())),
        ("year", bibtex(year)),
        ("month", bibtex(month)),
        ("keywords", keywords.join(", ")),
        ("url", address(&record.original)),
        ("note", format!("\\url{{{}}}", address(&record.address))),
    ];
    let fields = fields.iter().filter(|(_, value)| !value.is_empty());
    let fields: Vec<String> = fields.map(|(name, value)| format!("  {name} = {{{value}}}")).collect();
    format!("@misc{{article-{},\n{}\n}}\n", record.key, fields.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::record::tests::titled;

    #[test]
    fn braces_are_in_pairs() {
        for title in ["}", "{{{", "\\}", "{a}\\", "@book{x,"] {
            let entry = article(&titled(title));
            let depth = |depth: i32, c| depth + i32::from(c == '{') - i32::from(c == '}');
            let depths = entry.chars().scan(0, |so_far, c| {
                *so_far = depth(*so_far, c);
                Some(*so_far)
            });
            assert!(depths.clone().all(|depth| depth >= 0) && depths.last() == Some(0), "{entry}");
        }
    }

    #[test]
    fn an_entry_has_what_is_known() {
        let entry = article(&Record { author: String::new(), ..titled("茶") });
        assert_eq!(
            entry,
            "@misc{article-2023-11-10-k3j2m,\n  title = {{茶}},\n  date = {2023-11-10},\n  year = {2023},\n  \
             month = {11},\n  keywords = {茶事, A \\& B},\n  url = {https://example.org/a_b?c=1&d},\n  \
             note = {\\url{https://example.net/#/article/2023-11-10/k3j2m}}\n}\n"
        );
    }
}
