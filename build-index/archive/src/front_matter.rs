//! Front matter: what the generators of sites call the properties of a post.

use crate::cut::{Block, cut};
use crate::fields::Fields;
use crate::fields::fault::Fault;
use crate::fields::format::Format;

/// The fields that may hold the date.
const DATES: &[&str] = &["date", "publishDate"];

/// A post, whose front matter has been read.
pub(super) struct ParsedPost<'a> {
    pub(super) front_matter: FrontMatter<'a>,
    pub(super) body: &'a str,
    /// What is odd about the front matter.
    pub(super) faults: Vec<Fault>,
}

/// The front matter of a post; empty if it has none.
#[derive(Debug, Clone, Default)]
pub(super) struct FrontMatter<'a> {
    fields: Fields,
    block: Option<Block<'a>>,
}

/// Reads the front matter of a post, whose line ends are `\n`.
pub(super) fn parse(post: &str) -> ParsedPost<'_> {
    let cut = cut(post);
    let Some(block) = cut.front_matter else {
        let message = "it has no front matter: title and date are taken from elsewhere".to_owned();
        let faults = vec![Fault { line: None, message }];
        return ParsedPost { front_matter: FrontMatter::default(), body: cut.body, faults };
    };
    let mut faults = Vec::new();
    if !block.closed {
        let message = "its front matter has no line of --- at its end: taken to end where the fields do";
        faults.push(Fault { line: Some(block.first_line), message: message.to_owned() });
    }
    let (fields, fault) = Fields::parse(block.format, block.text);
    faults.extend(fault.map(|Fault { line, message }| Fault {
        line: line.map(|line| line + block.first_line - 1),
        message: format!("its front matter is {message}"),
    }));
    ParsedPost { front_matter: FrontMatter { fields, block: Some(block) }, body: cut.body, faults }
}

impl FrontMatter<'_> {
    /// The title; empty if there is none.
    pub(super) fn title(&self) -> String {
        self.fields.text("title")
    }

    /// The date as it is written; empty if there is none.
    pub(super) fn date(&self) -> String {
        self.fields.first_text(DATES)
    }

    /// The line of the post that the date is on, counted from 1.
    pub(super) fn date_line(&self) -> Option<usize> {
        let block = self.block?;
        let is_date = |line: &str| {
            let name = line.split([':', '=']).next().unwrap_or_default().trim().trim_matches('"');
            DATES.iter().any(|date| name.eq_ignore_ascii_case(date))
        };
        block.text.lines().position(is_date).map(|line| line + block.first_line)
    }

    /// The author, or several with commas between; empty if there is none.
    pub(super) fn author(&self) -> String {
        self.fields.first_text(&["author", "authors", "taxonomies.authors", "extra.author", "params.author"])
    }

    /// The categories.
    pub(super) fn categories(&self) -> Vec<String> {
        self.names("categories", "category")
    }

    /// The tags.
    pub(super) fn tags(&self) -> Vec<String> {
        self.names("tags", "tag")
    }

    /// The address of the original; empty if there is none.
    pub(super) fn original(&self) -> String {
        self.fields.text("from")
    }

    /// Whether the post is not to be published.
    pub(super) fn is_draft(&self) -> bool {
        let is = |name, values: &[&str]| {
            let value = self.fields.text(name).to_ascii_lowercase();
            values.contains(&value.as_str())
        };
        is("draft", &["true", "yes", "on"]) || is("published", &["false", "no", "off"])
    }

    fn names(&self, plural: &str, singular: &str) -> Vec<String> {
        let zola = format!("taxonomies.{plural}");
        [self.each_name(plural), self.fields.list(&zola), self.fields.list(singular)].concat()
    }

    /// The names that a field holds. A list is taken as it is; a single text in YAML holds names
    /// between commas or, as in Jekyll, between white space.
    fn each_name(&self, path: &str) -> Vec<String> {
        let names = self.fields.list(path);
        let is_yaml = self.block.is_some_and(|block| block.format == Format::Yaml);
        if !is_yaml || !self.fields.is_single(path) {
            return names;
        }
        let text = names.concat();
        let is_comma = |c: char| matches!(c, ',' | '，' | '、');
        let split: Vec<&str> = if text.contains(is_comma) {
            text.split(is_comma).collect()
        } else {
            text.split_whitespace().collect()
        };
        split.into_iter().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a post's front matter comes to.
    fn summary(post: &str) -> String {
        let ParsedPost { front_matter, body, faults } = parse(post);
        let faults = faults.iter().map(|fault| match fault.line {
            Some(line) => format!("line {line}: {}\n", fault.message),
            None => format!("{}\n", fault.message),
        });
        format!(
            "title {:?}\ndate {:?} on line {:?}\nauthor {:?}\ncategories {:?}\ntags {:?}\noriginal {:?}\n\
             draft {}\nbody {body:?}\n{}",
            front_matter.title(),
            front_matter.date(),
            front_matter.date_line(),
            front_matter.author(),
            front_matter.categories(),
            front_matter.tags(),
            front_matter.original(),
            front_matter.is_draft(),
            faults.collect::<String>(),
        )
    }

    #[test]
    fn posts_of_each_generator() {
        insta::glob!("fixtures/posts/*", |path| {
            let post = std::fs::read_to_string(path).unwrap();
            insta::assert_snapshot!(summary(&post));
        });
    }

    #[test]
    fn one_text_may_hold_several_names() {
        let check = |front_matter: &str, tags: &[&str]| {
            assert_eq!(parse(front_matter).front_matter.tags(), tags, "{front_matter}");
        };
        check("---\ntags: tea clipper\n---\n", &["tea", "clipper"]);
        check("---\ntags: green tea, clipper\n---\n", &["green tea", "clipper"]);
        check("---\ntags: 茶、江边，船\n---\n", &["茶", "江边", "船"]);
        check("---\ntags: [green tea, clipper]\n---\n", &["green tea", "clipper"]);
        check("---\ntags:\n- green tea\n---\n", &["green tea"]);
        check("---\ntag: green tea\n---\n", &["green tea"]);
        check("+++\ntags = 'green tea'\n+++\n", &["green tea"]);
    }

    #[test]
    fn drafts_in_the_words_of_each_generator() {
        let check = |front_matter: &str, draft| {
            assert_eq!(parse(front_matter).front_matter.is_draft(), draft, "{front_matter}");
        };
        check("---\ndraft: true\n---\n", true);
        check("---\npublished: false\n---\n", true);
        check("---\npublished: no\n---\n", true);
        check("+++\ndraft = true\n+++\n", true);
        check("{\"draft\": true}\n", true);
        check("---\ndraft: false\npublished: true\n---\n", false);
        check("---\npublished: 2019-05-25\n---\n", false);
        check("text", false);
    }

    proptest::proptest! {
        #[test]
        fn never_panics(post in "(---|\\+\\+\\+|;;;|\\{)\n[-+;a:=\"' {}\\[\\],智\n]{0,40}(\n---\n)?") {
            let parsed = parse(&post);
            proptest::prop_assert!(post.ends_with(parsed.body));
            parsed.front_matter.tags();
            parsed.front_matter.date_line();
        }
    }
}
