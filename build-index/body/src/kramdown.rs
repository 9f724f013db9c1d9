//! What kramdown, the Markdown of Jekyll, has beyond CommonMark.

use std::borrow::Cow;

/// Quotes and lists that start on one line and are still told apart. The time that a parser takes
/// grows with the square of their number.
const DEEPEST: usize = 50;

/// Markdown that CommonMark understands: without the lists of attributes that kramdown lets follow
/// blocks, spans and headings, `{: .class}` and `{#id}`.
pub(super) fn without_attributes(markdown: &str) -> Cow<'_, str> {
    let is_plain = !markdown.contains("{:") && !markdown.contains("{#") && !markdown.lines().any(is_too_deep);
    if is_plain {
        return Cow::Borrowed(markdown);
    }
    let mut fence = None;
    let mut out = String::with_capacity(markdown.len());
    for line in markdown.split_inclusive('\n') {
        let is_code = fence.is_some() || line.starts_with("    ") || line.starts_with('\t');
        fence = fence_after(fence, line);
        if is_code {
            out.push_str(line);
        } else if !is_attribute_list(line) {
            push_line(line, &mut out);
        }
    }
    Cow::Owned(out)
}

/// The sign that ends the block of code after `line`.
fn fence_after(open: Option<&'static str>, line: &str) -> Option<&'static str> {
    let line = line.trim_start();
    match open {
        Some(fence) if line.starts_with(fence) => None,
        Some(fence) => Some(fence),
        None => ["```", "~~~"].into_iter().find(|fence| line.starts_with(fence)),
    }
}

/// Whether a line is `{: .class}`, `{:toc}` or `{::options … /}` and nothing else.
fn is_attribute_list(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("{:") && line.ends_with('}') && !line[2..line.len() - 1].contains('}')
}

fn push_line(line: &str, out: &mut String) {
    let mut rest = without_heading_id(shallow(line, out));
    while let Some(start) = rest.find("{:") {
        let length = rest[start..].find('}').map(|end| end + 1);
        // It follows a span without a space.
        let length = length.filter(|_| rest[..start].ends_with([')', ']', '*', '_', '`', '>']));
        out.push_str(&rest[..start]);
        let end = start + length.unwrap_or(2);
        out.push_str(if length.is_none() { "{:" } else { "" });
        rest = &rest[end..];
    }
    out.push_str(rest);
    if line.ends_with('\n') && !out.ends_with('\n') {
        out.push('\n');
    }
}

/// `# Heading` for `# Heading {#id}`.
fn without_heading_id(line: &str) -> &str {
    let is_heading = line.starts_with('#');
    let cut = line.trim_end().strip_suffix('}').and_then(|heading| heading.rsplit_once("{#"));
    cut.filter(|(_, id)| is_heading && !id.contains(char::is_whitespace))
        .map_or(line, |(heading, _)| heading.trim_end())
}

fn is_too_deep(line: &str) -> bool {
    markers(line).nth(DEEPEST).is_some()
}

/// Writes the signs at the start of a line that open quotes and lists, as many as may be, and gives
/// back what follows all of them.
fn shallow<'a>(line: &'a str, out: &mut String) -> &'a str {
    if !is_too_deep(line) {
        return line;
    }
    let kept = markers(line).nth(DEEPEST - 1).unwrap_or(0);
    out.push_str(&line[..kept]);
    &line[markers(line).last().unwrap_or(0)..]
}

/// Where each sign at the start of a line that opens a quote or a list ends.
fn markers(line: &str) -> impl Iterator<Item = usize> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &line[at..];
        let sign = rest.trim_start_matches(' ');
        let after =
            sign.strip_prefix('>').or_else(|| sign.strip_prefix(['-', '*', '+'])?.strip_prefix(' '))?;
        at += rest.len() - after.len();
        Some(at)
    })
}

/// Whether the content of a block of HTML is Markdown: its tag says `markdown="1"`.
pub(super) fn is_markdown(tag: &str) -> bool {
    ["1", "block", "span"].iter().any(|value| {
        ["\"", "'", ""].iter().any(|quote| tag.contains(&format!(" markdown={quote}{value}{quote}")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(markdown: &str, expected: &str) {
        assert_eq!(without_attributes(markdown), expected, "{markdown}");
    }

    #[test]
    fn attributes_go() {
        check("# A {#a-b}\n{: .c}\ntext\n", "# A\ntext\n");
        check("* TOC\n{:toc}\n", "* TOC\n");
        check("[a](b){:target=\"_blank\"} and *c*{: .d}.", "[a](b) and *c*.");
        check("# A {#a}", "# A");
    }

    #[test]
    fn what_is_no_attribute_stays() {
        for markdown in [
            "a {: b",
            "{:",
            "text {:b}",
            "```\n{: .c}\n# A {#a}\n```\n",
            "    {: .c}\n",
            "a {#b}",
            "# A {#a b}",
        ] {
            check(markdown, markdown);
        }
    }

    #[test]
    fn depth_ends_and_text_stays() {
        check(
            &format!("{}text\n", "> ".repeat(500)),
            &format!("{}text\n", "> ".repeat(DEEPEST)).replace("> text", "> text"),
        );
        check(&format!("{}text", ">".repeat(500)), &format!("{}text", ">".repeat(DEEPEST)));
        check(&format!("{}text", "- ".repeat(DEEPEST)), &format!("{}text", "- ".repeat(DEEPEST)));
    }

    #[test]
    fn markdown_in_html() {
        assert!(is_markdown("<div class=a markdown=\"1\">") && is_markdown("<div markdown=1>"));
        assert!(!is_markdown("<div markdown=\"0\">") && !is_markdown("<div>"));
    }

    proptest::proptest! {
        #[test]
        fn never_panics(markdown in "[{}:#>*\\-` \na茶)]{0,60}") {
            without_attributes(&markdown);
            without_attributes(&format!("{}{markdown}", "> ".repeat(60)));
        }
    }
}
