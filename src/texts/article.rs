//! The words of the article page, in every language.

use crate::model::choices::{TextWidth, Theme};

/// The words of the article page.
pub(crate) struct ArticleTexts {
    /// How long the text takes to read, given the minutes.
    pub(crate) reading_time: fn(u32) -> String,
    /// What the row of buttons is called.
    pub(crate) tools: &'static str,

    /// The button that opens the settings of the text, and their heading.
    pub(crate) text_settings: &'static str,
    pub(crate) text_size: &'static str,
    pub(crate) smaller: &'static str,
    pub(crate) larger: &'static str,
    pub(crate) text_width: &'static str,
    pub(crate) width: fn(TextWidth) -> &'static str,
    pub(crate) colours: &'static str,
    pub(crate) theme: fn(Theme) -> &'static str,

    /// The button that opens the box, and what stands in the empty box.
    pub(crate) find: &'static str,
    /// In the place of the count, where nothing in the text matches.
    pub(crate) no_match: &'static str,
    /// Which match of how many is shown, for who does not see it; both written.
    pub(crate) match_of: fn(&str, &str) -> String,
    pub(crate) previous_match: &'static str,

    /// The button, and the heading of what it opens.
    pub(crate) cite: &'static str,
    pub(crate) plain_text: &'static str,
    pub(crate) copy: &'static str,
    pub(crate) copied: &'static str,
    /// Where the browser does not let us copy.
    pub(crate) copy_by_hand: &'static str,
    pub(crate) copy_link: &'static str,

    pub(crate) read_aloud: &'static str,
    pub(crate) pause_reading: &'static str,
    pub(crate) go_on_reading: &'static str,
    pub(crate) stop_reading: &'static str,
    pub(crate) print: &'static str,
    pub(crate) close: &'static str,

    /// What a click on a picture does, given what the picture says of itself.
    pub(crate) enlarge: fn(&str) -> String,
    pub(crate) picture: &'static str,
    pub(crate) previous_picture: &'static str,
    pub(crate) next_picture: &'static str,
    /// A table that is wider than the text, for who scrolls it with keys.
    pub(crate) wide_table: &'static str,

    pub(crate) related: &'static str,
    /// Above articles by the author.
    pub(crate) more_by: fn(&str) -> String,
    /// The way to all articles by the author.
    pub(crate) all_by: fn(&str) -> String,
    pub(crate) related_failed: &'static str,
}

/// In English.
pub(super) const ENGLISH: ArticleTexts = ArticleTexts {
    reading_time: |minutes| format!("about {minutes} {}", if minutes == 1 { "minute" } else { "minutes" }),
    tools: "Article tools",

    text_settings: "Text settings",
    text_size: "Text size",
    smaller: "Smaller text",
    larger: "Larger text",
    text_width: "Line length",
    width: |width| match width {
        TextWidth::Narrow => "Short",
        TextWidth::Normal => "Normal",
        TextWidth::Wide => "Long",
    },
    colours: "Colours",
    theme: |theme| match theme {
        Theme::Auto => "System",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    },

    find: "Find in this article",
    no_match: "no match",
    match_of: |place, matches| format!("Match {place} of {matches}"),
    previous_match: "Previous match",

    cite: "Cite",
    plain_text: "Plain text",
    copy: "Copy",
    copied: "Copied",
    copy_by_hand: "The browser does not allow copying. The text is selected: copy it yourself.",
    copy_link: "Copy link",

    read_aloud: "Read aloud",
    pause_reading: "Pause reading",
    go_on_reading: "Go on reading",
    stop_reading: "Stop reading",
    print: "Print",
    close: "Close",

    enlarge: |alt| {
        if alt.is_empty() { "Enlarge the picture".to_owned() } else { format!("Enlarge the picture: {alt}") }
    },
    picture: "Picture",
    previous_picture: "Previous picture",
    next_picture: "Next picture",
    wide_table: "Table, scrolls sideways",

    related: "Related articles",
    more_by: |author| format!("More by {author}"),
    all_by: |author| format!("All articles by {author}"),
    related_failed: "Related articles could not be loaded.",
};

/// In Simplified Chinese.
pub(super) const SIMPLIFIED: ArticleTexts = ArticleTexts {
    reading_time: |minutes| format!("约 {minutes} 分钟"),
    tools: "文章工具",

    text_settings: "阅读设置",
    text_size: "字号",
    smaller: "缩小字号",
    larger: "放大字号",
    text_width: "行宽",
    width: |width| match width {
        TextWidth::Narrow => "窄",
        TextWidth::Normal => "适中",
        TextWidth::Wide => "宽",
    },
    colours: "配色",
    theme: |theme| match theme {
        Theme::Auto => "跟随系统",
        Theme::Light => "浅色",
        Theme::Dark => "深色",
    },

    find: "在文中查找",
    no_match: "文中没有",
    match_of: |place, matches| format!("第 {place} 处，共 {matches} 处"),
    previous_match: "上一处",

    cite: "引用",
    plain_text: "纯文本",
    copy: "复制",
    copied: "已复制",
    copy_by_hand: "浏览器不允许自动复制。文字已选中，请手动复制。",
    copy_link: "复制链接",

    read_aloud: "朗读",
    pause_reading: "暂停朗读",
    go_on_reading: "继续朗读",
    stop_reading: "停止朗读",
    print: "打印",
    close: "关闭",

    enlarge: |alt| if alt.is_empty() { "查看大图".to_owned() } else { format!("查看大图：{alt}") },
    picture: "图片",
    previous_picture: "上一张",
    next_picture: "下一张",
    wide_table: "表格，可左右滚动",

    related: "相关文章",
    more_by: |author| format!("{author}的其他文章"),
    all_by: |author| format!("查看{author}的全部文章"),
    related_failed: "相关文章没有载入。",
};

/// In Traditional Chinese.
pub(super) const TRADITIONAL: ArticleTexts = ArticleTexts {
    reading_time: |minutes| format!("約 {minutes} 分鐘"),
    tools: "文章工具",

    text_settings: "閱讀設定",
    text_size: "字級",
    smaller: "縮小文字",
    larger: "放大文字",
    text_width: "行寬",
    width: |width| match width {
        TextWidth::Narrow => "窄",
        TextWidth::Normal => "適中",
        TextWidth::Wide => "寬",
    },
    colours: "配色",
    theme: |theme| match theme {
        Theme::Auto => "跟隨系統",
        Theme::Light => "淺色",
        Theme::Dark => "深色",
    },

    find: "在文中尋找",
    no_match: "文中沒有",
    match_of: |place, matches| format!("第 {place} 處，共 {matches} 處"),
    previous_match: "上一處",

    cite: "引用",
    plain_text: "純文字",
    copy: "複製",
    copied: "已複製",
    copy_by_hand: "瀏覽器不允許自動複製。文字已選取，請自行複製。",
    copy_link: "複製連結",

    read_aloud: "朗讀",
    pause_reading: "暫停朗讀",
    go_on_reading: "繼續朗讀",
    stop_reading: "停止朗讀",
    print: "列印",
    close: "關閉",

    enlarge: |alt| if alt.is_empty() { "檢視大圖".to_owned() } else { format!("檢視大圖：{alt}") },
    picture: "圖片",
    previous_picture: "上一張",
    next_picture: "下一張",
    wide_table: "表格，可左右捲動",

    related: "相關文章",
    more_by: |author| format!("{author}的其他文章"),
    all_by: |author| format!("檢視{author}的全部文章"),
    related_failed: "相關文章未能載入。",
};
