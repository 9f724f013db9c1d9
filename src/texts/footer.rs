//! The words at the foot of every page.

/// The words at the foot of every page.
pub(crate) struct FooterTexts {
    /// How many articles there are, as written, and the day of the newest one.
    pub(crate) extent: fn(&str, &str) -> String,
    /// What becomes of what a reader does.
    pub(crate) privacy: &'static str,
}

pub(super) const ENGLISH: FooterTexts = FooterTexts {
    extent: |articles, newest| format!("{articles}, the newest from {newest}."),
    privacy: "Searching and reading happen in your browser: what you look for and what you read never leave \
              this device.",
};

pub(super) const SIMPLIFIED: FooterTexts = FooterTexts {
    extent: |articles, newest| format!("收录文章 {articles}，最新一篇发表于{newest}。"),
    privacy: "搜索和阅读都在您的浏览器里完成：查过什么、读过什么，不会离开这台设备。",
};

pub(super) const TRADITIONAL: FooterTexts = FooterTexts {
    extent: |articles, newest| format!("收錄文章 {articles}，最新一篇發表於{newest}。"),
    privacy: "搜尋與閱讀都在您的瀏覽器裡完成：查過什麼、讀過什麼，不會離開這部裝置。",
};
