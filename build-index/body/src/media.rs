//! Pictures that stand in the HTML itself.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use content_hash::short_hash;
use data_url::DataUrl;
use imagesize::{Compression, ImageSize, ImageType};

/// A picture that was taken out of a body, to become a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Media {
    /// A hash of its content and an ending: `k3j2….png`.
    pub name: String,
    /// What the file holds.
    pub bytes: Vec<u8>,
}

/// A picture that a `data:` address held.
pub(super) enum Inline {
    /// A small one, as an address.
    Small(String),
    /// Another.
    Large(Media),
}

/// A picture with more bytes becomes a file.
const SMALL: usize = 4 * 1024;
/// Characters of a file's name that are hash.
const HASH_LENGTH: usize = 24;

/// Reads a `data:` address that holds a picture of a kind that can do no harm. What it calls itself
/// does not count, but what its bytes are.
pub(super) fn read(address: &str) -> Option<(Inline, ImageSize)> {
    let (bytes, _) = DataUrl::process(address).ok()?.decode_to_vec().ok()?;
    let kind = kind(&bytes)?;
    let size = imagesize::blob_size(&bytes).ok()?;
    let picture = if bytes.len() <= SMALL {
        Inline::Small(format!("data:image/{kind};base64,{}", BASE64_STANDARD.encode(&bytes)))
    } else {
        let ending = if kind == "jpeg" { "jpg" } else { kind };
        Inline::Large(Media { name: format!("{}.{ending}", short_hash(&bytes, HASH_LENGTH)), bytes })
    };
    Some((picture, size))
}

/// Whether `name` is one that [`Media`] can have.
pub fn is_name(name: &str) -> bool {
    let Some((hash, ending)) = name.split_once('.') else { return false };
    hash.len() == HASH_LENGTH
        && hash.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        && ["png", "jpg", "gif", "webp", "avif"].contains(&ending)
}

/// Whether a `data:` address is one that [`read`] gave.
pub(super) fn is_small(address: &str) -> bool {
    matches!(read(address), Some((Inline::Small(known), _)) if known == address)
}

/// The kind of a picture, by its first bytes. SVG is none: it is a document of its own.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    match imagesize::image_type(bytes).ok()? {
        ImageType::Png => Some("png"),
        ImageType::Jpeg => Some("jpeg"),
        ImageType::Gif => Some("gif"),
        ImageType::Webp => Some("webp"),
        ImageType::Heif(Compression::Av1) => Some("avif"),
        _ => None,
    }
}

/// Whether a browser would take an address for a `data:` one: it passes over white space and control
/// characters.
pub(super) fn is_data(address: &str) -> bool {
    let seen = address.chars().filter(|c| !c.is_whitespace() && !c.is_control());
    seen.map(|c| c.to_ascii_lowercase()).take(5).eq("data:".chars())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A GIF of two points, and however many bytes after it.
    pub(crate) fn gif(more: usize) -> String {
        let mut bytes =
            b"GIF89a\x02\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x02\0\x01\0\0\x02\x01D\0;".to_vec();
        bytes.extend(std::iter::repeat_n(0, more));
        format!("data:image/gif;base64,{}", BASE64_STANDARD.encode(bytes))
    }

    #[test]
    fn small_pictures_stay() {
        for address in [gif(0), gif(0).replace("image/gif", "text/html"), gif(0).replace("R0", " R\n0")] {
            let Some((Inline::Small(small), size)) = read(&address) else { panic!("{address}") };
            assert_eq!((small, size.width), (gif(0), 2));
        }
        assert!(is_small(&gif(0)) && !is_small(&gif(0).replace("gif", "png")));
    }

    #[test]
    fn large_pictures_become_files() {
        let Some((Inline::Large(media), _)) = read(&gif(5000)) else { panic!("it is small") };
        assert!(is_name(&media.name) && media.name.ends_with(".gif"), "{}", media.name);
        assert!(media.bytes.len() > 5000);
    }

    #[test]
    fn what_is_no_picture_is_nothing() {
        for address in [
            "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            "data:image/png;base64,AAAA",
            "data:text/html,<script>alert(1)</script>",
            "data:",
            "https://example.org/a.png",
        ] {
            assert!(read(address).is_none(), "{address}");
        }
    }

    #[test]
    fn names_are_no_paths() {
        for name in
            ["", "../../x.png", "k3j2.png", "abcdefghjkmnpqrstvwxyz01.svg", "abcdefghjkmnpqrstvwxyz01/x.png"]
        {
            assert!(!is_name(name), "{name}");
        }
    }
}
