//! Markup as HTML.

use yew::LocalServerRenderer;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct WholeProps {
    markup: Html,
}

/// Yew renders components alone.
#[component]
fn Whole(props: &WholeProps) -> Html {
    props.markup.clone()
}

/// Markup as HTML. Texts and attributes are escaped; what markup holds as HTML stands as it is.
pub fn render(markup: Html) -> String {
    let whole = LocalServerRenderer::<Whole>::with_props(WholeProps { markup });
    // Nothing is waited for: nothing that is rendered here has a state.
    pollster::block_on(whole.hydratable(false).render())
}

#[cfg(test)]
mod tests {
    use texts::find;

    use super::*;
    use crate::{
        Feed, FirstList, Icon, Neighbour, NotFound, Original, PageFooter, PlainWays, Row, Tab, brand, count,
        date, first_list, header, icon, labelled_icon, link, month_heading, neighbours, not_found, original,
        outward_link, page_footer, row, summary, timeline_skeleton, untitled, value,
    };

    /// It begins with what ends an attribute.
    const HOSTILE: &str = "\">&amp;</h3><script>alert(1)</script><img src=x onerror=alert(1)>";

    #[track_caller]
    fn check(markup: Html, expected: &str) {
        assert_eq!(render(markup), expected);
    }

    /// A row of all that can be hostile.
    fn hostile_row() -> Html {
        let meta = html! {
            <>
                { value("category", HOSTILE, None) }
                { value("author", HOSTILE, Some(HOSTILE.into())) }
                { original(Original { href: HOSTILE.into(), text: HOSTILE.into(), title: None, tab: Tab::Same }) }
                { date(HOSTILE, Some(HOSTILE.into()), HOSTILE) }
            </>
        };
        let title = link(HOSTILE, "title", html! { { HOSTILE } });
        row(Row { title, meta, address: Some(HOSTILE.into()), ..Row::default() })
    }

    #[test]
    fn nothing_that_is_given_becomes_html() {
        let texts = find("en").unwrap().built_in();
        let rows = vec![(Some(month_heading(HOSTILE, HOSTILE)), hostile_row())];
        let plain = Some(PlainWays { lists: HOSTILE.into(), search: HOSTILE.into() });
        let list = FirstList { title: HOSTILE.into(), articles: 3, has_timeline: true, rows, plain };
        let footer = PageFooter {
            description: HOSTILE.into(),
            extent: Some(HOSTILE.into()),
            feed: Some(Feed { href: HOSTILE.into(), name: "feed", title: "feed" }),
            ..PageFooter::default()
        };
        let neighbour = Neighbour { href: HOSTILE.into(), name: "next", lang: None, title: HOSTILE.into() };
        for markup in [
            first_list(&texts, list),
            not_found(&texts, NotFound { archive: HOSTILE.into(), home: Some(HOSTILE.into()) }),
            page_footer(footer),
            neighbours("neighbours", Some(neighbour.clone()), Some(neighbour)),
            brand(HOSTILE, Some(HOSTILE.into())),
            count(HOSTILE, Html::default()),
        ] {
            let html = render(markup);
            for hostile in ["<script", "<img", "=\"\"&gt;", "=\"\">"] {
                assert!(!html.contains(hostile), "{hostile} in {html}");
            }
            assert!(html.contains("&lt;script&gt;"), "{html}");
            assert!(!html.contains(" style="), "a strict policy allows no styles in attributes: {html}");
        }
    }

    #[test]
    fn the_head_of_a_page() {
        check(
            header(brand("#/", Some("A".into())), html! { <form /> }, html! { <div /> }),
            "<header class=\"header\"><div class=\"header-inner\"><a href=\"#/\" class=\"brand\">\
             <span aria-hidden=\"true\" class=\"seal\">阅</span> <span class=\"brand-name\">A</span></a>\
             <form></form><div></div></div></header>",
        );
        check(
            brand("#/", None),
            "<a href=\"#/\" class=\"brand\"><span aria-hidden=\"true\" class=\"seal\">阅</span> \
             <span class=\"brand-name\"></span></a>",
        );
    }

    #[test]
    fn a_row() {
        let whole = Row {
            class: Some("read"),
            address: Some("2023-11-09/abcde".into()),
            sign: html! { <i /> },
            lang: Some("zh-Hans"),
            title: link("#/a", "title", untitled("(untitled)")),
            meta: value("author", "Ann", Some("#/?author=Ann".into())),
            snippet: html! { <p /> },
        };
        check(
            row(whole),
            "<article data-address=\"2023-11-09/abcde\" class=\"row read\"><i></i><h3 lang=\"zh-Hans\">\
             <a href=\"#/a\" class=\"title\"><span class=\"untitled\">(untitled)</span></a></h3>\
             <div class=\"meta\"><a href=\"#/?author=Ann\" class=\"author\">Ann</a></div><p></p></article>",
        );
        check(row(Row::default()), "<article class=\"row\"><h3></h3><div class=\"meta\"></div></article>");
        check(value("category", "Tea", None), "<span class=\"category\">Tea</span>");
        check(
            month_heading("May 2020", "2 articles"),
            "<h2 class=\"month\">May 2020<span>2 articles</span></h2>",
        );
    }

    #[test]
    fn the_original_and_the_date() {
        let there = |tab, title| {
            original(Original { href: "https://e.org".into(), text: "e.org".into(), title, tab })
        };
        let icon = render(icon(Icon::External));
        check(
            there(Tab::Other, Some("Original")),
            &format!(
                "<a href=\"https://e.org\" target=\"_blank\" rel=\"noopener noreferrer\" title=\"Original\" \
                 class=\"original\">e.org{icon}</a>"
            ),
        );
        check(
            there(Tab::Same, None),
            &format!(
                "<a href=\"https://e.org\" rel=\"noopener noreferrer\" class=\"original\">e.org{icon}</a>"
            ),
        );
        check(date("2020-01-02", None, "January 2"), "<time datetime=\"2020-01-02\">January 2</time>");
    }

    #[test]
    fn links_to_other_sites_and_what_leads_nowhere() {
        check(
            outward_link(Some("https://e.org".into()), "title", html! { "A" }),
            "<a href=\"https://e.org\" rel=\"noopener noreferrer\" class=\"title\">A</a>",
        );
        check(outward_link(None, "title", html! { "A" }), "<a class=\"title\">A</a>");
    }

    #[test]
    fn the_line_above_a_list() {
        check(
            summary(
                html! { <b /> },
                count("2 articles", html! { <span>{ "with tea" }</span> }),
                html! { <i /> },
            ),
            "<div class=\"summary\"><b></b><h2 class=\"count\"><strong>2 articles</strong><span>with tea</span></h2>\
             <i></i></div>",
        );
        check(
            timeline_skeleton(),
            "<div aria-hidden=\"true\" class=\"timeline skeleton\"><span class=\"bone\"></span></div>",
        );
    }

    #[test]
    fn icons_say_nothing_themselves() {
        let svg = "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\" class=\"icon\">";
        check(
            labelled_icon(Icon::Filter, "Filters"),
            &format!("{svg}<path d=\"M4 7h16M7 12h10M10 17h4\"></path></svg>Filters"),
        );
        assert!(render(icon(Icon::Theme)).contains("class=\"ink\""));
    }

    #[test]
    fn the_page_that_leads_nowhere_is_whole() {
        let texts = find("zh").unwrap().built_in();
        let page = render(not_found(&texts, NotFound { archive: "茶".into(), home: None }));
        assert!(page.starts_with("<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\">"), "{page}");
        assert!(page.contains("<title>这里没有页面 · 茶</title>"), "{page}");
        assert!(page.contains("font: 16px/1.7 system-ui, \"PingFang SC\""), "{page}");
        assert!(!page.contains("<a "), "{page}");
    }
}
