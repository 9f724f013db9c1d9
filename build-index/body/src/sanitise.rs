//! The last stage: only what is listed here reaches a reader.

use std::borrow::Cow;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use crate::write::ANCHOR;
use crate::{embed, media};

/// The sanitiser with its lists. Making it takes longer than using it on a short text.
static SANITISER: LazyLock<Builder<'_>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        .add_tags(["figure", "figcaption", "section", "article", "main", "big", "font"])
        .add_generic_attributes(["id"])
        .add_tag_attributes("a", ["data-embed", "data-written"])
        .add_tag_attributes(
            "img",
            ["src", "alt", "title", "width", "height", "loading", "decoding", "referrerpolicy", "data-media"],
        )
        .add_tag_attributes("ol", ["start", "reversed", "type"])
        .add_allowed_classes("a", ["embed"])
        .add_allowed_classes("span", ["paragraph"])
        .add_url_schemes(["data"])
        // The page's referrer policy covers all links.
        .link_rel(None)
        .url_relative(UrlRelative::Custom(Box::new(only_anchors)))
        .attribute_filter(keep_attribute);
    builder
});

/// Sanitises HTML. Addresses are whole, but for those of places in it.
pub(super) fn sanitise(html: &str) -> String {
    SANITISER.clean(html).to_string()
}

fn only_anchors(address: &str) -> Option<Cow<'_, str>> {
    address.strip_prefix('#').filter(|anchor| anchor.starts_with(ANCHOR)).map(|_| Cow::Borrowed(address))
}

/// Looks at the values that the viewer, or the page around the body, would act on.
fn keep_attribute<'a>(element: &str, attribute: &str, value: &'a str) -> Option<Cow<'a, str>> {
    let is_kept = match attribute {
        "id" => value.starts_with(ANCHOR),
        "data-media" => media::is_name(value),
        "data-embed" => embed::KINDS.contains(&value),
        "src" if element == "img" && media::is_data(value) => media::is_small(value),
        _ => !media::is_data(value),
    };
    is_kept.then_some(Cow::Borrowed(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::tests::gif;

    fn check(html: &str, expected: &str) {
        assert_eq!(sanitise(html), expected, "{html}");
    }

    #[test]
    fn small_pictures_may_be_inline_and_nothing_else() {
        check(&format!("<img src=\"{}\">", gif(0)), &format!("<img src=\"{}\">", gif(0)));
        check(&format!("<img src=\"{}\">", gif(5000)), "<img>");
        check("<img src=\"data:image/png;base64,AAAA\">", "<img>");
        check("<img src=\"data:image/svg+xml;base64,AAAA\">", "<img>");
        check(&format!("<a href=\"{}\">x</a>", gif(0)), "<a>x</a>");
        check("<a href=\" d\tata:text/html,x\">x</a>", "<a>x</a>");
    }

    #[test]
    fn relative_addresses_are_dropped_but_for_anchors() {
        check("<a href=\"../x\">x</a>", "<a>x</a>");
        check("<a href=\"#/article/x\">x</a>", "<a>x</a>");
        check("<a href=\"#text-x\">x</a>", "<a href=\"#text-x\">x</a>");
        check("<p id=\"text-x\">a</p><p id=\"content\">b</p>", "<p id=\"text-x\">a</p><p>b</p>");
    }

    #[test]
    fn what_the_viewer_acts_on_is_what_this_crate_writes() {
        check("<p class=\"embed\">x</p>", "<p>x</p>");
        check("<span class=\"paragraph wide\">x</span>", "<span class=\"paragraph\">x</span>");
        check("<img data-media=\"../../x.png\">", "<img>");
        check("<a data-embed=\"script\" data-article=\"x\">x</a>", "<a>x</a>");
    }

    #[test]
    fn text_stays() {
        check("<div>1 < 2 &amp; 活<em>字</em></div>", "<div>1 &lt; 2 &amp; 活<em>字</em></div>");
    }
}
