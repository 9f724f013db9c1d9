//! The summary as Markdown.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use indicatif::HumanCount;
use notice::quantity::{Bytes, Seconds};
use notice::{Notice, NoticeKind};

use crate::summary::inputs::{Built, Checked, Summary};
use crate::summary::limits::{Share, shares};
use crate::summary::measure::Size;

/// How many notices of a kind are shown.
const SHOWN: usize = 5;

/// The summary of a site.
pub(super) fn write(summary: &Summary) -> String {
    let mut text = "## Reading Room\n\n".to_owned();
    // Writing to a text cannot fail.
    let _ = write_summary(&mut text, summary);
    text
}

fn write_summary(text: &mut String, summary: &Summary) -> fmt::Result {
    let Summary { size, built, checked } = summary;
    match built {
        Some(built) => {
            write_articles(text, built)?;
            write_size(text, size, built)?;
        }
        None => text.write_str("**No site was written.**\n\n")?,
    }
    let skipped = built.iter().flat_map(|built| &built.skipped);
    let found = checked.iter().flat_map(|Checked { findings }| findings);
    // A check finds all that a build does, and more.
    match checked {
        Some(_) => write_notices(text, found),
        None => write_notices(text, skipped),
    }
}

fn write_articles(text: &mut String, built: &Built) -> fmt::Result {
    let Built { posts_found, articles, articles_kept, merged, skipped, .. } = built;
    let count = |number: usize| HumanCount(number as u64);
    writeln!(
        text,
        "**{} articles** of {} posts: {} merged into others, {} skipped. New or changed: {}.\n",
        count(*articles),
        count(*posts_found),
        count(*merged),
        count(skipped.len()),
        count(articles - articles_kept),
    )
}

fn write_size(text: &mut String, size: &Size, built: &Built) -> fmt::Result {
    let Size { files, bytes, largest, feeds, pages } = size;
    text.write_str("| the site | |\n|---|---|\n")?;
    writeln!(text, "| files | {} |", HumanCount(*files))?;
    writeln!(text, "| together | {} |", Bytes(*bytes))?;
    if let Some((path, bytes)) = largest {
        writeln!(text, "| the largest file | {}, {} |", Bytes(*bytes), Plain(path))?;
    }
    writeln!(
        text,
        "| written for the bundle | {} files, {} |",
        HumanCount(built.files_written as u64),
        Bytes(built.bytes_written)
    )?;
    writeln!(text, "| pages of articles | {} |", HumanCount(*pages))?;
    writeln!(text, "| feeds | {} |", HumanCount(*feeds))?;
    writeln!(text, "| time for the bundle | {} |", Seconds(u128::from(built.elapsed_ms)))?;
    text.write_char('\n')?;
    write_shares(text, &shares(size))
}

fn write_shares(text: &mut String, shares: &[Share]) -> fmt::Result {
    text.write_str("| host | allows | taken |\n|---|---|---|\n")?;
    for share in shares {
        let Share { host, what, allowed, percent } = share;
        let mark = if share.is_too_much() { " ⚠️ **too much**" } else { "" };
        writeln!(text, "| {host} | {what}: {allowed} | {percent} %{mark} |")?;
    }
    text.write_char('\n')
}

fn write_notices<'a>(text: &mut String, notices: impl Iterator<Item = &'a Notice>) -> fmt::Result {
    let mut kinds: BTreeMap<(bool, NoticeKind), Vec<&Notice>> = BTreeMap::new();
    for notice in notices {
        kinds.entry((notice.kind.is_remark(), notice.kind)).or_default().push(notice);
    }
    if kinds.is_empty() {
        return Ok(());
    }
    let count_of = |remarks: bool| -> usize {
        let of_them = kinds.iter().filter(|((is_remark, _), _)| *is_remark == remarks);
        of_them.map(|(_, found)| found.len()).sum()
    };
    let [faults, remarks] = [false, true].map(|remarks| HumanCount(count_of(remarks) as u64));
    writeln!(text, "### Faults: {faults}, remarks: {remarks}\n")?;
    kinds.iter().try_for_each(|((is_remark, kind), found)| write_kind(text, *is_remark, *kind, found))
}

fn write_kind(text: &mut String, is_remark: bool, kind: NoticeKind, found: &[&Notice]) -> fmt::Result {
    let label = if is_remark { "remark" } else { "fault" };
    let count = found.len();
    writeln!(text, "<details><summary>{label}: {kind} ({count})</summary>\n")?;
    for notice in found.iter().take(SHOWN) {
        writeln!(text, "- {}", Plain(&notice.to_string()))?;
    }
    if let more @ 1.. = count.saturating_sub(SHOWN) {
        writeln!(text, "- … and {more} more; `build-index check` lists them all")?;
    }
    text.write_str("\n</details>\n\n")
}

/// Text that stands as it is: posts may be named anything, and neither Markdown, HTML nor the name of
/// an account in them means any.
struct Plain<'a>(&'a str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '<' => f.write_str("&lt;")?,
                '&' => f.write_str("&amp;")?,
                '@' => f.write_str("&#64;")?,
                c if c.is_control() => write!(f, "{}", c.escape_unicode())?,
                c if "\\`*_[]>#|~!:".contains(c) => write!(f, "\\{c}")?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(path: &str, kind: NoticeKind) -> Notice {
        Notice::new(path, kind, Some(3), "what is the matter".to_owned())
    }

    fn check(summary: &Summary, expected: &[&str]) {
        let text = write(summary);
        let mut rest = text.as_str();
        for part in expected {
            let Some((_, after)) = rest.split_once(part) else { panic!("{part:?} is missing:\n{text}") };
            rest = after;
        }
    }

    #[test]
    fn a_site_is_told() {
        let size = Size {
            files: 1_234,
            bytes: 5_300_000,
            largest: Some(("a_bg.wasm".to_owned(), 1_300_000)),
            feeds: 12,
            pages: 640,
        };
        let built = Built {
            posts_found: 71,
            articles: 68,
            articles_kept: 67,
            merged: 2,
            skipped: vec![notice("a.md", NoticeKind::Empty)],
            files_written: 10,
            bytes_written: 11_000,
            elapsed_ms: 900,
        };
        let expected = [
            "**68 articles** of 71 posts: 2 merged into others, 1 skipped. New or changed: 1.",
            "| files | 1,234 |",
            "| together | 5.3 MB |",
            "| the largest file | 1.3 MB, a\\_bg.wasm |",
            "| written for the bundle | 10 files, 11.0 KB |",
            "| pages of articles | 640 |",
            "| feeds | 12 |",
            "| GitHub Pages | together: 1 GB | 1 % |",
            "| Cloudflare Pages | files: 20,000 | 7 % |",
            "### Faults: 1, remarks: 0",
            "fault: empty (1)",
            "- a.md\\:3\\: what is the matter",
        ];
        check(&Summary { size, built: Some(built), checked: None }, &expected);
    }

    #[test]
    fn findings_are_told_by_kind_faults_first() {
        let mut findings = vec![notice("a.md", NoticeKind::Duplicate)];
        findings.extend((0..7).map(|number| notice(&format!("{number}.md"), NoticeKind::BrokenLink)));
        let summary = Summary { size: Size::default(), built: None, checked: Some(Checked { findings }) };
        let expected = [
            "**No site was written.**",
            "### Faults: 7, remarks: 1",
            "fault: broken-link (7)",
            "- 4.md",
            "- … and 2 more",
            "remark: duplicate (1)",
        ];
        check(&summary, &expected);
    }

    #[test]
    fn a_name_is_only_text() {
        let check = |text: &str, expected: &str| assert_eq!(Plain(text).to_string(), expected);
        check("_posts/a*b*.md", "\\_posts/a\\*b\\*.md");
        check("<b>&amp;", "&lt;b\\>&amp;amp;");
        check("[x](https://e.org) @keeper", "\\[x\\](https\\://e.org) &#64;keeper");
        check("a\u{8}|`b`", "a\\u{8}\\|\\`b\\`");
    }
}
