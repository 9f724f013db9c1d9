//! What of the archive is shown, and how an address says so.
//!
//! ```text
//! ?q=活字&category=茶事&category=气象&from=2019-03&to=2019-05&sort=oldest
//! ```
//!
//! Unknown parameters are ignored, and defaults are left out.

use bundle::date::{Month, Months};
use bundle::format::Facet;
use bundle::query::{LastWord, Query};
use bundle::search::{Request, Selection, Sort};

/// What of the archive is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct View {
    /// What was typed.
    pub(crate) typed: String,
    /// The facet values that were chosen.
    pub(crate) selection: Selection,
    /// The order, if it is not the usual one.
    pub(crate) sort: Option<Sort>,
}

impl View {
    /// Reads the parameters of an address.
    pub(crate) fn parse(parameters: &str) -> View {
        let mut view = View::default();
        for (name, value) in form_urlencoded::parse(parameters.as_bytes()) {
            view.read(&name, &value);
        }
        view.normal()
    }

    fn read(&mut self, name: &str, value: &str) {
        match name {
            "q" => value.clone_into(&mut self.typed),
            "from" | "to" => self.read_month(name, value),
            "sort" => self.sort = SORTS.iter().find(|(_, name)| *name == value).map(|&(sort, _)| sort),
            _ => {
                let facet = Facet::ALL.into_iter().find(|facet| facet.name() == name);
                if let Some(facet) = facet.filter(|&facet| !self.selection.has(facet, value)) {
                    self.selection.toggle(facet, value);
                }
            }
        }
    }

    /// An end of the chosen months. The other one may be open.
    fn read_month(&mut self, name: &str, value: &str) {
        let Some(month) = Month::parse(value) else { return };
        let months = self.selection.months.unwrap_or(Months::ALL);
        self.selection.months = Some(match name {
            "from" => Months { first: month, ..months },
            _ => Months { last: month, ..months },
        });
    }

    /// The parameters of an address that shows this; empty where everything is as usual.
    pub(crate) fn parameters(&self) -> String {
        let mut parameters = form_urlencoded::Serializer::new(String::new());
        if !self.typed.is_empty() {
            parameters.append_pair("q", &self.typed);
        }
        for (facet, value) in self.selection.iter() {
            parameters.append_pair(facet.name(), value);
        }
        if let Some(Months { first, last }) = self.selection.months {
            let ends = [("from", first, Months::ALL.first), ("to", last, Months::ALL.last)];
            for (name, month, _) in ends.into_iter().filter(|(_, month, open)| month != open) {
                parameters.append_pair(name, &month.to_string());
            }
        }
        if let Some((_, name)) = SORTS.iter().find(|(sort, _)| Some(*sort) == self.sort) {
            parameters.append_pair("sort", name);
        }
        parameters.finish()
    }

    /// The search that finds what is shown.
    pub(crate) fn request(&self) -> Request {
        let selection = self.selection.clone();
        Request { query: self.query(), selection, sort: self.sort(), every_value: false }
    }

    /// The order of the articles.
    pub(crate) fn sort(&self) -> Sort {
        self.sort.unwrap_or_else(|| self.usual_sort())
    }

    /// Whether something was typed to search for.
    pub(crate) fn is_search(&self) -> bool {
        !self.typed.trim().is_empty()
    }

    /// Whether it shows less than the whole archive.
    pub(crate) fn is_narrowed(&self) -> bool {
        self.is_search() || !self.selection.is_empty()
    }

    /// The same for something else typed.
    pub(crate) fn with_typed(&self, typed: &str) -> View {
        View { typed: typed.to_owned(), ..self.clone() }.normal()
    }

    /// The same in another order.
    pub(crate) fn with_sort(&self, sort: Sort) -> View {
        View { sort: Some(sort), ..self.clone() }.normal()
    }

    /// The same with a value chosen, or no longer chosen.
    pub(crate) fn toggled(&self, facet: Facet, value: &str) -> View {
        let mut view = self.clone();
        view.selection.toggle(facet, value);
        view
    }

    /// The same with other months chosen, or none.
    pub(crate) fn with_months(&self, months: Option<Months>) -> View {
        let mut view = self.clone();
        view.selection.months = months;
        view.normal()
    }

    /// The same without anything chosen.
    pub(crate) fn without_selection(&self) -> View {
        View { selection: Selection::default(), ..self.clone() }
    }

    /// The same, with a value among those chosen.
    pub(crate) fn choosing(&self, facet: Facet, value: &str) -> View {
        if self.selection.has(facet, value) { self.clone() } else { self.toggled(facet, value) }
    }

    fn query(&self) -> Query {
        Query::parse(&self.typed, LastWord::Prefix)
    }

    fn usual_sort(&self) -> Sort {
        if self.is_search() { Sort::Relevance } else { Sort::Newest }
    }

    /// Drops an order that is the default or that makes no sense without something typed, and a choice of
    /// months that has all of them or none.
    fn normal(mut self) -> View {
        let is_choice = |months: &Months| *months != Months::ALL && months.first <= months.last;
        self.selection.months = self.selection.months.filter(is_choice);
        let senseless = |sort| sort == Sort::Relevance && !self.is_search();
        self.sort = self.sort.filter(|&sort| sort != self.usual_sort() && !senseless(sort));
        self
    }
}

const SORTS: [(Sort, &str); 3] =
    [(Sort::Relevance, "relevance"), (Sort::Newest, "newest"), (Sort::Oldest, "oldest")];

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads `parameters` and writes them again.
    fn check(parameters: &str, expected: &str) {
        let view = View::parse(parameters);
        assert_eq!(view.parameters(), expected, "{parameters:?}");
        assert_eq!(View::parse(expected), view, "{parameters:?}");
    }

    #[test]
    fn a_view_survives_the_address() {
        check("", "");
        check("q=tea+house", "q=tea+house");
        check("q=a%26b%3D%2B%23", "q=a%26b%3D%2B%23");
        check("year=2019&category=b&category=a&year=2020", "category=a&category=b&year=2019&year=2020");
        check("sort=oldest", "sort=oldest");
        check("to=2019-05&from=2019-03", "from=2019-03&to=2019-05");
        check("from=2019-03", "from=2019-03");
        check("to=2019-03&q=tea", "q=tea&to=2019-03");
    }

    #[test]
    fn characters_may_stand_as_they_are() {
        assert_eq!(View::parse("q=活字 印刷").typed, "活字 印刷");
        check("q=茶", "q=%E8%8C%B6");
    }

    #[test]
    fn what_is_as_usual_is_left_out() {
        check("q=&sort=newest", "");
        check("sort=relevance&q=tea", "q=tea");
        check("q=tea&sort=newest", "q=tea&sort=newest");
    }

    #[test]
    fn nonsense_is_ignored() {
        check("utm_source=x&sort=best&q", "");
        check("category=a&category=a", "category=a");
        check("from=2019&to=July", "");
        check("from=2019-03&to=2019-02", "");
        check("q=%ff%E8", "q=%EF%BF%BD%EF%BF%BD");
    }

    #[test]
    fn a_change_leaves_the_rest_as_it_is() {
        let view = View::parse("q=tea&sort=oldest");
        assert_eq!(view.with_typed("ink").parameters(), "q=ink&sort=oldest");
        assert_eq!(view.toggled(Facet::Year, "2019").parameters(), "q=tea&year=2019&sort=oldest");
        assert_eq!(view.with_sort(Sort::Relevance).parameters(), "q=tea");
    }

    #[test]
    fn relevance_needs_something_typed() {
        assert_eq!(View::parse("sort=relevance").with_typed("").sort(), Sort::Newest);
        assert_eq!(View::parse("q=tea").sort(), Sort::Relevance);
        assert_eq!(View::parse("q=tea&sort=newest").with_typed("").parameters(), "");
    }
}
