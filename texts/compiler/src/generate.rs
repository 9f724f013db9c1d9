//! The functions in Rust that write each message.

use std::fmt::Write as _;

use crate::CompiledLanguage;
use crate::declare::{Kind, Signature, Variable};
use crate::hash::hash;
use crate::pattern::{Language, Piece};

/// Of all names and variables: texts of another version have another one.
pub(crate) fn fingerprint(signatures: &[Signature]) -> String {
    let all: Vec<_> =
        signatures.iter().map(|signature| parameters(&signature.variables) + &signature.name).collect();
    hash(&all.join("\n"))
}

/// What tells whether a file has these messages.
pub(crate) fn version(signatures: &[Signature]) -> String {
    format!(
        "/// How many messages there are.\nconst MESSAGES: usize = {};\n\
         /// The fingerprint of their names and variables.\nconst FINGERPRINT: &str = {:?};\n",
        signatures.len(),
        fingerprint(signatures)
    )
}

/// `impl Texts` with a function for each message.
pub(crate) fn functions(signatures: &[Signature], reference: &Language) -> String {
    let mut code = "/// The messages.\nimpl Texts {\n".to_owned();
    for (place, signature) in signatures.iter().enumerate() {
        code += &documentation(signature, reference);
        code += &function(place, signature);
    }
    code + &by_name(signatures) + "}\n"
}

/// For what names messages elsewhere than in Rust.
fn by_name(signatures: &[Signature]) -> String {
    let plain = signatures.iter().enumerate().filter(|(_, signature)| signature.variables.is_empty());
    let arms: String =
        plain.map(|(place, Signature { name, .. })| format!("            {name:?} => {place},\n")).collect();
    format!(
        "    /// The message of a name, such as `start-opening`, if there is one, and it has no variables.\n    \
         pub fn message(&self, name: &str) -> Option<&'static str> {{\n        \
             let place = match name {{\n{arms}            _ => return None,\n        }};\n        \
             Some(self.text(place))\n    }}\n"
    )
}

fn documentation(signature: &Signature, reference: &Language) -> String {
    let mut lines = Vec::new();
    if !signature.meaning.is_empty() {
        lines.extend([signature.meaning.clone(), String::new()]);
    }
    let message = reference.message(&signature.name);
    if let Some([Piece::Text(text)]) = message.map(|message| message.pattern.as_slice()) {
        lines.extend([format!("In English: `{text}`"), String::new()]);
    }
    for Variable { name, meaning, kind } in &signature.variables {
        let values = match kind {
            Kind::OneOf(values) => format!(" ({})", values.join(", ")),
            _ => String::new(),
        };
        lines.push(format!("- `{}`: {meaning}{values}", rust_name(name)));
    }
    lines.insert(0, format!("`{}`", signature.name));
    lines.insert(1, String::new());
    lines.iter().map(|line| format!("    /// {line}").trim_end().to_owned() + "\n").collect()
}

fn function(place: usize, signature: &Signature) -> String {
    let name = rust_name(&signature.name);
    if signature.variables.is_empty() {
        return format!(
            "    pub fn {name}(&self) -> &'static str {{\n        self.text({place})\n    }}\n\n"
        );
    }
    let arguments: Vec<_> = signature.variables.iter().map(argument).collect();
    let (called, returned) =
        if signature.is_choice() { ("choose", "&'static str") } else { ("write", "String") };
    let mut code = String::new();
    let _ = write!(
        code,
        "    pub fn {name}(&self{}) -> {returned} {{\n        self.{called}({place}, &[{}])\n    }}\n\n",
        parameters(&signature.variables),
        arguments.join(", ")
    );
    code
}

fn parameters(variables: &[Variable]) -> String {
    let parameter = |variable: &Variable| {
        let kind = if variable.kind == Kind::Number { "u32" } else { "&str" };
        format!(", {}: {kind}", rust_name(&variable.name))
    };
    variables.iter().map(parameter).collect()
}

fn argument(variable: &Variable) -> String {
    let kind = if variable.kind == Kind::Number { "Number" } else { "Text" };
    format!("Argument::{kind}({})", rust_name(&variable.name))
}

fn rust_name(name: &str) -> String {
    name.replace(['-', '.'], "_")
}

/// The list of languages. What is in their files is taken from beside this code.
pub(crate) fn languages(languages: &[CompiledLanguage]) -> String {
    let mut code = format!(
        "/// All languages, as they are offered; the last one is for those who ask for none of them.\n\
         pub static LANGUAGES: [Language; {}] = [\n",
        languages.len()
    );
    for CompiledLanguage { tag, name, mark, other_tags, file, .. } in languages {
        let _ = writeln!(
            code,
            "    Language {{ tag: {tag:?}, name: {name:?}, mark: {mark:?}, other_tags: &{other_tags:?}, file: {file:?} }},"
        );
    }
    let files = languages
        .iter()
        .map(|language| format!("    include_str!(concat!(env!(\"OUT_DIR\"), \"/{}\")),\n", language.file));
    code += &format!(
        "];\n\n/// What is in the file of each language.\nstatic FILES: [&str; {}] = [\n{}];\n",
        languages.len(),
        files.collect::<String>()
    );
    code
}
