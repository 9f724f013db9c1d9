//! Language and colours.

use reading_room_tests::{Reader, Site};

#[tokio::test]
async fn the_interface_speaks_the_readers_language_and_can_be_switched() {
    let site = Site::sample().await;
    let page = site.open_as(&Reader::desktop().languages("zh-CN,zh"), "#/").await;
    page.wait_for_text("h2.count", "68 篇").await;
    assert_eq!(page.attribute("html", "lang").await.as_deref(), Some("zh-Hans"));
    page.choose(".tools .language", "en").await;
    page.wait_for_text("h2.count", "68 articles").await;
    page.reload().await;
    page.wait_for_text("h2.count", "68 articles").await;
    assert_eq!(page.attribute("html", "lang").await.as_deref(), Some("en"));
}

#[tokio::test]
async fn colours_follow_the_system_until_chosen() {
    let site = Site::sample().await;
    let page = site.open_as(&Reader::desktop().dark(), "#/").await;
    page.wait_for_text("h2.count", "68 articles").await;
    let background = "return getComputedStyle(document.documentElement).backgroundColor";
    let dark = page.eval(background).await;
    page.click(".tools .theme").await;
    page.wait_for_js("document.documentElement.dataset.theme === 'light'").await;
    assert_ne!(page.eval(background).await, dark);
    page.reload().await;
    page.wait_for_js("document.documentElement.dataset.theme === 'light'").await;
}

#[tokio::test]
async fn it_works_where_storage_is_forbidden() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    let forbid = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } });\
                  Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError') } });";
    page.devtools("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": forbid })).await;
    page.reload().await;
    page.wait_for_text("h2.count", "68 articles").await;
    page.choose(".tools .language", "zh-Hans").await;
    page.wait_for_text("h2.count", "68 篇").await;
    assert_eq!(page.errors().await, []);
}
