//! The numbers as a person reads them.

use compile::writer::FolderSize;
use notice::quantity::Bytes;

use crate::metered_source::Cost;
use crate::stats::count::Stats;

/// How many values of a facet are shown.
const SHOWN: usize = 20;

/// All of the numbers.
pub(super) fn of(stats: &Stats) -> String {
    let mut text = format!("{} articles\n", stats.articles);
    for (facet, values) in &stats.facets {
        text += &format!("\n{}\n", facet.name());
        for (value, articles) in values.iter().take(SHOWN) {
            text += &format!("  {articles:>7}  {}\n", if value.is_empty() { "(none)" } else { value });
        }
        if let more @ 1.. = values.len().saturating_sub(SHOWN) {
            text += &format!("           … and {more} more; --json lists them all\n");
        }
    }
    text += "\nfiles\n";
    for (kind, size) in &stats.files {
        text += &line(kind, Cost { bytes: size.bytes, files: size.files });
    }
    let sum = |cost: Cost, size: &FolderSize| Cost {
        bytes: cost.bytes + size.bytes,
        files: cost.files + size.files,
    };
    text += &line("together", stats.files.values().fold(Cost::default(), sum));
    text += "\nwhat a reader loads who comes for the first time\n";
    text += &line("the first list", stats.costs.first_visit);
    text += &line(&format!("a search for {}", stats.costs.term), stats.costs.query);
    text += &line("an article of a list", stats.costs.article);
    text
}

fn line(what: &str, Cost { bytes, files }: Cost) -> String {
    format!("  {:>10}  in {files:>6} files  {what}\n", Bytes(bytes))
}
