//! The postings of all terms with a common beginning, gathered: what a search for 的 or for words
//! that begin with `t` would otherwise read dozens of shards for.

use bundle::format::prefix_term;
use rayon::prelude::*;

use super::partition::Term;
use crate::varint;

/// The postings of all terms with a beginning, without positions.
pub(super) struct Gathered {
    pub(super) beginning: String,
    text: String,
    articles: Vec<u16>,
    starts: Vec<u32>,
    log: Vec<u8>,
}

impl Gathered {
    /// The term that stands for them.
    pub(super) fn term(&self) -> Term<'_> {
        Term { text: &self.text, articles: &self.articles, starts: &self.starts, log: &self.log }
    }

    fn of(beginning: &str, terms: &[Term<'_>], articles: usize) -> Gathered {
        let mut counts = vec![(0, 0); articles];
        for term in terms {
            for (&article, &at) in term.articles.iter().zip(term.starts) {
                let mut reader = varint::Reader::new(term.log, at as usize);
                let (title, body) = &mut counts[usize::from(article)];
                *title += reader.read();
                *body += reader.read();
            }
        }
        let mut gathered = Gathered {
            beginning: beginning.to_owned(),
            text: prefix_term(beginning),
            articles: Vec::new(),
            starts: Vec::new(),
            log: Vec::new(),
        };
        for (article, (title, body)) in (0..=u16::MAX).zip(counts) {
            if title + body > 0 {
                gathered.articles.push(article);
                gathered.starts.push(gathered.log.len() as u32);
                varint::push(&mut gathered.log, title);
                varint::push(&mut gathered.log, body);
            }
        }
        gathered
    }
}

/// Gathers for each beginning, sorted, whose terms are several and take more than `bytes`.
pub(super) fn gather(terms: &[Term<'_>], articles: usize, bytes: usize) -> Vec<Gathered> {
    let mut all = Vec::new();
    for chars in 1.. {
        let heavy: Vec<_> = by_beginning(terms, chars)
            .filter(|(_, terms)| terms.len() > 1 && terms.iter().map(Term::bytes).sum::<usize>() > bytes)
            .collect();
        if heavy.is_empty() {
            break;
        }
        all.par_extend(
            heavy.into_par_iter().map(|(beginning, terms)| Gathered::of(beginning, terms, articles)),
        );
    }
    all.sort_unstable_by(|a: &Gathered, b| a.beginning.cmp(&b.beginning));
    all
}

/// The terms of at least `chars` characters, by their first ones.
fn by_beginning<'a, 'b>(
    terms: &'a [Term<'b>],
    chars: usize,
) -> impl Iterator<Item = (&'b str, &'a [Term<'b>])> {
    let beginning = move |term: &Term<'b>| {
        let end = term.text.char_indices().map(|(start, c)| start + c.len_utf8()).nth(chars - 1)?;
        term.text.get(..end)
    };
    terms
        .chunk_by(move |a, b| beginning(a) == beginning(b))
        .filter_map(move |terms| Some((beginning(terms.first()?)?, terms)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Terms in the articles 0 and up, once in each title and twice in each body.
    fn with_terms(texts: &[(&'static str, u16)], test: impl Fn(&[Term<'_>])) {
        let log = [1, 2];
        let lists: Vec<(Vec<u16>, Vec<u32>)> =
            texts.iter().map(|&(_, articles)| ((0..articles).collect(), vec![0; articles.into()])).collect();
        let terms: Vec<_> = texts
            .iter()
            .zip(&lists)
            .map(|(&(text, _), (articles, starts))| Term { text, articles, starts, log: &log })
            .collect();
        test(&terms);
    }

    #[test]
    fn heavy_beginnings_are_gathered() {
        with_terms(
            &[("a", 1), ("tea", 2), ("ten", 9), ("to", 1), ("图", 30), ("茶", 1), ("茶书", 3)],
            |terms| {
                let gathered = gather(terms, 40, 24);
                let seen: Vec<_> = gathered.iter().map(|gathered| gathered.beginning.as_str()).collect();
                assert_eq!(seen, ["t", "te"], "a term alone needs no gathering, nor do light ones");
                assert_eq!(gathered[0].term().text, "t*");
                assert_eq!(gathered[0].articles, (0..9).collect::<Vec<_>>());
                let mut reader = varint::Reader::new(&gathered[0].log, 0);
                assert_eq!([(); 6].map(|()| reader.read()), [3, 6, 2, 4, 1, 2], "counts are summed");
            },
        );
    }
}
