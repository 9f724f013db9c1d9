//! The include for Jekyll and the shortcode for Hugo, in blogs that Jekyll and Hugo build: the same
//! page, which shows two archives of two other origins.

use std::fs;
use std::path::Path;
use std::process::Command;

use reading_room_tests::{Blog, Bundle, Page, Published, Reader, Site, copy_folder, in_checkout, skip};
use serde_json::json;
use tempfile::TempDir;

use crate::running::program;

const ONE: &str = "reading-room[category] >>> article.row h3 a";
const OTHER: &str = "reading-room[theme] >>> article.row h3 a";

/// The sample, published as a keeper does, and another archive.
struct Archives {
    one: Site,
    other: Site,
}

impl Archives {
    async fn of(name: &str) -> Self {
        let one = Published::new(name, "sample", &[]).serve_under("/archive/").await;
        Self { one, other: Bundle::of("build-index/bundle-folder/tests/golden/archive").serve().await }
    }
}

/// A blog of `tests/deploy/blogs` with what its author would copy from `deploy`, before it is built.
fn sources(name: &str, archives: &Archives) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&in_checkout("tests/deploy/blogs").join(name), folder.path());
    copy_folder(&in_checkout("deploy").join(name), folder.path());
    let page = ["reading.md", "content/reading.md"].map(|page| folder.path().join(page));
    let page = page.iter().find(|page| page.is_file()).unwrap();
    let text = fs::read_to_string(page).unwrap();
    let text = text.replace("SITE", &archives.one.url("")).replace("OTHER", &archives.other.url(""));
    fs::write(page, text).unwrap();
    folder
}

/// Builds a blog into a folder.
fn build(command: &mut Command) -> TempDir {
    let out = tempfile::tempdir().unwrap();
    let output = command.arg("--destination").arg(out.path()).output().unwrap();
    let said = |bytes| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{}\n{}", said(&output.stdout), said(&output.stderr));
    // Browsers ask for it, and it is no matter of this test whether it is there.
    fs::write(out.path().join("favicon.ico"), "").unwrap();
    out
}

async fn built_by_jekyll(jekyll: &Path, archives: &Archives) -> Blog {
    let sources = sources("jekyll", archives);
    let mut command = Command::new(jekyll);
    command.args(["build", "--disable-disk-cache", "--source"]).arg(sources.path());
    Blog::in_folder(build(&mut command)).await
}

async fn built_by_hugo(hugo: &Path, archives: &Archives) -> Blog {
    let sources = sources("hugo", archives);
    Blog::in_folder(build(Command::new(hugo).arg("--source").arg(sources.path()))).await
}

/// What a reader of the blog does.
async fn check(name: &str, blog: &Blog) {
    let page = blog.open("reading/").await;
    page.wait_for(ONE, 3).await;
    page.wait_for_text("reading-room[category] >>> .chip", "茶事").await;
    page.screenshot(&format!("{name}-top")).await;
    page.eval("document.querySelector('reading-room[theme]').scrollIntoView()").await;
    page.wait_for(OTHER, 2).await;
    page.screenshot(&format!("{name}-second")).await;
    let title = page.text(ONE).await;
    page.click(ONE).await;
    page.wait_for_text("reading-room[category] >>> article h1", &title).await;
    assert!(page.route().await.starts_with("#/article/"), "the first keeps the page's address");
    page.wait_for(OTHER, 2).await;
    page.screenshot(&format!("{name}-article")).await;
    page.back().await;
    page.wait_for(ONE, 3).await;
    page.click(OTHER).await;
    page.wait_for("reading-room[theme] >>> article h1", 1).await;
    page.wait_for(ONE, 3).await;
    page.type_in("reading-room[category] >>> [role=combobox]", "茶").await;
    page.wait_for_js("document.querySelector('reading-room').shadowRoot.querySelector('mark')").await;
    assert_eq!(page.errors().await, []);
    assert!(page.text("body").await.contains("That is all of it."));
    check_on_a_phone(name, blog).await;
}

async fn check_on_a_phone(name: &str, blog: &Blog) {
    let page = blog.open_as(&Reader::phone(), "reading/").await;
    page.wait_for(ONE, 3).await;
    page.screenshot(&format!("{name}-phone")).await;
    assert_eq!(overflow(&page).await, json!(0), "the page is wider than the window");
}

async fn overflow(page: &Page) -> serde_json::Value {
    page.eval("return document.documentElement.scrollWidth - innerWidth").await
}

#[tokio::test]
async fn a_jekyll_blog_shows_two_archives() {
    let Some(jekyll) = program("jekyll") else { skip!("there is no jekyll here") };
    let archives = Archives::of("in-jekyll").await;
    check("jekyll", &built_by_jekyll(&jekyll, &archives).await).await;
}

#[tokio::test]
async fn a_hugo_blog_shows_two_archives() {
    let Some(hugo) = program("hugo") else { skip!("there is no hugo here") };
    let archives = Archives::of("in-hugo").await;
    check("hugo", &built_by_hugo(&hugo, &archives).await).await;
}
