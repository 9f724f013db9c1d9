//! The words of the interface in the reader's language.
//!
//! They are data: the crate `texts` has a function for each message. Here is what depends on types of the
//! viewer. The page brings the first language along (see `index.html`), and `settings::language` loads
//! another.

mod archive;
mod article;
mod conversion;
mod device;
mod export;
mod keys;
mod search;
mod statistics;

use std::ops::Deref;

use texts::Texts;
use yew::prelude::*;

use crate::model::handed::use_handed;

/// The texts of a language, with what they say of the viewer's types.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Words(Texts);

impl Words {
    /// The words of a language.
    pub(crate) fn new(texts: Texts) -> Words {
        Words(texts)
    }
}

impl Deref for Words {
    type Target = Texts;

    fn deref(&self) -> &Texts {
        &self.0
    }
}

/// The words of the reader's language.
#[hook]
pub(crate) fn use_words() -> Words {
    let words = use_handed::<Words>();
    // Every component is below the provider of the settings.
    words.unwrap_or_else(|| unreachable!("there are no words"))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use bundle::format::Facet;
    use texts::LANGUAGES;

    use crate::model::choices::{TextWidth, Theme};

    /// A message that does not know a name says what it says of another.
    #[test]
    fn every_choice_has_a_name_of_its_own() {
        let check = |what: &str, names: &[&str]| {
            let different: HashSet<_> = names.iter().collect();
            assert_eq!(different.len(), names.len(), "{what}: {names:?}");
        };
        for language in &LANGUAGES {
            let texts = language.built_in();
            check("facet", &Facet::ALL.map(|facet| texts.facet(facet.name())));
            check("facet-find-value", &Facet::ALL.map(|facet| texts.facet_find_value(facet.name())));
            check("statistics-by-facet", &Facet::ALL.map(|facet| texts.statistics_by_facet(facet.name())));
            check("theme-name", &Theme::ALL.map(|theme| texts.theme_name(theme.name())));
            check("theme-button", &Theme::ALL.map(|theme| texts.theme_button(theme.name())));
            check("text-width-name", &TextWidth::ALL.map(|width| texts.text_width_name(width.name())));
        }
    }
}
