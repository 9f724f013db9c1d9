//! Numbers as bytes (LEB128: seven bits each, least significant first, the high bit set on all but
//! the last), for what is held in memory by the million.

/// Appends a number.
pub(super) fn push(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Reads what [`push`] has written.
#[derive(Clone)]
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    /// Where the next number starts.
    pub(super) at: usize,
}

impl<'a> Reader<'a> {
    /// A reader of the number at `at` and those after it.
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Reader<'a> {
        Reader { bytes, at }
    }

    /// The next number; 0 at the end.
    pub(super) fn read(&mut self) -> u32 {
        let mut number = 0;
        let mut shift = 0;
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
            shift += 7;
        }
        number
    }

    /// Passes over `count` numbers.
    pub(super) fn skip(&mut self, count: u32) {
        for _ in 0..count {
            while self.bytes.get(self.at).is_some_and(|&byte| byte >= 0x80) {
                self.at += 1;
            }
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn numbers_come_back(numbers: Vec<u32>) {
            let mut bytes = Vec::new();
            numbers.iter().for_each(|&number| push(&mut bytes, number));
            let mut reader = Reader::new(&bytes, 0);
            for &number in &numbers {
                let at = reader.at;
                proptest::prop_assert_eq!(reader.read(), number);
                let mut skipping = Reader::new(&bytes, at);
                skipping.skip(1);
                proptest::prop_assert_eq!(skipping.at, reader.at);
            }
        }
    }
}
