//! Named values, as front matter and the settings of site generators write them.
//!
//! Faulty fields are read as far as possible: parsing gives the fields and the fault, never only one
//! of them.

pub(crate) mod fault;
pub(crate) mod format;
pub(crate) mod recover;
mod toml;

use serde_json::{Map, Value};

use crate::fields::fault::{Fault, without_place};
use crate::fields::format::Format;

/// Fields by name. Values are whatever the format made of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Fields(Map<String, Value>);

impl Fields {
    /// Reads fields; also says what is wrong with them, if something is.
    pub(crate) fn parse(format: Format, text: &str) -> (Fields, Option<Fault>) {
        if text.trim().is_empty() {
            return (Fields::default(), None);
        }
        let (fields, fault) = match format {
            Format::Yaml => recover::parse(text),
            Format::Toml => toml::parse(text),
            Format::Json => parse_json(text),
        };
        (Fields(fields), fault)
    }

    /// A field as one text: several values are joined by commas. Empty if there is none.
    pub(crate) fn text(&self, path: &str) -> String {
        self.list(path).join(", ")
    }

    /// The first of several fields that has a text.
    pub(crate) fn first_text(&self, paths: &[&str]) -> String {
        paths.iter().map(|path| self.text(path)).find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// A field as a list of texts: from a list, nested or not, or from one value. HTML entities are
    /// decoded and white space is collapsed.
    pub(crate) fn list(&self, path: &str) -> Vec<String> {
        let mut texts = Vec::new();
        if let Some(value) = self.get(path) {
            collect(value, &mut texts);
        }
        texts
    }

    /// A field that is a single text as it is written, and no list of them.
    pub(crate) fn is_single(&self, path: &str) -> bool {
        matches!(self.get(path), Some(Value::String(_)))
    }

    /// A field of `a.b.c`: names of tables and at last that of the field. As in Hugo, upper case
    /// is as good as lower case.
    fn get(&self, path: &str) -> Option<&Value> {
        let mut names = path.split('.');
        let first = field(&self.0, names.next()?)?;
        names.try_fold(first, |value, name| field(value.as_object()?, name))
    }
}

fn field<'a>(fields: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    let alike = || fields.iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
    fields.get(name).or_else(|| alike().map(|(_, value)| value))
}

fn collect(value: &Value, texts: &mut Vec<String>) {
    let text = match value {
        Value::Null => return,
        Value::Array(values) => return values.iter().for_each(|value| collect(value, texts)),
        // An author may have a name, an address and a picture: the name tells who it is.
        Value::Object(fields) => match field(fields, "name") {
            Some(name) => return collect(name, texts),
            None => return fields.values().for_each(|value| collect(value, texts)),
        },
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

fn parse_json(text: &str) -> (Map<String, Value>, Option<Fault>) {
    let braced = text.trim_start().starts_with('{');
    // The braces go where they move no line.
    let read = if braced { serde_json::from_str(text) } else { serde_json::from_str(&format!("{{{text}}}")) };
    match read {
        Ok(fields) => (fields, None),
        Err(error) => {
            let message = format!("not JSON ({}): read line by line", without_place(&error.to_string()));
            (recover::by_field(&like_yaml(text)), Some(Fault { line: Some(error.line()), message }))
        }
    }
}

/// JSON that has a field on each line, as YAML.
fn like_yaml(json: &str) -> String {
    let fields = json.lines().filter_map(|line| line.trim().trim_end_matches(',').split_once(':'));
    fields.map(|(name, value)| format!("{}:{value}\n", name.trim().trim_matches('"'))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(format: Format, text: &str, path: &str, expected: &[&str]) {
        let (fields, fault) = Fields::parse(format, text);
        assert_eq!(fields.list(path), expected, "{text}");
        assert_eq!(fault, None, "{text}");
    }

    #[test]
    fn yaml() {
        let check = |text, path, expected| check(Format::Yaml, text, path, expected);
        check("title: \"a \\\"b\\\" c\"", "title", &["a \"b\" c"]);
        check("tags: [ 江边, tea ]", "tags", &["江边", "tea"]);
        check("tags:\n  - a\n  - b: c", "tags", &["a", "c"]);
        check("categories:\n- [a, b]\n- [a, c]", "categories", &["a", "b", "a", "c"]);
        check("title:", "title", &[]);
        check("title: ~", "title", &[]);
        check("author: Ink &amp; Paper", "author", &["Ink & Paper"]);
        check("author:\n  email: a@example.org\n  name: 雨窗", "author", &["雨窗"]);
        check("author:\n- {name: a, url: x}\n- name: b", "author", &["a", "b"]);
        check("date: 2018-03-02", "date", &["2018-03-02"]);
        check("Title: a", "title", &["a"]);
        check("# nothing but a remark", "title", &[]);
        check("", "title", &[]);
    }

    #[test]
    fn a_text_stays_as_it_is_written() {
        let check = |title: &str| check(Format::Yaml, &format!("title: {title}"), "title", &[title]);
        for title in ["1984", "007", "1_000", "yes", "No", "off", "true", "12:30", "-1"] {
            check(title);
        }
    }

    #[test]
    fn toml() {
        let check = |text, path, expected| check(Format::Toml, text, path, expected);
        check("title = '茶'", "title", &["茶"]);
        check("date = 2019-05-25T08:30:00+08:00", "date", &["2019-05-25T08:30:00+08:00"]);
        check("date = 2019-05-25", "date", &["2019-05-25"]);
        check("[taxonomies]\ntags = ['a', 'b']", "taxonomies.tags", &["a", "b"]);
        check("[author]\nname = 'a'\nemail = 'b'", "author", &["a"]);
        check("draft = true\nweight = 3\nshare = 2.50", "share", &["2.50"]);
    }

    #[test]
    fn json() {
        let check = |text, path, expected| check(Format::Json, text, path, expected);
        check("{\"title\": \"a\", \"tags\": [\"b\", [\"c\"]]}", "tags", &["b", "c"]);
        check("\"title\": \"a\",\n\"n\": 3\n", "n", &["3"]);
    }
}
