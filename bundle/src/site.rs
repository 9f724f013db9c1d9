//! Sites: where the original of an article was published, as readers know it.

/// The site of a host: the host without a leading `www.`.
///
/// It is the value of [`Facet::Site`](crate::format::Facet::Site), and what stands beside the title of an
/// article.
///
/// ```
/// assert_eq!(bundle::site::of_host("www.example.org"), "example.org");
/// assert_eq!(bundle::site::of_host("news.example.org"), "news.example.org");
/// ```
pub fn of_host(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_leading_www_is_left_out() {
        let check = |host: &str, site: &str| assert_eq!(of_host(host), site);
        check("www.example.org", "example.org");
        check("example.org:8080", "example.org:8080");
        check("www2.example.org", "www2.example.org");
        check("example.www.org", "example.www.org");
        check("www.www.org", "www.org");
        check("", "");
    }
}
