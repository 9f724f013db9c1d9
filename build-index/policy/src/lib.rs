//! What the page may load and run, as a Content-Security-Policy that it carries in itself.
//!
//! [`seal()`] writes the policy into a page, by what stands in the page: so it is true of a site, of
//! the tests' and of what `trunk serve` shows alike. It does no IO and knows nothing of bundles.
//! A page whose scripts or styles are changed is sealed again. A page that is only filled with texts
//! is not: the policy must not allow what a text might smuggle in.
//!
//! The policy is the second line of defence. The first is that no HTML reaches the page that was not
//! sanitised, and tests prove that one with the policy off.

mod directives;
mod inline;
mod seal;

pub use directives::{PLAYERS, Policy};
pub use seal::{NoHead, seal};
