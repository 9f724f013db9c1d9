//! What `build-index search` prints, and how it goes on where a file is missing.

// A test is meant to stop at the first surprise; Clippy sees helpers outside of #[test] as code.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::Path;

use serde_json::Value;
use support::{archive, build, build_index, sample, search};

/// The paths of all hits, in order.
fn paths(answer: &Value) -> Vec<String> {
    let hits = answer["hits"].as_array().unwrap().iter();
    hits.map(|hit| hit["paths"][0].as_str().unwrap().to_owned()).collect()
}

fn read(bundle: &Path, arguments: &[&str]) -> (String, String, bool) {
    let output = build_index(&[&["search", bundle.to_str().unwrap()], arguments].concat());
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.success())
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
fn filters_narrow_as_in_the_viewer() {
    let (out, _) = build(&sample());
    let bundle = out.path().join("bundle");
    let total = |arguments: &[&str]| search(&bundle, arguments)["total"].as_u64().unwrap();
    let all = total(&["图书馆"]);
    let (simplified, traditional) =
        (total(&["图书馆", "--script", "zh-Hans"]), total(&["图书馆", "--script", "zh-Hant"]));
    assert!(simplified > 0 && traditional > 0);
    assert_eq!(total(&["图书馆", "--script", "zh-Hans", "--script", "zh-Hant"]), simplified + traditional);
    assert_eq!(simplified + traditional, all);
    assert_eq!(total(&["图书馆", "--year", "1066"]), 0);
    assert!(total(&["", "--category", "茶事"]) > 0);
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
fn an_explanation_tells_terms_files_and_scores() {
    let (out, _) = build(&sample());
    let bundle = out.path().join("bundle");
    let answer = search(&bundle, &["图书馆 颱風", "--explain"]);
    let explanation = &answer["explanation"];
    let terms: Vec<_> = explanation["lookups"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|text| text["terms"].as_array().unwrap())
        .map(|term| term["term"].as_str().unwrap())
        .collect();
    assert_eq!(terms, ["图书", "书馆", "台风"]);
    for file in explanation["lookups"][0]["terms"][0]["files"].as_array().unwrap() {
        let bytes = bundle.join(file[0].as_str().unwrap()).metadata().unwrap().len();
        assert_eq!(file[1], bytes);
    }
    assert_eq!(explanation["loaded"]["columns"]["files"], 1);
    let total = |score: &Value| score.as_f64().unwrap() as f32;
    let scores = explanation["scores"].as_array().unwrap();
    assert!(!scores.is_empty());
    for (hit, score) in answer["hits"].as_array().unwrap().iter().zip(scores) {
        assert_eq!(total(&hit["score"]), total(&score["total"]));
        assert_eq!(score["parts"].as_array().unwrap().len(), 2);
    }
    let (readable, _, _) = read(&bundle, &["图书馆", "--explain"]);
    for part in ["looked up", "书馆 at 1", "terms/", "columns", "score"] {
        assert!(readable.contains(part), "{readable}");
    }
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
fn what_nothing_has_is_named() {
    let (out, _) = build(&sample());
    let (readable, _, succeeded) = read(&out.path().join("bundle"), &["图书馆 qqxx"]);
    assert!(succeeded);
    assert_eq!(readable, "0 articles\n  no article has qqxx\n");
}

#[test]
fn words_that_stand_together_come_first() {
    let post = |order: &str, text: &str| {
        let day = format!("2020-01-0{order}");
        (
            format!("_posts/{day}-{order}.md"),
            format!("---\ntitle: {order}\ndate: {day}\nfrom: https://example.org/{order}\n---\n{text}\n"),
        )
    };
    let filler = "a quiet day at the harbour with nothing to tell of ".repeat(4);
    let posts = [
        post("1", &format!("tide {filler} table {filler}")),
        post("2", &format!("{filler} the table of the tide {filler}")),
        post("3", &format!("{filler} {filler} table {filler} tide")),
    ];
    let files: Vec<_> = posts.iter().map(|(path, post)| (path.as_str(), post.as_bytes())).collect();
    let (out, _) = build(archive(&files).path());
    let found = search(&out.path().join("bundle"), &["tide table"]);
    assert_eq!(found["total"], 3);
    assert_eq!(paths(&found)[0], "_posts/2020-01-02-2.md");
}

/// The files that a query looks a term up in.
fn files_of(bundle: &Path, query: &str) -> Vec<String> {
    let answer = search(bundle, &[query, "--explain"]);
    let files = answer["explanation"]["lookups"][0]["terms"][0]["files"].as_array().unwrap().iter();
    files.map(|file| file[0].as_str().unwrap().to_owned()).collect()
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
fn what_cannot_be_looked_up_is_named_and_the_rest_found() {
    let (out, _) = build(&sample());
    let bundle = out.path().join("bundle");
    let whole = search(&bundle, &["lighthouse", "--limit", "all"]);
    let shard = files_of(&bundle, "图书").remove(0);
    let check = |query: &str, expected: &[String]| {
        let (answer, message, succeeded) = read(&bundle, &[query, "--json", "--limit", "all"]);
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let mut found = paths(&answer);
        let mut expected = expected.to_vec();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{query}");
        assert!(!succeeded, "{query} is not whole");
        assert!(message.contains(&shard) && message.contains("图书 could not be looked up"), "{message}");
        assert_eq!(answer["unsearched"].as_array().unwrap().len(), 1);
    };
    for damage in ["cut", "gone"] {
        let path = bundle.join(&shard);
        let bytes = std::fs::read(&path).unwrap();
        if damage == "cut" {
            std::fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
        } else {
            std::fs::remove_file(&path).unwrap();
        }
        check("lighthouse OR 图书", &paths(&whole));
        check("图书", &[]);
        // An article that may contain the word cannot be listed as one without it.
        check("lighthouse -图书", &[]);
        let (readable, _, _) = read(&bundle, &["lighthouse OR 图书"]);
        assert!(readable.starts_with("at least "), "{readable}");
        assert_eq!(search(&bundle, &["lighthouse"])["total"], whole["total"], "others are not concerned");
        std::fs::write(&path, bytes).unwrap();
    }
}
