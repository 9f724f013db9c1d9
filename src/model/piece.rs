//! Parts of the page with hooks of their own, without a component type for each.
//!
//! Yew compiles some two kilobytes for every type of component. Here one component draws all: a piece is
//! a hook that draws, and what it is given.

use std::any::Any;
use std::rc::Rc;

use yew::functional::{Hook, HookContext};
use yew::prelude::*;
use yew::virtual_dom::{Key, VChild};

/// Something that draws itself, told apart from others by what it is given.
trait Draw: Any {
    fn draw(&self, context: &mut HookContext) -> Html;

    fn is_same(&self, other: &dyn Any) -> bool;
}

struct Given<P> {
    given: P,
    draw: fn(&P, &mut HookContext) -> Html,
}

impl<P: PartialEq + 'static> Draw for Given<P> {
    fn draw(&self, context: &mut HookContext) -> Html {
        (self.draw)(&self.given, context)
    }

    fn is_same(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<Self>().is_some_and(|other| other.given == self.given)
    }
}

#[derive(Clone, Properties)]
struct PieceProps {
    draw: Rc<dyn Draw>,
}

impl PartialEq for PieceProps {
    fn eq(&self, other: &Self) -> bool {
        self.draw.is_same(&*other.draw)
    }
}

/// Draws any piece. Pieces of different kinds must not take each other's place: their keys differ.
#[component]
fn Piece(props: &PieceProps) -> Html {
    use_draw(&*props.draw)
}

fn use_draw(draw: &dyn Draw) -> impl Hook<Output = Html> {
    struct UseDraw<'a>(&'a dyn Draw);

    impl Hook for UseDraw<'_> {
        type Output = Html;

        fn run(self, context: &mut HookContext) -> Html {
            self.0.draw(context)
        }
    }

    UseDraw(draw)
}

/// A piece, by the name of its kind: what `piece!` calls.
pub(crate) fn keyed<P: PartialEq + 'static>(
    key: impl Into<Key>,
    given: P,
    draw: fn(&P, &mut HookContext) -> Html,
) -> Html {
    piece_of(key.into(), Rc::new(Given { given, draw }))
}

fn piece_of(key: Key, draw: Rc<dyn Draw>) -> Html {
    VChild::<Piece>::new(PieceProps { draw }, Some(key)).into()
}

/// Draws with a hook, given what it takes, if anything: `piece!(use_facets, FacetsProps { … })`. Of several
/// of one kind beside each other, each needs a key of its own, in front.
macro_rules! piece {
    ($draw:ident) => {
        $crate::model::piece::keyed(stringify!($draw), (), |(), context| {
            yew::functional::Hook::run($draw(), context)
        })
    };
    ($draw:ident, $given:expr $(,)?) => {
        $crate::model::piece::piece!(stringify!($draw), $draw, $given)
    };
    ($key:expr, $draw:ident, $given:expr $(,)?) => {
        $crate::model::piece::keyed($key, $given, |given, context| {
            yew::functional::Hook::run($draw(given), context)
        })
    };
}
pub(crate) use piece;
