//! YAML: strictly first, then field by field, and what is left line by line.

use serde_json::{Map, Value};

use crate::fields::fault::{Fault, without_place};

/// Reads YAML. Where that fails, each field is tried by itself, so that a bad one does not spoil
/// the others.
pub(super) fn parse(yaml: &str) -> (Map<String, Value>, Option<Fault>) {
    match strict(yaml) {
        Ok(fields) => (fields.unwrap_or_default(), None),
        Err(error) => {
            let line = error.location().and_then(|location| usize::try_from(location.line()).ok());
            let message = format!("not YAML ({}): read line by line", reason(error.without_snippet()));
            (by_field(yaml), Some(Fault { line, message }))
        }
    }
}

/// `None` if there is nothing but comments.
fn strict(yaml: &str) -> Result<Option<Map<String, Value>>, serde_saphyr::Error> {
    // A title may be `No` or `007`.
    let options = serde_saphyr::options! {
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
    };
    serde_saphyr::from_str_with_options(yaml, options)
}

/// Why YAML cannot be read, without the place: that is given as a line of the post.
fn reason(error: &serde_saphyr::Error) -> String {
    if let serde_saphyr::Error::DuplicateMappingKey { key, .. } = error {
        let name = key.as_deref().unwrap_or("a field");
        return format!("{name} is there twice, the last one counts");
    }
    without_place(&error.to_string())
}

/// As in Jekyll, the last field of a name counts.
pub(super) fn by_field(yaml: &str) -> Map<String, Value> {
    let mut fields = Map::new();
    for chunk in chunks(yaml) {
        let read = strict(chunk).ok().flatten().unwrap_or_else(|| by_line(chunk));
        fields.extend(read);
    }
    fields
}

/// Cuts before each line that starts a field.
fn chunks(yaml: &str) -> Vec<&str> {
    let mut chunks = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in yaml.split_inclusive('\n') {
        if name_and_value(line).is_some() {
            chunks.push(&yaml[start..at]);
            start = at;
        }
        at += line.len();
    }
    chunks.push(&yaml[start..]);
    chunks
}

/// Reads `name: value` lines and the `- value` lines below a name without one.
fn by_line(yaml: &str) -> Map<String, Value> {
    let mut fields = Map::new();
    let mut open: Option<String> = None;
    for line in yaml.lines() {
        if let (Some(name), Some(value)) = (&open, line.trim_start().strip_prefix("- ")) {
            if let Some(Value::Array(values)) = fields.get_mut(name) {
                values.push(by_hand(value));
            }
        } else if let Some((name, value)) = name_and_value(line) {
            let opens_list = value.is_empty();
            open = opens_list.then(|| name.to_owned());
            let value = if opens_list { Value::Array(Vec::new()) } else { by_hand(value) };
            fields.insert(name.to_owned(), value);
        }
    }
    fields
}

/// The field that a line starts, and what stands behind its name.
pub(crate) fn name_and_value(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    is_name.then_some((name, value.trim()))
}

fn by_hand(text: &str) -> Value {
    let text = text.trim();
    if let Some(inner) = text.strip_prefix('[').map(|rest| rest.strip_suffix(']').unwrap_or(rest))
        && !inner.contains(['[', ']'])
    {
        return Value::Array(inner.split(',').map(by_hand).collect());
    }
    Value::String(match text.chars().next() {
        Some('"') => unquoted(text, '"').replace("\\\"", "\"").replace("\\\\", "\\"),
        Some('\'') => unquoted(text, '\'').replace("''", "'"),
        _ => text.to_owned(),
    })
}

/// Text without its quotes, or without the first if it is the only one.
fn unquoted(text: &str, quote: char) -> &str {
    let Some(rest) = text.strip_prefix(quote) else { return text };
    match rest.strip_suffix(quote) {
        Some(inner) => inner,
        None if rest.contains(quote) => text,
        None => rest,
    }
}

#[cfg(test)]
mod tests {
    use crate::fields::Fields;
    use crate::fields::format::Format;

    /// Checks what is left of a field, and the line of the fault.
    fn check(yaml: &str, path: &str, expected: &[&str], line: usize) {
        let (fields, fault) = Fields::parse(Format::Yaml, yaml);
        assert_eq!(fields.list(path), expected, "{yaml}");
        assert_eq!(fault.and_then(|fault| fault.line), Some(line), "{yaml}");
    }

    #[test]
    fn a_bad_field_is_read_as_it_stands() {
        check("title: \"千虑\\智者\"\nauthor: x", "title", &["千虑\\智者"], 1);
        check("author: x\ntitle: tea: the clipper", "title", &["tea: the clipper"], 2);
        check("title: 'it''s \\智' 'x'", "title", &["it's \\智' 'x"], 1);
        check("title: \"a\" b \"c", "title", &["\"a\" b \"c"], 1);
        check("title: [a]: b", "title", &["[a]: b"], 1);
        check("a: \"x\\智\"\ntitle: \"never closed\nauthor: x", "title", &["never closed"], 1);
        check("tags: [ a, 'b'", "tags", &["a", "b"], 1);
        check("tags: [ a, b ] c [ d ]", "tags", &["[ a, b ] c [ d ]"], 1);
        check("title: a\n\tb: c", "title", &["a"], 1);
    }

    #[test]
    fn the_other_fields_are_not_spoilt() {
        let with = |field: &str| format!("title: \"a\\智\"\n{field}\nurl: y");
        check(&with("tags: [ a, 'b' ]"), "tags", &["a", "b"], 1);
        check(&with("list:\n- c\n- d"), "list", &["c", "d"], 1);
        check(&with("author:\n  name: x\n  email: e"), "author", &["x"], 1);
        check(&with("about: >\n  one\n  two"), "about", &["one two"], 1);
        check("title: a\ntitle: b", "title", &["b"], 2);
        check("no field at all", "title", &[], 1);
    }

    proptest::proptest! {
        #[test]
        fn never_panics(yaml in "[-a:\" \\\\\\[\\],智\n']{0,40}") {
            let (fields, _) = Fields::parse(Format::Yaml, &yaml);
            fields.text("a");
        }
    }
}
