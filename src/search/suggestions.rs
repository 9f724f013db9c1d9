//! The names that can be offered for what is typed.

use std::rc::Rc;

use bundle::format::Source as _;
use bundle::search::{Suggester, Suggestion};
use futures_util::future::LocalBoxFuture;

use crate::archive::library::Library;

/// The names to offer for what is typed.
pub(crate) type Suggest = Rc<dyn Fn(&str) -> Vec<Suggestion>>;

/// Gets the names ready.
pub(crate) fn suggestions(library: Library) -> LocalBoxFuture<'static, Option<Suggest>> {
    Box::pin(async move {
        let names = library.loader.load(library.manifest.names.as_ref()?).await.ok()?;
        let suggester = Suggester::new(&names);
        Some(Rc::new(move |typed: &str| suggester.suggest(typed)) as Suggest)
    })
}
