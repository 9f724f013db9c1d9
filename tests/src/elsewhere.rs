//! All of the web that is not this machine, as far as a browser is concerned.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// A host that is taken for every other, and remembers who called it. It answers with a picture of
/// 200 by 100 points, whatever is asked for.
///
/// A [`Reader`](crate::Reader) who is given it can reach nothing else but the site.
#[derive(Clone)]
pub struct Elsewhere {
    address: SocketAddr,
    calls: Arc<Mutex<Vec<String>>>,
}

const PICTURE: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'>\
                       <rect width='200' height='100' fill='#8aa'/></svg>";

impl Elsewhere {
    /// Starts it. It ends with the test.
    pub async fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port is free");
        let address = listener.local_addr().expect("the listener has an address");
        let elsewhere = Self { address, calls: Arc::default() };
        let host = elsewhere.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(host.clone().answer(stream));
            }
        });
        elsewhere
    }

    /// Calls of hosts whose names contain this: `GET /a.png pictures.example`. Of a call that is
    /// encrypted, the name alone is known.
    pub fn calls_of(&self, host: &str) -> Vec<String> {
        self.calls().iter().filter(|call| call.contains(host)).cloned().collect()
    }

    /// Forgets who has called so far.
    pub fn forget(&self) {
        self.calls().clear();
    }

    /// The flag with which Chromium finds all hosts here.
    pub(crate) fn flag(&self) -> String {
        format!("--host-resolver-rules=MAP * {}, EXCLUDE 127.0.0.1", self.address)
    }

    fn calls(&self) -> MutexGuard<'_, Vec<String>> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn answer(self, mut stream: TcpStream) {
        let mut start = vec![0; 4096];
        let read = stream.read(&mut start).await.unwrap_or(0);
        self.calls().push(call(&String::from_utf8_lossy(&start[..read])));
        let head = "HTTP/1.1 200 OK\r\nContent-Type: image/svg+xml\r\nAccess-Control-Allow-Origin: *\r\nConnection: close";
        let answer = format!("{head}\r\nContent-Length: {}\r\n\r\n{PICTURE}", PICTURE.len());
        // Who called may have left.
        let _ = stream.write_all(answer.as_bytes()).await;
    }
}

/// What a call asks for, and of whom.
fn call(start: &str) -> String {
    let host = start.lines().find_map(|line| line.strip_prefix("Host: "));
    match (start.split_once(" HTTP/1"), host) {
        (Some((asked, _)), Some(host)) => format!("{asked} {host}"),
        _ => start.chars().filter(|c| c.is_ascii_graphic()).collect(),
    }
}
