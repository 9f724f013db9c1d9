//! A browser that is spoken to by the DevTools protocol itself.
//!
//! The driver of the tests speaks to the page alone. What a page's workers fetch would then be neither
//! slowed down nor seen, and Pagefind fetches by a worker.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// The program that is the browser, and what it is started with.
pub(crate) struct Chromium {
    program: String,
    flags: Vec<String>,
}

/// A browser that runs, with nothing stored. It ends when it is dropped.
pub(crate) struct Browser {
    process: Child,
    input: ChildStdin,
    messages: Receiver<Value>,
    last_id: u64,
    /// Events that nobody has taken yet.
    events: VecDeque<Value>,
    _profile: TempDir,
}

impl Chromium {
    /// The browser of the capabilities that the tests start theirs with, which takes a certificate for
    /// good whose key has this hash. (Where it merely overlooked a bad one, it would keep nothing in its
    /// cache.)
    pub(crate) fn of_capabilities(file: &Path, key_hash: &str) -> Self {
        let text = std::fs::read(file).expect("the capabilities can be read");
        let capabilities: Value = serde_json::from_slice(&text).expect("the capabilities are JSON");
        let options = &capabilities["goog:chromeOptions"];
        let given = options["args"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let own = [
            format!("--ignore-certificate-errors-spki-list={key_hash}"),
            "--remote-debugging-pipe".to_owned(),
            "--disable-extensions".to_owned(),
            "about:blank".to_owned(),
        ];
        Self {
            program: options["binary"].as_str().expect("the capabilities name a browser").to_owned(),
            flags: given.map(str::to_owned).chain(own).collect(),
        }
    }

    /// Starts it with a new profile.
    pub(crate) fn start(&self) -> Browser {
        let profile = TempDir::new().expect("there is room for a profile");
        // It reads commands from descriptor 3 and writes answers to 4.
        let mut command = Command::new("sh");
        command.args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null", &self.program]);
        command.arg(format!("--user-data-dir={}", profile.path().display())).args(&self.flags);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().expect("the browser can be started");
        let input = process.stdin.take().expect("its input is piped");
        let output = BufReader::new(process.stdout.take().expect("its output is piped"));
        let (sender, messages) = channel();
        thread::spawn(move || {
            let whole = output.split(0).map_while(Result::ok);
            let read = whole.filter_map(|message| serde_json::from_slice(&message).ok());
            read.for_each(|message| drop(sender.send(message)));
        });
        Browser { process, input, messages, last_id: 0, events: VecDeque::new(), _profile: profile }
    }
}

impl Browser {
    /// Takes hold of the tab that is open at the start, and gives the session to speak to it.
    pub(crate) fn tab(&mut self) -> String {
        let targets = self.command(None, "Target.getTargets", json!({}));
        let targets = targets["targetInfos"].as_array().cloned().unwrap_or_default();
        let tab = targets.iter().find(|target| target["type"] == "page").expect("a tab is open");
        let parameters = json!({ "targetId": tab["targetId"], "flatten": true });
        let attached = self.command(None, "Target.attachToTarget", parameters);
        attached["sessionId"].as_str().expect("a session has an id").to_owned()
    }

    /// Sends a command and waits for what comes of it.
    pub(crate) fn command(&mut self, session: Option<&str>, name: &str, parameters: Value) -> Value {
        let answer = self.try_command(session, name, parameters);
        answer.unwrap_or_else(|error| panic!("the browser does not do {name}: {error}"))
    }

    /// The same, for a command that not every target knows.
    pub(crate) fn try_command(
        &mut self,
        session: Option<&str>,
        name: &str,
        parameters: Value,
    ) -> Result<Value, String> {
        self.last_id += 1;
        let id = self.last_id;
        let mut message = json!({ "id": id, "method": name, "params": parameters });
        if let Some(session) = session {
            message["sessionId"] = json!(session);
        }
        write!(self.input, "{message}\0").expect("the browser is there");
        self.input.flush().expect("the browser is there");
        let deadline = Instant::now() + PATIENCE;
        loop {
            let mut message = self.receive(deadline).ok_or("it does not answer")?;
            if message["id"] == id {
                return match &message["error"]["message"] {
                    Value::String(error) => Err(error.clone()),
                    _ => Ok(message["result"].take()),
                };
            }
            if message["method"].is_string() {
                self.events.push_back(message);
            }
        }
    }

    /// The next event, or `None` if there is none until then.
    pub(crate) fn next_event(&mut self, deadline: Instant) -> Option<Value> {
        loop {
            if let Some(event) = self.events.pop_front() {
                return Some(event);
            }
            let message = self.receive(deadline)?;
            if message["method"].is_string() {
                return Some(message);
            }
        }
    }

    fn receive(&self, deadline: Instant) -> Option<Value> {
        match self.messages.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => panic!("the browser has ended"),
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Killed, it would leave its helpers, which write into the profile.
        let close = json!({ "id": self.last_id + 1, "method": "Browser.close" });
        let is_told = write!(self.input, "{close}\0").and_then(|()| self.input.flush()).is_ok();
        let deadline = Instant::now() + PATIENCE;
        while is_told && Instant::now() < deadline {
            if self.process.try_wait().is_ok_and(|ended| ended.is_some()) {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
