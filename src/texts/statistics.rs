//! The words of the statistics.

use bundle::format::Facet;

use crate::model::measure::Measure;

/// The words of the statistics in one language.
pub(crate) struct StatisticsTexts {
    pub(crate) statistics: &'static str,
    /// On the link from a list to its statistics.
    pub(crate) of_these: &'static str,
    /// Above the articles along time, given the months of a step.
    pub(crate) along_time: fn(i32) -> &'static str,
    /// Above the articles of each value.
    pub(crate) by: fn(Facet) -> &'static str,
    /// How many values there are, written.
    pub(crate) values: fn(&str) -> String,
    /// The values that are not shown one by one, given how many they are, written.
    pub(crate) others: fn(&str) -> String,
    /// Where values are chosen, and the others are shown beside them.
    pub(crate) chosen: &'static str,

    /// Above the courses of words.
    pub(crate) courses: &'static str,
    pub(crate) courses_hint: &'static str,
    pub(crate) word: &'static str,
    pub(crate) add: &'static str,
    /// Instead of the place for a word, where there is no room for more.
    pub(crate) enough: &'static str,
    /// What the choice of a measure is called.
    pub(crate) measure: &'static str,
    pub(crate) measured_by: fn(Measure) -> &'static str,
    /// Below the courses, where filters are chosen.
    pub(crate) within_filters: &'static str,

    /// What opens the numbers behind a picture.
    pub(crate) numbers: &'static str,
    /// Above a column of months or years, and above one of values.
    pub(crate) time: &'static str,
    pub(crate) value: &'static str,
    pub(crate) articles: &'static str,
    pub(crate) save_picture: &'static str,
    pub(crate) save_numbers: &'static str,
    /// In a picture that was saved: the archive and the day.
    pub(crate) source: fn(&str, &str) -> String,
}

pub(super) const ENGLISH: StatisticsTexts = StatisticsTexts {
    statistics: "Statistics",
    of_these: "Statistics of these",
    along_time: |months| match months {
        1 => "Articles by month",
        3 => "Articles by quarter",
        12 => "Articles by year",
        _ => "Articles over time",
    },
    by: |facet| match facet {
        Facet::Category => "Articles by category",
        Facet::Author => "Articles by author",
        Facet::Year => "Articles by year",
        Facet::Site => "Articles by source",
        Facet::Tag => "Articles by tag",
        Facet::Script => "Articles by script",
    },
    values: |count| format!("{count} in all"),
    others: |count| format!("All {count} others"),
    chosen: "What is chosen is marked; the others are what choosing them would add.",
    courses: "Words over time",
    courses_hint: "Add a word, or anything that can be searched for, to see when articles use it; add others to \
                   compare them.",
    word: "Word or search",
    add: "Add",
    enough: "Six is the most that can be compared.",
    measure: "Measure",
    measured_by: |measure| match measure {
        Measure::Articles => "Articles",
        Measure::Share => "Share of all",
    },
    within_filters: "Counted among the articles that fit the filters.",
    numbers: "Numbers and downloads",
    time: "Time",
    value: "Name",
    articles: "Articles",
    save_picture: "Save picture (SVG)",
    save_numbers: "Save numbers (CSV)",
    source: |archive, day| format!("Source: {archive}, {day}"),
};

pub(super) const SIMPLIFIED: StatisticsTexts = StatisticsTexts {
    statistics: "统计",
    of_these: "统计这些文章",
    along_time: |months| match months {
        1 => "各月文章数",
        3 => "各季度文章数",
        12 => "各年文章数",
        _ => "各时期文章数",
    },
    by: |facet| match facet {
        Facet::Category => "各栏目文章数",
        Facet::Author => "各作者文章数",
        Facet::Year => "各年文章数",
        Facet::Site => "各来源文章数",
        Facet::Tag => "各标签文章数",
        Facet::Script => "各种文字的文章数",
    },
    values: |count| format!("共 {count} 个"),
    others: |count| format!("其余 {count} 个"),
    chosen: "红色为已选，灰色为加选后可以增加的文章。",
    courses: "词语走势",
    courses_hint: "输入一个词，或任何可以搜索的内容，看它在各个时期出现在多少篇文章里；再加几个，便可对照。",
    word: "词语或搜索条件",
    add: "添加",
    enough: "最多对照六个。",
    measure: "计量",
    measured_by: |measure| match measure {
        Measure::Articles => "文章数",
        Measure::Share => "占比",
    },
    within_filters: "只计符合筛选条件的文章。",
    numbers: "数据与下载",
    time: "时间",
    value: "名称",
    articles: "文章数",
    save_picture: "保存图片（SVG）",
    save_numbers: "保存数据（CSV）",
    source: |archive, day| format!("来源：{archive}，{day}"),
};

pub(super) const TRADITIONAL: StatisticsTexts = StatisticsTexts {
    statistics: "統計",
    of_these: "統計這些文章",
    along_time: |months| match months {
        1 => "各月文章數",
        3 => "各季文章數",
        12 => "各年文章數",
        _ => "各時期文章數",
    },
    by: |facet| match facet {
        Facet::Category => "各欄目文章數",
        Facet::Author => "各作者文章數",
        Facet::Year => "各年文章數",
        Facet::Site => "各來源文章數",
        Facet::Tag => "各標籤文章數",
        Facet::Script => "各種文字的文章數",
    },
    values: |count| format!("共 {count} 個"),
    others: |count| format!("其餘 {count} 個"),
    chosen: "紅色為已選，灰色為加選後可以增加的文章。",
    courses: "詞語走勢",
    courses_hint: "輸入一個詞，或任何可以搜尋的內容，看它在各個時期出現在多少篇文章裡；再加幾個，便可對照。",
    word: "詞語或搜尋條件",
    add: "新增",
    enough: "最多對照六個。",
    measure: "計量",
    measured_by: |measure| match measure {
        Measure::Articles => "文章數",
        Measure::Share => "占比",
    },
    within_filters: "只計符合篩選條件的文章。",
    numbers: "數據與下載",
    time: "時間",
    value: "名稱",
    articles: "文章數",
    save_picture: "儲存圖片（SVG）",
    save_numbers: "儲存數據（CSV）",
    source: |archive, day| format!("來源：{archive}，{day}"),
};
