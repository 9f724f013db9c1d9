//! What "an article contains a phrase" means. Snippets and highlights use this definition directly, and the
//! index must agree with it.

use crate::query::PhraseToken;
use crate::text::OwnedToken;

/// Where a phrase occurs in a text: the index of the first token of each occurrence. The tokens must match,
/// and their distances be those in the phrase.
pub(super) fn phrase_starts<'a>(
    text: &'a [OwnedToken],
    phrase: &'a [PhraseToken],
) -> impl Iterator<Item = usize> + 'a {
    text.windows(phrase.len().max(1)).enumerate().filter_map(move |(start, window)| {
        let matches = window.iter().zip(phrase).all(|(token, expected)| {
            token.position - window[0].position == expected.offset && expected.accepts(&token.text)
        });
        (matches && !phrase.is_empty()).then_some(start)
    })
}
