//! What changed since an earlier run of the bench.

use super::results::Results;
use super::sample::Measure;
use super::table::markdown;

/// A table of what both results have, with a note on the rest.
pub(super) fn changes(earlier: &Results, later: &Results) -> String {
    let (earlier, later) = (earlier.measures(), later.measures());
    let pairs: Vec<_> =
        later.iter().filter_map(|later| Some((counterpart(later, &earlier)?, later))).collect();
    let alone = earlier.len() + later.len() - 2 * pairs.len();
    let rows = pairs.iter().map(|(earlier, later)| row(earlier, later)).collect();
    let mut text = markdown(["since the earlier run", "before", "after", "change"], rows);
    text.push_str("\n\nIn bold: neither median lies within the spread of the other.");
    if alone > 0 {
        text.push_str(&format!(" Measured in one of the runs only, and left out here: {alone}."));
    }
    text
}

fn counterpart<'a, 'b>(measure: &Measure<'_>, among: &'b [Measure<'a>]) -> Option<&'b Measure<'a>> {
    among.iter().find(|other| other.name == measure.name)
}

fn row(earlier: &Measure<'_>, later: &Measure<'_>) -> [String; 4] {
    let shown = [earlier, later].map(|measure| measure.sample.show(measure.unit));
    let [before, after] = shown;
    [later.name.clone(), before, after, change(earlier, later)]
}

fn change(earlier: &Measure<'_>, later: &Measure<'_>) -> String {
    let (Some(before), Some(after)) = (earlier.sample.median(), later.sample.median()) else {
        return String::new();
    };
    if before == after {
        return "none".to_owned();
    }
    let change = match before {
        0.0 => format!("+{}", later.unit.show(after)),
        _ => format!("{:+.1} %", (after / before - 1.0) * 100.0),
    };
    if later.sample.differs_from(&earlier.sample) { format!("**{change}**") } else { change }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::builds::Build;
    use crate::bench::scaling::Scale;

    fn results(posts: u64, seconds: &[f64]) -> Results {
        let mut build = Build::default();
        seconds.iter().for_each(|&seconds| build.seconds.push(seconds));
        Results { scaling: vec![Scale { posts, build }], ..Results::default() }
    }

    fn check(before: &[f64], after: &[f64], expected: &str) {
        let (before, after) = (results(10, before), results(10, after));
        let change = change(&before.measures()[0], &after.measures()[0]);
        assert_eq!(change, expected);
    }

    #[test]
    fn changes_beyond_the_spread_are_bold() {
        check(&[2.0], &[2.0], "none");
        check(&[2.0], &[1.0], "**-50.0 %**");
        check(&[1.0, 2.0, 3.0], &[2.0, 2.5, 3.0], "+25.0 %");
        check(&[1.0, 2.0, 3.0], &[3.0, 4.0, 5.0], "**+100.0 %**");
        check(&[0.0], &[1.5], "**+1.50 s**");
        check(&[], &[1.5], "");
    }

    #[test]
    fn what_one_run_lacks_is_counted() {
        let table = changes(&results(10, &[1.0]), &results(10, &[1.5]));
        let row = "| 10 generated posts: wall time          | 1.00 s | 1.50 s | **+50.0 %** |";
        assert!(table.contains(row), "{table}");
        assert!(!table.contains("left out"), "{table}");
        let table = changes(&results(10, &[1.0]), &results(20, &[1.5]));
        assert!(table.ends_with("left out here: 14."), "{table}");
    }
}
