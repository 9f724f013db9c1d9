//! From the body of a post to sanitised HTML.
//!
//! The stages, each in a module: the *opening* that robots write is taken off, *Markdown* becomes
//! HTML, *shells* of advertisements and share bars go and lazy *images* get their address, and at
//! the end everything is *sanitised*. Only what the last stage lets through reaches a reader.

mod markdown;
mod opening;
mod rewrite;
mod sanitise;
mod title;

pub(crate) use opening::Opening;
pub(crate) use rewrite::SHELLS as RULES;
pub(crate) use title::first_heading;

/// Renders a body, without its opening. Relative addresses are those of the original at `url`.
pub(crate) fn render(body: &str, url: &str) -> String {
    let html = markdown::to_html(body);
    let html = rewrite::rewrite(&html);
    sanitise::sanitise(&html, url).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str, expected: &str) {
        assert_eq!(render(body, "https://example.org/a/story"), expected, "{body}");
    }

    #[test]
    fn the_form_that_robots_write() {
        check(
            "<div>\n<div class=\"figure-media\"><img class=\"img-fluid lazyload\" data-src=\"https://x.org/a.jpg\" \
             title=\"t\" alt=\"b\" src=\"https://x.org/blank.gif\" referrerpolicy=\"no-referrer\"></div> \
             <figcaption>c</figcaption> <p>一</p><section id=\"imu\"><div id=\"dfp-ad-imu1\"></div></section>\
             <p>二</p><div class=\"cx_paywall_placeholder\" id=\"sph_cdp_40\"></div>\n</div>\n",
            "<div>\n<div><img title=\"t\" alt=\"b\" src=\"https://x.org/a.jpg\" referrerpolicy=\"no-referrer\" \
             loading=\"lazy\" decoding=\"async\"></div> <figcaption>c</figcaption> <p>一</p><section></section>\
             <p>二</p>\n</div>",
        );
    }

    #[test]
    fn markdown_and_html_side_by_side() {
        check(
            "# A\n\n*b*\n\n<div>\n\n    *c*\n\n</div>\n\nd",
            "<h1>A</h1>\n<p><em>b</em></p>\n<div>\n\n    *c*\n\n</div>\n<p>d</p>",
        );
    }

    #[test]
    fn nothing_runs() {
        for attack in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=\" data:text/html,<script>alert(1)</script>\">x</a>",
            "<img src=\"data:image/svg+xml;base64,AAAA\">",
            "<iframe src=\"https://x.org\"></iframe>",
            "<svg><script>alert(1)</script></svg>",
            "<p style=\"position:fixed\">x</p>",
            "<form action=x><input name=y></form>",
            "[x](javascript:alert(1))",
        ] {
            let html = render(attack, "");
            for word in ["script", "alert", "onerror", "data:", "iframe", "style", "form", "input"] {
                assert!(!html.contains(word), "{attack} gives {html}");
            }
        }
    }

    #[test]
    fn relative_addresses_are_those_of_the_original() {
        check(
            "<p><a href=\"../b\">b</a></p>",
            "<p><a href=\"https://example.org/b\" rel=\"noopener noreferrer\">b</a></p>",
        );
    }
}
