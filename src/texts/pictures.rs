//! The words of pictures that other sites have.

/// The words of pictures that other sites have.
pub(crate) struct PicturesTexts {
    /// What the choice is called.
    pub(crate) title: &'static str,
    /// The choices, as they are offered.
    pub(crate) load: &'static str,
    pub(crate) click: &'static str,
    pub(crate) never: &'static str,
    /// Why one might choose.
    pub(crate) explanation: &'static str,
    /// In the place of a picture, given the site that it is from: shows it.
    pub(crate) show: fn(&str) -> String,
    /// The same: leads to it.
    pub(crate) open: fn(&str) -> String,
    /// Above a text: pictures that are not loaded, given their number and as it is written.
    pub(crate) not_loaded: fn(u32, &str) -> String,
    pub(crate) show_all: &'static str,
}

pub(super) const ENGLISH: PicturesTexts = PicturesTexts {
    title: "Pictures from other sites",
    load: "Load",
    click: "On click",
    never: "Never",
    explanation: "A site that a picture comes from sees that somebody is reading.",
    show: |site| format!("Show the picture from {site}"),
    open: |site| format!("Open the picture at {site}"),
    not_loaded: |number, written| match number {
        1 => "A picture from another site is not loaded.".to_owned(),
        _ => format!("{written} pictures from other sites are not loaded."),
    },
    show_all: "Show all",
};

pub(super) const SIMPLIFIED: PicturesTexts = PicturesTexts {
    title: "站外图片",
    load: "自动载入",
    click: "点按载入",
    never: "不载入",
    explanation: "载入图片时，图片所在的网站会知道有人正在阅读。",
    show: |site| format!("显示图片（来自 {site}）"),
    open: |site| format!("打开图片（位于 {site}）"),
    not_loaded: |_, written| format!("本文有 {written} 张站外图片没有载入。"),
    show_all: "全部显示",
};

pub(super) const TRADITIONAL: PicturesTexts = PicturesTexts {
    title: "站外圖片",
    load: "自動載入",
    click: "點按載入",
    never: "不載入",
    explanation: "載入圖片時，圖片所在的網站會知道有人正在閱讀。",
    show: |site| format!("顯示圖片（來自 {site}）"),
    open: |site| format!("開啟圖片（位於 {site}）"),
    not_loaded: |_, written| format!("本文有 {written} 張站外圖片未載入。"),
    show_all: "全部顯示",
};
