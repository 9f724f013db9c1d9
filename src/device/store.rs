//! Reads and writes what the device remembers of one archive.

use std::cell::RefCell;

use web_sys::Url;

use crate::device::kept::{Kept, Part};
use crate::settings::storage::{self, Keep, NotKept};

/// The name of the setting that nothing is to be remembered unasked.
const SETTING: &str = "remember";
const OFF: &str = "off";

/// The storage of one archive. What the browser did not take is there until the page is closed.
pub(crate) struct Store {
    /// Tells the archive from others of the same host.
    archive: String,
    unkept: RefCell<Vec<(Part, Kept)>>,
}

impl Store {
    /// The store of the archive whose bundle is in a folder.
    pub(crate) fn of(folder: String) -> Store {
        let base = web_sys::window().and_then(|window| window.document()?.base_uri().ok()?);
        let whole = base.and_then(|base| Url::new_with_base(&folder, &base).ok());
        Store { archive: whole.map_or(folder, |url| url.href()), unkept: RefCell::default() }
    }

    /// Parts as they are now.
    pub(crate) fn read(&self, parts: &[Part]) -> Kept {
        let mut kept = Kept::default();
        for &part in parts {
            let unkept = self.unkept.borrow();
            match unkept.iter().find(|(of, _)| *of == part) {
                Some((_, unkept)) => kept.take_over(part, unkept),
                None => kept.take_over(part, &self.slot(part).1),
            }
        }
        kept
    }

    /// Writes parts, or says why they will be gone when the page is closed.
    pub(crate) fn write(&self, parts: &[Part], kept: &Kept) -> Result<(), NotKept> {
        let write = |&part: &Part| {
            let only = kept.only(part);
            let written = storage::try_to_remember(Keep::Always, &self.slot(part).0, &only.json());
            let mut unkept = self.unkept.borrow_mut();
            unkept.retain(|(of, _)| *of != part);
            unkept.extend(written.is_err().then_some((part, only)));
            written
        };
        // All of them, whether or not one fails.
        let written: Vec<_> = parts.iter().map(write).collect();
        written.into_iter().collect()
    }

    /// Forgets everything, including what cannot be read.
    pub(crate) fn clear(&self) {
        self.unkept.borrow_mut().clear();
        for part in Part::ALL {
            for (name, _) in self.stored(part) {
                storage::forget(Keep::Always, &name);
            }
        }
    }

    /// How many bytes are kept.
    pub(crate) fn bytes(&self) -> usize {
        let stored = Part::ALL.into_iter().flat_map(|part| self.stored(part));
        // Browsers keep two bytes of each character.
        stored.map(|(name, json)| 2 * (name.len() + json.encode_utf16().count())).sum()
    }

    /// Whether the device remembers what the reader does not ask it to.
    pub(crate) fn remembers(&self) -> bool {
        storage::recall(Keep::Always, SETTING).as_deref() != Some(OFF)
    }

    /// Sets whether it does.
    pub(crate) fn set_remembers(&self, remembers: bool) {
        match remembers {
            true => storage::forget(Keep::Always, SETTING),
            false => storage::remember(Keep::Always, SETTING, OFF),
        }
    }

    /// Whether the browser keeps anything.
    pub(crate) fn is_allowed(&self) -> bool {
        storage::is_allowed(Keep::Always)
    }

    /// Whether another tab has changed something here, given the key of what it changed.
    pub(crate) fn is_concerned(&self, key: Option<&str>) -> bool {
        // All is gone where there is no key.
        let name = key.map(storage::name_of);
        name.is_none_or(|name| name.is_some_and(|name| name.starts_with(&self.archive)))
    }

    /// Where a part is: the first place where there is nothing, or something that can be read. What is
    /// damaged, or of a later version, stays until the reader deletes it.
    fn slot(&self, part: Part) -> (String, Kept) {
        let stored = self.stored(part);
        let after = stored.len();
        let readable = stored.into_iter().find_map(|(name, json)| Some((name, Kept::parse(&json).ok()?)));
        readable.unwrap_or_else(|| (self.name(part, after), Kept::default()))
    }

    /// All that is stored of a part, by name.
    fn stored(&self, part: Part) -> Vec<(String, String)> {
        let place = |place| {
            let name = self.name(part, place);
            storage::recall(Keep::Always, &name).map(|json| (name, json))
        };
        (0..).map_while(place).collect()
    }

    fn name(&self, part: Part, place: usize) -> String {
        let (archive, part) = (&self.archive, part.name());
        if place == 0 { format!("{archive}#{part}") } else { format!("{archive}#{part}-{}", place + 1) }
    }
}
