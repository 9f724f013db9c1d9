//! Bodies as whole, through all stages.

use bundle::text::visible_text;
use proptest::prelude::*;

use super::*;
use crate::articles::link_to_articles;
use crate::media::tests::gif;
use crate::rules::tests::examples;

const ABOUT: About<'_> = About { title: "Title", url: "https://example.org/a/story" };

fn html(body: &str) -> String {
    render(body, &ABOUT, &Rules::default()).html
}

fn check(body: &str, expected: &str) {
    assert_eq!(html(body), expected, "{body}");
}

#[test]
fn the_form_that_robots_write() {
    check(
        "<div>\n<div class=\"figure-media\"><img class=\"img-fluid lazyload\" data-src=\"https://x.org/a.jpg\" \
         title=\"t\" alt=\"b\" src=\"https://x.org/blank.gif\" referrerpolicy=\"no-referrer\"></div> \
         <figcaption>c</figcaption> <p>一</p><section id=\"imu\"><div id=\"dfp-ad-imu1\"></div></section>\
         <p>二</p><div class=\"cx_paywall_placeholder\" id=\"sph_cdp_40\"></div>\n</div>\n",
        "<div>\n<div><img alt=\"b\" title=\"t\" src=\"https://x.org/a.jpg\" referrerpolicy=\"no-referrer\" \
         loading=\"lazy\" decoding=\"async\"></div> <figcaption>c</figcaption> <p>一</p><section></section>\
         <p>二</p>\n</div>",
    );
}

#[test]
fn shells_go_and_the_article_goes_on() {
    let check = |shell: &str| {
        for around in ["<div>\n<p>前</p>\nSHELL\n<p>后</p>\n</div>", "<p>前</p>\n\nSHELL\n\n后"] {
            let text = visible_text(&html(&around.replace("SHELL", shell))).text;
            assert_eq!(text, "前\n后", "{shell}");
        }
    };
    check("<div class=\"cx_paywall_placeholder\" id=\"sph_cdp_40\">请订阅</div>");
    check(
        "<section><div id=\"dfp-ad-imu1-wrapper\"><div id=\"dfp-ad-imu1\"><p>广告</p></div></div></section>",
    );
    check("<div id=\"innity-in-post\"><span>广告</span></div>");
    check("<div class=\"box innity-apps\"><script>广告()</script></div>");
    check(
        "<div class=\"sharedaddy sd-sharing-enabled\"><h3>分享</h3><ul><li><a href=\"x\">推</a></li></ul></div>",
    );
    check("<div class=\"addtoany_share_save_container\"><a href=\"x\">分享</a></div>");
    check("<div class=\"code-block code-block-1\"><div class=\"container ads_Kb\"><p>广告</p></div></div>");
    check("<ins class=\"adsbygoogle\" data-ad-slot=\"1\">广告</ins>");
    check(
        "<div id=\"comments\" class=\"comments-area\"><ol><li><p>便宜的<a href=\"http://spam.example\">包</a></p></li></ol></div>",
    );
    check("<div class=\"comment-wrapper\"><h2>评论</h2><div class=\"comment\"><p>spam</p></div></div>");
    check("<div id=\"jp-relatedposts\"><a href=\"x\">相关</a></div>");
    check("<img src=\"https://x.org/_/stat?event=view\" width=\"1\" height=\"1\">");
    check("<noscript><img src=\"https://x.org/a.gif\">脚本</noscript>");
}

#[test]
fn an_article_that_speaks_of_shells_stays() {
    let body = "<div class=\"post comments-are-open share\"><p id=\"ads-in-history\">广告史</p></div>";
    assert_eq!(visible_text(&html(body)).text, "广告史");
}

#[test]
fn markdown_and_html_side_by_side() {
    check(
        "# A\n\n*b*\n\n<div>\n\n    *c*\n\n</div>\n\nd",
        "<h1>A</h1>\n<p><em>b</em></p>\n<div>\n*c*\n</div>\n<p>d</p>",
    );
}

#[test]
fn the_title_is_not_repeated() {
    for body in
        ["# Title\n\ntext", "Title\n=====\n\ntext", "<h2> Title </h2>\n<p>text</p>", "### Title\n\ntext"]
    {
        assert_eq!(visible_text(&html(body)).text, "text", "{body}");
    }
    check("# Another\n\n## Title", "<h1>Another</h1>\n<h2>Title</h2>");
}

#[test]
fn links() {
    let link = |href: &str, rest: &str| format!("<p><a href=\"{href}\"{rest}>b</a></p>");
    check("<p><a href=\"../b\">b</a></p>", &link("https://example.org/b", " data-written=\"../b\""));
    check("[b]({{ site.baseurl }}/b)", &link("https://example.org/b", " data-written=\"/b\""));
    check("[b]({% post_url 2019-05-25-b %})", "<p><a data-written=\"/_posts/2019-05-25-b.md\">b</a></p>");
    check("[b](https://x.org/)", &link("https://x.org/", ""));
}

#[test]
fn links_to_posts_go_all_the_way() {
    let resolve =
        |address: &str| address.ends_with("2019-05-25-b.md").then(|| "2019-05-25/k3j2mp".to_owned());
    for body in [
        "[b](2019-05-25-b.md)",
        "[b]({% post_url 2019-05-25-b %})",
        "<a href=\"../_posts/2019-05-25-b.md\">b</a>",
    ] {
        let html = html(body);
        let linked = link_to_articles(&html, resolve);
        assert!(linked.contains(" data-article=\"2019-05-25/k3j2mp\""), "{linked}");
        assert!(!linked.contains("data-written") && !linked.contains('%'), "{linked}");
    }
}

#[test]
fn footnotes_stay_in_the_body() {
    let html = html("a[^1]\n\n[^1]: note");
    assert!(html.contains("href=\"#text-fn-1\"") && html.contains("id=\"text-fn-1\""), "{html}");
    assert!(html.contains("href=\"#text-fnref-1\"") && html.contains("id=\"text-fnref-1\""), "{html}");
}

#[test]
fn bare_addresses_become_links() {
    check(
        "<div>\n看https://x.org/a?b&c喜欢\n</div>",
        "看<a href=\"https://x.org/a?b&amp;c\">https://x.org/a?b&amp;c</a>喜欢",
    );
    for body in
        ["<a href=\"https://y.org/\">https://x.org</a>", "<code>https://x.org</code>", "    https://x.org"]
    {
        assert!(!html(body).contains("href=\"https://x.org"), "{body}");
    }
}

#[test]
fn films_give_way_to_what_stands_in_for_them() {
    check(
        "<p>a</p><iframe src=\"https://www.youtube.com/embed/x\"></iframe>",
        "<p>a</p>\n<a class=\"embed\" data-embed=\"video\" href=\"https://www.youtube.com/watch?v=x\"></a>",
    );
    check(
        "<video poster=\"b.jpg\" autoplay><source src=\"a.mp4\">old browser</video>",
        "<a class=\"embed\" data-embed=\"video\" href=\"https://example.org/a/a.mp4\">\
         <img alt=\"\" src=\"https://example.org/a/b.jpg\" referrerpolicy=\"no-referrer\" loading=\"lazy\" \
         decoding=\"async\"></a>",
    );
    check("<p>a<iframe></iframe>b</p>", "<p>ab</p>");
    check(
        "<div><object data=\"a.swf\"><embed src=\"a.swf\">text</object></div>",
        "<a class=\"embed\" data-embed=\"frame\" href=\"https://example.org/a/a.swf\"></a>text",
    );
}

#[test]
fn large_pictures_become_files() {
    let body = render(&format!("<p><img src=\"{}\" alt=\"b\"></p>", gif(5000)), &ABOUT, &Rules::default());
    let [media] = body.media.as_slice() else { panic!("{body:?}") };
    assert_eq!(
        body.html,
        format!(
            "<p><img alt=\"b\" data-media=\"{}\" width=\"2\" height=\"1\" referrerpolicy=\"no-referrer\" \
             loading=\"lazy\" decoding=\"async\"></p>",
            media.name
        )
    );
}

#[test]
fn small_pictures_stay_where_they_are() {
    let padded = gif(200);
    let body = render(&format!("<img src=\"{padded}\">"), &ABOUT, &Rules::default());
    assert!(body.html.contains(&padded) && body.media.is_empty(), "{body:?}");
}

#[test]
fn nothing_runs() {
    for attack in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<img src=x onerror=\"this.src='javascript:alert(1)'\">",
        "<img src=\"about:blank\" onerror=\"this.src='&quot; onload=1 x=&quot;'\">",
        "<img srcset='javascript:alert(1) 2x'>",
        "<img alt='\"><script>alert(1)</script>' src=x>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\" data:text/html,<script>alert(1)</script>\">x</a>",
        "<a href=\"{{ 'javascript:alert(1)' | relative_url }}\">x</a>",
        "<a id='\"><script>alert(1)</script>' href='#\"><script>alert(1)</script>'>x</a>",
        "<img src=\"data:image/svg+xml;base64,AAAA\">",
        "<iframe src=\"javascript:alert(1)\"></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<iframe src=\"https://cdn.embedly.com/x?src=javascript:alert(1)&image=javascript:alert(1)\"></iframe>",
        "<video src=\"javascript:alert(1)\" poster=\"javascript:alert(1)\"></video>",
        "<object data=\"data:text/html,<script>alert(1)</script>\"></object>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=alert(1)&gt;\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<xmp><script>alert(1)</script>",
        "<p style=\"position:fixed\">x</p>",
        "<form action=x><input name=y></form>",
        "[x](javascript:alert(1))",
        "https://x.org/\"onmouseover=\"alert(1)",
    ] {
        assert!(is_harmless(&html(attack)), "{attack} gives {}", html(attack));
    }
}

/// Whether nothing in HTML runs, loads a page or stands outside of its place.
fn is_harmless(html: &str) -> bool {
    const ELEMENTS: &[&str] = &[
        "a",
        "b",
        "br",
        "blockquote",
        "body",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "h1",
        "h2",
        "hr",
        "html",
        "i",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "span",
        "strong",
        "table",
        "tbody",
        "td",
        "tr",
        "ul",
    ];
    const ATTRIBUTES: &[&str] = &[
        "alt",
        "class",
        "data-embed",
        "data-media",
        "data-written",
        "decoding",
        "height",
        "href",
        "id",
        "loading",
        "referrerpolicy",
        "src",
        "start",
        "title",
        "width",
    ];
    Tree::parse(html).elements().all(|element| {
        let is_address =
            |value: &str| ["https://", "http://", "#text-"].iter().any(|start| value.starts_with(start));
        let is_known = |(name, value): (&str, &str)| {
            ATTRIBUTES.contains(&name) && (!matches!(name, "href" | "src") || is_address(value))
        };
        ELEMENTS.contains(&element.name()) && element.attributes().all(is_known)
    })
}

#[test]
fn nesting_without_end_is_flattened() {
    let deep = |open: &str, close: &str| format!("{}text{}", open.repeat(20_000), close.repeat(20_000));
    for body in [
        deep("<div>", "</div>"),
        deep("<b class=a><i>", "</i></b>"),
        deep("> ", ""),
        deep("- ", ""),
        deep("<table><tr><td>", ""),
    ] {
        assert_eq!(visible_text(&html(&body)).text, "text", "{}", &body[..20]);
    }
}

#[test]
fn every_built_in_rule_takes_its_shell_and_no_more() {
    for example in examples() {
        // Tags may have the attribute already.
        let shell = example.replace(" src=\"https://example.org/\"  src", " src");
        let about = About { title: "", url: "" };
        let body = render(&format!("<div>前{shell}后</div>"), &about, &Rules::default());
        assert!(["前后", "前shell后"].contains(&body.html.as_str()), "{shell}: {body:?}");
        assert!(!body.html.contains("shell") || shell.starts_with("<img"), "{shell}: {body:?}");
    }
}

proptest! {
    #[test]
    fn what_is_added_changes_no_text(
        text in "(https?://[a-c]\\.[a-c]/[a-c]{0,3}|[字句]{1,40}|[。！？”…]| |\n|www\\.a\\.b|&|[a-c]{1,9}|<b>|</b>|<i>x</i>|<code>){0,60}"
    ) {
        let block = format!("<div>{text}</div>");
        prop_assert_eq!(visible_text(&html(&block)).text, visible_text(&sanitise(&block)).text);
    }

    #[test]
    fn hostile_soup_is_harmless(
        body in "(<(/)?(p|a|b|img|svg|style|script|iframe|video|source|object|embed|xmp|math|table|td|noscript|template|div)( (src|href|onerror|id|class|data-media|data-article|poster|srcset|data)=(\"|')?(javascript:alert|x|#x|data:text/html,x|embed|https://x\\.org)(\"|')?)?>|[\"'<>&a字 \n]|https://x\\.org|\\[x\\]\\(|\\)|\\{\\{|%\\}){0,30}"
    ) {
        let html = html(&body);
        let again = sanitise(&html);
        prop_assert_eq!(&again, &html);
        prop_assert!(is_harmless(&html), "{}", html);
    }
}
