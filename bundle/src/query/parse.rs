//! The parser of queries.

use std::ops::Range;

use super::{Clause, Node, PhraseToken, Problem, ProblemKind, Query, Scope, TextClause};
use crate::date::{Day, period};
use crate::text::{Script, tokens};

/// How the last word of a query is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastWord {
    /// As a whole word.
    Whole,
    /// As the beginning of a word, unless a space or a quotation mark follows: the reader may still be
    /// typing it.
    Prefix,
}

impl Query {
    /// Parses a query. It never fails: parts that cannot be understood are in its `problems`.
    ///
    /// ```
    /// use bundle::query::{Clause, LastWord, ProblemKind, Query, Scope};
    ///
    /// let query = Query::parse("title:\"low tide\" -tea date:July", LastWord::Whole);
    ///
    /// let Clause::Text(title) = &query.clauses[0] else { unreachable!() };
    /// assert_eq!((title.scope, title.phrase.len(), title.positive), (Scope::Title, 2, true));
    /// let Clause::Text(tea) = &query.clauses[1] else { unreachable!() };
    /// assert_eq!((tea.scope, tea.phrase.len(), tea.positive), (Scope::Anywhere, 1, false));
    ///
    /// assert_eq!(query.clauses.len(), 2);
    /// assert_eq!(query.problems[0].kind, ProblemKind::NotADate);
    /// ```
    pub fn parse(typed: &str, last_word: LastWord) -> Query {
        let mut parser = Parser::default();
        let mut chunks = split(typed, &mut parser.query.problems);
        if let Some(last) = chunks.last_mut() {
            last.is_prefix |= last_word == LastWord::Prefix && !last.quoted && last.range.end == typed.len();
        }
        chunks.iter().for_each(|chunk| parser.parse_chunk(typed, chunk));
        parser.finish()
    }
}

/// A part of the query between spaces: a clause, or `OR`.
pub(super) struct Chunk<'a> {
    /// Its byte range, quotation marks and field included.
    pub(super) range: Range<usize>,
    /// Whether a `-` stands before it.
    pub(super) excluded: bool,
    /// The field: that of `title` for `title:…`.
    pub(super) field: Option<Field>,
    /// The text without `-`, field, quotation marks and `*`.
    pub(super) value: &'a str,
    pub(super) quoted: bool,
    /// Whether its last word matches as a prefix.
    is_prefix: bool,
}

impl Chunk<'_> {
    /// Whether it is the operator `OR`.
    pub(super) fn is_or(&self, typed: &str) -> bool {
        &typed[self.range.clone()] == "OR"
    }
}

/// What a field name means.
#[derive(Clone, Copy)]
pub(super) enum Field {
    Text(Scope),
    Date,
    After,
    Before,
}

const FIELDS: &[(&str, Field)] = &[
    ("title", Field::Text(Scope::Title)),
    ("author", Field::Text(Scope::Author)),
    ("category", Field::Text(Scope::Category)),
    ("tag", Field::Text(Scope::Tag)),
    ("site", Field::Text(Scope::Site)),
    ("date", Field::Date),
    ("after", Field::After),
    ("before", Field::Before),
];

/// Opening quotation marks and the closing ones that belong to them, as keyboards and input methods type
/// them.
const QUOTES: &[(char, char)] = &[('"', '"'), ('“', '”'), ('「', '」'), ('『', '』'), ('＂', '＂')];

/// Splits a query at spaces that are not in quotation marks.
pub(super) fn split<'a>(typed: &'a str, problems: &mut Vec<Problem>) -> Vec<Chunk<'a>> {
    let mut chunks = Vec::new();
    let mut at = 0;
    while let Some(start) = typed[at..].find(|c: char| !c.is_whitespace()).map(|skip| at + skip) {
        let chunk = read_chunk(typed, start, problems);
        at = chunk.range.end;
        chunks.push(chunk);
    }
    chunks
}

/// Reads the chunk that starts at the byte `start`.
fn read_chunk<'a>(typed: &'a str, start: usize, problems: &mut Vec<Problem>) -> Chunk<'a> {
    let mut at = start;
    let excluded =
        typed[at..].strip_prefix('-').is_some_and(|rest| !rest.is_empty() && !starts_with_space(rest));
    at += usize::from(excluded);
    let field = read_field(&typed[at..]);
    at += field.map_or(0, |(_, len)| len);
    let rest = &typed[at..];
    let (value, end, quoted) = match opening_quote(rest) {
        Some((open, close)) => {
            let inner = &rest[open.len_utf8()..];
            let (value, after) = inner.split_once(close).unwrap_or_else(|| {
                problems.push(Problem { range: at..typed.len(), kind: ProblemKind::UnclosedQuote });
                (inner, "")
            });
            (value, typed.len() - after.len(), true)
        }
        None => {
            let len = rest.find(char::is_whitespace).unwrap_or(rest.len());
            (&rest[..len], at + len, false)
        }
    };
    let unstarred = if quoted { None } else { value.strip_suffix('*') };
    Chunk {
        range: start..end,
        excluded,
        field: field.map(|(field, _)| field),
        value: unstarred.unwrap_or(value),
        quoted,
        is_prefix: unstarred.is_some(),
    }
}

fn starts_with_space(text: &str) -> bool {
    text.starts_with(char::is_whitespace)
}

/// The quotation mark that `text` begins with, and the one that closes it.
fn opening_quote(text: &str) -> Option<(char, char)> {
    let first = text.chars().next()?;
    QUOTES.iter().copied().find(|&(open, _)| open == first)
}

/// The field that `text` begins with, and its length in bytes, with the colon.
fn read_field(text: &str) -> Option<(Field, usize)> {
    FIELDS.iter().find_map(|&(name, field)| {
        let colon = text.get(..name.len()).filter(|start| start.eq_ignore_ascii_case(name))?.len();
        let after = text[colon..].strip_prefix([':', '：'])?;
        Some((field, text.len() - after.len()))
    })
}

/// The state of the parser.
#[derive(Default)]
struct Parser {
    query: Query,
    /// The nodes so far, all of which must match.
    all: Vec<Node>,
    /// The byte range of an `OR` whose right side has not come yet.
    open_or: Option<Range<usize>>,
}

impl Parser {
    /// Parses a chunk, which is a clause or `OR`.
    fn parse_chunk(&mut self, typed: &str, chunk: &Chunk<'_>) {
        if chunk.is_or(typed) {
            self.parse_or(chunk.range.clone());
            return;
        }
        let Some(clause) = self.clause(chunk) else { return };
        let index = self.query.clauses.len();
        self.query.clauses.push(clause);
        let node = Node::Clause(index);
        self.add(if chunk.excluded { Node::Not(Box::new(node)) } else { node });
    }

    /// Parses an `OR`, which needs a clause before it.
    fn parse_or(&mut self, range: Range<usize>) {
        if self.all.is_empty() || self.open_or.is_some() {
            self.problem(range, ProblemKind::LoneOr);
        } else {
            self.open_or = Some(range);
        }
    }

    /// Adds a node. After an `OR` it is combined with the node before.
    fn add(&mut self, node: Node) {
        let before = self.open_or.take().and_then(|_| self.all.pop());
        self.all.push(match before {
            Some(Node::Any(mut choices)) => {
                choices.push(node);
                Node::Any(choices)
            }
            Some(before) => Node::Any(vec![before, node]),
            None => node,
        });
    }

    /// The clause that a chunk means; a problem is recorded if it means none.
    fn clause(&mut self, chunk: &Chunk<'_>) -> Option<Clause> {
        let text = |scope| text_clause(chunk, scope).map(Clause::Text).ok_or(ProblemKind::NothingToFind);
        let dates = |days: Option<(Day, Day)>| {
            days.map(|(first, last)| Clause::Dates { first, last }).ok_or(ProblemKind::NotADate)
        };
        let clause = match chunk.field {
            None => text(Scope::Anywhere),
            Some(Field::Text(scope)) => text(scope),
            Some(Field::Date) => dates(date_range(chunk.value)),
            Some(Field::After) => dates(period(chunk.value).map(|(_, last)| (Day(last.0 + 1), Day::MAX))),
            Some(Field::Before) => dates(period(chunk.value).map(|(first, _)| (Day::MIN, Day(first.0 - 1)))),
        };
        clause.map_err(|kind| self.problem(chunk.range.clone(), kind)).ok()
    }

    fn problem(&mut self, range: Range<usize>, kind: ProblemKind) {
        self.query.problems.push(Problem { range, kind });
    }

    fn finish(mut self) -> Query {
        if let Some(range) = self.open_or.take() {
            self.problem(range, ProblemKind::LoneOr);
        }
        self.query.root = match self.all.len() {
            0 => None,
            1 => self.all.pop(),
            _ => Some(Node::All(self.all)),
        };
        self.query
    }
}

/// The text clause that a chunk means; `None` if it has no token.
fn text_clause(chunk: &Chunk<'_>, scope: Scope) -> Option<TextClause> {
    let all = tokens(chunk.value);
    let start = all.first()?.position;
    let last = all.len() - 1;
    let ends_with_word = !all[last].cjk && all[last].range.end == chunk.value.len();
    let phrase = all.into_iter().enumerate().map(|(index, token)| PhraseToken {
        offset: token.position - start,
        cjk: token.cjk,
        text: token.text,
        prefix: index == last && ends_with_word && chunk.is_prefix,
    });
    Some(TextClause {
        scope,
        phrase: phrase.collect(),
        script: Script::of_query(chunk.value),
        typed: chunk.value.to_owned(),
        range: chunk.range.clone(),
        positive: !chunk.excluded,
    })
}

/// Parses a period or a range of periods: `2019`, `2019-07..2019-09`, `2019..`, `..2019`.
fn date_range(text: &str) -> Option<(Day, Day)> {
    let Some((from, to)) = text.split_once("..") else { return period(text) };
    let first = if from.is_empty() { Day::MIN } else { period(from)?.0 };
    let last = if to.is_empty() { Day::MAX } else { period(to)?.1 };
    Some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows a query in a notation of the tests.
    fn show(query: &Query) -> String {
        query.root.as_ref().map(|root| show_node(query, root)).unwrap_or_default()
    }

    fn show_node(query: &Query, node: &Node) -> String {
        let join = |nodes: &[Node], with: &str| {
            let shown: Vec<_> = nodes.iter().map(|node| show_node(query, node)).collect();
            format!("({})", shown.join(with))
        };
        match node {
            Node::Clause(index) => show_clause(&query.clauses[*index]),
            Node::All(nodes) => join(nodes, " "),
            Node::Any(nodes) => join(nodes, " | "),
            Node::Not(node) => format!("!{}", show_node(query, node)),
        }
    }

    fn show_clause(clause: &Clause) -> String {
        match clause {
            Clause::Dates { first, last } => format!("[{first}..{last}]"),
            Clause::Text(text) => {
                let tokens = text.phrase.iter().map(|token| {
                    format!("{}{}{}", token.text, if token.prefix { "*" } else { "" }, token.offset)
                });
                format!("{:?}:{}", text.scope, tokens.collect::<Vec<_>>().join("+"))
            }
        }
    }

    fn check(typed: &str, expected: &str, problems: &[ProblemKind]) {
        let query = Query::parse(typed, LastWord::Whole);
        assert_eq!(show(&query), expected, "{typed:?}");
        let kinds: Vec<_> = query.problems.iter().map(|problem| problem.kind).collect();
        assert_eq!(kinds, problems, "{typed:?}");
    }

    #[test]
    fn words_and_phrases() {
        check("", "", &[]);
        check("圖書 Tea", "(Anywhere:图0+书1 Anywhere:tea0)", &[]);
        check("\"movable type\"", "Anywhere:movable0+type1", &[]);
        check("“你好，世界”", "Anywhere:你0+好1+世3+界4", &[]);
        check("5G手机", "Anywhere:5g0+手1+机2", &[]);
        check("print*", "Anywhere:print*0", &[]);
    }

    #[test]
    fn combinations() {
        check("茶 -咖啡", "(Anywhere:茶0 !Anywhere:咖0+啡1)", &[]);
        check("a b OR c OR d e", "(Anywhere:a0 (Anywhere:b0 | Anywhere:c0 | Anywhere:d0) Anywhere:e0)", &[]);
        check("-tea", "!Anywhere:tea0", &[]);
    }

    #[test]
    fn fields() {
        check("title:茶 Author：\"Low Tide\"", "(Title:茶0 Author:low0+tide1)", &[]);
        check("https://example.org", "Anywhere:https0+example2+org4", &[]);
        check("date:2019-07..2019-09", "[2019-07-01..2019-09-30]", &[]);
        check("after:2019 before:2021-02", "([2020-01-01..9999-12-31] [-9999-01-01..2021-01-31])", &[]);
    }

    #[test]
    fn problems_say_where_and_the_rest_runs() {
        check("茶 \"open end", "(Anywhere:茶0 Anywhere:open0+end1)", &[ProblemKind::UnclosedQuote]);
        check("!!! 茶", "Anywhere:茶0", &[ProblemKind::NothingToFind]);
        check("date:July 茶", "Anywhere:茶0", &[ProblemKind::NotADate]);
        check("OR 茶 OR", "Anywhere:茶0", &[ProblemKind::LoneOr, ProblemKind::LoneOr]);
        let query = Query::parse("茶 date:x", LastWord::Whole);
        assert_eq!(query.problems[0].range, 4..10);
    }

    #[test]
    fn the_last_word_may_be_a_prefix() {
        let prefixes = |typed| {
            let query = Query::parse(typed, LastWord::Prefix);
            show(&query).matches('*').count()
        };
        assert_eq!(prefixes("movable ty"), 1);
        assert_eq!(prefixes("movable type "), 0);
        assert_eq!(prefixes("\"movable ty\""), 0);
        assert_eq!(prefixes("图书"), 0);
        assert_eq!(prefixes("type."), 0);
    }

    proptest::proptest! {
        #[test]
        fn never_panics(typed in "[-\"“”:.* a-zOR茶字date20]{0,30}") {
            let query = Query::parse(&typed, LastWord::Prefix);
            for problem in query.problems {
                proptest::prop_assert!(typed.get(problem.range).is_some());
            }
        }
    }
}
