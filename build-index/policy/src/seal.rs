//! Puts the policy of a page into it.

use thiserror::Error;

use crate::directives::Policy;
use crate::inline::{Kind, hash, inline};

/// How the element begins that holds the policy.
const META: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
/// The only thing in the head that may stand before it: browsers look for it in the first kilobyte,
/// and it loads nothing.
const CHARSET: &str = "<meta charset=\"utf-8\">";

/// What Trunk leaves in its reload script and fills in when it serves the page; what the script is
/// to have there instead, so that it is hashed as it will run.
const TRUNK: &[(&str, &str)] =
    &[("'{{__TRUNK_ADDRESS__}}'", "window.location.host"), ("{{__TRUNK_WS_BASE__}}", "/")];

/// A page that has no `<head>` to put a policy into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("there is no <head>: a page needs one, for its policy to stand in")]
pub struct NoHead;

/// A page with the policy that fits what stands in it, in the place of the one that it had.
pub fn seal(page: &str) -> Result<String, NoHead> {
    let is_reloaded = TRUNK.iter().any(|(placeholder, _)| page.contains(placeholder));
    let page = with_joined_styles(&served(without_policy(page)));
    let mut policy = Policy { is_reloaded, ..Policy::default() };
    for element in inline(&page) {
        let hashes = match element.kind {
            Kind::Script => &mut policy.scripts,
            Kind::Style => &mut policy.styles,
        };
        let hash = hash(&page[element.content]);
        if !hashes.contains(&hash) {
            hashes.push(hash);
        }
    }
    let (before, after) = page.split_at(place(&page).ok_or(NoHead)?);
    Ok(format!("{before}\n    {META}{policy}\">{after}"))
}

/// Where the policy belongs: before anything that loads.
fn place(page: &str) -> Option<usize> {
    let head = page.find("<head>")? + "<head>".len();
    let rest = &page[head..];
    let charset = rest.trim_start().strip_prefix(CHARSET);
    Some(charset.map_or(head, |after| page.len() - after.len()))
}

fn without_policy(page: &str) -> String {
    let Some((before, rest)) = page.split_once(META) else { return page.to_owned() };
    let (_, after) = rest.split_once("\">").unwrap_or_default();
    format!("{}{after}", before.trim_end())
}

/// The page as Trunk serves it.
fn served(page: String) -> String {
    TRUNK.iter().fold(page, |page, (placeholder, value)| page.replace(placeholder, value))
}

/// Makes one style of those that follow each other: that is one hash instead of dozens.
fn with_joined_styles(page: &str) -> String {
    const START: &str = "<style>";
    const END: &str = "</style>";
    let mut joined = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(END) {
        joined.push_str(before);
        let is_plain = joined.rfind("<style").is_some_and(|start| joined[start..].starts_with(START));
        rest = match after.trim_start().strip_prefix(START) {
            Some(next) if is_plain => next,
            _ => {
                joined.push_str(END);
                after
            }
        };
    }
    joined.push_str(rest);
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html>\n<html>\n  <head>\n    <meta charset=\"utf-8\">\n    \
        <script>a()</script>\n    <style>b</style>\n    <style>c</style>\n    <link rel=\"icon\">\n    \
        <style>d</style>\n  </head>\n  <body></body>\n</html>\n";

    fn policy(page: &str) -> &str {
        page.split_once(META).and_then(|(_, rest)| rest.split_once('"')).unwrap().0
    }

    #[test]
    fn it_comes_first_and_fits_the_page() {
        let sealed = seal(PAGE).unwrap();
        let (before, after) = sealed.split_once(META).unwrap();
        assert!(before.trim_end().ends_with(CHARSET), "{sealed}");
        assert!(after.contains("<script>a()</script>"), "{sealed}");
        let policy = policy(&sealed);
        assert!(policy.contains(&format!("'wasm-unsafe-eval' {};", hash("a()"))), "{policy}");
        assert!(policy.contains(&format!("style-src 'self' {} {};", hash("bc"), hash("d"))), "{policy}");
    }

    #[test]
    fn a_page_that_was_changed_is_sealed_again() {
        let once = seal(PAGE).unwrap();
        assert_eq!(seal(&once).unwrap(), once);
        let changed = once.replace("a()", "e()");
        assert_ne!(policy(&seal(&changed).unwrap()), policy(&once));
        assert_eq!(seal(&changed).unwrap(), seal(&PAGE.replace("a()", "e()")).unwrap());
    }

    #[test]
    fn what_trunk_would_fill_in_is_filled_in() {
        let script = "const address = '{{__TRUNK_ADDRESS__}}', base = '{{__TRUNK_WS_BASE__}}';";
        let sealed = seal(&PAGE.replace("a()", script)).unwrap();
        assert!(!sealed.contains("__TRUNK"), "{sealed}");
        let filled_in = hash("const address = window.location.host, base = '/';");
        assert!(policy(&sealed).contains(&filled_in) && policy(&sealed).contains("ws:"), "{sealed}");
    }

    #[test]
    fn only_plain_styles_are_joined() {
        let check = |page: &str, expected: &str| assert_eq!(with_joined_styles(page), expected);
        check("<style>a</style>\n <style>b</style>c", "<style>ab</style>c");
        check(
            "<style media=\"print\">a</style><style>b</style>",
            "<style media=\"print\">a</style><style>b</style>",
        );
        check("<style>a</style><p><style>b</style>", "<style>a</style><p><style>b</style>");
    }

    #[test]
    fn where_it_cannot_stand_says_why() {
        assert_eq!(seal("<p>"), Err(NoHead));
        assert!(seal("<head><title>x</title></head>").unwrap().starts_with("<head>\n    <meta"));
    }
}
