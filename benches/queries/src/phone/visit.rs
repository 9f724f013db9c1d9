//! One visit: an address is opened on the phone, in a new profile, until what is waited for is there.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::browser::{Browser, Chromium};
use super::requests::{Requests, Taken};

/// How long a visit may take.
const PATIENCE: Duration = Duration::from_secs(90);
/// How long events may be on their way.
const DELAY: Duration = Duration::from_millis(500);

/// The phone: its screen, its network, its processor. Its screen is taller than that of any, so that five hits
/// with long titles are on it: what is below, the viewer does not load.
const SCREEN: (u32, u32) = (390, 1_800);
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
        match browser.next_event(deadline) {
            Some(event) => told.note(&mut browser, event),
            None => fail(&mut browser, &tab, sight),
        }
    }
    let deadline = Instant::now() + DELAY;
    while let Some(event) = browser.next_event(deadline) {
        told.note(&mut browser, event);
    }
    told.visit(root)
}

/// Says what is on the screen instead of what was waited for.
fn fail(browser: &mut Browser, tab: &str, sight: &Sight) -> ! {
    let text = json!({ "expression": "document.body.innerText" });
    let shown = browser.command(Some(tab), "Runtime.evaluate", text);
    panic!("{} does not show what is waited for, but: {}", sight.address, shown["result"]["value"]);
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

/// Gives a page, with its workers, the phone's network and processor. (The processor of workers cannot be
/// slowed down, which serves whoever uses one.)
fn slow_down(browser: &mut Browser, tab: Option<&str>) {
    let network = json!({
        "offline": false,
        "latency": LATENCY_MILLISECONDS,
        "downloadThroughput": DOWN_BYTES,
        "uploadThroughput": UP_BYTES,
    });
    browser.command(tab, "Network.enable", json!({}));
    browser.command(tab, "Network.emulateNetworkConditions", network);
    browser.command(tab, "Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER }));
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
                browser.command(worker, "Network.enable", json!({}));
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
