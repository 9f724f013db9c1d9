//! One chromedriver for the whole test process.
//!
//! Sessions are ended with plain blocking requests, because they end when a page is dropped, which
//! a failing test does while it unwinds, where nothing can be awaited.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value};

use crate::environment::environment;

/// How long closing a browser may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running chromedriver, ended when the last page that uses it is closed.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    /// Kept open, or a line that chromedriver writes later would end it.
    _output: BufReader<ChildStdout>,
}

impl Driver {
    /// The driver in use, or a new one.
    pub(crate) fn shared() -> Arc<Self> {
        static DRIVER: Mutex<Weak<Driver>> = Mutex::new(Weak::new());
        let mut driver = DRIVER.lock().unwrap_or_else(PoisonError::into_inner);
        driver.upgrade().unwrap_or_else(|| {
            let started = Arc::new(Self::start());
            *driver = Arc::downgrade(&started);
            started
        })
    }

    /// Opens a browser with a new profile.
    pub(crate) async fn session(&self, capabilities: Map<String, Value>) -> Client {
        let mut client = ClientBuilder::new(HttpConnector::new());
        client.capabilities(capabilities);
        let connected = client.connect(&format!("http://127.0.0.1:{}", self.port)).await;
        connected.expect("a browser opens")
    }

    /// Closes the browser of a session.
    pub(crate) fn end(&self, session: &str) {
        self.request(&format!("DELETE /session/{session}"));
    }

    fn start() -> Self {
        let program = &environment().chromedriver;
        let mut command = Command::new(program);
        command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().expect("chromedriver can be started");
        let mut output = BufReader::new(process.stdout.take().expect("its output is piped"));
        let port = announced_port(&mut output);
        Self { process, port, _output: output }
    }

    /// Asks for something and waits until it is done, which is when the answer begins.
    /// (chromedriver keeps the connection open after it.)
    fn request(&self, what: &str) {
        let ask = || {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
            stream.set_read_timeout(Some(PATIENCE))?;
            write!(stream, "{what} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n")?;
            stream.read_exact(&mut [0])
        };
        if let Err(error) = ask() {
            eprintln!("chromedriver does not answer {what}: {error}");
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.request("GET /shutdown");
        // By now it has ended by itself; if not, it has nothing left to lose.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Reads up to "ChromeDriver was started successfully on port 45123."
fn announced_port(output: &mut impl BufRead) -> u16 {
    let lines = output.lines().map_while(Result::ok);
    let ports = lines.filter_map(|line| {
        let (_, port) = line.split_once("started successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    });
    { ports }.next().expect("chromedriver says on which port it listens")
}
