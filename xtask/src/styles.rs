//! Makes the styles of the page that Trunk has built short: without comments, and white space that says nothing.

use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use minifier::css::minify;

const START: &str = "<style>";
const END: &str = "</style>";

/// Makes the styles in the `index.html` of a folder short.
pub(crate) fn shorten_in(site: &Path) -> Result<()> {
    let path = site.join("index.html");
    let page = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let page = shortened(&page).with_context(|| path.display().to_string())?;
    fs::write(&path, page).with_context(|| format!("writing {}", path.display()))
}

fn shortened(page: &str) -> Result<String> {
    let mut out = String::with_capacity(page.len());
    let mut end = 0;
    for style in styles(page) {
        let short =
            minify(&page[style.clone()]).map_err(|error| anyhow!("a style cannot be read: {error}"))?;
        out.push_str(&page[end..style.start]);
        out.push_str(short.to_string().trim());
        end = style.end;
    }
    Ok(out + &page[end..])
}

/// Where the contents of the style elements of a page are.
pub(crate) fn styles(page: &str) -> Vec<Range<usize>> {
    let starts = page.match_indices(START).map(|(at, _)| at + START.len());
    starts.filter_map(|start| Some(start..start + page[start..].find(END)?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_say_the_same_in_less() {
        let page = "<head><style>/* Why. */\n.a > .b, .a .c { margin: 0 auto; width: calc(1px + 2%); }\n</style>\
                    <p> x </p><style>@media (width < 3px) { a:hover { color: red } }</style></head>";
        let short = "<head><style>.a>.b,.a .c{margin:0 auto;width:calc(1px + 2%);}</style>\
                     <p> x </p><style>@media (width < 3px){a:hover{color:red;}}</style></head>";
        assert_eq!(shortened(page).unwrap().replace(";}", "}"), short.replace(";}", "}"));
    }

    #[test]
    fn a_page_without_styles_stays() {
        assert_eq!(shortened("<p>a</p>").unwrap(), "<p>a</p>");
    }
}
