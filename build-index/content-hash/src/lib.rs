//! Hashes of content: short ones for names, long ones for "is it the same?".

/// A hash of something long. Two that are equal stand for equal things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 16]);

impl Hash {
    /// The hash of some bytes.
    pub fn of(bytes: &[u8]) -> Hash {
        Hash::cut(blake3::hash(bytes))
    }

    /// The same for texts that differ in white space only.
    pub fn of_words<'a>(texts: impl IntoIterator<Item = &'a str>) -> Hash {
        let mut hasher = blake3::Hasher::new();
        for text in texts {
            text.split_whitespace().for_each(|word| {
                hasher.update(word.as_bytes()).update(b" ");
            });
            hasher.update(b"\0");
        }
        Hash::cut(hasher.finalize())
    }

    /// All of its bytes.
    pub fn bytes(self) -> [u8; 16] {
        self.0
    }

    /// Its first eight bytes.
    pub fn start(self) -> u64 {
        self.0.first_chunk().copied().map_or(0, u64::from_le_bytes)
    }

    fn cut(hash: blake3::Hash) -> Hash {
        let (start, _) = hash.as_bytes().split_at(16);
        Hash(start.try_into().unwrap_or_default())
    }
}

/// A hash of `bytes` in `length` letters and digits of five bits each, up to 50. Lower case only:
/// some file systems do not tell cases apart.
pub fn short_hash(bytes: &[u8], length: usize) -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let hash = blake3::hash(bytes);
    let mut bits = hash.as_bytes().iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1));
    let mut digit = || bits.by_ref().take(5).fold(0, |digit, bit| digit << 1 | bit);
    (0..length).map(|_| char::from(DIGITS[usize::from(digit())])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_short_and_differ() {
        assert_eq!(short_hash(b"a", 12).len(), 12);
        assert_ne!(short_hash(b"a", 6), short_hash(b"b", 6));
    }

    #[test]
    fn white_space_does_not_count() {
        assert_eq!(Hash::of_words(["a  b", "c"]), Hash::of_words(["a\nb ", "c"]));
        assert_ne!(Hash::of_words(["a b", "c"]), Hash::of_words(["a", "b c"]));
    }
}
