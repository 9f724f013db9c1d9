//! Every screen for everybody: what axe-core finds, targets, zoom, focus, landmarks.

use reading_room_tests::{Key, Page, Reader, Site};

/// A screen: its name, how to come to it, and what is there then.
struct Screen {
    name: &'static str,
    route: &'static str,
    /// What to click, in this order; what no reader of that width can click is passed over.
    clicks: &'static [&'static str],
    /// What to press then.
    keys: &'static str,
    /// What shows when the screen is there.
    sign: &'static str,
}

const PLAIN: Screen = Screen { name: "", route: "#/", clicks: &[], keys: "", sign: "article.row .meta" };

const SCREENS: [Screen; 10] = [
    Screen { name: "home", ..PLAIN },
    Screen { name: "search", route: "#/?q=图书馆", sign: "article.row .excerpt mark", ..PLAIN },
    Screen { name: "chosen", route: "#/?q=tide&category=Harbours&year=2019&date:x", sign: ".chip", ..PLAIN },
    Screen { name: "nothing-found", route: "#/?q=图书馆+qqxx", sign: ".notice button", ..PLAIN },
    Screen {
        name: "facets",
        clicks: &[".filter-button", ".facet .quiet-button"],
        sign: ".facet label",
        ..PLAIN
    },
    Screen {
        name: "article",
        route: "#/?q=借书证第一号",
        clicks: &["article.row h3 a"],
        sign: ".body mark",
        ..PLAIN
    },
    Screen { name: "no-such-article", route: "#/article/2020-01-01/zzzzzz", sign: ".notice a", ..PLAIN },
    Screen { name: "unknown", route: "#/nowhere", sign: ".notice a", ..PLAIN },
    Screen {
        name: "search-help",
        clicks: &[".search-help-button"],
        sign: ".search-help:popover-open button",
        ..PLAIN
    },
    Screen { name: "keys", keys: "?", sign: "dialog.key-help[open] kbd", ..PLAIN },
];

fn readers() -> [(&'static str, Reader); 4] {
    [
        ("desktop-light-en", Reader::desktop()),
        ("desktop-dark-zh", Reader::desktop().dark().languages("zh-CN")),
        ("phone-light-zh", Reader::phone().window(360, 740).languages("zh-TW")),
        ("phone-dark-en", Reader::phone().dark()),
    ]
}

/// Comes to a screen.
async fn show(page: &Page, screen: &Screen) {
    page.goto("#/").await;
    page.wait_for_js("document.querySelector('article.row h3 a') !== null").await;
    page.goto(screen.route).await;
    if !screen.clicks.is_empty() || !screen.keys.is_empty() {
        page.wait_for_js("document.querySelector('article.row .meta') !== null").await;
    }
    for css in screen.clicks {
        let is_seen = format!("return document.querySelector({css:?})?.checkVisibility() ?? false");
        if page.eval(&is_seen).await == true {
            page.click(css).await;
        }
    }
    if !screen.keys.is_empty() {
        page.press(screen.keys).await;
    }
    page.wait_for_js(&format!("document.querySelector({:?})?.checkVisibility()", screen.sign)).await;
}

async fn check(page: &Page, name: &str) {
    page.screenshot(&format!("accessibility-{name}")).await;
    assert_eq!(page.axe().await.join("\n"), "", "{name}");
    assert_eq!(page.eval("return document.documentElement.scrollWidth > innerWidth").await, false, "{name}");
}

#[tokio::test]
async fn no_screen_has_what_axe_would_find() {
    let site = Site::sample().await;
    for (of, reader) in readers() {
        let page = site.open_as(&reader, "#/").await;
        for screen in &SCREENS {
            show(&page, screen).await;
            check(&page, &format!("{}-{of}", screen.name)).await;
            page.press(&Key::Escape).await;
            page.reload().await;
        }
    }
}

#[tokio::test]
async fn nor_has_what_is_converted_or_fails() {
    let site = Site::sample().await;
    for (of, reader) in readers() {
        let page = site.open_as(&reader, "#/?q=借书证第一号").await;
        page.click(".characters-button").await;
        page.wait_for(".characters:popover-open", 1).await;
        check(&page, &format!("characters-{of}")).await;
        page.click(".characters label:nth-of-type(3)").await;
        page.press(&Key::Escape).await;
        page.click("article.row h3 a").await;
        page.wait_for(".conversion-note", 1).await;
        check(&page, &format!("converted-{of}")).await;

        site.fail("manifest.json", 503);
        page.reload().await;
        page.wait_for("[role=alert]", 1).await;
        check(&page, &format!("failure-{of}")).await;
        site.mend();
    }
}
