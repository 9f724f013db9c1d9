//! What can be typed into the search box, by examples that can be tried.

use bundle::format::{Facet, Manifest, Names};
use yew::prelude::*;

use crate::words::Words;

/// The id of the panel.
const PANEL: &str = "search-help";

/// The button that opens and closes the panel. The browser does it: also Escape closes the panel, and
/// a click elsewhere.
pub(crate) fn help_button(words: &Words) -> Html {
    html! {
        <button type="button" class="search-help-button" popovertarget={PANEL} title={words.search_help()}
            aria-label={words.search_help()}>
            { "?" }
        </button>
    }
}

/// The panel.
pub(crate) fn help_panel(words: &Words, manifest: &Manifest, try_out: &Callback<String>) -> Html {
    let line = |Line { example, meaning }: Line| {
        let onclick = {
            let example = example.clone();
            try_out.reform(move |_: MouseEvent| example.clone())
        };
        html! {
            <li>
                <button type="button" popovertarget={PANEL} popovertargetaction="hide" {onclick}>
                    <code>{ example }</code>
                    <span>{ meaning }</span>
                </button>
            </li>
        }
    };
    html! {
        <div id={PANEL} class="search-help" popover="auto" role="dialog" aria-label={words.search_help()}>
            <p>{ words.search_help_intro() }</p>
            <ul>{ for lines(words, manifest).into_iter().map(line) }</ul>
        </div>
    }
}

/// An example of a query, and what it finds.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    example: String,
    meaning: &'static str,
}

/// All that can be typed. Names and dates are those of the archive, so that their examples find
/// something.
fn lines(words: &Words, manifest: &Manifest) -> Vec<Line> {
    let mut lines: Vec<Line> = words
        .search_examples()
        .into_iter()
        .map(|(example, meaning)| Line { example: example.to_owned(), meaning })
        .collect();
    lines.extend(Names::FACETS.into_iter().filter_map(|facet| name_line(words, manifest, facet)));
    if let Some((month, _)) = manifest.months.last() {
        lines.extend(date_lines(words, month));
    }
    lines
}

/// The most frequent name of a facet that can be typed.
fn name_line(words: &Words, manifest: &Manifest, facet: Facet) -> Option<Line> {
    let (name, _) = manifest.facet(facet)?.top.iter().find(|(name, _)| !name.contains('"'))?;
    let field = facet.name();
    let example = match name.contains(char::is_whitespace) {
        true => format!("{field}:\"{name}\""),
        false => format!("{field}:{name}"),
    };
    Some(Line { example, meaning: words.search_name_meaning(facet.name()) })
}

/// Dates around a month, such as `2019-07`.
fn date_lines(words: &Words, month: &str) -> [Line; 4] {
    let year = month.split('-').next().unwrap_or(month);
    [
        Line { example: format!("date:{month}"), meaning: words.search_date_meaning() },
        Line { example: format!("date:{year}-01..{month}"), meaning: words.search_dates_meaning() },
        Line { example: format!("after:{year}-01"), meaning: words.search_after_meaning() },
        Line { example: format!("before:{year}"), meaning: words.search_before_meaning() },
    ]
}

#[cfg(test)]
mod tests {
    use bundle::format::FacetSummary;
    use bundle::query::{LastWord, Query};
    use texts::LANGUAGES;

    use super::*;

    #[test]
    fn every_example_can_be_understood() {
        let top = vec![("Says \"no\"".to_owned(), 9), ("Low Tide".to_owned(), 2)];
        let manifest = Manifest {
            facets: vec![FacetSummary { facet: Facet::Author, values: 2, top }],
            months: vec![("2018-02".into(), 3), ("2019-07".into(), 1)],
            ..Manifest::default()
        };
        for language in &LANGUAGES {
            let lines = lines(&Words::new(language.built_in()), &manifest);
            let unclear =
                lines.iter().find(|line| !Query::parse(&line.example, LastWord::Whole).problems.is_empty());
            assert_eq!(unclear, None);
            let has = |example: &str| lines.iter().any(|line| line.example == example);
            assert!(has("author:\"Low Tide\"") && has("date:2019-01..2019-07"), "{lines:?}");
            assert!(!lines.iter().any(|line| line.example.starts_with("tag:")));
        }
    }
}
