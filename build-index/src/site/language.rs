//! Which language a site speaks before the viewer does, or where it does not.

use bundle::format::Manifest;
use bundle::text::Script;
use texts::{Language, find, negotiate};

/// The language that the keeper chose, or that in which titles are written.
pub(super) fn language(manifest: &Manifest, titles: &str) -> &'static Language {
    // Of Chinese alone, the titles say which script.
    let chosen = Some(manifest.site.language.as_str()).filter(|tag| !tag.eq_ignore_ascii_case("zh"));
    chosen.and_then(find).unwrap_or_else(|| negotiate(Script::of(titles).lang()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keeper_chooses_the_language_or_the_titles_do() {
        let check = |chosen: &str, titles: &str, expected: &str| {
            let mut manifest = Manifest::default();
            manifest.site.language = chosen.to_owned();
            assert_eq!(language(&manifest, titles).tag, expected, "{chosen} {titles}");
        };
        check("zh-TW", "图书馆", "zh-Hant");
        check("zh-CN", "圖書館", "zh-Hans");
        check("zh-Hans-TW", "圖書館", "zh-Hans");
        check("zh", "圖書館", "zh-Hant");
        check("zh", "The library", "en");
        check("en-GB", "图书馆", "en");
        check("", "图书馆", "zh-Hans");
        check("", "The library", "en");
        check("fr", "La bibliothèque", "en");
        check("fr", "图书馆", "zh-Hans");
    }
}
