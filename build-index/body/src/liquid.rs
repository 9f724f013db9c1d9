//! The tags of Liquid, Jekyll's language of templates, that posts write into addresses.

use std::borrow::Cow;

/// An address with its tags replaced by what they stand for, as far as a post alone can tell.
/// Posts and other files become their paths from the root of the archive: `/_posts/NAME.md`.
pub(super) fn without(address: &str) -> Cow<'_, str> {
    if !has_tag(address) {
        return Cow::Borrowed(address);
    }
    let mut out = String::with_capacity(address.len());
    let mut rest = address;
    while let Some(tag) = next_tag(rest) {
        out.push_str(&rest[..tag.start]);
        out.push_str(&meaning(&rest[tag.start..tag.end]));
        rest = &rest[tag.end..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Markdown whose addresses have no tags. Tags hold spaces, so that Markdown would see no address.
pub(super) fn without_in_markdown(markdown: &str) -> Cow<'_, str> {
    if !has_tag(markdown) {
        return Cow::Borrowed(markdown);
    }
    let mut out = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(start) = next_address(rest) {
        let end = start + address_length(&rest[start..]);
        out.push_str(&rest[..start]);
        out.push_str(&without(&rest[start..end]));
        rest = &rest[end..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn has_tag(text: &str) -> bool {
    text.contains("{%") || text.contains("{{")
}

/// Where the next address begins, in a link `[…](…)` or a definition `[…]: …`.
fn next_address(markdown: &str) -> Option<usize> {
    ["](", "]: "].iter().filter_map(|sign| Some(markdown.find(sign)? + sign.len())).min()
}

/// Up to the bracket that closes a link, or the end of the line.
fn address_length(text: &str) -> usize {
    let mut at = 0;
    while let Some(end) = text[at..].find([')', '\n', '{']).map(|found| at + found) {
        match next_tag(&text[end..]).filter(|tag| tag.start == 0) {
            Some(tag) => at = end + tag.end,
            None if text[end..].starts_with('{') => at = end + 1,
            None => return end,
        }
    }
    text.len()
}

/// The next tag. One that does not end reaches to the end of the line.
fn next_tag(text: &str) -> Option<std::ops::Range<usize>> {
    let start = [text.find("{%"), text.find("{{")].into_iter().flatten().min()?;
    let close = if text[start..].starts_with("{%") { "%}" } else { "}}" };
    let line = text[start..].find('\n').map_or(text.len(), |end| start + end);
    let end = text[start..line].find(close).map_or(line, |end| start + end + close.len());
    Some(start..end)
}

fn meaning(tag: &str) -> String {
    let inside = tag.trim_matches(['{', '}', '%', '-']).trim();
    let (name, argument) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let argument = argument.trim().trim_matches(['"', '\'']).trim_start_matches('/');
    match name {
        "post_url" => format!("/_posts/{argument}.md"),
        "link" => format!("/{argument}"),
        _ => quoted(inside).unwrap_or_default().to_owned(),
    }
}

/// Of `"/about" | relative_url`: the address that a filter is for.
fn quoted(inside: &str) -> Option<&str> {
    let quote = inside.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    inside[1..].split(quote).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, expected: &str) {
        assert_eq!(without(address), expected, "{address}");
    }

    #[test]
    fn tags_give_way_to_what_they_mean() {
        check("/plain", "/plain");
        check("{% post_url 2019-05-25-t %}", "/_posts/2019-05-25-t.md");
        check("{%- link _posts/t.md -%}#a", "/_posts/t.md#a");
        check("{{ site.url }}{{site.baseurl}}/a/{{ page.x }}b", "/a/b");
        check("{{ '/about' | relative_url }}", "/about");
        check("{% never closed", "");
        check("{", "{");
    }

    #[test]
    fn only_addresses_change() {
        let check = |markdown, expected| assert_eq!(without_in_markdown(markdown), expected, "{markdown}");
        check("[a]({% post_url b %}) {{ c }}", "[a](/_posts/b.md) {{ c }}");
        check("![a]({{ site.url }}/b(c).png \"d\")", "![a](/b(c).png \"d\")");
        check("[a]: {{ site.url }}/b\n{% c %}", "[a]: /b\n{% c %}");
        check("[a]({% b\n) {{ c }}", "[a](\n) {{ c }}");
    }

    proptest::proptest! {
        #[test]
        fn never_panics(markdown in "[\\[\\](){}% \na-c茶:\"]{0,40}") {
            without_in_markdown(&markdown);
            without(&markdown);
        }
    }
}
