//! All keys and what they do: one table, which the page obeys and the help dialog lists.

/// Where keys work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    /// On every page.
    Anywhere,
    /// In a list of articles.
    List,
    /// On the page of an article.
    Article,
    /// While the reader types into the search box.
    SearchBox,
}

/// What a key does. The rooms that hear the keys of pages, lists and articles match all of their actions, so
/// that a key which nothing obeys does not compile there. The keys of the search box are only listed here:
/// `search::search_box` hears them itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    /// Goes to the search box.
    Search,
    /// Bookmarks the article that is open or has the focus, or does so no longer.
    Bookmark,
    /// On every page.
    Page(PageAction),
    /// In a list of articles.
    Row(RowAction),
    /// On the page of an article: goes away from it.
    Article(ArticleAction),
    /// On the page of an article: finds something in it.
    Find(FindAction),
    /// While the reader types into the search box.
    Suggestion(SuggestionAction),
}

/// What a key does on every page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::VariantArray))]
pub(crate) enum PageAction {
    /// Goes to the newest articles.
    Home,
    /// Goes to what the device remembers.
    Device,
    /// Goes to the statistics.
    Statistics,
    /// Changes the colours.
    Theme,
    /// Lists the keys.
    Keys,
}

/// What a key does in a list of articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::VariantArray))]
pub(crate) enum RowAction {
    /// Goes down to the next article.
    Next,
    /// Goes up to the previous one.
    Previous,
    /// Opens it.
    Open,
}

/// Where a key leads from the page of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::VariantArray))]
pub(crate) enum ArticleAction {
    /// Opens the next article of the list.
    Next,
    /// Opens the previous one.
    Previous,
    /// Goes up to the list.
    BackToList,
}

/// What a key does to find something in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::VariantArray))]
pub(crate) enum FindAction {
    /// Opens the box to type into.
    Open,
    /// Goes back to the previous match.
    Previous,
    /// Goes on to the next match.
    Next,
}

/// What a key does with the names that are suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::VariantArray))]
pub(crate) enum SuggestionAction {
    /// Goes through them.
    Choose,
    /// Takes the one that was chosen, or searches.
    Take,
    /// Suggests no more.
    Close,
}

/// A key, or several that are pressed one after the other, and what it does.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Binding {
    /// The key. Several are apart by spaces.
    pub(crate) key: &'static str,
    /// What it does.
    pub(crate) action: Action,
    /// Whether the page hears it. Other keys are heard by what has the focus: a link, the search box.
    is_of_page: bool,
}

/// All keys, by where they work, as the help dialog lists them. Neighbours that mean the same are on one
/// line there.
pub(crate) static KEYMAP: [(Group, &[Binding]); 4] = [
    (
        Group::Anywhere,
        &[
            page("/", Action::Search),
            page("g h", Action::Page(PageAction::Home)),
            page("g d", Action::Page(PageAction::Device)),
            page("g s", Action::Page(PageAction::Statistics)),
            page("t", Action::Page(PageAction::Theme)),
            page("?", Action::Page(PageAction::Keys)),
        ],
    ),
    (
        Group::List,
        &[
            page("j", Action::Row(RowAction::Next)),
            page("k", Action::Row(RowAction::Previous)),
            page("o", Action::Row(RowAction::Open)),
            focused("Enter", Action::Row(RowAction::Open)),
            page("s", Action::Bookmark),
        ],
    ),
    (
        Group::Article,
        &[
            page("n", Action::Article(ArticleAction::Next)),
            page("p", Action::Article(ArticleAction::Previous)),
            page("u", Action::Article(ArticleAction::BackToList)),
            page("f", Action::Find(FindAction::Open)),
            page("[", Action::Find(FindAction::Previous)),
            page("]", Action::Find(FindAction::Next)),
            page("s", Action::Bookmark),
        ],
    ),
    (
        Group::SearchBox,
        &[
            focused("↓", Action::Suggestion(SuggestionAction::Choose)),
            focused("↑", Action::Suggestion(SuggestionAction::Choose)),
            focused("Enter", Action::Suggestion(SuggestionAction::Take)),
            focused("Esc", Action::Suggestion(SuggestionAction::Close)),
        ],
    ),
];

const fn page(key: &'static str, action: Action) -> Binding {
    Binding { key, action, is_of_page: true }
}

const fn focused(key: &'static str, action: Action) -> Binding {
    Binding { key, action, is_of_page: false }
}

/// What a key does that the page hears.
pub(crate) fn action_of(key: &str) -> Option<Action> {
    bindings().find(|binding| binding.is_of_page && binding.key == key).map(|binding| binding.action)
}

/// The key for an action.
pub(crate) fn key_of(action: Action) -> &'static str {
    bindings().find(|binding| binding.action == action).map_or("", |binding| binding.key)
}

fn bindings() -> impl Iterator<Item = &'static Binding> {
    KEYMAP.iter().flat_map(|(_, bindings)| *bindings)
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    #[test]
    fn no_key_does_two_things() {
        let of_page: Vec<_> = bindings().filter(|binding| binding.is_of_page).collect();
        for binding in &of_page {
            assert_eq!(action_of(binding.key), Some(binding.action), "{}", binding.key);
            assert!(!binding.key.contains(' ') || binding.key.starts_with("g "), "{}", binding.key);
            let prefix = format!("{} ", binding.key);
            assert!(of_page.iter().all(|other| !other.key.starts_with(&prefix)), "{}", binding.key);
        }
        assert_eq!((action_of("Enter"), action_of("x")), (None, None));
    }

    fn check_keys<A: VariantArray + Copy>(action: fn(A) -> Action) {
        for of_room in A::VARIANTS {
            let action = action(*of_room);
            assert!(!key_of(action).is_empty(), "{action:?} has no key");
        }
    }

    #[test]
    fn every_action_has_a_key() {
        check_keys(Action::Page);
        check_keys(Action::Row);
        check_keys(Action::Article);
        check_keys(Action::Find);
        check_keys(Action::Suggestion);
        assert_eq!((key_of(Action::Search), key_of(Action::Page(PageAction::Home))), ("/", "g h"));
    }
}
