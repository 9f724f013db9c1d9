//! What the reader's device remembers, and what it does not.

use reading_room_tests::{Key, Page, Reader, Site};
use serde_json::{Value, json};

const BOX: &str = "[role=combobox]";
const OPTIONS: &str = "[role=listbox] [role=option]";
const FIRST: &str = "阅览室今冬的开放时间";
const SECOND: &str = "Low water, and a list of what was there";
const LONG: &str = "#/?q=借书证第一号";

/// The name under which a part is stored.
fn name(site: &Site, part: &str) -> String {
    format!("reading-room.{}#{part}", site.url("bundle/"))
}

/// What is stored of a part.
async fn stored(page: &Page, site: &Site, part: &str) -> Value {
    let stored = page.call("return localStorage.getItem(arguments[0])", vec![json!(name(site, part))]).await;
    stored.as_str().map_or(Value::Null, |stored| serde_json::from_str(stored).unwrap())
}

/// Stores something under the name of a part, as an earlier visit would have, and comes again.
async fn plant(page: &Page, site: &Site, part: &str, text: &str) {
    // Leaving the page writes to the storage too, so this is done before the page begins.
    let source = format!(
        "if (!sessionStorage.getItem({part:?})) {{ sessionStorage.setItem({part:?}, 1); \
         localStorage.setItem({:?}, {text:?}) }}",
        name(site, part)
    );
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await;
    page.reload().await;
}

/// Lets each document begin with a script.
async fn begin_with(page: &Page, script: &str) {
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    page.reload().await;
}

async fn wait_for_list(page: &Page) {
    page.wait_for_text("article.row h3", FIRST).await;
}

async fn open_first(page: &Page) {
    page.click("article.row h3 a").await;
    page.wait_for("article.article h1", 1).await;
}

/// Goes to the page of the device, by its link.
async fn open_device(page: &Page) {
    page.click(".tools a[href='#/device']").await;
    page.wait_for_text(".device h1", "On this device").await;
}

/// Gives the page a file to import.
async fn import(page: &Page, text: &str) {
    let choose = "const files = new DataTransfer(); files.items.add(new File([arguments[0]], 'mine.json')); \
                  const input = document.querySelector('.device input[type=file]'); input.files = files.files; \
                  input.dispatchEvent(new Event('change', { bubbles: true }))";
    page.wait_for(".device input[type=file]", 1).await;
    page.call(choose, vec![json!(text)]).await;
}

#[tokio::test]
async fn a_bookmark_is_there_after_a_reload_and_can_be_removed_and_had_back() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    open_first(&page).await;
    page.wait_for(".bookmark[aria-pressed=false]", 1).await;
    page.click(".bookmark").await;
    page.wait_for(".bookmark[aria-pressed=true]", 1).await;
    page.reload().await;
    page.wait_for(".bookmark[aria-pressed=true]", 1).await;
    page.click(".back-link").await;
    page.wait_for(".row .bookmark-sign", 1).await;

    open_device(&page).await;
    let bookmarks = "[aria-label=Bookmarks] .device-list";
    page.wait_for_text(bookmarks, FIRST).await;
    page.wait_for_text(bookmarks, "江边观察").await;
    page.click(&format!("{bookmarks} .remove")).await;
    page.wait_for(bookmarks, 0).await;
    page.click(".undo").await;
    page.wait_for_text(bookmarks, FIRST).await;
    page.wait_for(".undo", 0).await;
    page.click(&format!("{bookmarks} a")).await;
    page.wait_for_text("article.article h1", FIRST).await;
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn a_key_bookmarks_an_article_here_and_in_a_list() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    wait_for_list(&page).await;
    page.press("s").await;
    page.press("j").await;
    page.press("j").await;
    page.press("s").await;
    page.wait_for(".row .bookmark-sign", 1).await;
    page.wait_for_text("article.row:has(.bookmark-sign) h3", SECOND).await;
    page.press(&Key::Enter).await;
    page.wait_for(".bookmark[aria-pressed=true]", 1).await;
    page.press("s").await;
    page.wait_for(".bookmark[aria-pressed=false]", 1).await;
    assert_eq!(stored(&page, &site, "bookmarks").await, json!({ "reading-room": 1 }));
}

#[tokio::test]
async fn articles_that_were_read_look_so_until_the_history_is_cleared() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    wait_for_list(&page).await;
    page.wait_for(".row.read", 0).await;
    open_first(&page).await;
    page.click("a.neighbour.next").await;
    page.wait_for_text("article.article h1", SECOND).await;
    page.click(".back-link").await;
    page.wait_for(".row.read", 2).await;
    page.reload().await;
    page.wait_for(".row.read", 2).await;

    open_device(&page).await;
    let history = "[aria-label='Articles you have read']";
    let lines = format!("{history} li a");
    page.wait_for(&lines, 2).await;
    assert_eq!(page.texts(&lines).await, [SECOND, FIRST]);
    page.click(&format!("{history} .remove")).await;
    page.wait_for(&lines, 1).await;
    page.wait_for_js("document.activeElement.matches('.remove')").await;
    page.click(&format!("{history} .quiet-button")).await;
    page.wait_for(&lines, 0).await;
    page.wait_for_text(history, "listed here").await;
    page.goto("#/").await;
    wait_for_list(&page).await;
    page.wait_for(".row.read", 0).await;
}

#[tokio::test]
async fn what_one_device_knows_goes_to_another_in_a_file() {
    let site = Site::sample().await;
    let page = site.open("#/?q=lighthouse").await;
    page.click(".save-search").await;
    page.wait_for(".save-search[aria-pressed=true]", 1).await;
    open_first(&page).await;
    page.press("s").await;
    page.wait_for(".bookmark[aria-pressed=true]", 1).await;
    open_device(&page).await;
    let catch = "const make = URL.createObjectURL; URL.createObjectURL = blob => { \
                 blob.text().then(text => window.exported = text); return make.call(URL, blob) }";
    page.eval(catch).await;
    page.eval("for (const b of document.querySelectorAll('.device-actions .button')) if (b.innerText.includes('Export')) b.click()")
        .await;
    page.wait_for_js("window.exported").await;
    let file = page.eval("return window.exported").await.as_str().unwrap().to_owned();

    let other = site.open("#/device").await;
    other.wait_for_text("[aria-label=Bookmarks]", "No bookmarks yet").await;
    import(&other, "{\"name\": \"something else\"}").await;
    other.wait_for_text(".device [role=status]", "not exported from here").await;
    import(&other, &file.replace("\"reading-room\":1", "\"reading-room\":7")).await;
    other.wait_for_text(".device [role=status]", "version 7").await;
    import(&other, &file).await;
    other.wait_for_text(".device [role=status]", "Added: 1 bookmark, 1 saved search, 1 article read.").await;
    other.wait_for("[aria-label=Bookmarks] .device-list li", 1).await;
    other.wait_for_text("[aria-label='Saved searches'] .device-list", "lighthouse").await;
    import(&other, &file).await;
    other.wait_for_text(".device [role=status]", "was here already").await;
    other.reload().await;
    other.wait_for("[aria-label=Bookmarks] .device-list li", 1).await;
}

#[tokio::test]
async fn all_can_be_deleted_also_what_nobody_can_read() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    wait_for_list(&page).await;
    plant(&page, &site, "bookmarks", "{\"reading-room\":1,\"bookmarks\":[{\"da").await;
    open_first(&page).await;
    page.press("s").await;
    page.wait_for(".bookmark[aria-pressed=true]", 1).await;
    open_device(&page).await;
    page.wait_for("[aria-label=Bookmarks] .device-list li", 1).await;
    page.click("[popovertarget=delete-everything]").await;
    page.press(&Key::Escape).await;
    page.wait_for("[aria-label=Bookmarks] .device-list li", 1).await;
    page.click("[popovertarget=delete-everything]").await;
    page.click("#delete-everything .delete").await;
    page.wait_for("[aria-label=Bookmarks] .device-list li", 0).await;
    let left = "Object.keys(localStorage).filter(key => key.includes('#') && !key.includes('#visit')).length";
    assert_eq!(page.eval(&format!("return {left}")).await, 0);
}

#[tokio::test]
async fn what_is_damaged_or_of_a_later_version_is_left_alone() {
    let later = "{\"reading-room\":2,\"bookmarks\":{}}";
    for planted in ["no JSON at all", later] {
        let site = Site::sample().await;
        let page = site.open("#/").await;
        wait_for_list(&page).await;
        plant(&page, &site, "bookmarks", planted).await;
        plant(&page, &site, "read", planted).await;
        open_first(&page).await;
        page.press("s").await;
        page.wait_for(".bookmark[aria-pressed=true]", 1).await;
        page.reload().await;
        page.wait_for(".bookmark[aria-pressed=true]", 1).await;
        page.click(".back-link").await;
        page.wait_for(".row.read", 1).await;
        let left =
            page.call("return localStorage.getItem(arguments[0])", vec![json!(name(&site, "bookmarks"))]);
        assert_eq!(left.await, planted);
        assert_eq!(page.errors().await, []);
    }
}

#[tokio::test]
async fn where_storage_is_forbidden_the_page_remembers_until_it_is_closed() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    let forbid = "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, \
                  { get() { throw new DOMException('no', 'SecurityError') } })";
    begin_with(&page, forbid).await;
    open_first(&page).await;
    page.press("s").await;
    page.wait_for(".bookmark[aria-pressed=true]", 1).await;
    page.wait_for(".device-notice", 0).await;
    open_device(&page).await;
    page.wait_for_text(".device-warning", "does not let the page keep anything").await;
    page.wait_for("[aria-label=Bookmarks] .device-list li", 1).await;
    page.reload().await;
    page.wait_for_text("[aria-label=Bookmarks]", "No bookmarks yet").await;
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn where_storage_is_full_the_reader_is_told_and_goes_on() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    let fill = "window.refused = 0; Storage.prototype.setItem = () => \
                { refused += 1; throw new DOMException('full', 'QuotaExceededError') }";
    begin_with(&page, fill).await;
    open_first(&page).await;
    page.wait_for_text(".device-notice[role=alert]", "could not be kept").await;
    page.click(".device-notice .tool").await;
    page.wait_for(".device-notice", 0).await;
    // Automatic changes report a failure once, the reader's own each time.
    let refused = page.eval("return refused").await;
    page.click("a.neighbour.next").await;
    page.wait_for_text("article.article h1", SECOND).await;
    page.wait_for_js(&format!("refused > {refused}")).await;
    page.draw().await;
    assert_eq!(page.count(".device-notice").await, 0);
    page.click(".bookmark").await;
    page.wait_for(".bookmark[aria-pressed=true]", 1).await;
    page.click(".device-notice a").await;
    page.wait_for("[aria-label=Bookmarks] .device-list li", 1).await;
    page.wait_for("[aria-label='Articles you have read'] li", 2).await;
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn another_tab_knows_at_once() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    wait_for_list(&page).await;
    let first = page.client().window().await.unwrap();
    let second = page.client().new_window(true).await.unwrap().handle;
    page.client().switch_to_window(second.clone()).await.unwrap();
    page.goto("#/").await;
    open_first(&page).await;
    page.press("s").await;
    page.wait_for(".bookmark[aria-pressed=true]", 1).await;

    page.client().switch_to_window(first).await.unwrap();
    page.wait_for(".row .bookmark-sign", 1).await;
    page.wait_for(".row.read", 1).await;
    page.press("j").await;
    page.press("j").await;
    page.press("s").await;
    page.wait_for(".row .bookmark-sign", 2).await;
    let bookmarks = stored(&page, &site, "bookmarks").await;
    assert_eq!(bookmarks["bookmarks"].as_array().map(Vec::len), Some(2), "{bookmarks}");
    page.client().switch_to_window(second).await.unwrap();
    page.client().close_window().await.unwrap();
}

#[tokio::test]
async fn what_is_new_since_the_last_visit_is_told() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    wait_for_list(&page).await;
    page.wait_for(".new-sign", 0).await;
    page.wait_for(".new-since", 0).await;
    let at = page.eval("return new Date(new Date().getFullYear() - 1, 10, 20, 12).getTime()").await;
    let year = page.eval("return new Date().getFullYear() - 1").await;
    let seen = json!({ "newest": "2026-10-24T15:00:00Z", "articles": 56, "at": at });
    let visit = json!({ "reading-room": 1, "visit": { "before": null, "shown": seen, "here": at } });
    plant(&page, &site, "visit", &visit.to_string()).await;
    page.wait_for_text(".summary", &format!("12 new since November 20, {year}")).await;
    page.wait_for(".row .new-sign", 3).await;
    page.screenshot("device-new").await;
    // The visit goes on after a reload, and what is read is not new.
    open_first(&page).await;
    page.reload().await;
    page.click(".back-link").await;
    page.wait_for(".row .new-sign", 2).await;
    page.wait_for(".new-since", 1).await;
    page.goto("#/?sort=oldest").await;
    page.wait_for(".new-since", 0).await;
    page.wait_for(".new-sign", 0).await;
}

#[tokio::test]
async fn a_long_article_can_be_continued_in_a_narrower_window() {
    let site = Site::sample().await;
    let page = site.open(LONG).await;
    open_first(&page).await;
    page.wait_for_js("document.querySelector('.body').innerText.length > 1000").await;
    page.wait_for(".continue-reading", 0).await;
    let line = "document.querySelector('.header').getBoundingClientRect().bottom";
    let place = |p: &str| format!("[...document.querySelectorAll('.body p')][9].getBoundingClientRect().{p}");
    page.eval(&format!("scrollBy(0, {} - {line})", place("top"))).await;
    page.wait_until("the position to be kept", async || {
        (stored(&page, &site, "positions").await != Value::Null).then_some(())
    })
    .await;
    page.take_the_place_of(&Reader::phone().window(360, 740)).await;
    page.goto("#/").await;
    wait_for_list(&page).await;
    page.goto(LONG).await;
    open_first(&page).await;
    page.wait_for_text(".continue-reading", "Continue where you left").await;
    assert_eq!(page.eval("return scrollY").await, 0);
    page.click(".continue-reading").await;
    page.wait_for_js(&format!("Math.abs({} - {line}) < 20", place("top"))).await;

    // Whoever has come to the end has nothing to continue.
    page.eval("scrollTo(0, 1e6)").await;
    page.wait_until("the position to be forgotten", async || {
        (stored(&page, &site, "positions").await == json!({ "reading-room": 1 })).then_some(())
    })
    .await;
}

#[tokio::test]
async fn finished_searches_are_offered_again() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    wait_for_list(&page).await;
    page.click(BOX).await;
    page.wait_for(OPTIONS, 0).await;
    page.type_in(BOX, "lighthouse").await;
    page.wait_for_text("h2.count", "5 articles").await;
    page.clear(BOX).await;
    // Typed, but never finished.
    page.wait_for_route("#/").await;
    page.wait_for(OPTIONS, 0).await;
    page.type_in(BOX, &format!("tide{}", &*Key::Enter)).await;
    page.wait_for_route("#/?q=tide").await;
    page.clear(BOX).await;
    page.type_in(BOX, "ink").await;
    page.wait_for_route("#/?q=ink").await;
    open_first(&page).await;
    page.goto("#/").await;
    wait_for_list(&page).await;

    page.press("/").await;
    page.wait_for(OPTIONS, 2).await;
    assert_eq!(page.texts(&format!("{OPTIONS} span:first-child")).await, ["ink", "tide"]);
    assert_eq!(page.attribute(BOX, "aria-expanded").await.as_deref(), Some("true"));
    page.press(&Key::Down).await;
    page.press(&Key::Delete).await;
    page.wait_for(OPTIONS, 1).await;
    page.press(&Key::Escape).await;
    page.wait_for(OPTIONS, 0).await;
    page.press(&Key::Down).await;
    page.wait_for(OPTIONS, 1).await;
    page.press(&Key::Down).await;
    page.press(&Key::Enter).await;
    page.wait_for_route("#/?q=tide").await;
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn a_search_is_saved_named_and_opened() {
    let site = Site::sample().await;
    let page = site.open("#/?q=tide&author=Low+Tide").await;
    page.click(".save-search").await;
    page.wait_for(".save-search[aria-pressed=true]", 1).await;
    open_device(&page).await;
    let saved = "[aria-label='Saved searches']";
    page.wait_for_text(saved, "tide · Low Tide").await;
    page.click(&format!("{saved} .quiet-button")).await;
    page.wait_for_js("document.activeElement.matches('.device-name input')").await;
    page.press("Harbours").await;
    page.press(&Key::Escape).await;
    page.wait_for_text(saved, "tide · Low Tide").await;
    page.click(&format!("{saved} .quiet-button")).await;
    page.wait_for_js("document.activeElement.matches('.device-name input')").await;
    page.press(&format!("Harbours{}", &*Key::Enter)).await;
    page.wait_for_text(saved, "Harbours").await;
    page.reload().await;
    page.click(&format!("{saved} li a")).await;
    page.wait_for_route("#/?q=tide&author=Low+Tide").await;
    page.click(".save-search").await;
    page.wait_for(".save-search[aria-pressed=false]", 1).await;
}

#[tokio::test]
async fn nothing_is_noted_unasked_where_the_reader_wants_that() {
    let site = Site::sample().await;
    let page = site.open("#/device").await;
    page.click(".device-switch").await;
    page.wait_for_js("!document.querySelector('.device-switch input').checked").await;
    page.goto("#/?q=lighthouse").await;
    open_first(&page).await;
    page.press("s").await;
    page.wait_for(".bookmark[aria-pressed=true]", 1).await;
    page.reload().await;
    page.click(".back-link").await;
    page.wait_for(".row .bookmark-sign", 1).await;
    page.wait_for(".row.read", 0).await;
    let parts =
        page.eval("return Object.keys(localStorage).filter(k => k.includes('#')).map(k => k.split('#')[1])");
    assert_eq!(parts.await, json!(["bookmarks"]));
}

#[tokio::test]
async fn the_page_of_the_device_fits_every_screen() {
    let site = Site::sample().await;
    let readers = [
        ("desktop-light", Reader::desktop()),
        ("phone-dark", Reader::phone().window(360, 740).dark().languages("zh-CN")),
    ];
    for (name, reader) in readers {
        let page = site.open_as(&reader, "#/?q=借书证第一号：一座小城图书馆").await;
        page.click(".save-search").await;
        open_first(&page).await;
        page.click(".bookmark").await;
        page.goto("#/device").await;
        page.wait_for(".device-list li", 4).await;
        page.wait_for_js("document.documentElement.scrollWidth <= innerWidth").await;
        page.screenshot(&format!("device-{name}")).await;
        assert_eq!(page.errors().await, []);
    }
}
