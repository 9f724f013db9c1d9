//! No module leads back to itself: the modules of a crate can be read one after the other, and each
//! moved without those that it does not use.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::sources_of;
use crate::rust_source::{Attributes, SourceFile};

/// The packages whose modules form no circle.
const PACKAGES: [&str; 7] = ["reading-room", "build-index", "archive", "body", "compile", "bundle", "xtask"];

/// A module, by the names that lead to it.
type Module = Vec<String>;
/// Where the names come from that a module hands on: `pub use order::ArticleOrder`.
type Exports = BTreeMap<(Module, String), Module>;
/// Which modules a module uses.
type Uses = BTreeMap<Module, BTreeSet<Module>>;

#[test]
fn no_room_leads_back_to_itself() {
    check(|module| module.iter().take(1).cloned().collect());
}

#[test]
fn no_module_leads_back_to_itself() {
    check(Clone::clone);
}

/// Checks the modules of all packages, where `seen_as` says what each is a part of.
fn check(seen_as: impl Fn(&Module) -> Module) {
    let mut circles = Vec::new();
    for package in PACKAGES {
        let uses = together(&uses(&sources_of(package)), &seen_as);
        circles.extend(circles_of(&uses).into_iter().map(|circle| format!("{package}: {circle}")));
    }
    assert!(circles.is_empty(), "{} circles:\n{}", circles.len(), circles.join("\n"));
}

/// Which files use which, by the paths that they name. That a module takes something from the one that
/// it is in does not count: the two are one subject.
fn uses(files: &[SourceFile]) -> Uses {
    let modules: BTreeSet<Module> = files.iter().map(|file| file.module.clone()).collect();
    let exports: Exports = files.iter().flat_map(|file| exports_of(file, &modules)).collect();
    let used_by = |file: &SourceFile| {
        let of = file.module.clone();
        let mut paths = Paths { of, modules: &modules, exports: &exports, found: BTreeSet::new() };
        paths.read(file.tokens.clone(), 0);
        (file.module.clone(), paths.found)
    };
    files.iter().map(used_by).collect()
}

/// The same for what modules are parts of. What a part does within itself does not count, nor does a
/// room's own module, which uses what is in it.
fn together(uses: &Uses, seen_as: impl Fn(&Module) -> Module) -> Uses {
    let mut whole = Uses::new();
    for (module, used) in uses {
        let of = seen_as(module);
        let others = used.iter().map(&seen_as).filter(|other| *other != of);
        whole.entry(of.clone()).or_default().extend(others);
    }
    whole
}

/// The paths of a file that lead to modules of its crate.
struct Paths<'a> {
    of: Module,
    modules: &'a BTreeSet<Module>,
    exports: &'a Exports,
    found: BTreeSet<Module>,
}

/// What a module hands on of modules in it.
fn exports_of(file: &SourceFile, modules: &BTreeSet<Module>) -> Vec<((Module, String), Module)> {
    let tokens: Vec<TokenTree> = file.tokens.clone().into_iter().collect();
    let is = |token: Option<&TokenTree>, word: &str| token.is_some_and(|token| token.to_string() == word);
    let is_public_use = |at: &usize| {
        let before = at.checked_sub(1).map(|before| match &tokens[before] {
            TokenTree::Group(_) => before.saturating_sub(1),
            _ => before,
        });
        is(tokens.get(*at), "use") && is(before.and_then(|before| tokens.get(before)), "pub")
    };
    (0..tokens.len()).filter(is_public_use).flat_map(|at| handed_on(file, modules, &tokens, at + 1)).collect()
}

/// The names of a path, or of a group at its end, with the module in `file` that each comes from.
fn handed_on(
    file: &SourceFile,
    modules: &BTreeSet<Module>,
    tokens: &[TokenTree],
    at: usize,
) -> Vec<((Module, String), Module)> {
    let (path, after) = names(tokens, at);
    let Some(module) = path.first().map(|first| joined(&file.module, first)) else { return Vec::new() };
    if !modules.contains(&module) {
        return Vec::new();
    }
    let handed = match after {
        Some(TokenTree::Group(group)) => group
            .stream()
            .into_iter()
            .filter_map(|token| match token {
                TokenTree::Ident(name) => Some(name.to_string()),
                _ => None,
            })
            .collect(),
        _ => path.last().cloned().into_iter().collect::<Vec<_>>(),
    };
    handed.into_iter().map(|name| ((file.module.clone(), name), module.clone())).collect()
}

impl Paths<'_> {
    /// Reads tokens that stand in so many modules within the file.
    fn read(&mut self, tokens: TokenStream, inside: usize) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut attributes = Attributes::default();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                TokenTree::Group(group) if is_sign(tokens.get(at.wrapping_sub(2)), '#') => {
                    attributes.add(&group.stream());
                    continue;
                }
                TokenTree::Punct(sign) if sign.as_char() == '#' => continue,
                TokenTree::Ident(word) if word == "mod" => {
                    if let Some(TokenTree::Group(body)) = tokens.get(at + 1) {
                        if !attributes.is_for_tests() {
                            self.read(body.stream(), inside + 1);
                        }
                        at += 2;
                    }
                }
                TokenTree::Group(group) => self.read(group.stream(), inside),
                TokenTree::Ident(_) if !follows_path(&tokens, at - 1) => self.path(&tokens, at - 1, inside),
                _ => {}
            }
            attributes = Attributes::default();
        }
    }

    /// Reads a path that begins at a place, if it leads to a module of this crate.
    fn path(&mut self, tokens: &[TokenTree], at: usize, inside: usize) {
        let (mut names, after) = names(tokens, at);
        let Some(first) = names.first().cloned() else { return };
        // `pub(crate)` names no module.
        if names.len() == 1 && after.is_none() {
            return;
        }
        let base = match first.as_str() {
            "crate" => Vec::new(),
            "self" if inside == 0 => self.of.clone(),
            "super" => {
                let up = names.iter().take_while(|name| *name == "super").count();
                names.drain(1..up);
                match up.checked_sub(inside) {
                    None => return,
                    Some(up) => self.of[..self.of.len().saturating_sub(up)].to_vec(),
                }
            }
            // A module below this one.
            name if inside == 0 && names.len() > 1 && self.modules.contains(&joined(&self.of, name)) => {
                joined(&self.of, name)
            }
            _ => return,
        };
        self.tree(base, &names[1..], after);
    }

    /// Adds the module that names lead to from another, or the modules that a group after them leads to.
    fn tree(&mut self, base: Module, names: &[String], after: Option<&TokenTree>) {
        let whole: Module = base.iter().chain(names).cloned().collect();
        if let Some(TokenTree::Group(group)) = after.filter(|_| self.modules.contains(&whole))
            && group.delimiter() == Delimiter::Brace
        {
            return self.group(&whole, group.stream());
        }
        let lengths = (base.len()..=whole.len()).rev();
        let module =
            lengths.map(|length| whole[..length].to_vec()).find(|module| self.modules.contains(module));
        let module = module.map(|module| {
            let name = whole.get(module.len()).cloned().unwrap_or_default();
            self.exports.get(&(module.clone(), name)).cloned().unwrap_or(module)
        });
        // What is in a module may take from it what the module is about.
        self.found.extend(module.filter(|module| !self.of.starts_with(module)));
    }

    fn group(&mut self, base: &Module, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for part in tokens.split(|token| is_sign(Some(token), ',')) {
            let (names, after) = names(part, 0);
            let names = if names == ["self"] { Vec::new() } else { names };
            if !part.is_empty() {
                self.tree(base.clone(), &names, after);
            }
        }
    }
}

/// The names of a path that begins at a place, and what stands after the last `::` if that is no name: a
/// group, or `*`.
fn names(tokens: &[TokenTree], mut at: usize) -> (Vec<String>, Option<&TokenTree>) {
    let mut names = Vec::new();
    while let Some(TokenTree::Ident(name)) = tokens.get(at) {
        names.push(name.to_string());
        if !(is_sign(tokens.get(at + 1), ':') && is_sign(tokens.get(at + 2), ':')) {
            return (names, None);
        }
        at += 3;
    }
    (names, tokens.get(at))
}

/// Whether what is at a place goes on from something: `a::b`, `a.b`.
fn follows_path(tokens: &[TokenTree], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let is_path =
        is_sign(before, ':') && is_sign(at.checked_sub(2).and_then(|before| tokens.get(before)), ':');
    is_path || is_sign(before, '.')
}

fn is_sign(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(sign)) if sign.as_char() == wanted)
}

fn joined(module: &Module, name: &str) -> Module {
    [&module[..], &[name.to_owned()]].concat()
}

/// The modules that lead to each other, with the arrows between them.
fn circles_of(uses: &Uses) -> Vec<String> {
    let reached: BTreeMap<&Module, BTreeSet<&Module>> =
        uses.keys().map(|module| (module, reach(uses, module))).collect();
    let lead = |from: &Module, to: &Module| reached.get(from).is_some_and(|reached| reached.contains(to));
    let mut done = BTreeSet::new();
    let mut circles = Vec::new();
    for module in uses.keys().filter(|module| lead(module, module)) {
        if done.contains(module) {
            continue;
        }
        let circle: BTreeSet<&Module> =
            uses.keys().filter(|other| lead(module, other) && lead(other, module)).collect();
        let arrows = circle.iter().flat_map(|from| {
            let to = uses[*from].iter().filter(|to| circle.contains(to));
            to.map(|to| format!("    {} uses {}", shown(from), shown(to)))
        });
        let arrows: Vec<String> = arrows.collect();
        circles.push(format!("{} modules\n{}", circle.len(), arrows.join("\n")));
        done.extend(circle);
    }
    circles
}

/// All modules that a module leads to.
fn reach<'a>(uses: &'a Uses, from: &Module) -> BTreeSet<&'a Module> {
    let mut found = BTreeSet::new();
    let mut waiting: Vec<&Module> = uses[from].iter().collect();
    while let Some(module) = waiting.pop() {
        if found.insert(module) {
            waiting.extend(uses.get(module).into_iter().flatten());
        }
    }
    found
}

fn shown(module: &Module) -> String {
    if module.is_empty() { "the root".to_owned() } else { module.join("::") }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which modules a file `list::rows` of a crate uses.
    fn check(source: &str, expected: &[&str]) {
        let modules = ["", "list", "list::rows", "list::rows::row", "search", "search::run", "ui"];
        let module =
            |path: &str| path.split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect();
        let modules = modules.map(module).into_iter().collect();
        let exports = BTreeMap::from([((module("ui"), "Icon".to_owned()), module("list::rows::row"))]);
        let of = module("list::rows");
        let mut paths = Paths { of, modules: &modules, exports: &exports, found: BTreeSet::new() };
        paths.read(source.parse().unwrap(), 0);
        let found: Vec<String> = paths.found.iter().map(|module| module.join("::")).collect();
        assert_eq!(found, expected, "{source}");
    }

    #[test]
    fn paths_lead_to_modules() {
        check("use crate::search::run::Run;", &["search::run"]);
        check("use crate::{search::{self, run::{A, B}}, ui::Button};", &["search", "search::run", "ui"]);
        check("use super::Layout;", &[]);
        check("use super::super::search::Search;", &["search"]);
        check("use row::Row;", &["list::rows::row"]);
        check("use crate::ui::Icon;", &["list::rows::row"]);
        check("use self::row::Row;", &["list::rows::row"]);
        check("fn a() { html! { <crate::ui::Button /> } }", &["ui"]);
        check("pub(crate) fn a(b: crate::Title) {}", &[]);
        check("use yew::search::Run; fn a() { b.ui::<C>() }", &[]);
    }

    #[test]
    fn what_is_for_tests_does_not_count() {
        check("#[cfg(test)] mod tests { use super::*; use crate::ui::Button; }", &[]);
        check("mod inner { use super::Own; use super::super::super::ui::Button; }", &["ui"]);
    }

    #[test]
    fn circles_are_found() {
        let uses = |arrows: &[(&str, &str)]| {
            let mut uses = Uses::new();
            for (from, to) in arrows {
                uses.entry(vec![(*from).to_owned()]).or_default().insert(vec![(*to).to_owned()]);
                uses.entry(vec![(*to).to_owned()]).or_default();
            }
            circles_of(&uses)
        };
        assert_eq!(uses(&[("a", "b"), ("b", "c"), ("a", "c")]), [""; 0]);
        let found = uses(&[("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]);
        assert_eq!(found, ["3 modules\n    a uses b\n    b uses c\n    c uses a"]);
    }
}
