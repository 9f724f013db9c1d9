//! What a text can embed.

/// Something that a text embeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Embedded {
    /// A film.
    Film,
    /// A sound.
    Sound,
    /// Another page, or a document.
    Frame,
}

impl Embedded {
    /// What a body's `data-embed` says.
    pub(crate) fn parse(kind: &str) -> Embedded {
        match kind {
            "video" => Embedded::Film,
            "audio" => Embedded::Sound,
            _ => Embedded::Frame,
        }
    }
}
