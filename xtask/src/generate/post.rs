//! A post, in the form that the robots of this family of archives write.

use std::fmt;

use anyhow::Result;
use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan as _};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt as _, SeedableRng as _};

use super::language::{Language, latin_word};
use super::zipf::Ranked;

const AUTHORS: usize = 300;
const CATEGORIES: u32 = 24;
const SITES: u32 = 40;
/// Of how many posts in a thousand the text is at most so long, in hundredths of the median. Most
/// are near the median, and a few are twenty times as long, as in the archives of news.
const LENGTHS: [(u64, u64); 8] =
    [(0, 5), (50, 25), (250, 60), (500, 100), (750, 170), (900, 280), (990, 800), (1_000, 2_500)];

/// Writes posts, each from its own stream of random numbers.
pub(crate) struct Press {
    seed: u64,
    length: u64,
    language: Language,
    authors: Ranked<Author>,
}

/// In archives that robots keep, author, category, tag and site go together.
#[derive(Clone)]
struct Author {
    name: String,
    category: String,
    site: u32,
}

/// A post before it is written.
pub(crate) struct Post {
    published: Timestamp,
    title: String,
    slug: String,
    author: Author,
    paragraphs: Vec<String>,
}

impl Press {
    /// The press that grows from a seed, for texts of a median length in characters.
    pub(crate) fn new(seed: u64, length: u64) -> Result<Self> {
        let language = Language::new(seed)?;
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        random.set_stream(u64::MAX);
        let categories: Vec<_> = (0..CATEGORIES).map(|_| language.name(&mut random)).collect();
        let categories = Ranked::as_words(categories)?;
        let mut author = |_| Author {
            name: language.name(&mut random),
            category: categories.draw(&mut random).clone(),
            site: random.random_range(1..=SITES),
        };
        let authors = Ranked::as_words((0..AUTHORS).map(&mut author).collect())?;
        Ok(Self { seed, length, language, authors })
    }

    /// The post of that number, on a day.
    pub(crate) fn post(&self, number: u64, day: Date) -> Result<Post> {
        let mut random = ChaCha8Rng::seed_from_u64(self.seed);
        random.set_stream(number + 1);
        let random = &mut random;
        let letters = random.random_range(6..=24);
        let seconds: i64 = random.random_range(0..24 * 60 * 60);
        Ok(Post {
            published: Offset::UTC.to_timestamp(day.at(0, 0, 0, 0))?.checked_add(seconds.seconds())?,
            title: self.language.phrase(4, letters, random),
            slug: format!("{}-{number}", latin_word(random)),
            author: self.authors.draw(random).clone(),
            paragraphs: self.paragraphs(random),
        })
    }

    fn paragraphs(&self, random: &mut ChaCha8Rng) -> Vec<String> {
        let wanted = text_length(self.length, random.random_range(0..1_000));
        let mut paragraphs = Vec::new();
        let mut length = 0;
        while length < wanted {
            let mut paragraph = String::new();
            for _ in 0..random.random_range(1..=5) {
                let sentence = self.language.sentence(random);
                length += sentence.chars().count() as u64;
                paragraph.push_str(&sentence);
                if length >= wanted {
                    break;
                }
            }
            paragraphs.push(paragraph);
        }
        paragraphs
    }
}

/// The length of a text that is longer than `rank` of a thousand.
fn text_length(median: u64, rank: u64) -> u64 {
    let hundredths = LENGTHS.windows(2).find_map(|step| match *step {
        [(from, shorter), (to, longer)] if rank <= to => {
            Some(shorter + (longer - shorter) * (rank - from) / (to - from))
        }
        _ => None,
    });
    (median * hundredths.unwrap_or(100) / 100).max(1)
}

impl Post {
    /// The name of its file.
    pub(crate) fn file_name(&self) -> String {
        format!("{}-{}.md", self.published.strftime("%Y-%m-%d"), self.title)
    }

    /// Makes the title another, where a post of the same day has it already.
    pub(super) fn rename(&mut self) {
        self.title.push('续');
    }
}

impl fmt::Display for Post {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Post { published, title, slug, author: Author { name, category, site }, paragraphs } = self;
        let url = format!("https://site-{site}.example.org/{}/{slug}", published.strftime("%Y/%m"));
        writeln!(f, "---\nlayout: post\ntitle: \"{title}\"\ndate: {published:.3}\nauthor: {name}")?;
        writeln!(f, "from: {url}\ntags: [ {name} ]\ncomments: True\ncategories: [ {category} ]\n---")?;
        writeln!(f, "<!--{}-->\n[{title}]({url})\n------\n\n<div>", published.as_millisecond())?;
        for paragraph in paragraphs {
            writeln!(f, "<p>{paragraph}</p>")?;
        }
        writeln!(f, "</div>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_lie_around_the_median() {
        for (rank, length) in [(0, 30), (25, 90), (500, 600), (999, 13_980)] {
            assert_eq!(text_length(600, rank), length, "{rank}");
        }
        assert_eq!(text_length(1, 0), 1);
    }

    #[test]
    fn a_post_has_the_form_of_the_family() {
        let press = Press::new(1, 40).unwrap();
        let post = press.post(3, jiff::civil::date(2024, 2, 29)).unwrap();
        let Post { title, author: Author { name, category, site }, slug, .. } = &post;
        let text = post.to_string();
        let time = &text.split_once("date: ").unwrap().1[..24];
        let millis = time.parse::<Timestamp>().unwrap().as_millisecond();
        let url = format!("https://site-{site}.example.org/2024/02/{slug}");
        let head = format!(
            "---\nlayout: post\ntitle: \"{title}\"\ndate: {time}\nauthor: {name}\nfrom: {url}\n\
             tags: [ {name} ]\ncomments: True\ncategories: [ {category} ]\n---\n\
             <!--{millis}-->\n[{title}]({url})\n------\n\n<div>\n<p>"
        );
        assert!(text.starts_with(&head), "{text}");
        assert!(text.ends_with("</p>\n</div>\n"), "{text}");
        assert_eq!(post.file_name(), format!("2024-02-29-{title}.md"));
    }
}
