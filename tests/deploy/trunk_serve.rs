//! `trunk serve` alone: a developer changes posts and sees them, touching nothing.

use std::env;
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use reading_room_tests::{Page, Reader, copy_of_sample, in_checkout, skip, tools};

use crate::running::{Running, free_port, program};

/// What the first build may take, with all that it compiles.
const FIRST_BUILD: u64 = 20;
/// What a change may take on the busiest machine. How long it does is no test's business.
const CHANGE: Duration = Duration::from_secs(120);

const POST: &str = "_posts/2026-11-20-阅览室今冬的开放时间.md";
const NEW: &str = "---\ntitle: 冬至前的一場雨\ndate: 2026-11-21 08:00:00 +0800\n---\n\n雨停了。\n";

/// Waits until the page shows a text, while Trunk compiles and the page loads itself anew.
async fn wait_for(page: &Page, trunk: &Running, text: &str) {
    let start = Instant::now();
    while !page.texts("main").await.iter().any(|shown| shown.contains(text)) {
        assert!(start.elapsed() < CHANGE, "{text} does not show:\n{}", trunk.said());
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

#[tokio::test]
async fn a_changed_post_and_a_new_one_show() {
    let Some(trunk) = program("trunk") else { skip!("there is no trunk here") };
    let archive = copy_of_sample();
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let mut command = Command::new(trunk);
    command.current_dir(in_checkout("")).env("READING_ROOM_ARCHIVE", archive.path());
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(tools().into_iter().chain(env::split_paths(&path))).unwrap();
    command.env("PATH", path).env_remove("READING_ROOM_NO_BUNDLE").args([
        "serve",
        "--port",
        &port.to_string(),
    ]);
    command.arg("--dist").arg(folder.path().join("dist")).arg("--watch").arg(archive.path());
    let trunk = Running::start(&mut command, port, folder.path().join("log"), FIRST_BUILD);

    let page = Page::open(&Reader::desktop(), trunk.url(), "#/").await;
    wait_for(&page, &trunk, "阅览室今冬的开放时间").await;
    let post = archive.path().join(POST);
    let text = fs::read_to_string(&post).unwrap();
    fs::write(&post, text.replace("今冬的开放时间", "明春的开放时间")).unwrap();
    wait_for(&page, &trunk, "阅览室明春的开放时间").await;
    fs::write(archive.path().join("_posts/2026-11-21-rain.md"), NEW).unwrap();
    wait_for(&page, &trunk, "冬至前的一場雨").await;
}
