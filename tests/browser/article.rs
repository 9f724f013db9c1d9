//! Reading an article, and going on from there.

use reading_room_tests::{Page, Reader, Site};

async fn open_first(page: &Page) {
    page.click("article.row h3 a").await;
    page.wait_for("article.article h1", 1).await;
}

#[tokio::test]
async fn an_article_shows_its_text_its_origin_and_its_neighbours() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    open_first(&page).await;
    page.wait_for_text("article.article h1", "阅览室今冬的开放时间").await;
    page.wait_for_text("article.article .body", "上午九时至下午五时").await;
    page.wait_for_text("article.article .byline", "example.").await;
    assert!(page.title().await.starts_with("阅览室今冬的开放时间"));
    page.wait_for("a.neighbour", 1).await;

    page.click("a.neighbour.next").await;
    page.wait_for_text("article.article h1", "Low water, and a list of what was there").await;
    page.click("a.neighbour.prev").await;
    page.wait_for_text("article.article h1", "阅览室今冬的开放时间").await;
    page.back().await;
    page.back().await;
    page.back().await;
    page.wait_for_route("#/").await;
    page.wait_for_text("article.row h3", "阅览室今冬的开放时间").await;
}

#[tokio::test]
async fn neighbours_are_those_of_the_list() {
    let site = Site::sample().await;
    let page = site.open("#/?q=lighthouse&sort=newest").await;
    page.wait_for("article.row", 5).await;
    let titles = page.texts("article.row h3").await;
    open_first(&page).await;
    for title in &titles[1..] {
        page.click("a.neighbour.next").await;
        page.wait_for_text("article.article h1", title).await;
    }
    page.wait_for("a.neighbour.prev", 1).await;
    assert_eq!(page.count("a.neighbour.next").await, 0);
    page.click(".back-link").await;
    page.wait_for_text("h2.count", "5 articles").await;
}

#[tokio::test]
async fn what_was_searched_for_is_marked_across_tags() {
    let site = Site::sample().await;
    let page = site.open("#/?q=活字印刷+七千").await;
    page.wait_for_text("article.row h3", "字盘").await;
    page.eval("for (const a of document.querySelectorAll('article.row h3 a')) if (a.innerText.startsWith('字盘')) a.click()")
        .await;
    page.wait_for("article.article h1", 1).await;
    page.wait_for_js(
        "Array.from(document.querySelectorAll('.body mark'), m => m.innerText).join('').includes('活字印刷')",
    )
    .await;
}

#[tokio::test]
async fn a_link_to_an_article_opens_it_and_keeps_open_after_reload() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    open_first(&page).await;
    let route = page.route().await;
    page.reload().await;
    page.wait_for_text("article.article h1", "阅览室今冬的开放时间").await;
    let other = site.open(&route).await;
    other.wait_for_text("article.article h1", "阅览室今冬的开放时间").await;
}

#[tokio::test]
async fn nothing_of_an_article_runs() {
    let site = Site::sample().await;
    let page = site.open("#/?q=港務局").await;
    page.wait_for_text("article.row h3", "網上港務局舊網頁一則").await;
    page.eval("for (const a of document.querySelectorAll('article.row h3 a')) if (a.innerText.includes('舊網頁')) a.click()")
        .await;
    page.wait_for_text("article.article h1", "網上港務局舊網頁一則").await;
    page.wait_for_js("document.querySelector('.body').innerText.length > 20").await;
    let unsafe_parts =
        "document.querySelectorAll('.body script, .body [onerror], .body a[href^=\"javascript\"]').length";
    assert_eq!(page.eval(&format!("return {unsafe_parts}")).await, 0);
    assert!(page.title().await.starts_with("網上港務局"));
}

#[tokio::test]
async fn lazy_pictures_show() {
    let site = Site::sample().await;
    let page = site.open("#/?q=潮汐表怎么读").await;
    open_first(&page).await;
    page.wait_for_text("article.article h1", "潮汐表怎么读").await;
    page.eval("document.querySelector('.body img').scrollIntoView()").await;
    page.wait_for_js("document.querySelector('.body img').naturalWidth > 100").await;
}

#[tokio::test]
async fn source_files_are_told_when_asked_for() {
    let site = Site::sample().await;
    let page = site.open("#/?q=晒图室").await;
    open_first(&page).await;
    page.click(".sources summary").await;
    page.wait_for(".sources li", 2).await;
    assert!(page.texts(".sources li").await.iter().all(|path| path.contains("晒图室")));
}

#[tokio::test]
async fn an_article_that_is_not_there_is_said_with_a_way_out() {
    let site = Site::sample().await;
    let page = site.open("#/article/2020-01-01/zzzzzz").await;
    page.wait_for_text(".notice", "There is no such article").await;
    page.click(".notice a").await;
    page.wait_for_text("h2.count", "68 articles").await;
    page.goto("#/nowhere").await;
    page.wait_for_text(".notice", "There is no such page").await;
}

#[tokio::test]
async fn articles_are_a_pleasure_on_every_screen() {
    let site = Site::sample().await;
    let readers = [
        ("desktop-light", Reader::desktop()),
        ("desktop-dark", Reader::desktop().dark().languages("zh-CN")),
        ("phone-light", Reader::phone().languages("zh-CN")),
        ("phone-dark", Reader::phone().dark()),
    ];
    for (name, reader) in readers {
        let page = site.open_as(&reader, "#/?q=借书证第一号").await;
        open_first(&page).await;
        page.wait_for_js("document.querySelector('.body').innerText.length > 1000").await;
        page.wait_for_js("document.documentElement.scrollWidth <= innerWidth").await;
        page.screenshot(&format!("article-{name}")).await;
        assert_eq!(page.errors().await, []);
    }
}
