//! What a text holds beside its words.

use crate::model::embedded::Embedded;
use crate::words::Words;

impl Words {
    /// What a click on something embedded does, given the site that it is from.
    pub(crate) fn embedded(&self, embedded: Embedded, site: &str) -> String {
        match embedded {
            Embedded::Film => self.article_play_video(site),
            Embedded::Sound => self.article_play_audio(site),
            Embedded::Frame => self.article_open_frame(site),
        }
    }

    /// What a click on a picture does, given what the picture says of itself.
    pub(crate) fn enlarge(&self, alt: &str) -> String {
        if alt.is_empty() { self.article_enlarge().to_owned() } else { self.article_enlarge_named(alt) }
    }
}
