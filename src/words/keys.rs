//! What keys do.

use crate::model::keymap::{Action, Group};
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
            Action::Home => self.keys_newest_articles(),
            Action::Device => self.keys_device(),
            Action::Statistics => self.keys_statistics(),
            Action::Theme => self.keys_theme(),
            Action::Keys => self.keys_help(),
            Action::NextRow => self.keys_next_article(),
            Action::PreviousRow => self.keys_previous_article(),
            Action::OpenRow => self.keys_open(),
            Action::Bookmark if group == Group::List => self.keys_bookmark_it(),
            Action::Bookmark => self.keys_bookmark(),
            Action::NextArticle => self.keys_next_of_list(),
            Action::PreviousArticle => self.keys_previous_of_list(),
            Action::BackToList => self.keys_back_to_list(),
            Action::Find => self.keys_find(),
            Action::PreviousMatch | Action::NextMatch => self.keys_match(),
            Action::ChooseName => self.keys_choose_name(),
            Action::TakeName => self.keys_take_name(),
            Action::CloseNames => self.keys_close_names(),
        }
    }
}
