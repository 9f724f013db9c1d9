//! Makes of the files of texts, one a language in the syntax of [Fluent], what the crate `texts` needs:
//! functions in Rust that write each message, and a compact file for each language.
//!
//! [`REFERENCE`] says which messages there are, and what their variables are. Every other language has
//! the same messages, with the plural forms of its own (Unicode CLDR). What does not fit is a [`Fault`],
//! which names the file, the message and the remedy, and the project does not compile.
//!
//! Of Fluent's syntax these are understood: messages and their attributes, variables, references to
//! other messages, strings in quotation marks, and selects on a variable.
//!
//! [Fluent]: https://projectfluent.org

mod check;
mod declare;
mod encode;
mod expand;
mod fault;
mod generate;
mod hash;
mod parse;
mod pattern;
mod plural;
mod rows;

pub use fault::Fault;
pub use plural::{categories, categorised, table};

/// The language that the others are checked against.
pub const REFERENCE: &str = "en";

/// A file of texts, as it stands in the folder of languages.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Its name: the tag of the language (BCP 47) and `.ftl`.
    pub name: &'a str,
    /// What is in it.
    pub text: &'a str,
}

/// What is made of all files.
#[derive(Debug)]
pub struct Compiled {
    /// Constants, in Rust, that tell whether a file has the messages of this version.
    pub version: String,
    /// Functions, in Rust, that write each message.
    pub functions: String,
    /// The list of languages, in Rust.
    pub list: String,
    /// The languages: by their tags, the reference last.
    pub languages: Vec<CompiledLanguage>,
}

/// A language, compiled.
#[derive(Debug, Clone)]
pub struct CompiledLanguage {
    /// Its tag (BCP 47).
    pub tag: String,
    /// What it calls itself.
    pub name: String,
    /// The same in two letters.
    pub mark: String,
    /// Other tags that mean it, in small letters.
    pub other_tags: Vec<String>,
    /// The name of its file, with a hash of what is in it.
    pub file: String,
    /// What is in that file: see the crate `texts`.
    pub data: String,
}

/// Checks all files and compiles them. The order of the files is of no matter.
///
/// # Errors
/// All that is wrong with them.
pub fn compile(sources: &[Source<'_>]) -> Result<Compiled, Vec<Fault>> {
    let mut languages = fault::all(sources.iter().map(parse::parse))?;
    languages.sort_by(|a, b| (a.tag == REFERENCE, &a.tag).cmp(&(b.tag == REFERENCE, &b.tag)));
    let reference = languages.last().filter(|language| language.tag == REFERENCE).ok_or_else(|| {
        let file = format!("{REFERENCE}.ftl");
        vec![Fault::new(&file, "", "there is no such file", "add the reference of all languages")]
    })?;
    let signatures = declare::signatures(reference)?;
    let checked = fault::all(languages.iter().map(|language| check::check(language, &signatures)))?;
    let languages = fault::all(checked.iter().map(|language| encode::encode(language, &signatures)))?;
    check::tags_and_names(&languages)?;
    Ok(Compiled {
        version: generate::version(&signatures),
        functions: generate::functions(&signatures, reference),
        list: generate::languages(&languages),
        languages,
    })
}
