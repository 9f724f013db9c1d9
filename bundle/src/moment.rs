//! The date of an article, with the time of day where its post states one.

use crate::date::Day;

/// A day and, where they are known, the local time and its offset from UTC.
///
/// Its text form is `2023-11-10T13:19:11Z`, `2023-11-10T21:19:11+08:00` or, without a time,
/// `2023-11-10`.
///
/// ```
/// use bundle::moment::Moment;
///
/// let moment = Moment::parse("2023-11-10T21:19:11+08:00").unwrap();
/// assert_eq!((moment.seconds, moment.offset), (Some((21 * 60 + 19) * 60 + 11), 480));
/// assert_eq!(moment.utc_seconds(), 1_699_622_351);
/// assert_eq!(moment.to_string(), "2023-11-10T21:19:11+08:00");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Moment {
    /// The local day.
    pub day: Day,
    /// Seconds since local midnight; `None` if no time is known.
    pub seconds: Option<u32>,
    /// How many minutes local time is ahead of UTC.
    pub offset: i16,
}

const DAY_SECONDS: i64 = 86_400;

impl Moment {
    /// A day without a time.
    pub fn of_day(day: Day) -> Moment {
        Moment { day, seconds: None, offset: 0 }
    }

    /// Parses the text form of a moment; `None` for any other text.
    ///
    /// By hand, because `time`'s parser of RFC 3339 refuses a day without a time and offsets of a day
    /// and more; it would not make the page smaller either.
    pub fn parse(text: &str) -> Option<Moment> {
        let day = Day::parse(text)?;
        let Some(time) = text.get(10..).filter(|time| !time.is_empty()) else {
            return Some(Moment::of_day(day));
        };
        let seconds = clock(time.get(1..6)?)? * 60 + number(time.get(7..9)?)?;
        let offset = match time.get(9..)? {
            "Z" => 0,
            zone => {
                let minutes = clock(zone.get(1..)?)? as i16;
                if zone.starts_with('-') { -minutes } else { minutes }
            }
        };
        Some(Moment { day, seconds: Some(seconds), offset })
    }

    /// Seconds since 1970-01-01T00:00:00Z; midnight UTC counts where no time is known.
    pub fn utc_seconds(self) -> i64 {
        let here = i64::from(self.day.0) * DAY_SECONDS + i64::from(self.seconds.unwrap_or_default());
        here - i64::from(self.offset) * 60
    }
}

/// The minutes since midnight that `13:19` stands for.
fn clock(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(':')?;
    Some(number(hours)? * 60 + number(minutes)?)
}

fn number(two_digits: &str) -> Option<u32> {
    (two_digits.len() == 2).then(|| two_digits.parse().ok()).flatten()
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Some(seconds) = self.seconds else { return write!(f, "{}", self.day) };
        write!(f, "{}T{:02}:{:02}:{:02}", self.day, seconds / 3600, seconds / 60 % 60, seconds % 60)?;
        if self.offset == 0 {
            return f.write_str("Z");
        }
        let sign = if self.offset < 0 { '-' } else { '+' };
        let minutes = self.offset.unsigned_abs();
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_come_back() {
        let check = |text: &str, utc_seconds: i64| {
            let moment = Moment::parse(text).unwrap();
            assert_eq!((moment.to_string().as_str(), moment.utc_seconds()), (text, utc_seconds));
        };
        check("2023-11-10T13:19:11Z", 1_699_622_351);
        check("2019-05-25T08:30:00+08:00", 1_558_744_200);
        check("2019-05-24T21:30:00-03:30", 1_558_746_000);
        check("2018-03-02", 1_519_948_800);
    }

    #[test]
    fn other_texts_are_no_moments() {
        for text in ["", "2018-13-02", "2018-03-02T", "2018-03-02T1:2:3Z", "2018-03-02T茶茶茶"] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }
}
