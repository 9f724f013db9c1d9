//! What the first list does without. In a release (feature `split`) it is in WebAssembly modules of its
//! own, which load when they are first wanted; elsewhere everything is there from the beginning.
//!
//! Rooms declare their modules with [`lazy_module!`]: `search::lazy`, `export::lazy`, and `pages` for
//! whole pages. Code is in such a module only if nothing outside calls it by its name: one such call puts
//! it back into the first module. So outside code calls only the functions that the module hands out.
//! There are three files, `article`, `search` and `more`, because what several of them call is a further
//! file for each combination.

pub(crate) mod use_module;

use crate::model::load_error::LoadError;

/// A module that may have to be loaded, and the functions that it hands out.
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

    /// What the module hands out, if it is here.
    pub(crate) fn loaded(&self) -> Option<F> {
        Some(self.functions)
    }

    /// Loads the module, if it is not here.
    pub(crate) async fn load(&self) -> Result<F, LoadError> {
        Ok(self.functions)
    }
}

#[cfg(feature = "split")]
impl<F: Copy> LazyModule<F> {
    pub(crate) const fn new(module: &'static str, load: later::Load<F>) -> LazyModule<F> {
        LazyModule { module, later: later::Later::new(load) }
    }

    /// What the module hands out, if it is here.
    pub(crate) fn loaded(&self) -> Option<F> {
        self.later.loaded()
    }

    /// Loads the module, if it is not here.
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

/// Declares a module: its file, and the functions that it hands out.
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
