//! What "contains" means.

use crate::query::SequenceToken;
use crate::text::OwnedToken;

/// Where in `text` a sequence starts, as indices of its tokens. The index must agree with it.
pub(super) fn starts<'a>(
    text: &'a [OwnedToken],
    sequence: &'a [SequenceToken],
) -> impl Iterator<Item = usize> + 'a {
    text.windows(sequence.len().max(1)).enumerate().filter_map(move |(start, window)| {
        let fits = window.iter().zip(sequence).all(|(token, wanted)| {
            token.position - window[0].position == wanted.offset && wanted.accepts(&token.text)
        });
        (fits && !sequence.is_empty()).then_some(start)
    })
}
