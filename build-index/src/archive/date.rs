//! The date of a post, as exactly as the post knows it.

use bundle::date::Day;
use jiff::civil::{Date, DateTime};
use jiff::fmt::strtime::{self, BrokenDownTime};
use jiff::fmt::temporal::{Pieces, PiecesOffset};
use jiff::tz::{Offset, TimeZone};

use super::name::split_date;

/// A date as a bundle shows it, and the moment that articles are ordered by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PostDate {
    /// `2023-11-10T13:19:11Z`, with another offset, or `2023-11-10` where no time is known.
    pub(crate) text: String,
    /// Seconds since 1970 in UTC.
    pub(crate) seconds: i64,
}

/// Ways to write a date and a time that ISO 8601 does not know, with an offset.
const WITH_OFFSET: &[&str] = &["%Y-%m-%d %H:%M:%S %z", "%Y-%m-%d %H:%M %z", "%Y/%m/%d %H:%M:%S %z"];
/// The same without.
const WITH_TIME: &[&str] = &["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M"];
/// Ways to write a day.
const DAYS: &[&str] =
    &["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日", "%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y"];

impl PostDate {
    /// Reads the ways in which front matter writes dates: `2023-11-10T13:19:11.000Z`,
    /// `2023-11-10 21:19:11 +0800`, `2023-11-10`, and more. A time without an offset is one of
    /// `zone`.
    pub(crate) fn parse(text: &str, zone: &TimeZone) -> Option<PostDate> {
        let text = text.trim();
        parse_iso(text, zone).or_else(|| parse_other(text, zone))
    }

    /// Reads `<!--1699622351000-->`, milliseconds since 1970.
    pub(crate) fn from_epoch_millis(millis: i64) -> Option<PostDate> {
        let timestamp = jiff::Timestamp::from_millisecond(millis).ok()?;
        PostDate::at(Offset::UTC.to_datetime(timestamp), Offset::UTC)
    }

    /// Reads the day that a file name begins with.
    pub(crate) fn from_file_name(stem: &str) -> Option<PostDate> {
        let (date, _) = split_date(stem)?;
        Date::strptime("%Y-%m-%d", date).ok().and_then(PostDate::at_day)
    }

    /// For a post that tells no date at all.
    pub(crate) fn unknown() -> PostDate {
        PostDate { text: "1970-01-01".to_owned(), seconds: 0 }
    }

    /// The day, as the post counts days.
    pub(crate) fn day(&self) -> Day {
        Day::parse(&self.text).unwrap_or_default()
    }

    fn at_day(date: Date) -> Option<PostDate> {
        let day = Day::parse(&date.to_string())?;
        Some(PostDate { text: day.to_string(), seconds: i64::from(day.0) * 86_400 })
    }

    fn at(time: DateTime, offset: Offset) -> Option<PostDate> {
        let seconds = offset.to_timestamp(time).ok()?.as_second();
        let zone = if offset == Offset::UTC { "Z".to_owned() } else { format_offset(offset) };
        Some(PostDate { text: format!("{}{zone}", time.strftime("%Y-%m-%dT%H:%M:%S")), seconds })
    }

    fn in_zone(time: DateTime, zone: &TimeZone) -> Option<PostDate> {
        let zoned = time.to_zoned(zone.clone()).ok()?;
        PostDate::at(zoned.datetime(), zoned.offset())
    }
}

fn parse_iso(text: &str, zone: &TimeZone) -> Option<PostDate> {
    let pieces = Pieces::parse(text).ok()?;
    let Some(time) = pieces.time() else { return PostDate::at_day(pieces.date()) };
    let time = pieces.date().to_datetime(time);
    match pieces.offset() {
        Some(PiecesOffset::Numeric(offset)) => PostDate::at(time, offset.offset()),
        Some(_) => PostDate::at(time, Offset::UTC),
        None => PostDate::in_zone(time, zone),
    }
}

fn parse_other(text: &str, zone: &TimeZone) -> Option<PostDate> {
    let parsed = |format: &&str| strtime::parse(format, text).ok();
    let with_offset = |broken: BrokenDownTime| PostDate::at(broken.to_datetime().ok()?, broken.offset()?);
    let with_time = |broken: BrokenDownTime| PostDate::in_zone(broken.to_datetime().ok()?, zone);
    let day = |broken: BrokenDownTime| PostDate::at_day(broken.to_date().ok()?);
    let by_mail = || jiff::fmt::rfc2822::parse(text).ok();
    WITH_OFFSET
        .iter()
        .filter_map(parsed)
        .find_map(with_offset)
        .or_else(|| WITH_TIME.iter().filter_map(parsed).find_map(with_time))
        .or_else(|| DAYS.iter().filter_map(parsed).find_map(day))
        .or_else(|| by_mail().and_then(|zoned| PostDate::at(zoned.datetime(), zoned.offset())))
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
            assert_eq!(PostDate::parse(text, &TimeZone::UTC), Some(expected), "{text}");
        };
        check("2023-11-10T13:19:11.000Z", "2023-11-10T13:19:11Z", 1_699_622_351);
        check("2019-05-25T08:30:00+08:00", "2019-05-25T08:30:00+08:00", 1_558_744_200);
        check("2018-12-18T15:41:53+00:00", "2018-12-18T15:41:53Z", 1_545_147_713);
        check("2019-05-25 08:30:00 +0800", "2019-05-25T08:30:00+08:00", 1_558_744_200);
        check("2019-05-25 08:30:00 -0330", "2019-05-25T08:30:00-03:30", 1_558_785_600);
        check("2019-05-25 08:30 +0800", "2019-05-25T08:30:00+08:00", 1_558_744_200);
        check("2019-05-25 08:30:00+08:00", "2019-05-25T08:30:00+08:00", 1_558_744_200);
        check("2019-05-25 08:30:00", "2019-05-25T08:30:00Z", 1_558_773_000);
        check("2019-5-25 8:30", "2019-05-25T08:30:00Z", 1_558_773_000);
        check("2019/5/25 08:30:00", "2019-05-25T08:30:00Z", 1_558_773_000);
        check("Sat, 25 May 2019 08:30:00 +0800", "2019-05-25T08:30:00+08:00", 1_558_744_200);
        for day in ["2018-03-02", "2018-3-2", "2018/03/02", "2018年3月2日", "March 2, 2018", "2 Mar 2018"]
        {
            check(day, "2018-03-02", 1_519_948_800);
        }
    }

    #[test]
    fn a_time_without_an_offset_is_of_the_zone() {
        let hong_kong = TimeZone::get("Asia/Hong_Kong").unwrap();
        let check = |text: &str, expected: &str| {
            assert_eq!(PostDate::parse(text, &hong_kong).unwrap().text, expected, "{text}");
        };
        check("2019-05-25 08:30:00", "2019-05-25T08:30:00+08:00");
        check("1976-05-25T08:30:00", "1976-05-25T08:30:00+09:00");
        check("2019/05/25 08:30", "2019-05-25T08:30:00+08:00");
        check("2019-05-25 08:30:00Z", "2019-05-25T08:30:00Z");
        check("2019-05-25 08:30:00 +0100", "2019-05-25T08:30:00+01:00");
        check("2019-05-25", "2019-05-25");
    }

    #[test]
    fn what_is_no_date() {
        for text in ["", "yesterday", "2019-13-01", "2019-02-30", "NaN", "false", "12:30"] {
            assert_eq!(PostDate::parse(text, &TimeZone::UTC), None, "{text}");
        }
    }

    #[test]
    fn dates_from_elsewhere() {
        let text = |date: Option<PostDate>| date.map(|date| date.text);
        let millis = PostDate::from_epoch_millis(1_699_622_351_000);
        assert_eq!(text(millis).as_deref(), Some("2023-11-10T13:19:11Z"));
        for name in ["2023-11-10-x", "2023-11-10", "2023-11-10_x"] {
            assert_eq!(text(PostDate::from_file_name(name)).as_deref(), Some("2023-11-10"));
        }
        assert_eq!(text(PostDate::from_file_name("2023-1-2-x")).as_deref(), Some("2023-01-02"));
        for name in ["about", "2023-99-99-x", "茶"] {
            assert_eq!(text(PostDate::from_file_name(name)), None);
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "[-0-9TZ:+/ 年,a-c]{0,24}") {
            PostDate::parse(&text, &TimeZone::UTC);
            PostDate::from_file_name(&text);
        }
    }
}
