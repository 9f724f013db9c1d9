//! Calendar days and months, as the columns and the search count them.
//!
//! The calendar is that of the crate `time`, which takes 0.6 KB more WebAssembly than the arithmetic by
//! hand would; `jiff`, which build-index uses, takes 194 KB (56 KB compressed) for the same. What people
//! type, `2019` or `2019-07`, is split by hand, because `time` has no format for parts of a date.

use time::{Date, Month as MonthName};

/// A day of the proleptic Gregorian calendar, as the number of days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Day(pub i32);

/// The Julian day number of 1970-01-01.
const EPOCH: i32 = 2_440_588;

impl Day {
    /// The first day, -9999-01-01.
    pub const MIN: Day = Day(Date::MIN.to_julian_day() - EPOCH);
    /// The last day, 9999-12-31.
    pub const MAX: Day = Day(Date::MAX.to_julian_day() - EPOCH);

    /// Parses a date in the form `2023-11-10`. More may follow it, as in `2023-11-10T13:19:11Z`.
    ///
    /// ```
    /// use bundle::date::Day;
    ///
    /// assert_eq!(Day::parse("1970-01-02"), Some(Day(1)));
    /// assert_eq!(Day::parse("2023-11-10T13:19:11Z").unwrap().to_string(), "2023-11-10");
    /// assert_eq!(Day::parse("2023-02-29"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Day> {
        let (first, last) = period(text.get(..10)?)?;
        (first == last).then_some(first)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.date().year()
    }

    /// The month.
    pub fn month(self) -> Month {
        let date = self.date();
        Month { year: date.year(), month: date.month().into() }
    }

    /// The day of the month, from 1.
    pub fn day_of_month(self) -> u8 {
        self.date().day()
    }

    /// The date; a day out of range is clamped to [`MIN`](Day::MIN) or [`MAX`](Day::MAX).
    fn date(self) -> Date {
        let days = self.0.clamp(Day::MIN.0, Day::MAX.0);
        Date::from_julian_day(days + EPOCH).unwrap_or(Date::MAX)
    }

    fn of(date: Date) -> Day {
        Day(date.to_julian_day() - EPOCH)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{:02}", self.month(), self.day_of_month())
    }
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl Month {
    /// Parses a month in the form `2019-07`.
    pub fn parse(text: &str) -> Option<Month> {
        let (first, last) = period(text)?;
        (first.month() == last.month() && first != last).then(|| first.month())
    }
}

/// A range of months, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Months {
    /// The first month.
    pub first: Month,
    /// The last month.
    pub last: Month,
}

impl Months {
    /// The years 0 to 9999.
    pub const ALL: Months =
        Months { first: Month { year: 0, month: 1 }, last: Month { year: 9999, month: 12 } };

    /// The months of a year.
    pub fn of_year(year: i32) -> Months {
        Months { first: Month { year, month: 1 }, last: Month { year, month: 12 } }
    }

    /// Whether a month lies in the range.
    pub fn contains(self, month: Month) -> bool {
        (self.first..=self.last).contains(&month)
    }
}

/// The first and the last day of a year, a month or a day; `None` if the text is none of these.
///
/// ```
/// use bundle::date::{Day, period};
///
/// let days = |first, last| Some((Day::parse(first)?, Day::parse(last)?));
/// assert_eq!(period("2019"), days("2019-01-01", "2019-12-31"));
/// assert_eq!(period("2020-02"), days("2020-02-01", "2020-02-29"));
/// assert_eq!(period("2019-07-03"), days("2019-07-03", "2019-07-03"));
/// assert_eq!(period("July"), None);
/// ```
pub fn period(text: &str) -> Option<(Day, Day)> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let mut parts = text.splitn(3, '-').filter(|_| is_plain).map(str::parse::<u16>);
    let year = i32::from(parts.next()?.ok()?);
    let month =
        parts.next().transpose().ok()?.map(|number| MonthName::try_from(u8::try_from(number).ok()?).ok());
    let day = parts.next().transpose().ok()?.map(|number| u8::try_from(number).ok());
    let (first_month, last_month) = match month {
        Some(month) => (month?, month?),
        None => (MonthName::January, MonthName::December),
    };
    let (first_day, last_day) = match day {
        Some(day) => (day?, day?),
        None => (1, last_month.length(year)),
    };
    let date = |month, day| Date::from_calendar_date(year, month, day).ok().map(Day::of);
    Some((date(first_month, first_day)?, date(last_month, last_day)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates() {
        assert_eq!(Day::parse("1970-01-02T09:00:00Z"), Some(Day(1)));
        assert_eq!(Day::parse("2023-11-10").map(|day| day.to_string()).as_deref(), Some("2023-11-10"));
        assert_eq!(Day::parse("1969-12-31"), Some(Day(-1)));
        assert_eq!(Day::parse("2023-13-10"), None);
        assert_eq!((Day(i32::MAX).date(), Day(i32::MIN).date()), (Date::MAX, Date::MIN));
        assert_eq!(Day::parse("9999-12-31"), Some(Day::MAX));
    }

    #[test]
    fn months() {
        let month = |text| Month::parse(text).map(|month| month.to_string());
        assert_eq!(month("2019-07").as_deref(), Some("2019-07"));
        assert_eq!(
            (month("2019"), month("2019-07-03"), month("2019-13"), month("")),
            (None, None, None, None)
        );
        let of = |year, month| Month { year, month };
        let winter = Months { first: of(2018, 12), last: of(2019, 2) };
        assert!(winter.contains(of(2018, 12)) && winter.contains(of(2019, 2)));
        assert!(!winter.contains(of(2018, 11)) && !winter.contains(of(2019, 3)));
    }

    #[test]
    fn periods() {
        let check = |text: &str, expected: Option<(&str, &str)>| {
            let seen = period(text).map(|(first, last)| (first.to_string(), last.to_string()));
            assert_eq!(seen, expected.map(|(a, b)| (a.to_owned(), b.to_owned())), "{text}");
        };
        check("2019", Some(("2019-01-01", "2019-12-31")));
        check("2020-02", Some(("2020-02-01", "2020-02-29")));
        check("2019-07-03", Some(("2019-07-03", "2019-07-03")));
        check("2019-12", Some(("2019-12-01", "2019-12-31")));
        check("9999", Some(("9999-01-01", "9999-12-31")));
        check("2019-02-30", None);
        check("2019-13", None);
        check("+2019", None);
        check("July", None);
    }
}
