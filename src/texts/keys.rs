//! The words of the keyboard.

use crate::model::keymap::{Action, Group};

/// The words of the keyboard.
pub(crate) struct KeysTexts {
    /// The title of the dialog that lists the keys.
    pub(crate) title: &'static str,
    /// When they work.
    pub(crate) explanation: &'static str,
    /// On the button that opens the dialog.
    pub(crate) open: &'static str,
    /// On the button that closes it.
    pub(crate) close: &'static str,
    /// Where keys work.
    pub(crate) group: fn(Group) -> &'static str,
    /// What a key does there.
    pub(crate) meaning: fn(Group, Action) -> &'static str,
}

pub(super) const ENGLISH: KeysTexts = KeysTexts {
    title: "Keyboard",
    explanation: "Keys work while nothing is being typed. Two keys are pressed one after the other.",
    open: "Keyboard",
    close: "Close",
    group: |group| match group {
        Group::Anywhere => "Anywhere",
        Group::List => "In a list",
        Group::Article => "In an article",
        Group::SearchBox => "In the search box",
    },
    meaning: |group, action| match action {
        Action::Search => "search",
        Action::Home => "newest articles",
        Action::Device => "on this device",
        Action::Statistics => "statistics",
        Action::Theme => "light or dark colours",
        Action::Keys => "these keys",
        Action::NextRow => "next article",
        Action::PreviousRow => "previous article",
        Action::OpenRow => "open it",
        Action::Bookmark if group == Group::List => "bookmark it",
        Action::NextArticle => "next article of the list",
        Action::PreviousArticle => "previous article of the list",
        Action::BackToList => "back to the list",
        Action::Find => "find in the article",
        Action::PreviousMatch | Action::NextMatch => "previous or next match",
        Action::Bookmark => "bookmark",
        Action::ChooseName => "choose a name",
        Action::TakeName => "take the name, or search",
        Action::CloseNames => "close the names",
    },
};

pub(super) const SIMPLIFIED: KeysTexts = KeysTexts {
    title: "快捷键",
    explanation: "不在输入文字时可用。两个键要先后按下。",
    open: "快捷键",
    close: "关闭",
    group: |group| match group {
        Group::Anywhere => "任何页面",
        Group::List => "列表",
        Group::Article => "文章",
        Group::SearchBox => "搜索框",
    },
    meaning: |_, action| match action {
        Action::Search => "搜索",
        Action::Home => "最新文章",
        Action::Device => "本机记录",
        Action::Statistics => "统计",
        Action::Theme => "切换深浅配色",
        Action::Keys => "显示快捷键",
        Action::NextRow => "下一篇",
        Action::PreviousRow => "上一篇",
        Action::OpenRow => "打开",
        Action::NextArticle => "列表中的下一篇",
        Action::PreviousArticle => "列表中的上一篇",
        Action::BackToList => "返回列表",
        Action::Find => "在文中查找",
        Action::PreviousMatch | Action::NextMatch => "上一处、下一处",
        Action::Bookmark => "加书签",
        Action::ChooseName => "选择名称",
        Action::TakeName => "选用名称，或开始搜索",
        Action::CloseNames => "收起名称",
    },
};

pub(super) const TRADITIONAL: KeysTexts = KeysTexts {
    title: "快速鍵",
    explanation: "未輸入文字時可用。兩個鍵須先後按下。",
    open: "快速鍵",
    close: "關閉",
    group: |group| match group {
        Group::Anywhere => "任何頁面",
        Group::List => "列表",
        Group::Article => "文章",
        Group::SearchBox => "搜尋框",
    },
    meaning: |_, action| match action {
        Action::Search => "搜尋",
        Action::Home => "最新文章",
        Action::Device => "本機紀錄",
        Action::Statistics => "統計",
        Action::Theme => "切換深淺配色",
        Action::Keys => "顯示快速鍵",
        Action::NextRow => "下一篇",
        Action::PreviousRow => "上一篇",
        Action::OpenRow => "開啟",
        Action::NextArticle => "列表中的下一篇",
        Action::PreviousArticle => "列表中的上一篇",
        Action::BackToList => "返回列表",
        Action::Find => "在文中尋找",
        Action::PreviousMatch | Action::NextMatch => "上一處、下一處",
        Action::Bookmark => "加入書籤",
        Action::ChooseName => "選擇名稱",
        Action::TakeName => "選用名稱，或開始搜尋",
        Action::CloseNames => "收起名稱",
    },
};
