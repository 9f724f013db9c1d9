//! From bytes to a [`Json`]. serde_json parses; this only keeps what it finds.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{Json, JsonError};

/// Parses JSON of any shape.
///
/// # Errors
///
/// Fails, with the line and column, if it is not JSON, and if values are nested more than 127 deep.
pub fn parse(json: &[u8]) -> Result<Json<'_>, JsonError> {
    serde_json::from_slice(json).map_err(|error| JsonError::new(error.to_string()))
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Json::Whole(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(i64::try_from(value).map_or(Json::Large(value), Json::Whole))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Json::Fraction(value))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut object = Vec::new();
        while let Some((name, value)) = entries.next_entry()? {
            // The names of an object are texts; serde leaves that open.
            let Json::Text(name) = name else { return Err(A::Error::custom("a name that is no text")) };
            object.push((name, value));
        }
        Ok(Json::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_value_is_kept() {
        let json = parse(br#" {"a": [null, true, -3, 2.5, "x\ny"], "18": 18446744073709551615} "#).unwrap();
        let list = vec![
            Json::Null,
            Json::Bool(true),
            Json::Whole(-3),
            Json::Fraction(2.5),
            Json::Text("x\ny".into()),
        ];
        let large = Json::Large(u64::MAX);
        assert_eq!(json, Json::Object(vec![("a".into(), Json::List(list)), ("18".into(), large)]));
    }

    #[test]
    fn texts_without_escapes_are_borrowed() {
        assert!(matches!(parse("\"潮汐\"".as_bytes()), Ok(Json::Text(Cow::Borrowed("潮汐")))));
    }

    #[test]
    fn what_is_no_json_is_refused() {
        for wrong in ["", "{", "[1,]", "{\"a\"}", "\"\u{1}\"", "1 2", "{1: 2}", "nul"] {
            assert!(parse(wrong.as_bytes()).is_err(), "{wrong}");
        }
        assert!(parse(b"\"\xff\"").is_err(), "not UTF-8");
        assert_eq!(parse(b"[1,").unwrap_err().to_string(), "EOF while parsing a value at line 1 column 3");
        assert!(parse("[".repeat(100_000).as_bytes()).is_err(), "nested too deep for the stack");
    }
}
