//! The interface in Simplified Chinese.

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

/// The words of the interface in Simplified Chinese.
pub(super) const TEXTS: Texts = Texts {
    dates: Dates::Chinese,
    reading_room: "阅览室",
    language: "语言",
    theme: |theme| match theme {
        Theme::Auto => "配色：跟随系统",
        Theme::Light => "配色：浅色",
        Theme::Dark => "配色：深色",
    },
    conversion: &conversion::SIMPLIFIED,
    pictures: &pictures::SIMPLIFIED,
    footer: &footer::SIMPLIFIED,
    keys: &keys::SIMPLIFIED,
    skip_to_content: "跳到正文",
    export: &super::export::SIMPLIFIED,
    statistics: &super::statistics::SIMPLIFIED,

    search: "搜索",
    search_hint: |articles| format!("在 {articles} 篇文章中搜索，简繁皆可"),
    clear_search: "清除搜索",
    suggestions: "名称",
    search_help: "可以怎样搜索",
    search_help_intro: "简体、繁体一并查找，不分大小写。点一个例子试试。",
    search_examples: &[
        ("图书馆 铁路", "两个词都有"),
        ("\"movable type\"", "一字不差，连在一起"),
        ("print*", "以此开头的单词"),
        ("茶 -港口", "没有后一个词"),
        ("茶 OR 咖啡", "有其中一个即可"),
        ("title:茶", "在标题里"),
    ],
    search_names: |facet| match facet {
        Facet::Category => "这个栏目的",
        Facet::Tag => "有这个标签的",
        Facet::Site => "这个来源的",
        _ => "这位作者的",
    },
    search_dates: ["某年、某月或某日", "从……到……，含首尾", "在此之后", "在此之前"],
    problem: |part, kind| match kind {
        ProblemKind::UnclosedQuote => format!("{part}：引号没有成对，按到末尾为止处理。"),
        ProblemKind::NothingToFind => format!("“{part}”里没有可以搜索的文字，已忽略。"),
        ProblemKind::NotADate => {
            format!("“{part}”不是日期，已忽略。可以写 2019、2019-07、2019-07-03 或 2019..2020-03。")
        }
        ProblemKind::LoneOr => "OR 要放在两个词之间，已忽略。".to_owned(),
    },

    articles: |_, written| format!("{written} 篇"),
    at_least: |articles| format!("至少 {articles}"),
    still_searching: "正在搜索更早的文章……",
    searched_so_far: |searched, all| format!("已搜索最新的 {searched} 篇，共 {all} 篇。"),
    search_on: "搜索更早的文章",
    unsearched_title: "有些内容未能搜索",
    unsearched: |texts, oldest, newest| match texts {
        [] => format!("{oldest}至{newest}的文章未能搜索。"),
        _ => format!("{}在{oldest}至{newest}的文章中未能查找。", quoted(texts)),
    },
    containing: |typed| format!("含“{typed}”"),
    cost: |milliseconds, kilobytes| format!("{milliseconds} 毫秒 · {kilobytes} KB"),
    sort: "排序",
    sort_by: |sort| match sort {
        Sort::Relevance => "相关度",
        Sort::Newest => "最新在前",
        Sort::Oldest => "最早在前",
    },
    too_many: "列表到此为止。请用搜索、筛选或年份缩小范围，查看其余文章。",
    untitled: "（无题）",
    loading: "正在载入……",

    filters: "筛选",
    facet: facet_name,
    script: |script| match script {
        "zh-Hans" => "简体",
        "zh-Hant" => "繁體",
        _ => "其他文字",
    },
    all_values: |values| format!("全部 {values} 个"),
    fewer_values: "收起",
    find_value: |facet| format!("查找{}", facet_name(facet)),
    clear_filters: "清除筛选",
    take_back: |value| format!("取消“{value}”"),
    show_articles: |_, written| format!("查看 {written} 篇文章"),
    show_all_articles: |written| format!("查看全部 {written} 篇文章"),
    timeline: "每月文章数：拖动可选择时间",
    timeline_from: "起始时间",
    timeline_to: "截止时间",

    nothing_found: "没有找到文章",
    nothing_contains: |texts| format!("没有一篇文章含有{}。简体、繁体已一并查找。", quoted(texts)),
    nothing_contains_all: "这些词各有文章提到，但没有一篇同时含有。",
    search_instead: |typed| format!("改搜“{typed}”"),
    nothing_here_contains: |typed| format!("符合这些筛选条件的文章里，没有一篇含有“{typed}”。"),
    nothing_fits: "没有文章同时符合这些筛选条件。",
    empty_archive: "这个资料库里还没有文章。",
    failed: "载入失败",
    load_error: |error| match error {
        LoadError::Missing { file } => {
            format!("找不到文件 {file}。资料库可能刚刚更新，请重试；若仍然如此，说明发布的资料库不完整。")
        }
        LoadError::Network { file, cause } => {
            format!("文件 {file} 没有取回来（{cause}）。请检查网络连接，然后重试。")
        }
        LoadError::Status { file, status } => {
            format!("服务器对文件 {file} 的回答是 {status}。请稍后重试。")
        }
        LoadError::Damaged { file, cause } => {
            format!(
                "文件 {file} 已损坏或不完整（{cause}）。请重试；若仍然如此，需要重新生成或重新复制资料库。"
            )
        }
        LoadError::Version { file, found } => format!(
            "{file} 的格式版本是 {found}，这个页面只能读版本 {FORMAT}。请用同一版本的 build-index 重新生成资料库，\
             或把页面换成与资料库一样新的版本。"
        ),
        LoadError::Module { module } => format!(
            "页面的一部分（{module}）没有取回来。请检查网络连接，然后重试。若仍然如此，可能是页面刚刚更新，请重新载入页面。"
        ),
        LoadError::NoDecompression { file } => {
            format!(
                "这个浏览器不能解压文件 {file}。请换用较新的浏览器（Chrome 80、Firefox 113、Safari 16.4 或更新）。"
            )
        }
    },
    retry: "重试",

    article: &super::article::SIMPLIFIED,
    back_to_list: "返回列表",
    original: "原文",
    previous: "上一篇",
    next: "下一篇",
    neighbours: "前后文章",
    earlier_version: "较早的版本",
    sources: "源文件",
    matches: |_, written| format!("文中 {written} 处"),
    next_match: "下一处",
    embedded: |embedded, site| match embedded {
        Embedded::Film => format!("播放视频（{site}）"),
        Embedded::Sound => format!("播放音频（{site}）"),
        Embedded::Frame => format!("打开此处嵌入的内容（{site}）"),
    },
    empty_article: "这篇文章没有正文。",
    no_text: "（没有文字）",
    no_such_article: "没有这篇文章",
    no_such_article_why: "这个地址上没有文章：它可能已从资料库中删除，也可能是链接不完整。",
    no_such_place: "没有这个页面",
    to_all_articles: "查看全部文章",
    device: &super::device::SIMPLIFIED,
};

fn facet_name(facet: Facet) -> &'static str {
    match facet {
        Facet::Category => "栏目",
        Facet::Author => "作者",
        Facet::Year => "年份",
        Facet::Site => "来源",
        Facet::Tag => "标签",
        Facet::Script => "文字",
    }
}

fn quoted(texts: &[&str]) -> String {
    texts.iter().map(|text| format!("“{text}”")).collect::<Vec<_>>().join("、")
}
