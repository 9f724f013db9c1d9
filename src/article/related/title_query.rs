//! Which search finds articles like one: an OR of the most telling pieces of its title.

use bundle::query::{LastWord, Query};
use bundle::text::{OwnedToken, tokens};

/// Pieces that are searched for. Each costs a shard of the index in every segment searched.
const PIECES: usize = 6;

/// Characters that say little, in the form that the index has. No piece has one.
const COMMON: &str = "的了是在和与及或不有人这那之为以于上下中大小一二三四五六七八九十个我你他她它们来去到对从被把将也都就又还没么什何如所其年月日时第号";
/// Words that say little.
const COMMON_WORDS: &[&str] = &[
    "about", "after", "also", "and", "are", "but", "for", "from", "had", "has", "have", "his", "how", "into",
    "its", "more", "not", "over", "than", "that", "the", "their", "them", "then", "they", "this", "was",
    "were", "what", "when", "which", "who", "why", "will", "with", "you", "your",
];

/// The search for articles like one of this title, if it says anything.
pub(crate) fn like_title(title: &str) -> Option<Query> {
    let pieces = telling_pieces(title);
    let quoted: Vec<_> = pieces.iter().map(|piece| format!("\"{piece}\"")).collect();
    (!quoted.is_empty()).then(|| Query::parse(&quoted.join(" OR "), LastWord::Whole))
}

/// Words, and pairs of neighbouring characters: what the index has as it stands. Of many, some from
/// all over the title.
fn telling_pieces(title: &str) -> Vec<String> {
    let all = tokens(title);
    let words = all.iter().filter(|token| is_telling_word(token)).map(|token| token.text.clone());
    let mut pieces: Vec<String> = Vec::new();
    for piece in words.chain(all.windows(2).filter_map(pair)) {
        if !pieces.contains(&piece) {
            pieces.push(piece);
        }
    }
    let step = pieces.len().div_ceil(PIECES).max(1);
    pieces.into_iter().step_by(step).collect()
}

fn is_telling_word(token: &OwnedToken) -> bool {
    !token.cjk && token.text.chars().count() > 2 && !COMMON_WORDS.contains(&token.text.as_str())
}

fn pair(neighbours: &[OwnedToken]) -> Option<String> {
    let [first, second] = neighbours else { return None };
    let tells = |token: &OwnedToken| token.cjk && !COMMON.contains(token.text.as_str());
    let are_near = first.position + 1 == second.position;
    (are_near && tells(first) && tells(second)).then(|| format!("{}{}", first.text, second.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_say_what_a_title_is_about() {
        let check = |title: &str, expected: &[&str]| assert_eq!(telling_pieces(title), expected, "{title}");
        check("县图书馆的卡片柜", &["县图", "图书", "书馆", "卡片", "片柜"]);
        check("The lighthouse that was moved, and the Lighthouse", &["lighthouse", "moved"]);
        check("借來的地圖", &["地图"]);
        check("的", &[]);
        check("", &[]);
    }

    #[test]
    fn a_long_title_gives_few_pieces() {
        let long: String = ('\u{4e8c}'..'\u{4eff}').collect();
        assert!((4..=PIECES).contains(&telling_pieces(&long).len()));
        assert_eq!(like_title("——"), None);
        assert!(like_title("地图 puzzle").is_some_and(|query| query.problems.is_empty()));
    }
}
