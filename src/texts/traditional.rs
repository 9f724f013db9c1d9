//! The interface in Traditional Chinese.

use bundle::format::{FORMAT, Facet};
use bundle::query::ProblemKind;
use bundle::search::Sort;
use bundle::written::Dates;

use crate::model::choices::Theme;
use crate::model::embedded::Embedded;
use crate::model::load_error::LoadError;
use crate::texts::Texts;
use crate::texts::conversion;
use crate::texts::footer;
use crate::texts::keys;
use crate::texts::pictures;

/// The words of the interface in Traditional Chinese.
pub(super) const TEXTS: Texts = Texts {
    dates: Dates::Chinese,
    reading_room: "閱覽室",
    language: "語言",
    theme: |theme| match theme {
        Theme::Auto => "配色：跟隨系統",
        Theme::Light => "配色：淺色",
        Theme::Dark => "配色：深色",
    },
    conversion: &conversion::TRADITIONAL,
    pictures: &pictures::TRADITIONAL,
    footer: &footer::TRADITIONAL,
    keys: &keys::TRADITIONAL,
    skip_to_content: "跳至主要內容",
    export: &super::export::TRADITIONAL,
    statistics: &super::statistics::TRADITIONAL,

    search: "搜尋",
    search_hint: |articles| format!("在 {articles} 篇文章中搜尋，簡繁皆可"),
    clear_search: "清除搜尋",
    suggestions: "名稱",
    search_help: "可以怎麼搜尋",
    search_help_intro: "簡體、繁體一併搜尋，不分大小寫。點選例子試試看。",
    search_examples: &[
        ("圖書館 鐵路", "兩個詞都有"),
        ("\"movable type\"", "一字不差，連在一起"),
        ("print*", "以此開頭的單字"),
        ("茶 -港口", "沒有後一個詞"),
        ("茶 OR 咖啡", "有其中一個即可"),
        ("title:茶", "在標題裡"),
    ],
    search_names: |facet| match facet {
        Facet::Category => "這個分類的",
        Facet::Tag => "有這個標籤的",
        Facet::Site => "這個來源的",
        _ => "這位作者的",
    },
    search_dates: ["某年、某月或某日", "從……到……，含首尾", "在此之後", "在此之前"],
    problem: |part, kind| match kind {
        ProblemKind::UnclosedQuote => format!("{part}：引號沒有成對，已當作到末尾為止。"),
        ProblemKind::NothingToFind => format!("「{part}」裡沒有可以搜尋的文字，已忽略。"),
        ProblemKind::NotADate => {
            format!("「{part}」不是日期，已忽略。可以寫 2019、2019-07、2019-07-03 或 2019..2020-03。")
        }
        ProblemKind::LoneOr => "OR 要放在兩個詞之間，已忽略。".to_owned(),
    },

    articles: |_, written| format!("{written} 篇"),
    at_least: |articles| format!("至少 {articles}"),
    still_searching: "正在搜尋更早的文章……",
    searched_so_far: |searched, all| format!("已搜尋最新的 {searched} 篇，共 {all} 篇。"),
    search_on: "搜尋更早的文章",
    unsearched_title: "有些內容未能搜尋",
    unsearched: |texts, oldest, newest| match texts {
        [] => format!("{oldest}至{newest}的文章未能搜尋。"),
        _ => format!("{oldest}至{newest}的文章裡，未能搜尋{}。", quoted(texts)),
    },
    containing: |typed| format!("含「{typed}」"),
    cost: |milliseconds, kilobytes| format!("{milliseconds} 毫秒 · {kilobytes} KB"),
    sort: "排序",
    sort_by: |sort| match sort {
        Sort::Relevance => "相關程度",
        Sort::Newest => "最新在前",
        Sort::Oldest => "最早在前",
    },
    too_many: "列表到此為止。請以搜尋、篩選或年份縮小範圍，查看其餘文章。",
    untitled: "（無標題）",
    loading: "正在載入……",

    filters: "篩選",
    facet: facet_name,
    script: |script| match script {
        "zh-Hans" => "简体",
        "zh-Hant" => "繁體",
        _ => "其他文字",
    },
    all_values: |values| format!("全部 {values} 個"),
    fewer_values: "收起",
    find_value: |facet| format!("尋找{}", facet_name(facet)),
    clear_filters: "清除篩選",
    take_back: |value| format!("移除「{value}」"),
    show_articles: |_, written| format!("查看 {written} 篇文章"),
    show_all_articles: |written| format!("查看全部 {written} 篇文章"),
    timeline: "每月文章數：拖曳可選擇時間",
    timeline_from: "起始時間",
    timeline_to: "截止時間",

    nothing_found: "沒有找到文章",
    nothing_contains: |texts| format!("沒有一篇文章含有{}。簡體、繁體都已搜尋。", quoted(texts)),
    nothing_contains_all: "這些詞都有文章提到，但沒有一篇全都提到。",
    search_instead: |typed| format!("改搜「{typed}」"),
    nothing_here_contains: |typed| format!("符合這些篩選條件的文章裡，沒有一篇含有「{typed}」。"),
    nothing_fits: "沒有文章同時符合這些篩選條件。",
    empty_archive: "這個資料庫裡還沒有文章。",
    failed: "載入失敗",
    load_error: |error| match error {
        LoadError::Missing { file } => {
            format!("找不到檔案 {file}。資料庫可能剛剛更新，請重試；若仍是如此，表示發布的資料庫不完整。")
        }
        LoadError::Network { file, cause } => {
            format!("無法取得檔案 {file}（{cause}）。請檢查網路連線，然後重試。")
        }
        LoadError::Status { file, status } => {
            format!("伺服器對檔案 {file} 的回應是 {status}。請稍後再試。")
        }
        LoadError::Damaged { file, cause } => {
            format!("檔案 {file} 已損毀或不完整（{cause}）。請重試；若仍是如此，須重新產生或重新複製資料庫。")
        }
        LoadError::Version { file, found } => format!(
            "{file} 的格式版本是 {found}，這個頁面只能讀取版本 {FORMAT}。請用同一版本的 build-index 重新產生資料庫，\
             或將頁面換成與資料庫一樣新的版本。"
        ),
        LoadError::Module { module } => format!(
            "頁面的一部分（{module}）無法載入。請檢查網路連線，然後重試。若仍是如此，可能是頁面剛剛更新，請重新整理頁面。"
        ),
        LoadError::NoDecompression { file } => {
            format!(
                "這個瀏覽器無法解壓縮檔案 {file}。請改用較新的瀏覽器（Chrome 80、Firefox 113、Safari 16.4 或更新版本）。"
            )
        }
    },
    retry: "重試",

    article: &super::article::TRADITIONAL,
    back_to_list: "返回列表",
    original: "原文",
    previous: "上一篇",
    next: "下一篇",
    neighbours: "前後文章",
    earlier_version: "較早的版本",
    sources: "來源檔案",
    matches: |_, written| format!("文中 {written} 處"),
    next_match: "下一處",
    embedded: |embedded, site| match embedded {
        Embedded::Film => format!("播放影片（{site}）"),
        Embedded::Sound => format!("播放音訊（{site}）"),
        Embedded::Frame => format!("開啟此處嵌入的內容（{site}）"),
    },
    empty_article: "這篇文章沒有正文。",
    no_text: "（沒有文字）",
    no_such_article: "沒有這篇文章",
    no_such_article_why: "這個網址沒有文章：可能已從資料庫移除，也可能是連結不完整。",
    no_such_place: "沒有這個頁面",
    to_all_articles: "查看全部文章",
    device: &super::device::TRADITIONAL,
};

fn facet_name(facet: Facet) -> &'static str {
    match facet {
        Facet::Category => "分類",
        Facet::Author => "作者",
        Facet::Year => "年份",
        Facet::Site => "來源",
        Facet::Tag => "標籤",
        Facet::Script => "文字",
    }
}

fn quoted(texts: &[&str]) -> String {
    texts.iter().map(|text| format!("「{text}」")).collect::<Vec<_>>().join("、")
}
