//! What was decoded, as long as there is room.

use std::any::Any;
use std::collections::HashMap;
use std::rc::Rc;

/// Keeps what was used lately: two layers, of which the lower is thrown away when the upper is full.
#[derive(Default)]
pub(crate) struct Cache {
    upper: HashMap<String, Rc<dyn Any>>,
    lower: HashMap<String, Rc<dyn Any>>,
}

impl Cache {
    /// Files in a layer. A long list of hits with snippets takes two to three hundred.
    const LAYER: usize = 512;

    /// The file of this name, which is now among those used lately.
    pub(crate) fn get(&mut self, path: &str) -> Option<Rc<dyn Any>> {
        if let Some(file) = self.upper.get(path) {
            return Some(Rc::clone(file));
        }
        let file = self.lower.remove(path)?;
        self.insert(path.to_owned(), Rc::clone(&file));
        Some(file)
    }

    /// Keeps a file.
    pub(crate) fn insert(&mut self, path: String, file: Rc<dyn Any>) {
        if self.upper.len() >= Self::LAYER {
            self.lower = std::mem::take(&mut self.upper);
        }
        self.upper.insert(path, file);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_stays() {
        let mut cache = Cache::default();
        cache.insert("used".into(), Rc::new(0));
        cache.insert("unused".into(), Rc::new(0));
        for file in 0..3 * Cache::LAYER {
            cache.insert(file.to_string(), Rc::new(file));
            assert!(cache.get("used").is_some(), "{file}");
        }
        assert!(cache.get("unused").is_none());
        assert!(cache.upper.len() + cache.lower.len() <= 2 * Cache::LAYER);
    }
}
