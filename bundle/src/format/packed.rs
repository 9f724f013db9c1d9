//! Integers that come in long runs: varints in base64, so that they stay JSON.
//!
//! A varint is LEB128: seven bits a byte, least significant first, the high bit set on all bytes
//! but the last.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use serde::{Deserialize, Serialize};

use super::FormatError;

/// Bytes of a JSON file, as base64.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Packed(String);

impl Packed {
    /// Packs bytes as they are.
    pub fn from_bytes(bytes: &[u8]) -> Packed {
        Packed(STANDARD_NO_PAD.encode(bytes))
    }

    /// Packs numbers as varints.
    pub fn from_numbers(numbers: impl IntoIterator<Item = u32>) -> Packed {
        let mut bytes = Vec::new();
        numbers.into_iter().for_each(|number| push_varint(&mut bytes, number));
        Packed::from_bytes(&bytes)
    }

    /// The bytes.
    pub fn bytes(&self) -> Result<Vec<u8>, FormatError> {
        STANDARD_NO_PAD.decode(&self.0).map_err(FormatError::damaged)
    }

    /// The numbers.
    pub fn numbers(&self) -> Result<Vec<u32>, FormatError> {
        let bytes = self.bytes()?;
        let mut reader = VarintReader::new(&bytes);
        let mut numbers = Vec::with_capacity(bytes.len());
        while !reader.is_at_end() {
            numbers.push(reader.read()?);
        }
        Ok(numbers)
    }
}

/// Appends `number` as a varint.
pub fn push_varint(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Reads varints from bytes, one after the other.
pub struct VarintReader<'a> {
    bytes: &'a [u8],
}

impl<'a> VarintReader<'a> {
    /// A reader at the start of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        VarintReader { bytes }
    }

    /// Whether all bytes have been read.
    pub fn is_at_end(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The next number.
    pub fn read(&mut self) -> Result<u32, FormatError> {
        let mut number = 0u32;
        for (index, &byte) in self.bytes.iter().enumerate().take(5) {
            let shift = 7 * index as u32;
            number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or_default();
            if byte < 0x80 {
                self.bytes = &self.bytes[index + 1..];
                return Ok(number);
            }
        }
        Err(FormatError::damaged("a number has no end"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn numbers_come_back(numbers: Vec<u32>) {
            proptest::prop_assert_eq!(Packed::from_numbers(numbers.clone()).numbers(), Ok(numbers));
        }

        #[test]
        fn damage_is_an_error_or_numbers_but_no_panic(text in "[A-Za-z0-9+/=é]{0,20}") {
            let _ = Packed(text).numbers();
        }
    }

    #[test]
    fn an_unfinished_number_is_damage() {
        assert!(Packed::from_bytes(&[0x80]).numbers().is_err());
        assert!(Packed("!".to_owned()).numbers().is_err());
    }
}
