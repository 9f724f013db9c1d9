//! One chromedriver for the whole test process, and the browsers that it has open.
//!
//! Opening a browser takes longer than most tests do in it. So a page that is closed leaves its browser to
//! the next one that wants such a browser, which finds a new tab and nothing stored: [`Driver::give_back`]
//! says how. A browser in which a test failed is not used again.
//!
//! Browsers are left and ended with plain blocking requests, because that happens when a page is dropped,
//! which a failing test does while it unwinds, where nothing can be awaited.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};

use crate::environment::environment;

/// How long closing a browser may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// How many browsers wait to be used again. Each takes some 200 MB.
const MOST_IDLE: usize = 4;

/// A running chromedriver, ended when the last page and the last site that could want it are dropped.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    /// Browsers that nobody uses, the one that was left last at the end.
    idle: Mutex<Vec<Browser>>,
    /// Kept open, or a line that chromedriver writes later would end it.
    _output: BufReader<ChildStdout>,
}

/// A browser with one page.
#[derive(Clone)]
pub(crate) struct Browser {
    session: String,
    /// What it was started with.
    capabilities: Map<String, Value>,
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

    /// A browser with nothing stored, which may have been used before unless it has to be new.
    pub(crate) async fn browser(&self, capabilities: Map<String, Value>, is_new: bool) -> (Browser, Client) {
        let address = format!("http://127.0.0.1:{}", self.port);
        let idle = if is_new { None } else { self.take_idle(&capabilities) };
        let client = match idle {
            Some(Browser { session, .. }) => {
                Client::with_existing_session(&address, &session, HttpConnector::new()).await
            }
            None => {
                let mut client = ClientBuilder::new(HttpConnector::new());
                client.capabilities(capabilities.clone()).connect(&address).await
            }
        };
        let client = client.expect("a browser opens");
        // It is closed here, and not when the client is dropped.
        client.persist().await.expect("the driver answers");
        let session = client.session_id().await.expect("the driver answers");
        (Browser { session: session.expect("a session has an id"), capabilities }, client)
    }

    /// Takes a browser back that was on pages of an origin, for another page.
    pub(crate) fn give_back(&self, browser: Browser, origin: &str) {
        if self.empty(&browser, origin).is_err() {
            return self.end(&browser);
        }
        self.idle().push(browser);
        let too_old = {
            let mut idle = self.idle();
            (idle.len() > MOST_IDLE).then(|| idle.remove(0))
        };
        too_old.iter().for_each(|browser| self.end(browser));
    }

    /// Closes a browser.
    pub(crate) fn end(&self, Browser { session, .. }: &Browser) {
        self.request("DELETE", &format!("/session/{session}"), None);
    }

    fn take_idle(&self, capabilities: &Map<String, Value>) -> Option<Browser> {
        let mut idle = self.idle();
        let place = idle.iter().rposition(|browser| browser.capabilities == *capabilities)?;
        Some(idle.remove(place))
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Browser>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a new tab in the place of all others, with which goes what was set for them, and deletes what
    /// is stored and remembered. A site has a port of its own, and so an origin that no other site has.
    fn empty(&self, Browser { session, .. }: &Browser, origin: &str) -> io::Result<()> {
        let at = |path: &str| format!("/session/{session}/{path}");
        let post = |path: &str, body: Value| self.ask("POST", &at(path), Some(&body));
        let old = self.ask("GET", &at("window/handles"), None)?;
        let new = post("window/new", json!({ "type": "tab" }))?;
        for handle in old.as_array().into_iter().flatten() {
            post("window", json!({ "handle": handle }))?;
            self.ask("DELETE", &at("window"), None)?;
        }
        post("window", json!({ "handle": new["handle"] }))?;
        for (command, parameters) in [
            ("Storage.clearDataForOrigin", json!({ "origin": origin, "storageTypes": "all" })),
            ("Network.clearBrowserCookies", json!({})),
            ("Network.clearBrowserCache", json!({})),
        ] {
            post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))?;
        }
        post("se/log", json!({ "type": "browser" })).map(drop)
    }

    fn start() -> Self {
        let program = &environment().chromedriver;
        let mut command = Command::new(program);
        command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().expect("chromedriver can be started");
        let mut output = BufReader::new(process.stdout.take().expect("its output is piped"));
        let port = announced_port(&mut output);
        Self { process, port, idle: Mutex::default(), _output: output }
    }

    /// Asks for something, and says so where that does not succeed.
    fn request(&self, method: &str, path: &str, body: Option<&Value>) {
        if let Err(error) = self.ask(method, path, body) {
            eprintln!("chromedriver does not do {method} {path}: {error}");
        }
    }

    /// Asks for something and waits for what comes of it. (chromedriver keeps the connection open.)
    fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> io::Result<Value> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let body = body.map(Value::to_string).unwrap_or_default();
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {length}\r\n\r\n{body}"
        )?;
        let (status, answer) = read_answer(BufReader::new(stream))?;
        let mut answer: Value = serde_json::from_slice(&answer).unwrap_or_default();
        match status.contains(" 200 ") {
            true => Ok(answer["value"].take()),
            false => Err(io::Error::other(format!("{status}: {}", answer["value"]["message"]))),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It closes its browsers.
        self.request("GET", "/shutdown", None);
        // By now it has ended by itself; if not, it has nothing left to lose.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Reads the first line and the body of an answer.
fn read_answer(mut stream: impl BufRead) -> io::Result<(String, Vec<u8>)> {
    let (mut status, mut length) = (String::new(), 0);
    stream.read_line(&mut status)?;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        match line.trim_end().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().map_err(io::Error::other)?;
            }
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    Ok((status.trim_end().to_owned(), body))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_to_its_end_and_no_further() {
        let text = "HTTP/1.1 200 OK\r\nContent-Type: a\r\ncontent-length: 4\r\n\r\nbodyHTTP/1.1 200";
        let (status, body) = read_answer(text.as_bytes()).unwrap();
        assert_eq!((status.as_str(), body.as_slice()), ("HTTP/1.1 200 OK", &b"body"[..]));
    }
}
