//! The date of a post, as exactly as the post knows it.

use bundle::date::Day;
use jiff::civil::DateTime;
use jiff::fmt::temporal::{Pieces, PiecesOffset};
use jiff::tz::{Offset, TimeZone};

/// A date as a bundle shows it, and the moment that articles are ordered by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PostDate {
    /// `2023-11-10T13:19:11Z`, with another offset, or `2023-11-10` where no time is known.
    pub(crate) text: String,
    /// Seconds since 1970 in UTC.
    pub(crate) seconds: i64,
}

impl PostDate {
    /// Reads the ways in which front matter writes dates: `2023-11-10T13:19:11.000Z`,
    /// `2023-11-10 21:19:11 +0800`, `2023-11-10`.
    pub(crate) fn parse(text: &str) -> Option<PostDate> {
        let text = text.trim();
        if let Ok((time, offset)) = parse_spaced(text) {
            return PostDate::at(time, Some(offset));
        }
        let pieces = Pieces::parse(text).ok()?;
        let Some(time) = pieces.time() else { return PostDate::at_day(&pieces.date().to_string()) };
        let offset = match pieces.offset() {
            Some(PiecesOffset::Numeric(offset)) => Some(offset.offset()),
            _ => None,
        };
        PostDate::at(pieces.date().to_datetime(time), offset)
    }

    /// Reads `<!--1699622351000-->`, milliseconds since 1970.
    pub(crate) fn from_epoch_millis(millis: i64) -> Option<PostDate> {
        let timestamp = jiff::Timestamp::from_millisecond(millis).ok()?;
        PostDate::at(Offset::UTC.to_datetime(timestamp), None)
    }

    /// Reads the day that a file name begins with.
    pub(crate) fn from_file_name(name: &str) -> Option<PostDate> {
        PostDate::at_day(name.get(..10)?)
    }

    /// For a post that tells no date at all.
    pub(crate) fn unknown() -> PostDate {
        PostDate { text: "1970-01-01".to_owned(), seconds: 0 }
    }

    /// The day, as the post counts days.
    pub(crate) fn day(&self) -> Day {
        Day::parse(&self.text).unwrap_or_default()
    }

    fn at_day(day: &str) -> Option<PostDate> {
        let day = Day::parse(day)?;
        Some(PostDate { text: day.to_string(), seconds: i64::from(day.0) * 86_400 })
    }

    fn at(time: DateTime, offset: Option<Offset>) -> Option<PostDate> {
        let timestamp = time.to_zoned(TimeZone::fixed(offset.unwrap_or(Offset::UTC))).ok()?.timestamp();
        let zone = match offset {
            Some(offset) if offset != Offset::UTC => format_offset(offset),
            _ => "Z".to_owned(),
        };
        let time = time.strftime("%Y-%m-%dT%H:%M:%S");
        Some(PostDate { text: format!("{time}{zone}"), seconds: timestamp.as_second() })
    }
}

fn parse_spaced(text: &str) -> Result<(DateTime, Offset), jiff::Error> {
    let broken = jiff::fmt::strtime::parse("%Y-%m-%d %H:%M:%S %z", text)?;
    Ok((broken.to_datetime()?, broken.offset().unwrap_or(Offset::UTC)))
}

fn format_offset(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ways_in_which_dates_are_written() {
        let check = |text: &str, expected: &str, seconds: i64| {
            let expected = PostDate { text: expected.to_owned(), seconds };
            assert_eq!(PostDate::parse(text), Some(expected), "{text}");
        };
        check("2023-11-10T13:19:11.000Z", "2023-11-10T13:19:11Z", 1_699_622_351);
        check("2019-05-25T08:30:00+08:00", "2019-05-25T08:30:00+08:00", 1_558_744_200);
        check("2018-12-18T15:41:53+00:00", "2018-12-18T15:41:53Z", 1_545_147_713);
        check("2019-05-25 08:30:00 +0800", "2019-05-25T08:30:00+08:00", 1_558_744_200);
        check("2019-05-25 08:30:00", "2019-05-25T08:30:00Z", 1_558_773_000);
        check("2018-03-02", "2018-03-02", 1_519_948_800);
    }

    #[test]
    fn what_is_no_date() {
        for text in ["", "yesterday", "2019-13-01", "NaN"] {
            assert_eq!(PostDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn dates_from_elsewhere() {
        let text = |date: Option<PostDate>| date.map(|date| date.text);
        assert_eq!(
            text(PostDate::from_epoch_millis(1_699_622_351_000)).as_deref(),
            Some("2023-11-10T13:19:11Z")
        );
        assert_eq!(text(PostDate::from_file_name("2023-11-10-x.md")).as_deref(), Some("2023-11-10"));
        assert_eq!(text(PostDate::from_file_name("about.md")), None);
    }
}
