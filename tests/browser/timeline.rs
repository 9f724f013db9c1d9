//! Choosing a time by drawing over the timeline, by its handles, by a year.

use fantoccini::key::Key;
use reading_room_tests::{Page, Reader, Site};

const BARS: &str = ".timeline-bars";

async fn count(page: &Page) -> u32 {
    let text = page.text("main h2.count").await;
    text.split(' ').next().and_then(|number| number.parse().ok()).expect("a count begins with a number")
}

#[tokio::test]
async fn drawing_over_the_timeline_chooses_its_months() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("main h2.count", "68 articles").await;
    page.wait_for_js("document.querySelector('.timeline-handle')").await;
    page.drag(BARS, 0.5, 0.8).await;
    page.wait_for(".chip", 1).await;
    let route = page.route().await;
    assert!(route.contains("from=20") && route.contains("to=20"), "{route}");
    page.wait_until("fewer articles", async || (count(&page).await < 68).then_some(())).await;
    // What is written above the timeline is what is found.
    let found = count(&page).await;
    page.wait_for_text(".timeline-choice", &format!("{found} article")).await;
    let months = page.texts(".chip").await.join(" ");
    assert!(months.contains('–'), "{months}");
    let all = page.count(".bar-left-out").await;
    assert_eq!(all, 1, "the bars beside it are still there");

    page.reload().await;
    page.wait_until("as many", async || (count(&page).await == found).then_some(())).await;
    page.click(".chip").await;
    page.wait_for_text("main h2.count", "68 articles").await;
    page.back().await;
    page.wait_until("as many", async || (count(&page).await == found).then_some(())).await;
}

#[tokio::test]
async fn a_bar_that_is_pointed_at_says_what_it_is() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("main h2.count", "68 articles").await;
    assert_eq!(page.text(".timeline-choice").await, "");
    page.point_at(BARS, 0.999).await;
    page.wait_for(".bar-pointed-at", 1).await;
    let last = page.text(".timeline-choice").await;
    let month =
        page.attribute(".timeline-handle.last", "aria-valuetext").await.expect("a handle has a value");
    assert!(last.starts_with(&format!("{month} · ")) && last.contains("article"), "{last:?}, {month:?}");
    page.point_at(BARS, 0.001).await;
    page.wait_until("another month", async || (page.text(".timeline-choice").await != last).then_some(()))
        .await;
    page.point_at(BARS, 1.5).await;
    page.wait_for(".bar-pointed-at", 0).await;
    assert_eq!((page.text(".timeline-choice").await, page.count(".chip").await), (String::new(), 0));
}

#[tokio::test]
async fn the_handles_obey_the_arrow_keys() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("main h2.count", "68 articles").await;
    page.wait_for_js("document.querySelector('.timeline-handle.first')").await;
    page.eval("document.querySelector('.timeline-handle.first').focus()").await;
    page.press(&Key::PageUp).await;
    page.wait_for(".chip", 1).await;
    let first = page.attribute(".timeline-handle.first", "aria-valuenow").await;
    assert_eq!(first.as_deref(), Some("12"));
    let found = count(&page).await;
    assert!(found < 68, "{found}");
    page.press(&Key::Home).await;
    page.wait_for_text("main h2.count", "68 articles").await;
    // It still has the focus, and the choice that is none has left no chip.
    page.wait_for_js("document.activeElement.className.includes('first')").await;
}

#[tokio::test]
async fn a_year_is_chosen_and_taken_back_by_its_name() {
    let site = Site::sample().await;
    let page = site.open_as(&Reader::phone(), "#/").await;
    page.wait_for_text("main h2.count", "68 articles").await;
    page.wait_for_js("document.querySelector('.years button')").await;
    let year = page.texts(".years button").await.into_iter().find(|year| !year.is_empty()).unwrap();
    page.click(".years button").await;
    page.wait_for(".chip", 1).await;
    assert_eq!(page.attribute(".years button", "aria-pressed").await.as_deref(), Some("true"));
    assert!(page.route().await.contains(&format!("from={year}-01&to={year}-12")), "{}", page.route().await);
    page.click(".years button").await;
    page.wait_for_text("main h2.count", "68 articles").await;
}
