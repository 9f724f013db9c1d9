//! The gathering of articles for a file, from the catalog pages of all hits.
//!
//! It knows neither the browser nor Yew: it reads files through a [`Source`] and asks a [`Timer`] for
//! the time. What was gathered before a failure stays, so that it can go on.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use bundle::format::{ArticleCard, ArticleRef, Columns, Facet, Manifest, SegmentId, Source};
use bundle::reading::{CatalogRow, catalog_row};
use futures_util::future::try_join_all;

use crate::export::format;
use crate::export::record::Record;
use crate::host::timer::Timer;
use crate::model::export_format::Format;

/// Articles that are gathered at once: some catalog pages, which the browser fetches a few at a time.
const AT_ONCE: usize = 64;
/// Milliseconds of work after which the page may do something else.
const PATIENCE: f64 = 16.0;

/// What the articles are gathered from.
pub(crate) struct Origin<'a, S> {
    pub(crate) source: &'a S,
    pub(crate) manifest: &'a Manifest,
    /// The address of an article in this archive.
    pub(crate) address: &'a dyn Fn(&ArticleCard) -> String,
}

/// What was gathered for a file.
pub(crate) struct Gathering {
    format: Format,
    hits: Vec<ArticleRef>,
    /// The places of the hits, in the order in which the bundle has the articles, so that no catalog
    /// page is loaded twice, whatever the order of the list.
    order: Vec<u32>,
    /// As written, in the order of the list.
    articles: RefCell<Vec<String>>,
    done: Cell<usize>,
    profiles: RefCell<Option<Profiles>>,
}

/// Which values the articles of a segment have.
struct Profiles {
    segment: SegmentId,
    columns: Rc<Columns>,
    of: Vec<u32>,
}

impl Gathering {
    /// Nothing yet of these articles.
    pub(crate) fn new(format: Format, hits: Vec<ArticleRef>) -> Gathering {
        let mut order: Vec<u32> = (0..hits.len() as u32).collect();
        order.sort_by_key(|&place| hits[place as usize]);
        let articles = RefCell::new(vec![String::new(); hits.len()]);
        Gathering { format, hits, order, articles, done: Cell::new(0), profiles: RefCell::default() }
    }

    /// How many articles have been gathered.
    pub(crate) fn done(&self) -> usize {
        self.done.get()
    }

    /// The format of the file.
    pub(crate) fn format(&self) -> Format {
        self.format
    }

    /// Gathers what is missing, and now and then tells how many articles it has.
    pub(crate) async fn gather<S: Source>(
        &self,
        origin: &Origin<'_, S>,
        timer: &impl Timer,
        progress: impl Fn(usize),
    ) -> Result<(), S::Error> {
        let mut pause = Pause::new(timer);
        while self.done() < self.order.len() {
            let end = (self.done() + AT_ONCE).min(self.order.len());
            self.gather_range(origin, self.done()..end).await?;
            self.done.set(end);
            if pause.if_due().await {
                progress(end);
            }
        }
        Ok(())
    }

    /// Writes the file, in pieces. After that there is nothing left to be written.
    pub(crate) async fn write(&self, timer: &impl Timer, mut write: impl FnMut(&str)) {
        let [before, between, after] = format::frame(self.format);
        let mut pause = Pause::new(timer);
        let articles = self.articles.take();
        write(before);
        for (number, some) in articles.chunks(AT_ONCE).enumerate() {
            let start = if number > 0 { between } else { "" };
            write(&format!("{start}{}", some.join(between)));
            pause.if_due().await;
        }
        write(after);
    }

    async fn gather_range<S: Source>(
        &self,
        origin: &Origin<'_, S>,
        range: Range<usize>,
    ) -> Result<(), S::Error> {
        let places = self.order.get(range).unwrap_or_default();
        let wanted =
            places.iter().filter_map(|&place| Some((place as usize, *self.hits.get(place as usize)?)));
        let loads = wanted.map(async |(place, article)| {
            let listed = catalog_row(origin.source, origin.manifest, article).await?;
            Ok((place, article, listed))
        });
        for (place, article, listed) in try_join_all(loads).await? {
            let written = self.written(origin, article, &listed).await?;
            if let Some(slot) = self.articles.borrow_mut().get_mut(place) {
                *slot = written;
            }
        }
        Ok(())
    }

    async fn written<S: Source>(
        &self,
        origin: &Origin<'_, S>,
        article: ArticleRef,
        listed: &CatalogRow,
    ) -> Result<String, S::Error> {
        self.load_profiles(origin, article.segment).await?;
        let profiles = self.profiles.borrow();
        let tags = profiles.as_ref().map(|profiles| profiles.tags(article)).unwrap_or_default();
        let Some(card) = listed.card() else { return Ok(String::new()) };
        Ok(format::article(self.format, &Record::of(card, &tags, (origin.address)(card))))
    }

    /// Tags are not in the catalog but in the columns of a segment.
    async fn load_profiles<S: Source>(
        &self,
        origin: &Origin<'_, S>,
        segment: SegmentId,
    ) -> Result<(), S::Error> {
        if self.profiles.borrow().as_ref().is_some_and(|profiles| profiles.segment == segment) {
            return Ok(());
        }
        let Some(entry) = origin.manifest.segments.get(segment.index()) else { return Ok(()) };
        let link = entry.folder.columns();
        let columns = origin.source.load(&link).await?;
        let of = columns.profile_of.decode().map_err(|error| origin.source.damaged(link.path(), error))?;
        *self.profiles.borrow_mut() = Some(Profiles { segment, columns, of });
        Ok(())
    }
}

impl Profiles {
    fn tags(&self, article: ArticleRef) -> Vec<&str> {
        let profile = self.of.get(article.article.index());
        let profile = profile.and_then(|&profile| self.columns.profiles.get(profile as usize));
        profile.map(|profile| self.columns.values(profile, Facet::Tag)).unwrap_or_default()
    }
}

/// Lets the page do something else now and then.
struct Pause<'a, T> {
    timer: &'a T,
    since: f64,
}

impl<'a, T: Timer> Pause<'a, T> {
    fn new(timer: &'a T) -> Pause<'a, T> {
        Pause { timer, since: timer.now() }
    }

    /// Pauses if there was much work since the last time; tells whether it did.
    async fn if_due(&mut self) -> bool {
        let is_due = self.timer.now() - self.since > PATIENCE;
        if is_due {
            self.timer.sleep(0).await;
            self.since = self.timer.now();
        }
        is_due
    }
}

#[cfg(test)]
mod tests;
