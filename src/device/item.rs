//! Lists of what was kept when, newest first.

/// Something that was kept at a time.
pub(crate) trait Item {
    /// What tells it from others of its list.
    fn id(&self) -> String;

    /// When it was kept, in milliseconds since 1970.
    fn at(&self) -> u64;
}

/// Puts an item in its place by time, instead of an older one that is the same. Whether it is new.
pub(crate) fn add<T: Item>(list: &mut Vec<T>, item: T, limit: usize) -> bool {
    let id = item.id();
    let same = list.iter().position(|other| other.id() == id);
    if let Some(place) = same {
        if list[place].at() >= item.at() {
            return false;
        }
        list.remove(place);
    }
    let place = list.iter().position(|other| other.at() <= item.at()).unwrap_or(list.len());
    list.insert(place, item);
    list.truncate(limit);
    same.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Sample(&'static str, u64);

    impl Item for Sample {
        fn id(&self) -> String {
            self.0.to_owned()
        }

        fn at(&self) -> u64 {
            self.1
        }
    }

    fn check(item: Sample, is_new: bool, expected: &[Sample]) {
        let mut list = vec![Sample("c", 30), Sample("b", 20), Sample("a", 10)];
        assert_eq!(add(&mut list, item, 4), is_new);
        assert_eq!(list, expected);
    }

    #[test]
    fn what_is_added_finds_its_place() {
        check(Sample("d", 40), true, &[Sample("d", 40), Sample("c", 30), Sample("b", 20), Sample("a", 10)]);
        check(Sample("d", 25), true, &[Sample("c", 30), Sample("d", 25), Sample("b", 20), Sample("a", 10)]);
        check(Sample("d", 5), true, &[Sample("c", 30), Sample("b", 20), Sample("a", 10), Sample("d", 5)]);
    }

    #[test]
    fn the_same_is_there_once_with_its_latest_time() {
        check(Sample("a", 40), false, &[Sample("a", 40), Sample("c", 30), Sample("b", 20)]);
        check(Sample("a", 5), false, &[Sample("c", 30), Sample("b", 20), Sample("a", 10)]);
    }

    #[test]
    fn the_oldest_falls_out() {
        let mut list = vec![Sample("b", 20), Sample("a", 10)];
        assert!(add(&mut list, Sample("c", 30), 2));
        assert_eq!(list, [Sample("c", 30), Sample("b", 20)]);
    }
}
