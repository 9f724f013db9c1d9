//! Finds the addresses in a text, also where they run straight into other text.

use std::ops::Range;

/// Ends of addresses that belong to the sentence around them.
const TRAILING: &[char] = &['.', ',', ';', ':', '!', '?', '\'', '"', '*', '_', '~', '&', '|', '-', '='];

/// Bytes of an address. What is longer is no address that leads anywhere.
const LONGEST: usize = 4096;

/// The first address in `text` at or after `from`.
pub(super) fn find(text: &str, from: usize) -> Option<Range<usize>> {
    let mut at = from;
    loop {
        let start = at + next_start(&text[at..], text[..at].chars().next_back())?;
        let address = address(&text[start..]).filter(|address| is_address(address));
        if let Some(address) = address {
            return Some(start..start + address.len());
        }
        at = start + 1;
    }
}

/// Where the next `http://`, `https://` or `www.` is. The last stands at the start of a word only.
fn next_start(text: &str, before: Option<char>) -> Option<usize> {
    let mut at = 0;
    loop {
        // Rare enough in any language to be looked for.
        let found = at + text[at..].find(['h', 'H', 'w', 'W'])?;
        let rest = &text.as_bytes()[found..];
        let previous = text[..found].chars().next_back().or(before);
        if scheme(rest).is_some() || (begins_with(rest, b"www.") && !previous.is_some_and(is_part_of_host)) {
            return Some(found);
        }
        at = found + 1;
    }
}

fn is_part_of_host(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | '@' | ':')
}

/// How long the scheme at the start of `text` is, if one is there.
fn scheme(text: &[u8]) -> Option<usize> {
    [&b"https://"[..], b"http://"].into_iter().find(|scheme| begins_with(text, scheme)).map(<[u8]>::len)
}

fn begins_with(text: &[u8], start: &[u8]) -> bool {
    text.get(..start.len()).is_some_and(|there| there.eq_ignore_ascii_case(start))
}

/// What of a text may be an address, if it ends in time.
fn address(text: &str) -> Option<&str> {
    let near = &text[..text.floor_char_boundary(LONGEST)];
    let end = near.find(|c| !is_part_of_address(c));
    let run = &near[..end.unwrap_or(near.len())];
    let cut = [next_address(run), ruler(run)].into_iter().flatten().min();
    let is_whole = cut.is_some() || end.is_some() || near.len() == text.len();
    is_whole.then(|| without_trailing(&run[..cut.unwrap_or(run.len())]))
}

/// Letters of other alphabets are parts of addresses; those of Chinese, Japanese and Korean follow
/// them without a space.
fn is_part_of_address(c: char) -> bool {
    match c {
        '"' | '<' | '>' | '`' | '{' | '}' | '\\' | '^' => false,
        _ if c.is_ascii() => c.is_ascii_graphic(),
        _ => c < '\u{1100}' && c.is_alphanumeric(),
    }
}

/// Where the next address starts inside this one, unless this one is about it.
fn next_address(text: &str) -> Option<usize> {
    let own = scheme(text.as_bytes()).unwrap_or(0);
    let found = text[own..]
        .to_ascii_lowercase()
        .match_indices("http")
        .map(|(at, _)| own + at)
        .find(|&at| scheme(&text.as_bytes()[at..]).is_some() && !text[..at].ends_with(['=', ':']))?;
    let is_archive = text[own..found].split('/').next().is_some_and(|host| host.contains("archive"));
    (!is_archive).then_some(found)
}

/// Where a line of dashes, as writers draw it, begins.
fn ruler(text: &str) -> Option<usize> {
    ["----", "====", "____", "****", "~~~~", "...."].iter().filter_map(|ruler| text.find(ruler)).min()
}

/// Takes off punctuation, and brackets that are not opened inside.
fn without_trailing(mut text: &str) -> &str {
    loop {
        let shorter = text.trim_end_matches(TRAILING);
        let shorter = [('(', ')'), ('[', ']')].iter().fold(shorter, |text, &(open, close)| {
            match text.strip_suffix(close) {
                Some(rest) if text.matches(open).count() < text.matches(close).count() => rest,
                _ => text,
            }
        });
        if shorter.len() == text.len() {
            return text;
        }
        text = shorter;
    }
}

/// Whether it leads to a host.
fn is_address(text: &str) -> bool {
    let host = &text[scheme(text.as_bytes()).unwrap_or(0)..];
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    let labels: Vec<_> = host.split('.').collect();
    let fewest = if begins_with(text.as_bytes(), b"www.") { 3 } else { 2 };
    labels.len() >= fewest
        && labels.iter().all(|label| !label.is_empty())
        && url::Url::parse(&href(text)).is_ok()
}

/// What a link to an address in a text leads to.
pub(super) fn href(address: &str) -> String {
    match scheme(address.as_bytes()) {
        Some(_) => address.to_owned(),
        None => format!("http://{address}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` with brackets around its addresses.
    fn check(expected: &str) {
        let text = expected.replace(['⟦', '⟧'], "");
        let mut out = String::new();
        let mut at = 0;
        while let Some(found) = find(&text, at) {
            out.push_str(&text[at..found.start]);
            out.push_str(&format!("⟦{}⟧", &text[found.clone()]));
            at = found.end;
        }
        assert_eq!(out + &text[at..], expected);
    }

    #[test]
    fn addresses_stop_where_chinese_begins() {
        check("看⟦https://x.org/a?b=c&d⟧喜欢的朋友");
        check("链接：⟦http://x.org/a⟧，⟦https://y.org⟧。");
        check("⟦https://x.org/a_b-c/d.html#e⟧（图）");
        check("⟦https://x.org⟧✪ text");
        check("⟦https://de.example.org/wiki/Österreich⟧ ist");
        check("⟦https://x.org/한⟧".replace("한⟧", "⟧한").as_str());
    }

    #[test]
    fn punctuation_belongs_to_the_sentence() {
        check("See ⟦https://x.org/a⟧.");
        check("(see ⟦https://x.org/a_(b)⟧)");
        check("[⟦https://x.org/a⟧], \"⟦https://x.org/b⟧\"");
        check("⟦https://x.org/a⟧...");
        check("⟦https://x.org/a⟧----------------text");
        check("⟦https://x.org/a⟧====b");
    }

    #[test]
    fn addresses_follow_one_another() {
        check("⟦https://x.org/a⟧⟦https://y.org/b⟧");
        check("Group:⟦https://x.org⟧");
        check("⟦https://x.org/?u=https://y.org/b⟧");
        check("⟦https://web.archive.org/web/2019/https://y.org/b⟧");
    }

    #[test]
    fn hosts_without_a_scheme() {
        check("见⟦www.example.org/a⟧。");
        check("见⟦WWW.example.org⟧。");
        check("awww.example.org www.x www..x");
        check("⟦HTTPS://x.org⟧ user@www.example.org");
    }

    #[test]
    fn what_only_looks_like_an_address() {
        check("http://");
        check("https://茶");
        check("http https:// www. h w");
        check("http://[");
        check("http://a..b");
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "(https?://|www\\.|[a-c./?=&()\\[\\]:;茶。é -]){0,30}") {
            let mut at = 0;
            while let Some(found) = find(&text, at) {
                proptest::prop_assert!(found.start >= at && found.end > found.start);
                proptest::prop_assert!(text.get(found.clone()).is_some());
                at = found.end;
            }
        }
    }
}
