//! What was requested until a moment, as the browser's events tell it: how many bytes came, and how
//! many requests had to wait for one another.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::weight::is_code;

/// The requests of a visit.
#[derive(Default)]
pub(crate) struct Requests {
    by_id: BTreeMap<Id, Request>,
    /// What came out of the cache and not over the network.
    cached: BTreeSet<Id>,
}

/// What the browser calls a request.
type Id = String;

struct Request {
    url: String,
    is_page: bool,
    sent: f64,
    /// When its answer was there in full.
    answered: Option<f64>,
    /// What came of it, and when, as it is on the wire.
    received: Vec<(f64, f64)>,
}

/// What a visit had taken at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Taken {
    /// Of which something had come.
    pub(crate) requests: usize,
    /// How many times in a row a request had to wait for another, the first of them for the page, of those
    /// that were answered by then.
    pub(crate) waits: usize,
    /// The page, scripts, styles, WebAssembly and texts of the interface.
    pub(crate) code_bytes: f64,
    pub(crate) data_bytes: f64,
}

impl Requests {
    /// Takes note of an event.
    pub(crate) fn note(&mut self, event: &Value) {
        let parameters = &event["params"];
        // A worker goes on telling of what its page began to request: its own script.
        let Some(id) = parameters["requestId"].as_str().map(str::to_owned) else { return };
        let at = parameters["timestamp"].as_f64().unwrap_or_default();
        let bytes = parameters["encodedDataLength"].as_f64().unwrap_or_default();
        match event["method"].as_str().unwrap_or_default() {
            "Network.requestWillBeSent" => self.sent(id, at, parameters),
            "Network.requestServedFromCache" => drop(self.cached.insert(id)),
            "Network.dataReceived" => self.of(&id, |request| request.received.push((at, bytes))),
            "Network.loadingFinished" => self.of(&id, |request| request.finish(at, bytes)),
            "Network.loadingFailed" => self.of(&id, |request| request.answered = Some(at)),
            _ => {}
        }
    }

    fn sent(&mut self, id: Id, at: f64, parameters: &Value) {
        let url = parameters["request"]["url"].as_str().unwrap_or_default();
        if !url.starts_with("http") {
            return;
        }
        let request = Request {
            url: url.to_owned(),
            is_page: parameters["type"] == "Document",
            sent: at,
            answered: None,
            received: Vec::new(),
        };
        self.by_id.insert(id, request);
    }

    fn of(&mut self, id: &Id, change: impl FnOnce(&mut Request)) {
        if let Some(request) = self.by_id.get_mut(id) {
            change(request);
        }
    }

    /// What all of it comes to at a moment.
    pub(crate) fn until(&self, moment: f64, root: &str) -> Taken {
        let sent: Vec<&Request> = self.until_moment(moment).collect();
        let needed = sent.iter().filter(|request| !request.is_page && !request.is_for_browser(root));
        let times = needed.filter_map(|request| Some((request.sent, request.answered?)));
        let bytes = |of_code: bool| {
            let such = sent.iter().filter(|request| is_code(request.path(root)) == of_code);
            such.map(|request| request.received_until(moment)).fold(0.0, |sum, bytes| sum + bytes)
        };
        Taken {
            requests: sent.iter().filter(|request| request.received_until(moment) > 0.0).count(),
            waits: waits(times.filter(|(_, answered)| *answered <= moment)),
            code_bytes: bytes(true),
            data_bytes: bytes(false),
        }
    }

    fn until_moment(&self, moment: f64) -> impl Iterator<Item = &Request> {
        let sent = self.by_id.iter().filter(|(id, _)| !self.cached.contains(*id));
        sent.map(|(_, request)| request).filter(move |request| request.sent <= moment)
    }

    /// One line a request, in their order, for whoever wants to see what waited.
    pub(crate) fn waterfall(&self, moment: f64, root: &str) -> String {
        let mut sent: Vec<&Request> = self.until_moment(moment).collect();
        sent.sort_by(|one, other| one.sent.total_cmp(&other.sent));
        let start = sent.first().map_or(0.0, |request| request.sent);
        let line = |request: &&Request| {
            let answered = request.answered.map_or_else(String::new, |at| format!("{:.3}", at - start));
            let bytes = request.received_until(moment);
            format!("{:7.3} {answered:>7} {bytes:8} {}\n", request.sent - start, request.path(root))
        };
        sent.iter().map(line).collect()
    }
}

impl Request {
    /// The sum is known only now, with what came before the body.
    fn finish(&mut self, at: f64, bytes: f64) {
        self.answered = Some(at);
        let counted = self.received_until(at);
        self.received.push((at, (bytes - counted).max(0.0)));
    }

    /// Whether the browser asked for it by itself, to know what to call the site and how to show it in a tab.
    /// Nothing waits for that.
    fn is_for_browser(&self, root: &str) -> bool {
        [".webmanifest", ".png", ".svg", ".ico"].iter().any(|ending| self.path(root).ends_with(ending))
    }

    fn received_until(&self, moment: f64) -> f64 {
        let received = self.received.iter().filter(|(at, _)| *at <= moment);
        // A sum of nothing is -0.
        received.fold(0.0, |sum, (_, bytes)| sum + bytes)
    }

    /// Its path below the site, without what follows a question mark.
    fn path(&self, root: &str) -> &str {
        let path = self.url.strip_prefix(root).unwrap_or(&self.url);
        path.split(['?', '#']).next().unwrap_or_default()
    }
}

/// How many times in a row a request had to wait: the length of the longest chain of requests, without the
/// page, each of which was sent only when the one before was answered in full. Of each it takes when it was
/// sent and when its answer was there.
///
/// The first of a chain waited for the page, and may have been sent while that was still coming. Requests
/// that are sent together count once, however many they are.
fn waits(times: impl Iterator<Item = (f64, f64)>) -> usize {
    let mut times: Vec<(f64, f64)> = times.collect();
    times.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    // Of every request so far: when it was answered, and the length of the longest chain that ends with it.
    let mut chains: Vec<(f64, usize)> = Vec::new();
    for (sent, answered) in times {
        let before = chains.iter().filter(|(answered, _)| *answered <= sent).map(|(_, length)| *length);
        let length = 1 + before.max().unwrap_or(0);
        chains.push((answered, length));
    }
    chains.iter().map(|(_, length)| *length).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(times: &[(f64, f64)], expected: usize) {
        assert_eq!(waits(times.iter().copied()), expected, "{times:?}");
    }

    #[test]
    fn waits_are_the_longest_chain() {
        check(&[], 0);
        check(&[(0.0, 1.0)], 1);
        // Together, and one after another.
        check(&[(0.0, 1.0), (0.0, 2.0), (0.5, 1.5)], 1);
        check(&[(0.0, 1.0), (1.0, 2.0), (2.5, 3.0)], 3);
        // In any order.
        check(&[(2.5, 3.0), (0.0, 1.0), (1.0, 2.0)], 3);
        // A long one beside a chain of short ones takes nothing from it.
        check(&[(0.0, 9.0), (0.1, 1.0), (1.0, 2.0), (2.0, 3.0), (9.5, 10.0)], 4);
        // Two chains that meet: the longer counts.
        check(&[(0.0, 1.0), (1.0, 2.0), (0.0, 2.5), (2.6, 3.0)], 3);
    }

    fn event(method: &str, request: &str, at: f64, more: Value) -> Value {
        let mut parameters = json!({ "requestId": request, "timestamp": at });
        for (name, value) in more.as_object().into_iter().flatten() {
            parameters[name] = value.clone();
        }
        json!({ "method": format!("Network.{method}"), "params": parameters })
    }

    fn sent(request: &str, at: f64, kind: &str, path: &str) -> Value {
        let url = format!("https://host/site/{path}");
        event("requestWillBeSent", request, at, json!({ "type": kind, "request": { "url": url } }))
    }

    fn received(method: &str, request: &str, at: f64, bytes: u32) -> Value {
        event(method, request, at, json!({ "encodedDataLength": bytes }))
    }

    #[test]
    fn what_came_until_a_moment_is_counted() {
        let mut requests = Requests::default();
        let events = [
            sent("1", 0.0, "Document", "#/?q=a"),
            sent("2", 0.1, "Script", "a.js"),
            sent("3", 0.1, "Script", "a.js"),
            event("requestServedFromCache", "3", 0.1, json!({})),
            received("dataReceived", "1", 0.2, 80),
            received("loadingFinished", "1", 0.2, 100),
            received("loadingFinished", "2", 1.0, 50),
            sent("4", 1.1, "Fetch", "bundle/manifest.json?1"),
            received("dataReceived", "4", 1.3, 30),
            received("dataReceived", "4", 2.5, 30),
            received("loadingFinished", "4", 2.5, 70),
            sent("5", 2.4, "Fetch", "bundle/later.gz"),
            sent("6", 1.1, "Other", "icon-192.png"),
        ];
        events.iter().for_each(|event| requests.note(event));
        let taken = |moment| requests.until(moment, "https://host/site/");
        let expected = Taken { requests: 3, waits: 1, code_bytes: 150.0, data_bytes: 30.0 };
        assert_eq!(taken(2.0), expected);
        let expected = Taken { requests: 3, waits: 2, code_bytes: 150.0, data_bytes: 70.0 };
        assert_eq!(taken(2.5), expected);
        assert!(requests.waterfall(2.0, "https://host/site/").contains("30 bundle/manifest.json\n"));
    }

    #[test]
    fn a_page_that_has_all_waits_for_nothing() {
        let mut requests = Requests::default();
        let events = [
            sent("1", 0.0, "Document", "article/2023-11-10/Tide-tables-k3j2m/"),
            received("dataReceived", "1", 0.3, 4_000),
            sent("2", 0.3, "Other", "icon.svg"),
        ];
        events.iter().for_each(|event| requests.note(event));
        let expected = Taken { requests: 1, waits: 0, code_bytes: 4_000.0, data_bytes: 0.0 };
        assert_eq!(requests.until(0.4, "https://host/site/"), expected);
    }

    #[test]
    fn what_is_in_the_page_is_no_request() {
        let mut requests = Requests::default();
        let url = json!({ "request": { "url": "data:," } });
        requests.note(&event("requestWillBeSent", "1", 0.0, url));
        assert_eq!(requests.until(1.0, ""), Taken::default());
    }
}
