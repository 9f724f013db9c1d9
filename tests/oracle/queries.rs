//! Queries drawn from an archive, each with what it means.

use bundle::date::Day;
use rand::rngs::ChaCha8Rng;
use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};

use reading_room_tests::{OtherScript, is_of_word};

use crate::archive::{Archive, Article, Where};
use crate::spelled::Spelled;

/// A query as it is typed, and what it means.
pub(crate) struct Drawn {
    pub(crate) typed: String,
    pub(crate) meaning: Meaning,
}

/// What an article must be to be found.
pub(crate) enum Meaning {
    Holds { place: Where, spelled: Spelled, may_go_on: bool },
    OfDays(Day, Day),
    Not(Box<Meaning>),
    All(Vec<Meaning>),
    Any(Vec<Meaning>),
}

impl Meaning {
    /// Whether an article is to be found.
    pub(crate) fn fits(&self, article: &Article) -> bool {
        match self {
            Self::Holds { place, spelled, may_go_on: false } => {
                article.holds(*place, |text| spelled.is_in(text))
            }
            Self::Holds { place, spelled, may_go_on: true } => {
                article.holds(*place, |text| spelled.begins_in(text))
            }
            Self::OfDays(first, last) => (*first..=*last).contains(&article.day),
            Self::Not(meaning) => !meaning.fits(article),
            Self::All(all) => all.iter().all(|meaning| meaning.fits(article)),
            Self::Any(any) => any.iter().any(|meaning| meaning.fits(article)),
        }
    }
}

/// Draws queries, always the same ones from the same archive and seed.
pub(crate) struct Draw<'a> {
    archive: &'a Archive,
    script: OtherScript,
    random: ChaCha8Rng,
}

impl<'a> Draw<'a> {
    pub(crate) fn from(archive: &'a Archive, seed: u64) -> Self {
        Self { archive, script: OtherScript::new(), random: ChaCha8Rng::seed_from_u64(seed) }
    }

    /// A query of some kind that has something to find.
    pub(crate) fn query(&mut self) -> Drawn {
        loop {
            let drawn = match self.random.random_range(0..12) {
                0..=4 => self.text(),
                5 => self.beginning(),
                6 => self.field(),
                7 => self.all(),
                8 => self.without(),
                9 => self.any(),
                10 => self.dated(),
                _ => self.everything_at_once(),
            };
            if let Some(drawn) = drawn {
                return drawn;
            }
        }
    }

    /// A text in quotation marks, or without if it is a run of Han characters.
    fn text(&mut self) -> Option<Drawn> {
        let text = self.some_text(1..=12)?;
        let plain = text.chars().all(|c| !is_of_word(c) && c.is_alphanumeric());
        let quoted = !plain || self.random.random();
        self.in_place(Where::Anywhere, &text, quoted)
    }

    /// The beginning of a word.
    fn beginning(&mut self) -> Option<Drawn> {
        let text = self.some_text(1..=12)?;
        let start = text.find(is_of_word)?;
        let word: String = text[start..].chars().take_while(|&c| is_of_word(c)).collect();
        let spelled = Spelled::of(&word);
        let meaning = Meaning::Holds { place: Where::Anywhere, spelled, may_go_on: true };
        Some(Drawn { typed: format!("{word}*"), meaning })
    }

    /// A text in a field.
    fn field(&mut self) -> Option<Drawn> {
        let article = self.article()?;
        let of_facet = |facet: &str| {
            let values = article.values.iter().filter(|(of, _)| of.name() == facet);
            values.map(|(_, value)| value.clone()).collect::<Vec<_>>()
        };
        let (place, texts) = match self.random.random_range(0..5) {
            0 => (Where::Title, vec![article.shown[0].clone()]),
            1 => (Where::Author, of_facet("author")),
            2 => (Where::Category, of_facet("category")),
            3 => (Where::Tag, of_facet("tag")),
            _ => (Where::Site, of_facet("site")),
        };
        let text = texts.choose(&mut self.random)?;
        let piece = self.piece(text, 1..=12)?;
        self.in_place(place, &piece, true)
    }

    fn all(&mut self) -> Option<Drawn> {
        let (a, b) = (self.near_text()?, self.near_text()?);
        Some(Drawn {
            typed: format!("{} {}", a.typed, b.typed),
            meaning: Meaning::All(vec![a.meaning, b.meaning]),
        })
    }

    fn without(&mut self) -> Option<Drawn> {
        let (a, b) = (self.near_text()?, self.near_text()?);
        let meaning = Meaning::All(vec![a.meaning, Meaning::Not(Box::new(b.meaning))]);
        Some(Drawn { typed: format!("{} -{}", a.typed, b.typed), meaning })
    }

    fn any(&mut self) -> Option<Drawn> {
        let (a, b) = (self.text()?, self.text()?);
        let meaning = Meaning::Any(vec![a.meaning, b.meaning]);
        Some(Drawn { typed: format!("{} OR {}", a.typed, b.typed), meaning })
    }

    fn dated(&mut self) -> Option<Drawn> {
        let text = self.near_text()?;
        let day = self.article()?.day;
        let (year, month) = (day.year(), day.month().to_string());
        let days = |first: String, last: String| Some((Day::parse(&first)?, Day::parse(&last)?));
        let (dates, (first, last)) = match self.random.random_range(0..4) {
            0 => (format!("date:{year}"), days(format!("{year}-01-01"), format!("{year}-12-31"))?),
            1 => (format!("date:{day}"), (day, day)),
            2 => (format!("after:{day}"), (Day(day.0 + 1), Day::MAX)),
            _ => (format!("before:{month}"), (Day::MIN, Day(Day::parse(&format!("{month}-01"))?.0 - 1))),
        };
        let meaning = Meaning::All(vec![text.meaning, Meaning::OfDays(first, last)]);
        Some(Drawn { typed: format!("{} {dates}", text.typed), meaning })
    }

    fn everything_at_once(&mut self) -> Option<Drawn> {
        let (any, without, dated) = (self.any()?, self.near_text()?, self.dated()?);
        let typed = format!("{} -{} {}", any.typed, without.typed, dated.typed);
        let without = Meaning::Not(Box::new(without.meaning));
        Some(Drawn { typed, meaning: Meaning::All(vec![any.meaning, without, dated.meaning]) })
    }

    /// A short text, which several articles may well have.
    fn near_text(&mut self) -> Option<Drawn> {
        let text = self.some_text(1..=2)?;
        self.in_place(Where::Anywhere, &text, true)
    }

    fn in_place(&mut self, place: Where, text: &str, quoted: bool) -> Option<Drawn> {
        let spelled = Spelled::of(text);
        let field = match place {
            Where::Anywhere => "",
            Where::Title => "title:",
            Where::Author => "author:",
            Where::Category => "category:",
            Where::Tag => "tag:",
            Where::Site => "site:",
        };
        let quote = if quoted { "\"" } else { "" };
        let typed = format!("{field}{quote}{text}{quote}");
        (!spelled.is_empty())
            .then_some(Drawn { typed, meaning: Meaning::Holds { place, spelled, may_go_on: false } })
    }

    fn article(&mut self) -> Option<&'a Article> {
        self.archive.articles.choose(&mut self.random)
    }

    /// A piece of a title or a text, now and then in the other script.
    fn some_text(&mut self, length: std::ops::RangeInclusive<usize>) -> Option<String> {
        let article = self.article()?;
        let text = article.shown.choose(&mut self.random)?;
        let piece = self.piece(text, length)?;
        let other = self.random.random_ratio(1, 4).then(|| self.script.of(&piece)).flatten();
        Some(other.unwrap_or(piece))
    }

    /// Some characters of a text, wherever they stand, without what would mean something in a query.
    fn piece(&mut self, text: &str, length: std::ops::RangeInclusive<usize>) -> Option<String> {
        // The first character of a short piece may well be the last one of a long text.
        let starts: Vec<usize> = text.char_indices().map(|(start, _)| start).collect();
        let start = *starts.choose(&mut self.random)?;
        let length = self.random.random_range(length);
        let piece: String = text[start..].chars().take(length).collect();
        let mark = |c: char| matches!(c, '"' | '“' | '”' | '「' | '」' | '『' | '』' | '＂');
        Some(piece.replace(mark, "，").replace('\n', " "))
    }
}
