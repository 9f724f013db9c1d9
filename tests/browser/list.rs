//! The newest articles, and more of them on the way down.

use reading_room_tests::{Reader, Site};

#[tokio::test]
async fn the_newest_articles_come_first_with_all_that_tells_what_they_are() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("article.row h3", "阅览室今冬的开放时间").await;
    page.wait_for_text("main h2.count", "68 articles").await;
    let dates =
        page.eval("return Array.from(document.querySelectorAll('article.row time'), t => t.dateTime)").await;
    let dates: Vec<_> =
        dates.as_array().unwrap().iter().map(|date| date.as_str().unwrap().to_owned()).collect();
    assert!(dates.len() >= 10 && dates.is_sorted_by(|a, b| a[..10] >= b[..10]), "{dates:?}");
    let first = &page.texts("article.row").await[0];
    for part in ["江边观察", "example."] {
        assert!(first.contains(part), "{first:?} lacks {part}");
    }
    let original = page.attribute("article.row a.original", "href").await.unwrap();
    assert!(original.starts_with("https://example."), "{original}");
    assert_eq!(page.attribute("article.row a.original", "rel").await.as_deref(), Some("noopener noreferrer"));
    assert!(page.texts("h2.month").await[0].contains("November 2026"));
}

#[tokio::test]
async fn the_list_is_as_long_as_its_articles_and_shows_those_around_the_window() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("article.row h3", "阅览室今冬的开放时间").await;
    let rows = page.count("article.row").await;
    assert!(rows < 60, "{rows} rows are on the page");
    // To the end at once, as with End or the scrollbar.
    page.eval("scrollTo(0, document.documentElement.scrollHeight)").await;
    page.wait_for_js(
        "document.querySelector('[data-row=\"67\"]')?.getBoundingClientRect().bottom <= innerHeight",
    )
    .await;
    // And back up, a screen at a time.
    page.wait_until("the first article", async || {
        page.eval("scrollBy(0, -innerHeight)").await;
        page.wait_for_js("document.querySelector('[data-row]')").await;
        (page.eval("return scrollY").await == 0).then_some(())
    })
    .await;
    page.wait_for_js("document.querySelector('[data-row=\"0\"]')").await;
}

#[tokio::test]
async fn a_reader_comes_back_to_the_same_row() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("article.row h3", "阅览室今冬的开放时间").await;
    page.eval("scrollTo(0, document.querySelector('.list').scrollHeight * 0.6)").await;
    page.wait_for_js("document.querySelector('[data-row=\"45\"] h3')").await;
    page.eval("document.querySelector('[data-row=\"45\"]').scrollIntoView({ block: 'center' })").await;
    page.wait_for_js("document.querySelector('[data-row=\"45\"]').getBoundingClientRect().top > 100").await;
    let top = "return Math.round(document.querySelector('[data-row=\"45\"]').getBoundingClientRect().top)";
    let before = page.eval(top).await.as_i64().unwrap();
    let is_back = format!(
        "Math.abs((document.querySelector('[data-row=\"45\"]')?.getBoundingClientRect().top ?? 9e9) - {before}) < 3"
    );
    page.eval("document.querySelector('[data-row=\"45\"] h3 a').click()").await;
    page.wait_for("article.article", 1).await;
    page.back().await;
    page.wait_for_js(&is_back).await;
    page.eval("document.querySelector('[data-row=\"45\"] h3 a').click()").await;
    page.click(".back-link").await;
    page.wait_for_js(&is_back).await;
    page.reload().await;
    page.wait_for_js(&is_back).await;
}

#[tokio::test]
async fn the_first_list_costs_little() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("article.row h3", "阅览室今冬的开放时间").await;
    let data = site.fetched().into_iter().filter(|fetch| fetch.path.starts_with("bundle/"));
    let fetched: Vec<_> = data.collect();
    let bytes = fetched.iter().map(|fetch| fetch.bytes).sum::<u64>();
    assert!((1_000..40_000).contains(&bytes), "{fetched:?}");
    let of_searches = ["columns/", "terms/", "positions/", "bodies/"];
    assert!(
        !fetched.iter().any(|fetch| of_searches.iter().any(|part| fetch.path.contains(part))),
        "{fetched:?}"
    );
}

#[tokio::test]
async fn nothing_is_cut_off_on_a_narrow_phone() {
    let site = Site::sample().await;
    let page = site.open_as(&Reader::phone().window(360, 740).languages("zh-CN,zh"), "#/").await;
    page.wait_for_text("article.row h3", "阅览室今冬的开放时间").await;
    page.wait_for_js("document.documentElement.scrollWidth <= innerWidth").await;
    page.wait_for_text("h2.count", "68").await;
}

/// Keeps layout shifts that no key, click or tap explains, as browsers measure them.
const SHIFTS: &str = "window.shifts = []; new PerformanceObserver(list => { for (const shift of list.getEntries()) \
                      if (!shift.hadRecentInput) shifts.push(shift) }).observe({ type: 'layout-shift', buffered: true })";

/// Moves everything. Shifts are reported in order: once this one is, all earlier ones were.
const MOVE: &str = "window.moved = performance.now(); \
                    document.body.prepend(Object.assign(document.createElement('div'), { style: 'height: 200px' }))";

#[tokio::test]
async fn nothing_moves_that_the_reader_did_not_move() {
    let site = Site::sample().await;
    for route in ["#/", "#/?q=的&sort=newest"] {
        let page = site.open(route).await;
        page.eval(SHIFTS).await;
        page.wait_for("[data-row='0']", 1).await;
        let ends = [
            (0.4, "innerHeight + scrollY >= document.documentElement.scrollHeight - 2"),
            (-0.4, "scrollY === 0"),
        ];
        for (step, is_end) in ends {
            page.wait_until("the end of the list", async || {
                let is_end = page.eval(&format!("scrollBy(0, innerHeight * {step}); return {is_end}")).await;
                is_end.as_bool().filter(|is_end| *is_end)
            })
            .await;
        }
        page.eval(MOVE).await;
        page.wait_for_js("shifts.some(shift => shift.startTime >= moved && shift.value > 0.01)").await;
        let before = "return shifts.filter(shift => shift.startTime < moved).reduce((sum, { value }) => sum + value, 0)";
        let sum = page.eval(before).await.as_f64().expect("shifts have a sum");
        assert!(sum < 0.001, "{sum}");
    }
}

#[tokio::test]
async fn j_begins_with_what_is_in_view() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for("[data-row='0']", 1).await;
    page.eval("scrollTo(0, document.querySelector('.list').scrollHeight / 2)").await;
    page.wait_for_js("document.querySelector('[data-row=\"0\"]') === null").await;
    page.wait_for_js("document.querySelectorAll('article.row').length > 15").await;
    let scrolled = page.eval("return scrollY").await.as_f64().unwrap();
    page.press("j").await;
    page.wait_for_js("document.activeElement.matches('article.row h3 a')").await;
    let moved = page.eval("return scrollY").await.as_f64().unwrap() - scrolled;
    assert!(moved.abs() < 400.0, "{moved}");
}
