//! Markdown as kramdown, the Markdown of Jekyll, reads it where it meets HTML.
//!
//! CommonMark ends a block of HTML at the first empty line, and takes what is indented below for
//! code; kramdown goes on to the closing tag. Archives are written for the latter, so elements are
//! cut out whole and only what stands between them is Markdown.

use comrak::{Options, markdown_to_html};

/// Elements that start a block of HTML at the start of a line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "details",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "html",
    "iframe",
    "main",
    "nav",
    "noscript",
    "ol",
    "p",
    "pre",
    "script",
    "section",
    "style",
    "svg",
    "table",
    "ul",
    "video",
];

/// Turns a body into HTML, which is not yet safe to show.
pub(super) fn to_html(body: &str) -> String {
    let options = options();
    let mut html = String::with_capacity(body.len());
    let mut markdown_start = 0;
    let mut at = 0;
    while at < body.len() {
        match element_at(&body[at..]) {
            Some(length) => {
                push_markdown(&body[markdown_start..at], &options, &mut html);
                html.push_str(&body[at..at + length]);
                html.push('\n');
                at += length;
                markdown_start = at;
            }
            None => at += body[at..].find('\n').map_or(body.len() - at, |end| end + 1),
        }
    }
    push_markdown(&body[markdown_start..], &options, &mut html);
    html
}

fn push_markdown(markdown: &str, options: &Options<'_>, html: &mut String) {
    if !markdown.trim().is_empty() {
        html.push_str(&markdown_to_html(markdown, options));
    }
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.description_lists = true;
    // What comes out is sanitised afterwards, HTML in Markdown with the rest.
    options.render.r#unsafe = true;
    options
}

/// The length of the block element that `text` begins with, closing tag included; all of `text`
/// if it is never closed.
fn element_at(text: &str) -> Option<usize> {
    let name = tag_name(text.strip_prefix('<')?);
    let name = BLOCKS.iter().find(|block| name.eq_ignore_ascii_case(block))?;
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(open) = text[at..].find('<').map(|found| at + found) {
        let rest = &text[open + 1..];
        let (closing, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        at = open + 1;
        if !tag_name(rest).eq_ignore_ascii_case(name) {
            continue;
        }
        let end = text[open..].find('>').map_or(text.len(), |end| open + end + 1);
        let empty = text[open..end].ends_with("/>");
        depth = match (closing, empty) {
            (true, _) => depth.saturating_sub(1),
            (false, true) => depth,
            (false, false) => depth + 1,
        };
        if depth == 0 {
            return Some(end);
        }
        at = end;
    }
    Some(text.len())
}

/// The letters and digits that `text` begins with.
fn tag_name(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str, html: &str) {
        assert_eq!(to_html(body), html, "{body}");
    }

    #[test]
    fn elements_are_cut_out_whole() {
        check(
            "<div>\n\n    a\n<div>b</div>\n</div>\n\n*c*",
            "<div>\n\n    a\n<div>b</div>\n</div>\n<p><em>c</em></p>\n",
        );
        check("<div>never *closed*", "<div>never *closed*\n");
        check("<section><br/></section>", "<section><br/></section>\n");
    }

    #[test]
    fn the_rest_is_markdown() {
        check(
            "| a |\n|---|\n| b |\n",
            "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n",
        );
        check("a <b>c</b>\n", "<p>a <b>c</b></p>\n");
    }

    proptest::proptest! {
        #[test]
        fn never_panics(body in "[<>/a-d\"= \n茶iv]{0,40}") {
            to_html(&body);
            to_html(&format!("<div>{body}"));
        }
    }
}
