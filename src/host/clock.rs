//! The time and the day where the reader is.

use js_sys::Date;
use wasm_bindgen::JsValue;

/// Now, in milliseconds since 1970.
pub(crate) fn now() -> u64 {
    Date::now() as u64
}

/// The day that it is, `2026-11-23`.
pub(crate) fn today() -> String {
    day_of(now())
}

/// The day of a time where the reader is, as `2023-11-10`.
pub(crate) fn day_of(time: u64) -> String {
    let date = date(time);
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// When the day of a time began where the reader is.
pub(crate) fn start_of_day(time: u64) -> u64 {
    let date = date(time);
    date.set_hours(0);
    date.set_minutes(0);
    date.set_seconds(0);
    date.set_milliseconds(0) as u64
}

fn date(time: u64) -> Date {
    Date::new(&JsValue::from_f64(time as f64))
}
