//! How an article is cited: as plain text, in Markdown, in BibTeX.

use crate::archive::original::Original;
use crate::export::escape::{self, one_line};
use bundle::format::ArticleCard;

/// From where, and when, an article is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Access {
    /// What the archive is called.
    pub(crate) archive: String,
    /// The article's address there.
    pub(crate) address: String,
    /// The day, `2026-11-23`.
    pub(crate) day: String,
}

/// `Author. Title. 2023-11-10. https://original. Archive: https://here (2026-11-23).`
pub(crate) fn plain(card: &ArticleCard, access: &Access) -> String {
    let here = format!("{}: {} ({})", access.archive, access.address, access.day);
    let parts = [card.author.as_str(), &card.title, card.day(), original(card).unwrap_or_default(), &here];
    let sentences = parts.map(one_line).into_iter().filter(|part| !part.is_empty());
    sentences.map(|part| closed(&part)).collect::<Vec<_>>().join(" ")
}

/// `[Title](https://original), Author, 2023-11-10 ([Archive](https://here), 2026-11-23)`
pub(crate) fn markdown(card: &ArticleCard, access: &Access) -> String {
    let link =
        |text: &str, address: &str| format!("[{}]({})", escape::markdown(text), escape::address(address));
    let original = original(card).unwrap_or(&access.address);
    let title = if card.title.is_empty() { original } else { &card.title };
    let parts = [link(title, original), escape::markdown(&card.author), card.day().to_owned()];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{} ({}, {})", parts.join(", "), link(&access.archive, &access.address), access.day)
}

/// An entry for BibTeX and BibLaTeX. Its key is the article's own, so that none is there twice.
pub(crate) fn bibtex(card: &ArticleCard, access: &Access) -> String {
    let day = card.day();
    let url = original(card).unwrap_or(&access.address);
    let fields = [
        // The second braces keep its capitals, and an author of several words in one piece.
        ("title", format!("{{{}}}", escape::bibtex(&card.title))),
        ("author", format!("{{{}}}", escape::bibtex(&card.author))),
        ("year", day.get(..4).unwrap_or_default().to_owned()),
        ("date", day.to_owned()),
        ("url", escape::address(url)),
        ("urldate", access.day.clone()),
        ("note", format!("{}: {}", escape::bibtex(&access.archive), escape::bibtex(&access.address))),
    ];
    let known = fields.iter().filter(|(_, value)| !matches!(value.as_str(), "" | "{}"));
    let lines: String = known.map(|(name, value)| format!("  {name} = {{{value}}},\n")).collect();
    format!("@misc{{{}{},\n{lines}}}", day.replace('-', ""), card.key)
}

/// The address of the original, if it is one of the web.
fn original(card: &ArticleCard) -> Option<&str> {
    Original::at(&card.url).map(|original| original.href)
}

/// With a full stop, unless it ends like a sentence.
fn closed(part: &str) -> String {
    if part.ends_with(['.', '!', '?', '。', '！', '？', '…']) {
        part.to_owned()
    } else {
        format!("{part}.")
    }
}

#[cfg(test)]
mod tests {
    use bundle::format::BodyPlace;

    use super::*;

    fn card(title: &str, author: &str, url: &str) -> ArticleCard {
        ArticleCard {
            key: "k3j2mp".into(),
            title: title.into(),
            date: "2023-11-10T13:19:11Z".into(),
            author: author.into(),
            categories: Vec::new(),
            url: url.into(),
            body: BodyPlace::default(),
            paths: Vec::new(),
            versions: Vec::new(),
        }
    }

    fn access() -> Access {
        Access {
            archive: "Harbour Papers".into(),
            address: "https://here.example/#/article/2023-11-10/k3j2mp".into(),
            day: "2026-11-23".into(),
        }
    }

    #[test]
    fn plain_text() {
        let check = |card: &ArticleCard, start: &str| {
            let here = "Harbour Papers: https://here.example/#/article/2023-11-10/k3j2mp (2026-11-23).";
            assert_eq!(plain(card, &access()), format!("{start} {here}"));
        };
        check(
            &card("Tide tables", "Low Tide", "https://x.org/a"),
            "Low Tide. Tide tables. 2023-11-10. https://x.org/a.",
        );
        check(&card("谁在敲钟？", "", ""), "谁在敲钟？ 2023-11-10.");
        check(&card("a\n b\t", "", "javascript:alert(1)"), "a b. 2023-11-10.");
    }

    #[test]
    fn markdown_of_hostile_titles() {
        let here = "([Harbour Papers](https://here.example/#/article/2023-11-10/k3j2mp), 2026-11-23)";
        let check = |card: &ArticleCard, expected: &str| {
            assert_eq!(markdown(card, &access()), format!("{expected}, 2023-11-10 {here}"));
        };
        check(&card("Tea", "L. T.", "https://x.org/a"), "[Tea](https://x.org/a), L. T.");
        check(
            &card("x](javascript:y) *z*", "", "https://x.org/a_(b)"),
            "[x\\](javascript:y) \\*z\\*](https://x.org/a_%28b%29)",
        );
        check(
            &card("<img src=x>\n# y", "_a_", "https://x.org/"),
            "[\\<img src=x\\> # y](https://x.org/), \\_a\\_",
        );
        check(
            &card("", "", ""),
            "[https://here.example/#/article/2023-11-10/k3j2mp](https://here.example/#/article/2023-11-10/k3j2mp)",
        );
    }

    #[test]
    fn bibtex_of_hostile_titles() {
        let check = |title: &str, expected: &str| {
            let entry = bibtex(&card(title, "Ink & Paper", "https://x.org/{a}"), &access());
            let expected = format!("@misc{{20231110k3j2mp,\n{expected}  author = {{{{Ink \\& Paper}}}},\n");
            assert!(entry.starts_with(&expected), "{entry}");
            assert_eq!(entry.matches('{').count(), entry.matches('}').count(), "{entry}");
            assert!(entry.contains("  url = {https://x.org/%7Ba%7D},\n"), "{entry}");
        };
        check("Tea", "  title = {{Tea}},\n");
        check("50 % of $a_b#", "  title = {{50 \\% of \\$a\\_b\\#}},\n");
        check("}, evil = {x", "  title = {{\\textbraceright{}, evil = \\textbraceleft{}x}},\n");
        check("a\\", "  title = {{a\\textbackslash{}}},\n");
        check("", "");
    }
}
