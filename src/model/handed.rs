//! What components hand to those below them: the words, the settings, the bundle and so on.
//!
//! Yew has a context for each type, and with it a provider, subscriptions and their code. Here all is one
//! context, in which values are found by their types.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;

/// What has been handed down. Clones are cheap.
#[derive(Clone, Default)]
pub(crate) struct Handed(Rc<Vec<Value>>);

#[derive(Clone)]
struct Value {
    value: Rc<dyn Any>,
    is_equal: fn(&dyn Any, &dyn Any) -> bool,
}

impl Handed {
    /// The same, with a value of another type or in the place of one of this type.
    pub(crate) fn with<T: PartialEq + 'static>(&self, value: T) -> Handed {
        let is_equal = |one: &dyn Any, other: &dyn Any| one.downcast_ref::<T>() == other.downcast_ref::<T>();
        let mut values: Vec<Value> = self.0.iter().filter(|known| !known.value.is::<T>()).cloned().collect();
        values.push(Value { value: Rc::new(value), is_equal });
        Handed(Rc::new(values))
    }

    fn get<T: 'static>(&self) -> Option<&T> {
        self.0.iter().find_map(|known| known.value.downcast_ref())
    }
}

impl PartialEq for Handed {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len()
            && self.0.iter().zip(&*other.0).all(|(one, other)| (one.is_equal)(&*one.value, &*other.value))
    }
}

/// All that has been handed down, to hand on more.
#[hook]
pub(crate) fn use_all_handed() -> Handed {
    use_context::<Handed>().unwrap_or_default()
}

/// What a component above has handed down, if one has.
#[hook]
pub(crate) fn use_handed<T: Clone + 'static>() -> Option<T> {
    use_all_handed().get().cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_their_types() {
        let handed = Handed::default().with(1u8).with("tea");
        assert_eq!(
            (handed.get::<u8>(), handed.get::<&str>(), handed.get::<u16>()),
            (Some(&1), Some(&"tea"), None)
        );
        assert_eq!(handed.with(2u8).get::<u8>(), Some(&2));
    }

    #[test]
    fn a_change_of_any_value_is_a_change() {
        let handed = Handed::default().with(1u8).with("tea");
        assert!(handed == Handed::default().with(1u8).with("tea"));
        assert!(handed != Handed::default().with(1u8).with("ink"));
        assert!(handed != handed.with(1u16));
        assert!(handed != Handed::default().with(1u8).with(String::from("tea")));
    }
}
