//! The languages that there are, and which of them somebody means.

use std::sync::OnceLock;

use crate::loaded::Texts;

include!(concat!(env!("OUT_DIR"), "/list.rs"));

/// A language of the interface.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// Its tag (BCP 47).
    pub tag: &'static str,
    /// What it calls itself.
    pub name: &'static str,
    /// The same, where there is room for two letters.
    pub mark: &'static str,
    /// Other tags that mean it, in small letters.
    pub other_tags: &'static [&'static str],
    /// The name of its file. It changes with what is in it.
    pub file: &'static str,
}

impl Language {
    /// Its texts, as they were when this crate was compiled.
    pub fn built_in(&self) -> Texts {
        static TEXTS: [OnceLock<Texts>; LANGUAGES.len()] = [const { OnceLock::new() }; LANGUAGES.len()];
        let place = LANGUAGES.iter().position(|language| language.tag == self.tag).unwrap_or_default();
        let parsed = || Texts::parse(self.data()).unwrap_or_default();
        TEXTS.get(place).map_or_else(parsed, |texts| *texts.get_or_init(parsed))
    }

    /// What is in its file.
    pub fn data(&self) -> &'static str {
        let place = LANGUAGES.iter().position(|language| language.tag == self.tag);
        place.and_then(|place| FILES.get(place)).copied().unwrap_or_default()
    }

    fn is_meant_by(&self, tag: &str) -> bool {
        self.tag.eq_ignore_ascii_case(tag)
            || self.other_tags.iter().any(|other| other.eq_ignore_ascii_case(tag))
    }
}

/// The language of the longest known prefix of a tag, such as `zh-TW`. Whatever the region, a script that
/// is named counts.
pub fn find(tag: &str) -> Option<&'static Language> {
    let tag = tag.replace('_', "-");
    let mut part = tag.as_str();
    loop {
        if let Some(language) = LANGUAGES.iter().find(|language| language.is_meant_by(part)) {
            return Some(language);
        }
        part = part.rsplit_once('-')?.0;
    }
}

/// The first wanted language that exists, or else the default.
pub fn negotiate<'a>(wanted: impl IntoIterator<Item = &'a str>) -> &'static Language {
    let [.., fallback] = &LANGUAGES;
    wanted.into_iter().find_map(find).unwrap_or(fallback)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_by_tag() {
        let check = |tag: &str, expected: Option<&str>| {
            assert_eq!(find(tag).map(|language| language.tag), expected, "{tag}");
        };
        check("zh-TW", Some("zh-Hant"));
        check("zh_HK", Some("zh-Hant"));
        check("zh-Hant-HK", Some("zh-Hant"));
        check("zh-hant", Some("zh-Hant"));
        check("zh", Some("zh-Hans"));
        check("zh-CN", Some("zh-Hans"));
        check("zh-Hans-TW", Some("zh-Hans"));
        check("en-GB", Some("en"));
        check("fr-CA", None);
        check("", None);
    }

    #[test]
    fn the_first_that_there_is() {
        assert_eq!(negotiate(["fr", "zh-TW", "en"]).tag, "zh-Hant");
        assert_eq!(negotiate(["fr"]).tag, "en");
        assert_eq!(negotiate([]).tag, "en");
    }

    #[test]
    fn every_language_has_its_texts() {
        for language in &LANGUAGES {
            let texts = Texts::parse(language.data()).unwrap();
            assert_eq!(texts, language.built_in());
            assert_eq!((texts.tag(), texts.language_name()), (language.tag, language.name));
            assert!(language.file.starts_with(language.tag) && language.file.ends_with(".json"));
        }
    }
}
