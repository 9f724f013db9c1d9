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

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    /// Goes to the search box.
    Search,
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
    /// Goes down to the next article of the list.
    NextRow,
    /// Goes up to the previous one.
    PreviousRow,
    /// Opens it.
    OpenRow,
    /// Bookmarks the article that is open or has the focus, or does so no longer.
    Bookmark,
    /// Opens the next article of the list.
    NextArticle,
    /// Opens the previous one.
    PreviousArticle,
    /// Goes up to the list.
    BackToList,
    /// Opens the box that finds something in the article.
    Find,
    /// Goes back to the previous match.
    PreviousMatch,
    /// Goes on to the next match.
    NextMatch,
    /// Goes through the names that are offered.
    ChooseName,
    /// Takes the name that was chosen, or searches.
    TakeName,
    /// Offers no more names.
    CloseNames,
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
            page("g h", Action::Home),
            page("g d", Action::Device),
            page("g s", Action::Statistics),
            page("t", Action::Theme),
            page("?", Action::Keys),
        ],
    ),
    (
        Group::List,
        &[
            page("j", Action::NextRow),
            page("k", Action::PreviousRow),
            page("o", Action::OpenRow),
            focused("Enter", Action::OpenRow),
            page("s", Action::Bookmark),
        ],
    ),
    (
        Group::Article,
        &[
            page("n", Action::NextArticle),
            page("p", Action::PreviousArticle),
            page("u", Action::BackToList),
            page("f", Action::Find),
            page("[", Action::PreviousMatch),
            page("]", Action::NextMatch),
            page("s", Action::Bookmark),
        ],
    ),
    (
        Group::SearchBox,
        &[
            focused("↓", Action::ChooseName),
            focused("↑", Action::ChooseName),
            focused("Enter", Action::TakeName),
            focused("Esc", Action::CloseNames),
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
    use super::*;

    #[test]
    fn no_key_does_two_things() {
        let of_page: Vec<_> = bindings().filter(|binding| binding.is_of_page).collect();
        for binding in &of_page {
            assert_eq!(action_of(binding.key), Some(binding.action), "{}", binding.key);
            let prefix = format!("{} ", binding.key);
            assert!(of_page.iter().all(|other| !other.key.starts_with(&prefix)), "{}", binding.key);
        }
        assert_eq!((action_of("Enter"), action_of("x")), (None, None));
    }

    #[test]
    fn an_action_has_a_key() {
        assert_eq!((key_of(Action::Find), key_of(Action::Home), key_of(Action::Keys)), ("f", "g h", "?"));
    }
}
