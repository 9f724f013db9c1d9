//! The pages of a site that any browser can read: what is on them, how one gets to them, and which of them an
//! update writes.

// A test is meant to stop at the first surprise; Clippy sees helpers outside of #[test] as code.
#![allow(clippy::panic, clippy::unwrap_used)]

mod support;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use lol_html::{RewriteStrSettings, element, rewrite_str, text as text_of};
use support::site::{text, viewer, written};
use support::{archive, contents};
use url::Url;

/// A post with a key of its own.
fn post(title: &str, date: &str, body: &str) -> String {
    let title = serde_json::to_string(title).unwrap();
    format!(
        "---\ntitle: {title}\ndate: {date}\nauthor: Ann\ncategories: [Tea]\nfrom: https://e.org/{date}\n---\n\n{body}\n"
    )
}

/// An archive of so many posts, of two days each month, one of them without an author.
fn posts(number: u32) -> Vec<(String, String)> {
    let post = |n: u32| {
        let date = format!("20{:02}-{:02}-{:02}", 10 + n / 24, 1 + n / 2 % 12, 1 + n % 2);
        let path = format!("_posts/{date}-{n}.md");
        let post = post(&format!("Title {n}"), &date, &format!("Words of number {n}."));
        (path, if n == 0 { post.replace("author: Ann\n", "") } else { post })
    };
    (0..number).map(post).collect()
}

fn archive_of(posts: &[(String, String)]) -> tempfile::TempDir {
    let files: Vec<_> = posts.iter().map(|(path, post)| (path.as_str(), post.as_bytes())).collect();
    archive(&files)
}

/// The paths of the files below a folder of a site, with slashes.
fn files(out: &Path, folder: &str) -> Vec<String> {
    let files = contents(out).into_keys().map(|path| path.to_str().unwrap().replace('\\', "/"));
    files.filter(|path| path.starts_with(folder)).collect()
}

/// The attribute of each element that a selector names.
fn attributes(html: &str, selector: &str, name: &str) -> Vec<String> {
    let found = RefCell::new(Vec::new());
    let settings = RewriteStrSettings::new().append_element_content_handler(element!(selector, |element| {
        let value = element.get_attribute(name).unwrap_or_default();
        found.borrow_mut().push(html_escape::decode_html_entities(&value).into_owned());
        Ok(())
    }));
    rewrite_str(html, settings).unwrap();
    found.into_inner()
}

/// What stands in the elements that a selector names.
fn inner(html: &str, selector: &str) -> String {
    let found = RefCell::new(String::new());
    let settings = RewriteStrSettings::new().append_element_content_handler(text_of!(selector, |chunk| {
        found.borrow_mut().push_str(chunk.as_str());
        Ok(())
    }));
    rewrite_str(html, settings).unwrap();
    found.into_inner()
}

fn attribute(html: &str, selector: &str, name: &str) -> String {
    attributes(html, selector, name).into_iter().next().unwrap_or_else(|| panic!("no {selector} in {html}"))
}

/// The page of the article whose title begins so.
fn page_of(out: &Path, title: &str) -> String {
    let pages = files(out, "article/").into_iter().filter(|path| path.contains(&format!("/{title}-")));
    let pages: Vec<_> = pages.filter(|path| !text(out, path).contains("http-equiv=\"refresh\"")).collect();
    assert_eq!(pages.len(), 1, "{title}: {pages:?}");
    pages[0].clone()
}

#[test]
fn a_crawler_that_runs_nothing_sees_the_article() {
    let posts = [
        ("_posts/2020-01-01-a.md", post("First", "2020-01-01", "one")),
        ("_posts/2020-01-02-b.md", post("Tea & <paper>", "2020-01-02", "The *first* words of it.")),
        ("_posts/2020-01-03-c.md", post("Last", "2020-01-03", "three")),
    ];
    let archive = archive_of(&posts.map(|(path, post)| (path.to_owned(), post)));
    let out = tempfile::tempdir().unwrap();
    written(
        archive.path(),
        out.path(),
        viewer("app-1.js").path(),
        &["--base-url", "https://e.org/r", "--title", "Room"],
    );
    let path = page_of(out.path(), "Tea-paper");
    let html = text(out.path(), &path);
    let there = format!("https://e.org/r/{}", path.trim_end_matches("index.html"));
    assert_eq!(inner(&html, "title"), "Tea &amp; &lt;paper&gt; · Room");
    assert_eq!(inner(&html, "h1"), "Tea &amp; &lt;paper&gt;");
    assert!(inner(&html, ".body p em").contains("first"), "{html}");
    for (selector, expected) in [
        ("meta[name=description]", "The first words of it."),
        ("meta[property='og:title']", "Tea & <paper>"),
        ("meta[property='og:description']", "The first words of it."),
        ("meta[property='og:type']", "article"),
        ("meta[property='og:url']", there.as_str()),
        ("meta[property='og:image']", "https://e.org/r/card.png"),
        ("meta[property='article:published_time']", "2020-01-02"),
        ("meta[name='reading-room-root']", "../../../"),
        ("meta[name='reading-room-bundle']", "bundle/"),
        ("meta[name='reading-room-pages']", "article"),
    ] {
        assert!(attribute(&html, selector, "content").starts_with(expected), "{selector} in {html}");
    }
    assert_eq!(attribute(&html, "link[rel=canonical]", "href"), there);
    let data: serde_json::Value =
        serde_json::from_str(&inner(&html, "script[type='application/ld+json']")).unwrap();
    assert_eq!([&data["headline"], &data["@type"]], ["Tea & <paper>", "NewsArticle"]);
    assert_eq!(attribute(&html, "script[type=module]", "src"), "../../../open.js");
    assert!(inner(&html, ".start-late p").contains("did not load"), "{html}");
    assert!(!text(out.path(), "lists/index.html").contains("start-late"));
    // The newest comes first.
    for (rel, title) in [("prev", "Last"), ("next", "First")] {
        let expected = format!("../../../{}", page_of(out.path(), title).trim_end_matches("index.html"));
        for element in ["link", "a"] {
            assert_eq!(attribute(&html, &format!("{element}[rel={rel}]"), "href"), expected);
        }
    }
}

#[test]
fn a_hostile_article_is_inert() {
    let hostile = "</script></title></style><script>steal()</script><img src=x onerror=steal()>\"'>";
    let build = |title: &str, body: &str| {
        let archive = archive_of(&[("_posts/2020-01-01-a.md".to_owned(), post(title, "2020-01-01", body))]);
        let out = tempfile::tempdir().unwrap();
        let arguments = ["--title", title, "--description", title, "--base-url", "https://e.org/"];
        written(archive.path(), out.path(), viewer("app-1.js").path(), &arguments);
        let article = files(out.path(), "article/").remove(0);
        [text(out.path(), &article), text(out.path(), "lists/2020-01/index.html")]
    };
    let body =
        format!("{hostile}\n\n<a href=\"javascript:steal()\" style=\"color:red\" onclick=\"steal()\">x</a>");
    for (bad, good) in build(hostile, &body).iter().zip(&build("Tea", "x")) {
        let scripts = |html: &str| {
            let policy = attribute(html, "meta[http-equiv='Content-Security-Policy']", "content");
            policy.split("; ").find(|directive| directive.starts_with("script-src")).unwrap().to_owned()
        };
        assert_eq!(scripts(bad), scripts(good));
        assert_eq!(attributes(bad, "script", "src"), attributes(good, "script", "src"));
        assert_eq!(inner(bad, "script:not([type])"), inner(good, "script:not([type])"));
        let data = inner(bad, "script[type='application/ld+json']");
        assert!(
            data.is_empty() || data.parse::<serde_json::Value>().unwrap()["headline"] == hostile,
            "{data}"
        );
        for selector in ["[style]", "[onclick]", "[onerror]", "[href^='javascript:']", "h1 img", "head img"] {
            assert!(attributes(bad, selector, "x").is_empty(), "{selector} in {bad}");
        }
    }
}

#[test]
fn every_article_is_reached_by_links_from_the_first_page() {
    let archive = archive_of(&posts(260));
    let out = tempfile::tempdir().unwrap();
    let viewer = viewer("app-1.js");
    let check = |arguments: &[&str], is_page: &dyn Fn(&str) -> bool| {
        written(archive.path(), out.path(), viewer.path(), arguments);
        let reached = reached(out.path());
        let missing: Vec<_> = files(out.path(), "")
            .into_iter()
            .filter(|path| is_page(path) && !reached.contains(path))
            .collect();
        assert!(missing.is_empty(), "no link leads to {missing:?}");
    };
    let is_html = |path: &str| path.ends_with("/index.html");
    // Neighbours would lead to all.
    check(&["--pages", "article"], &|path| is_html(path));
    assert_eq!(files(out.path(), "article/").len(), 260);
    check(&["--pages", "day"], &|path| is_html(path));
    let days = files(out.path(), "article/");
    assert!(days.len() == 260 && days.iter().all(|path| path.matches('/').count() == 2), "{days:?}");
    check(&["--pages", "none"], &|path| is_html(path));
    assert!(files(out.path(), "article/").is_empty() && files(out.path(), "lists/").is_empty());
}

/// The files of a site that lists lead to from its first page. Links between articles are not followed.
fn reached(out: &Path) -> BTreeSet<String> {
    let base = Url::parse("https://e.org/").unwrap();
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut waiting = vec!["index.html".to_owned()];
    while let Some(page) = waiting.pop() {
        if page.starts_with("article/") {
            continue;
        }
        let here = base.join(&page).unwrap();
        for href in attributes(&text(out, &page), "a[href]", "href") {
            let Some(url) = here.join(&href).ok().filter(|url| url.host_str() == Some("e.org")) else {
                continue;
            };
            if url.fragment().is_some() && url.path() == "/" {
                continue;
            }
            let path = percent_encoding::percent_decode_str(url.path()).decode_utf8().unwrap().into_owned();
            let path = path.trim_start_matches('/');
            let file = if path.is_empty() || path.ends_with('/') {
                format!("{path}index.html")
            } else {
                path.to_owned()
            };
            // The originals are on the same host.
            if !out.join(&file).is_file() {
                assert!(href.starts_with("https://"), "{page} leads to {href}");
            } else if reached.insert(file.clone()) && file.ends_with(".html") {
                waiting.push(file);
            }
        }
    }
    reached
}

#[test]
fn only_pages_that_changed_are_written() {
    let all = posts(150);
    let archive = archive_of(&all);
    let out = tempfile::tempdir().unwrap();
    let viewer = viewer("app-1.js");
    let arguments = ["--base-url", "https://e.org/"];
    written(archive.path(), out.path(), viewer.path(), &arguments);
    let times = |out: &Path| -> BTreeMap<String, std::time::SystemTime> {
        let modified = |path: &String| std::fs::metadata(out.join(path)).unwrap().modified().unwrap();
        files(out, "").into_iter().map(|path| (path.clone(), modified(&path))).collect()
    };
    let before = times(out.path());
    let newest = post("Newest", "2017-01-01", "text");
    std::fs::write(archive.path().join("_posts/2017-01-01-new.md"), newest).unwrap();
    written(archive.path(), out.path(), viewer.path(), &arguments);
    let after = times(out.path());
    let written: Vec<_> = after
        .iter()
        .filter(|(path, time)| before.get(*path) != Some(time))
        .map(|(path, _)| path.as_str())
        .collect();
    let pages: Vec<_> = written.iter().copied().filter(|path| path.starts_with("article/")).collect();
    // Its own, and that of the one before it.
    assert_eq!(pages, [page_of(out.path(), "Title-149"), page_of(out.path(), "Newest")]);
    let lists: Vec<_> = written.iter().copied().filter(|path| path.starts_with("lists/")).collect();
    let is_newest = |path: &str| {
        path == "lists/index.html" || path == "lists/2017-01/index.html" || path.matches('/').count() == 3
    };
    assert!(lists.len() == 5 && lists.iter().all(|path| is_newest(path)), "{lists:?}");
}

#[test]
fn pages_follow_their_articles() {
    let first = post("Old title", "2020-01-01", "a");
    let archive = archive_of(&[
        ("_posts/2020-01-01-a.md".to_owned(), first.clone()),
        ("_posts/2020-01-02-b.md".to_owned(), post("Other", "2020-01-02", "b")),
    ]);
    let out = tempfile::tempdir().unwrap();
    let viewer = viewer("app-1.js");
    let build = |title: Option<&str>| {
        if let Some(title) = title {
            std::fs::write(archive.path().join("_posts/2020-01-01-a.md"), first.replace("Old title", title))
                .unwrap();
        }
        written(archive.path(), out.path(), viewer.path(), &["--base-url", "https://e.org/"]);
    };
    build(None);
    let mut earlier = vec![page_of(out.path(), "Old-title")];
    // A title that changes in case alone has the page that it had, for some systems.
    build(Some("old Title"));
    let pages: BTreeSet<_> = files(out.path(), "article/").iter().map(|path| path.to_lowercase()).collect();
    assert_eq!((pages.len(), files(out.path(), "article/").len()), (2, 2), "{pages:?}");
    earlier[0] = page_of(out.path(), "old-Title");
    for (title, words) in [("New title", "New-title"), ("Newer title", "Newer-title")] {
        build(Some(title));
        // A build that changes nothing changes nothing of this.
        build(None);
        let now = page_of(out.path(), words);
        for path in &earlier {
            let html = text(out.path(), path);
            let folder = now.trim_end_matches("index.html");
            assert_eq!(
                attribute(&html, "meta[http-equiv=refresh]", "content"),
                format!("0; url=../../../{folder}")
            );
            assert_eq!(attribute(&html, "link[rel=canonical]", "href"), format!("https://e.org/{folder}"));
            assert_eq!(attribute(&html, "a", "href"), format!("../../../{folder}"));
        }
        earlier.push(now);
    }
    std::fs::remove_file(archive.path().join("_posts/2020-01-01-a.md")).unwrap();
    build(None);
    assert_eq!(files(out.path(), "article/"), [page_of(out.path(), "Other")]);
}

#[test]
fn notes_of_several_texts_on_a_page_are_kept_apart() {
    let noted = |title: &str, from: &str| {
        let post = post(title, "2020-01-01", "Words[^1].\n\n[^1]: A note.");
        post.replace("from: https://e.org/2020-01-01", &format!("from: https://e.org/{from}"))
    };
    let archive = archive_of(&[
        ("_posts/2020-01-01-a.md".to_owned(), noted("One", "a")),
        ("_posts/2020-01-01-b.md".to_owned(), noted("Two", "b")),
        ("_posts/2020-01-02-b.md".to_owned(), noted("Two, mended", "b").replace("Words", "Other words")),
    ]);
    let out = tempfile::tempdir().unwrap();
    let viewer = viewer("app-1.js");
    let check = |kind: &str, texts: usize, plain: usize| {
        written(archive.path(), out.path(), viewer.path(), &["--pages", kind]);
        let html = files(out.path(), "article/").into_iter().map(|path| text(out.path(), &path));
        let html = html.max_by_key(String::len).unwrap();
        let links = attributes(&html, ".body a[href^='#text-']", "href");
        let targets: BTreeSet<_> = attributes(&html, "[id]", "id").into_iter().collect();
        assert_eq!(targets.len(), attributes(&html, "[id]", "id").len(), "{html}");
        // One to the note, one back.
        assert_eq!(links.len(), 2 * texts, "{html}");
        assert!(links.iter().all(|link| targets.contains(&link[1..])), "{links:?} {targets:?}");
        let links: BTreeSet<_> = links.iter().collect();
        assert_eq!(links.len(), 2 * texts, "{links:?}");
        assert_eq!(targets.iter().filter(|id| id.starts_with("text-fn")).count(), plain, "{targets:?}");
    };
    check("day", 3, 0);
    check("article", 2, 2);
}

#[test]
fn a_sitemap_has_every_article_and_its_last_part_the_newest() {
    let archive = archive_of(&posts(300));
    let out = tempfile::tempdir().unwrap();
    let viewer = viewer("app-1.js");
    let parts = || {
        written(archive.path(), out.path(), viewer.path(), &["--base-url", "https://e.org/"]);
        let files = files(out.path(), "sitemaps/");
        assert_eq!(files, ["sitemaps/1.xml", "sitemaps/2.xml"]);
        let index = text(out.path(), "sitemap.xml");
        assert!(index.contains("<sitemapindex"), "{index}");
        files.iter().for_each(|file| assert!(index.contains(&format!("<loc>https://e.org/{file}</loc>"))));
        let parts = files.iter().map(|file| text(out.path(), file)).collect::<Vec<_>>();
        parts.iter().for_each(|part| drop(roxmltree::Document::parse(part).unwrap()));
        parts
    };
    let before = parts();
    assert!(text(out.path(), "robots.txt").contains("Sitemap: https://e.org/sitemap.xml"));
    for page in files(out.path(), "article/") {
        let page = format!("<loc>https://e.org/{}</loc>", page.trim_end_matches("index.html"));
        assert_eq!(before.concat().matches(&page).count(), 1, "{page}");
    }
    assert!(before[0].contains("/2010-01") && before[1].contains("/2022-06"), "{before:?}");
    let newest = post("Newest", "2023-01-01", "text");
    std::fs::write(archive.path().join("_posts/2023-01-01-new.md"), newest).unwrap();
    let after = parts();
    assert_eq!(after[0], before[0]);
    assert!(!before[1].contains("Newest") && after[1].contains("/Newest-"), "{after:?}");
}

#[test]
fn the_page_for_lost_addresses_knows_where_articles_are() {
    let archive = archive_of(&posts(1));
    let out = tempfile::tempdir().unwrap();
    let viewer = viewer("app-1.js");
    written(archive.path(), out.path(), viewer.path(), &[]);
    assert!(!text(out.path(), "404.html").contains("<script"));
    written(archive.path(), out.path(), viewer.path(), &["--base-url", "https://e.org/a b/"]);
    let html = text(out.path(), "404.html");
    assert!(inner(&html, "script").contains("\"/a%20b/\"") && policy::seal(&html).is_ok(), "{html}");
    let policy = attribute(&html, "meta[http-equiv='Content-Security-Policy']", "content");
    let sealed = policy::seal(&html).unwrap();
    assert_eq!(attribute(&sealed, "meta[http-equiv='Content-Security-Policy']", "content"), policy);
}

#[test]
fn the_first_list_leads_to_pages_and_never_to_the_originals() {
    let archive = archive_of(&posts(20));
    let out = tempfile::tempdir().unwrap();
    let viewer = viewer("app-1.js");
    let titles = |arguments: &[&str]| {
        written(archive.path(), out.path(), viewer.path(), arguments);
        attributes(&text(out.path(), "index.html"), ".first-rows a.title", "href")
    };
    let of_pages = titles(&["--pages", "article"]);
    assert!(
        of_pages.len() == 12 && of_pages.iter().all(|href| out.path().join(href).is_dir()),
        "{of_pages:?}"
    );
    let of_none = titles(&["--pages", "none"]);
    assert!(of_none.iter().all(|href| href.starts_with("#/article/")), "{of_none:?}");
}
