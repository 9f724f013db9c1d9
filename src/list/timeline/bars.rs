//! Articles along time, as bars, and runs of them. Pure: drawing them is up to a component.

use std::ops::RangeInclusive;

use bundle::date::{Month, Months};

/// Bars from the first to the last month of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Timeline {
    /// The month that the first bar begins with, counted from the year 0.
    start: i32,
    /// Months in a bar.
    step: i32,
    /// How many bars there are.
    bars: usize,
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bar {
    /// Its months: `2019-07`, `2019`, `1990–1999`.
    pub(crate) label: String,
    /// Its articles.
    pub(crate) articles: u32,
}

/// More bars than this cannot be told apart.
const MOST_BARS: i32 = 240;
/// Months that a bar may have.
const STEPS: [i32; 6] = [1, 3, 12, 120, 1_200, 12_000];

impl Timeline {
    /// The timeline of an archive, from its articles per month; `None` if there are none.
    pub(crate) fn of(months: &[(String, u32)]) -> Option<Timeline> {
        Timeline::within(months, MOST_BARS)
    }

    /// The same with at most so many bars, where there is room for fewer.
    pub(crate) fn within(months: &[(String, u32)], most_bars: i32) -> Option<Timeline> {
        let (first, last) = (month(&months.first()?.0)?, month(&months.last()?.0)?);
        let bars = |step: i32| last.div_euclid(step) - first.div_euclid(step) + 1;
        let step = STEPS.into_iter().find(|&step| bars(step) <= most_bars.min(MOST_BARS))?;
        Some(Timeline { start: first.div_euclid(step) * step, step, bars: usize::try_from(bars(step)).ok()? })
    }

    /// Months in a bar.
    pub(crate) fn step(&self) -> i32 {
        self.step
    }

    /// The bars for articles per month.
    pub(crate) fn bars(&self, months: &[(String, u32)]) -> Vec<Bar> {
        let mut bars: Vec<Bar> = (0..self.bars).map(|index| self.empty_bar(index)).collect();
        for (name, articles) in months {
            let place = month(name).map(|month| (month - self.start).div_euclid(self.step));
            let bar = place.and_then(|place| bars.get_mut(usize::try_from(place).ok()?));
            if let Some(bar) = bar {
                bar.articles += articles;
            }
        }
        bars
    }

    /// The place of the last bar.
    pub(crate) fn last(&self) -> usize {
        self.bars.saturating_sub(1)
    }

    /// The bars that months are in; the nearest ones of months beyond the first or the last.
    pub(crate) fn bars_of(&self, months: Months) -> RangeInclusive<usize> {
        let bar = |month: Month| {
            let place = (number(month) - self.start).div_euclid(self.step);
            usize::try_from(place).unwrap_or(0).min(self.last())
        };
        bar(months.first)..=bar(months.last)
    }

    /// The months of neighbouring bars.
    pub(crate) fn months_of(&self, bars: &RangeInclusive<usize>) -> Months {
        let month = |bar: usize, after: i32| numbered(self.start + self.step * bar as i32 + after);
        Months { first: month(*bars.start(), 0), last: month(*bars.end(), self.step - 1) }
    }

    /// Years to write below, at most `most`, and where, in thousandths of the width.
    pub(crate) fn years(&self, most: i32) -> Vec<(i32, i32)> {
        let end = self.start + self.step * self.bars as i32;
        let (first, last) = (self.start.div_euclid(12), (end - 1).div_euclid(12));
        let apart = [1, 2, 5, 10, 20, 50, 100, 1_000].into_iter().find(|apart| (last - first) / apart < most);
        let place = |year: i32| (year * 12 - self.start).max(0) * 1_000 / (end - self.start);
        (first..=last)
            .filter(|year| year.rem_euclid(apart.unwrap_or(10_000)) == 0)
            // There is no room for the name of a year of which only the last months are shown.
            .filter(|&year| year > first || year == last || self.start.rem_euclid(12) < 6)
            .map(|year| (year, place(year)))
            // Nor at the very end.
            .filter(|&(_, place)| place < 965)
            .collect()
    }

    fn empty_bar(&self, index: usize) -> Bar {
        let first = self.start + self.step * index as i32;
        let last = first + self.step - 1;
        let (first_year, last_year) = (first.div_euclid(12), last.div_euclid(12));
        let label = match self.step {
            1 => month_name(first),
            _ if first_year != last_year => format!("{first_year}–{last_year}"),
            12 => first_year.to_string(),
            _ => format!("{}–{}", month_name(first), month_name(last)),
        };
        Bar { label, articles: 0 }
    }
}

/// The number of a month such as `2019-07`, counted from the year 0.
fn month(name: &str) -> Option<i32> {
    Month::parse(name).map(number)
}

fn number(month: Month) -> i32 {
    month.year * 12 + i32::from(month.month) - 1
}

fn numbered(number: i32) -> Month {
    Month { year: number.div_euclid(12), month: number.rem_euclid(12) as u8 + 1 }
}

fn month_name(month: i32) -> String {
    numbered(month).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(names: &[&str]) -> Vec<(String, u32)> {
        names.iter().map(|&name| (name.to_owned(), 2)).collect()
    }

    /// The number of bars, the first and the last.
    fn check(names: &[&str], bars: usize, first: &str, last: &str) {
        let months = months(names);
        let seen = Timeline::of(&months).map(|timeline| timeline.bars(&months)).unwrap_or_default();
        let labels = (seen.first().map(|bar| bar.label.as_str()), seen.last().map(|bar| bar.label.as_str()));
        assert_eq!((seen.len(), labels), (bars, (Some(first), Some(last))));
        assert_eq!(seen.iter().map(|bar| bar.articles).sum::<u32>(), 2 * names.len() as u32);
    }

    #[test]
    fn bars_are_months_as_long_as_there_is_room() {
        check(&["2019-07"], 1, "2019-07", "2019-07");
        check(&["2018-11", "2019-02"], 4, "2018-11", "2019-02");
        check(&["1990-02", "2026-11"], 148, "1990-01–1990-03", "2026-10–2026-12");
        check(&["1890-02", "2026-11"], 137, "1890", "2026");
        check(&["0001-01", "2026-11"], 203, "0–9", "2020–2029");
        assert_eq!(Timeline::of(&[]), None);
    }

    #[test]
    fn bars_are_months_and_months_bars() {
        let check = |names: &[&str], chosen: [&str; 2], bars: RangeInclusive<usize>, back: [&str; 2]| {
            let timeline = Timeline::of(&months(names)).unwrap();
            let [first, last] = chosen.map(|name| Month::parse(name).unwrap());
            assert_eq!(timeline.bars_of(Months { first, last }), bars, "{chosen:?}");
            let seen = timeline.months_of(&bars);
            assert_eq!([seen.first.to_string(), seen.last.to_string()], back, "{bars:?}");
        };
        check(&["2018-11", "2019-12"], ["2018-12", "2019-02"], 1..=3, ["2018-12", "2019-02"]);
        check(&["2018-11", "2019-12"], ["2001-01", "2030-01"], 0..=13, ["2018-11", "2019-12"]);
        check(&["1990-02", "2026-11"], ["1990-05", "1990-06"], 1..=1, ["1990-04", "1990-06"]);
    }

    #[test]
    fn little_room_makes_longer_steps() {
        let months = months(&["2016-03", "2026-11"]);
        let step = |most| Timeline::within(&months, most).map(|timeline| timeline.step());
        assert_eq!([240, 60, 20, 1].map(step), [Some(1), Some(3), Some(12), Some(1_200)]);
    }

    #[test]
    fn years_are_written_as_room_allows() {
        let years = |names: &[&str], most| {
            let timeline = Timeline::of(&months(names));
            let years = timeline.map(|timeline| timeline.years(most)).unwrap_or_default();
            years.into_iter().map(|(year, _)| year.to_string()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(years(&["2018-11", "2021-02"], 12), "2019 2020 2021");
        assert_eq!(years(&["2018-05", "2021-02"], 12), "2018 2019 2020 2021");
        assert_eq!(
            years(&["2003-01", "2026-02"], 12),
            "2004 2006 2008 2010 2012 2014 2016 2018 2020 2022 2024"
        );
        assert_eq!(years(&["2003-01", "2026-02"], 6), "2005 2010 2015 2020 2025");
    }
}
