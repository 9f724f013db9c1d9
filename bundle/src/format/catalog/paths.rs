//! Paths of posts, shortened by what the catalog stores anyway: the day and the title.
//!
//! The path `_posts/2023-11-10-The tide tables.md` of an article of that day with that title becomes
//! `_posts///.md`: the folder, `//`, how many characters at the end of the title are missing in the path
//! (empty for none), `/` and the rest. A component of the folder that is the day becomes `.`. No original
//! path contains `//` or a component `.`, so all other paths are stored as they are.

/// Shortens `path` by `title` and `day` (`2023-11-10`). [`expand`] is the inverse.
pub(super) fn shorten(path: &str, title: &str, day: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let Some(name) = name.strip_prefix(day).and_then(|name| name.strip_prefix('-')) else {
        return path.to_owned();
    };
    let shared = common_prefix(title, name);
    let missing = title[shared..].chars().count();
    let missing = if missing == 0 { String::new() } else { missing.to_string() };
    let folder: Vec<_> = folder.split('/').map(|part| if part == day { "." } else { part }).collect();
    format!("{}//{missing}/{}", folder.join("/"), &name[shared..])
}

/// The path that [`shorten`] shortened to `short`.
pub(super) fn expand(short: &str, title: &str, day: &str) -> String {
    let Some((folder, rest)) = short.split_once("//") else { return short.to_owned() };
    let (missing, tail) = rest.split_once('/').unwrap_or(("", rest));
    let missing: usize = missing.parse().unwrap_or_default();
    let shared = title.chars().count().saturating_sub(missing);
    let shared: String = title.chars().take(shared).collect();
    let folder: Vec<_> = folder.split('/').map(|part| if part == "." { day } else { part }).collect();
    let folder = folder.join("/");
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}{day}-{shared}{tail}")
}

/// The length of the common prefix of both texts, in bytes, up to a whole character.
fn common_prefix(a: &str, b: &str) -> usize {
    let equal = a.chars().zip(b.chars()).take_while(|(a, b)| a == b);
    equal.map(|(c, _)| c.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: &str = "2023-11-10";

    fn check(path: &str, title: &str, short: &str) {
        assert_eq!(shorten(path, title, DAY), short);
        assert_eq!(expand(short, title, DAY), path);
    }

    #[test]
    fn title_and_day_are_left_out() {
        check("_posts/2023-11-10-茶马古道.md", "茶马古道", "_posts///.md");
        check("archived/2023-11-10/2023-11-10-茶马_古.md", "茶马/古道", "archived/.//3/_古.md");
        check("2023-11-10-.md", "", "///.md");
        check("_posts/other.md", "other", "_posts/other.md");
        check("_posts/2023-11-11-a.md", "a", "_posts/2023-11-11-a.md");
    }

    proptest::proptest! {
        #[test]
        fn paths_come_back(name in "[a茶/]{0,6}", title in "[a茶/]{0,6}", folder in "(2023-11-10|_posts|a/b)") {
            let name = name.replace('/', "");
            let path = format!("{folder}/{DAY}-{name}.md");
            proptest::prop_assert_eq!(expand(&shorten(&path, &title, DAY), &title, DAY), path);
        }
    }
}
