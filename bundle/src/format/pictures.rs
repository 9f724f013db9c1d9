//! The setting of when pictures of other sites are loaded.

use crate::json::{Json, JsonError, ReadJson};
use serde::{Deserialize, Serialize};

/// When a reader's browser loads pictures of an article from other sites, which learn in this way that
/// somebody reads it. Pictures in the bundle are always loaded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pictures {
    /// When the article is opened.
    #[default]
    Load,
    /// When the reader clicks a picture.
    Click,
    /// Never: each is replaced by a link.
    Never,
}

impl ReadJson for Pictures {
    fn read(json: Json<'_>) -> Result<Pictures, JsonError> {
        let name = json.text()?;
        Pictures::named(&name).ok_or_else(|| JsonError::new(format!("{name:?} is no setting of pictures")))
    }
}

impl Pictures {
    /// All settings, in the order in which a reader is offered them.
    pub const ALL: [Pictures; 3] = [Pictures::Load, Pictures::Click, Pictures::Never];

    /// The name in manifests, settings and the viewer's storage.
    pub fn name(self) -> &'static str {
        match self {
            Pictures::Load => "load",
            Pictures::Click => "click",
            Pictures::Never => "never",
        }
    }

    /// The setting with this name.
    pub fn named(name: &str) -> Option<Pictures> {
        Pictures::ALL.into_iter().find(|pictures| pictures.name() == name)
    }

    /// Whether it is the setting of a bundle that states none.
    pub(super) fn is_default(&self) -> bool {
        *self == Pictures::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_in_json() {
        for pictures in Pictures::ALL {
            assert_eq!(Pictures::named(pictures.name()), Some(pictures));
            assert_eq!(serde_json::to_value(pictures).unwrap(), pictures.name());
        }
        assert_eq!(Pictures::named("always"), None);
    }
}
