//! What the file name of a post says of it.

/// Names that say nothing of the post: the folder around such a file does.
const INDEX: &str = "index";
/// Folders that hold posts, and are none.
const NAMELESS_FOLDERS: &[&str] = &["_posts", "_drafts", "archived", "content"];

/// The name of a post's file without its ending; for `a/story/index.md` the name of its folder.
pub fn file_stem(path: &str) -> &str {
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    // Hugo and Zola write `index.en.md` for a translation.
    let is_index = stem.split('.').next() == Some(INDEX);
    let folder = folders.rsplit('/').next().unwrap_or_default();
    let names_it = is_index && !folder.is_empty() && !NAMELESS_FOLDERS.contains(&folder);
    if names_it { folder } else { stem }
}

/// The date that a name starts with, as it is written there, and what follows:
/// `2023-11-10-a-story` is `2023-11-10` and `a-story`. Month and day may have one digit.
pub(super) fn split_date(stem: &str) -> Option<(&str, &str)> {
    let end = stem.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(stem.len());
    let mut lengths = stem[..end].split('-').map(str::len);
    let (year, month, day) = (lengths.next()?, lengths.next()?, lengths.next()?);
    if year != 4 || !(1..=2).contains(&month) || !(1..=2).contains(&day) {
        return None;
    }
    let (date, rest) = stem.split_at(year + month + day + 2);
    Some((date, rest.strip_prefix(['-', '_']).unwrap_or(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems() {
        let check = |path: &str, expected: &str| assert_eq!(file_stem(path), expected, "{path}");
        check("_posts/2023-11-10-a.md", "2023-11-10-a");
        check("a.b.html", "a.b");
        check("no-ending", "no-ending");
        check("content/posts/a-story/index.md", "a-story");
        check("content/posts/a-story/index.zh.md", "a-story");
        check("_posts/index.md", "index");
        check("index.md", "index");
        check("_posts/-\u{8}\u{fffd}.md", "-\u{8}\u{fffd}");
    }

    #[test]
    fn dates() {
        let check = |stem: &str, expected| assert_eq!(split_date(stem), expected, "{stem}");
        check("2023-11-10-a-story", Some(("2023-11-10", "a-story")));
        check("2023-1-2-a", Some(("2023-1-2", "a")));
        check("2018-10-10_file", Some(("2018-10-10", "file")));
        check("2023-11-10", Some(("2023-11-10", "")));
        check("2023-11-10茶", Some(("2023-11-10", "茶")));
        check("2023-11-101", None);
        check("2023-11", None);
        check("-2023-11-10", None);
        check("1984", None);
        check("", None);
    }
}
