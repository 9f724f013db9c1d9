//! A list in Markdown, for notes.

use super::{Record, plain};

/// An article, as a line of a list.
pub(super) fn article(record: &Record) -> String {
    let title = if record.title.is_empty() { "—" } else { &record.title };
    let mut line = format!("- {}", link(title, &record.address));
    let details = [&record.author, record.day()].map(escape);
    let names = record.categories.iter().chain(&record.tags).map(|name| escape(name));
    let details: Vec<String> = details.into_iter().chain(names).filter(|text| !text.is_empty()).collect();
    line.push_str(&format!(" · {}", details.join(" · ")));
    if !record.original.is_empty() {
        line.push_str(&format!(" · <{}>", address(&record.original)));
    }
    line.push('\n');
    line
}

fn link(text: &str, to: &str) -> String {
    format!("[{}](<{}>)", escape(text), address(to))
}

/// A text that stands for itself.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in plain(text).chars() {
        if "\\`*_{}[]<>#|~!&$".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// An address that ends where it should.
fn address(address: &str) -> String {
    plain(address).replace('<', "%3C").replace('>', "%3E").replace(' ', "%20").replace('\\', "%5C")
}

#[cfg(test)]
mod tests {
    use super::super::tests::titled;
    use super::*;

    #[test]
    fn titles_stand_for_themselves() {
        let check = |text, expected: &str| assert_eq!(escape(text), expected, "{text:?}");
        check("活字 (上)", "活字 (上)");
        check("[a](b) *c* _d_", "\\[a\\](b) \\*c\\* \\_d\\_");
        check("<img src=x> `code` a|b &amp; $x$", "\\<img src=x\\> \\`code\\` a\\|b \\&amp; \\$x\\$");
        check("one\r\n# two\u{8}", "one  \\# two");
        check("\\智", "\\\\智");
    }

    #[test]
    fn a_line_is_a_link_with_what_is_known() {
        assert_eq!(
            article(&titled("潮汐表]怎么读")),
            "- [潮汐表\\]怎么读](<https://example.net/#/article/2023-11-10/k3j2m>) · 渡口, 甲 · 2023-11-10 · 茶事 · \
             A \\& B · <https://example.org/a_b?c=1&d>\n"
        );
    }

    #[test]
    fn no_address_breaks_out() {
        assert_eq!(address("https://a/> [x](y)\n<b"), "https://a/%3E%20[x](y)%20%3Cb");
    }
}
