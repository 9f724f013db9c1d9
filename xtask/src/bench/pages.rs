//! The pages that Pagefind is given: a page a post, as a site generator makes them, with the text
//! that our articles show.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use bundle::format::{ArticleCard, ArticleRef, Manifest};
use bundle::reading::catalog_row;
use bundle_folder::BundleFolder;
use html_escape::{encode_double_quoted_attribute as attribute, encode_text};

/// Writes a page for each post of a bundle, and gives how many.
pub(super) fn write(bundle: &Path, pages: &Path) -> Result<u64> {
    let (source, manifest) = BundleFolder::open(bundle)?;
    let source = source.forgetful();
    let mut written = 0;
    for article in manifest.articles() {
        written += pollster::block_on(write_article(&source, &manifest, article, pages))?;
    }
    Ok(written)
}

/// An article that was merged from several posts has a page for each of them.
async fn write_article(
    source: &BundleFolder,
    manifest: &Manifest,
    article: ArticleRef,
    pages: &Path,
) -> Result<u64> {
    let listed = catalog_row(source, manifest, article).await?;
    let card = listed.card().context("an article is listed but has no card")?;
    let page = page(card, &listed.body(source).await?);
    let posts = &card.paths;
    ensure!(!posts.is_empty(), "the bundle does not say which post the article {} is from", card.key);
    for post in posts {
        let path = pages.join(format!("{post}.html"));
        let write = || {
            fs::create_dir_all(path.parent().unwrap_or(pages))?;
            fs::write(&path, &page)
        };
        write().with_context(|| format!("writing {}", path.display()))?;
    }
    Ok(posts.len() as u64)
}

/// Pagefind reads Chinese only where the page says that it is, and in which encoding.
fn page(card: &ArticleCard, body: &str) -> String {
    let title = encode_text(&card.title);
    let categories = card.categories.iter().map(|category| filter("category", category));
    let [date, author] =
        [("date", &card.date), ("author", &card.author)].map(|(name, value)| metadata(name, value));
    format!(
        "<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         {date}{author}{}{}</head>\n<body data-pagefind-body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n",
        filter("author", &card.author),
        categories.collect::<String>(),
    )
}

fn metadata(name: &str, value: &str) -> String {
    format!("<meta data-pagefind-meta=\"{name}[content]\" content=\"{}\">\n", attribute(value))
}

fn filter(name: &str, value: &str) -> String {
    format!("<meta data-pagefind-filter=\"{name}[content]\" content=\"{}\">\n", attribute(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use bundle::format::BodyPlace;

    #[test]
    fn a_page_says_what_an_article_says() {
        let card = ArticleCard {
            key: "abcde".to_owned(),
            title: "茶 < 书".to_owned(),
            date: "2023-11-10".to_owned(),
            author: "\"甲\"".to_owned(),
            categories: vec!["茶事".to_owned(), "书".to_owned()],
            url: String::new(),
            body: BodyPlace { file: 0, slot: 0 },
            paths: Vec::new(),
            versions: Vec::new(),
        };
        let expected = "<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n\
             <title>茶 &lt; 书</title>\n\
             <meta data-pagefind-meta=\"date[content]\" content=\"2023-11-10\">\n\
             <meta data-pagefind-meta=\"author[content]\" content=\"&quot;甲&quot;\">\n\
             <meta data-pagefind-filter=\"author[content]\" content=\"&quot;甲&quot;\">\n\
             <meta data-pagefind-filter=\"category[content]\" content=\"茶事\">\n\
             <meta data-pagefind-filter=\"category[content]\" content=\"书\">\n\
             </head>\n<body data-pagefind-body>\n<h1>茶 &lt; 书</h1>\n<p>文</p>\n</body>\n</html>\n";
        assert_eq!(page(&card, "<p>文</p>"), expected);
    }
}
