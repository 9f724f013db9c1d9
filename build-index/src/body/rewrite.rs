//! Takes out what is not part of an article, and gives lazy images their address.

use std::borrow::Cow;
use std::sync::LazyLock;

use lol_html::html_content::Element;
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, rewrite_str};

/// The selectors of what goes; see the file.
pub(crate) const SHELLS: &str = include_str!("shells.txt");

/// Where scripts of lazy loading keep an image's address, the most reliable first.
const LAZY_SOURCES: &[&str] =
    &["data-lazy-src", "data-src", "data-original", "data-actualsrc", "data-orig-file"];
/// The same for sets of addresses.
const SOURCE_SETS: &[&str] = &["data-lazy-srcset", "data-srcset", "srcset"];

/// The selectors of shells, and that of images. Reading them takes longer than using them.
static SELECTORS: LazyLock<Selectors> = LazyLock::new(|| Selectors {
    shells: shell_lines().filter_map(|line| line.parse().ok()).collect(),
    image: "img".parse().ok(),
});

struct Selectors {
    shells: Vec<Selector>,
    image: Option<Selector>,
}

/// The lines of the list that are selectors.
fn shell_lines() -> impl Iterator<Item = &'static str> {
    SHELLS.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("# "))
}

/// Rewrites HTML, which need not be well formed. What can not be rewritten is given back as it is,
/// for the sanitiser to deal with.
pub(super) fn rewrite(html: &str) -> String {
    let remove = |shell: &mut Element<'_, '_>| {
        shell.remove();
        Ok(())
    };
    let shells = SELECTORS
        .shells
        .iter()
        .map(|selector| (Cow::Borrowed(selector), ElementContentHandlers::default().element(remove)));
    let images = SELECTORS.image.iter().map(|selector| {
        let give = |image: &mut Element<'_, '_>| Ok(give_address(image)?);
        (Cow::Borrowed(selector), ElementContentHandlers::default().element(give))
    });
    let settings = shells.chain(images).fold(RewriteStrSettings::new(), |settings, handler| {
        settings.append_element_content_handler(handler)
    });
    rewrite_str(html, settings).unwrap_or_else(|_| html.to_owned())
}

fn give_address(image: &mut Element<'_, '_>) -> Result<(), lol_html::errors::AttributeNameError> {
    if let Some(address) = address_of(image) {
        image.set_attribute("src", &address)?;
    }
    for (name, value) in [("referrerpolicy", "no-referrer"), ("loading", "lazy"), ("decoding", "async")] {
        image.set_attribute(name, value)?;
    }
    Ok(())
}

/// The first address that is not a placeholder; the largest of a set if there is no other.
fn address_of(image: &Element<'_, '_>) -> Option<String> {
    let lazy = LAZY_SOURCES.iter().filter_map(|name| image.get_attribute(name));
    let shown = image.get_attribute("src").into_iter();
    let sets = SOURCE_SETS.iter().filter_map(|name| largest(&image.get_attribute(name)?));
    lazy.chain(shown)
        .chain(sets)
        .map(|address| address.trim().to_owned())
        .find(|address| !is_placeholder(address))
}

/// Whether an address stands in for a picture that a script would load.
fn is_placeholder(address: &str) -> bool {
    /// The smallest pictures have some 50 bytes; no real one fits 200 characters.
    const SMALLEST: usize = 200;
    let inline = address.starts_with("data:");
    address.is_empty() || address.starts_with("about:") || (inline && address.len() < SMALLEST)
}

/// The address of the largest picture in a `srcset`: `a.jpg 300w, b.jpg 1024w`.
fn largest(set: &str) -> Option<String> {
    let candidates = set.split(", ").filter_map(|candidate| {
        let mut parts = candidate.split_whitespace();
        let address = parts.next()?.trim_end_matches(',');
        let size = parts.next().and_then(|size| size.trim_end_matches(['w', 'x', ',']).parse::<f32>().ok());
        Some((size.unwrap_or(1.0), address))
    });
    candidates.max_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, address)| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &str) {
        assert_eq!(rewrite(html), expected, "{html}");
    }

    /// What every image gets.
    const REST: &str = "referrerpolicy=\"no-referrer\" loading=\"lazy\" decoding=\"async\"";

    #[test]
    fn lazy_images_get_their_address() {
        check("<img src=\"a.jpg\">", &format!("<img src=\"a.jpg\" {REST}>"));
        check(
            "<img data-lazy-src=\"b.jpg\" src=\"blank.gif\">",
            &format!("<img data-lazy-src=\"b.jpg\" src=\"b.jpg\" {REST}>"),
        );
        check(
            "<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\" srcset=\"s.jpg 300w, l.jpg 1024w\">",
            &format!("<img src=\"l.jpg\" srcset=\"s.jpg 300w, l.jpg 1024w\" {REST}>"),
        );
    }

    #[test]
    fn shells_go_and_what_follows_stays() {
        check("<p>a</p><div id=\"dfp-ad-1\"><p>ad</p></div><p>b</p>", "<p>a</p><p>b</p>");
        check("a<script>b</script><div class=\"x sharedaddy\">c</div>d", "ad");
        check("<div id=\"comments\"><p>spam</p></div>after", "after");
    }

    #[test]
    fn every_selector_is_understood() {
        for line in shell_lines() {
            assert!(line.parse::<Selector>().is_ok(), "{line}");
        }
    }
}
