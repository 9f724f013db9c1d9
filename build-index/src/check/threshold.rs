//! How many findings are too many.

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use notice::NoticeKind;

/// How many findings are too many.
#[derive(Debug, Args)]
pub(crate) struct Threshold {
    /// Exit with 1 if there is a finding of one of these kinds, with commas between
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = kinds())]
    pub(crate) fail_on: Vec<NoticeKind>,
    /// Exit with 1 if there are more than N faults
    #[arg(long, value_name = "N")]
    pub(crate) max_faults: Option<usize>,
}

/// Reads the name of a kind; help lists them with what they mean.
fn kinds() -> impl TypedValueParser<Value = NoticeKind> {
    let names = NoticeKind::ALL.map(|kind| PossibleValue::new(kind.name()).help(kind.meaning()));
    PossibleValuesParser::new(names).try_map(|name| NoticeKind::named(&name).ok_or("no such kind"))
}
