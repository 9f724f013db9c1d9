//! Where the action takes build-index from. What would come from elsewhere, programs in PATH stand in
//! for.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Output};

use reading_room_tests::in_checkout;

const RELEASES: &str = "https://github.com/keeper/reading-room/releases/download";

fn script(name: &str) -> Command {
    let mut bash = Command::new("bash");
    bash.arg(in_checkout("deploy/action").join(name));
    bash
}

#[test]
fn the_release_is_the_one_that_is_named() {
    let check = |version: &str, called: &str, machine: [&str; 2], expected: Option<&str>| {
        let folder = tempfile::tempdir().unwrap();
        let action = folder.path().join(called);
        fs::create_dir_all(&action).unwrap();
        fs::write(action.join("Cargo.toml"), "").unwrap();
        let output = folder.path().join("output");
        let mut choose = script("choose.sh");
        choose.env("VERSION", version).env("GITHUB_ACTION_PATH", &action).env("GITHUB_OUTPUT", &output);
        choose.env("RUNNER_OS", machine[0]).env("RUNNER_ARCH", machine[1]).env("RUNNER_TEMP", "/t");
        let ran = choose.output().unwrap();
        let told = ran.status.success().then(|| fs::read_to_string(output).unwrap());
        let url = told.as_deref().and_then(|told| told.lines().find_map(|line| line.strip_prefix("url=")));
        let expected =
            expected.map(|end| if end.is_empty() { String::new() } else { format!("{RELEASES}/{end}") });
        assert_eq!(url.map(str::to_owned), expected, "{version} {called} {machine:?}");
    };
    let linux = ["Linux", "X64"];
    let called = "_actions/keeper/reading-room/v0.1.0";
    check("", called, linux, Some("v0.1.0/build-index-x86_64-unknown-linux-musl.tar.gz"));
    check("v0.2.0", called, linux, Some("v0.2.0/build-index-x86_64-unknown-linux-musl.tar.gz"));
    check("", called, ["macOS", "ARM64"], Some("v0.1.0/build-index-aarch64-apple-darwin.tar.gz"));
    check("", called, ["Windows", "X64"], Some("v0.1.0/build-index-x86_64-pc-windows-gnu.tar.gz"));
    check("", called, ["Linux", "ARM"], Some(""));
    check("", "_actions/keeper/reading-room/main", linux, Some(""));
    check("", "_actions/keeper/reading-room/fix/v1", linux, Some(""));
    check("", "reading-room", linux, Some(""));
    check("newest", called, linux, None);
}

/// A program that does what a few lines of sh say.
fn program(folder: &Path, name: &str, lines: &str) {
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/sh\n{lines}\n")).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

/// Gets build-index where a release is there or not, with this sum.
fn get(version: &str, release_is_there: bool, sum_is_right: bool) -> (Output, String) {
    let folder = tempfile::tempdir().unwrap();
    let [tools, released, source, into] =
        ["tools", "released", "source", "into"].map(|name| folder.path().join(name));
    [&tools, &released, &source].iter().for_each(|folder| fs::create_dir(folder).unwrap());
    program(&released, "build-index", "echo released");
    let pack = "tar -czf a.tar.gz build-index && sha256sum a.tar.gz > a.tar.gz.sha256";
    assert!(Command::new("sh").args(["-c", pack]).current_dir(&released).status().unwrap().success());
    if !sum_is_right {
        fs::write(released.join("a.tar.gz.sha256"), format!("{:064}  a.tar.gz\n", 0)).unwrap();
    }
    // The last two arguments are the file to write and the address.
    let curl = "for last; do before=$file; file=$last; done; cp \"$RELEASED/${last##*/}\" \"$before\"";
    program(&tools, "curl", if release_is_there { curl } else { "exit 22" });
    program(&tools, "cargo", "mkdir -p target/dist; cp ../compiled target/dist/build-index");
    program(folder.path(), "compiled", "echo compiled");
    let path = format!("{}:{}", tools.display(), std::env::var("PATH").unwrap());
    let mut get = script("get.sh");
    get.env("PATH", path).env("RELEASED", &released).env("FOLDER", &into).env("VERSION", version);
    get.env("RELEASE_URL", "https://e.example/a.tar.gz").env("GITHUB_ACTION_PATH", &source);
    let output = get.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    (output, said)
}

#[test]
fn only_what_was_released_is_run() {
    let check = |version: &str, release_is_there, sum_is_right, succeeds: bool, expected: &str| {
        let (output, said) = get(version, release_is_there, sum_is_right);
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.success(), succeeds, "{said}{error}");
        assert!(said.contains(expected), "{said}{error}");
    };
    check("", true, true, true, "released");
    check("", true, false, false, "does not have the sum");
    check("", false, true, true, "compiled");
    check("v0.1.0", false, true, false, "is there such a release?");
}
