//! Whether pictures of other sites are loaded.

use serde::{Deserialize, Serialize};

/// When a reader's browser asks other sites for the pictures of an article. Each of them learns
/// then that somebody reads it. Pictures of the bundle are none of these.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pictures {
    /// When the article is read.
    #[default]
    Load,
    /// When the reader clicks one.
    Click,
    /// Never: a link leads to each.
    Never,
}

impl Pictures {
    /// All of them, as they are offered.
    pub const ALL: [Pictures; 3] = [Pictures::Load, Pictures::Click, Pictures::Never];

    /// The name that is written and kept.
    pub fn name(self) -> &'static str {
        match self {
            Pictures::Load => "load",
            Pictures::Click => "click",
            Pictures::Never => "never",
        }
    }

    /// The one that has this name.
    pub fn named(name: &str) -> Option<Pictures> {
        Pictures::ALL.into_iter().find(|pictures| pictures.name() == name)
    }

    /// Whether it is what a bundle that says nothing means.
    pub(super) fn is_usual(&self) -> bool {
        *self == Pictures::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_that_are_written() {
        for pictures in Pictures::ALL {
            assert_eq!(Pictures::named(pictures.name()), Some(pictures));
            assert_eq!(serde_json::to_value(pictures).unwrap(), pictures.name());
        }
        assert_eq!(Pictures::named("always"), None);
    }
}
