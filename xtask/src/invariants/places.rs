//! What only certain places do.

use proc_macro2::{TokenStream, TokenTree};

use super::sources_of;
use crate::project::Project;

/// A word that may stand in certain files of a package only, and what it is for.
struct Rule {
    package: &'static str,
    /// A name, names with `::` between them, or a method with its dot, as they stand in the sources.
    word: &'static str,
    /// The beginnings of the paths of these files.
    places: &'static [&'static str],
}

const RULES: [Rule; 19] = [
    // Of the bundle, an archive knows the calendar only.
    Rule { package: "archive", word: "bundle::format", places: &[] },
    // Only the host, and what writes the address, know whether the viewer has a page of its own.
    Rule { package: "reading-room", word: "Embedding", places: &["src/host/"] },
    Rule { package: "reading-room", word: ".owns_address", places: &["src/address/history.rs"] },
    // One place fetches.
    Rule { package: "reading-room", word: "fetch_with_str_and_init", places: &["src/archive/fetch.rs"] },
    Rule { package: "reading-room", word: "fetch_with_str", places: &["src/archive/fetch.rs"] },
    Rule { package: "reading-room", word: "fetch_with_request", places: &[] },
    Rule { package: "reading-room", word: "XmlHttpRequest", places: &[] },
    Rule { package: "reading-room", word: "EventSource", places: &[] },
    Rule { package: "reading-room", word: "WebSocket", places: &[] },
    Rule { package: "reading-room", word: "send_beacon", places: &[] },
    // One place touches the browser's storage, and of the device only its store uses it.
    Rule { package: "reading-room", word: "local_storage", places: &["src/settings/storage.rs"] },
    Rule { package: "reading-room", word: "session_storage", places: &["src/settings/storage.rs"] },
    Rule {
        package: "reading-room",
        word: "try_to_remember",
        places: &["src/device/store.rs", "src/settings/storage.rs"],
    },
    // The contract asks nothing of the machine that it runs on.
    Rule { package: "bundle", word: "SystemTime", places: &[] },
    Rule { package: "bundle", word: "Instant", places: &[] },
    Rule { package: "bundle", word: "std::fs", places: &[] },
    Rule { package: "bundle", word: "std::io", places: &[] },
    Rule { package: "bundle", word: "std::net", places: &[] },
    Rule { package: "bundle", word: "std::env", places: &[] },
];

#[test]
fn what_only_certain_places_do_no_other_does() {
    let project = Project::here().unwrap();
    let mut broken = Vec::new();
    for Rule { package, word, places } in RULES {
        let mut places_used = vec![false; places.len()];
        for file in sources_of(package) {
            let path = project.short(&file.path).to_string_lossy().replace('\\', "/");
            if !says(file.tokens, word) {
                continue;
            }
            match places.iter().position(|place| path.starts_with(place)) {
                Some(place) => places_used[place] = true,
                None => broken.push(format!("{path} says {word}")),
            }
        }
        // A rule about a word that nobody uses any more holds nothing.
        if !places.is_empty() && places_used.iter().all(|is_used| !is_used) {
            broken.push(format!("{word} stands in none of {places:?}; does the rule still fit?"));
        }
    }
    assert_eq!(broken.join("\n"), "");
}

/// A policy that forbids inline styles would undo them: in the viewer `~style=` sets the property.
#[test]
fn no_element_has_a_style_attribute() {
    for file in ["reading-room", "markup"].into_iter().flat_map(sources_of) {
        assert!(!has_style(file.tokens), "{} has `style=`; write `~style=`", file.path.display());
    }
}

/// Whether a word stands in tokens, whatever is around it.
fn says(tokens: TokenStream, word: &str) -> bool {
    let word: TokenStream = word.parse().unwrap_or_default();
    let wanted: Vec<String> = word.into_iter().map(|token| token.to_string()).collect();
    holds(tokens, &wanted)
}

fn holds(tokens: TokenStream, wanted: &[String]) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_wanted = |at: &[TokenTree]| at.iter().zip(wanted).all(|(token, word)| token.to_string() == *word);
    tokens.windows(wanted.len()).any(is_wanted)
        || is_imported(&tokens, wanted)
        || tokens.into_iter().any(|token| match token {
            TokenTree::Group(group) => holds(group.stream(), wanted),
            _ => false,
        })
}

/// Whether `a::b` stands there as one of several, as in `use a::{b, c}`.
fn is_imported(tokens: &[TokenTree], wanted: &[String]) -> bool {
    let Some((name, path)) = wanted.split_last().filter(|(_, path)| !path.is_empty()) else { return false };
    tokens.windows(wanted.len()).any(|at| match at.split_last() {
        Some((TokenTree::Group(group), before)) => {
            let is_path = before.iter().zip(path).all(|(token, word)| token.to_string() == *word);
            let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
            let parts = tokens.split(|token| token.to_string() == ",");
            is_path
                && parts.into_iter().any(|part| part.first().is_some_and(|first| first.to_string() == *name))
        }
        _ => false,
    })
}

/// Whether `style=` stands in a macro, and is no `~style=`.
fn has_style(tokens: TokenStream) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is = |at: Option<usize>, sign: char| {
        let token = at.and_then(|at| tokens.get(at));
        matches!(token, Some(TokenTree::Punct(found)) if found.as_char() == sign)
    };
    tokens.iter().enumerate().any(|(at, token)| match token {
        TokenTree::Group(group) => has_style(group.stream()),
        TokenTree::Ident(name) if name == "style" => {
            let is_set = is(Some(at + 1), '=') && !is(Some(at + 2), '=');
            is_set && !is(at.checked_sub(1), '~') && !is_let(&tokens, at)
        }
        _ => false,
    })
}

/// Whether a name is that of a variable, as in `let style =`.
fn is_let(tokens: &[TokenTree], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    matches!(before, Some(TokenTree::Ident(word)) if word == "let" || word == "mut")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_names() {
        let check = |source: &str, word: &str, expected: bool| {
            assert_eq!(says(source.parse().unwrap(), word), expected, "{word} in {source}");
        };
        check("fn a() { window.local_storage() }", "local_storage", true);
        check("fn a() { \"local_storage\" }", "local_storage", false);
        check("use std::fs::read;", "std::fs", true);
        check("use std::{fmt, fs};", "std::fs", true);
        check("use std::{fmt, path::Path};", "std::fs", false);
        check("use other::fs;", "std::fs", false);
        check("fn a(host: Host) { host.is_embedded() }", ".is_embedded", true);
        check("fn a() { let is_embedded = 1; }", ".is_embedded", false);
    }

    #[test]
    fn styles_are_found_in_macros() {
        let check = |source: &str, expected: bool| {
            assert_eq!(has_style(source.parse().unwrap()), expected, "{source}");
        };
        check("html! { <p style=\"color: red\" /> }", true);
        check("html! { <p style={css} /> }", true);
        check("html! { <p ~style={css} /> }", false);
        check("fn a() { let style = 1; if style == 2 {} }", false);
    }
}
