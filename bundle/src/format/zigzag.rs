//! Zigzag encoding, as in Protocol Buffers: 0, -1, 1, -2, 2 … become 0, 1, 2, 3, 4 …

/// Encodes a number, which must be between those that 32 bits hold.
pub(super) fn encode(number: i64) -> u32 {
    (if number < 0 { -2 * number - 1 } else { 2 * number }) as u32
}

/// The number that was encoded.
pub(super) fn decode(code: u32) -> i32 {
    let half = (code / 2) as i32;
    if code.is_multiple_of(2) { half } else { -half - 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let codes = [0, -1, 1, -2, 2].map(encode);
        assert_eq!(codes, [0, 1, 2, 3, 4]);
        for number in [-210, 480, i16::MAX.into(), i16::MIN.into(), i32::MAX, i32::MIN] {
            assert_eq!(decode(encode(number.into())), number);
        }
    }
}
