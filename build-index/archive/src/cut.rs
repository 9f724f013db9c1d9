//! Where the front matter of a post ends and its body begins.

use crate::fields::format::Format;
use crate::fields::recover::name_and_value;

/// A post, whose line ends are `\n`, in its two parts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cut<'a> {
    /// `None` if the post has none.
    pub(super) front_matter: Option<Block<'a>>,
    /// Everything after.
    pub(super) body: &'a str,
}

/// Front matter, without the lines around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block<'a> {
    pub(super) format: Format,
    pub(super) text: &'a str,
    /// The line of the post that `text` begins on, counted from 1.
    pub(super) first_line: usize,
    /// Whether a line says where it ends.
    pub(super) closed: bool,
}

/// Fields by which front matter that is never closed is told from a text below a line of dashes.
const TELLING_FIELDS: &[&str] = &["layout", "title", "date", "author", "categories", "tags"];

/// Cuts a post: after YAML in lines of `---`, TOML in lines of `+++`, JSON in lines of `;;;`, JSON
/// in braces or JSON above a line of `;;;`.
pub(super) fn cut(post: &str) -> Cut<'_> {
    let text = post.trim_start_matches('\n');
    let lines_above = post.len() - text.len();
    let cut = fenced(text, "---", Format::Yaml)
        .or_else(|| fenced(text, "+++", Format::Toml))
        .or_else(|| fenced(text, ";;;", Format::Json))
        .or_else(|| in_braces(text))
        .or_else(|| above_semicolons(text))
        .or_else(|| never_closed(text));
    match cut {
        Some((block, body)) => {
            let first_line = block.first_line + lines_above;
            Cut { front_matter: Some(Block { first_line, ..block }), body }
        }
        None => Cut { front_matter: None, body: post },
    }
}

fn fenced<'a>(post: &'a str, fence: &str, format: Format) -> Option<(Block<'a>, &'a str)> {
    let rest = after_fence(post, fence)?;
    let ends = |line: &str| line == fence || (format == Format::Yaml && line == "...");
    let (text, body) = split_at_line(rest, ends)?;
    Some((Block { format, text, first_line: 2, closed: true }, body))
}

/// What follows a first line that is a fence.
fn after_fence<'a>(post: &'a str, fence: &str) -> Option<&'a str> {
    let (first, rest) = post.split_once('\n')?;
    (first.trim_end() == fence).then_some(rest)
}

/// What stands before and after the first line of which `ends` is true.
fn split_at_line(text: &str, ends: impl Fn(&str) -> bool) -> Option<(&str, &str)> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let after = at + line.len();
        if ends(line.trim_end()) {
            return Some((&text[..at], &text[after..]));
        }
        at = after;
    }
    None
}

fn in_braces(post: &str) -> Option<(Block<'_>, &str)> {
    if !post.starts_with('{') {
        return None;
    }
    let mut values = serde_json::Deserializer::from_str(post).into_iter::<serde::de::IgnoredAny>();
    values.next()?.ok()?;
    let (text, rest) = post.split_at(values.byte_offset());
    let body = rest.trim_start_matches([' ', '\t']);
    let body = if body.is_empty() { body } else { body.strip_prefix('\n')? };
    Some((Block { format: Format::Json, text, first_line: 1, closed: true }, body))
}

fn above_semicolons(post: &str) -> Option<(Block<'_>, &str)> {
    if !post.starts_with('"') {
        return None;
    }
    let (text, body) = split_at_line(post, |line| line == ";;;")?;
    Some((Block { format: Format::Json, text, first_line: 1, closed: true }, body))
}

/// The lines below `---` that look like fields, if they look enough like front matter.
fn never_closed(post: &str) -> Option<(Block<'_>, &str)> {
    let rest = after_fence(post, "---")?;
    let names_field =
        |line: &str| name_and_value(line).is_some_and(|(name, _)| TELLING_FIELDS.contains(&name));
    let looks_like_fields =
        |line: &str| name_and_value(line).is_some() || line.starts_with(['-', ' ', '\t', '#']);
    let end: usize = rest
        .split_inclusive('\n')
        .take_while(|line| !line.trim().is_empty() && looks_like_fields(line))
        .map(str::len)
        .sum();
    let (text, body) = rest.split_at(end);
    let block = Block { format: Format::Yaml, text, first_line: 2, closed: false };
    text.lines().any(names_field).then_some((block, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(post: &str, format: Format, text: &str, first_line: usize, body: &str) {
        let block = Block { format, text, first_line, closed: true };
        assert_eq!(cut(post), Cut { front_matter: Some(block), body }, "{post}");
    }

    #[test]
    fn each_format_has_its_fences() {
        check("---\na: b\n---\ntext", Format::Yaml, "a: b\n", 2, "text");
        check("---\n---\n", Format::Yaml, "", 2, "");
        check("--- \na: b\n...\t\ntext", Format::Yaml, "a: b\n", 2, "text");
        check("\n\n---\na: b\n---", Format::Yaml, "a: b\n", 4, "");
        check("+++\na = 'b'\n+++\n---\n", Format::Toml, "a = 'b'\n", 2, "---\n");
        check(";;;\n\"a\": 1\n;;;\ntext", Format::Json, "\"a\": 1\n", 2, "text");
        check("\"a\": 1\n;;;\ntext", Format::Json, "\"a\": 1\n", 1, "text");
        check("{\n\"a\": \"}\"}\ntext", Format::Json, "{\n\"a\": \"}\"}", 1, "text");
        check("{\"a\": {}} ", Format::Json, "{\"a\": {}}", 1, "");
    }

    #[test]
    fn what_only_looks_like_front_matter_is_body() {
        for body in [
            "text\n---\n",
            "---\nno end",
            "---\nNote: a text, and no field that tells\n",
            "---",
            "----\na: b\n----\n",
            "+++\ntitle = 'no end'",
            "{% include a.html %}\n",
            "{\"a\": 1} and more",
            "{:.class}\ntext",
            "\"a\" he said\n",
        ] {
            assert_eq!(cut(body), Cut { front_matter: None, body }, "{body}");
        }
    }

    #[test]
    fn front_matter_that_is_never_closed_ends_with_its_fields() {
        let check = |post: &str, text: &str, body: &str| {
            let block = Block { format: Format::Yaml, text, first_line: 2, closed: false };
            assert_eq!(cut(post), Cut { front_matter: Some(block), body }, "{post}");
        };
        check("---\ntitle: a\ntags:\n- b\n\ntext: c", "title: a\ntags:\n- b\n", "\ntext: c");
        check("---\ntitle: a\n<p>text</p>", "title: a\n", "<p>text</p>");
    }
}
