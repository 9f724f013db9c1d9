//! Chinese in the other script.

use bundle::text::Script;

use crate::words::Words;

impl Words {
    /// The note on an article that was converted to a script.
    pub(crate) fn converted(&self, script: Script) -> &'static str {
        match script {
            Script::Traditional => self.conversion_to_traditional_done(),
            _ => self.conversion_to_simplified_done(),
        }
    }

    /// On the button that converts an article to a script again.
    pub(crate) fn convert(&self, script: Script) -> &'static str {
        match script {
            Script::Traditional => self.conversion_to_traditional(),
            _ => self.conversion_to_simplified(),
        }
    }
}
