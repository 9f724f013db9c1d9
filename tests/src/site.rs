//! A static host for one test: a page, its data below it, and whatever goes wrong on the way.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::{Request, State};
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_LENGTH};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tower::ServiceExt;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_status::SetStatus;

use crate::bundle::Bundle;
use crate::driver::Driver;
use crate::page::Page;
use crate::reader::Reader;

/// A served page with its data, such as the viewer with a bundle. It ends with the test that
/// started it.
pub struct Site {
    address: SocketAddr,
    host: Arc<Host>,
    /// Kept, so that browsers stay open between two pages of a test.
    _driver: Arc<Driver>,
}

/// A file that the browser asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetch {
    /// The path below the site, as in `bundle/manifest.json`.
    pub path: String,
    /// The status of the answer.
    pub status: u16,
    /// The length of the answer's body.
    pub bytes: u64,
}

struct Host {
    prefix: String,
    page: ServeDir<SetStatus<ServeFile>>,
    /// The folder below the page that its data is in, with a slash at the end.
    data_name: String,
    data: ServeDir,
    faults: Mutex<Vec<(String, Fault)>>,
    fetches: Mutex<Vec<Fetch>>,
}

#[derive(Clone)]
enum Fault {
    Status(StatusCode),
    Delay(Duration),
    Body(String),
}

impl Site {
    /// The sample archive, at the root of a host.
    pub async fn sample() -> Self {
        Bundle::sample().serve().await
    }

    /// The society archive, or `None` where it is absent.
    pub async fn society() -> Option<Self> {
        Some(Bundle::society()?.serve().await)
    }

    /// Serves the folder of a page at the root of a host, and below it, under a name of its own, a
    /// folder of data.
    pub async fn of_folders(page: &Path, data_name: &str, data: &Path) -> Self {
        Self::start(page, data_name, data, "/").await
    }

    pub(crate) async fn start(page: &Path, data_name: &str, data: &Path, prefix: &str) -> Self {
        let host = Arc::new(Host {
            prefix: format!("/{}", prefix.trim_start_matches('/')),
            page: ServeDir::new(page).not_found_service(ServeFile::new(page.join("404.html"))),
            data_name: format!("{data_name}/"),
            data: ServeDir::new(data),
            faults: Mutex::default(),
            fetches: Mutex::default(),
        });
        assert!(host.prefix.ends_with('/'), "a prefix is a folder and ends with a slash");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port is free");
        let address = listener.local_addr().expect("the listener has an address");
        let service = Router::new().fallback(answer).with_state(Arc::clone(&host));
        tokio::spawn(async move { axum::serve(listener, service).await });
        Self { address, host, _driver: Driver::shared() }
    }

    /// The address of a route, as in `#/?q=茶`.
    pub fn url(&self, route: &str) -> String {
        format!("http://{}{}{route}", self.address, self.host.prefix)
    }

    /// Opens a route on a desktop.
    pub async fn open(&self, route: &str) -> Page {
        self.open_as(&Reader::desktop(), route).await
    }

    /// Opens a route as a certain reader.
    pub async fn open_as(&self, reader: &Reader, route: &str) -> Page {
        Page::open(reader, self.url(""), route).await
    }

    /// From now on, answers requests whose path contains `part` with a status, as in
    /// `site.fail("manifest.json", 503)`.
    pub fn fail(&self, part: &str, status: u16) {
        let status = StatusCode::from_u16(status).expect("a status has three digits");
        self.add(part, Fault::Status(status));
    }

    /// From now on, holds back answers to requests whose path contains `part`.
    pub fn delay(&self, part: &str, by: Duration) {
        self.add(part, Fault::Delay(by));
    }

    /// From now on, answers requests whose path contains `part` with this text.
    pub fn replace(&self, part: &str, body: &str) {
        self.add(part, Fault::Body(body.to_owned()));
    }

    /// Takes back all that `fail`, `delay` and `replace` did.
    pub fn mend(&self) {
        self.host.faults().clear();
    }

    /// What has been fetched since the start or the last [`Site::forget`].
    pub fn fetched(&self) -> Vec<Fetch> {
        self.host.fetches().clone()
    }

    /// Forgets what was fetched so far.
    pub fn forget(&self) {
        self.host.fetches().clear();
    }

    fn add(&self, part: &str, fault: Fault) {
        self.host.faults().push((part.to_owned(), fault));
    }
}

impl Host {
    fn faults(&self) -> MutexGuard<'_, Vec<(String, Fault)>> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn fetches(&self) -> MutexGuard<'_, Vec<Fetch>> {
        self.fetches.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn faults_of(&self, path: &str) -> Vec<Fault> {
        let faults = self.faults();
        let hit = faults.iter().filter(|(part, _)| path.contains(part.as_str()));
        hit.map(|(_, fault)| fault.clone()).collect()
    }

    /// The answer of a plain static host.
    async fn file(&self, path: &str) -> Response {
        match path.strip_prefix(&self.data_name) {
            Some(inside) => self.data.clone().oneshot(get(inside)).await.into_response(),
            None => self.page.clone().oneshot(get(path)).await.into_response(),
        }
    }
}

fn get(path: &str) -> Request {
    let uri: Uri = format!("/{path}").parse().expect("a part of a path is a path");
    Request::builder().uri(uri).body(Body::empty()).expect("the request is whole")
}

async fn answer(State(host): State<Arc<Host>>, request: Request) -> Response {
    let asked = request.uri().path();
    let path = asked.strip_prefix(&host.prefix);
    let mut response = match path {
        Some(path) => answer_inside(&host, path).await,
        None => StatusCode::NOT_FOUND.into_response(),
    };
    // As GitHub Pages and others do, so that pages of other hosts may embed the viewer.
    response.headers_mut().insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    host.fetches().push(Fetch {
        path: path.unwrap_or(asked).to_owned(),
        status: response.status().as_u16(),
        bytes: length(&response),
    });
    response
}

async fn answer_inside(host: &Host, path: &str) -> Response {
    let mut response = None;
    for fault in host.faults_of(path) {
        match fault {
            Fault::Status(status) => response = Some(status.into_response()),
            Fault::Body(body) => response = Some(body.into_response()),
            Fault::Delay(time) => tokio::time::sleep(time).await,
        }
    }
    match response {
        Some(response) => response,
        None => host.file(path).await,
    }
}

/// Files carry their length in a header, the texts of faults only in themselves.
fn length(response: &Response) -> u64 {
    let header = response.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    let length = header.and_then(|length| length.parse().ok());
    length.or(response.body().size_hint().exact()).unwrap_or(0)
}
