//! One visit: an address is opened on the phone, in a new profile, until what is waited for is there.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::browser::{Browser, Chromium};
use super::requests::{Requests, Taken};

/// How long a visit may take.
const PATIENCE: Duration = Duration::from_secs(90);
/// How long events may be on their way.
const DELAY: Duration = Duration::from_millis(500);

/// The phone: its screen, its network, its processor. These are the figures that Lighthouse calls a slow 4G
/// and a mid-tier phone.
const SCREEN: (u32, u32) = (390, 844);
const LATENCY_MILLISECONDS: u32 = 150;
const DOWN_BYTES: u32 = 1_600_000 / 8;
const UP_BYTES: u32 = 750_000 / 8;
const SLOWER: u32 = 4;

/// What is opened, and what is waited for.
pub(crate) struct Sight {
    pub(crate) address: String,
    /// The script that tells when it is there; `None` where the page does so itself.
    pub(crate) watch: Option<String>,
}

/// What a visit took.
pub(crate) struct Visit {
    /// From the beginning of the navigation.
    pub(crate) seconds: f64,
    pub(crate) taken: Taken,
    /// Every request, a line each.
    pub(crate) waterfall: String,
}

/// Opens an address of a site in a new browser and waits.
pub(crate) fn visit(chromium: &Chromium, root: &str, sight: &Sight) -> Visit {
    let mut browser = chromium.start();
    let tab = browser.tab();
    prepare(&mut browser, &tab, sight);
    browser.command(Some(&tab), "Page.navigate", json!({ "url": sight.address }));
    let mut told = Told::default();
    let deadline = Instant::now() + PATIENCE;
    while told.there.is_none() {
        let event = browser.next_event(deadline);
        let event = event.unwrap_or_else(|| panic!("{} does not show what is waited for", sight.address));
        told.note(&mut browser, event);
    }
    let deadline = Instant::now() + DELAY;
    while let Some(event) = browser.next_event(deadline) {
        told.note(&mut browser, event);
    }
    told.visit(root)
}

/// Makes a tab the phone's.
fn prepare(browser: &mut Browser, tab: &str, sight: &Sight) {
    let (width, height) = SCREEN;
    let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
    let tab = Some(tab);
    browser.command(tab, "Emulation.setDeviceMetricsOverride", screen);
    browser.command(tab, "Emulation.setTouchEmulationEnabled", json!({ "enabled": true }));
    browser.command(tab, "Page.enable", json!({}));
    browser.command(tab, "Runtime.enable", json!({}));
    browser.command(tab, "Runtime.addBinding", json!({ "name": "tell" }));
    if let Some(watch) = &sight.watch {
        browser.command(tab, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch }));
    }
    slow_down(browser, tab);
    let workers = json!({ "autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true });
    browser.command(tab, "Target.setAutoAttach", workers);
}

/// Gives a page or a worker the phone's network and processor.
fn slow_down(browser: &mut Browser, session: Option<&str>) {
    let network = json!({
        "offline": false,
        "latency": LATENCY_MILLISECONDS,
        "downloadThroughput": DOWN_BYTES,
        "uploadThroughput": UP_BYTES,
    });
    browser.command(session, "Network.enable", json!({}));
    browser.command(session, "Network.emulateNetworkConditions", network);
    // A worker cannot be slowed down, which serves whoever uses one.
    let _ = browser.try_command(session, "Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER }));
}

/// What the browser told of a visit.
#[derive(Default)]
struct Told {
    requests: Requests,
    /// When the navigation began, by the clock of the events and by that of the wall.
    began: Option<(f64, f64)>,
    /// When what was waited for was there, by the clock of the wall.
    there: Option<f64>,
}

impl Told {
    fn note(&mut self, browser: &mut Browser, event: Value) {
        let parameters = &event["params"];
        match event["method"].as_str().unwrap_or_default() {
            "Target.attachedToTarget" => {
                let worker = parameters["sessionId"].as_str();
                slow_down(browser, worker);
                browser.command(worker, "Runtime.runIfWaitingForDebugger", json!({}));
            }
            "Runtime.bindingCalled" => {
                self.there = self.there.or_else(|| milliseconds(&parameters["payload"]))
            }
            "Network.requestWillBeSent" if self.began.is_none() => {
                self.began = parameters["timestamp"].as_f64().zip(parameters["wallTime"].as_f64());
            }
            _ => {}
        }
        self.requests.note(&event);
    }

    fn visit(&self, root: &str) -> Visit {
        let (began, wall) = self.began.expect("a page was requested");
        let seconds = self.there.expect("it is there") / 1_000.0 - wall;
        let moment = began + seconds;
        let (taken, waterfall) = (self.requests.until(moment, root), self.requests.waterfall(moment, root));
        Visit { seconds, taken, waterfall }
    }
}

fn milliseconds(payload: &Value) -> Option<f64> {
    payload.as_str()?.parse().ok()
}
