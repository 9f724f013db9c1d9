//! Rust sources, read as far as the commands need: which functions and modules a file declares, and
//! which files the modules of a crate are in.
//!
//! Tokens are enough for that, and they reach into macros, which a parser of Rust does not.

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr as _;

use anyhow::{Context, Result, anyhow};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A function, a module, or a block in which there may be more of them.
pub(crate) struct Item {
    pub(crate) attributes: Attributes,
    pub(crate) kind: ItemKind,
}

pub(crate) enum ItemKind {
    Function(String),
    /// With its contents where these are in the same file.
    Module(String, Option<TokenStream>),
    Block(TokenStream),
}

/// What stands in `#[…]` above an item, without white space.
#[derive(Clone, Default)]
pub(crate) struct Attributes(Vec<String>);

/// A file of a crate.
pub(crate) struct SourceFile {
    pub(crate) path: PathBuf,
    /// The names of the modules that lead to it; empty for the root of the crate.
    pub(crate) module: Vec<String>,
    /// Whether it is compiled for tests only.
    pub(crate) is_test: bool,
    pub(crate) tokens: TokenStream,
}

/// The files of a crate, from its root on.
pub(crate) fn files(root: &Path) -> Result<Vec<SourceFile>> {
    let mut files = vec![SourceFile::read(root.to_owned(), Vec::new(), false)?];
    let mut next = 0;
    while let Some(file) = files.get(next) {
        let mut children = Vec::new();
        file.children(file.tokens.clone(), &[], file.is_test, &mut children)?;
        files.extend(children);
        next += 1;
    }
    Ok(files)
}

/// The items that tokens declare, from first to last.
pub(crate) fn items(tokens: TokenStream) -> Vec<Item> {
    let mut items = Vec::new();
    let mut attributes = Attributes::default();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let kind = match token {
            TokenTree::Punct(sign) if sign.as_char() == '#' => {
                if let Some(TokenTree::Group(group)) =
                    tokens.next_if(|next| is_group(next, Delimiter::Bracket))
                {
                    attributes.add(&group.stream());
                }
                continue;
            }
            TokenTree::Ident(word) if word == "fn" || word == "mod" => {
                let Some(TokenTree::Ident(name)) = tokens.next_if(|next| matches!(next, TokenTree::Ident(_)))
                else {
                    continue;
                };
                match word == "fn" {
                    true => ItemKind::Function(name.to_string()),
                    false => ItemKind::Module(name.to_string(), body(&mut tokens)),
                }
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                ItemKind::Block(group.stream())
            }
            // What stands between an attribute and its item: `pub(crate) async`.
            TokenTree::Ident(_) | TokenTree::Group(_) => continue,
            TokenTree::Punct(_) | TokenTree::Literal(_) => {
                attributes = Attributes::default();
                continue;
            }
        };
        items.push(Item { attributes: std::mem::take(&mut attributes), kind });
    }
    items
}

fn body(tokens: &mut std::iter::Peekable<proc_macro2::token_stream::IntoIter>) -> Option<TokenStream> {
    match tokens.next_if(|next| is_group(next, Delimiter::Brace)) {
        Some(TokenTree::Group(group)) => Some(group.stream()),
        _ => None,
    }
}

fn is_group(token: &TokenTree, delimiter: Delimiter) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == delimiter)
}

impl Attributes {
    /// Adds one, given what is between its brackets.
    pub(crate) fn add(&mut self, tokens: &TokenStream) {
        let text = tokens.to_string();
        self.0.push(text.chars().filter(|c| !c.is_whitespace()).collect());
    }

    /// Whether one has this name as the last part of its path: `test` for `#[tokio::test]`.
    pub(crate) fn has(&self, name: &str) -> bool {
        let mut names = self.0.iter().filter_map(|text| text.split(['(', '=']).next());
        names.any(|path| path.rsplit("::").next() == Some(name))
    }

    /// Whether what is below is compiled for tests only.
    pub(crate) fn is_for_tests(&self) -> bool {
        self.0.iter().any(|text| text == "cfg(test)" || text.starts_with("cfg(all(test,"))
    }

    /// The file of a module that is not where its name says.
    fn path(&self) -> Option<&str> {
        let path = self.0.iter().find_map(|text| text.strip_prefix("path="))?;
        Some(path.trim_matches('"'))
    }
}

impl SourceFile {
    fn read(path: PathBuf, module: Vec<String>, is_test: bool) -> Result<Self> {
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        let tokens = TokenStream::from_str(&text);
        let tokens = tokens.map_err(|error| anyhow!("{} is not Rust: {error}", path.display()))?;
        Ok(Self { path, module, is_test, tokens })
    }

    /// Adds the files of the modules that tokens declare, which stand in these modules of the file.
    fn children(
        &self,
        tokens: TokenStream,
        inside: &[String],
        is_test: bool,
        children: &mut Vec<SourceFile>,
    ) -> Result<()> {
        for Item { attributes, kind } in items(tokens) {
            let is_test = is_test || attributes.is_for_tests();
            match kind {
                ItemKind::Function(_) => {}
                ItemKind::Block(tokens) => self.children(tokens, inside, is_test, children)?,
                ItemKind::Module(name, Some(tokens)) => {
                    self.children(tokens, &[inside, &[name]].concat(), is_test, children)?;
                }
                ItemKind::Module(name, None) => {
                    let path = self.child(inside, &name, &attributes)?;
                    let module = [&self.module[..], inside, &[name]].concat();
                    children.push(Self::read(path, module, is_test)?);
                }
            }
        }
        Ok(())
    }

    fn child(&self, inside: &[String], name: &str, attributes: &Attributes) -> Result<PathBuf> {
        let folder = self.path.parent().context("a file is in a folder")?;
        if let Some(path) = attributes.path() {
            return Ok(folder.join(path));
        }
        let is_of_folder =
            self.module.is_empty() || self.path.file_name().is_some_and(|name| name == "mod.rs");
        let own = if is_of_folder { folder.to_owned() } else { self.path.with_extension("") };
        let own = inside.iter().fold(own, |folder, name| folder.join(name));
        let places = [own.join(format!("{name}.rs")), own.join(name).join("mod.rs")];
        let found = places.into_iter().find(|path| path.is_file());
        found.with_context(|| format!("{} declares {name}, which has no file", self.path.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(source: &str) -> Vec<String> {
        let name = |Item { attributes, kind }| match kind {
            ItemKind::Function(name) => format!("fn {name} {}", attributes.0.join(" ")),
            ItemKind::Module(name, body) => format!("mod {name} {}", body.is_some()),
            ItemKind::Block(tokens) => format!("block {}", items(tokens).len()),
        };
        items(source.parse().unwrap()).into_iter().map(name).collect()
    }

    #[test]
    fn functions_and_modules_are_found_with_their_attributes() {
        let source = "//! What it is for.\n use a::{b, c}; #[cfg(test)] mod tests; mod here { fn x() {} }\n\
                      #[tokio::test]\n#[ignore = \"long\"] pub(crate) async fn a() { b::<fn(u8)>() }";
        assert_eq!(
            names(source),
            ["block 0", "mod tests false", "mod here true", "fn a tokio::test ignore=\"long\"", "block 0"]
        );
    }

    #[test]
    fn macros_are_looked_into() {
        let mut inside = items("proptest::proptest! { #[test] fn a(x in 0..9) {} }".parse().unwrap());
        let Some(Item { kind: ItemKind::Block(tokens), .. }) = inside.pop() else { panic!("a block") };
        assert!(items(tokens)[0].attributes.has("test"));
    }

    #[test]
    fn all_files_of_this_crate_are_found() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/main.rs");
        let files = files(&root).unwrap();
        let of = |module: &[&str]| files.iter().find(|file| file.module == module).map(|file| file.is_test);
        assert_eq!(of(&["rust_source"]), Some(false));
        assert_eq!(of(&["bench", "queries", "tool"]), Some(false));
        assert_eq!(of(&["invariants"]), Some(true));
    }
}
