//! A catalog page as its file stores it: by column, and repeated values once.

use serde::Serialize;

use super::paths::{expand, shorten};
use super::{ArticleCard, BodyPlace, CatalogPage, KEY_LENGTH, Version};
use crate::format::{FormatError, Numbers, zigzag};
use crate::json::read_fields;
use crate::moment::Moment;

/// A page by column. The names in JSON are short because every page repeats them.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct StoredPage {
    /// The keys of all articles, concatenated.
    #[serde(rename = "k")]
    keys: String,
    #[serde(rename = "t")]
    titles: Vec<String>,
    #[serde(rename = "d")]
    dates: StoredDates,
    /// The dictionary of pairs of author and categories, and for each article the index of its pair.
    #[serde(rename = "a")]
    bylines: Vec<(String, Vec<String>)>,
    #[serde(rename = "n")]
    byline_of: Numbers,
    /// The common prefix of all addresses, and the rest of each.
    #[serde(rename = "h")]
    url_prefix: String,
    #[serde(rename = "u")]
    urls: Vec<String>,
    /// The dictionary of files of bodies, and for each article the index of its file and its slot there.
    #[serde(rename = "b")]
    files: Numbers,
    #[serde(rename = "f")]
    file_of: Numbers,
    #[serde(rename = "s")]
    slots: Numbers,
    /// The first path of each article, shortened, and further paths with the rows of their articles.
    #[serde(rename = "p")]
    paths: Vec<String>,
    #[serde(rename = "m", skip_serializing_if = "Vec::is_empty")]
    more_paths: Vec<(u32, String)>,
    #[serde(rename = "v", skip_serializing_if = "Vec::is_empty")]
    versions: Vec<(u32, Version)>,
}

read_fields!(StoredPage {
    keys: "k",
    titles: "t",
    dates: "d",
    bylines: "a",
    byline_of: "n",
    url_prefix: "h",
    urls: "u",
    files: "b",
    file_of: "f",
    slots: "s",
    paths: "p",
    more_paths: "m" or default,
    versions: "v" or default,
});

/// Dates of articles, newest first.
#[derive(Debug, Clone, Default, Serialize)]
struct StoredDates {
    /// The day of the first article, as in [`Day`](crate::date::Day).
    #[serde(rename = "n")]
    newest: i32,
    /// For each article, how many days it is older than the one before.
    #[serde(rename = "d")]
    days: Numbers,
    /// For each article, the second of the day plus 1; 0 if no time is known.
    #[serde(rename = "s")]
    seconds: Numbers,
    /// For each article, the minutes ahead of UTC in zigzag encoding; left out if all are 0.
    #[serde(rename = "o", skip_serializing_if = "Numbers::is_empty")]
    offsets: Numbers,
}

read_fields!(StoredDates { newest: "n", days: "d", seconds: "s", offsets: "o" or default });

impl From<CatalogPage> for StoredPage {
    fn from(page: CatalogPage) -> StoredPage {
        let url_prefix = common_prefix(page.cards.iter().map(|card| card.url.as_str()));
        let mut stored = StoredPage {
            dates: StoredDates::of(page.cards.iter().map(|card| card.date.as_str())),
            url_prefix: url_prefix.to_owned(),
            ..StoredPage::default()
        };
        let mut files = Vec::new();
        let urls = page.cards.iter().map(|card| card.url[url_prefix.len()..].to_owned()).collect();
        stored.urls = urls;
        for (row, card) in (0..).zip(page.cards) {
            stored.file_of.push(index_in(&mut files, card.body.file));
            stored.push(row, card);
        }
        stored.files = files.into_iter().collect();
        stored
    }
}

impl StoredPage {
    fn push(&mut self, row: u32, card: ArticleCard) {
        let short = |path: &String| shorten(path, &card.title, card.day());
        self.paths.push(card.paths.first().map(short).unwrap_or_default());
        self.more_paths.extend(card.paths.iter().skip(1).map(|path| (row, short(path))));
        self.keys.push_str(&card.key);
        self.titles.push(card.title);
        self.byline_of.push(index_in(&mut self.bylines, (card.author, card.categories)));
        self.slots.push(card.body.slot);
        self.versions.extend(card.versions.into_iter().map(|version| (row, version)));
    }
}

/// The index of a value in a dictionary, to which it is added if it is new.
fn index_in<T: PartialEq>(values: &mut Vec<T>, value: T) -> u32 {
    let known = values.iter().position(|known| *known == value);
    known.unwrap_or_else(|| {
        values.push(value);
        values.len() - 1
    }) as u32
}

/// The common prefix of all texts.
fn common_prefix<'a>(mut texts: impl Iterator<Item = &'a str>) -> &'a str {
    let first = texts.next().unwrap_or_default();
    texts.fold(first, |start, text| {
        let equal = start.chars().zip(text.chars()).take_while(|(a, b)| a == b);
        &start[..equal.map(|(c, _)| c.len_utf8()).sum()]
    })
}

impl TryFrom<StoredPage> for CatalogPage {
    type Error = FormatError;

    fn try_from(stored: StoredPage) -> Result<CatalogPage, FormatError> {
        let missing = || FormatError::damaged("its columns differ in length");
        let dates = stored.dates.moments()?;
        let byline_of = stored.byline_of.decode()?;
        let (files, file_of, slots) =
            (stored.files.decode()?, stored.file_of.decode()?, stored.slots.decode()?);
        let mut cards = Vec::with_capacity(stored.titles.len());
        for (row, title) in stored.titles.into_iter().enumerate() {
            let at = |numbers: &[u32]| numbers.get(row).map(|&number| number as usize);
            let date = dates.get(row).ok_or_else(missing)?.to_string();
            let (author, categories) =
                at(&byline_of).and_then(|index| stored.bylines.get(index)).ok_or_else(missing)?;
            let &file = at(&file_of).and_then(|index| files.get(index)).ok_or_else(missing)?;
            let key = row * KEY_LENGTH;
            let path = stored.paths.get(row).ok_or_else(missing)?;
            cards.push(ArticleCard {
                key: stored.keys.get(key..key + KEY_LENGTH).ok_or_else(missing)?.to_owned(),
                paths: vec![expand(path, &title, date.get(..10).unwrap_or_default())],
                title,
                author: author.clone(),
                categories: categories.clone(),
                url: format!("{}{}", stored.url_prefix, stored.urls.get(row).ok_or_else(missing)?),
                body: BodyPlace { file, slot: *slots.get(row).ok_or_else(missing)? },
                versions: Vec::new(),
                date,
            });
        }
        for (row, path) in stored.more_paths {
            let card = cards.get_mut(row as usize).ok_or_else(missing)?;
            let path = expand(&path, &card.title, card.day());
            card.paths.push(path);
        }
        for (row, version) in stored.versions {
            cards.get_mut(row as usize).ok_or_else(missing)?.versions.push(version);
        }
        Ok(CatalogPage { cards })
    }
}

impl StoredDates {
    fn of<'a>(dates: impl Iterator<Item = &'a str>) -> StoredDates {
        let moments: Vec<Moment> = dates.map(|date| Moment::parse(date).unwrap_or_default()).collect();
        let newest = moments.first().map_or(0, |moment| moment.day.0);
        let mut last = newest;
        let mut older = |day: i32| std::mem::replace(&mut last, day).abs_diff(day);
        let days = moments.iter().map(|moment| older(moment.day.0)).collect();
        let seconds = moments.iter().map(|moment| moment.seconds.map_or(0, |seconds| seconds + 1)).collect();
        let utc = moments.iter().all(|moment| moment.offset == 0);
        let offsets = moments.iter().map(|moment| zigzag::encode(moment.offset.into()));
        StoredDates { newest, days, seconds, offsets: offsets.filter(|_| !utc).collect() }
    }

    fn moments(&self) -> Result<Vec<Moment>, FormatError> {
        let mut day = self.newest;
        let seconds = self.seconds.decode()?;
        let offsets = self.offsets.decode()?;
        let moments = self.days.decode()?.into_iter().zip(seconds).enumerate();
        let moment = |(row, (older, seconds)): (usize, (u32, u32))| {
            day = day.saturating_sub_unsigned(older);
            let offset = offsets.get(row).map_or(0, |&offset| zigzag::decode(offset) as i16);
            Moment { day: crate::date::Day(day), seconds: seconds.checked_sub(1), offset }
        };
        Ok(moments.map(moment).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::BundleFile as _;

    fn card(key: &str, title: &str, date: &str, paths: &[&str]) -> ArticleCard {
        ArticleCard {
            key: key.to_owned(),
            title: title.to_owned(),
            date: date.to_owned(),
            author: "雨窗".to_owned(),
            categories: vec!["a".to_owned()],
            url: format!("https://example.org/{key}"),
            body: BodyPlace { file: 41, slot: 7 },
            paths: paths.iter().map(|&path| path.to_owned()).collect(),
            versions: Vec::new(),
        }
    }

    #[test]
    fn pages_come_back() {
        let mut cards = vec![
            card("aaaaa", "茶", "2023-11-10T21:19:11+08:00", &["_posts/2023-11-10-茶.md", "archived/x.md"]),
            card("bbbbb", "", "2023-11-10", &["_posts/2023-11-10-.md"]),
            card("ccccc", "c", "2020-02-29T00:00:00-03:30", &["c.md"]),
        ];
        cards[1].url = String::new();
        cards[2].versions = vec![Version {
            title: "d".to_owned(),
            date: "2020-02-28".to_owned(),
            body: BodyPlace { file: 42, slot: 0 },
        }];
        let page = CatalogPage { cards };
        assert_eq!(CatalogPage::decode(&page.encode().unwrap()), Ok(page));
    }

    #[test]
    fn a_page_with_a_column_cut_off_is_damaged() {
        let mut stored = StoredPage::from(CatalogPage { cards: vec![card("aaaaa", "t", "2023-11-10", &[])] });
        stored.slots = Numbers::default();
        assert!(CatalogPage::try_from(stored).is_err());
    }
}
