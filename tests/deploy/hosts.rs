//! The configurations in deploy/ serve a site as a reader needs it: with types, caching and
//! compression. Each is run by the server that it is for, where that is installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use reading_room_tests::{Page, Reader, in_checkout, skip};

use crate::running::{Running, free_port, program};
use crate::site::write_site;

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// A configuration of deploy/ with these texts replaced, each of which it must have.
fn changed(name: &str, changes: &[(&str, &str)]) -> String {
    let text = fs::read_to_string(in_checkout("deploy").join(name)).unwrap();
    changes.iter().fold(text, |text, (from, to)| {
        assert!(text.contains(from), "deploy/{name} has no {from}");
        text.replace(from, to)
    })
}

fn names_in(folder: &Path, start: &str) -> String {
    let mut names =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.find(|name| name.starts_with(start)).unwrap()
}

/// Looks at what a host sends, and opens the page on it.
async fn check(host: &Running, site: &Path) {
    let segment = names_in(&site.join("bundle/segments"), "");
    let body = format!("bundle/segments/{segment}/bodies/0.json.gz");
    let script = names_in(site, "reading-room-");
    let texts = format!("texts/{}", names_in(&site.join("texts"), "en-"));
    // It lies there compressed, and the page unpacks it, whatever its type.
    let wasm = script.replace(".js", "").replace("_bg.wasm.gz", "") + "_bg.wasm.gz";
    let header = |path: &str, name: &str, expected: Option<&str>| {
        let answer = host.get(path);
        assert_eq!(answer.status, 200, "{path}");
        let value = answer.header(name);
        // A type may say its characters, too.
        let value = value.as_deref().map(|value| value.split(';').next().unwrap_or_default());
        assert_eq!(value, expected, "{name} of {path}");
    };
    header("", "content-type", Some("text/html"));
    for path in ["", "index.html", "bundle/manifest.json", "feed.xml", "traditional.txt"] {
        header(path, "cache-control", Some("no-cache"));
    }
    for path in [&wasm, &script, &texts, &body] {
        header(path, "cache-control", Some(FOR_EVER));
    }
    for path in ["", &body, "feed.xml"] {
        header(path, "x-content-type-options", Some("nosniff"));
        header(path, "referrer-policy", Some("no-referrer"));
        header(path, "access-control-allow-origin", Some("*"));
    }
    header("", "content-encoding", Some("gzip"));
    header(&wasm, "content-encoding", None);
    // The bundle goes out as it lies there, or the browser would unpack it once too often.
    header(&body, "content-encoding", None);
    assert_eq!(host.get(&body).body, fs::read(site.join(&body)).unwrap());
    assert_ne!(
        host.get(&format!("bundle/segments/{segment}/bodies/gone.json.gz"))
            .header("cache-control")
            .as_deref(),
        Some(FOR_EVER)
    );
    assert_eq!(host.get("gone").status, 404);

    let page = Page::open(&Reader::desktop(), host.url(), "#/").await;
    // A row of the viewer, and not one of the page before it.
    page.wait_for("main [data-row='0'] h3 a", 1).await;
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn nginx_serves_a_site() {
    let Some(nginx) = program("nginx") else { skip!("there is no nginx here") };
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    write_site(&site);
    let port = free_port();
    let [listen, root] = [format!("listen 127.0.0.1:{port};"), format!("root {};", site.display())];
    let server = changed("nginx.conf", &[("listen 80;", &listen), ("root /srv/reading-room;", &root)]);
    // What a distribution's own file has around it.
    let whole = format!(
        "master_process off; daemon off; pid nginx.pid; error_log stderr;\nevents {{}}\nhttp {{\n\
         include {}; default_type application/octet-stream; access_log off;\n{}\n{server}\n}}\n",
        mime_types().display(),
        ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path tmp;"))
            .join(" "),
    );
    let config = folder.path().join("nginx.conf");
    fs::write(&config, whole).unwrap();
    let mut command = Command::new(nginx);
    command.arg("-p").arg(folder.path()).args(["-e", "stderr", "-c"]).arg(&config);
    check(&Running::start(&mut command, port, folder.path().join("log"), 1), &site).await;
}

fn mime_types() -> PathBuf {
    "/etc/nginx/mime.types".into()
}

#[tokio::test]
async fn caddy_serves_a_site() {
    let Some(caddy) = program("caddy") else { skip!("there is no caddy here") };
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    write_site(&site);
    let port = free_port();
    let address = format!("{{\n\tadmin off\n}}\nhttp://127.0.0.1:{port} {{");
    let root = format!("root * {}", site.display());
    let config = folder.path().join("Caddyfile");
    let text = changed("Caddyfile", &[("archive.example {", &address), ("root * /srv/reading-room", &root)]);
    fs::write(&config, text).unwrap();
    let mut command = Command::new(caddy);
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(&config);
    command.env("XDG_DATA_HOME", folder.path()).env("XDG_CONFIG_HOME", folder.path());
    check(&Running::start(&mut command, port, folder.path().join("log"), 1), &site).await;
}
