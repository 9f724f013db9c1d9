//! Which terms of the index decide whether an article contains a sequence.
//!
//! A run of CJK characters is covered by as few pairs as will do: `图书馆学` by `图书` and `馆学`,
//! an odd one by one more pair that overlaps. A character alone is any term that starts with it.

use crate::query::SequenceToken;

/// A term, or all terms with a beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lookup {
    Term(String),
    Prefix(String),
}

impl Lookup {
    /// The first and the last term that it can mean, in the order of the dictionary.
    pub(super) fn bounds(&self) -> (String, String) {
        match self {
            Lookup::Term(term) => (term.clone(), term.clone()),
            Lookup::Prefix(start) => (start.clone(), format!("{start}{}", char::MAX)),
        }
    }
}

/// Something to look up, and where it must stand after the start of the sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) lookup: Lookup,
    pub(super) offset: u32,
}

/// The steps that find a sequence. With more than one, positions are needed to join them.
pub(super) fn steps(sequence: &[SequenceToken]) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut rest = sequence;
    while let Some(first) = rest.first() {
        let run = if first.cjk { cjk_run(rest) } else { 1 };
        let (run, after) = rest.split_at(run);
        if first.cjk {
            steps.extend(cover_run(run));
        } else {
            steps.push(Step { lookup: word_lookup(first), offset: first.offset });
        }
        rest = after;
    }
    steps
}

fn word_lookup(token: &SequenceToken) -> Lookup {
    if token.prefix { Lookup::Prefix(token.text.clone()) } else { Lookup::Term(token.text.clone()) }
}

/// How many tokens from the first on are CJK characters without anything between.
fn cjk_run(tokens: &[SequenceToken]) -> usize {
    let goes_on = |pair: &[SequenceToken]| pair[1].cjk && pair[1].offset == pair[0].offset + 1;
    1 + tokens.windows(2).take_while(|pair| goes_on(pair)).count()
}

fn cover_run(run: &[SequenceToken]) -> Vec<Step> {
    let [.., before_last, last] = run else {
        return run
            .iter()
            .map(|lone| Step { lookup: Lookup::Prefix(lone.text.clone()), offset: lone.offset })
            .collect();
    };
    let pair = |a: &SequenceToken, b: &SequenceToken| Step {
        lookup: Lookup::Term(format!("{}{}", a.text, b.text)),
        offset: a.offset,
    };
    let mut steps: Vec<_> = run.chunks_exact(2).map(|two| pair(&two[0], &two[1])).collect();
    if run.len() % 2 == 1 {
        steps.push(pair(before_last, last));
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Clause, LastWord, Query};

    fn check(typed: &str, expected: &[&str]) {
        let query = Query::parse(typed, LastWord::Prefix);
        let Clause::Text(clause) = &query.clauses[0] else { unreachable!("a text was typed") };
        let seen: Vec<_> = steps(&clause.sequence)
            .into_iter()
            .map(|step| match step.lookup {
                Lookup::Term(term) => format!("{term}@{}", step.offset),
                Lookup::Prefix(start) => format!("{start}*@{}", step.offset),
            })
            .collect();
        assert_eq!(seen, expected, "{typed}");
    }

    #[test]
    fn pairs_cover_a_run() {
        check("图书", &["图书@0"]);
        check("图书馆", &["图书@0", "书馆@1"]);
        check("图书馆学", &["图书@0", "馆学@2"]);
        check("茶", &["茶*@0"]);
    }

    #[test]
    fn runs_end_at_words_and_punctuation() {
        check("5G手机", &["5g@0", "手机@1"]);
        check("A股", &["a@0", "股*@1"]);
        check("你好，世界", &["你好@0", "世界@3"]);
        check("\"movable type\"", &["movable@0", "type@1"]);
        check("print", &["print*@0"]);
    }
}
