//! Where the addresses of a body lead.

use std::borrow::Cow;

use url::{ParseError, Url};

use crate::liquid;

/// What the addresses of a body are relative to.
pub(super) struct Addresses<'a> {
    /// The original's address, as written.
    page: &'a str,
    base: Option<Url>,
}

/// Where a link leads.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Target<'a> {
    /// The address on the web, if it leads anywhere there.
    pub(super) href: Option<Cow<'a, str>>,
    /// For a relative address, how the post writes it: it may mean another post.
    pub(super) written: Option<Cow<'a, str>>,
}

impl<'a> Addresses<'a> {
    /// For a body whose original is at `page`, which may be empty.
    pub(super) fn of(page: &'a str) -> Addresses<'a> {
        Addresses { page, base: Url::parse(page).ok().filter(|base| !base.cannot_be_a_base()) }
    }

    /// The target of a link with the address `href`.
    pub(super) fn target<'h>(&self, href: &'h str) -> Target<'h> {
        let address = match liquid::without(href) {
            Cow::Borrowed(address) => Cow::Borrowed(address.trim()),
            Cow::Owned(address) => Cow::Owned(address.trim().to_owned()),
        };
        if address.is_empty() {
            return Target::default();
        }
        match Url::parse(&address) {
            Ok(_) => Target { href: Some(address), written: None },
            Err(ParseError::RelativeUrlWithoutBase) => {
                let href = self.join(&address).filter(|_| !is_source_of_post(&address)).map(Cow::Owned);
                let is_local = !address.starts_with(['#', '?']) && !address.starts_with("//");
                Target { href, written: is_local.then_some(address) }
            }
            Err(_) => Target::default(),
        }
    }

    /// The address on the web of a picture or a film.
    pub(super) fn on_the_web<'h>(&self, address: &'h str) -> Option<Cow<'h, str>> {
        let href = self.target(address).href?;
        let scheme = href.get(..8).unwrap_or(&href).to_ascii_lowercase();
        (scheme.starts_with("https://") || scheme.starts_with("http://")).then_some(href)
    }

    /// The anchor in this very body that a link leads to.
    pub(super) fn anchor<'h>(&self, href: &'h str) -> Option<&'h str> {
        let href = href.trim();
        let after_page = href.strip_prefix(self.page).filter(|rest| rest.starts_with('#'));
        after_page.unwrap_or(href).strip_prefix('#').filter(|anchor| !anchor.is_empty())
    }

    fn join(&self, address: &str) -> Option<String> {
        match &self.base {
            Some(base) => base.join(address).ok().map(String::from),
            None => address.starts_with("//").then(|| format!("https:{address}")),
        }
    }
}

/// Whether an address names the source of a post, which the site of the original does not show.
fn is_source_of_post(address: &str) -> bool {
    address.split('/').any(|folder| folder == "_posts")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(href: &str, on_the_web: Option<&str>, written: Option<&str>) {
        let addresses = Addresses::of("https://example.org/a/story");
        let expected = Target { href: on_the_web.map(Cow::Borrowed), written: written.map(Cow::Borrowed) };
        assert_eq!(addresses.target(href), expected, "{href}");
    }

    #[test]
    fn relative_addresses_are_those_of_the_original() {
        check("../b", Some("https://example.org/b"), Some("../b"));
        check(
            " /2019/05/25/t.html ",
            Some("https://example.org/2019/05/25/t.html"),
            Some("/2019/05/25/t.html"),
        );
        check("2019-05-25-t.md", Some("https://example.org/a/2019-05-25-t.md"), Some("2019-05-25-t.md"));
        check("//x.org/b", Some("https://x.org/b"), None);
        check("#b", Some("https://example.org/a/story#b"), None);
        check("https://x.org/b", Some("https://x.org/b"), None);
        check("http://", None, None);
        check("", None, None);
    }

    #[test]
    fn liquid_gives_what_the_post_means() {
        check("{% post_url 2019-05-25-t %}", None, Some("/_posts/2019-05-25-t.md"));
        check("{% link _posts/x.md %}", None, Some("/_posts/x.md"));
        check("../_posts/x.md", None, Some("../_posts/x.md"));
        check("{{ site.baseurl }}/b", Some("https://example.org/b"), Some("/b"));
        check("{{ page.nothing }}", None, None);
    }

    #[test]
    fn without_an_original_the_post_still_means_something() {
        let target = Addresses::of("").target("b.md");
        assert_eq!(target, Target { href: None, written: Some("b.md".into()) });
        assert_eq!(Addresses::of("").on_the_web("//x.org/a.jpg").as_deref(), Some("https://x.org/a.jpg"));
    }

    #[test]
    fn pictures_are_on_the_web() {
        let addresses = Addresses::of("https://example.org/a/story");
        assert_eq!(addresses.on_the_web("b.jpg").as_deref(), Some("https://example.org/a/b.jpg"));
        assert_eq!(addresses.on_the_web("HTTPS://x.org/b.jpg").as_deref(), Some("HTTPS://x.org/b.jpg"));
        for address in
            ["javascript:alert(1)", "data:image/png;base64,AAAA", "about:blank", "ftp://x.org", " "]
        {
            assert_eq!(addresses.on_the_web(address), None, "{address}");
        }
    }

    #[test]
    fn anchors_are_in_the_body() {
        let addresses = Addresses::of("https://example.org/a");
        assert_eq!(addresses.anchor("#b"), Some("b"));
        assert_eq!(addresses.anchor("https://example.org/a#b"), Some("b"));
        assert_eq!(addresses.anchor("https://example.org/c#b"), None);
        assert_eq!(addresses.anchor("#"), None);
    }
}
