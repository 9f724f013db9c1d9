//! Addresses of places as a whole, and the place that comes first.

use bundle::format::Facet;

use crate::address::place::Place;
use crate::address::view::View;
use crate::host::Host;

/// The list that is shown at first, and that the link home leads to.
pub(crate) fn home(host: &Host) -> Place {
    let mut view = View::default();
    if let Some(options) = host.options() {
        for (facet, value) in [(Facet::Category, &options.category), (Facet::Author, &options.author)] {
            if let Some(value) = value {
                view = view.choosing(facet, value);
            }
        }
        view = view.with_typed(options.query.as_deref().unwrap_or_default());
    }
    Place::list(view)
}

/// The whole address of a place, as one would send it to somebody.
pub(crate) fn address_of(host: &Host, place: &Place) -> String {
    let href = place.href();
    match href.starts_with('#') {
        true => format!("{}{href}", host.page_address()),
        false => format!("{}{href}", host.origin()),
    }
}
