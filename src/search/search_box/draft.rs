//! What has been typed into the search box.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::address::place::Place;

/// What has been typed but is not in the address yet.
pub(crate) struct Draft {
    pub(crate) typed: String,
    /// Where it was typed. Once the reader is elsewhere, the draft is over.
    pub(crate) at: Rc<Place>,
}

/// The draft, as long as the reader is where it was typed; else what the address says.
pub(crate) fn shown<'a>(draft: Option<&'a Draft>, here: &'a Rc<Place>) -> &'a str {
    let going_on = draft.filter(|draft| Rc::ptr_eq(&draft.at, here));
    going_on.map_or(&here.view.typed, |draft| &draft.typed)
}

/// Puts the focus into the box, with all that is in it selected.
pub(crate) fn focus(input: &NodeRef) {
    if let Some(input) = input.cast::<HtmlInputElement>() {
        // Fails only for elements that are not on the page.
        let _ = input.focus();
        input.select();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::view::View;

    fn list(parameters: &str) -> Rc<Place> {
        Rc::new(Place::list(View::parse(parameters)))
    }

    #[test]
    fn the_box_is_ahead_of_the_address_until_that_moves() {
        let here = list("q=tea");
        let draft = Draft { typed: "tea ho".into(), at: Rc::clone(&here) };
        assert_eq!(shown(Some(&draft), &here), "tea ho");
        assert_eq!(shown(Some(&draft), &list("q=ink")), "ink");
        assert_eq!(shown(Some(&draft), &list("q=tea")), "tea");
        assert_eq!(shown(None, &here), "tea");
    }
}
