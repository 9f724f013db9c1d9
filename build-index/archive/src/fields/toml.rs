//! TOML, as far as it can be read.

use notice::line_at;
use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

use crate::fields::fault::Fault;

/// Reads TOML. After a fault the parser continues with what follows.
pub(super) fn parse(text: &str) -> (Map<String, Value>, Option<Fault>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let fault = errors.first().map(|error| Fault {
        line: error.span().map(|span| line_at(text.as_bytes(), span.start)),
        message: format!("not TOML ({}): the rest was read", error.message()),
    });
    (fields(table.get_ref()), fault)
}

fn fields(table: &DeTable<'_>) -> Map<String, Value> {
    table.iter().map(|(name, value)| (name.get_ref().to_string(), json(value.get_ref()))).collect()
}

/// Numbers and dates become texts, as they are written.
fn json(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Integer(number) => Value::String(number.as_str().to_owned()),
        DeValue::Float(number) => Value::String(number.as_str().to_owned()),
        DeValue::Boolean(value) => Value::Bool(*value),
        DeValue::Datetime(date) => Value::String(date.to_string()),
        DeValue::Array(values) => values.iter().map(|value| json(value.get_ref())).collect(),
        DeValue::Table(table) => Value::Object(fields(table)),
    }
}

#[cfg(test)]
mod tests {
    use crate::fields::Fields;
    use crate::fields::format::Format;

    #[test]
    fn what_is_not_toml_spoils_but_itself() {
        let check = |text: &str, path: &str, expected: &[&str], line| {
            let (fields, fault) = Fields::parse(Format::Toml, text);
            assert_eq!(fields.list(path), expected, "{text}");
            assert_eq!(fault.and_then(|fault| fault.line), Some(line), "{text}");
        };
        check("title = 'a'\nauthor = b\ntags = ['c']", "title", &["a"], 2);
        check("title = 'a'\nauthor = b\ntags = ['c']", "tags", &["c"], 2);
        check("title = 'a'\ntitle = 'b'", "title", &["a"], 2);
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "[-a=\"0 \\\\\\[\\],智\n'.]{0,40}") {
            Fields::parse(Format::Toml, &text);
        }
    }
}
