//! Numbers and dates as the reader's language writes them. The browser knows how.

use js_sys::{Array, Date, Intl, JsString, Object, Reflect};
use wasm_bindgen::JsValue;

use super::Language;

/// How numbers and dates are written in one language.
pub(crate) struct Formats {
    number: Intl::NumberFormat,
    day: Intl::DateTimeFormat,
    day_of_month: Intl::DateTimeFormat,
    month: Intl::DateTimeFormat,
    minute: Intl::DateTimeFormat,
}

impl Formats {
    /// The formats of a language.
    pub(crate) fn of(language: Language) -> Formats {
        let locales = Array::of1(&JsString::from(language.tag()));
        let date = |parts: &[(&str, &str)]| Intl::DateTimeFormat::new(&locales, &options(parts));
        let (year, month, day) = (("year", "numeric"), ("month", "long"), ("day", "numeric"));
        Formats {
            number: Intl::NumberFormat::new(&locales, &Object::new()),
            day: date(&[year, month, day]),
            day_of_month: date(&[month, day]),
            month: date(&[year, month]),
            minute: date(&[
                year,
                month,
                day,
                ("hour", "2-digit"),
                ("minute", "2-digit"),
                ("hourCycle", "h23"),
            ]),
        }
    }

    /// `29,591`
    pub(super) fn number(&self, number: u32) -> String {
        call(&self.number.format(), &number.into())
    }

    /// `10 November 2023`, of a date as the bundle has it.
    pub(crate) fn day(&self, date: &str) -> String {
        self.write(&self.day, date)
    }

    /// `10 November`, where the month above says the year.
    pub(crate) fn day_of_month(&self, date: &str) -> String {
        self.write(&self.day_of_month, date)
    }

    /// `November 2023`, of `2023-11`.
    pub(crate) fn month(&self, month: &str) -> String {
        self.write(&self.month, month)
    }

    /// `10 November 2023, 13:19 (UTC+8)`: the time of day is that of the place where the article
    /// is from, as its date gives it. The day alone where no time is known.
    pub(crate) fn moment(&self, date: &str) -> String {
        let Some(time) = time_of_day(date) else { return self.day(date) };
        format!("{} ({})", self.write(&self.minute, time.until_minute), zone_name(time.zone))
    }

    /// Formats what a date says as if it were UTC, so that no time zone shifts it.
    fn write(&self, format: &Intl::DateTimeFormat, date: &str) -> String {
        let minutes = date.get(..16).map(|minutes| format!("{minutes}Z"));
        let instant = Date::new(&JsValue::from_str(minutes.as_deref().unwrap_or(date))).get_time();
        if instant.is_nan() { date.to_owned() } else { call(&format.format(), &JsValue::from_f64(instant)) }
    }
}

/// A date with a time of day.
#[derive(Debug, PartialEq, Eq)]
struct TimeOfDay<'a> {
    /// `2023-11-10T13:19`
    until_minute: &'a str,
    /// `Z` or `+08:00`; empty where it is not known.
    zone: &'a str,
}

fn time_of_day(date: &str) -> Option<TimeOfDay<'_>> {
    let (until_minute, rest) = date.split_at_checked(16)?;
    let zone = rest.trim_start_matches(|c: char| c == ':' || c == '.' || c.is_ascii_digit());
    Some(TimeOfDay { until_minute, zone })
}

/// `UTC`, `UTC+8`, `UTC+5:30`
fn zone_name(zone: &str) -> String {
    let Some((hours, minutes)) = zone.split_once(':') else { return "UTC".to_owned() };
    let (sign, hours) = hours.split_at(usize::from(hours.starts_with(['+', '-'])));
    let hours = hours.trim_start_matches('0');
    match (hours, minutes) {
        ("", "00") => "UTC".to_owned(),
        (hours, "00") => format!("UTC{sign}{hours}"),
        ("", minutes) => format!("UTC{sign}0:{minutes}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes}"),
    }
}

fn options(parts: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in parts.iter().chain(&[("timeZone", "UTC")]) {
        // A new object takes any property.
        let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    options
}

fn call(format: &js_sys::Function, value: &JsValue) -> String {
    let written = format.call1(&JsValue::UNDEFINED, value).ok();
    written.and_then(|written| written.as_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_keep_their_zone() {
        let zone = |date| time_of_day(date).map(|time| zone_name(time.zone));
        assert_eq!(zone("2023-11-10T13:19:11Z").as_deref(), Some("UTC"));
        assert_eq!(zone("2023-11-10T13:19:11+08:00").as_deref(), Some("UTC+8"));
        assert_eq!(zone("2023-11-10T13:19:11.250-09:30").as_deref(), Some("UTC-9:30"));
        assert_eq!(zone("2023-11-10T13:19:11-00:30").as_deref(), Some("UTC-0:30"));
        assert_eq!(zone("2023-11-10T13:19:11+00:00").as_deref(), Some("UTC"));
        assert_eq!(zone("2023-11-10"), None);
    }
}
