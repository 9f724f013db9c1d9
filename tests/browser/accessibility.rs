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

/// The button of an article that cites it, in the languages of the readers.
const CITE: &str = ".article-tools :is([aria-label='Cite'], [aria-label='引用'])";

const PLAIN: Screen = Screen { name: "", route: "#/", clicks: &[], keys: "", sign: "article.row .meta" };

const SCREENS: [Screen; 14] = [
    Screen { name: "home", ..PLAIN },
    Screen { name: "search", route: "#/?q=图书馆", sign: "article.row .snippet mark", ..PLAIN },
    Screen { name: "chosen", route: "#/?q=tide+date:x&category=Harbours", sign: ".chip", ..PLAIN },
    Screen { name: "nothing-found", route: "#/?q=图书馆+qqxx", sign: ".notice button", ..PLAIN },
    Screen {
        name: "facets",
        clicks: &[".filter-button", ".facet .quiet-button"],
        sign: ".facet label",
        ..PLAIN
    },
    Screen {
        name: "article",
        route: "#/?q=借书证第一号+图书馆",
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
    Screen { name: "statistics", route: "#/statistics", sign: "#by-author svg", ..PLAIN },
    Screen {
        name: "courses",
        route: "#/statistics?word=茶&word=tide",
        clicks: &["#word-courses summary"],
        sign: "#word-courses table",
        ..PLAIN
    },
    Screen { name: "device", route: "#/device", sign: ".device h1", ..PLAIN },
    Screen { name: "export", clicks: &[".export-button"], sign: "dialog.export[open] button", ..PLAIN },
    Screen { name: "keys", keys: "?", sign: "dialog.key-help[open] kbd", ..PLAIN },
];

/// Comes to a screen.
async fn show(page: &Page, screen: &Screen) {
    // Another query makes the browser load the page anew.
    page.goto(&format!("?{}{}", screen.name, screen.route)).await;
    if !screen.clicks.is_empty() || !screen.keys.is_empty() {
        page.wait_for_js("document.querySelector('article.row .meta, #word-courses') !== null").await;
    }
    for (place, css) in screen.clicks.iter().enumerate() {
        let is_seen = format!("document.querySelector({css:?})?.checkVisibility() ?? false");
        // What comes before the last click is there on small screens only.
        if place + 1 == screen.clicks.len() {
            page.wait_for_js(&is_seen).await;
        }
        if page.eval(&format!("return {is_seen}")).await == true {
            page.eval(&format!("document.querySelector({css:?}).scrollIntoView({{ block: 'center' }})"))
                .await;
            page.click(css).await;
        }
    }
    if !screen.keys.is_empty() {
        page.press(screen.keys).await;
    }
    page.wait_for_js(&format!("document.querySelector({:?})?.checkVisibility()", screen.sign)).await;
}

/// Adds what is wrong with a screen to the faults.
async fn check(page: &Page, name: &str, faults: &mut Vec<String>) {
    page.screenshot(&format!("accessibility-{name}")).await;
    faults.extend(page.axe().await.into_iter().map(|fault| format!("{name}: {fault}")));
    check_width(page, name, faults).await;
}

async fn check_width(page: &Page, name: &str, faults: &mut Vec<String>) {
    page.draw().await;
    if page.eval("return document.documentElement.scrollWidth > innerWidth").await == true {
        faults.push(format!("{name}: wider than the screen"));
    }
}

/// What is looked for on every screen.
#[derive(Clone, Copy)]
enum Look {
    /// What axe-core finds.
    Axe,
    /// What is smaller than so many pixels and has to be hit.
    Targets(u32),
    /// Both.
    AxeAndTargets(u32),
    /// Nothing but that nobody has to scroll to the side, as in all of these.
    Width,
}

/// Goes through all screens as a reader.
async fn check_screens(of: &str, reader: Reader, look: Look) {
    let site = Site::sample().await;
    let page = site.open_as(&reader, "#/").await;
    let mut faults = Vec::new();
    for screen in &SCREENS {
        show(&page, screen).await;
        let name = format!("{}-{of}", screen.name);
        match look {
            Look::Axe | Look::AxeAndTargets(_) => check(&page, &name, &mut faults).await,
            Look::Targets(_) | Look::Width => check_width(&page, &name, &mut faults).await,
        }
        if let Look::Targets(least) | Look::AxeAndTargets(least) = look {
            let small = page.call(TARGETS, vec![least.into()]).await;
            let small = small.as_array().expect("the page says what is small");
            faults.extend(small.iter().map(|target| format!("{name}: {target} is small")));
        }
    }
    assert_eq!(faults.join("\n"), "");
}

// A test each, so that they run side by side.

#[tokio::test]
async fn every_screen_on_a_desktop() {
    check_screens("desktop-light-en", Reader::desktop(), Look::AxeAndTargets(24)).await;
}

#[tokio::test]
async fn every_screen_on_a_dark_desktop_in_chinese() {
    check_screens("desktop-dark-zh", Reader::desktop().dark().languages("zh-CN"), Look::Axe).await;
}

#[tokio::test]
async fn every_screen_on_a_small_phone_in_traditional_chinese() {
    check_screens("phone-light-zh", Reader::phone().window(360, 740).languages("zh-TW"), Look::Axe).await;
}

#[tokio::test]
async fn every_screen_on_a_dark_phone() {
    check_screens("phone-dark-en", Reader::phone().dark(), Look::AxeAndTargets(44)).await;
}

#[tokio::test]
async fn every_screen_on_a_tablet() {
    check_screens("tablet", Reader::phone().window(820, 1180), Look::Targets(44)).await;
}

#[tokio::test]
async fn every_screen_at_half_the_width() {
    check_screens("half", Reader::desktop().window(640, 400), Look::Width).await;
    check_screens("quarter", Reader::desktop().window(320, 640), Look::Width).await;
}

#[tokio::test]
async fn axe_would_find_something() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("h2.count", "68 articles").await;
    page.eval("document.querySelector('main').append(document.createElement('img'), document.createElement('button'))")
        .await;
    let faults = page.axe().await.join("\n");
    assert!(faults.contains("image-alt:") && faults.contains("button-name:"), "{faults}");
}

#[tokio::test]
async fn what_is_converted_or_fails_is_for_everybody() {
    let site = Site::sample().await;
    let mut faults = Vec::new();
    let readers = [
        ("desktop-light-en", Reader::desktop()),
        ("desktop-dark-zh", Reader::desktop().dark().languages("zh-CN")),
        ("phone-light-zh", Reader::phone().window(360, 740).languages("zh-TW")),
        ("phone-dark-en", Reader::phone().dark()),
    ];
    for (of, reader) in readers {
        let page = site.open_as(&reader, "#/?q=借书证第一号").await;
        page.click(".characters-button").await;
        page.wait_for(".characters:popover-open", 1).await;
        check(&page, &format!("characters-{of}"), &mut faults).await;
        page.click(".characters label:nth-of-type(3)").await;
        page.press(&Key::Escape).await;
        page.click("article.row h3 a").await;
        page.wait_for(".conversion-note", 1).await;
        check(&page, &format!("converted-{of}"), &mut faults).await;
        page.click(".article-tools [popovertarget]").await;
        page.wait_for(".text-settings:popover-open", 1).await;
        check(&page, &format!("text-settings-{of}"), &mut faults).await;
        page.press(&Key::Escape).await;
        page.click(CITE).await;
        page.wait_for("dialog[open]", 1).await;
        check(&page, &format!("cite-{of}"), &mut faults).await;

        site.fail("manifest.json", 503);
        page.reload().await;
        page.wait_for("[role=alert]", 1).await;
        check(&page, &format!("failure-{of}"), &mut faults).await;
        site.mend();
    }
    assert_eq!(faults.join("\n"), "");
}

/// What a reader points at, but for links in the middle of a line, years and names of courses, which
/// stand where they belong, and columns of a picture, whose years and timeline are larger. A box that is
/// ticked is as large as its label.
const TARGETS: &str = "const small = [];\
    for (const e of document.querySelectorAll('button, select, summary, label, a, input:not([type=checkbox], [type=radio])')) {\
        const box = e.getBoundingClientRect();\
        const [least, is_exempt] = [arguments[0], e.closest('.body, .years, .meta, h3, .skip-link, #word-courses .chart-link')];\
        if (!e.checkVisibility() || is_exempt && least > 24 || e.closest('.body, .skip-link, .visually-hidden, .chart-link[tabindex]')) continue;\
        if (box.height < least - .5 || box.width < least - .5) small.push(`${e.className || e.tagName} ${box.width}x${box.height} ${e.innerText}`);\
    }\
    return small";

#[tokio::test]
async fn the_first_key_skips_to_the_content() {
    let site = Site::sample().await;
    let page = site.open("#/?q=lighthouse").await;
    page.wait_for_text("h2.count", "5 articles").await;
    page.press(&Key::Tab).await;
    page.wait_for_js("document.activeElement.matches('.skip-link') && document.activeElement.getBoundingClientRect().top >= 0")
        .await;
    page.press(&Key::Enter).await;
    page.wait_for_js("document.activeElement.id === 'content'").await;
    page.wait_for_route("#/?q=lighthouse").await;
    page.wait_for_text("h2.count", "5 articles").await;
}

#[tokio::test]
async fn the_focus_follows_the_reader() {
    let site = Site::sample().await;
    let page = site.open("#/?q=lighthouse").await;
    page.click("article.row h3 a").await;
    page.wait_for_js("document.activeElement.matches('h1')").await;
    page.press("u").await;
    page.wait_for_js("document.querySelector('article.row') && document.activeElement.id === 'content'")
        .await;
    page.click("article.row h3 a").await;
    page.wait_for_js("document.activeElement.matches('h1')").await;
    page.press("/").await;
    page.press("tide").await;
    page.wait_for_js("document.querySelector('article.row') !== null").await;
    page.wait_for_js("document.activeElement.matches('[role=combobox]')").await;
}

#[tokio::test]
async fn every_text_says_its_language() {
    let site = Site::sample().await;
    let page = site.open_as(&Reader::desktop().languages("zh-CN"), "#/").await;
    for (title, lang) in [
        ("阅览室今冬的开放时间", "zh-Hans"),
        ("Low water, and a list of what was there", "en"),
        ("借來的地圖要按原樣摺回去", "zh-Hant"),
    ] {
        page.wait_for_text(&format!("article.row h3[lang={lang}]"), title).await;
    }
}

#[tokio::test]
async fn what_was_found_is_told_in_a_region_that_stays() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("[role=status] h2.count", "68 articles").await;
    page.eval("window.region = document.querySelector('[role=status]:has(h2.count)')").await;
    page.type_in("[role=combobox]", "lighthouse").await;
    page.wait_for_text("h2.count", "5 articles").await;
    page.wait_for_js("window.region.isConnected && window.region.innerText.includes('5 articles')").await;
}

#[tokio::test]
async fn the_systems_own_colours_leave_everything_to_see() {
    let site = Site::sample().await;
    let page = site.open("#/?q=lighthouse").await;
    page.wait_for_text("h2.count", "5 articles").await;
    let forced = serde_json::json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    page.devtools("Emulation.setEmulatedMedia", forced).await;
    page.wait_for_js("matchMedia('(forced-colors: active)').matches").await;
    page.screenshot("accessibility-forced-colors").await;
    let colours =
        "Array.from(document.querySelectorAll('.bar-behind, .bar-found'), e => getComputedStyle(e).fill)";
    page.wait_for_js(&format!(
        "new Set([...{colours}, getComputedStyle(document.body).backgroundColor]).size === 3"
    ))
    .await;
}
