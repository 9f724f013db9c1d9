//! A static host on this machine: the files of a folder, with the headers that a good host gives.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use tokio::sync::watch::Receiver;
use tower_http::services::{ServeDir, ServeFile};

use crate::address::BUNDLE;
use crate::feeds::paths;
use crate::serve::reload::{CHANGES_PATH, SCRIPT, SCRIPT_PATH, events, with_script};
use crate::site::files::{NOT_FOUND, PAGE};

/// Characters of the hash that Trunk puts into the name of a file, at least.
const HASH: usize = 12;

/// Serves a folder until the program is interrupted.
pub(super) fn serve(listener: TcpListener, folder: PathBuf, changes: Receiver<u64>) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        tokio::select! {
            served = axum::serve(listener, site(&folder, changes)) => Ok(served?),
            () = interrupted() => Ok(()),
        }
    })
}

fn site(folder: &Path, changes: Receiver<u64>) -> Router {
    let not_found = ServeFile::new(folder.join(NOT_FOUND));
    let files = ServeDir::new(folder).append_index_html_on_directories(true).not_found_service(not_found);
    let page = Arc::new(folder.join(PAGE));
    Router::new()
        .route("/", get(self::page))
        .route(&format!("/{PAGE}"), get(self::page))
        .with_state(page)
        .route(SCRIPT_PATH, get(async || ([(CONTENT_TYPE, "text/javascript")], SCRIPT)))
        .route(CHANGES_PATH, get(async move || events(changes)))
        .fallback_service(files)
        .layer(from_fn(with_headers))
}

/// The viewer's page, with the script that loads it again.
async fn page(State(path): State<Arc<PathBuf>>) -> Response {
    match std::fs::read_to_string(&*path) {
        Ok(page) => Html(with_script(&page)).into_response(),
        Err(error) => {
            (StatusCode::INTERNAL_SERVER_ERROR, format!("{}: {error}", path.display())).into_response()
        }
    }
}

async fn with_headers(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let is_found = response.status().is_success();
    let headers = response.headers_mut();
    // The viewer may be embedded in the pages of another host.
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    let caching =
        if is_found && is_immutable(&path) { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    if is_found && paths::is_feed(path.trim_start_matches('/')) {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(paths::MEDIA_TYPE));
    }
    response
}

/// Whether a file is named by its content: all of a bundle but its manifest, and what Trunk names.
fn is_immutable(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_part = path.strip_prefix('/').is_some_and(|path| path.starts_with(&format!("{BUNDLE}/")));
    let has_hash = name
        .rsplit_once('-')
        .is_some_and(|(_, rest)| rest.bytes().take_while(u8::is_ascii_hexdigit).count() >= HASH);
    if is_part { name != bundle::format::MANIFEST } else { has_hash }
}

/// Waits for a signal to end the program.
async fn interrupted() {
    let told = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut ended) = signal(SignalKind::terminate()) {
            futures_util::future::select(std::pin::pin!(told), std::pin::pin!(ended.recv())).await;
            return;
        }
    }
    let _ = told.await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_never_changes() {
        let check = |path: &str, expected: bool| assert_eq!(is_immutable(path), expected, "{path}");
        check("/bundle/segments/0123456789ab/bodies/7.json.gz", true);
        check("/bundle/manifest.json", false);
        check("/reading-room-1f2e3d4c5b6a7988_bg.wasm", true);
        check("/texts/zh-Hans-1f2e3d4c5b6a7988.json", true);
        check("/icon-192.png", false);
        check("/", false);
        check("/feed.xml", false);
        check("/traditional.txt", false);
    }
}
