//! The date of a post, as exactly as the post knows it.

use bundle::date::Day;
use bundle::moment::Moment;
use jiff::civil::{Date, DateTime};
use jiff::fmt::strtime::{self, BrokenDownTime};
use jiff::fmt::temporal::{Pieces, PiecesOffset};
use jiff::tz::{Offset, TimeZone};

use crate::name::split_date;

/// Ways to write a date and a time that ISO 8601 does not know, with an offset.
const WITH_OFFSET: &[&str] = &["%Y-%m-%d %H:%M:%S %z", "%Y-%m-%d %H:%M %z", "%Y/%m/%d %H:%M:%S %z"];
/// The same without.
const WITH_TIME: &[&str] = &["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M"];
/// Ways to write a day.
const DAYS: &[&str] =
    &["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日", "%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y"];

/// Reads the ways in which front matter writes dates: `2023-11-10T13:19:11.000Z`,
/// `2023-11-10 21:19:11 +0800`, `2023-11-10`, and more. A time without an offset is one of `zone`.
pub(super) fn parse(text: &str, zone: &TimeZone) -> Option<Moment> {
    let text = text.trim();
    parse_iso(text, zone).or_else(|| parse_other(text, zone))
}

/// Reads `<!--1699622351000-->`, milliseconds since 1970.
pub(super) fn from_epoch_millis(millis: i64) -> Option<Moment> {
    let timestamp = jiff::Timestamp::from_millisecond(millis).ok()?;
    at(Offset::UTC.to_datetime(timestamp), Offset::UTC)
}

/// Reads the day that a file name begins with.
pub(super) fn from_file_name(stem: &str) -> Option<Moment> {
    let (date, _) = split_date(stem)?;
    Date::strptime("%Y-%m-%d", date).ok().and_then(at_day)
}

fn parse_iso(text: &str, zone: &TimeZone) -> Option<Moment> {
    let pieces = Pieces::parse(text).ok()?;
    let Some(time) = pieces.time() else { return at_day(pieces.date()) };
    let time = pieces.date().to_datetime(time);
    match pieces.offset() {
        Some(PiecesOffset::Numeric(offset)) => at(time, offset.offset()),
        Some(_) => at(time, Offset::UTC),
        None => in_zone(time, zone),
    }
}

fn parse_other(text: &str, zone: &TimeZone) -> Option<Moment> {
    let parsed = |format: &&str| strtime::parse(format, text).ok();
    let with_offset = |broken: BrokenDownTime| at(broken.to_datetime().ok()?, broken.offset()?);
    let with_time = |broken: BrokenDownTime| in_zone(broken.to_datetime().ok()?, zone);
    let day = |broken: BrokenDownTime| at_day(broken.to_date().ok()?);
    let by_mail = || jiff::fmt::rfc2822::parse(text).ok();
    WITH_OFFSET
        .iter()
        .filter_map(parsed)
        .find_map(with_offset)
        .or_else(|| WITH_TIME.iter().filter_map(parsed).find_map(with_time))
        .or_else(|| DAYS.iter().filter_map(parsed).find_map(day))
        .or_else(|| by_mail().and_then(|zoned| at(zoned.datetime(), zoned.offset())))
}

/// `bundle` says which days there are: jiff knows more years than four digits can write.
fn at_day(date: Date) -> Option<Moment> {
    Day::parse(&date.to_string()).map(Moment::of_day)
}

fn in_zone(time: DateTime, zone: &TimeZone) -> Option<Moment> {
    let zoned = time.to_zoned(zone.clone()).ok()?;
    at(zoned.datetime(), zoned.offset())
}

fn at(time: DateTime, offset: Offset) -> Option<Moment> {
    // Times outside of what calendars can compute with are no dates of posts.
    offset.to_timestamp(time).ok()?;
    let seconds = time.time().duration_since(jiff::civil::Time::midnight()).as_secs();
    let Moment { day, .. } = at_day(time.date())?;
    let (seconds, offset) = (u32::try_from(seconds).ok()?, i16::try_from(offset.seconds() / 60).ok()?);
    Some(Moment { day, seconds: Some(seconds), offset })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ways_in_which_dates_are_written() {
        let check = |text: &str, expected: &str, seconds: i64| {
            let seen = parse(text, &TimeZone::UTC).unwrap();
            assert_eq!((seen.to_string().as_str(), seen.utc_seconds()), (expected, seconds), "{text}");
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
            assert_eq!(parse(text, &hong_kong).unwrap().to_string(), expected, "{text}");
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
            assert_eq!(parse(text, &TimeZone::UTC), None, "{text}");
        }
    }

    #[test]
    fn dates_from_elsewhere() {
        let text = |date: Option<Moment>| date.map(|date| date.to_string());
        let millis = from_epoch_millis(1_699_622_351_000);
        assert_eq!(text(millis).as_deref(), Some("2023-11-10T13:19:11Z"));
        for name in ["2023-11-10-x", "2023-11-10", "2023-11-10_x"] {
            assert_eq!(text(from_file_name(name)).as_deref(), Some("2023-11-10"));
        }
        assert_eq!(text(from_file_name("2023-1-2-x")).as_deref(), Some("2023-01-02"));
        for name in ["about", "2023-99-99-x", "茶"] {
            assert_eq!(text(from_file_name(name)), None);
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "[-0-9TZ:+/ 年,a-c]{0,24}") {
            parse(&text, &TimeZone::UTC);
            from_file_name(&text);
        }
    }
}
