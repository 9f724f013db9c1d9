//! What the page may load and run, as a Content-Security-Policy that it carries in itself.
//!
//! [`seal()`] writes the policy into a page, by what stands in the page: so it is true of a site, of
//! the tests' and of what `trunk serve` shows alike. It does no IO and knows nothing of bundles.
//! Whoever changes a sealed page seals it again.
//!
//! The policy is the second wall. The first is that no HTML reaches the page that was not
//! sanitised, and tests hold that one up with the policy off.

mod directives;
mod inline;
mod seal;

pub use directives::{PLAYERS, Policy};
pub use seal::{NoHead, seal};
