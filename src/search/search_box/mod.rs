//! The search box. It finds as one types, offers names, and says what can be typed.

mod actions;
mod clicks;
mod draft;
pub(crate) mod form;
mod help;
mod offer;
mod own_searches;
mod search_option;
mod typing;
