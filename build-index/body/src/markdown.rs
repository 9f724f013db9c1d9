//! Markdown as kramdown, the Markdown of Jekyll, reads it where it meets HTML.
//!
//! CommonMark ends a block of HTML at the first empty line, and takes what is indented below for
//! code; kramdown goes on to the closing tag. Archives are written for the latter, so elements are
//! cut out whole and only what stands between them is Markdown.

use comrak::{Options, markdown_to_html};

use crate::{kramdown, liquid};

/// Elements inside one another of which each may say that its content is Markdown.
const DEEPEST: usize = 8;

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
    let mut html = String::with_capacity(body.len());
    push_html(&liquid::without_in_markdown(body), &options(), DEEPEST, &mut html);
    html
}

fn push_html(body: &str, options: &Options<'_>, depth: usize, html: &mut String) {
    let mut markdown_start = 0;
    let mut at = 0;
    while at < body.len() {
        match element_at(&body[at..]) {
            Some(length) => {
                push_markdown(&body[markdown_start..at], options, html);
                push_element(&body[at..at + length], options, depth, html);
                html.push('\n');
                at += length;
                markdown_start = at;
            }
            None => at += body[at..].find('\n').map_or(body.len() - at, |end| end + 1),
        }
    }
    push_markdown(&body[markdown_start..], options, html);
}

fn push_markdown(markdown: &str, options: &Options<'_>, html: &mut String) {
    if !markdown.trim().is_empty() {
        html.push_str(&markdown_to_html(&kramdown::without_attributes(markdown), options));
    }
}

/// Writes an element as it is, or with its content turned into HTML where it asks for that.
fn push_element(element: &str, options: &Options<'_>, depth: usize, html: &mut String) {
    let (tag, rest) = element.split_at(element.find('>').map_or(element.len(), |end| end + 1));
    if depth == 0 || !kramdown::is_markdown(tag) {
        return html.push_str(element);
    }
    let (content, closing) = rest.split_at(rest.rfind("</").unwrap_or(rest.len()));
    html.push_str(tag);
    html.push('\n');
    push_html(content, options, depth - 1, html);
    html.push_str(closing);
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.description_lists = true;
    // Without this, emphasis does not end between a Chinese full stop and the next character.
    options.extension.cjk_friendly_emphasis = true;
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
        check("~~a~~ **茶。**馆", "<p><del>a</del> <strong>茶。</strong>馆</p>\n");
        check("a\n\n: b\n", "<dl>\n<dt>a</dt>\n<dd>\n<p>b</p>\n</dd>\n</dl>\n");
    }

    #[test]
    fn elements_may_hold_markdown() {
        check(
            "<div markdown=\"1\">\n*a*\n</div>\nb",
            "<div markdown=\"1\">\n<p><em>a</em></p>\n</div>\n<p>b</p>\n",
        );
        check("<div markdown=1>*a*", "<div markdown=1>\n<p><em>a</em></p>\n\n");
    }

    #[test]
    fn what_kramdown_adds() {
        check("# A {#a}\n{: .b}\n", "<h1>A</h1>\n");
        check("[a]({% post_url b %}){:target=\"_blank\"}", "<p><a href=\"/_posts/b.md\">a</a></p>\n");
    }

    proptest::proptest! {
        #[test]
        fn never_panics(body in "[<>/a-d\"= \n茶iv]{0,40}") {
            to_html(&body);
            to_html(&format!("<div>{body}"));
        }
    }
}
