//! A name that is chosen among those that are offered.

use bundle::query::Query;
use bundle::search::Suggestion;

use crate::address::view::View;

/// The view with a name chosen instead of the last word of what is typed.
pub(crate) fn with_name(view: &View, typed: &str, name: &Suggestion) -> View {
    let rest = Query::unfinished_word(typed).map_or(typed, |word| &typed[..word.range.start]);
    view.with_typed(rest).choosing(name.facet, &name.value)
}

#[cfg(test)]
mod tests {
    use bundle::format::Facet;

    use super::*;

    #[test]
    fn a_name_takes_the_place_of_the_word() {
        let check = |parameters: &str, typed: &str, expected: &str| {
            let name = Suggestion { facet: Facet::Author, value: "Low".into(), count: 1, highlight: None };
            let view = with_name(&View::parse(parameters), typed, &name);
            assert_eq!(view.parameters(), expected, "{typed}");
        };
        check("q=l&page=3", "lo", "author=Low");
        check("q=tea&year=2019", "tea author:l", "q=tea+&author=Low&year=2019");
        check("author=Low", "lo", "author=Low");
    }
}
