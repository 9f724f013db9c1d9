//! What robots write at the start of a body: a comment with the time, and the title as a link.

/// The opening of a body, taken off. Any part of it may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Opening<'a> {
    /// Of `<!--1699622351000-->`: milliseconds since 1970.
    pub(crate) epoch_millis: Option<i64>,
    /// The title of the heading.
    pub(crate) title: &'a str,
    /// The address of the heading.
    pub(crate) url: &'a str,
    /// The body without its opening.
    pub(crate) rest: &'a str,
}

impl<'a> Opening<'a> {
    /// Reads the opening of a body, whose line ends are `\n`.
    pub(crate) fn read(body: &'a str) -> Opening<'a> {
        let mut opening = Opening { rest: body, ..Opening::default() };
        if let Some((time, rest)) = read_time(opening.rest) {
            opening.epoch_millis = time;
            opening.rest = rest;
        }
        if let Some((title, url, rest)) = read_heading(opening.rest) {
            opening = Opening { title, url, rest, ..opening };
        }
        opening
    }
}

/// A comment that holds a number, or the `NaN` that robots write where they know none.
fn read_time(body: &str) -> Option<(Option<i64>, &str)> {
    let (comment, rest) = body.trim_start().strip_prefix("<!--")?.split_once("-->")?;
    let comment = comment.trim();
    let time = comment.parse().ok();
    (time.is_some() || comment == "NaN").then_some((time, rest))
}

/// `[title](url)` underlined with dashes. Titles may hold brackets.
fn read_heading(body: &str) -> Option<(&str, &str, &str)> {
    let (line, after) = body.trim_start().split_once('\n')?;
    let (underline, rest) = after.split_once('\n').unwrap_or((after, ""));
    let underline = underline.trim();
    let is_underline = underline.len() >= 2 && underline.bytes().all(|byte| byte == b'-');
    let (title, url) = line.trim_end().strip_prefix('[')?.strip_suffix(')')?.rsplit_once("](")?;
    is_underline.then_some((title, url, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str, epoch_millis: Option<i64>, title: &str, url: &str, rest: &str) {
        assert_eq!(Opening::read(body), Opening { epoch_millis, title, url, rest }, "{body}");
    }

    #[test]
    fn what_robots_write() {
        check("<!--12-->\n[t](u)\n------\n\nrest", Some(12), "t", "u", "\nrest");
        check("<!--NaN-->\n[t [x](1)](u)\n--\nrest", None, "t [x](1)", "u", "rest");
        check("[](u)\n------\n", None, "", "u", "");
    }

    #[test]
    fn what_is_not_an_opening_stays() {
        for body in ["", "text", "[t](u)\ntext", "<!-- a remark -->text", "[t](u)"] {
            check(body, None, "", "", body);
        }
    }
}
