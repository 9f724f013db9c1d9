//! What a search ought to find, by looking through every text, letter by letter.
//!
//! The scan knows nothing of tokens, terms or indexes. Of Reading Room it takes the fold, which says
//! what counts as the same text, and what of an article's HTML can be seen.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::Path;

use bundle::format::{ArticleRef, Manifest};
use bundle::reading::{body, catalog_row};
use bundle::text::{fold, is_cjk, visible_text};

use bundle_folder::{BundleFolder, BundleFolderError};

/// Texts to look through, each under a key.
pub struct Scan<K> {
    texts: Vec<Scanned<K>>,
}

/// A text to look through.
pub struct Scanned<K> {
    /// Whose text it is.
    pub key: K,
    /// What a reader sees: the title, and below it the text.
    pub shown: String,
    /// All that it has to be found by, folded.
    findable: String,
    /// What it may be found by, too: what a page says in its head.
    metadata: String,
}

impl Scan<ArticleRef> {
    /// The articles of a bundle. They have to be found by title, text and author, and by what they said
    /// before.
    pub async fn of_bundle(source: &BundleFolder, manifest: &Manifest) -> Result<Self, BundleFolderError> {
        let mut texts = Vec::new();
        for article in manifest.articles() {
            texts.push(scan_article(source, manifest, article).await?);
        }
        Ok(Self { texts })
    }
}

impl Scan<String> {
    /// The pages of a folder, by their paths in it without `.html`. They have to be found by what
    /// they show.
    pub fn of_pages(folder: &Path) -> Self {
        let mut texts = Vec::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(inside) = folders.pop() {
            for entry in fs::read_dir(inside).expect("the folder can be read") {
                let path = entry.expect("the entry can be read").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    texts.push(scan_page(folder, &path));
                }
            }
        }
        texts.sort_by(|a, b| a.key.cmp(&b.key));
        Self { texts }
    }
}

impl<K: Ord> Scan<K> {
    /// All texts.
    pub fn texts(&self) -> &[Scanned<K>] {
        &self.texts
    }

    /// The keys of the texts that hold what is wanted.
    pub fn holding(&self, wanted: &Wanted) -> BTreeSet<&K> {
        self.keys(|scanned| wanted.is_in(&[&scanned.findable]))
    }

    /// The keys of the texts that hold what is wanted, if need be in their metadata.
    pub fn holding_or_about(&self, wanted: &Wanted) -> BTreeSet<&K> {
        self.keys(|scanned| wanted.is_in(&[&scanned.findable, &scanned.metadata]))
    }

    fn keys(&self, are_of: impl Fn(&Scanned<K>) -> bool) -> BTreeSet<&K> {
        self.texts.iter().filter(|scanned| are_of(scanned)).map(|scanned| &scanned.key).collect()
    }
}

/// What a text must hold for a query of plain words and `"sequences"`, all of them.
pub struct Wanted {
    pieces: Vec<String>,
    are_beginnings: bool,
}

impl Wanted {
    /// What is wanted by whoever types this.
    pub fn by(typed: &str) -> Self {
        let mut pieces = Vec::new();
        for (number, part) in typed.split('"').enumerate() {
            match number % 2 {
                0 => pieces.extend(part.split_whitespace().map(comparable)),
                _ => pieces.push(comparable(part)),
            }
        }
        Self { pieces, are_beginnings: false }
    }

    /// The same, where words that begin with the last word of a piece will do.
    pub fn as_beginnings(self) -> Self {
        Self { are_beginnings: true, ..self }
    }

    /// Whether folded texts together hold it all.
    pub fn is_in(&self, texts: &[&str]) -> bool {
        self.pieces.iter().all(|piece| texts.iter().any(|text| self.holds(text, piece)))
    }

    fn holds(&self, text: &str, piece: &str) -> bool {
        let mut places = text.match_indices(piece);
        places.any(|(start, _)| self.is_whole(text, start..start + piece.len()))
    }

    /// Whether no word goes on beyond what was found.
    fn is_whole(&self, text: &str, found: Range<usize>) -> bool {
        let goes_on = |at: usize| {
            let (before, after) = text.split_at(at);
            before.ends_with(is_of_word) && after.starts_with(is_of_word)
        };
        !goes_on(found.start) && (self.are_beginnings || !goes_on(found.end))
    }
}

/// Whether a character makes a word with its neighbours. One of Han does not.
pub fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() && !is_cjk(c)
}

/// Text without the white space between two CJK characters of a line.
pub fn without_inner_space(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut space = String::new();
    for c in text.chars() {
        if c.is_whitespace() && c != '\n' {
            space.push(c);
            continue;
        }
        let between = kept.ends_with(is_cjk) && is_cjk(c);
        if !between {
            kept.push_str(&space);
        }
        space.clear();
        kept.push(c);
    }
    kept
}

async fn scan_article(
    source: &BundleFolder,
    manifest: &Manifest,
    article: ArticleRef,
) -> Result<Scanned<ArticleRef>, BundleFolderError> {
    let listed = catalog_row(source, manifest, article).await?;
    let card = listed.card().expect("what is listed has a card");
    let shown = seen(&card.title, &listed.body(source).await?);
    let mut findable = format!("{shown}\n{}", seen(&card.author, ""));
    for version in &card.versions {
        findable.push('\n');
        findable.push_str(&seen(&version.title, &body(source, &listed.version_place(version)).await?));
    }
    Ok(Scanned { key: article, shown, findable: comparable(&findable), metadata: String::new() })
}

fn scan_page(folder: &Path, page: &Path) -> Scanned<String> {
    let html = fs::read_to_string(page).expect("the page can be read");
    let (head, body) = html.split_once("<body").expect("the page has a body");
    let shown = visible_text(&format!("<body{body}")).text;
    let path = page.strip_prefix(folder).expect("the page is in the folder").to_string_lossy();
    let key = path.strip_suffix(".html").unwrap_or(&path).to_owned();
    Scanned { key, findable: comparable(&shown), metadata: comparable(&metadata(head)), shown }
}

/// The contents of all `<meta>` elements, a line each.
fn metadata(head: &str) -> String {
    let contents = head.split("content=\"").skip(1).filter_map(|rest| rest.split('"').next());
    contents.map(|content| visible_text(content).text).collect::<Vec<_>>().join("\n")
}

/// A title and the text below it, as a reader sees them.
fn seen(title: &str, html: &str) -> String {
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    visible_text(&format!("<h1>{title}</h1>\n{html}")).text
}

fn comparable(text: &str) -> String {
    without_inner_space(&fold(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, text: &str, whole: bool, beginning: bool) {
        let text = comparable(text);
        assert_eq!(Wanted::by(typed).is_in(&[&text]), whole, "{typed} in {text}");
        assert_eq!(Wanted::by(typed).as_beginnings().is_in(&[&text]), beginning, "{typed} begins in {text}");
    }

    #[test]
    fn han_is_found_where_it_stands() {
        check("圖書", "旧图 书馆", true, true);
        check("图书", "图\n书", false, false);
        check("\"图书馆\"", "圖書館前", true, true);
        check("图书 铁路", "鐵路和圖書", true, true);
        check("图书 铁路", "圖書", false, false);
    }

    #[test]
    fn words_are_whole() {
        check("tea", "TEA店", true, true);
        check("tea", "teapot", false, true);
        check("tea", "plateau", false, false);
        check("tea", "steak, tea", true, true);
        check("\"movable type\"", "of movable types", false, true);
    }

    #[test]
    fn a_page_may_be_found_by_its_head() {
        let head = "<meta name=\"a\" content=\"甲 &amp; 乙\">\n<meta content=\"2020-01-01\" name=\"b\">";
        assert_eq!(metadata(head), "甲 & 乙\n2020-01-01");
        let wanted = Wanted::by("图书 甲");
        assert!(!wanted.is_in(&["图书"]) && wanted.is_in(&["图书", "甲 & 乙"]));
    }
}
