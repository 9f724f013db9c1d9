//! The names that are offered while a reader types.

use reading_room_tests::{Key, Page, Reader, Site};
use serde_json::json;

const BOX: &str = "[role=combobox]";
const NAMES: &str = "[role=listbox] [role=option]";

/// Waits until these names are offered, each with its facet and number.
async fn wait_for_names(page: &Page, names: &[&str]) {
    page.wait_until(&format!("{names:?} to be offered"), async || {
        let offered = page.texts(NAMES).await;
        let lines: Vec<_> = offered.iter().map(|name| name.replace('\n', " ")).collect();
        (lines == names).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_name_is_found_by_its_pinyin_and_chosen_by_keyboard() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("h2.count", "68 articles").await;
    page.type_in(BOX, "jbgc").await;
    wait_for_names(&page, &["江边观察 Author 15", "江边观察 Tag 15"]).await;
    assert_eq!(page.attribute(BOX, "aria-expanded").await.as_deref(), Some("true"));
    page.press(&Key::Down).await;
    page.press(&Key::Down).await;
    page.wait_for("#suggestion-1[aria-selected=true]", 1).await;
    assert_eq!(page.attribute(BOX, "aria-activedescendant").await.as_deref(), Some("suggestion-1"));
    page.press(&Key::Up).await;
    page.press(&Key::Enter).await;
    page.wait_for_route("#/?author=江边观察").await;
    page.wait_for_text("h2.count", "15 articles").await;
    page.wait_for(NAMES, 0).await;
    assert_eq!(page.eval(&format!("return document.querySelector('{BOX}').value")).await, "");
    page.back().await;
    page.wait_for_text("h2.count", "68 articles").await;
}

#[tokio::test]
async fn a_name_is_found_in_the_other_script_and_chosen_by_mouse() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.type_in(BOX, "tide 陆行").await;
    wait_for_names(&page, &["陸行筆記 Author 17", "陸行筆記 Tag 17"]).await;
    assert_eq!(page.texts("[role=option] mark").await, ["陸行", "陸行"]);
    page.screenshot("suggestions-desktop-light").await;
    page.click("#suggestion-0").await;
    page.wait_for_route("#/?q=tide+&author=陸行筆記").await;
    page.wait_for(NAMES, 0).await;
    page.wait_for_js(&format!("document.activeElement.matches('{BOX}')")).await;
}

#[tokio::test]
async fn a_field_asks_for_names_of_its_kind() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.type_in(BOX, "author:pap").await;
    wait_for_names(&page, &["Ink & Paper Author 6"]).await;
    page.clear(BOX).await;
    page.type_in(BOX, "category:sy").await;
    wait_for_names(&page, &["书与印刷 Category 27"]).await;
}

#[tokio::test]
async fn the_list_goes_when_it_is_not_wanted() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.type_in(BOX, "paper").await;
    page.wait_for(NAMES, 2).await;
    page.press(&Key::Escape).await;
    page.wait_for(NAMES, 0).await;
    page.wait_for_route("#/?q=paper").await;
    page.type_in(BOX, " ink").await;
    page.wait_for(NAMES, 2).await;
    page.press(&Key::Enter).await;
    page.wait_for(NAMES, 0).await;
    page.wait_for_route("#/?q=paper+ink").await;
    page.type_in(BOX, " tide").await;
    page.wait_for(NAMES, 2).await;
    page.eval("document.activeElement.blur()").await;
    page.wait_for(NAMES, 0).await;
}

#[tokio::test]
async fn an_input_method_is_left_alone() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.type_in(BOX, "tide").await;
    page.wait_for(NAMES, 2).await;
    let composed = json!({ "text": "jiang", "selectionStart": 5, "selectionEnd": 5 });
    page.devtools("Input.imeSetComposition", composed).await;
    page.wait_for(NAMES, 0).await;
    page.devtools("Input.insertText", json!({ "text": " 江边" })).await;
    wait_for_names(&page, &["江边观察 Author 15", "江边观察 Tag 15"]).await;
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn on_a_phone_the_list_fits_and_moves_nothing() {
    let site = Site::sample().await;
    let page = site.open_as(&Reader::phone().window(360, 640).dark().languages("zh-CN"), "#/").await;
    page.wait_for_text("h2.count", "68 篇").await;
    let top = "document.querySelector('main').getBoundingClientRect().top";
    let before = page.eval(&format!("return {top}")).await;
    page.type_in(BOX, "c").await;
    page.wait_for_js("document.querySelectorAll('[role=option]').length > 1").await;
    page.clear(BOX).await;
    page.type_in(BOX, "cy").await;
    wait_for_names(&page, &["茶烟 作者 4", "茶烟 标签 4"]).await;
    page.screenshot("suggestions-phone-dark").await;
    assert_eq!(page.eval(&format!("return {top}")).await, before);
    page.wait_for_js("document.documentElement.scrollWidth <= innerWidth").await;
    page.click("#suggestion-0").await;
    page.wait_for_text("h2.count", "4 篇").await;
}

#[tokio::test]
async fn without_the_names_everything_else_works() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.devtools("Network.enable", json!({})).await;
    page.devtools("Network.setBlockedURLs", json!({ "urls": ["*/names/*"] })).await;
    page.type_in(BOX, "lighthouse").await;
    page.wait_for_text("h2.count", "5 articles").await;
    page.wait_for(NAMES, 0).await;
    page.wait_for(".notice", 0).await;
}
