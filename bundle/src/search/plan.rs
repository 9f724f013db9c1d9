//! Query planning: which terms to look up for a query. It is known once the directory is there.
//!
//! A run of CJK characters is covered by as few bigrams as possible: `图书馆学` by `图书` and `馆学`; a run of
//! odd length by one more bigram, which overlaps. A lone character is looked up as all terms with this
//! prefix or, where these are very many, as their prefix term. A token that punctuation follows in the
//! query must have punctuation after it in the text, too.

use crate::format::{TermDirectory, is_prefix_term, prefix_term};
use crate::query::{Clause, PhraseToken, Query, Scope};
use crate::text::BEFORE_GAP;

/// What is looked up in the term dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lookup {
    /// A term.
    Term(String),
    /// A word, whether or not punctuation follows it: two terms.
    Word(String),
    /// All terms with a prefix.
    Prefix(String),
}

impl Lookup {
    /// The first and the last term that it may match, in the order of the dictionary.
    pub(super) fn bounds(&self) -> (String, String) {
        match self {
            Lookup::Term(term) => (term.clone(), term.clone()),
            Lookup::Word(word) => (word.clone(), before_gap(word)),
            Lookup::Prefix(prefix) => (prefix.clone(), format!("{prefix}{}", char::MAX)),
        }
    }
}

/// Something to look up, and its position in the phrase, relative to the first token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) lookup: Lookup,
    pub(super) offset: u32,
}

/// What a clause of a query needs of the index of a segment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ClausePlan {
    /// The lookups that find its phrase; none if it is not matched by the index.
    pub(super) steps: Vec<Step>,
    /// Whether positions are needed: to join several steps, or to rank by proximity.
    pub(super) with_positions: bool,
}

/// Plans each clause of a query.
pub(super) fn plan(query: &Query, directory: &TermDirectory) -> Vec<ClausePlan> {
    let mut plans: Vec<_> = query.clauses.iter().map(|clause| plan_clause(clause, directory)).collect();
    let wanted = query.positive_texts().map(|(clause, _)| clause);
    let ranked: Vec<usize> = wanted.filter(|&clause| has_cheap_positions(&plans[clause])).collect();
    if ranked.len() > 1 {
        ranked.into_iter().for_each(|clause| plans[clause].with_positions = true);
    }
    plans
}

/// Whether anything is looked up for a query.
pub(super) fn needs_terms(query: &Query) -> bool {
    query.clauses.iter().any(is_indexed)
}

/// Whether a clause is matched by the index: only titles and bodies are in it.
fn is_indexed(clause: &Clause) -> bool {
    matches!(clause, Clause::Text(text) if matches!(text.scope, Scope::Anywhere | Scope::Title))
}

/// Plans a clause.
fn plan_clause(clause: &Clause, directory: &TermDirectory) -> ClausePlan {
    let Clause::Text(text) = clause else { return ClausePlan::default() };
    if !is_indexed(clause) {
        return ClausePlan::default();
    }
    let mut steps = steps(&text.phrase);
    if let [Step { lookup, .. }] = steps.as_mut_slice()
        && let Lookup::Prefix(prefix) = lookup
        && directory.has_prefix_term(prefix)
    {
        *lookup = Lookup::Term(prefix_term(prefix));
    }
    ClausePlan { with_positions: steps.len() > 1, steps }
}

/// Whether the positions of a clause can be had from few shards.
fn has_cheap_positions(plan: &ClausePlan) -> bool {
    let is_exact = |step: &Step| match &step.lookup {
        Lookup::Term(term) => !is_prefix_term(term),
        Lookup::Word(_) => true,
        Lookup::Prefix(_) => false,
    };
    !plan.steps.is_empty() && plan.steps.iter().all(is_exact)
}

/// The steps that find a phrase. With more than one, positions are needed to join them.
fn steps(phrase: &[PhraseToken]) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut rest = phrase;
    while let Some(first) = rest.first() {
        let run = if first.cjk { cjk_run(rest) } else { 1 };
        let (run, after) = rest.split_at(run);
        let gap_follows =
            run.last().zip(after.first()).is_some_and(|(last, next)| next.offset > last.offset + 1);
        if first.cjk {
            steps.extend(cover_run(run, gap_follows));
        } else {
            steps.push(Step { lookup: word_lookup(first, gap_follows), offset: first.offset });
        }
        rest = after;
    }
    steps
}

/// The lookup of a word.
fn word_lookup(token: &PhraseToken, gap_follows: bool) -> Lookup {
    match (token.prefix, gap_follows) {
        (true, _) => Lookup::Prefix(token.text.clone()),
        (false, true) => Lookup::Term(before_gap(&token.text)),
        (false, false) => Lookup::Word(token.text.clone()),
    }
}

/// The term of a word or lone character that punctuation follows.
fn before_gap(token: &str) -> String {
    format!("{token}{BEFORE_GAP}")
}

/// The number of adjacent CJK characters that the tokens begin with.
fn cjk_run(tokens: &[PhraseToken]) -> usize {
    let goes_on = |pair: &[PhraseToken]| pair[1].cjk && pair[1].offset == pair[0].offset + 1;
    1 + tokens.windows(2).take_while(|pair| goes_on(pair)).count()
}

/// The steps that cover a run of CJK characters.
fn cover_run(run: &[PhraseToken], gap_follows: bool) -> Vec<Step> {
    let pair = |a: &PhraseToken, b: &PhraseToken| Step {
        lookup: Lookup::Term(format!("{}{}", a.text, b.text)),
        offset: a.offset,
    };
    let mut steps: Vec<_> = run.chunks_exact(2).map(|two| pair(&two[0], &two[1])).collect();
    if let [.., before_last, last] = run
        && run.len() % 2 == 1
    {
        steps.push(pair(before_last, last));
    }
    if let [.., last] = run
        && (gap_follows || run.len() == 1)
    {
        let text = last.text.as_str();
        let lookup =
            if gap_follows { Lookup::Term(before_gap(text)) } else { Lookup::Prefix(text.to_owned()) };
        steps.push(Step { lookup, offset: last.offset });
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::LastWord;

    fn show(plan: &ClausePlan) -> Vec<String> {
        let step = |step: &Step| match &step.lookup {
            Lookup::Term(term) => format!("{term}@{}", step.offset),
            Lookup::Word(word) => format!("{word}@{}", step.offset),
            Lookup::Prefix(start) => format!("{start}…@{}", step.offset),
        };
        plan.steps.iter().map(step).collect()
    }

    fn planned(typed: &str) -> Vec<ClausePlan> {
        let directory =
            TermDirectory { prefixes: vec!["t".into(), "的".into()], ..TermDirectory::default() };
        plan(&Query::parse(typed, LastWord::Prefix), &directory)
    }

    fn check(typed: &str, expected: &[&str]) {
        assert_eq!(show(&planned(typed)[0]), expected, "{typed}");
    }

    #[test]
    fn pairs_cover_a_run() {
        check("图书", &["图书@0"]);
        check("图书馆", &["图书@0", "书馆@1"]);
        check("图书馆学", &["图书@0", "馆学@2"]);
        check("茶", &["茶…@0"]);
    }

    #[test]
    fn runs_end_at_words_and_punctuation() {
        check("5G手机", &["5g@0", "手机@1"]);
        check("A股", &["a@0", "股…@1"]);
        check("你好，世界", &["你好@0", "好,@1", "世界@3"]);
        check("茶，a；b", &["茶,@0", "a,@2", "b…@4"]);
        check("\"movable type\"", &["movable@0", "type@1"]);
        check("print", &["print…@0"]);
    }

    #[test]
    fn a_common_prefix_is_one_term() {
        check("的", &["的*@0"]);
        check("t", &["t*@0"]);
        check("A的", &["a@0", "的…@1"]);
        check("author:的", &[]);
    }

    #[test]
    fn positions_join_phrases_and_rank_several_words() {
        let check = |typed: &str, expected: &[bool]| {
            let seen: Vec<_> = planned(typed).iter().map(|plan| plan.with_positions).collect();
            assert_eq!(seen, expected, "{typed}");
        };
        check("图书", &[false]);
        check("图书馆", &[true]);
        check("图书 铁路", &[true, true]);
        check("图书 -铁路", &[false, false]);
        check("图书 铁路 茶 的 typ", &[true, true, false, false, false]);
        check("图书 author:茶", &[false, false]);
    }
}
