//! Words whose courses over time are compared, and how an address says so.
//!
//! ```text
//! word=茶&word=咖啡&measure=share
//! ```

use crate::model::measure::Measure;

/// Words that are compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Comparison {
    /// The words, each a query of its own.
    pub(crate) words: Vec<String>,
    /// What is compared.
    pub(crate) measure: Measure,
}

impl Comparison {
    /// More lines than this cannot be told apart.
    pub(crate) const MOST: usize = 6;

    /// Reads the parameters of an address.
    pub(crate) fn parse(parameters: &str) -> Comparison {
        let mut comparison = Comparison::default();
        for (name, value) in form_urlencoded::parse(parameters.as_bytes()) {
            match (&*name, &*value) {
                ("word", word) => comparison = comparison.with(word),
                ("measure", "share") => comparison.measure = Measure::Share,
                _ => {}
            }
        }
        comparison
    }

    /// The parameters of an address that compares these; empty where there is nothing to say.
    pub(crate) fn parameters(&self) -> String {
        let mut parameters = form_urlencoded::Serializer::new(String::new());
        for word in &self.words {
            parameters.append_pair("word", word);
        }
        if self.measure == Measure::Share {
            parameters.append_pair("measure", "share");
        }
        parameters.finish()
    }

    /// The same with a word more, if it is one and there is room for it.
    pub(crate) fn with(&self, word: &str) -> Comparison {
        let mut comparison = self.clone();
        let word = word.trim();
        let is_new = !word.is_empty() && self.words.iter().all(|known| known != word);
        if is_new && self.words.len() < Comparison::MOST {
            comparison.words.push(word.to_owned());
        }
        comparison
    }

    /// The same without a word.
    pub(crate) fn without(&self, word: &str) -> Comparison {
        let mut comparison = self.clone();
        comparison.words.retain(|known| known != word);
        comparison
    }

    /// The same words, compared by something else.
    pub(crate) fn by(&self, measure: Measure) -> Comparison {
        Comparison { measure, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_the_words_in_order() {
        let check = |parameters: &str, expected: &str| {
            let comparison = Comparison::parse(parameters);
            assert_eq!(comparison.parameters(), expected, "{parameters:?}");
            assert_eq!(Comparison::parse(expected), comparison, "{parameters:?}");
        };
        check("", "");
        check("q=x&word=tea&word=coffee&measure=share", "word=tea&word=coffee&measure=share");
        check("word=b&word=a&word=b&word=+&measure=weight", "word=b&word=a");
        check("word=a%26b+-c", "word=a%26b+-c");
        check(
            "word=1&word=2&word=3&word=4&word=5&word=6&word=7",
            "word=1&word=2&word=3&word=4&word=5&word=6",
        );
    }

    #[test]
    fn words_come_and_go() {
        let tea = Comparison::default().with(" 茶 ").by(Measure::Share);
        assert_eq!(tea.with("茶"), tea);
        assert_eq!(tea.with("纸").without("茶").words, ["纸"]);
        assert_eq!(tea.with("纸").measure, Measure::Share);
    }
}
