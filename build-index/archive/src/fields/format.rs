//! The formats of front matter.

/// The language that fields are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Yaml,
    Toml,
    /// With the outermost braces or without, as Hexo writes it.
    Json,
}
