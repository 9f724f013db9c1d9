//! What was fetched, in bytes: data as they are, code as a host sends it, compressed.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use libdeflater::{CompressionLvl, Compressor};
use reading_room_tests::Fetch;

/// Endings of files that are no data. Pagefind's WebAssembly ends with its name.
const CODE: [&str; 9] =
    [".html", ".css", ".js", ".wasm", ".wasm.gz", ".pagefind", ".svg", ".png", ".webmanifest"];

/// The weight of what was fetched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Weight {
    /// Without code.
    pub(crate) data: u64,
    /// With it.
    pub(crate) all: u64,
}

/// Weighs the files of a page.
pub(crate) struct Scales {
    page: PathBuf,
    data_name: &'static str,
    data: PathBuf,
    /// Weights of code, by path.
    known: RefCell<BTreeMap<String, u64>>,
}

impl Scales {
    /// For a page with its data below it.
    pub(crate) fn of(page: &Path, data_name: &'static str, data: &Path) -> Self {
        Self { page: page.to_owned(), data_name, data: data.to_owned(), known: RefCell::default() }
    }

    /// Weighs what was fetched.
    pub(crate) fn weigh(&self, fetches: &[Fetch]) -> Weight {
        fetches.iter().fold(Weight::default(), |Weight { data, all }, fetch| match is_code(&fetch.path) {
            true => Weight { data, all: all + self.compressed(&fetch.path) },
            false => Weight { data: data + fetch.bytes, all: all + fetch.bytes },
        })
    }

    fn compressed(&self, path: &str) -> u64 {
        let mut known = self.known.borrow_mut();
        *known.entry(path.to_owned()).or_insert_with(|| {
            let code = fs::read(self.file(path)).expect("what was fetched can be read");
            code.len().min(gzipped(&code)) as u64
        })
    }

    fn file(&self, path: &str) -> PathBuf {
        let in_data = path.strip_prefix(self.data_name).and_then(|rest| rest.strip_prefix('/'));
        match in_data {
            Some(inside) => self.data.join(inside),
            None if path.is_empty() => self.page.join("index.html"),
            None => self.page.join(path),
        }
    }
}

/// The address of a page is its folder.
pub(crate) fn is_code(path: &str) -> bool {
    // What the page itself says comes with it, as its code does.
    path.is_empty()
        || path.ends_with('/')
        || path.starts_with("texts/")
        || CODE.iter().any(|ending| path.ends_with(ending))
}

/// Level 6 is about what hosts use.
fn gzipped(bytes: &[u8]) -> usize {
    let mut compressor = Compressor::new(CompressionLvl::new(6).unwrap_or_default());
    let mut gzip = vec![0; compressor.gzip_compress_bound(bytes.len())];
    compressor.gzip_compress(bytes, &mut gzip).expect("there is room enough")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_told_from_data() {
        let check = |path, code| assert_eq!(is_code(path), code, "{path}");
        check("texts/en-0123.json", true);
        check("", true);
        check("article/2023-11-10/Tide-tables-k3j2m/", true);
        check("reading-room-9b6da40b2bd10c67_bg.wasm", true);
        check("parts/search-9b6da40b2bd10c67.wasm.gz", true);
        check("bundle/manifest.json", false);
        check("bundle/terms/y2s32k175f3r.json.gz", false);
        check("pagefind/pagefind-worker.js", true);
        check("pagefind/wasm.unknown.pagefind", true);
        check("pagefind/pagefind.zh_9f8164576b.pf_meta", false);
        check("pagefind/fragment/zh_0117e5f.pf_fragment", false);
    }
}
