//! The words of showing Chinese in the other script.

use bundle::text::Script;

/// The words of showing Chinese in the other script.
pub(crate) struct ConversionTexts {
    /// What the choice is called.
    pub(crate) title: &'static str,
    /// The choice of no conversion.
    pub(crate) as_written: &'static str,
    /// What the choice does, and what not.
    pub(crate) explanation: &'static str,
    /// What an article is told to be, converted to a script.
    pub(crate) converted: fn(Script) -> &'static str,
    /// On the button that shows an article as written.
    pub(crate) show_as_written: &'static str,
    /// What an article is told to be that is shown as written for once.
    pub(crate) shown_as_written: &'static str,
    /// On the button that converts it to a script again.
    pub(crate) convert: fn(Script) -> &'static str,
    /// What is told where the table for it can not be had.
    pub(crate) failed: &'static str,
}

pub(super) const ENGLISH: ConversionTexts = ConversionTexts {
    title: "Chinese characters",
    as_written: "As written",
    explanation: "Titles and texts are converted by machine, on this device, and marked as such. Names of \
                  authors and categories stay as written.",
    converted: |script| match script {
        Script::Traditional => "Converted to Traditional characters by machine.",
        _ => "Converted to Simplified characters by machine.",
    },
    show_as_written: "Show as written",
    shown_as_written: "Shown as written.",
    convert: |script| match script {
        Script::Traditional => "Show in Traditional characters",
        _ => "Show in Simplified characters",
    },
    failed: "Texts can not be converted to Traditional characters now and are shown as written.",
};

pub(super) const SIMPLIFIED: ConversionTexts = ConversionTexts {
    title: "简繁转换",
    as_written: "按原文",
    explanation: "标题和正文由程序在本机转换，转换过的文章会注明。作者、栏目等名称保持原样。",
    converted: |script| match script {
        Script::Traditional => "本文由程序转换为繁体字。",
        _ => "本文由程序转换为简体字。",
    },
    show_as_written: "看原文",
    shown_as_written: "现在显示的是原文。",
    convert: |script| match script {
        Script::Traditional => "转为繁体字",
        _ => "转为简体字",
    },
    failed: "暂时无法转换为繁体字，文章仍按原文显示。",
};

pub(super) const TRADITIONAL: ConversionTexts = ConversionTexts {
    title: "簡繁轉換",
    as_written: "依原文",
    explanation: "標題與內文由程式在本機轉換，轉換過的文章會加以註明。作者、分類等名稱維持原樣。",
    converted: |script| match script {
        Script::Traditional => "本文由程式轉換為繁體字。",
        _ => "本文由程式轉換為簡體字。",
    },
    show_as_written: "看原文",
    shown_as_written: "目前顯示的是原文。",
    convert: |script| match script {
        Script::Traditional => "轉為繁體字",
        _ => "轉為簡體字",
    },
    failed: "暫時無法轉換為繁體字，文章仍依原文顯示。",
};
