//! The few words that a site says by itself, before the viewer does or where it does not.

use bundle::format::Manifest;
use bundle::text::Script;
use bundle::written::Dates;

/// The words of a site in one language.
pub(super) struct SiteWords {
    /// The tag (BCP 47).
    pub(super) lang: &'static str,
    pub(super) reading_room: &'static str,
    /// About a site that says nothing of itself; given its name.
    pub(super) about: fn(&str) -> String,
    pub(super) search: &'static str,
    /// In the search box; given how many articles there are.
    pub(super) search_hint: fn(&str) -> String,
    /// Given a number, and as it is written.
    pub(super) articles: fn(u32, &str) -> String,
    pub(super) filters: &'static str,
    pub(super) statistics: &'static str,
    pub(super) export: &'static str,
    pub(super) newest_first: &'static str,
    pub(super) untitled: &'static str,
    pub(super) dates: Dates,
    /// Where something else than the list was asked for.
    pub(super) opening: &'static str,
    /// What a page without JavaScript lacks.
    pub(super) no_script: &'static str,
    /// Where the viewer never comes.
    pub(super) late: &'static str,
    pub(super) not_found: &'static str,
    pub(super) not_found_why: &'static str,
    pub(super) to_the_archive: &'static str,
}

impl SiteWords {
    /// The words of the language that a keeper chose, or of that in which titles are written.
    pub(super) fn of(manifest: &Manifest, titles: &str) -> &'static SiteWords {
        let language = manifest.site.language.as_str();
        let is_traditional = ["Hant", "TW", "HK", "MO"].iter().any(|part| language.contains(part));
        match language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "zh" if is_traditional => &TRADITIONAL,
            // Of Chinese alone, the titles say which script.
            "zh" if language.len() > 2 => &SIMPLIFIED,
            "en" => &ENGLISH,
            _ => match Script::of(titles) {
                Script::Simplified => &SIMPLIFIED,
                Script::Traditional => &TRADITIONAL,
                Script::Other => &ENGLISH,
            },
        }
    }
}

static SIMPLIFIED: SiteWords = SiteWords {
    lang: "zh-Hans",
    reading_room: "阅览室",
    about: |name| format!("{name}：收录文章，可以阅读、筛选和搜索，简体繁体皆可。"),
    search: "搜索",
    search_hint: |articles| format!("在 {articles} 篇文章中搜索，简繁皆可"),
    articles: |_, written| format!("{written} 篇"),
    filters: "筛选",
    statistics: "统计",
    export: "导出",
    newest_first: "最新在前",
    untitled: "（无题）",
    dates: Dates::Chinese,
    opening: "正在打开阅览室……",
    no_script: "浏览器没有开启 JavaScript。这里只列出最新的文章，标题链接到原文；开启后即可搜索、筛选，并阅读全部收录的文章。",
    late: "如果列表一直停在这里：网络可能中断，或浏览器过旧（需要 WebAssembly），请重新载入或换用较新的浏览器。",
    not_found: "这里没有页面",
    not_found_why: "地址可能有误，或者页面已经移走。文章都在阅览室里，可以在那里搜索标题或正文。",
    to_the_archive: "前往阅览室",
};

static TRADITIONAL: SiteWords = SiteWords {
    lang: "zh-Hant",
    reading_room: "閱覽室",
    about: |name| format!("{name}：收錄文章，可以閱讀、篩選和搜尋，繁體簡體皆可。"),
    search: "搜尋",
    search_hint: |articles| format!("在 {articles} 篇文章中搜尋，簡繁皆可"),
    articles: |_, written| format!("{written} 篇"),
    filters: "篩選",
    statistics: "統計",
    export: "匯出",
    newest_first: "最新在前",
    untitled: "（無標題）",
    dates: Dates::Chinese,
    opening: "正在打開閱覽室……",
    no_script: "瀏覽器沒有開啟 JavaScript。這裡只列出最新的文章，標題連結到原文；開啟後即可搜尋、篩選，並閱讀全部收錄的文章。",
    late: "如果清單一直停在這裡：網路可能中斷，或瀏覽器過舊（需要 WebAssembly），請重新載入或改用較新的瀏覽器。",
    not_found: "這裡沒有頁面",
    not_found_why: "網址可能有誤，或者頁面已經移走。文章都在閱覽室裡，可以在那裡搜尋標題或內文。",
    to_the_archive: "前往閱覽室",
};

static ENGLISH: SiteWords = SiteWords {
    lang: "en",
    reading_room: "Reading Room",
    about: |name| format!("{name}: an archive of articles to read, filter and search."),
    search: "Search",
    search_hint: |articles| format!("Search {articles} articles, in either script"),
    articles: |number, written| format!("{written} {}", if number == 1 { "article" } else { "articles" }),
    filters: "Filters",
    statistics: "Statistics",
    export: "Export",
    newest_first: "Newest first",
    untitled: "(untitled)",
    dates: Dates::English,
    opening: "Opening the reading room…",
    no_script: "JavaScript is switched off. Here are the newest articles only, and their titles lead to the originals; \
                with JavaScript you can search, filter and read the whole archive.",
    late: "If nothing more happens, the connection may be broken or the browser too old for WebAssembly: please \
           reload, or use a newer browser.",
    not_found: "There is no page here",
    not_found_why: "The address may be mistyped, or the page has moved. The articles are in the reading room, where \
                    titles and texts can be searched.",
    to_the_archive: "Go to the reading room",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keeper_chooses_the_language_or_the_titles_do() {
        let check = |language: &str, titles: &str, expected: &str| {
            let mut manifest = Manifest::default();
            manifest.site.language = language.to_owned();
            assert_eq!(SiteWords::of(&manifest, titles).lang, expected, "{language} {titles}");
        };
        check("zh-TW", "图书馆", "zh-Hant");
        check("zh-CN", "圖書館", "zh-Hans");
        check("zh", "圖書館", "zh-Hant");
        check("en-GB", "图书馆", "en");
        check("", "图书馆", "zh-Hans");
        check("", "The library", "en");
        check("fr", "La bibliothèque", "en");
    }
}
