//! Chinese text in the script in which it is not written.

use std::collections::BTreeMap;

use bundle::text::fold;

/// How characters look in Traditional Chinese, where there is one way only.
pub struct OtherScript(BTreeMap<char, Option<char>>);

impl Default for OtherScript {
    fn default() -> Self {
        Self::new()
    }
}

impl OtherScript {
    /// Reads it from the fold, which goes the other way.
    pub fn new() -> Self {
        let mut traditional = BTreeMap::new();
        for c in '\u{4e00}'..='\u{9fff}' {
            if let Some(simplified) = simplified(c).filter(|&simplified| simplified != c) {
                traditional.entry(simplified).and_modify(|known| *known = None).or_insert(Some(c));
            }
        }
        Self(traditional)
    }

    /// A text in the other script; `None` if it reads the same in both, or if one character could be
    /// several.
    pub fn of(&self, text: &str) -> Option<String> {
        let simplified = fold(text);
        if simplified != text {
            return Some(simplified);
        }
        let traditional = |c: char| self.0.get(&c).copied().unwrap_or(Some(c));
        let other: String = text.chars().map(traditional).collect::<Option<_>>()?;
        (other != text).then_some(other)
    }
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
        // 發 or 髮.
        check("发", None);
    }
}
