//! Which script a text is written in, judged by its characters.

use serde::{Deserialize, Serialize};

use super::han_table::HanTable;

/// The script of an article or of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Script {
    /// Simplified Han.
    #[serde(rename = "zh-Hans")]
    Simplified,
    /// Traditional Han.
    #[serde(rename = "zh-Hant")]
    Traditional,
    /// No Han characters to speak of.
    #[serde(rename = "other")]
    Other,
}

impl Script {
    /// One Han character in this many marks a text as Chinese.
    const HAN_IN: usize = 20;

    /// Judges a text. Chinese without a telling character counts as Simplified.
    pub fn of(text: &str) -> Script {
        let mut counts = Counts::default();
        text.chars().for_each(|c| counts.add(c));
        counts.verdict()
    }

    /// The script that a few typed characters commit to, if any does.
    pub fn typed(text: &str) -> Option<Script> {
        let mut counts = Counts::default();
        text.chars().for_each(|c| counts.add(c));
        match counts.traditional.cmp(&counts.simplified) {
            std::cmp::Ordering::Greater => Some(Script::Traditional),
            std::cmp::Ordering::Less => Some(Script::Simplified),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// As a language tag (BCP 47), for `lang` attributes; `None` where it is not known.
    pub fn lang(self) -> Option<&'static str> {
        match self {
            Script::Simplified => Some("zh-Hans"),
            Script::Traditional => Some("zh-Hant"),
            Script::Other => None,
        }
    }

    /// The name that the bundle and the address use.
    pub fn name(self) -> &'static str {
        self.lang().unwrap_or("other")
    }
}

/// The language of a text as a tag (BCP 47), for `lang` attributes: Chinese in one of its scripts, or
/// English; `None` for what is neither, or is too short to tell.
pub fn lang(text: &str) -> Option<&'static str> {
    Script::of(text).lang().or_else(|| is_english(text).then_some("en"))
}

/// Words that English texts are full of, and their neighbours' are not.
const ENGLISH: [&str; 12] =
    ["the", "of", "and", "to", "is", "for", "with", "that", "are", "how", "what", "from"];

/// English has no more than one letter with an accent in so many.
const ACCENT_IN: usize = 12;

fn is_english(text: &str) -> bool {
    let is_foreign = |c: char| c.is_alphabetic() && !c.is_ascii();
    let mut words = text.split(|c: char| !c.is_alphabetic());
    // A name or a loan word has an accent, and a text in another language many.
    text.chars().filter(|&c| is_foreign(c)).count() * ACCENT_IN <= text.len()
        && words.any(|word| ENGLISH.iter().any(|english| english.eq_ignore_ascii_case(word)))
}

#[derive(Default)]
struct Counts {
    letters: usize,
    han: usize,
    traditional: usize,
    simplified: usize,
}

impl Counts {
    fn add(&mut self, c: char) {
        if !matches!(c, '\u{3400}'..='\u{9fff}') {
            self.letters += usize::from(c.is_alphanumeric());
            return;
        }
        self.letters += 1;
        self.han += 1;
        let table = HanTable::get();
        if table.simplify(c) != c {
            self.traditional += 1;
        } else if table.is_simplified_form(c) {
            self.simplified += 1;
        }
    }

    fn verdict(&self) -> Script {
        if self.han * Script::HAN_IN < self.letters.max(1) {
            Script::Other
        } else if self.traditional > self.simplified {
            Script::Traditional
        } else {
            Script::Simplified
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judges_by_telling_characters() {
        assert_eq!(Script::of("图书馆的钟"), Script::Simplified);
        assert_eq!(Script::of("圖書館的鐘"), Script::Traditional);
        assert_eq!(Script::of("The tide tables of a harbour"), Script::Other);
        assert_eq!(Script::of(""), Script::Other);
    }

    #[test]
    fn languages_are_told_only_where_they_are_plain() {
        assert_eq!(lang("图书馆的钟"), Some("zh-Hans"));
        assert_eq!(lang("Fog, and the man who rang for it"), Some("en"));
        assert_eq!(lang("The café of a naïve man"), Some("en"));
        assert_eq!(lang("Le phare et la marée"), None);
        assert_eq!(lang("Прибой"), None);
        assert_eq!(lang(""), None);
    }

    #[test]
    fn a_query_may_commit_to_no_script() {
        assert_eq!(Script::typed("山水"), None);
        assert_eq!(Script::typed("鐵路"), Some(Script::Traditional));
        assert_eq!(Script::typed("铁路"), Some(Script::Simplified));
    }
}
