//! The words of exports.

use crate::model::export_format::Format;

/// The words of exports in one language.
pub(crate) struct ExportTexts {
    /// On the button that offers the formats.
    pub(crate) export: &'static str,
    /// Above the formats, given a number of articles as it is written.
    pub(crate) title: fn(&str) -> String,
    /// What a file has of each article.
    pub(crate) fields: &'static str,
    /// Where only a part of what there is has been searched.
    pub(crate) so_far: &'static str,
    /// What a format is for.
    pub(crate) purpose: fn(Format) -> &'static str,
    /// How many articles are gathered, and of how many, written.
    pub(crate) progress: fn(&str, &str) -> String,
    pub(crate) cancel: &'static str,
    /// On the button that goes on after a failure.
    pub(crate) go_on: &'static str,
    /// Given the name of the file.
    pub(crate) saved: fn(&str) -> String,
    /// Where the browser has refused to save the file.
    pub(crate) refused: &'static str,
    pub(crate) close: &'static str,
}

pub(super) const ENGLISH: ExportTexts = ExportTexts {
    export: "Export",
    title: |articles| format!("Export {articles}"),
    fields: "Title, author, date, categories, tags, and the addresses of the original and of the article here; \
             not the text.",
    so_far: "These are the articles found so far: older ones have not been searched yet.",
    purpose: |format| match format {
        Format::Csv => "for spreadsheets",
        Format::Json => "for programs",
        Format::Markdown => "for notes",
        Format::Bibtex => "for references",
    },
    progress: |done, all| format!("{done} of {all}"),
    cancel: "Cancel",
    go_on: "Go on",
    saved: |file| format!("Saved as {file}"),
    refused: "The browser did not save the file.",
    close: "Close",
};

pub(super) const SIMPLIFIED: ExportTexts = ExportTexts {
    export: "导出",
    title: |articles| format!("导出 {articles}"),
    fields: "每篇包括标题、作者、日期、栏目、标签、原文网址和本站网址，不含正文。",
    so_far: "这里只有目前找到的文章，更早的文章尚未搜索。",
    purpose: |format| match format {
        Format::Csv => "表格软件",
        Format::Json => "程序处理",
        Format::Markdown => "笔记",
        Format::Bibtex => "文献引用",
    },
    progress: |done, all| format!("已整理 {done} 篇，共 {all} 篇"),
    cancel: "取消",
    go_on: "继续",
    saved: |file| format!("已存为 {file}"),
    refused: "浏览器没有保存文件。",
    close: "关闭",
};

pub(super) const TRADITIONAL: ExportTexts = ExportTexts {
    export: "匯出",
    title: |articles| format!("匯出 {articles}"),
    fields: "每篇包括標題、作者、日期、欄目、標籤、原文網址和本站網址，不含內文。",
    so_far: "這裡只有目前找到的文章，更早的文章尚未搜尋。",
    purpose: |format| match format {
        Format::Csv => "試算表",
        Format::Json => "程式處理",
        Format::Markdown => "筆記",
        Format::Bibtex => "文獻引用",
    },
    progress: |done, all| format!("已整理 {done} 篇，共 {all} 篇"),
    cancel: "取消",
    go_on: "繼續",
    saved: |file| format!("已存為 {file}"),
    refused: "瀏覽器沒有儲存檔案。",
    close: "關閉",
};
