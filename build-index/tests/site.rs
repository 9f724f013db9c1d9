//! `build-index site`, as a keeper runs it: from any folder, without the sources.

// A test is meant to stop at the first surprise; Clippy sees helpers outside of #[test] as code.
#![allow(clippy::panic, clippy::unwrap_used)]

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use roxmltree::{Document, Node};
use support::site::{PAGE, site, text, viewer, written};
use support::{archive, contents, sample};

const ATOM: &str = "http://www.w3.org/2005/Atom";

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
fn a_second_run_and_another_folder_give_the_same_bytes() {
    let viewer = viewer("app-1.js");
    let [first, second] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    written(&sample(), first.path(), viewer.path(), &[]);
    let before = contents(first.path());
    let said = written(&sample(), first.path(), viewer.path(), &[]);
    assert!(said.contains("0 files, 0 B, were written and 0 removed"), "{said}");
    assert!(contents(first.path()) == before, "a second run changed the site");
    written(&sample(), second.path(), viewer.path(), &[]);
    assert!(contents(second.path()) == before, "another folder got another site");
    for path in
        ["index.html", "404.html", ".nojekyll", "feed.xml", "site.webmanifest", "bundle/manifest.json"]
    {
        assert!(first.path().join(path).exists(), "{path}");
    }
    assert!(!first.path().join("bundle/bodies/left-by-a-build").exists());
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
fn files_of_the_keeper_stay_and_older_ones_of_ours_go() {
    let out = archive(&[("CNAME", b"example.org"), ("robots.txt", b"mine"), ("app-1.css", b"mine")]);
    let said = written(&sample(), out.path(), viewer("app-1.js").path(), &[]);
    assert!(said.contains("robots.txt was there already and stays"), "{said}");
    written(&sample(), out.path(), viewer("app-2.js").path(), &["--most-feeds", "0"]);
    assert!(out.path().join("app-2.js").exists() && !out.path().join("app-1.js").exists());
    assert!(!out.path().join("feeds/author").exists());
    for (path, expected) in [("CNAME", "example.org"), ("robots.txt", "mine"), ("app-1.css", "mine")] {
        assert_eq!(text(out.path(), path), expected, "{path}");
    }
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
fn whoever_has_no_viewer_or_has_a_page_is_told() {
    let viewer = viewer("app-1.js");
    let check = |out: &Path, viewer: &Path, expected: &[&str]| {
        let output = site(&sample(), out, viewer, &[]);
        let message = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1));
        expected.iter().for_each(|part| assert!(message.contains(part), "{message}"));
    };
    let blog = archive(&[("index.html", b"a blog")]);
    check(blog.path(), viewer.path(), &["index.html is in the way", "--out"]);
    assert_eq!(text(blog.path(), "index.html"), "a blog");
    check(blog.path(), Path::new("/nowhere"), &["/nowhere"]);
    let other = archive(&[("index.html", b"<!doctype html><title>a</title>")]);
    check(
        tempfile::tempdir().unwrap().path(),
        other.path(),
        &["viewer's page has no", "build the viewer anew"],
    );
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
fn addresses_are_whole_where_the_base_is_known_and_relative_elsewhere() {
    let viewer = viewer("app-1.js");
    let out = tempfile::tempdir().unwrap();
    let said = written(&sample(), out.path(), viewer.path(), &[]);
    assert!(said.contains("--base-url"), "{said}");
    let page = text(out.path(), "index.html");
    assert!(
        !out.path().join("sitemap.xml").exists() && !page.contains("og:image") && !page.contains("canonical")
    );
    assert!(page.contains("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"feed.xml\""));
    let feed = text(out.path(), "feed.xml");
    assert!(feed.contains("href=\"./article/") && !feed.contains("rel=\"self\""));

    let said = written(&sample(), out.path(), viewer.path(), &["--base-url", "https://e.org/a b"]);
    assert!(!said.contains("--base-url"), "{said}");
    let page = text(out.path(), "index.html");
    assert!(page.contains("<link rel=\"canonical\" href=\"https://e.org/a%20b/\">"));
    assert!(page.contains("property=\"og:image\" content=\"https://e.org/a%20b/card.png\""));
    assert!(text(out.path(), "sitemap.xml").contains("<loc>https://e.org/a%20b/sitemaps/1.xml</loc>"));
    assert!(text(out.path(), "robots.txt").contains("Sitemap: https://e.org/a%20b/sitemap.xml"));
    assert!(text(out.path(), "404.html").contains("href=\"/a%20b/\""));
    for (path, xml) in feeds(out.path()) {
        let feed = Document::parse(&xml).unwrap();
        let itself =
            link(feed.root_element(), "self").unwrap_or_else(|| panic!("{path} does not know itself"));
        assert!(itself.starts_with("https://e.org/a%20b/feed") && itself.is_ascii(), "{itself}");
    }
}

#[test]
fn an_archive_of_hostile_names_has_feeds_that_are_atom() {
    let long = "长".repeat(100);
    let names = ["Tea", "tea", "te/a", "../../up", "a\u{8}b", "]]>&<b>\"'", &long, "…", "\u{fffe}x"];
    let posts: Vec<(String, String)> = names
        .iter()
        .enumerate()
        .map(|(n, name)| {
            let name = serde_json::to_string(name).unwrap();
            let url = ["https://e.org/?a&b=\"<", "javascript:alert(1)", ""][n % 3];
            let post = format!(
                "---\ntitle: {name}\nauthor: {name}\ncategories: [{name}]\ndate: 2020-01-0{}\nlink: {url}\n---\n\
                 <p>]]&gt; \u{1}\u{ffff} & <img src=\"x\"><script>alert(1)</script></p>",
                n + 1
            );
            (format!("_posts/2020-01-0{}-{n}.md", n + 1), post)
        })
        .collect();
    let files: Vec<_> = posts.iter().map(|(path, post)| (path.as_str(), post.as_bytes())).collect();
    let archive = archive(&files);
    let out = tempfile::tempdir().unwrap();
    let title = "</title><script>alert(1)</script>";
    written(archive.path(), out.path(), viewer("app-1.js").path(), &["--title", title]);
    let feeds = feeds(out.path());
    assert!(
        feeds.len() > 2 * names.len() - 4,
        "{:?}",
        feeds.iter().map(|(path, _)| path).collect::<Vec<_>>()
    );
    let lower: BTreeSet<_> = feeds.iter().map(|(path, _)| path.to_lowercase()).collect();
    assert_eq!(lower.len(), feeds.len(), "some systems take two of these for one: {lower:?}");
    feeds.iter().for_each(|(path, xml)| check_atom(path, xml));
    assert!(!text(out.path(), "index.html").contains("<script>alert"));
    assert!(!text(out.path(), "404.html").contains("<script>"));
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
fn the_sample_has_feeds_that_are_atom() {
    let out = tempfile::tempdir().unwrap();
    written(&sample(), out.path(), viewer("app-1.js").path(), &[]);
    feeds(out.path()).iter().for_each(|(path, xml)| check_atom(path, xml));
    let feed = text(out.path(), "feed.xml");
    let feed = Document::parse(&feed).unwrap();
    let entries: Vec<_> = children(feed.root_element(), "entry").collect();
    assert_eq!(entries.len(), 50);
    assert!(entries.iter().any(|entry| link(*entry, "via").is_some()));
    let dates: Vec<_> = entries.iter().map(|entry| child_text(*entry, "updated")).collect();
    assert_eq!(dates[0], child_text(feed.root_element(), "updated"));
}

#[test]
fn a_query_with_a_name_has_a_feed() {
    let settings = "[[feeds]]\nname = 'Tea / 茶'\nquery = 'category:tea -coffee'\n";
    let archive = archive(&[
        ("_posts/2020-01-01-a.md", b"---\ntitle: a\ncategories: [tea]\n---\nleaves"),
        ("_posts/2020-01-02-b.md", b"---\ntitle: b\ncategories: [tea]\n---\ncoffee"),
        ("reading-room.toml", settings.as_bytes()),
    ]);
    let out = tempfile::tempdir().unwrap();
    let viewer = viewer("app-1.js");
    written(archive.path(), out.path(), viewer.path(), &[]);
    let feeds = feeds(out.path());
    let (path, xml) = feeds.iter().find(|(path, _)| path.starts_with("feeds/query/tea-茶-")).unwrap();
    check_atom(path, xml);
    assert_eq!(children(Document::parse(xml).unwrap().root_element(), "entry").count(), 1);
    assert!(text(out.path(), "index.html").contains("feeds/query/tea-%E8%8C%B6-"));
    let before = contents(out.path());

    std::fs::write(archive.path().join("reading-room.toml"), settings.replace("category:tea", "date:tea"))
        .unwrap();
    let output = site(archive.path(), out.path(), viewer.path(), &[]);
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(
        !output.status.success() && message.contains("`date:tea`") && message.contains("`Tea / 茶`"),
        "{message}"
    );
    assert!(contents(out.path()) == before);
}

#[test]
fn authors_with_the_most_articles_have_a_feed() {
    let post = |author: &str| format!("---\ntitle: t\nauthor: {author}\n---\ntext of {author}");
    let posts = ["a", "b", "b", "c"].map(post);
    let files: Vec<_> = posts.iter().zip(["1", "2", "3", "4"]).collect();
    let archive = tempfile::tempdir().unwrap();
    std::fs::create_dir(archive.path().join("_posts")).unwrap();
    for (post, n) in files {
        std::fs::write(archive.path().join(format!("_posts/2020-01-0{n}-{n}.md")), post).unwrap();
    }
    let out = tempfile::tempdir().unwrap();
    let said = written(archive.path(), out.path(), viewer("app-1.js").path(), &["--most-feeds", "1"]);
    assert!(said.contains("1 of 3 values of author have a feed") && said.contains("2 have none"), "{said}");
    let authors: Vec<_> =
        feeds(out.path()).into_iter().filter(|(path, _)| path.starts_with("feeds/author/")).collect();
    assert_eq!(authors.len(), 1);
    assert!(authors[0].0.starts_with("feeds/author/b-"));
}

/// The feeds of a site with their paths.
fn feeds(out: &Path) -> Vec<(String, String)> {
    let is_feed = |path: &str| path == "feed.xml" || path.starts_with("feeds/");
    let files = contents(out).into_iter().map(|(path, bytes)| (path.to_str().unwrap().to_owned(), bytes));
    files
        .filter(|(path, _)| is_feed(path))
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect()
}

/// Holds a feed to what RFC 4287 demands, as far as that can be seen from it.
fn check_atom(path: &str, xml: &str) {
    let document = Document::parse(xml).unwrap_or_else(|error| panic!("{path}: {error}"));
    let feed = document.root_element();
    assert_eq!((feed.tag_name().name(), feed.tag_name().namespace()), ("feed", Some(ATOM)), "{path}");
    let mut ids = BTreeSet::from([check_common(path, feed)]);
    assert_eq!(children(feed, "author").count(), 1, "{path}: an entry may have none of its own");
    for author in document.descendants().filter(|node| node.has_tag_name((ATOM, "author"))) {
        assert!(!child_text(author, "name").is_empty(), "{path}");
    }
    for entry in children(feed, "entry") {
        assert!(ids.insert(check_common(path, entry)), "{path}: two have one id");
        let (content, summary) = (children(entry, "content").count(), children(entry, "summary").count());
        assert!(content <= 1 && summary <= 1, "{path}");
        children(entry, "category")
            .for_each(|category| assert!(category.attribute("term").is_some(), "{path}"));
        let via = link(entry, "via");
        assert!(via.is_none_or(|href| href.starts_with("http")), "{path}: {via:?}");
    }
}

/// Checks what feeds and entries have in common; gives the id.
fn check_common(path: &str, node: Node<'_, '_>) -> String {
    for name in ["id", "title", "updated"] {
        assert_eq!(children(node, name).count(), 1, "{path}: {name}");
    }
    let (id, updated) = (child_text(node, "id"), child_text(node, "updated"));
    assert!(id.starts_with("urn:uuid:") && id.len() == 45, "{path}: {id}");
    assert!(updated.len() >= 20 && updated.as_bytes()[10] == b'T', "{path}: {updated}");
    let page = link(node, "alternate").unwrap_or_default();
    assert!(page.contains("#/") || page.contains("article/"), "{path}: {page}");
    id
}

fn children<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.has_tag_name((ATOM, name)))
}

fn child_text(node: Node<'_, '_>, name: &'static str) -> String {
    let text = children(node, name).next().and_then(|child| child.text());
    text.unwrap_or_default().to_owned()
}

fn link<'a>(node: Node<'a, '_>, rel: &str) -> Option<&'a str> {
    children(node, "link").find(|link| link.attribute("rel") == Some(rel))?.attribute("href")
}

/// Texts of an archive need no hash in the page's policy, and get none, whatever they are.
#[test]
fn a_filled_page_keeps_the_policy_that_it_came_with() {
    let sealed = policy::seal(PAGE).unwrap();
    let viewer = archive(&[("index.html", sealed.as_bytes())]);
    let hostile = "</title></noscript><script>steal()</script><style>p {}</style>";
    let post = format!("---\ntitle: '{hostile}'\ndate: 2020-01-01\nauthor: '{hostile}'\n---\n\ntext\n");
    let posts = archive(&[("_posts/2020-01-01-a.md", post.as_bytes())]);
    let out = tempfile::tempdir().unwrap();
    written(posts.path(), out.path(), viewer.path(), &["--title", hostile, "--description", hostile]);
    let page = text(out.path(), "index.html");
    assert!(page.contains("steal()") && page != sealed, "{page}");
    assert_eq!(policy::seal(&page).unwrap(), page);
}
