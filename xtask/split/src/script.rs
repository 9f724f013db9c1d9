//! The script that loads the parts. It finds everything beside itself, wherever the page is.

/// What all modules of one release have in common. They fit each other only.
pub(crate) struct Release {
    /// The script of wasm-bindgen, without `.js`.
    pub(crate) script: String,
    /// What ends the names of its files.
    pub(crate) hash: String,
}

/// Something that loads by itself.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Part {
    /// As `#[wasm_split(…)]` names it.
    pub(crate) name: String,
    /// The modules that it needs, as the splitter names them. Some are those of other parts, too.
    pub(crate) modules: Vec<String>,
}

impl Release {
    /// The file of the script, in the folder of the parts.
    pub(crate) fn loader(&self) -> String {
        format!("load-{}.js", self.hash)
    }

    /// The file beside it, before it is gzipped, of a module that the splitter names `split_article` or
    /// `chunk_4`.
    pub(crate) fn module(&self, name: &str) -> String {
        let name = match name.strip_prefix("chunk_") {
            Some(number) => format!("shared-{number}"),
            None => name.strip_prefix("split_").unwrap_or(name).to_owned(),
        };
        format!("{name}-{}.wasm", self.hash)
    }

    /// The script: what is always the same, and a function for each part that wasm-bindgen's script
    /// imports.
    pub(crate) fn loading(&self, parts: &[Part]) -> String {
        let mut script = format!("import {{ initSync }} from \"../{}.js\";\n", self.script);
        script.push_str("import { fetchModule } from \"../gunzip.js\";\n");
        script.push_str(include_str!("parts.js"));
        for Part { name, modules } in parts {
            let files: Vec<_> =
                modules.iter().map(|module| format!("\"{}.gz\"", self.module(module))).collect();
            let files = files.join(", ");
            script.push_str(&format!("filesOf.{name} = [{files}];\n"));
            script.push_str(&format!("export const __wasm_split_load_{name} = part(filesOf.{name});\n"));
        }
        script
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release() -> Release {
        Release { script: "reading-room-0f".into(), hash: "0f".into() }
    }

    #[test]
    fn files_are_named_for_their_release() {
        assert_eq!(release().loader(), "load-0f.js");
        assert_eq!(release().module("split_article"), "article-0f.wasm");
        assert_eq!(release().module("chunk_4"), "shared-4-0f.wasm");
    }

    #[test]
    fn a_part_loads_all_modules_that_it_needs() {
        let parts =
            [Part { name: "article".into(), modules: vec!["chunk_4".into(), "split_article".into()] }];
        let script = release().loading(&parts);
        assert!(script.starts_with("import { initSync } from \"../reading-room-0f.js\";\n"), "{script}");
        let part = "filesOf.article = [\"shared-4-0f.wasm.gz\", \"article-0f.wasm.gz\"];\n\
                    export const __wasm_split_load_article = part(filesOf.article);";
        assert!(script.trim_end().ends_with(part), "{script}");
    }
}
