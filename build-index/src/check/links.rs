//! Links that lead nowhere, and the lines that they stand on.

use std::borrow::Cow;
use std::collections::BTreeSet;

use archive::name::file_stem;
use archive::post::body_of;
use body::articles::links_within;
use compile::links::Targets;
use notice::line_at;
use percent_encoding::percent_decode_str;

/// The addresses in the rendered body of a post that lead neither to an article nor to the web, each
/// once, with the first line of the post that has it.
pub(super) fn broken_links<'a>(
    post: &str,
    html: &'a str,
    targets: &Targets,
) -> Vec<(Cow<'a, str>, Option<usize>)> {
    let leads_nowhere = |address: &Cow<'_, str>| targets.article_at(address).is_none();
    let addresses: BTreeSet<_> = links_within(html).filter(leads_nowhere).collect();
    let with_line = |address: Cow<'a, str>| {
        let line = line_of(&address, post);
        (address, line)
    };
    addresses.into_iter().map(with_line).collect()
}

/// The first line of a post that has a link to an address.
///
/// The post may write it otherwise: with entities, with characters of their own instead of `%XX`, or
/// as the name of a post in a tag of Liquid.
fn line_of(address: &str, post: &str) -> Option<usize> {
    let body = body_of(post);
    let decoded = percent_decode_str(address).decode_utf8_lossy();
    let with_entities = html_escape::encode_double_quoted_attribute(address);
    let spellings = [address, &with_entities, &decoded, decoded.trim_start_matches('/'), file_stem(&decoded)];
    let place = |spelling: &str| {
        let mut places = body.match_indices(spelling).map(|(at, _)| at);
        places.find(|&at| is_whole(body, at, spelling.len()))
    };
    let at = spellings.into_iter().filter(|spelling| !spelling.is_empty()).find_map(place)?;
    Some(line_at(post.as_bytes(), post.len() - body.len() + at))
}

/// Whether what stands at a place can be an address, rather than a part of a word.
fn is_whole(body: &str, at: usize, length: usize) -> bool {
    let (before, after) = (&body[..at], &body[at + length..]);
    before.ends_with(['(', '"', '\'', '=', '<', '/', '}', ' ', '\t', '\n'])
        && !after.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str, address: &str, expected: Option<usize>) {
        let post = format!("---\ntitle: b.md\n---\n{body}");
        assert_eq!(line_of(address, &post), expected, "{body}");
    }

    #[test]
    fn addresses_as_posts_write_them() {
        check("[a](b.md)", "b.md", Some(4));
        check("ab.md\n[a](<b.md> \"c\")", "b.md", Some(5));
        check("b.mdx\n\n[a]: b.md", "b.md", Some(6));
        check("<a href=b.md>", "b.md", Some(4));
        check("<a href='b?c&amp;d'>", "b?c&d", Some(4));
        check("茶\n[a](茶.md)", "%E8%8C%B6.md", Some(5));
        check("[a]({% post_url 2019-05-25-t %})", "/_posts/2019-05-25-t.md", Some(4));
        check("[a]({% link _posts/t.md %})", "/_posts/t.md", Some(4));
        check("[a]({{ site.baseurl }}/b)", "/b", Some(4));
        check("[a](c)", "b.md", None);
    }
}
