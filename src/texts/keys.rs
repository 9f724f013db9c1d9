//! The words of the keyboard.

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
    /// Where keys work, and what each of them does there. Keys that are pressed one after the other
    /// stand apart, and `/or/` between those of which one is enough.
    pub(crate) groups: &'static [(&'static str, &'static [(&'static str, &'static str)])],
}

pub(super) const ENGLISH: KeysTexts = KeysTexts {
    title: "Keyboard",
    explanation: "Keys work while nothing is being typed. Two keys are pressed one after the other.",
    open: "Keyboard",
    close: "Close",
    groups: &[
        (
            "Anywhere",
            &[
                ("/", "search"),
                ("g h", "newest articles"),
                ("g d", "on this device"),
                ("g s", "statistics"),
                ("t", "light or dark colours"),
                ("?", "these keys"),
            ],
        ),
        (
            "In a list",
            &[
                ("j", "next article"),
                ("k", "previous article"),
                ("o /or/ Enter", "open it"),
                ("s", "bookmark it"),
            ],
        ),
        (
            "In an article",
            &[
                ("n", "next article of the list"),
                ("p", "previous article of the list"),
                ("u", "back to the list"),
                ("f", "find in the article"),
                ("[ /or/ ]", "previous or next match"),
                ("s", "bookmark"),
            ],
        ),
        (
            "In the search box",
            &[
                ("↓ /or/ ↑", "choose a name"),
                ("Enter", "take the name, or search"),
                ("Esc", "close the names"),
            ],
        ),
    ],
};

pub(super) const SIMPLIFIED: KeysTexts = KeysTexts {
    title: "快捷键",
    explanation: "不在输入文字时可用。两个键要先后按下。",
    open: "快捷键",
    close: "关闭",
    groups: &[
        (
            "任何页面",
            &[
                ("/", "搜索"),
                ("g h", "最新文章"),
                ("g d", "本机记录"),
                ("g s", "统计"),
                ("t", "切换深浅配色"),
                ("?", "显示快捷键"),
            ],
        ),
        ("列表", &[("j", "下一篇"), ("k", "上一篇"), ("o /or/ Enter", "打开"), ("s", "加书签")]),
        (
            "文章",
            &[
                ("n", "列表中的下一篇"),
                ("p", "列表中的上一篇"),
                ("u", "返回列表"),
                ("f", "在文中查找"),
                ("[ /or/ ]", "上一处、下一处"),
                ("s", "加书签"),
            ],
        ),
        ("搜索框", &[("↓ /or/ ↑", "选择名称"), ("Enter", "选用名称，或开始搜索"), ("Esc", "收起名称")]),
    ],
};

pub(super) const TRADITIONAL: KeysTexts = KeysTexts {
    title: "快速鍵",
    explanation: "未輸入文字時可用。兩個鍵須先後按下。",
    open: "快速鍵",
    close: "關閉",
    groups: &[
        (
            "任何頁面",
            &[
                ("/", "搜尋"),
                ("g h", "最新文章"),
                ("g d", "本機紀錄"),
                ("g s", "統計"),
                ("t", "切換深淺配色"),
                ("?", "顯示快速鍵"),
            ],
        ),
        ("列表", &[("j", "下一篇"), ("k", "上一篇"), ("o /or/ Enter", "開啟"), ("s", "加入書籤")]),
        (
            "文章",
            &[
                ("n", "列表中的下一篇"),
                ("p", "列表中的上一篇"),
                ("u", "返回列表"),
                ("f", "在文中尋找"),
                ("[ /or/ ]", "上一處、下一處"),
                ("s", "加入書籤"),
            ],
        ),
        ("搜尋框", &[("↓ /or/ ↑", "選擇名稱"), ("Enter", "選用名稱，或開始搜尋"), ("Esc", "收起名稱")]),
    ],
};
