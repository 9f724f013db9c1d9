//! A list in Markdown, for notes.

use crate::export::escape::{address, markdown};
use crate::export::record::Record;

/// An article, as a line of a list.
pub(crate) fn article(record: &Record) -> String {
    let title = if record.title.is_empty() { "—" } else { &record.title };
    let mut line = format!("- {}", link(title, &record.address));
    let details = [&record.author, record.day()].map(markdown);
    let names = record.categories.iter().chain(&record.tags).map(|name| markdown(name));
    let details: Vec<String> = details.into_iter().chain(names).filter(|text| !text.is_empty()).collect();
    line.push_str(&format!(" · {}", details.join(" · ")));
    if !record.original.is_empty() {
        line.push_str(&format!(" · <{}>", address(&record.original)));
    }
    line.push('\n');
    line
}

fn link(text: &str, to: &str) -> String {
    format!("[{}](<{}>)", markdown(text), address(to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::record::tests::titled;

    #[test]
    fn a_line_is_a_link_with_what_is_known() {
        assert_eq!(
            article(&titled("潮汐表]怎么读")),
            "- [潮汐表\\]怎么读](<https://example.net/#/article/2023-11-10/k3j2m>) · 渡口, 甲 · 2023-11-10 · 茶事 · \
             A \\& B · <https://example.org/a_b?c=1&d>\n"
        );
    }
}
