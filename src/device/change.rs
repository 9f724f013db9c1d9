//! How what is remembered changes.

use crate::device::article::Article;
use crate::device::item::{Item, add};
use crate::device::kept::{Kept, Most, Part};
use crate::device::marks::{Mark, Marks};
use crate::device::position::Position;
use crate::device::search::Search;
use crate::device::visit::{Snapshot, Visit};
use crate::model::device_file::Added;

/// A change.
#[derive(Debug, Clone)]
pub(crate) enum Change {
    /// An article was opened.
    Open(Article),
    /// A long article was read so far.
    ReadTo(Position),
    /// An article was read to its end.
    Finish(Mark),
    /// A search was made.
    Search(Search),
    /// The newest articles were shown.
    Show(Snapshot),
    /// The reader came at a time, or came back.
    Come(u64),
    /// The reader went at a time, maybe to come back.
    Leave(u64),
    /// An article is to be kept.
    Bookmark(Article),
    /// A search is to be kept.
    Save(Search),
    /// A saved search is to have another name.
    Rename {
        /// The parameters of the search.
        id: String,
        /// The name.
        name: String,
    },
    /// Something is to be forgotten.
    Remove(Part, Which),
    /// What another device knows is to be known here too.
    Merge(Kept),
}

/// Which items are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Which {
    /// All of them.
    All,
    /// Those since a time.
    Since(u64),
    /// That with this id.
    One(String),
}

/// What a change has led to, where the reader should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Effect {
    /// This is gone, and can be restored by merging it.
    Removed(Box<Kept>),
    /// So much was not known before.
    Merged(Added),
}

impl Change {
    /// The parts that it touches.
    pub(crate) fn parts(&self) -> &'static [Part] {
        match self {
            Change::Open(_) => &[Part::History, Part::Read],
            Change::ReadTo(_) | Change::Finish(_) => &[Part::Positions],
            Change::Search(_) => &[Part::Recent],
            Change::Show(_) | Change::Come(_) | Change::Leave(_) => &[Part::Visit],
            Change::Bookmark(_) | Change::Remove(Part::Bookmarks, _) => &[Part::Bookmarks],
            Change::Save(_) | Change::Rename { .. } | Change::Remove(Part::Searches, _) => &[Part::Searches],
            Change::Remove(Part::Recent, _) => &[Part::Recent],
            // To forget that an article was read is to forget all of it.
            Change::Remove(Part::History | Part::Read | Part::Positions, _) => {
                &[Part::History, Part::Read, Part::Positions]
            }
            Change::Remove(Part::Visit, _) => &[Part::Visit],
            Change::Merge(_) => &Part::ALL,
        }
    }

    /// Whether it is made without the reader having asked for it.
    pub(crate) fn is_automatic(&self) -> bool {
        match self {
            Change::Open(_)
            | Change::ReadTo(_)
            | Change::Finish(_)
            | Change::Search(_)
            | Change::Show(_)
            | Change::Come(_)
            | Change::Leave(_) => true,
            Change::Bookmark(_)
            | Change::Save(_)
            | Change::Rename { .. }
            | Change::Remove(..)
            | Change::Merge(_) => false,
        }
    }
}

impl Kept {
    /// Makes a change.
    pub(crate) fn apply(&mut self, change: Change) -> Option<Effect> {
        match change {
            Change::Open(article) => self.open(article),
            Change::ReadTo(position) => self.read_to(position),
            Change::Finish(article) => self.positions.retain(|position| position.article != article),
            Change::Search(search) => _ = add(&mut self.recent, search, Most::RECENT),
            Change::Show(shown) => self.show(shown),
            Change::Come(now) => self.visit.iter_mut().for_each(|visit| visit.come(now)),
            Change::Leave(now) => self.visit.iter_mut().for_each(|visit| visit.here = now),
            Change::Bookmark(article) => _ = add(&mut self.bookmarks, article, Most::SAVED),
            Change::Save(search) => _ = add(&mut self.searches, search, Most::SAVED),
            Change::Rename { id, name } => self.rename(&id, &name),
            Change::Remove(part, which) => {
                return Some(Effect::Removed(Box::new(self.remove(part, &which))));
            }
            Change::Merge(other) => return Some(Effect::Merged(self.merge(other))),
        }
        None
    }

    /// Where an article was left.
    pub(crate) fn position(&self, article: Mark) -> Option<&Position> {
        self.positions.iter().find(|position| position.article == article)
    }

    /// Whether an article is bookmarked.
    pub(crate) fn has_bookmark(&self, id: &str) -> bool {
        self.bookmarks.iter().any(|bookmark| bookmark.id() == id)
    }

    /// Whether a search is saved.
    pub(crate) fn has_search(&self, id: &str) -> bool {
        self.searches.iter().any(|search| search.id() == id)
    }

    fn open(&mut self, article: Article) {
        article.mark().into_iter().for_each(|mark| self.read.add(mark));
        add(&mut self.history, article, Most::HISTORY);
    }

    fn read_to(&mut self, position: Position) {
        self.positions.retain(|other| other.article != position.article);
        self.positions.insert(0, position);
        self.positions.truncate(Most::POSITIONS);
    }

    fn show(&mut self, shown: Snapshot) {
        match &mut self.visit {
            Some(visit) => (visit.here, visit.shown) = (shown.at, shown),
            None => self.visit = Some(Visit::first(shown)),
        }
    }

    fn rename(&mut self, id: &str, name: &str) {
        let search = self.searches.iter_mut().find(|search| search.parameters == id);
        search.into_iter().for_each(|search| name.trim().clone_into(&mut search.name));
    }

    /// Takes something out and gives it.
    fn remove(&mut self, part: Part, which: &Which) -> Kept {
        let mut removed = Kept::default();
        match part {
            Part::Bookmarks => removed.bookmarks = take(&mut self.bookmarks, which),
            Part::Searches => removed.searches = take(&mut self.searches, which),
            Part::Recent => removed.recent = take(&mut self.recent, which),
            Part::Visit => removed.visit = self.visit.take(),
            Part::History | Part::Read | Part::Positions => self.remove_read(which, &mut removed),
        }
        removed
    }

    fn remove_read(&mut self, which: &Which, removed: &mut Kept) {
        removed.history = take(&mut self.history, which);
        if *which == Which::All {
            removed.read = std::mem::take(&mut self.read);
            removed.positions = std::mem::take(&mut self.positions);
            return;
        }
        let mut marks = Marks::default();
        for mark in removed.history.iter().filter_map(Article::mark) {
            if self.read.remove(mark) {
                marks.add(mark);
            }
            let (gone, stay) = self.positions.iter().partition(|position| position.article == mark);
            self.positions = stay;
            removed.positions.extend::<Vec<Position>>(gone);
        }
        removed.read = marks;
    }
}

/// Takes items out of a list.
fn take<T: Item>(list: &mut Vec<T>, which: &Which) -> Vec<T> {
    let is_meant = |item: &T| match which {
        Which::All => true,
        Which::Since(time) => item.at() >= *time,
        Which::One(id) => item.id() == *id,
    };
    let (taken, left) = std::mem::take(list).into_iter().partition(is_meant);
    *list = left;
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(key: &str, at: u64) -> Article {
        Article { date: "2023-11-10T13:19:11Z".into(), key: key.into(), at, ..Article::default() }
    }

    fn mark(key: &str) -> Mark {
        Mark::of("2023-11-10", key).unwrap()
    }

    fn position(key: &str) -> Position {
        Position { article: mark(key), block: 3, within: 0, percent: 30 }
    }

    fn search(parameters: &str, at: u64) -> Search {
        Search { parameters: parameters.into(), at, ..Search::default() }
    }

    fn after(changes: Vec<Change>) -> Kept {
        let mut kept = Kept::default();
        changes.into_iter().for_each(|change| _ = kept.apply(change));
        kept
    }

    /// How many articles are marked as read.
    fn read(kept: &Kept) -> usize {
        String::from(kept.read.clone()).split_whitespace().count()
    }

    fn keys(articles: &[Article]) -> Vec<&str> {
        articles.iter().map(|article| article.key.as_str()).collect()
    }

    #[test]
    fn an_article_that_is_opened_is_read() {
        let kept = after(vec![
            Change::Open(article("a", 1)),
            Change::Open(article("b", 2)),
            Change::Open(article("a", 3)),
        ]);
        assert_eq!(keys(&kept.history), ["a", "b"]);
        assert!(kept.read.has(mark("a")) && kept.read.has(mark("b")) && !kept.read.has(mark("c")));
    }

    #[test]
    fn the_history_and_the_positions_have_an_end() {
        let open = |number: u64| Change::Open(article(&format!("{number:05}"), number));
        let kept = after((0..600).map(open).collect());
        assert_eq!((kept.history.len(), read(&kept)), (Most::HISTORY, 600));
        let kept = after((0..300).map(|number| Change::ReadTo(position(&number.to_string()))).collect());
        assert_eq!(kept.positions.len(), Most::POSITIONS);
        assert!(kept.position(mark("299")).is_some() && kept.position(mark("99")).is_none());
        let kept =
            after((0..20).map(|number| Change::Search(search(&format!("q={number}"), number))).collect());
        assert_eq!((kept.recent.len(), kept.recent[0].parameters.as_str()), (Most::RECENT, "q=19"));
    }

    #[test]
    fn a_position_stays_until_the_article_is_finished() {
        let mut kept = after(vec![Change::ReadTo(position("a")), Change::ReadTo(position("b"))]);
        kept.apply(Change::ReadTo(Position { percent: 70, ..position("a") }));
        assert_eq!(kept.position(mark("a")).map(|position| position.percent), Some(70));
        assert_eq!(kept.positions.len(), 2);
        kept.apply(Change::Finish(mark("a")));
        assert_eq!(kept.positions, [position("b")]);
    }

    #[test]
    fn what_is_removed_can_be_had_back() {
        let whole = after(vec![
            Change::Bookmark(article("a", 1)),
            Change::Bookmark(article("b", 2)),
            Change::Open(article("a", 1)),
            Change::Open(article("b", 2)),
            Change::ReadTo(position("a")),
            Change::ReadTo(position("b")),
            Change::Save(search("q=tea", 3)),
            Change::Search(search("q=ink", 4)),
        ]);
        let check = |part: Part, which: Which, expected: fn(&Kept) -> bool| {
            let mut kept = whole.clone();
            let effect = kept.apply(Change::Remove(part, which.clone()));
            assert!(expected(&kept), "{part:?} {which:?}: {kept:?}");
            let Some(Effect::Removed(removed)) = effect else { panic!("nothing was removed") };
            kept.apply(Change::Merge(*removed));
            assert_eq!((&kept.bookmarks, &kept.history), (&whole.bookmarks, &whole.history));
            assert_eq!((&kept.searches, &kept.recent), (&whole.searches, &whole.recent));
            assert_eq!((read(&kept), kept.positions.len()), (read(&whole), whole.positions.len()));
        };
        let one = || Which::One("2023-11-10/a".into());
        check(Part::Bookmarks, one(), |kept| keys(&kept.bookmarks) == ["b"]);
        check(Part::Bookmarks, Which::All, |kept| kept.bookmarks.is_empty() && kept.history.len() == 2);
        check(Part::History, one(), |kept| keys(&kept.history) == ["b"] && !kept.read.has(mark("a")));
        check(Part::History, Which::Since(2), |kept| {
            keys(&kept.history) == ["a"] && kept.positions == [position("a")]
        });
        check(Part::History, Which::All, |kept| kept.read.is_empty() && kept.positions.is_empty());
        check(Part::Searches, Which::One("q=tea".into()), |kept| kept.searches.is_empty());
        check(Part::Recent, Which::All, |kept| kept.recent.is_empty() && kept.searches.len() == 1);
    }

    #[test]
    fn a_saved_search_keeps_its_place_under_another_name() {
        let mut kept = after(vec![Change::Save(search("q=tea", 3)), Change::Save(search("q=ink", 4))]);
        kept.apply(Change::Rename { id: "q=tea".into(), name: " Tea houses ".into() });
        assert_eq!(kept.searches[1].name, "Tea houses");
        assert!(kept.has_search("q=tea"));
    }

    #[test]
    fn visits_are_told_apart() {
        let shown = |articles, at| Snapshot { newest: "2023-11-10".into(), articles, at };
        let mut kept = after(vec![Change::Come(0), Change::Leave(1)]);
        assert_eq!(kept.visit, None);
        kept.apply(Change::Show(shown(10, 100)));
        kept.apply(Change::Leave(200));
        kept.apply(Change::Come(10_000_000));
        kept.apply(Change::Show(shown(12, 10_000_001)));
        let visit = kept.visit.unwrap();
        assert_eq!((visit.before, visit.shown), (Some(shown(10, 100)), shown(12, 10_000_001)));
    }

    #[test]
    fn every_change_touches_the_parts_that_it_names() {
        let whole = after(vec![
            Change::Bookmark(article("a", 1)),
            Change::Open(article("a", 1)),
            Change::ReadTo(position("a")),
            Change::Save(search("q=tea", 3)),
            Change::Search(search("q=ink", 4)),
            Change::Show(Snapshot { newest: "2023-11-10".into(), articles: 1, at: 1 }),
        ]);
        let check = |change: Change| {
            let mut kept = whole.clone();
            let parts = change.parts();
            kept.apply(change.clone());
            let others = Part::ALL.into_iter().filter(|part| !parts.contains(part));
            others.for_each(|part| assert_eq!(kept.only(part), whole.only(part), "{change:?}"));
        };
        Part::ALL.into_iter().for_each(|part| check(Change::Remove(part, Which::All)));
        check(Change::Open(article("b", 5)));
        check(Change::ReadTo(position("b")));
        check(Change::Finish(mark("a")));
        check(Change::Search(search("q=x", 9)));
        check(Change::Save(search("q=x", 9)));
        check(Change::Rename { id: "q=tea".into(), name: "Tea".into() });
        check(Change::Bookmark(article("b", 5)));
        check(Change::Come(99));
        check(Change::Leave(99));
    }
}
