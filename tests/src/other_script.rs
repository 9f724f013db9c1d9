//! Chinese text in the script in which it is not written.

use std::collections::BTreeMap;

use bundle::text::fold;
use encoding_rs::BIG5;

/// The characters that a simplified one may stand for.
pub struct OtherScript(BTreeMap<char, Vec<char>>);

impl Default for OtherScript {
    fn default() -> Self {
        Self::new()
    }
}

impl OtherScript {
    /// Reads them from the fold, which goes the other way.
    pub fn new() -> Self {
        let mut originals: BTreeMap<char, Vec<char>> = BTreeMap::new();
        for c in '\u{4e00}'..='\u{9fff}' {
            if let Some(simplified) = simplified(c).filter(|&simplified| simplified != c) {
                originals.entry(simplified).or_default().push(c);
            }
        }
        Self(originals)
    }

    /// A text in the other script; `None` if it reads the same in both, or if one character could be
    /// several.
    pub fn of(&self, text: &str) -> Option<String> {
        let simplified = fold(text);
        if simplified != text {
            return Some(simplified);
        }
        let traditional: String = text.chars().map(|c| self.traditional(c)).collect::<Option<_>>()?;
        (traditional != text).then_some(traditional)
    }

    fn traditional(&self, c: char) -> Option<char> {
        match self.0.get(&c).map(Vec::as_slice) {
            None => Some(c),
            Some(&[original]) if !is_traditional(c) => Some(original),
            Some(_) => None,
        }
    }
}

/// Big5 was made for Traditional Chinese. It has no simplified character but such as are also
/// traditional ones, with a meaning of their own.
fn is_traditional(c: char) -> bool {
    let mut buffer = [0; 4];
    let (_, _, is_missing) = BIG5.encode(c.encode_utf8(&mut buffer));
    !is_missing
}

fn simplified(c: char) -> Option<char> {
    let folded = fold(c.encode_utf8(&mut [0; 4]));
    let mut chars = folded.chars();
    chars.next().filter(|_| chars.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_changes_its_script() {
        let script = OtherScript::new();
        let check = |text: &str, other: Option<&str>| assert_eq!(script.of(text).as_deref(), other, "{text}");
        check("圖書", Some("图书"));
        check("图书", Some("圖書"));
        check("山水", None);
        // 發 or 髮; 隻, or 只 itself.
        check("发", None);
        check("只", None);
    }
}
