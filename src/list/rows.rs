//! Neighbouring articles of a list, each month under its name where they are in the order of time.

use std::ops::Range;

use bundle::format::ArticleRef;
use bundle::reading::CatalogRow;
use bundle::search::Sort;
use yew::prelude::*;

use crate::conversion::choice::Conversion;
use crate::device::provider::DeviceHandle;
use crate::list::cards::Cards;
use crate::list::row::article_row;
use crate::search::found::Found;
use crate::words::Words;

/// Articles, as far as they are there. If they are those of the search that is shown, each says
/// which row it is, for the list to measure it.
pub(crate) fn rows(
    words: &Words,
    conversion: &Conversion,
    device: &DeviceHandle,
    cards: &Cards,
    range: Range<usize>,
    is_current: bool,
) -> Html {
    let found = &cards.found;
    let are_dated = found.view.sort() != Sort::Relevance;
    let months = if are_dated { months(found) } else { Vec::new() };
    let row = |(place, (article, listed)): (usize, &(ArticleRef, CatalogRow))| {
        html! {
            <div key={format!("{}-{}", article.segment.0, article.article.0)}
                data-row={is_current.then(|| place.to_string())}>
                { month_heading(words, &months, place).unwrap_or_default() }
                { article_row(words, conversion, device, listed, found, are_dated) }
            </div>
        }
    };
    range.filter_map(|place| Some((place, cards.get(place)?.ok()?))).map(row).collect()
}

/// A month of a list in the order of time.
struct MonthOfList<'a> {
    /// The place of its first article in the list.
    first: usize,
    name: &'a str,
    articles: u32,
}

fn month_heading(words: &Words, months: &[MonthOfList<'_>], place: usize) -> Option<Html> {
    let month = months.iter().find(|month| month.first == place)?;
    let name = words.month(month.name);
    Some(markup::month_heading(name, words.articles(month.articles)))
}

/// The months, in the order of the list. The counts of the results say where each begins.
fn months(found: &Found) -> Vec<MonthOfList<'_>> {
    let counted = &found.results.months;
    let mut months = Vec::with_capacity(counted.len());
    let mut first = 0;
    for place in 0..counted.len() {
        let place = if found.view.sort() == Sort::Newest { counted.len() - 1 - place } else { place };
        if let Some((name, articles)) = counted.get(place) {
            months.push(MonthOfList { first, name, articles: *articles });
            first += *articles as usize;
        }
    }
    months
}
