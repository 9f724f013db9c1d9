//! Articles in the formats of other programs: what is known of each, not its text. Pure: gathering the
//! articles and saving the file is up to others.

mod bibtex;
mod csv;
mod json;
mod markdown;

use bundle::format::ArticleCard;
use serde::Serialize;

pub(crate) use csv::csv_row;

/// A format.
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

/// What is known of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Record {
    /// What no other article of the archive has: its day and its key.
    #[serde(skip)]
    pub(crate) key: String,
    pub(crate) title: String,
    pub(crate) author: String,
    /// As the bundle has it, such as `2023-11-10T13:19:11Z`.
    pub(crate) date: String,
    pub(crate) categories: Vec<String>,
    pub(crate) tags: Vec<String>,
    /// The address of the original; empty where unknown.
    pub(crate) original: String,
    /// The address in this archive.
    pub(crate) address: String,
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

    /// What stands before the first article, between any two, and after the last.
    pub(crate) fn frame(self) -> [&'static str; 3] {
        match self {
            Format::Csv => [csv::HEAD, "", ""],
            Format::Json => ["[\n", ",\n", "\n]\n"],
            Format::Markdown => ["", "", ""],
            Format::Bibtex => ["", "\n", ""],
        }
    }

    /// An article.
    pub(crate) fn article(self, record: &Record) -> String {
        match self {
            Format::Csv => csv::article(record),
            Format::Json => json::article(record),
            Format::Markdown => markdown::article(record),
            Format::Bibtex => bibtex::article(record),
        }
    }
}

impl Record {
    /// What is known of an article from its card, its tags and its address.
    pub(crate) fn of(card: &ArticleCard, tags: &[&str], address: String) -> Record {
        Record {
            key: format!("{}-{}", card.day(), card.key),
            title: card.title.clone(),
            author: card.author.clone(),
            date: card.date.clone(),
            categories: card.categories.clone(),
            tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
            original: card.url.clone(),
            address,
        }
    }

    /// The day of the article, `2023-11-10`.
    fn day(&self) -> &str {
        self.date.get(..10).unwrap_or(&self.date)
    }
}

/// Letters of a file's name: some file systems take no more than 255 bytes.
const NAME: usize = 60;

/// The name of a file, made of these words and a day. Signs that a file system may refuse give way.
pub(crate) fn file_name(words: &[&str], day: &str, ending: &str) -> String {
    let words = words.join(" ");
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.collect::<Vec<_>>().join("-").chars().take(NAME).collect();
    let dash = if name.is_empty() { "" } else { "-" };
    format!("{name}{dash}{day}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An article with this title.
    pub(super) fn titled(title: &str) -> Record {
        Record {
            key: "2023-11-10-k3j2m".into(),
            title: title.into(),
            author: "渡口, 甲".into(),
            date: "2023-11-10T13:19:11Z".into(),
            categories: vec!["茶事".into(), "A & B".into()],
            tags: vec![],
            original: "https://example.org/a_b?c=1&d".into(),
            address: "https://example.net/#/article/2023-11-10/k3j2m".into(),
        }
    }

    #[test]
    fn files_have_names_that_every_system_takes() {
        let check = |words: &[&str], expected: &str| {
            assert_eq!(file_name(words, "2026-11-23", "csv"), expected, "{words:?}");
        };
        check(&["旧闻阅览室", "\"活字 印刷\" OR -x"], "旧闻阅览室-活字-印刷-OR-x-2026-11-23.csv");
        check(&["../..\\a:b*?", ""], "a-b-2026-11-23.csv");
        check(&["", " "], "2026-11-23.csv");
        assert_eq!(file_name(&[&"茶".repeat(99)], "d", "md").chars().count(), NAME + 5);
    }

    #[test]
    fn every_format_has_every_article() {
        for format in Format::ALL {
            let article = format.article(&titled("潮汐表怎么读？"));
            assert!(article.contains("潮汐表怎么读？") && article.contains("渡口"), "{format:?}: {article}");
            assert!(
                article.contains("https://example.net/#/article/2023-11-10/k3j2m"),
                "{format:?}: {article}"
            );
        }
    }
}
