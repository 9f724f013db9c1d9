//! What is new since the reader's last visit. The list of all articles says so, newest first.

use bundle::format::ArticleCard;
use bundle::search::Sort;
use yew::prelude::*;

use crate::address::view::View;
use crate::device::provider::DeviceHandle;
use crate::device::row_signs::read_class;
use crate::device::visit::Snapshot;
use crate::host::clock::{day_of, now};
use crate::words::Words;

/// Whether new articles are marked in the list of a view.
pub(crate) fn tells_news(view: &View) -> bool {
    !view.is_narrowed() && view.sort() == Sort::Newest
}

/// A dot before an article that came since the last visit and was not read yet.
pub(crate) fn new_sign(
    words: &Words,
    device: &DeviceHandle,
    view: &View,
    card: &ArticleCard,
) -> Option<Html> {
    let before = last_visit(device, view)?;
    let is_new = before.is_older_than(&card.date) && read_class(device, card).is_none();
    is_new.then(|| {
        html! { <span class="new-sign"><span class="visually-hidden">{ words.new_sign() }</span></span> }
    })
}

/// How many articles came since the last visit, of all that there are.
pub(crate) fn new_since(words: &Words, device: &DeviceHandle, view: &View, articles: u32) -> Option<Html> {
    let before = last_visit(device, view)?;
    let added = Some(before.added(articles)).filter(|&added| added > 0)?;
    let (day, today) = (day_of(before.at), day_of(now()));
    let day = match day.get(..4) == today.get(..4) {
        true => words.day_of_month(&day),
        false => words.day(&day),
    };
    Some(html! { <span class="new-since">{ words.new_since(added, &day) }</span> })
}

fn last_visit<'a>(device: &'a DeviceHandle, view: &View) -> Option<&'a Snapshot> {
    device.last_visit().filter(|_| tells_news(view))
}
