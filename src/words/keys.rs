//! What keys do.

use crate::model::keymap::{
    Action, ArticleAction, FindAction, Group, PageAction, RowAction, SuggestionAction,
};
use crate::words::Words;

impl Words {
    /// Where keys work.
    pub(crate) fn key_group(&self, group: Group) -> &'static str {
        match group {
            Group::Anywhere => self.keys_anywhere(),
            Group::List => self.keys_in_list(),
            Group::Article => self.keys_in_article(),
            Group::SearchBox => self.keys_in_search_box(),
        }
    }

    /// What a key does there.
    pub(crate) fn key_meaning(&self, group: Group, action: Action) -> &'static str {
        match action {
            Action::Search => self.keys_search(),
            Action::Page(PageAction::Home) => self.keys_newest_articles(),
            Action::Page(PageAction::Device) => self.keys_device(),
            Action::Page(PageAction::Statistics) => self.keys_statistics(),
            Action::Page(PageAction::Theme) => self.keys_theme(),
            Action::Page(PageAction::Keys) => self.keys_help(),
            Action::Row(RowAction::Next) => self.keys_next_article(),
            Action::Row(RowAction::Previous) => self.keys_previous_article(),
            Action::Row(RowAction::Open) => self.keys_open(),
            Action::Bookmark if group == Group::List => self.keys_bookmark_it(),
            Action::Bookmark => self.keys_bookmark(),
            Action::Article(ArticleAction::Next) => self.keys_next_of_list(),
            Action::Article(ArticleAction::Previous) => self.keys_previous_of_list(),
            Action::Article(ArticleAction::BackToList) => self.keys_back_to_list(),
            Action::Find(FindAction::Open) => self.keys_find(),
            Action::Find(FindAction::Previous | FindAction::Next) => self.keys_match(),
            Action::Suggestion(SuggestionAction::Choose) => self.keys_choose_name(),
            Action::Suggestion(SuggestionAction::Take) => self.keys_take_name(),
            Action::Suggestion(SuggestionAction::Close) => self.keys_close_names(),
        }
    }
}
