//! Front matter: strict YAML first, then line by line, keeping what can be kept.

use serde_json::{Map, Value};

/// The fields of a post's front matter. Values are whatever YAML made of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct FrontMatter {
    fields: Map<String, Value>,
}

/// A post, cut where its front matter ends.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Cut<'a> {
    /// The lines between the `---`; `None` if the post has none.
    pub(crate) front_matter: Option<&'a str>,
    /// Everything after.
    pub(crate) body: &'a str,
}

/// Cuts a post, whose line ends are `\n`, where its front matter ends.
pub(crate) fn cut(post: &str) -> Cut<'_> {
    let without = Cut { front_matter: None, body: post };
    let Some(rest) =
        post.strip_prefix("---").and_then(|rest| rest.trim_start_matches(' ').strip_prefix('\n'))
    else {
        return without;
    };
    let mut end = 0;
    for line in rest.split_inclusive('\n') {
        let after = end + line.len();
        if line.trim_end() == "---" || line.trim_end() == "..." {
            return Cut { front_matter: Some(&rest[..end]), body: &rest[after..] };
        }
        end = after;
    }
    without
}

impl FrontMatter {
    /// Reads front matter; also says what kept it from being read as YAML, if something did.
    pub(crate) fn parse(yaml: &str) -> (FrontMatter, Option<String>) {
        if yaml.trim().is_empty() {
            return (FrontMatter::default(), None);
        }
        match serde_saphyr::from_str(yaml) {
            Ok(fields) => (FrontMatter { fields }, None),
            Err(error) => {
                let reason = error.to_string().lines().next().unwrap_or_default().to_owned();
                (FrontMatter { fields: recover(yaml) }, Some(reason))
            }
        }
    }

    /// A field as one text, with HTML entities decoded and white space collapsed; empty if there
    /// is none. Several values are joined by commas.
    pub(crate) fn text(&self, name: &str) -> String {
        self.list(name).join(", ")
    }

    /// A field as a list of texts: from a list, nested or not, or from one value.
    pub(crate) fn list(&self, name: &str) -> Vec<String> {
        let mut texts = Vec::new();
        if let Some(value) = self.fields.get(name) {
            collect(value, &mut texts);
        }
        texts
    }
}

fn collect(value: &Value, texts: &mut Vec<String>) {
    let text = match value {
        Value::Null => return,
        Value::Array(values) => return values.iter().for_each(|value| collect(value, texts)),
        Value::Object(fields) => return fields.values().for_each(|value| collect(value, texts)),
        Value::String(text) => clean(text),
        other => other.to_string(),
    };
    if !text.is_empty() {
        texts.push(text);
    }
}

/// Decodes HTML entities, drops control characters and collapses white space.
fn clean(text: &str) -> String {
    let decoded = html_escape::decode_html_entities(text);
    let printable: String = decoded.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    printable.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads `name: value` lines and the `- value` lines below a name without one.
fn recover(yaml: &str) -> Map<String, Value> {
    let mut fields = Map::new();
    let mut open: Option<String> = None;
    for line in yaml.lines() {
        if let (Some(name), Some(value)) = (&open, line.trim_start().strip_prefix("- ")) {
            if let Some(Value::Array(values)) = fields.get_mut(name) {
                values.push(recover_value(value));
            }
        } else if let Some((name, value)) = name_and_value(line) {
            let opens_list = value.is_empty();
            open = opens_list.then(|| name.to_owned());
            let value = if opens_list { Value::Array(Vec::new()) } else { recover_value(value) };
            fields.insert(name.to_owned(), value);
        }
    }
    fields
}

fn name_and_value(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    is_name.then_some((name, value.trim()))
}

fn recover_value(text: &str) -> Value {
    let text = text.trim();
    if let Some(inner) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return Value::Array(inner.split(',').map(recover_value).collect());
    }
    let unquoted = ['"', '\''].iter().find_map(|&quote| text.strip_prefix(quote)?.strip_suffix(quote));
    Value::String(unquoted.unwrap_or(text).replace("\\\"", "\"").replace("\\\\", "\\"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(yaml: &str, name: &str, expected: &[&str], recovered: bool) {
        let (front_matter, reason) = FrontMatter::parse(yaml);
        assert_eq!(front_matter.list(name), expected, "{yaml}");
        assert_eq!(reason.is_some(), recovered, "{yaml}: {reason:?}");
    }

    #[test]
    fn strict_yaml() {
        check("title: \"a \\\"b\\\" c\"", "title", &["a \"b\" c"], false);
        check("tags: [ 江边, tea ]", "tags", &["江边", "tea"], false);
        check("tags:\n  - a\n  - b: c", "tags", &["a", "c"], false);
        check("title:", "title", &[], false);
        check("title: 1984", "title", &["1984"], false);
        check("author: Ink &amp; Paper", "author", &["Ink & Paper"], false);
        check("date: 2018-03-02", "date", &["2018-03-02"], false);
        check("", "title", &[], false);
    }

    #[test]
    fn what_is_not_yaml_is_read_line_by_line() {
        check("title: \"千虑\\智者\"\nauthor: x", "title", &["千虑\\智者"], true);
        check("title: tea: the clipper\nauthor: x", "title", &["tea: the clipper"], true);
        check("title: \"a\\智\"\ntags: [ a, 'b' ]\nlist:\n- c", "tags", &["a", "b"], true);
        check("title: \"a\\智\"\nlist:\n- c\n- d", "list", &["c", "d"], true);
    }

    #[test]
    fn cut_at_the_second_line_of_dashes() {
        assert_eq!(cut("---\na: b\n---\ntext"), Cut { front_matter: Some("a: b\n"), body: "text" });
        assert_eq!(cut("---\n---\n"), Cut { front_matter: Some(""), body: "" });
        assert_eq!(cut("text\n---\n"), Cut { front_matter: None, body: "text\n---\n" });
        assert_eq!(cut("---\nno end"), Cut { front_matter: None, body: "---\nno end" });
    }

    proptest::proptest! {
        #[test]
        fn never_panics(yaml in "[-a:\" \\\\\\[\\],智\n']{0,40}") {
            let (front_matter, _) = FrontMatter::parse(&yaml);
            front_matter.text("a");
        }
    }
}
