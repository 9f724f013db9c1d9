//! Shortens what wasm-bindgen writes: the names by which a module imports what its script hands it, which
//! are long, end in a hash and stand in both; and the comments and the indentation of the script.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// The number of the section of imports.
const IMPORTS: u8 = 2;
/// The bytes before the first section.
const HEADER: usize = 8;
/// What the module calls its script.
const SCRIPT: &str = "w";

/// Shortens a script and its module in place.
pub(crate) fn shorten(script: &Path, module: &Path) -> Result<()> {
    let code = fs::read_to_string(script).with_context(|| format!("reading {}", script.display()))?;
    let wasm = fs::read(module).with_context(|| format!("reading {}", module.display()))?;
    let (code, wasm) = shortened(&code, &wasm).with_context(|| format!("shortening {}", module.display()))?;
    fs::write(script, code).with_context(|| format!("writing {}", script.display()))?;
    fs::write(module, wasm).with_context(|| format!("writing {}", module.display()))
}

fn shortened(code: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut code = without_comments(code);
    let mut short = wasm.get(..HEADER).context("it is cut off")?.to_vec();
    let mut rest = Reader(&wasm[HEADER..]);
    while !rest.0.is_empty() {
        let section = rest.byte()?;
        let content = rest.bytes()?;
        short.push(section);
        if section == IMPORTS {
            write_bytes(&mut short, &imports(content, &mut code)?);
        } else {
            write_bytes(&mut short, content);
        }
    }
    Ok((code, short))
}

/// The section of imports with short names, which are put into the script too.
fn imports(section: &[u8], code: &mut String) -> Result<Vec<u8>> {
    let mut rest = Reader(section);
    let count = rest.number()?;
    let mut short = Vec::new();
    write_number(&mut short, count);
    for place in 0..count {
        let (module, name) = (rest.text()?, rest.text()?);
        if module.ends_with("_bg.js") {
            let new = format!("_{place}");
            replace(code, &format!("\n{name}: "), &format!("\n{new}: "))?;
            write_bytes(&mut short, SCRIPT.as_bytes());
            write_bytes(&mut short, new.as_bytes());
            let named = format!("\"{module}\"");
            if code.contains(&named) {
                replace(code, &named, &format!("\"{SCRIPT}\""))?;
            }
        } else {
            write_bytes(&mut short, module.as_bytes());
            write_bytes(&mut short, name.as_bytes());
        }
        short.extend_from_slice(rest.description()?);
    }
    Ok(short)
}

fn replace(code: &mut String, old: &str, new: &str) -> Result<()> {
    ensure!(code.matches(old).count() == 1, "the script does not have {old:?} once");
    *code = code.replacen(old, new, 1);
    Ok(())
}

/// The script without the comments that have lines of their own, and without indentation. None of its
/// texts has more than one line.
fn without_comments(code: &str) -> String {
    let mut is_comment = false;
    let mut short = String::with_capacity(code.len());
    for line in code.lines().map(str::trim) {
        is_comment |= line.starts_with("/*");
        if !is_comment && !line.is_empty() && !line.starts_with("//") {
            short.push_str(line);
            short.push('\n');
        }
        is_comment &= !line.ends_with("*/");
    }
    short
}

/// Reads the binary form of WebAssembly.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length).context("it is cut off")?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    /// An unsigned number: seven bits a byte, the lowest first.
    fn number(&mut self) -> Result<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return Ok(number);
            }
        }
    }

    /// Bytes with their number in front.
    fn bytes(&mut self) -> Result<&'a [u8]> {
        let length = self.number()?;
        self.take(length)
    }

    fn text(&mut self) -> Result<&'a str> {
        Ok(std::str::from_utf8(self.bytes()?)?)
    }

    /// What an import is: its kind and type.
    fn description(&mut self) -> Result<&'a [u8]> {
        let start = self.0;
        match self.byte()? {
            0 => drop(self.number()?),
            kind @ (1 | 2) => {
                if kind == 1 {
                    self.byte()?;
                }
                let has_most = self.byte()? & 1 == 1;
                self.number()?;
                if has_most {
                    self.number()?;
                }
            }
            3 => drop(self.take(2)?),
            kind => anyhow::bail!("an import of the unknown kind {kind}"),
        }
        Ok(&start[..start.len() - self.0.len()])
    }
}

fn write_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn write_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    write_number(out, bytes.len());
    out.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: &str = "import * as load from \"./load.js\"\n\n/**\n * Text.\n */\nconst all = {\n    \
        __wbg_now_00: function() {\n        return 1; // now\n    },\n};\nreturn { \"./a_bg.js\": all };\n";

    /// A module with a section of types, which stays, and two imports.
    fn module() -> Vec<u8> {
        let mut imports = vec![2];
        for (module, name, description) in
            [("./a_bg.js", "__wbg_now_00", &[0, 0][..]), ("./load.js", "memory", &[2, 1, 1, 0x80, 1])]
        {
            write_bytes(&mut imports, module.as_bytes());
            write_bytes(&mut imports, name.as_bytes());
            imports.extend_from_slice(description);
        }
        let mut wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0".to_vec();
        wasm.push(IMPORTS);
        write_bytes(&mut wasm, &imports);
        wasm
    }

    #[test]
    fn names_are_short_on_both_sides() {
        let (code, wasm) = shortened(CODE, &module()).unwrap();
        let expected = "import * as load from \"./load.js\"\nconst all = {\n_0: function() {\nreturn 1; // now\n},\n};\n\
            return { \"w\": all };\n";
        assert_eq!(code, expected);
        let imports = b"\x02\x15\x02\x01w\x02_0\0\0\x09./load.js\x06memory\x02\x01\x01\x80\x01";
        assert!(wasm.starts_with(b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0"), "{wasm:?}");
        assert_eq!(wasm[14], IMPORTS);
        assert_eq!(wasm[16..], imports[2..]);
    }

    #[test]
    fn a_script_of_another_module_is_refused() {
        let error = shortened(&CODE.replace("now_00", "now_01"), &module()).unwrap_err();
        assert!(error.to_string().contains("__wbg_now_00"), "{error:#}");
        assert!(shortened(CODE, &module()[..20]).is_err());
    }
}
