//! A text in sentences, so that it can be read aloud bit by bit.

/// The longest piece, in characters: some voices stop in the middle of longer ones.
const LONGEST: usize = 180;

/// The sentences of a visible text, none of them too long for a voice.
pub(crate) fn sentences(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for block in text.lines() {
        let mut sentence = String::new();
        let mut chars = block.chars().peekable();
        while let Some(c) = chars.next() {
            sentence.push(c);
            let next = chars.peek().copied();
            if ends(&sentence, next) || is_long(&sentence, c) {
                keep(&mut all, std::mem::take(&mut sentence));
            }
        }
        keep(&mut all, sentence);
    }
    all
}

/// Whether a sentence ends here, before `next`. What closes it belongs to it.
fn ends(sentence: &str, next: Option<char>) -> bool {
    let closes = |c| matches!(c, '”' | '’' | '」' | '』' | '）' | '"' | '\'' | ')');
    let is_full = |c| matches!(c, '。' | '！' | '？' | '；' | '…');
    let Some(next) = next.filter(|&next| !closes(next) && !is_full(next)) else { return false };
    match sentence.trim_end_matches(closes).chars().next_back() {
        // A point may also be that of a number or of an address.
        Some('.' | '!' | '?') => next.is_whitespace(),
        last => last.is_some_and(is_full),
    }
}

/// Whether a sentence is better broken after `c`.
fn is_long(sentence: &str, c: char) -> bool {
    let can_break = c.is_whitespace() || matches!(c, '，' | '、' | '：' | ',' | ';' | ':');
    let length = sentence.chars().count();
    length >= LONGEST || (can_break && 2 * length >= LONGEST)
}

fn keep(all: &mut Vec<String>, sentence: String) {
    if sentence.contains(char::is_alphanumeric) {
        all.push(sentence.trim().to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(sentences(text), expected, "{text}");
    }

    #[test]
    fn sentences_end_with_their_marks() {
        check("字是公用的。版是自家的！\n完", &["字是公用的。", "版是自家的！", "完"]);
        check("他说：“走吧。”然后走了……没有回来。", &["他说：“走吧。”", "然后走了……", "没有回来。"]);
        check("It rose 3.5 feet. \"Why?\" he said", &["It rose 3.5 feet.", "\"Why?\"", "he said"]);
        check("https://x.org/a.b?c 。", &["https://x.org/a.b?c 。"]);
        check("* * *\n\n——\n", &[]);
    }

    #[test]
    fn no_sentence_is_too_long_for_a_voice() {
        let clauses = "一副字的去向，".repeat(60);
        assert!(
            sentences(&clauses).iter().all(|piece| piece.ends_with('，') && piece.chars().count() < LONGEST)
        );
        let unbroken = sentences(&"字".repeat(1_000));
        assert_eq!(unbroken.iter().map(|piece| piece.chars().count()).max(), Some(LONGEST));
        assert_eq!(unbroken.concat().chars().count(), 1_000);
    }
}
