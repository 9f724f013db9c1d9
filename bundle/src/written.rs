//! How Chinese and English write dates and numbers: for the viewer, and for the first list, which stands
//! in the page before the viewer starts.
//!
//! The forms are those of the Unicode CLDR. A browser's `Intl` has them too, but its first use took a
//! quarter of a second on a machine as slow as a phone, just before the list was drawn.

use time::Month as MonthName;

use crate::date::{Day, Month};
use crate::moment::Moment;

/// The language of dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dates {
    /// `2023年11月10日`, in either script.
    Chinese,
    /// `November 10, 2023`
    English,
}

impl Dates {
    /// `November 2023`
    pub fn month(self, Month { year, month }: Month) -> String {
        match self {
            Dates::Chinese => format!("{year}年{month}月"),
            Dates::English => format!("{} {year}", in_english(month)),
        }
    }

    /// `November 10`, without the year.
    pub fn day_of_month(self, day: Day) -> String {
        let (month, day) = (day.month().month, day.day_of_month());
        match self {
            Dates::Chinese => format!("{month}月{day}日"),
            Dates::English => format!("{} {day}", in_english(month)),
        }
    }

    /// `November 10, 2023`
    pub fn day(self, day: Day) -> String {
        let (year, day) = (day.year(), self.day_of_month(day));
        match self {
            Dates::Chinese => format!("{year}年{day}"),
            Dates::English => format!("{day}, {year}"),
        }
    }

    /// `November 10, 2023 at 13:19 (UTC+8)`, in the local time of the moment; only the day where no
    /// time is known.
    pub fn moment(self, moment: Moment) -> String {
        let day = self.day(moment.day);
        let Some(seconds) = moment.seconds else { return day };
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        let zone = zone(moment.offset);
        match self {
            Dates::Chinese => format!("{day} {hours:02}:{minutes:02} ({zone})"),
            Dates::English => format!("{day} at {hours:02}:{minutes:02} ({zone})"),
        }
    }
}

/// A number with separators, which are the same in all these languages: `29,591`.
pub fn number(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn in_english(month: u8) -> String {
    MonthName::try_from(month).map(|month| month.to_string()).unwrap_or_default()
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

    #[test]
    fn dates_of_both_languages() {
        let (day, month) = (Day::parse("2023-11-09").unwrap(), Month::parse("2023-11").unwrap());
        let written = |dates: Dates| [dates.day(day), dates.day_of_month(day), dates.month(month)];
        assert_eq!(written(Dates::Chinese), ["2023年11月9日", "11月9日", "2023年11月"]);
        assert_eq!(written(Dates::English), ["November 9, 2023", "November 9", "November 2023"]);
    }

    #[test]
    fn moments_keep_their_zone() {
        let check = |text: &str, [chinese, english]: [&str; 2]| {
            let moment = Moment::parse(text).unwrap();
            assert_eq!(
                (Dates::Chinese.moment(moment).as_str(), Dates::English.moment(moment).as_str()),
                (chinese, english)
            );
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
        let check = |given, written: &str| assert_eq!(number(given), written);
        check(0, "0");
        check(999, "999");
        check(1_000, "1,000");
        check(29_591, "29,591");
        check(123_456, "123,456");
        check(u32::MAX, "4,294,967,295");
    }
}
