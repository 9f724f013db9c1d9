//! What a click on something that is offered does.

use bundle::search::Suggestion;
use yew::prelude::*;

use crate::search::search_box::own_searches::OwnSearch;

/// What a click on one of them does.
pub(crate) struct Clicks {
    /// Takes a name.
    pub(crate) take: Callback<Suggestion>,
    /// Makes a search again.
    pub(crate) repeat: Callback<OwnSearch>,
    /// Forgets a search.
    pub(crate) forget: Callback<OwnSearch>,
}
