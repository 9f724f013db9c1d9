//! Days and months, as the columns and the search count them.

use jiff::civil::Date;

/// A day, counted from 1970-01-01 (which is 0) in the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Day(pub i32);

const EPOCH: Date = jiff::civil::date(1970, 1, 1);

impl Day {
    /// The day that a date, or the start of a longer text such as `2023-11-10T13:19:11Z`, names.
    pub fn parse(text: &str) -> Option<Day> {
        let date: Date = text.get(..10)?.parse().ok()?;
        Some(Day::from_date(date))
    }

    /// The day of a date.
    pub fn from_date(date: Date) -> Day {
        Day((date - EPOCH).get_days())
    }

    /// The first day that has a date.
    pub const MIN: Day = Day(-4_371_587);
    /// The last day that has a date.
    pub const MAX: Day = Day(2_932_896);

    /// The date, held within the years -9999 to 9999.
    pub fn date(self) -> Date {
        let days = self.0.clamp(Day::MIN.0, Day::MAX.0);
        EPOCH.saturating_add(jiff::Span::new().days(days))
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.date().year()
    }

    /// The month.
    pub fn month(self) -> Month {
        let date = self.date();
        Month { year: date.year(), month: date.month() }
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.date().fmt(f)
    }
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// The year.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// The days from the first to the last of a year, a month or a day: `2019`, `2019-07`,
/// `2019-07-03`.
pub fn period(text: &str) -> Option<(Day, Day)> {
    let mut parts = text.splitn(3, '-').map(str::parse::<i16>);
    let year = parts.next()?.ok()?;
    let month = parts.next().transpose().ok()?.map(i8::try_from).transpose().ok()?;
    let day = parts.next().transpose().ok()?.map(i8::try_from).transpose().ok()?;
    let first = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let last = match (month, day) {
        (None, _) => first.last_of_year(),
        (_, None) => first.last_of_month(),
        _ => first,
    };
    Some((Day::from_date(first), Day::from_date(last)))
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
        assert_eq!((Day::from_date(Date::MIN), Day::from_date(Date::MAX)), (Day::MIN, Day::MAX));
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
        check("2019-13", None);
        check("July", None);
    }
}
