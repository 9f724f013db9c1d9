//! The title that a body tells, for posts that tell it nowhere else.

use bundle::text::visible_text;

use crate::{markdown, sanitise};

/// The text of the first heading of the first rank: `# text`, `text` underlined with `===`, or
/// `<h1>`.
pub fn first_heading(body: &str) -> Option<String> {
    let html = sanitise::sanitise(&markdown::to_html(body));
    let (_, after) = html.split_once("<h1")?;
    let (_, inner) = after.split_once('>')?;
    let (heading, _) = inner.split_once("</h1>")?;
    let text = visible_text(heading).text;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_as_they_are_written() {
        let check = |body: &str, expected: Option<&str>| {
            assert_eq!(first_heading(body).as_deref(), expected, "{body}");
        };
        check("# The *tea* clipper\n\n# Another", Some("The tea clipper"));
        check("The tea\nclipper\n===\n\ntext", Some("The tea clipper"));
        check("<h1 class=\"a\">Tea &amp;\n <b>clippers</b></h1>", Some("Tea & clippers"));
        check("text\n\n# 茶\n", Some("茶"));
        check("## A lower one", None);
        check("```\n# a remark\n```\n", None);
        check("<!-- <h1>hidden</h1> -->", None);
        check("# \n\ntext", None);
        check("text", None);
    }
}
