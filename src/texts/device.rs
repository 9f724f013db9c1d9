//! The words for what the reader's device remembers.

use crate::model::device_file::{Added, Unreadable};

/// The words for what the reader's device remembers.
pub(crate) struct DeviceTexts {
    /// The page that shows it, and what leads there.
    pub(crate) title: &'static str,

    /// The bookmarks, and the button that makes one.
    pub(crate) bookmarks: &'static str,
    pub(crate) bookmark: &'static str,
    pub(crate) no_bookmarks: &'static str,
    pub(crate) find_bookmark: &'static str,
    /// Of an article that has one; said also when it is made.
    pub(crate) bookmarked: &'static str,
    /// Said when a bookmark is taken away.
    pub(crate) not_bookmarked: &'static str,

    /// The articles that were read.
    pub(crate) history: &'static str,
    pub(crate) no_history: &'static str,
    /// From when on it can be cleared: an hour ago, today, seven days ago, the beginning.
    pub(crate) spans: [&'static str; 4],
    pub(crate) span: &'static str,
    pub(crate) clear: &'static str,

    /// The searches that were saved.
    pub(crate) searches: &'static str,
    pub(crate) no_searches: &'static str,
    pub(crate) save_search: &'static str,
    /// What the button that renames says, and what it is called, given the name of the search.
    pub(crate) rename: &'static str,
    pub(crate) rename_search: fn(&str) -> String,
    pub(crate) name: &'static str,
    pub(crate) save: &'static str,
    pub(crate) cancel: &'static str,
    /// The last searches.
    pub(crate) recent: &'static str,
    pub(crate) no_recent: &'static str,
    /// What saved and recent searches are called where they are offered, as one list and each.
    pub(crate) offered: &'static str,
    pub(crate) saved_search: &'static str,
    pub(crate) recent_search: &'static str,

    /// What becomes of all this.
    pub(crate) data: &'static str,
    pub(crate) promise: &'static str,
    /// Given the kilobytes, written.
    pub(crate) size: fn(&str) -> String,
    pub(crate) remember: &'static str,
    pub(crate) remember_hint: &'static str,
    pub(crate) export: &'static str,
    pub(crate) import: &'static str,
    pub(crate) imported: fn(Added) -> String,
    pub(crate) not_imported: fn(&Unreadable) -> String,
    pub(crate) delete_all: &'static str,
    pub(crate) delete_all_sure: &'static str,

    pub(crate) remove: fn(&str) -> String,
    pub(crate) removed: &'static str,
    pub(crate) undo: &'static str,
    pub(crate) dismiss: &'static str,
    pub(crate) full: &'static str,
    pub(crate) forbidden: &'static str,

    /// On the button that leads to where an article was left, given the part that was read, in percent.
    pub(crate) continue_reading: fn(u32) -> String,
    /// Of an article that came since the last visit.
    pub(crate) new: &'static str,
    /// How many came since a day, both written.
    pub(crate) new_since: fn(&str, &str) -> String,
}

/// In English.
pub(super) const ENGLISH: DeviceTexts = DeviceTexts {
    title: "On this device",

    bookmarks: "Bookmarks",
    bookmark: "Bookmark this article",
    no_bookmarks: "No bookmarks yet. Choose the bookmark of an article, or press S, and the article is listed here.",
    find_bookmark: "Find a bookmark",
    bookmarked: "Bookmarked",
    not_bookmarked: "Bookmark removed",

    history: "Articles you have read",
    no_history: "The articles that you read are listed here.",
    spans: ["The last hour", "Today", "The last seven days", "Everything"],
    span: "What to clear",
    clear: "Clear",

    searches: "Saved searches",
    no_searches: "No saved searches yet. Choose the star above the results of a search, and it is listed here.",
    save_search: "Save this search",
    rename: "Rename",
    rename_search: |name| format!("Rename “{name}”"),
    name: "Name",
    save: "Save",
    cancel: "Cancel",
    recent: "Recent searches",
    no_recent: "The searches that you make are listed here.",
    offered: "Your searches",
    saved_search: "Saved",
    recent_search: "Recent",

    data: "Your data",
    promise: "All of this is kept by your browser, on this device only. It is sent nowhere.",
    size: |kilobytes| format!("It takes {kilobytes} KB."),
    remember: "Remember what I read and search for",
    remember_hint: "When this is off, no article read, no reading position, no search and no visit is noted. \
                    Bookmarks and saved searches still are.",
    export: "Export to a file",
    import: "Import from a file",
    imported: |added| {
        let parts = [
            counted(added.bookmarks, "bookmark", "bookmarks"),
            counted(added.searches, "saved search", "saved searches"),
            counted(added.read, "article read", "articles read"),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        match parts.is_empty() {
            true => "Everything in this file was here already.".to_owned(),
            false => format!("Added: {}.", parts.join(", ")),
        }
    },
    not_imported: |why| match why {
        Unreadable::Other(cause) => {
            format!("Nothing was imported: this file was not exported from here, or it is damaged ({cause}).")
        }
        Unreadable::Version(version) => format!(
            "Nothing was imported: the file is of version {version}, which this page does not know. Try again \
             with a newer page."
        ),
    },
    delete_all: "Delete everything",
    delete_all_sure: "Delete the bookmarks, the searches and all that was noted about your reading? This can not \
                      be undone; you may want to export it first.",

    remove: |name| format!("Remove “{name}”"),
    removed: "Removed.",
    undo: "Undo",
    dismiss: "Close",
    full: "This could not be kept: the room that the browser has for this site is full. Remove what you no longer \
           need; you may want to export it first.",
    forbidden: "This browser does not let the page keep anything: what is here will be gone when the page is \
                closed. To keep it, export it to a file.",

    continue_reading: |percent| format!("Continue where you left ({percent}%)"),
    new: "New",
    new_since: |articles, day| format!("{articles} new since {day}"),
};

/// In Simplified Chinese.
pub(super) const SIMPLIFIED: DeviceTexts = DeviceTexts {
    title: "本机记录",

    bookmarks: "收藏",
    bookmark: "收藏这篇文章",
    no_bookmarks: "还没有收藏。点文章里的书签图标，或按 S 键，文章就会列在这里。",
    find_bookmark: "在收藏里查找",
    bookmarked: "已收藏",
    not_bookmarked: "已取消收藏",

    history: "读过的文章",
    no_history: "读过的文章会列在这里。",
    spans: ["最近一小时", "今天", "最近七天", "全部"],
    span: "清除范围",
    clear: "清除",

    searches: "保存的搜索",
    no_searches: "还没有保存的搜索。点搜索结果上方的星形图标，就会保存到这里。",
    save_search: "保存这次搜索",
    rename: "改名",
    rename_search: |name| format!("给“{name}”改名"),
    name: "名称",
    save: "保存",
    cancel: "取消",
    recent: "最近的搜索",
    no_recent: "搜索过的内容会列在这里。",
    offered: "搜索记录",
    saved_search: "已保存",
    recent_search: "最近",

    data: "你的数据",
    promise: "以上内容只保存在这台设备的浏览器里，不会发往任何地方。",
    size: |kilobytes| format!("共占 {kilobytes} KB。"),
    remember: "记住我读过、搜过什么",
    remember_hint: "关闭后，不再记下读过的文章、读到哪里、搜过什么和上次何时来过；收藏和保存的搜索照常保留。",
    export: "导出到文件",
    import: "从文件导入",
    imported: |added| {
        let parts = [
            chinese(added.bookmarks, "收藏", "条"),
            chinese(added.searches, "保存的搜索", "个"),
            chinese(added.read, "读过的文章", "篇"),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        match parts.is_empty() {
            true => "文件里的内容，这里都已经有了。".to_owned(),
            false => format!("已导入：{}。", parts.join("，")),
        }
    },
    not_imported: |why| match why {
        Unreadable::Other(cause) => format!("没有导入：这不是从这里导出的文件，或者文件已损坏（{cause}）。"),
        Unreadable::Version(version) => {
            format!("没有导入：文件的版本是 {version}，这个页面还读不了。请换用较新的页面再试。")
        }
    },
    delete_all: "全部删除",
    delete_all_sure: "要删除收藏、搜索和全部阅读记录吗？删除后无法恢复，不妨先导出到文件。",

    remove: |name| format!("删除“{name}”"),
    removed: "已删除。",
    undo: "撤销",
    dismiss: "关闭",
    full: "没能保存：浏览器留给这个网站的空间已经用完。请删掉一些不再需要的内容，删除前不妨先导出到文件。",
    forbidden: "这个浏览器不允许本页保存数据，页面一关，这里的内容就没有了。想留下来，请导出到文件。",

    continue_reading: |percent| format!("接着上次读（{percent}%）"),
    new: "新",
    new_since: |articles, day| format!("{day}以来新增 {articles} 篇"),
};

/// In Traditional Chinese.
pub(super) const TRADITIONAL: DeviceTexts = DeviceTexts {
    title: "本機紀錄",

    bookmarks: "收藏",
    bookmark: "收藏這篇文章",
    no_bookmarks: "還沒有收藏。點文章裡的書籤圖示，或按 S 鍵，文章就會列在這裡。",
    find_bookmark: "在收藏裡尋找",
    bookmarked: "已收藏",
    not_bookmarked: "已取消收藏",

    history: "讀過的文章",
    no_history: "讀過的文章會列在這裡。",
    spans: ["最近一小時", "今天", "最近七天", "全部"],
    span: "清除範圍",
    clear: "清除",

    searches: "儲存的搜尋",
    no_searches: "還沒有儲存的搜尋。點搜尋結果上方的星形圖示，就會儲存到這裡。",
    save_search: "儲存這次搜尋",
    rename: "改名",
    rename_search: |name| format!("為「{name}」改名"),
    name: "名稱",
    save: "儲存",
    cancel: "取消",
    recent: "最近的搜尋",
    no_recent: "搜尋過的內容會列在這裡。",
    offered: "搜尋紀錄",
    saved_search: "已儲存",
    recent_search: "最近",

    data: "你的資料",
    promise: "以上內容只儲存在這台裝置的瀏覽器裡，不會傳送到任何地方。",
    size: |kilobytes| format!("共占 {kilobytes} KB。"),
    remember: "記住我讀過、搜尋過什麼",
    remember_hint: "關閉後，不再記下讀過的文章、讀到哪裡、搜尋過什麼和上次何時來過；收藏和儲存的搜尋照常保留。",
    export: "匯出到檔案",
    import: "從檔案匯入",
    imported: |added| {
        let parts = [
            chinese(added.bookmarks, "收藏", "則"),
            chinese(added.searches, "儲存的搜尋", "個"),
            chinese(added.read, "讀過的文章", "篇"),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        match parts.is_empty() {
            true => "檔案裡的內容，這裡都已經有了。".to_owned(),
            false => format!("已匯入：{}。", parts.join("，")),
        }
    },
    not_imported: |why| match why {
        Unreadable::Other(cause) => format!("沒有匯入：這不是從這裡匯出的檔案，或者檔案已損壞（{cause}）。"),
        Unreadable::Version(version) => {
            format!("沒有匯入：檔案的版本是 {version}，這個頁面還讀不了。請換用較新的頁面再試。")
        }
    },
    delete_all: "全部刪除",
    delete_all_sure: "要刪除收藏、搜尋和全部閱讀紀錄嗎？刪除後無法復原，不妨先匯出到檔案。",

    remove: |name| format!("刪除「{name}」"),
    removed: "已刪除。",
    undo: "復原",
    dismiss: "關閉",
    full: "無法儲存：瀏覽器留給這個網站的空間已經用完。請刪掉一些不再需要的內容，刪除前不妨先匯出到檔案。",
    forbidden: "這個瀏覽器不允許本頁儲存資料，頁面一關，這裡的內容就沒有了。想留下來，請匯出到檔案。",

    continue_reading: |percent| format!("接著上次讀（{percent}%）"),
    new: "新",
    new_since: |articles, day| format!("{day}以來新增 {articles} 篇"),
};

fn counted(number: usize, one: &str, many: &str) -> Option<String> {
    (number > 0).then(|| format!("{number} {}", if number == 1 { one } else { many }))
}

fn chinese(number: usize, what: &str, unit: &str) -> Option<String> {
    (number > 0).then(|| format!("{what} {number} {unit}"))
}
