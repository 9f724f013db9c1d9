//! What tells versions of a text apart.

/// The hash of a text (FNV-1a, 64 bits), in hexadecimal. It is no defence against anybody.
pub(crate) fn hash(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}")
}
