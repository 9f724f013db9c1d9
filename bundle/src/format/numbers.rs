//! Sequences of unsigned integers, encoded as one JSON string.
//!
//! A variable-length code over the 93 printable ASCII characters that JSON does not escape: a number takes
//! one to six characters; the first 61 stand for themselves, the others begin longer numbers. Bytes in
//! base64 would be denser, but gzip codes frequent characters with few bits, so sequences of small numbers
//! of one kind get smaller this way: an index takes three quarters of what it takes in base64.

use serde::Serialize;

use super::FormatError;
use crate::json::{Json, JsonError, ReadJson, read_fields};

/// The characters of the code, its digits: printable ASCII without `"` and `\`.
const DIGITS: u32 = 93;
/// How many numbers take one character.
const SHORT: u32 = 61;
/// The number of first characters of two-character numbers, and how many numbers those are.
const PAIRS: u32 = 24;
const PAIRED: u32 = PAIRS * DIGITS;
/// The number of first characters of three-character numbers, and how many numbers those are.
const TRIPLES: u32 = 7;
const TRIPLED: u32 = TRIPLES * DIGITS * DIGITS;
/// How many digits follow the character that begins all other numbers.
const LONG: u32 = 5;

/// A sequence of unsigned integers, encoded as one string.
///
/// ```
/// use bundle::format::Numbers;
///
/// let numbers = Numbers::from_iter([0, 1, 1, 2_000, u32::MAX]);
/// assert_eq!(numbers.decode(), Ok(vec![0, 1, 1, 2_000, u32::MAX]));
/// // Small numbers take a character each, others two to six.
/// assert_eq!(serde_json::to_string(&Numbers::from_iter([0, 1, 1])).unwrap(), r#"" !!""#);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Numbers(String);

impl ReadJson for Numbers {
    fn read(json: Json<'_>) -> Result<Numbers, JsonError> {
        String::read(json).map(Numbers)
    }
}

impl Numbers {
    /// Decodes all numbers.
    ///
    /// # Errors
    ///
    /// [`FormatError::Damaged`] if the string is no valid encoding.
    pub fn decode(&self) -> Result<Vec<u32>, FormatError> {
        let mut reader = self.reader();
        let mut numbers = Vec::with_capacity(self.0.len());
        while !reader.is_at_end() {
            numbers.push(reader.read()?);
        }
        Ok(numbers)
    }

    /// A reader that decodes the numbers one by one.
    pub fn reader(&self) -> NumbersReader<'_> {
        NumbersReader { rest: self.0.as_bytes() }
    }

    /// Appends a number.
    pub fn push(&mut self, number: u32) {
        let mut rest = number;
        if rest < SHORT {
            return self.push_digit(rest);
        }
        rest -= SHORT;
        if rest < PAIRED {
            return self.push_digits(SHORT, rest, 1);
        }
        rest -= PAIRED;
        if rest < TRIPLED {
            return self.push_digits(SHORT + PAIRS, rest, 2);
        }
        self.push_digit(DIGITS - 1);
        self.push_digits(0, number, LONG - 1);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Appends `number` as `after + 1` digits, to the first of which `base` is added.
    fn push_digits(&mut self, base: u32, number: u32, after: u32) {
        self.push_digit(base + number / DIGITS.pow(after));
        for place in (0..after).rev() {
            self.push_digit(number / DIGITS.pow(place) % DIGITS);
        }
    }

    fn push_digit(&mut self, digit: u32) {
        let character = b' ' + digit as u8;
        let character = character + u8::from(character >= b'"');
        let character = character + u8::from(character >= b'\\');
        self.0.push(char::from(character));
    }
}

impl FromIterator<u32> for Numbers {
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Numbers {
        let mut encoded = Numbers::default();
        numbers.into_iter().for_each(|number| encoded.push(number));
        encoded
    }
}

/// Decodes [`Numbers`] one by one.
#[derive(Debug, Clone)]
pub struct NumbersReader<'a> {
    rest: &'a [u8],
}

impl NumbersReader<'_> {
    /// Whether all numbers have been read.
    pub fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// Decodes the next number.
    ///
    /// # Errors
    ///
    /// [`FormatError::Damaged`] at the end, and if the string is no valid encoding.
    pub fn read(&mut self) -> Result<u32, FormatError> {
        let first = self.read_digit()?;
        if first < SHORT {
            return Ok(first);
        }
        if first < SHORT + PAIRS {
            return Ok(SHORT + self.read_digits(first - SHORT, 1)?);
        }
        if first < SHORT + PAIRS + TRIPLES {
            return Ok(SHORT + PAIRED + self.read_digits(first - SHORT - PAIRS, 2)?);
        }
        self.read_digits(0, LONG)
    }

    fn read_digits(&mut self, first: u32, after: u32) -> Result<u32, FormatError> {
        (0..after).try_fold(first, |number, _| {
            let digit = self.read_digit()?;
            let number = number.checked_mul(DIGITS).and_then(|number| number.checked_add(digit));
            number.ok_or_else(|| FormatError::damaged("a number is too large"))
        })
    }

    fn read_digit(&mut self) -> Result<u32, FormatError> {
        let (&character, rest) =
            self.rest.split_first().ok_or_else(|| FormatError::damaged("a number has no end"))?;
        self.rest = rest;
        match character {
            b' '..=b'!' => Ok(u32::from(character - b' ')),
            b'#'..=b'[' => Ok(u32::from(character - b' ') - 1),
            b']'..=b'~' => Ok(u32::from(character - b' ') - 2),
            _ => Err(FormatError::damaged("a number has a character that stands for none")),
        }
    }
}

/// [`Numbers`] for sequences in which many numbers are large. Quotients and remainders are stored apart,
/// which gzip compresses better.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct WideNumbers {
    #[serde(rename = "q")]
    quotients: Numbers,
    #[serde(rename = "r")]
    remainders: Numbers,
}

read_fields!(WideNumbers { quotients: "q", remainders: "r" });

/// What [`WideNumbers`] are divided by.
const DIVISOR: u32 = 64;

impl WideNumbers {
    /// Appends a number.
    pub fn push(&mut self, number: u32) {
        self.quotients.push(number / DIVISOR);
        self.remainders.push_digit(number % DIVISOR);
    }

    /// Decodes all numbers.
    ///
    /// # Errors
    ///
    /// [`FormatError::Damaged`] if they are no valid encoding.
    pub fn decode(&self) -> Result<Vec<u32>, FormatError> {
        let mut remainders = self.remainders.reader();
        let number =
            |quotient: u32| Ok(quotient.saturating_mul(DIVISOR).saturating_add(remainders.read_digit()?));
        self.quotients.decode()?.into_iter().map(number).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_each_length() {
        let pairs = SHORT + PAIRED;
        let triples = pairs + TRIPLED;
        let check = |number: u32, characters: usize| {
            let numbers = Numbers::from_iter([number]);
            assert_eq!((numbers.decode(), numbers.0.len()), (Ok(vec![number]), characters), "{number}");
        };
        for (first, characters) in [(0, 1), (SHORT, 2), (pairs, 3), (triples, 6)] {
            check(first, characters);
        }
        for (last, characters) in [(SHORT - 1, 1), (pairs - 1, 2), (triples - 1, 3), (u32::MAX, 6)] {
            check(last, characters);
        }
    }

    proptest::proptest! {
        #[test]
        fn numbers_come_back_from_json(numbers: Vec<u32>) {
            let json = serde_json::to_string(&Numbers::from_iter(numbers.clone())).unwrap();
            proptest::prop_assert!(!json.contains('\\'));
            let decoded: Numbers = crate::json::from_slice(json.as_bytes()).unwrap();
            proptest::prop_assert_eq!(decoded.decode(), Ok(numbers));
        }

        #[test]
        fn wide_numbers_come_back(numbers: Vec<u32>) {
            let mut wide = WideNumbers::default();
            numbers.iter().for_each(|&number| wide.push(number));
            proptest::prop_assert_eq!(wide.decode(), Ok(numbers));
        }

        #[test]
        fn damage_is_an_error_or_numbers_but_no_panic(text in "[ -~é]{0,20}") {
            let _ = Numbers(text).decode();
        }
    }

    #[test]
    fn an_unfinished_number_is_damage() {
        for text in ["~", "z", "\\", "~~~~~~"] {
            assert!(Numbers(text.to_owned()).decode().is_err(), "{text}");
        }
    }
}
