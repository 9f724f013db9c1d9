//! The text of an article in a feed: pictures that are files of the bundle, and links to other
//! articles, get addresses that work without the viewer.

use anyhow::{Result, anyhow};
use compile::writer::MEDIA;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::address::{Address, BUNDLE};

/// Sanitised HTML with addresses that lead where they should from the feed's own address.
///
/// lol_html rewrites while it reads: all but the attributes that change stays as it is, and no tree is
/// built for each of thousands of texts.
pub(super) fn readable_elsewhere(html: &str, address: &Address) -> Result<String> {
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("img[data-media]", |image| {
            if let Some(name) = image.get_attribute("data-media") {
                image.set_attribute("src", &address.to(&format!("{BUNDLE}/{MEDIA}/{name}")))?;
                image.remove_attribute("data-media");
            }
            Ok(())
        }))
        .append_element_content_handler(element!("a[data-article]", |link| {
            if let Some(article) = link.get_attribute("data-article") {
                // A link that leads somewhere on the web leads there for all readers.
                if !link.has_attribute("href") {
                    link.set_attribute("href", &address.to(&format!("#/article/{article}")))?;
                }
                link.remove_attribute("data-article");
            }
            Ok(())
        }));
    rewrite_str(html, settings).map_err(|error| anyhow!("a text cannot be put into a feed: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_the_viewer_understands_is_translated() {
        let address = Address::of(None, "feeds/query/a.xml");
        let check = |html: &str, expected: &str| {
            assert_eq!(readable_elsewhere(html, &address).unwrap(), expected);
        };
        check("<p>a &lt; b</p>", "<p>a &lt; b</p>");
        check("<img data-media=\"a.png\">", "<img src=\"../../bundle/media/a.png\">");
        check("<a data-article=\"2020-01-01/k\">a</a>", "<a href=\"../../#/article/2020-01-01/k\">a</a>");
        check("<a href=\"https://e.org/\" data-article=\"d/k\">a</a>", "<a href=\"https://e.org/\">a</a>");
    }
}
