//! What statistics are of.

use crate::model::measure::Measure;
use crate::words::Words;

impl Words {
    /// Above the articles along time, given the months of a step.
    pub(crate) fn along_time(&self, months: i32) -> &'static str {
        match months {
            1 => self.statistics_by_month(),
            3 => self.statistics_by_quarter(),
            12 => self.statistics_by_year(),
            _ => self.statistics_over_time(),
        }
    }

    /// The name of a measure.
    pub(crate) fn measured_by(&self, measure: Measure) -> &'static str {
        match measure {
            Measure::Articles => self.statistics_articles(),
            Measure::Share => self.statistics_share(),
        }
    }
}
