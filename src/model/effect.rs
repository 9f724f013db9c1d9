//! Effects that are compiled once, not again for each that there is.

use std::any::Any;
use std::rc::Rc;

use yew::functional::TearDown;
use yew::prelude::*;

/// What an effect depends on.
struct Dependencies {
    value: Rc<dyn Any>,
    is_equal: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Dependencies {
    fn eq(&self, other: &Self) -> bool {
        (self.is_equal)(&*self.value, &*other.value)
    }
}

type Undo = Box<dyn FnOnce()>;

/// Something to do, given what it depends on; gives what undoes it.
type Effect = Box<dyn FnOnce(&dyn Any) -> Undo>;

/// Has an effect when what it depends on has changed, as Yew's `use_effect_with` does.
#[hook]
pub(crate) fn use_effect_on<D, F, U>(dependencies: D, effect: F)
where
    D: PartialEq + 'static,
    F: FnOnce(&D) -> U + 'static,
    U: TearDown,
{
    let is_equal = |one: &dyn Any, other: &dyn Any| one.downcast_ref::<D>() == other.downcast_ref::<D>();
    let dependencies = Dependencies { value: Rc::new(dependencies), is_equal };
    use_boxed_effect(
        dependencies,
        Box::new(move |dependencies: &dyn Any| {
            // Nothing else is handed in.
            let undo = dependencies.downcast_ref().map(effect);
            Box::new(move || undo.into_iter().for_each(TearDown::tear_down))
        }),
    );
}

#[hook]
fn use_boxed_effect(dependencies: Dependencies, effect: Effect) {
    use_effect_with(dependencies, move |dependencies| effect(&*dependencies.value));
}
