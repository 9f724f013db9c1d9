//! The interface in English.

use bundle::format::{FORMAT, Facet};
use bundle::query::ProblemKind;
use bundle::search::Sort;
use bundle::written::Dates;

use crate::model::choices::Theme;
use crate::model::embedded::Embedded;
use crate::model::load_error::LoadError;
use crate::texts::Texts;
use crate::texts::conversion;
use crate::texts::footer;
use crate::texts::keys;
use crate::texts::pictures;

/// The words of the interface in English.
pub(super) const TEXTS: Texts = Texts {
    dates: Dates::English,
    reading_room: "Reading Room",
    language: "Language",
    theme: |theme| match theme {
        Theme::Auto => "Colours: as the system",
        Theme::Light => "Colours: light",
        Theme::Dark => "Colours: dark",
    },
    conversion: &conversion::ENGLISH,
    pictures: &pictures::ENGLISH,
    footer: &footer::ENGLISH,
    keys: &keys::ENGLISH,
    skip_to_content: "Skip to content",
    export: &super::export::ENGLISH,
    statistics: &super::statistics::ENGLISH,

    search: "Search",
    search_hint: |articles| format!("Search {articles} articles, in either script"),
    clear_search: "Clear the search",
    suggestions: "Names",
    search_help: "What can be typed",
    search_help_intro: "Upper and lower case are the same, and so are Simplified and Traditional characters. \
                        Choose an example to try it.",
    search_examples: &[
        ("tea paper", "both words, anywhere"),
        ("\"movable type\"", "exactly this sequence"),
        ("print*", "words that begin so"),
        ("tea -harbour", "without the second"),
        ("tea OR coffee", "one of the two, or both"),
        ("title:tea", "in the title"),
    ],
    search_names: |facet| match facet {
        Facet::Category => "of this category",
        Facet::Tag => "with this tag",
        Facet::Site => "from this source",
        _ => "by this author",
    },
    search_dates: [
        "of a year, month or day",
        "from … to …, both included",
        "later than that",
        "earlier than that",
    ],
    problem: |part, kind| match kind {
        ProblemKind::UnclosedQuote => {
            format!("{part}: this quotation mark has no partner; it was taken to end here.")
        }
        ProblemKind::NothingToFind => {
            format!("There is nothing to search for in “{part}”; it was left out.")
        }
        ProblemKind::NotADate => {
            format!(
                "“{part}” is not a date; it was left out. Write 2019, 2019-07, 2019-07-03 or 2019..2020-03."
            )
        }
        ProblemKind::LoneOr => "OR stands between two words; it was left out.".to_owned(),
    },

    articles: |count, written| format!("{written} {}", if count == 1 { "article" } else { "articles" }),
    at_least: |articles| format!("At least {articles}"),
    still_searching: "Searching older articles…",
    searched_so_far: |searched, all| format!("The newest {searched} of {all} articles have been searched."),
    search_on: "Search older articles",
    unsearched_title: "Not everything could be searched",
    unsearched: |texts, oldest, newest| match texts {
        [] => format!("The articles from {oldest} to {newest} could not be searched."),
        _ => format!("{} could not be looked up in the articles from {oldest} to {newest}.", quoted(texts)),
    },
    containing: |typed| format!("with “{typed}”"),
    cost: |milliseconds, kilobytes| format!("{milliseconds} ms · {kilobytes} KB"),
    sort: "Order",
    sort_by: |sort| match sort {
        Sort::Relevance => "Best match",
        Sort::Newest => "Newest first",
        Sort::Oldest => "Oldest first",
    },
    too_many: "The list ends here. Search, filter or choose a year to see the other articles.",
    untitled: "(untitled)",
    loading: "Loading…",

    filters: "Filters",
    facet: |facet| match facet {
        Facet::Category => "Category",
        Facet::Author => "Author",
        Facet::Year => "Year",
        Facet::Site => "Source",
        Facet::Tag => "Tag",
        Facet::Script => "Script",
    },
    script: |script| match script {
        "zh-Hans" => "Simplified Chinese",
        "zh-Hant" => "Traditional Chinese",
        _ => "Other scripts",
    },
    all_values: |values| format!("All {values}"),
    fewer_values: "Show fewer",
    find_value: |facet| match facet {
        Facet::Category => "Find a category".to_owned(),
        Facet::Author => "Find an author".to_owned(),
        Facet::Year => "Find a year".to_owned(),
        Facet::Site => "Find a source".to_owned(),
        Facet::Tag => "Find a tag".to_owned(),
        Facet::Script => "Find a script".to_owned(),
    },
    clear_filters: "Clear the filters",
    take_back: |value| format!("Remove “{value}”"),
    show_articles: |count, written| {
        format!("Show {written} {}", if count == 1 { "article" } else { "articles" })
    },
    show_all_articles: |written| format!("Show all {written} articles"),
    timeline: "Articles per month: drag to choose a time",
    timeline_from: "From",
    timeline_to: "Until",

    nothing_found: "No articles found",
    nothing_contains: |texts| {
        format!("No article contains {}, in Simplified or Traditional characters.", quoted(texts))
    },
    nothing_contains_all: "Each of these words is in some article, but none has all of them.",
    search_instead: |typed| format!("Search for “{typed}”"),
    nothing_here_contains: |typed| format!("No article that fits these filters contains “{typed}”."),
    nothing_fits: "No article fits all of these filters.",
    empty_archive: "There are no articles in this archive yet.",
    failed: "This could not be loaded",
    load_error: |error| match error {
        LoadError::Missing { file } => format!(
            "There is no file {file}. The archive may just have been updated: try again. If it stays so, the \
             archive was not published completely."
        ),
        LoadError::Network { file, cause } => {
            format!("The file {file} could not be fetched ({cause}). Check the connection, then try again.")
        }
        LoadError::Status { file, status } => {
            format!("The server answered {status} for the file {file}. Try again in a while.")
        }
        LoadError::Damaged { file, cause } => format!(
            "The file {file} is damaged or cut off ({cause}). Try again. If it stays so, the bundle must be \
             built or copied again."
        ),
        LoadError::Version { file, found } => format!(
            "{file} is of format version {found}, and this page reads version {FORMAT}. Build the bundle again \
             with the build-index of this version, or use a viewer as new as the bundle."
        ),
        LoadError::Module { module } => format!(
            "A part of this page ({module}) could not be loaded. Check the connection, then try again. If it stays \
             so, the page may just have been updated: load it again."
        ),
        LoadError::NoDecompression { file } => format!(
            "This browser can not decompress the file {file}. Please use a newer one: Chrome 80, Firefox 113, \
             Safari 16.4 or later."
        ),
    },
    retry: "Try again",

    article: &super::article::ENGLISH,
    back_to_list: "Back to the list",
    original: "Original at",
    previous: "Previous",
    next: "Next",
    neighbours: "Previous and next article",
    earlier_version: "Earlier version,",
    sources: "Source files",
    matches: |count, written| format!("{written} {}", if count == 1 { "match" } else { "matches" }),
    next_match: "Next match",
    embedded: |embedded, site| match embedded {
        Embedded::Film => format!("Play the video from {site}"),
        Embedded::Sound => format!("Play the audio from {site}"),
        Embedded::Frame => format!("Open what was shown here, from {site}"),
    },
    empty_article: "This article has no text.",
    no_text: "(no text)",
    no_such_article: "There is no such article",
    no_such_article_why: "No article has this address: it may have been removed from the archive, or the link is \
                          not complete.",
    no_such_place: "There is no such page",
    to_all_articles: "See all articles",
    device: &super::device::ENGLISH,
};

fn quoted(texts: &[&str]) -> String {
    texts.iter().map(|text| format!("“{text}”")).collect::<Vec<_>>().join(" or ")
}
