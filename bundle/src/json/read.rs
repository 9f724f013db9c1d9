//! From a [`Json`] to the types that are made of it.

use std::borrow::Cow;

use super::{Json, JsonError, parse};

/// What can be made of JSON.
pub trait ReadJson: Sized {
    /// Takes it from a value.
    ///
    /// # Errors
    ///
    /// Fails if the value is of another shape, and says where.
    fn read(json: Json<'_>) -> Result<Self, JsonError>;
}

/// Parses JSON, and makes something of it.
///
/// # Errors
///
/// Fails if it is not JSON, or JSON of another shape.
pub fn from_slice<T: ReadJson>(json: &[u8]) -> Result<T, JsonError> {
    T::read(parse(json)?)
}

/// The fields of an object, to be taken by their names. What is left is of no interest.
pub struct Fields<'a>(Vec<(Cow<'a, str>, Json<'a>)>);

impl<'a> Fields<'a> {
    /// Takes a field that must be there.
    ///
    /// # Errors
    ///
    /// Fails if it is missing, or of another shape.
    pub fn take<T: ReadJson>(&mut self, name: &str) -> Result<T, JsonError> {
        let json = self.find(name).ok_or_else(|| JsonError::new("missing").inside(name))?;
        T::read(json).map_err(|error| error.inside(name))
    }

    /// Takes a field that may be missing.
    ///
    /// # Errors
    ///
    /// Fails if it is there, of another shape.
    pub fn take_or_default<T: ReadJson + Default>(&mut self, name: &str) -> Result<T, JsonError> {
        match self.find(name) {
            Some(json) => T::read(json).map_err(|error| error.inside(name)),
            None => Ok(T::default()),
        }
    }

    fn find(&mut self, name: &str) -> Option<Json<'a>> {
        let place = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.swap_remove(place).1)
    }
}

impl<'a> Json<'a> {
    /// The fields of an object.
    ///
    /// # Errors
    ///
    /// Fails if it is something else.
    pub fn fields(self) -> Result<Fields<'a>, JsonError> {
        if let Json::Object(fields) = self { Ok(Fields(fields)) } else { Err(wrong("an object")) }
    }

    /// A field of an object, if it is there.
    pub fn get(&self, name: &str) -> Option<&Json<'a>> {
        let Json::Object(fields) = self else { return None };
        fields.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The items of a list.
    ///
    /// # Errors
    ///
    /// Fails if it is something else.
    pub fn list(self) -> Result<Vec<Json<'a>>, JsonError> {
        if let Json::List(items) = self { Ok(items) } else { Err(wrong("a list")) }
    }

    /// A text.
    ///
    /// # Errors
    ///
    /// Fails if it is something else.
    pub fn text(self) -> Result<Cow<'a, str>, JsonError> {
        if let Json::Text(text) = self { Ok(text) } else { Err(wrong("a text")) }
    }

    /// A whole number between two others, both included.
    ///
    /// # Errors
    ///
    /// Fails if it is something else.
    pub fn whole(&self, least: i64, most: i64) -> Result<i64, JsonError> {
        match *self {
            Json::Whole(number) if (least..=most).contains(&number) => Ok(number),
            _ => {
                Err(wrong(&["a whole number from ", &least.to_string(), " to ", &most.to_string()].concat()))
            }
        }
    }
}

#[cold]
fn wrong(wanted: &str) -> JsonError {
    JsonError::new(["not ", wanted].concat())
}

/// Reads a struct from an object: for each field the name that it has there, with `or default` if it may
/// be missing.
#[macro_export]
macro_rules! read_fields {
    ($Type:ty { $($field:ident: $name:literal $(or $default:ident)?),* $(,)? }) => {
        impl $crate::json::ReadJson for $Type {
            fn read(json: $crate::json::Json<'_>) -> Result<Self, $crate::json::JsonError> {
                let mut fields = json.fields()?;
                Ok(Self { $($field: $crate::read_fields!(@take fields $name $($default)?)),* })
            }
        }
    };
    (@take $fields:ident $name:literal) => { $fields.take($name)? };
    (@take $fields:ident $name:literal default) => { $fields.take_or_default($name)? };
}
pub use read_fields;

impl ReadJson for bool {
    fn read(json: Json<'_>) -> Result<Self, JsonError> {
        if let Json::Bool(value) = json { Ok(value) } else { Err(wrong("true or false")) }
    }
}

macro_rules! read_whole {
    ($($Number:ty: $least:expr, $most:expr;)*) => {$(
        impl ReadJson for $Number {
            fn read(json: Json<'_>) -> Result<Self, JsonError> {
                json.whole($least, $most).map(|number| number as $Number)
            }
        }
    )*};
}

read_whole! {
    u8: 0, u8::MAX.into();
    u16: 0, u16::MAX.into();
    u32: 0, u32::MAX.into();
    i32: i32::MIN.into(), i32::MAX.into();
    i64: i64::MIN, i64::MAX;
    usize: 0, u32::MAX.into();
}

impl ReadJson for u64 {
    fn read(json: Json<'_>) -> Result<Self, JsonError> {
        match json {
            Json::Large(number) => Ok(number),
            _ => json.whole(0, i64::MAX).map(i64::cast_unsigned),
        }
    }
}

impl ReadJson for f64 {
    fn read(json: Json<'_>) -> Result<Self, JsonError> {
        match json {
            Json::Whole(number) => Ok(number as f64),
            Json::Large(number) => Ok(number as f64),
            Json::Fraction(number) => Ok(number),
            _ => Err(wrong("a number")),
        }
    }
}

impl ReadJson for String {
    fn read(json: Json<'_>) -> Result<Self, JsonError> {
        json.text().map(Cow::into_owned)
    }
}

impl<T: ReadJson> ReadJson for Option<T> {
    fn read(json: Json<'_>) -> Result<Self, JsonError> {
        if matches!(json, Json::Null) { Ok(None) } else { T::read(json).map(Some) }
    }
}

impl<T: ReadJson> ReadJson for Vec<T> {
    fn read(json: Json<'_>) -> Result<Self, JsonError> {
        let items = json.list()?;
        let mut values = Vec::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            values.push(T::read(item).map_err(|error| error.at(index))?);
        }
        Ok(values)
    }
}

impl<A: ReadJson, B: ReadJson> ReadJson for (A, B) {
    fn read(json: Json<'_>) -> Result<Self, JsonError> {
        let [first, second] = <[Json<'_>; 2]>::try_from(json.list()?).map_err(|_| wrong("a list of two"))?;
        let first = A::read(first).map_err(|error| error.at(0))?;
        let second = B::read(second).map_err(|error| error.at(1))?;
        Ok((first, second))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Entry {
        title: String,
        sizes: Vec<u16>,
        more: Vec<(u32, String)>,
        year: Option<i32>,
    }
    read_fields!(Entry { title: "t", sizes: "s", more: "m" or default, year: "y" or default });

    #[derive(Debug, PartialEq)]
    struct File {
        entries: Vec<Entry>,
        is_whole: bool,
    }
    read_fields!(File { entries: "entries", is_whole: "whole" });

    fn error(json: &str) -> String {
        from_slice::<File>(json.as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn what_may_be_missing_may_be_missing() {
        let json = r#"{"whole": true, "new": {}, "entries": [{"s": [1, 65535], "t": "茶", "y": null}]}"#;
        let entry = Entry { title: "茶".into(), sizes: vec![1, 65_535], more: vec![], year: None };
        assert_eq!(from_slice(json.as_bytes()), Ok(File { entries: vec![entry], is_whole: true }));
    }

    #[test]
    fn an_error_says_where() {
        for (json, says) in [
            ("[]", "not an object"),
            (r#"{"entries": []}"#, "whole: missing"),
            (r#"{"entries": {}, "whole": true}"#, "entries: not a list"),
            (r#"{"entries": [], "whole": 1}"#, "whole: not true or false"),
            (r#"{"entries": [{"t": "a"}], "whole": true}"#, "entries[0].s: missing"),
            (r#"{"entries": [{"t": 3, "s": []}]}"#, "entries[0].t: not a text"),
            (
                r#"{"entries": [{"t": "a", "s": [7, 65536]}]}"#,
                "entries[0].s[1]: not a whole number from 0 to 65535",
            ),
            (
                r#"{"entries": [{"t": "a", "s": [0.5]}]}"#,
                "entries[0].s[0]: not a whole number from 0 to 65535",
            ),
            (r#"{"entries": [{"t": "a", "s": [], "m": [[1]]}]}"#, "entries[0].m[0]: not a list of two"),
            (r#"{"entries": [{"t": "a", "s": [], "m": [[1, 2]]}]}"#, "entries[0].m[0][1]: not a text"),
        ] {
            assert_eq!(error(json), says, "{json}");
        }
    }
}
