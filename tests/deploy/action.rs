//! A keeper's repository is published, goes on from the site before, and is told what is the matter.

use std::fs;
use std::path::Path;

use reading_room_tests::copy_of_sample;

use crate::workflow::{Job, JobRun};

const POST: &str = "---\ntitle: 新的一篇\ndate: 2026-11-21 08:00:00 +0800\n---\n\n冬至前的一場雨。\n";

fn published(job: &Job, run: &JobRun, name: &str) -> u64 {
    let value = job.output(run, name);
    value.parse().unwrap_or_else(|_| panic!("{name} is {value:?}\n{}", run.log))
}

#[test]
fn an_archive_is_published_and_goes_on_from_there() {
    let machine = tempfile::tempdir().unwrap();
    let repository = copy_of_sample();
    let job = Job::new(repository.path(), machine.path());
    let site = repository.path().join("_site");

    let first = job.run("push", &[]);
    assert!(first.succeeded, "{}", first.log);
    assert_eq!(published(&job, &first, "articles"), 68);
    assert_eq!(job.output(&first, "page-url"), "https://keeper.example/archive/");
    let all = [
        "actions/configure-pages",
        "actions/cache",
        "actions/cache/restore",
        "actions/upload-pages-artifact",
        "actions/deploy-pages",
        "actions/cache/save",
    ];
    assert_eq!(first.called, all);
    assert!(first.summary.contains("**68 articles** of 71 posts"), "{}", first.summary);
    assert!(first.summary.contains("GitHub Pages"), "{}", first.summary);
    assert!(first.summary.contains("front-matter (2)"), "{}", first.summary);
    let sitemap = fs::read_to_string(site.join("sitemap.xml")).unwrap();
    assert!(sitemap.contains("https://keeper.example/archive/"), "{sitemap}");
    assert_eq!(files_of(&site), published(&job, &first, "files"));

    fs::write(repository.path().join("_posts/2026-11-21-新的一篇.md"), POST).unwrap();
    let second = job.run("schedule", &[]);
    assert_eq!(published(&job, &second, "articles"), 69, "{}", second.log);
    assert!(published(&job, &second, "files-written") < published(&job, &first, "files-written") / 2);
    assert_eq!(second.called, all);

    let third = job.run("schedule", &[]);
    assert_eq!(job.output(&third, "changed"), "false");
    assert_eq!(third.called, all[..3], "nothing new is not published by the hour");
    let asked_for = job.run("workflow_dispatch", &[]);
    assert_eq!(asked_for.called, all[..5], "but when somebody asks for it");
}

#[test]
fn a_site_can_be_left_to_other_steps() {
    let machine = tempfile::tempdir().unwrap();
    let repository = copy_of_sample();
    let job = Job::new(repository.path(), machine.path());
    let inputs = [("deploy", "false"), ("out", "build/site"), ("base-url", "https://e.example/x/")];
    let run = job.run("push", &inputs);
    assert!(run.succeeded, "{}", run.log);
    assert_eq!(run.called, ["actions/cache", "actions/cache/restore", "actions/cache/save"]);
    assert_eq!(job.output(&run, "site"), "build/site");
    let feed = fs::read_to_string(repository.path().join("build/site/feed.xml")).unwrap();
    assert!(feed.contains("https://e.example/x/"), "{feed}");
}

#[test]
fn what_a_keeper_does_not_allow_is_not_published() {
    let check = |inputs: &[(&str, &str)], empty_post: bool, said: &str| {
        let machine = tempfile::tempdir().unwrap();
        let repository = copy_of_sample();
        if empty_post {
            fs::write(repository.path().join("_posts/2026-11-22-a_b.md"), "").unwrap();
        }
        let run = Job::new(repository.path(), machine.path()).run("push", inputs);
        assert!(!run.succeeded, "{inputs:?}");
        assert!(!run.called.iter().any(|name| name.contains("deploy")), "{:?}", run.called);
        assert!(run.log.contains("::error::"), "{}", run.log);
        assert!(run.summary.contains(said), "{inputs:?}\n{}", run.summary);
    };
    check(&[("fail-on", "front-matter")], false, "**No site was written.**");
    check(&[("max-faults", "0")], false, "fault: front-matter (2)");
    check(&[("strict", "true")], true, "\\_posts/2026-11-22-a\\_b.md");
}

fn files_of(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { files_of(&path) } else { 1 }).sum()
}
