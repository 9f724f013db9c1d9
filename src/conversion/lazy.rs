//! What converts titles and texts. It loads when a reader wants other characters.

use std::borrow::Cow;

use bundle::text::Converter;
use futures_util::FutureExt as _;
use futures_util::future::LocalBoxFuture;

use crate::archive::loader::traditional_table;
use crate::lazy::lazy_module;
use crate::model::load_error::LoadError;

/// What can be done with a converter.
#[derive(Clone, Copy)]
pub(crate) struct Converting {
    /// The converter to Traditional characters, given its table's file.
    pub(crate) traditional: fn(String) -> LocalBoxFuture<'static, Result<Converter, LoadError>>,
    /// Converts a text.
    pub(crate) text: for<'a> fn(&Converter, &'a str) -> Cow<'a, str>,
    /// Converts sanitised HTML.
    pub(crate) html: fn(&Converter, &str) -> String,
}

lazy_module! {
    /// The conversion.
    CONVERTING in search: Converting =
        Converting { traditional, text: Converter::text, html: Converter::html }
}

fn traditional(file: String) -> LocalBoxFuture<'static, Result<Converter, LoadError>> {
    async { Ok(Converter::Traditional(traditional_table(file).await?)) }.boxed_local()
}
