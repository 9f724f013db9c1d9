//! Every word of the interface, in every language.
//!
//! A language is a [`Texts`]: one that lacks a text does not compile.

mod article;
mod conversion;
mod device;
mod english;
mod export;
mod footer;
mod keys;
mod pictures;
mod simplified;
mod statistics;
mod traditional;

use std::ops::Deref;

use bundle::date::{Day, Month};
use bundle::format::Facet;
use bundle::moment::Moment;
use bundle::query::ProblemKind;
use bundle::search::Sort;
use bundle::written::{self, Dates};
use yew::prelude::*;

use crate::model::choices::Theme;
use crate::model::embedded::Embedded;
use crate::model::load_error::LoadError;
pub(crate) use article::ArticleTexts;
pub(crate) use device::DeviceTexts;
pub(crate) use export::ExportTexts;
pub(crate) use statistics::StatisticsTexts;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    /// Chinese, in Simplified characters.
    Simplified,
    /// Chinese, in Traditional characters.
    Traditional,
    /// English.
    English,
}

/// The words of a language, with its numbers and dates.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    language: Language,
    texts: &'static Texts,
}

/// The texts of the interface in one language.
pub(crate) struct Texts {
    /// How dates are written.
    pub(crate) dates: Dates,
    /// What the viewer calls itself where the archive has no name.
    pub(crate) reading_room: &'static str,
    /// What the choice of the language is called.
    pub(crate) language: &'static str,
    /// The colours in use, on the button that changes them.
    pub(crate) theme: fn(Theme) -> &'static str,
    /// Of showing Chinese in the other script.
    pub(crate) conversion: &'static conversion::ConversionTexts,
    /// Of pictures that other sites have.
    pub(crate) pictures: &'static pictures::PicturesTexts,
    /// At the foot of every page.
    pub(crate) footer: &'static footer::FooterTexts,
    /// Of the keyboard.
    pub(crate) keys: &'static keys::KeysTexts,
    pub(crate) skip_to_content: &'static str,
    pub(crate) export: &'static ExportTexts,
    pub(crate) statistics: &'static StatisticsTexts,

    pub(crate) search: &'static str,
    /// In the empty search box; given the number of articles, written.
    pub(crate) search_hint: fn(&str) -> String,
    pub(crate) clear_search: &'static str,
    pub(crate) suggestions: &'static str,
    pub(crate) search_help: &'static str,
    pub(crate) search_help_intro: &'static str,
    /// What can be typed, with what it finds.
    pub(crate) search_examples: &'static [(&'static str, &'static str)],
    /// What a name of a facet finds.
    pub(crate) search_names: fn(Facet) -> &'static str,
    /// What a date finds, a span of dates, what `after:` does, and `before:`.
    pub(crate) search_dates: [&'static str; 4],
    /// What is wrong with a part of the query, given as typed.
    pub(crate) problem: fn(&str, ProblemKind) -> String,

    /// A number of articles: the number, and as written.
    pub(crate) articles: fn(u32, &str) -> String,
    /// The number of articles, as [`Words::articles`] writes it, where it is not the last word.
    pub(crate) at_least: fn(&str) -> String,
    pub(crate) still_searching: &'static str,
    /// How many articles have been searched, and how many there are, written.
    pub(crate) searched_so_far: fn(&str, &str) -> String,
    pub(crate) search_on: &'static str,
    pub(crate) unsearched_title: &'static str,
    /// Texts that could not be looked up, or nothing if no article could be searched, of those
    /// between two days, written.
    pub(crate) unsearched: fn(&[&str], &str, &str) -> String,
    pub(crate) containing: fn(&str) -> String,
    /// What a search has cost: milliseconds and kilobytes, written.
    pub(crate) cost: fn(&str, &str) -> String,
    pub(crate) sort: &'static str,
    pub(crate) sort_by: fn(Sort) -> &'static str,
    pub(crate) too_many: &'static str,
    pub(crate) untitled: &'static str,
    pub(crate) loading: &'static str,

    pub(crate) filters: &'static str,
    pub(crate) facet: fn(Facet) -> &'static str,
    /// The name of a value of [`Facet::Script`].
    pub(crate) script: fn(&str) -> &'static str,
    /// Given how many values there are, written.
    pub(crate) all_values: fn(&str) -> String,
    pub(crate) fewer_values: &'static str,
    pub(crate) find_value: fn(Facet) -> String,
    pub(crate) clear_filters: &'static str,
    pub(crate) take_back: fn(&str) -> String,
    /// On the button that leads from the filters to the articles, given their number, written.
    pub(crate) show_articles: fn(u32, &str) -> String,
    /// On the button below a list that shows the first few only, given how many there are, written.
    pub(crate) show_all_articles: fn(&str) -> String,
    pub(crate) timeline: &'static str,
    /// The handle at the beginning of the time that is chosen.
    pub(crate) timeline_from: &'static str,
    pub(crate) timeline_to: &'static str,

    pub(crate) nothing_found: &'static str,
    /// The texts that no article has.
    pub(crate) nothing_contains: fn(&[&str]) -> String,
    /// Where each text is found, but not all of them together.
    pub(crate) nothing_contains_all: &'static str,
    /// On the button that leads to another query.
    pub(crate) search_instead: fn(&str) -> String,
    /// The same, where filters may be to blame.
    pub(crate) nothing_here_contains: fn(&str) -> String,
    pub(crate) nothing_fits: &'static str,
    pub(crate) empty_archive: &'static str,
    pub(crate) failed: &'static str,
    /// What has happened to a file, and what a reader or keeper can do.
    pub(crate) load_error: fn(&LoadError) -> String,
    pub(crate) retry: &'static str,

    /// The article page.
    pub(crate) article: &'static ArticleTexts,
    pub(crate) back_to_list: &'static str,
    pub(crate) original: &'static str,
    pub(crate) previous: &'static str,
    pub(crate) next: &'static str,
    pub(crate) neighbours: &'static str,
    /// Before the date of what an article said before.
    pub(crate) earlier_version: &'static str,
    pub(crate) sources: &'static str,
    /// How many places in the article match what was typed, written.
    pub(crate) matches: fn(u32, &str) -> String,
    pub(crate) next_match: &'static str,
    /// What a click on something embedded does, given the site that it is from.
    pub(crate) embedded: fn(Embedded, &str) -> String,
    pub(crate) empty_article: &'static str,
    /// In the place of an excerpt of an article without text.
    pub(crate) no_text: &'static str,
    pub(crate) no_such_article: &'static str,
    pub(crate) no_such_article_why: &'static str,
    pub(crate) no_such_place: &'static str,
    pub(crate) to_all_articles: &'static str,

    /// What the reader's device remembers.
    pub(crate) device: &'static DeviceTexts,
}

impl Language {
    /// All of them, as they are offered.
    pub(crate) const ALL: [Language; 3] = [Language::Simplified, Language::Traditional, Language::English];

    /// The tag (BCP 47).
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Language::Simplified => "zh-Hans",
            Language::Traditional => "zh-Hant",
            Language::English => "en",
        }
    }

    /// What it calls itself.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Language::Simplified => "简体中文",
            Language::Traditional => "繁體中文",
            Language::English => "English",
        }
    }

    /// The same, where there is room for two letters.
    pub(crate) fn mark(self) -> &'static str {
        match self {
            Language::Simplified => "简",
            Language::Traditional => "繁",
            Language::English => "EN",
        }
    }

    /// The language that a tag such as `zh-TW` means, if it is one of these.
    pub(crate) fn of_tag(tag: &str) -> Option<Language> {
        let mut parts = tag.split('-');
        match parts.next()? {
            "zh" => Some(match parts.next() {
                // Whatever the region, a script that is named counts.
                Some("Hant" | "TW" | "HK" | "MO") => Language::Traditional,
                _ => Language::Simplified,
            }),
            "en" => Some(Language::English),
            _ => None,
        }
    }

    /// The first language that the reader's browser asks for and that there is.
    pub(crate) fn of_browser() -> Language {
        let languages = web_sys::window().map(|window| window.navigator().languages());
        let mut tags =
            languages.iter().flat_map(|languages| languages.iter()).filter_map(|tag| tag.as_string());
        tags.find_map(|tag| Language::of_tag(&tag)).unwrap_or(Language::English)
    }

    /// The words.
    pub(crate) fn texts(self) -> &'static Texts {
        match self {
            Language::Simplified => &simplified::TEXTS,
            Language::Traditional => &traditional::TEXTS,
            Language::English => &english::TEXTS,
        }
    }
}

impl Texts {
    /// The name of a facet value as a reader sees it.
    pub(crate) fn value<'a>(&self, facet: Facet, value: &'a str) -> &'a str {
        if facet == Facet::Script { (self.script)(value) } else { value }
    }
}

impl Words {
    /// The words of a language.
    pub(crate) fn of(language: Language) -> Words {
        Words { texts: language.texts(), language }
    }

    /// A number.
    pub(crate) fn number(&self, number: u32) -> String {
        written::number(number)
    }

    /// A number of articles.
    pub(crate) fn articles(&self, number: u32) -> String {
        (self.texts.articles)(number, &self.number(number))
    }

    /// `November 2023`, of `2023-11`.
    pub(crate) fn month(&self, month: &str) -> String {
        or_as_it_is(Month::parse(month).map(|month| self.dates.month(month)), month)
    }

    /// `November 10, 2023`, of a date as the bundle has it.
    pub(crate) fn day(&self, date: &str) -> String {
        or_as_it_is(Day::parse(date).map(|day| self.dates.day(day)), date)
    }

    /// `November 10`, where the month above says the year.
    pub(crate) fn day_of_month(&self, date: &str) -> String {
        or_as_it_is(Day::parse(date).map(|day| self.dates.day_of_month(day)), date)
    }

    /// `November 10, 2023 at 13:19 (UTC+8)`; the day alone where no time is known.
    pub(crate) fn moment(&self, date: &str) -> String {
        or_as_it_is(Moment::parse(date).map(|moment| self.dates.moment(moment)), date)
    }
}

fn or_as_it_is(written: Option<String>, date: &str) -> String {
    written.unwrap_or_else(|| date.to_owned())
}

impl Deref for Words {
    type Target = Texts;

    fn deref(&self) -> &Texts {
        self.texts
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

/// The words of the reader's language.
#[hook]
pub(crate) fn use_words() -> Words {
    let words = use_context::<Words>();
    // Every component is below the provider of the settings.
    words.unwrap_or_else(|| unreachable!("there are no words"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_by_tag() {
        assert_eq!(Language::of_tag("zh-TW"), Some(Language::Traditional));
        assert_eq!(Language::of_tag("zh-Hant-HK"), Some(Language::Traditional));
        assert_eq!(Language::of_tag("zh"), Some(Language::Simplified));
        assert_eq!(Language::of_tag("zh-Hans-TW"), Some(Language::Simplified));
        assert_eq!(Language::of_tag("en"), Some(Language::English));
        assert_eq!(Language::of_tag("fr-CA"), None);
    }
}
