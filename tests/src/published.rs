//! Sites that build-index writes or serves, as a keeper has them.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::environment::{build_index, environment, in_checkout};
use crate::page::Page;
use crate::reader::Reader;
use crate::site::Site;

/// A site in a folder.
pub struct Published {
    folder: PathBuf,
}

impl Published {
    /// Writes the site of an archive, which may be relative to the checkout, under a name that is the
    /// test's own.
    pub fn new(name: &str, archive: impl AsRef<Path>, arguments: &[&str]) -> Self {
        let folder = new_folder(name);
        let mut command = Command::new(build_index());
        command.arg("site").arg(in_checkout(archive)).arg("--out").arg(&folder);
        let output = command.arg("--viewer").arg(&environment().viewer).args(arguments).output();
        let output = output.expect("build-index can be run");
        assert!(output.status.success(), "build-index failed:\n{}", String::from_utf8_lossy(&output.stderr));
        Self { folder }
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Serves it as a plain host does, under a path such as `/blog/archive/`.
    pub async fn serve_under(&self, prefix: &str) -> Site {
        Site::start(&self.folder, "bundle", &self.folder.join("bundle"), prefix).await
    }
}

/// `build-index serve` under way. It ends with the test that started it.
pub struct Served {
    process: Child,
    address: String,
}

impl Served {
    /// Serves the site of an archive on a port that is free. The name is the test's own, as it is for
    /// [`Published::new`].
    pub fn new(name: &str, archive: &Path) -> Self {
        let mut command = Command::new(build_index());
        command.arg("serve").arg(archive).args(["--port", "0", "--viewer"]).arg(&environment().viewer);
        // A program that is killed does not remove its folder.
        command.arg("--out").arg(new_folder(name));
        let mut process = command.stdout(Stdio::piped()).spawn().expect("build-index can be run");
        let mut output = BufReader::new(process.stdout.take().expect("the output is piped"));
        let address = announced(&mut output);
        // Goes on reading, so that what is said later finds room.
        thread::spawn(move || output.read_to_end(&mut Vec::new()));
        Self { process, address }
    }

    /// The address of a path, as in `feed.xml`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Opens a route on a desktop.
    pub async fn open(&self, route: &str) -> Page {
        Page::open(&Reader::desktop(), self.url(""), route).await
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A folder for a site, without what an earlier run left there.
fn new_folder(name: &str) -> PathBuf {
    let folder = in_checkout("target/test-sites").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("an older site can be removed");
    }
    folder
}

/// Reads up to "http://127.0.0.1:45123/ shows …".
fn announced(output: &mut impl BufRead) -> String {
    let mut lines = output.lines().map_while(Result::ok);
    let address = lines.find_map(|line| Some(line.split_once("/ shows ")?.0.to_owned() + "/"));
    address.expect("build-index says where the site is")
}
