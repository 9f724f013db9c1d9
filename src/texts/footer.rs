//! The words at the foot of every page.

/// The words at the foot of every page.
pub(crate) struct FooterTexts {
    /// How many articles there are, as written, and the day of the newest one.
    pub(crate) extent: fn(&str, &str) -> String,
    /// The link to the feed, and what it is good for.
    pub(crate) feed: &'static str,
    pub(crate) feed_title: &'static str,
    /// What becomes of what a reader does.
    pub(crate) privacy: &'static str,
}

pub(super) const ENGLISH: FooterTexts = FooterTexts {
    extent: |articles, newest| format!("{articles}, the newest from {newest}."),
    feed: "Feed of new articles",
    feed_title: "Follow the archive in a feed reader (Atom)",
    privacy: "Searching and reading happen in your browser: what you look for and what you read never leave \
              this device.",
};

pub(super) const SIMPLIFIED: FooterTexts = FooterTexts {
    extent: |articles, newest| format!("收录文章 {articles}，最新一篇发表于{newest}。"),
    feed: "订阅新文章",
    feed_title: "在 RSS 阅读器中订阅（Atom）",
    privacy: "搜索和阅读都在您的浏览器里完成：查过什么、读过什么，不会离开这台设备。",
};

pub(super) const TRADITIONAL: FooterTexts = FooterTexts {
    extent: |articles, newest| format!("收錄文章 {articles}，最新一篇發表於{newest}。"),
    feed: "訂閱新文章",
    feed_title: "在 RSS 閱讀器中訂閱（Atom）",
    privacy: "搜尋與閱讀都在您的瀏覽器裡完成：查過什麼、讀過什麼，不會離開這部裝置。",
};
