//! The interface in Traditional Chinese.

use bundle::format::{FORMAT, Facet};
use bundle::query::ProblemKind;
use bundle::search::Sort;

use super::Texts;
use crate::components::Embedded;
use crate::loader::LoadError;
use crate::settings::Theme;

/// The words of the interface in Traditional Chinese.
pub(super) const TEXTS: Texts = Texts {
    reading_room: "閱覽室",
    language: "語言",
    theme: |theme| match theme {
        Theme::Auto => "配色：跟隨系統",
        Theme::Light => "配色：淺色",
        Theme::Dark => "配色：深色",
    },
    skip_to_content: "跳到正文",
    export: &super::export::TRADITIONAL,
    statistics: &super::statistics::TRADITIONAL,

    search: "搜尋",
    search_hint: |articles| format!("在 {articles} 篇文章中搜索，簡繁皆可"),
    clear_search: "清除搜尋",
    suggestions: "名稱",
    search_help: "可以怎樣搜尋",
    search_help_intro: "簡體、繁體一併查詢，不分大小寫。點一個例子試試。",
    search_examples: &[
        ("圖書館 鐵路", "兩個詞都有"),
        ("\"movable type\"", "一字不差，連在一起"),
        ("print*", "以此開頭的單詞"),
        ("茶 -港口", "沒有後一個詞"),
        ("茶 OR 咖啡", "有其中一個即可"),
        ("title:茶", "在標題裡"),
    ],
    search_names: |facet| match facet {
        Facet::Category => "這個欄目的",
        Facet::Tag => "有這個標籤的",
        Facet::Site => "這個來源的",
        _ => "這位作者的",
    },
    search_dates: ["某年、某月或某日", "從……到……，含首尾", "在此之後", "在此之前"],
    problem: |part, kind| match kind {
        ProblemKind::UnclosedQuote => format!("{part}：引號沒有成對，按到末尾為止處理。"),
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
        _ => format!("{}在{oldest}至{newest}的文章中未能查詢。", quoted(texts)),
    },
    containing: |typed| format!("含「{typed}」"),
    cost: |milliseconds, kilobytes| format!("{milliseconds} 毫秒 · {kilobytes} KB"),
    sort: "排序",
    sort_by: |sort| match sort {
        Sort::Relevance => "相關度",
        Sort::Newest => "最新在前",
        Sort::Oldest => "最早在前",
    },
    more: "顯示更多",
    too_many: "列表到此為止。請用搜索、篩選或年份縮小範圍，檢視其餘文章。",
    untitled: "（無題）",
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
    find_value: |facet| format!("查詢{}", facet_name(facet)),
    clear_filters: "清除篩選",
    take_back: |value| format!("取消「{value}」"),
    show_articles: |_, written| format!("檢視 {written} 篇文章"),
    timeline: "每月文章數",

    nothing_found: "沒有找到文章",
    nothing_contains: |texts| format!("沒有一篇文章含有{}。簡體、繁體已一併查詢。", quoted(texts)),
    nothing_contains_all: "這些詞各有文章提到，但沒有一篇同時含有。",
    search_instead: |typed| format!("改搜「{typed}」"),
    nothing_here_contains: |typed| format!("符合這些篩選條件的文章裡，沒有一篇含有「{typed}」。"),
    nothing_fits: "沒有文章同時符合這些篩選條件。",
    empty_archive: "這個資料庫裡還沒有文章。",
    failed: "載入失敗",
    load_error: |error| match error {
        LoadError::Missing { file } => {
            format!("找不到檔案 {file}。資料庫可能剛剛更新，請重試；若仍然如此，說明發布的資料庫不完整。")
        }
        LoadError::Network { file, cause } => {
            format!("檔案 {file} 沒有取回來（{cause}）。請檢查網路連線，然後重試。")
        }
        LoadError::Status { file, status } => {
            format!("伺服器對檔案 {file} 的回答是 {status}。請稍後重試。")
        }
        LoadError::Damaged { file, cause } => {
            format!(
                "檔案 {file} 已損壞或不完整（{cause}）。請重試；若仍然如此，需要重新生成或重新複製資料庫。"
            )
        }
        LoadError::Version { file, found } => format!(
            "{file} 的格式版本是 {found}，這個頁面只能讀版本 {FORMAT}。請用同一版本的 build-index 重新生成資料庫，\
             或把頁面換成與資料庫一樣新的版本。"
        ),
        LoadError::NoDecompression { file } => {
            format!(
                "這個瀏覽器不能解壓檔案 {file}。請換用較新的瀏覽器（Chrome 80、Firefox 113、Safari 16.4 或更新）。"
            )
        }
    },
    retry: "重試",

    back_to_list: "返回列表",
    original: "原文",
    previous: "上一篇",
    next: "下一篇",
    neighbours: "前後文章",
    earlier_version: "較早的版本",
    sources: "原始檔",
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
    no_such_article_why: "這個地址上沒有文章：它可能已從資料庫中刪除，也可能是連結不完整。",
    no_such_place: "沒有這個頁面",
    to_all_articles: "檢視全部文章",
};

fn facet_name(facet: Facet) -> &'static str {
    match facet {
        Facet::Category => "欄目",
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
