//! Parts of the viewer that the first list does without. In a release (feature `split`) they are
//! WebAssembly modules of their own, which load when they are first wanted; elsewhere all are there from
//! the beginning.
//!
//! What only a part calls is in its module. So what is outside calls it through the functions that the
//! part hands out, and never by its name: one call by name, and the code is in the first module again.
//! There are three modules, because what several of them call is a further file for each combination.

pub(crate) mod use_module;

use crate::model::load_error::LoadError;

/// Something that may have to be loaded, and what it hands out.
pub(crate) struct LazyModule<F> {
    #[cfg(feature = "split")]
    module: &'static str,
    #[cfg(not(feature = "split"))]
    functions: F,
    #[cfg(feature = "split")]
    later: later::Later<F>,
}

#[cfg(not(feature = "split"))]
impl<F: Copy> LazyModule<F> {
    pub(crate) const fn new(functions: F) -> LazyModule<F> {
        LazyModule { functions }
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
impl<F: Copy> LazyModule<F> {
    pub(crate) const fn new(module: &'static str, load: later::Load<F>) -> LazyModule<F> {
        LazyModule { module, later: later::Later::new(load) }
    }

    /// What the part hands out, if it is here.
    pub(crate) fn loaded(&self) -> Option<F> {
        self.later.loaded()
    }

    /// Loads the part, if it is not here.
    pub(crate) async fn load(&self) -> Result<F, LoadError> {
        self.later.load().await.map_err(|_| LoadError::Module { module: self.module })
    }
}

impl<F> PartialEq for LazyModule<F> {
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

    pub(crate) type Load<F> = fn() -> LocalBoxFuture<'static, Result<F, SplitLoaderError>>;

    pub(crate) struct Later<F> {
        load: Load<F>,
        functions: OnceLock<F>,
    }

    impl<F: Copy> Later<F> {
        pub(crate) const fn new(load: Load<F>) -> Later<F> {
            Later { load, functions: OnceLock::new() }
        }

        pub(crate) fn loaded(&self) -> Option<F> {
            self.functions.get().copied()
        }

        pub(crate) async fn load(&self) -> Result<F, SplitLoaderError> {
            if let Some(functions) = self.loaded() {
                return Ok(functions);
            }
            let functions = (self.load)().await?;
            Ok(*self.functions.get_or_init(|| functions))
        }
    }
}

/// Declares a part: its module, and the functions that it hands out.
macro_rules! lazy_module {
    ($(#[$doc:meta])* $NAME:ident in $module:ident: $Functions:ty = $functions:expr) => {
        #[cfg(not(feature = "split"))]
        $(#[$doc])*
        pub(crate) static $NAME: $crate::lazy::LazyModule<$Functions> =
            $crate::lazy::LazyModule::new($functions);

        #[cfg(feature = "split")]
        $(#[$doc])*
        pub(crate) static $NAME: $crate::lazy::LazyModule<$Functions> = {
            #[allow(unsafe_code, reason = "it exports the function by a name, and calls an import in its place")]
            mod marked {
                use super::*;

                #[wasm_split_helpers::wasm_split($module, fallible)]
                pub(crate) fn $module() -> Result<$Functions, wasm_split_helpers::SplitLoaderError> {
                    Ok($functions)
                }
            }
            $crate::lazy::LazyModule::new(stringify!($module), || Box::pin(marked::$module()))
        };
    };
}
pub(crate) use lazy_module;
