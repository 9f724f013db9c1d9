//! Servers that a test starts and ends.

use std::env;
use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use reading_room_tests::tools;

/// A server on a port of its own, ended by its id when the test is over.
pub(crate) struct Running {
    process: Child,
    pub(crate) port: u16,
    log: PathBuf,
}

/// What a server answers: the status, and each header's name in lower case with its value.
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// A program among the tools, of PATH, or of the folders where servers lie.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = tools().into_iter().chain(env::split_paths(&path)).chain(["/usr/sbin".into()]);
    { folders }.map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// A port that nothing listens on.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    listener.local_addr().expect("the listener has an address").port()
}

impl Running {
    /// Starts a server and waits until it answers on a port, for a minute or as many as it is given.
    pub(crate) fn start(command: &mut Command, port: u16, log: PathBuf, minutes: u64) -> Self {
        let said = File::create(&log).expect("the log can be written");
        let errors = said.try_clone().expect("the log can be written");
        command.stdin(Stdio::null()).stdout(said).stderr(errors);
        let mut running = Self { process: command.spawn().expect("the server can be started"), port, log };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = running.process.try_wait().expect("the server can be asked");
            let is_late = start.elapsed() > Duration::from_secs(60 * minutes);
            assert!(ended.is_none() && !is_late, "the server does not answer:\n{}", running.said());
            std::thread::sleep(Duration::from_millis(50));
        }
        running
    }

    /// What it printed.
    pub(crate) fn said(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Its address.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Asks for a path, as a browser that unpacks gzip.
    pub(crate) fn get(&self, path: &str) -> Answer {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).expect("the server answers");
        let ask = format!(
            "GET /{path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n",
            self.port
        );
        stream.write_all(ask.as_bytes()).expect("the server listens");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("the server answers");
        Answer::read(&bytes)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Answer {
    fn read(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("an answer has a head");
        let head = String::from_utf8_lossy(&bytes[..end]);
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect();
        Self { status: status.expect("an answer has a status"), headers, body: bytes[end + 4..].to_vec() }
    }

    /// The value of a header; several are put together.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let values: Vec<&str> =
            self.headers.iter().filter(|(given, _)| given == name).map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }
}
