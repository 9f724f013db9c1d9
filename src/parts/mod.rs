//! Parts of the viewer that the first list does without. In a release (feature `split`) they are
//! WebAssembly modules of their own, which load when they are first wanted; elsewhere all are there from
//! the beginning.
//!
//! What only a part calls is in its module. So what is outside calls it through the functions that the
//! part hands out, and never by its name: one call by name, and the code is in the first module again.
//! There are three modules, because what several of them call is a further file for each combination.

mod exporting;
mod pages;
mod prefetch;
mod searching;

pub(crate) use exporting::EXPORT;
pub(crate) use pages::{ARTICLE, DEVICE, DrawPage, Opened, STATISTICS};
pub(crate) use prefetch::use_prefetch;
pub(crate) use searching::{SEARCH, Searching};

use crate::loader::LoadError;

/// Something that may have to be loaded, and what it hands out.
pub(crate) struct Part<F> {
    #[cfg(feature = "split")]
    module: &'static str,
    #[cfg(not(feature = "split"))]
    functions: F,
    #[cfg(feature = "split")]
    later: later::Later<F>,
}

#[cfg(not(feature = "split"))]
impl<F: Copy> Part<F> {
    const fn new(functions: F) -> Part<F> {
        Part { functions }
    }

    /// What the part hands out, if it is here.
    pub(crate) fn loaded(&self) -> Option<F> {
        Some(self.functions)
    }

    /// Loads the part, if it is not here.
    pub(crate) async fn load(&self) -> Result<F, LoadError> {
        Ok(self.functions)
    }
}

#[cfg(feature = "split")]
impl<F: Copy> Part<F> {
    const fn new(module: &'static str, load: later::Load<F>) -> Part<F> {
        Part { module, later: later::Later::new(load) }
    }

    /// What the part hands out, if it is here.
    pub(crate) fn loaded(&self) -> Option<F> {
        self.later.loaded()
    }

    /// Loads the part, if it is not here.
    pub(crate) async fn load(&self) -> Result<F, LoadError> {
        self.later.load().await.map_err(|_| LoadError::Part { module: self.module })
    }
}

impl<F> PartialEq for Part<F> {
    /// Told apart by its place in memory: it is a static.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// What a release has instead of the functions themselves.
#[cfg(feature = "split")]
mod later {
    use std::sync::OnceLock;

    use futures_util::future::LocalBoxFuture;
    use wasm_split_helpers::SplitLoaderError;

    pub(super) type Load<F> = fn() -> LocalBoxFuture<'static, Result<F, SplitLoaderError>>;

    pub(super) struct Later<F> {
        load: Load<F>,
        functions: OnceLock<F>,
    }

    impl<F: Copy> Later<F> {
        pub(super) const fn new(load: Load<F>) -> Later<F> {
            Later { load, functions: OnceLock::new() }
        }

        pub(super) fn loaded(&self) -> Option<F> {
            self.functions.get().copied()
        }

        pub(super) async fn load(&self) -> Result<F, SplitLoaderError> {
            if let Some(functions) = self.loaded() {
                return Ok(functions);
            }
            let functions = (self.load)().await?;
            Ok(*self.functions.get_or_init(|| functions))
        }
    }
}

/// Declares a part: its module, and the functions that it hands out.
macro_rules! part {
    ($(#[$doc:meta])* $PART:ident in $module:ident: $Functions:ty = $functions:expr) => {
        #[cfg(not(feature = "split"))]
        $(#[$doc])*
        pub(crate) static $PART: $crate::parts::Part<$Functions> =
            $crate::parts::Part::new($functions);

        #[cfg(feature = "split")]
        $(#[$doc])*
        pub(crate) static $PART: $crate::parts::Part<$Functions> = {
            #[allow(unsafe_code, reason = "it exports the function by a name, and calls an import in its place")]
            mod marked {
                use super::*;

                #[wasm_split_helpers::wasm_split($module, fallible)]
                pub(super) fn $module() -> Result<$Functions, wasm_split_helpers::SplitLoaderError> {
                    Ok($functions)
                }
            }
            $crate::parts::Part::new(stringify!($module), || Box::pin(marked::$module()))
        };
    };
}
use part;
