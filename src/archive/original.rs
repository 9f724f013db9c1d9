//! The article that was archived, where it first stood.

/// A link to an original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Original<'a> {
    /// Its address.
    pub(crate) href: &'a str,
    /// Who published it, as a reader knows the site.
    pub(crate) host: &'a str,
}

impl<'a> Original<'a> {
    /// The original at an address, if that is an address of the web: no other should be linked to.
    pub(crate) fn at(href: &'a str) -> Option<Original<'a>> {
        let (scheme, rest) = href.split_once("://")?;
        if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
            return None;
        }
        let authority = rest.split(['/', '?', '#']).next()?;
        let host = authority.rsplit('@').next()?;
        let host = bundle::site::of_host(host);
        (!host.is_empty()).then_some(Original { href, host })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_linked_to() {
        let host = |href| Original::at(href).map(|original| original.host);
        assert_eq!(host("https://www.example.org/a?b"), Some("example.org"));
        assert_eq!(host("HTTP://example.org:8080"), Some("example.org:8080"));
        assert_eq!(host("https://user@example.org/"), Some("example.org"));
        assert_eq!(host("javascript:alert(1)//://"), None);
        assert_eq!(host("https:///x"), None);
        assert_eq!(host(""), None);
    }
}
