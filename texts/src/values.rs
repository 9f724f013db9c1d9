//! How a language writes numbers, dates, lists, and the values of facets.

use bundle::date::{Day, Month};
use bundle::format::Facet;
use bundle::moment::Moment;

use crate::loaded::Texts;

impl Texts {
    /// A number: `29,591`.
    pub fn number(&self, number: u32) -> String {
        let digits = number.to_string();
        let mut written = String::new();
        for (place, digit) in digits.char_indices() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                written.push_str(self.thousands_separator());
            }
            written.push(digit);
        }
        written
    }

    /// `November 2023`, of `2023-11`.
    pub fn month(&self, month: &str) -> String {
        let written = |Month { year, month }| self.date_month(&year.to_string(), u32::from(month));
        Month::parse(month).map_or_else(|| month.to_owned(), written)
    }

    /// `November 10, 2023`, of a date as the bundle has it.
    pub fn day(&self, date: &str) -> String {
        Day::parse(date).map_or_else(|| date.to_owned(), |day| self.of_day(day))
    }

    /// `November 10`, where the month above says the year.
    pub fn day_of_month(&self, date: &str) -> String {
        let written =
            |day: Day| self.date_day_of_month(u32::from(day.month().month), u32::from(day.day_of_month()));
        Day::parse(date).map_or_else(|| date.to_owned(), written)
    }

    /// `November 10, 2023 at 13:19 (UTC+8)`: the time is that of the place where the article is from.
    /// The day alone where no time is known.
    pub fn moment(&self, date: &str) -> String {
        Moment::parse(date).map_or_else(|| date.to_owned(), |moment| self.of_moment(moment))
    }

    fn of_day(&self, day: Day) -> String {
        let month = u32::from(day.month().month);
        self.date_day(&day.year().to_string(), month, u32::from(day.day_of_month()))
    }

    fn of_moment(&self, Moment { day, seconds, offset }: Moment) -> String {
        let Some(seconds) = seconds else { return self.of_day(day) };
        let time = format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
        let (month, of_month) = (u32::from(day.month().month), u32::from(day.day_of_month()));
        self.date_time(&day.year().to_string(), month, of_month, &time, &zone(offset))
    }

    /// Texts that somebody has typed, as alternatives: `“tea” or “paper”`.
    pub fn any_of(&self, texts: &[&str]) -> String {
        let quoted = texts.iter().map(|text| self.quoted(text));
        quoted.reduce(|before, next| self.either(&before, &next)).unwrap_or_default()
    }

    /// Things one after the other: `2 bookmarks, 1 saved search`.
    pub fn all_of(&self, things: impl IntoIterator<Item = String>) -> Option<String> {
        things.into_iter().reduce(|before, next| self.both(&before, &next))
    }

    /// The name of a facet value as a reader sees it.
    pub fn value<'a>(&self, facet: Facet, value: &'a str) -> &'a str {
        if facet == Facet::Script { self.script_name(value) } else { value }
    }
}

/// `UTC`, `UTC+8`, `UTC-3:30`, given the minutes ahead of it.
fn zone(offset: i16) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    match (offset.unsigned_abs() / 60, offset.unsigned_abs() % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find;

    fn texts(tag: &str) -> Texts {
        find(tag).unwrap().built_in()
    }

    #[test]
    fn dates_of_all_languages() {
        let written = |tag: &str| {
            let texts = texts(tag);
            [texts.day("2023-11-09T08:00:00Z"), texts.day_of_month("2023-11-09"), texts.month("2023-11")]
        };
        assert_eq!(written("zh-Hans"), ["2023年11月9日", "11月9日", "2023年11月"]);
        assert_eq!(written("zh-Hant"), ["2023年11月9日", "11月9日", "2023年11月"]);
        assert_eq!(written("en"), ["November 9, 2023", "November 9", "November 2023"]);
        assert_eq!(texts("en").day("some day"), "some day");
    }

    #[test]
    fn moments_keep_their_zone() {
        let check = |text: &str, written: [&str; 2]| {
            assert_eq!([texts("zh").moment(text), texts("en").moment(text)], written);
        };
        check("2023-01-10T09:05:11Z", ["2023年1月10日 09:05 (UTC)", "January 10, 2023 at 09:05 (UTC)"]);
        check(
            "2023-12-10T23:59:59+08:00",
            ["2023年12月10日 23:59 (UTC+8)", "December 10, 2023 at 23:59 (UTC+8)"],
        );
        check(
            "2023-05-10T00:00:00-00:30",
            ["2023年5月10日 00:00 (UTC-0:30)", "May 10, 2023 at 00:00 (UTC-0:30)"],
        );
        check(
            "2023-05-10T00:00:00-09:30",
            ["2023年5月10日 00:00 (UTC-9:30)", "May 10, 2023 at 00:00 (UTC-9:30)"],
        );
        check("2023-05-10", ["2023年5月10日", "May 10, 2023"]);
    }

    #[test]
    fn numbers_in_groups_of_three() {
        let check = |given, written: &str| assert_eq!(texts("en").number(given), written);
        check(0, "0");
        check(999, "999");
        check(1_000, "1,000");
        check(29_591, "29,591");
        check(123_456, "123,456");
        check(u32::MAX, "4,294,967,295");
    }

    #[test]
    fn lists_of_one_and_of_more() {
        assert_eq!(texts("en").any_of(&["tea"]), "“tea”");
        assert_eq!(texts("en").any_of(&["tea", "paper", "ink"]), "“tea” or “paper” or “ink”");
        assert_eq!(texts("zh-Hant").any_of(&["茶", "紙"]), "「茶」、「紙」");
        let imported = |tag: &str| {
            texts(tag)
                .all_of([texts(tag).device_imported_bookmarks(1), texts(tag).device_imported_searches(2)])
        };
        assert_eq!(imported("en").as_deref(), Some("1 bookmark, 2 saved searches"));
        assert_eq!(imported("zh").as_deref(), Some("收藏 1 条，保存的搜索 2 个"));
        assert_eq!(texts("en").all_of([]), None);
    }

    #[test]
    fn messages_by_their_names() {
        assert_eq!(texts("en").message("retry"), Some(texts("en").retry()));
        assert_eq!(texts("zh").message("start-opening"), Some("正在打开阅览室……"));
        assert_eq!([texts("en").message("articles"), texts("en").message("gone")], [None, None]);
    }

    #[test]
    fn counts_and_choices() {
        let (english, chinese) = (texts("en"), texts("zh"));
        assert_eq!(
            [english.articles(1), english.articles(0), english.articles(1200)],
            ["1 article", "0 articles", "1,200 articles"]
        );
        assert_eq!(chinese.articles(1), "1 篇");
        assert_eq!(english.find_match_of(3, 1200), "Match 3 of 1,200");
        assert_eq!(english.facet("tag"), "Tag");
        assert_eq!(english.value(Facet::Script, "zh-Hans"), "Simplified Chinese");
        assert_eq!(english.value(Facet::Script, "other"), "Other scripts");
        assert_eq!(chinese.search_example_or_meaning(), "有其中一个即可");
        assert_eq!(english.pictures_not_loaded(1), "A picture from another site is not loaded.");
    }
}
