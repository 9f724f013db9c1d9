//! Detects the script that a text is written in, and its language, by its characters.

use std::sync::OnceLock;

use serde::Serialize;

use super::script_table::OF_ONE_SCRIPT;
use crate::json::{Json, JsonError, ReadJson};

/// The script of an article or of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Script {
    /// Simplified Han.
    #[serde(rename = "zh-Hans")]
    Simplified,
    /// Traditional Han.
    #[serde(rename = "zh-Hant")]
    Traditional,
    /// Hardly any Han characters.
    #[serde(rename = "other")]
    Other,
}

impl ReadJson for Script {
    fn read(json: Json<'_>) -> Result<Script, JsonError> {
        match &*json.text()? {
            "zh-Hans" => Ok(Script::Simplified),
            "zh-Hant" => Ok(Script::Traditional),
            "other" => Ok(Script::Other),
            name => Err(JsonError::new(format!("{name:?} is no script"))),
        }
    }
}

impl Script {
    /// A text is Chinese if at least one in this many letters is a Han character.
    const HAN_IN: usize = 20;

    /// The script of a text. Chinese in characters that both scripts share counts as Simplified.
    pub fn of(text: &str) -> Script {
        let mut counts = Counts::default();
        text.chars().for_each(|c| counts.add(c));
        counts.script()
    }

    /// The script that the text of a query is in; `None` if its characters are those of both scripts.
    pub fn of_query(text: &str) -> Option<Script> {
        let mut counts = Counts::default();
        text.chars().for_each(|c| counts.add(c));
        match counts.traditional.cmp(&counts.simplified) {
            std::cmp::Ordering::Greater => Some(Script::Traditional),
            std::cmp::Ordering::Less => Some(Script::Simplified),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The language tag (BCP 47) for `lang` attributes; `None` if the language is not known.
    pub fn lang(self) -> Option<&'static str> {
        match self {
            Script::Simplified => Some("zh-Hans"),
            Script::Traditional => Some("zh-Hant"),
            Script::Other => None,
        }
    }

    /// The name in the bundle and in addresses.
    pub fn name(self) -> &'static str {
        self.lang().unwrap_or("other")
    }
}

/// The language tag (BCP 47) of a text, for `lang` attributes: Chinese in one of its scripts, or
/// English; `None` for other languages and for texts that are too short to tell.
pub fn lang(text: &str) -> Option<&'static str> {
    Script::of(text).lang().or_else(|| is_english(text).then_some("en"))
}

/// Words that are frequent in English and rare in its neighbouring languages.
const ENGLISH: [&str; 12] =
    ["the", "of", "and", "to", "is", "for", "with", "that", "are", "how", "what", "from"];

/// A text is not English if more than one in this many bytes is an accented letter.
const ACCENT_IN: usize = 12;

fn is_english(text: &str) -> bool {
    let is_foreign = |c: char| c.is_alphabetic() && !c.is_ascii();
    let mut words = text.split(|c: char| !c.is_alphabetic());
    // A name or a loan word may have an accent; a text in another language has many.
    text.chars().filter(|&c| is_foreign(c)).count() * ACCENT_IN <= text.len()
        && words.any(|word| ENGLISH.iter().any(|english| english.eq_ignore_ascii_case(word)))
}

/// The first Han character that the table covers, and how many it does.
const FIRST_HAN: usize = 0x3400;
const HAN: usize = 0xa000 - FIRST_HAN;

/// The script that has a Han character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HanScript {
    Both,
    Traditional,
    Simplified,
}

/// The script of each Han character. A table by itself, so that who asks for the script of a title does not
/// load the tables of the fold.
fn han_scripts() -> &'static [HanScript] {
    static TABLE: OnceLock<Vec<HanScript>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = vec![HanScript::Both; HAN];
        let (mut character, mut number, mut place) = (0, 0, 1);
        for digit in OF_ONE_SCRIPT.bytes() {
            let is_last = digit < b'P';
            number += usize::from(digit - if is_last { b'!' } else { b'P' }) * place;
            place *= 47;
            if is_last {
                character += number / 2;
                if let Some(script) = table.get_mut(character - FIRST_HAN) {
                    *script = if number % 2 == 1 { HanScript::Simplified } else { HanScript::Traditional };
                }
                (number, place) = (0, 1);
            }
        }
        table
    })
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
        match han_scripts().get(c as usize - FIRST_HAN) {
            Some(HanScript::Traditional) => self.traditional += 1,
            Some(HanScript::Simplified) => self.simplified += 1,
            _ => {}
        }
    }

    fn script(&self) -> Script {
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
    use super::super::fold_table::SIMPLIFIED;
    use super::super::han_table::HanTable;
    use super::super::table_text::read_pairs;
    use super::*;

    #[test]
    fn the_script_of_a_text() {
        assert_eq!(Script::of("图书馆的钟"), Script::Simplified);
        assert_eq!(Script::of("圖書館的鐘"), Script::Traditional);
        assert_eq!(Script::of("The tide tables of a harbour"), Script::Other);
        assert_eq!(Script::of(""), Script::Other);
    }

    /// As the tables of the fold have it.
    #[test]
    fn the_script_of_every_character() {
        let forms: std::collections::HashSet<char> =
            read_pairs(SIMPLIFIED).into_iter().map(|(_, form)| form).collect();
        for c in '\u{3400}'..='\u{9fff}' {
            let expected = match HanTable::get().simplify(c) {
                other if other != c => HanScript::Traditional,
                _ if forms.contains(&c) => HanScript::Simplified,
                _ => HanScript::Both,
            };
            assert_eq!(han_scripts()[c as usize - FIRST_HAN], expected, "{c}");
        }
    }

    #[test]
    fn the_language_of_a_text() {
        assert_eq!(lang("图书馆的钟"), Some("zh-Hans"));
        assert_eq!(lang("Fog, and the man who rang for it"), Some("en"));
        assert_eq!(lang("The café of a naïve man"), Some("en"));
        assert_eq!(lang("Le phare et la marée"), None);
        assert_eq!(lang("Прибой"), None);
        assert_eq!(lang(""), None);
    }

    #[test]
    fn the_script_of_a_query_may_be_open() {
        assert_eq!(Script::of_query("山水"), None);
        assert_eq!(Script::of_query("鐵路"), Some(Script::Traditional));
        assert_eq!(Script::of_query("铁路"), Some(Script::Simplified));
    }
}
