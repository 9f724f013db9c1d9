//! A page in a browser: what a reader does to it, and what there is to see.

use std::cell::RefCell;
use std::fmt;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::{Map, Value, json};
use tokio::time::{Instant, MissedTickBehavior};

use crate::command::DriverCommand;
use crate::driver::{Browser, Driver};
use crate::environment::{environment, in_checkout};
use crate::reader::Reader;

/// How long a page may take to show what a test waits for.
pub const TIMEOUT: Duration = Duration::from_secs(15);

/// How often it is looked at meanwhile.
const LOOK: Duration = Duration::from_millis(30);

/// Finds all elements for a selector. ` >>> ` in it leads into the shadow tree of an element.
const FIND_ALL: &str = "const all = path => path.split(' >>> ').reduce((roots, css) => \
    roots.flatMap(root => [...(root.shadowRoot ?? root).querySelectorAll(css)]), [document]);";

/// A page that a reader has open, in a browser of its own. Whoever is given that browser next finds nothing
/// of this page in it.
pub struct Page {
    client: Client,
    browser: Browser,
    driver: Arc<Driver>,
    base: String,
    /// Whether the browser is for this page alone.
    is_alone: bool,
    console: RefCell<Vec<ConsoleEntry>>,
}

/// A line of the browser's console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsoleEntry {
    /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
    pub level: String,
    /// What it says, and where it was said.
    pub message: String,
}

/// Opening and moving.
impl Page {
    /// Opens a route of the site at an address. A [`crate::Site`] knows its own.
    pub async fn open(reader: &Reader, base: String, route: &str) -> Self {
        let driver = Driver::shared();
        let (browser, client) = driver.browser(capabilities(reader), reader.is_alone).await;
        let page =
            Self { client, browser, driver, base, is_alone: reader.is_alone, console: RefCell::default() };
        page.take_the_place_of(reader).await;
        page.goto(route).await;
        page
    }

    /// Goes to a route of the same site, as in `#/?q=茶`.
    pub async fn goto(&self, route: &str) {
        let url = format!("{}{route}", self.base);
        self.expect(self.client.goto(&url).await, &format!("going to {url}")).await;
    }

    /// Gives the page the exact screen, touch and colours of a reader, which a driver's
    /// capabilities cannot. Languages stay as they were at the start.
    pub async fn take_the_place_of(&self, reader: &Reader) {
        let screen = json!({
            "width": reader.width,
            "height": reader.height,
            "deviceScaleFactor": reader.pixel_ratio,
            "mobile": reader.is_phone,
        });
        let colours = json!({ "features": [{ "name": "prefers-color-scheme", "value": reader.scheme }] });
        let touch = json!({ "enabled": reader.is_phone });
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
        self.devtools("Emulation.setEmulatedMedia", colours).await;
        self.devtools("Emulation.setTouchEmulationEnabled", touch).await;
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.expect(self.client.refresh().await, "reloading").await;
    }

    /// Goes back, as with the browser's button.
    pub async fn back(&self) {
        self.expect(self.client.back().await, "going back").await;
    }

    /// The fragment of the address, `#` included, with its characters readable.
    pub async fn route(&self) -> String {
        string(&self.eval("return decodeURIComponent(location.hash)").await)
    }

    /// Waits until the address has this fragment.
    pub async fn wait_for_route(&self, route: &str) {
        let what = format!("the route to be {route}");
        self.wait_until(&what, async || (self.route().await == route).then_some(())).await;
    }
}

/// Doing. Selectors may lead into shadow trees: `reading-room >>> article.row`.
impl Page {
    /// Clicks the first element, once it is there and nothing covers it.
    pub async fn click(&self, css: &str) {
        let what = format!("`{css}` to be clickable");
        self.wait_until(&what, async || self.first(css).await?.click().await.ok()).await;
    }

    /// Types into a field, after what is in it.
    pub async fn type_in(&self, css: &str, text: &str) {
        let what = format!("`{css}` to take text");
        self.wait_until(&what, async || self.first(css).await?.send_keys(text).await.ok()).await;
    }

    /// Empties a field with the keyboard.
    pub async fn clear(&self, css: &str) {
        self.type_in(css, &format!("{}a", &*Key::Control)).await;
        self.type_in(css, &Key::Backspace).await;
    }

    /// Chooses the option of a list that has this value.
    pub async fn choose(&self, css: &str, value: &str) {
        let what = format!("`{css}` to offer {value}");
        self.wait_until(&what, async || self.first(css).await?.select_by_value(value).await.ok()).await;
    }

    /// Presses a key, or several, wherever the focus is: `page.press(&Key::Enter)`, `page.press("j")`.
    pub async fn press(&self, keys: &str) {
        let focused = self.client.active_element().await;
        let focused = self.expect(focused, "finding the focus").await;
        self.expect(focused.send_keys(keys).await, &format!("pressing {keys:?}")).await;
    }

    /// Drags a mouse from one place of an element to another, in parts of its width, half way up.
    pub async fn drag(&self, css: &str, from: f64, to: f64) {
        let [left, width, y] = self.across(css).await;
        let steps = [
            (from, "mousePressed"),
            ((from + to) / 2.0, "mouseMoved"),
            (to, "mouseMoved"),
            (to, "mouseReleased"),
        ];
        for (part, kind) in steps {
            let mouse = json!({
                "type": kind, "x": left + width * part, "y": y, "button": "left", "buttons": 1, "clickCount": 1,
            });
            self.devtools("Input.dispatchMouseEvent", mouse).await;
        }
    }

    /// Moves the mouse over an element, to a part of its width; beyond 1 and below 0 is beside it.
    pub async fn point_at(&self, css: &str, part: f64) {
        let [left, width, y] = self.across(css).await;
        let mouse = json!({ "type": "mouseMoved", "x": left + width * part, "y": y });
        self.devtools("Input.dispatchMouseEvent", mouse).await;
    }

    /// Where an element begins, how wide it is, and how far down its middle is, in pixels.
    async fn across(&self, css: &str) -> [f64; 3] {
        let rect = "const r = document.querySelector(arguments[0]).getBoundingClientRect();\
                    return [r.left, r.width, r.top + r.height / 2]";
        let rect = self.call(rect, vec![json!(css)]).await;
        [0, 1, 2].map(|place| rect[place].as_f64().expect("a rectangle has numbers"))
    }

    /// Runs JavaScript and gives what it returns: `page.eval("return document.title")`.
    pub async fn eval(&self, script: &str) -> Value {
        self.call(script, vec![]).await
    }

    /// Runs JavaScript that finds these values in `arguments`, and gives what it returns, or what
    /// the promise that it returns comes to.
    pub async fn call(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.expect(self.client.execute(script, arguments).await, script).await
    }

    /// Sends a command of the DevTools protocol.
    pub async fn devtools(&self, name: &str, params: Value) -> Value {
        let answer = self.client.issue_cmd(DriverCommand::devtools(name, &params)).await;
        self.expect(answer, name).await
    }
}

/// Looking.
impl Page {
    /// The title of the page.
    pub async fn title(&self) -> String {
        string(&self.eval("return document.title").await)
    }

    /// How many elements there are now.
    pub async fn count(&self, css: &str) -> usize {
        self.texts(css).await.len()
    }

    /// The text of each element, as it shows.
    pub async fn texts(&self, css: &str) -> Vec<String> {
        let script = format!("{FIND_ALL} return all(arguments[0]).map(e => e.innerText)");
        let texts = self.call(&script, vec![json!(css)]).await;
        texts.as_array().into_iter().flatten().map(string).collect()
    }

    /// The text of the first element, once it is there.
    pub async fn text(&self, css: &str) -> String {
        let what = format!("`{css}` to be there");
        self.wait_until(&what, async || self.texts(css).await.into_iter().next()).await
    }

    /// An attribute of the first element, once it is there; `None` if it lacks it.
    pub async fn attribute(&self, css: &str, name: &str) -> Option<String> {
        let what = format!("`{css}` to be there");
        self.wait_until(&what, async || self.first(css).await?.attr(name).await.ok()).await
    }

    /// What the console says, from the start.
    pub async fn console(&self) -> Vec<ConsoleEntry> {
        let taken = self.client.issue_cmd(DriverCommand::console()).await;
        let taken = taken.expect("the driver hands over the console");
        let entries = taken.as_array().into_iter().flatten().map(ConsoleEntry::read);
        self.console.borrow_mut().extend(entries);
        self.console.borrow().clone()
    }

    /// The errors in the console.
    pub async fn errors(&self) -> Vec<ConsoleEntry> {
        let mut entries = self.console().await;
        entries.retain(|entry| entry.level == "SEVERE");
        entries
    }

    /// Saves what shows now as target/screenshots/NAME.png.
    pub async fn screenshot(&self, name: &str) -> PathBuf {
        let folder = in_checkout("target/screenshots");
        let file = folder.join(format!("{name}.png"));
        let image = self.client.screenshot().await.expect("the browser takes a picture");
        fs::create_dir_all(folder).expect("the folder can be made");
        fs::write(&file, image).expect("the picture can be written");
        file
    }

    /// Waits until the browser has drawn what has been done to the page so far, effects of it included:
    /// what was not there then does not come by itself.
    pub async fn draw(&self) {
        self.eval("return new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
            .await;
    }

    /// The WebDriver client, for what this type does not do.
    pub fn client(&self) -> &Client {
        &self.client
    }
}

/// Waiting.
impl Page {
    /// Waits until there are exactly so many elements.
    pub async fn wait_for(&self, css: &str, count: usize) {
        let what = format!("{count} of `{css}`");
        self.wait_until(&what, async || (self.count(css).await == count).then_some(())).await;
    }

    /// Waits until an element shows a text, maybe among other text. `8 articles` is not shown where there
    /// are 68.
    pub async fn wait_for_text(&self, css: &str, text: &str) {
        assert_ne!(text, "", "nothing is shown everywhere, so that waiting for it proves nothing");
        let what = format!("{text:?} in `{css}`");
        let shows = async || self.texts(css).await.iter().any(|shown| has(shown, text));
        self.wait_until(&what, async || shows().await.then_some(())).await;
    }

    /// Waits until an expression in JavaScript is true, as in `scrollY > 0`.
    pub async fn wait_for_js(&self, expression: &str) {
        let script = format!("return Boolean({expression})");
        let holds = async || self.eval(&script).await == json!(true);
        self.wait_until(expression, async || holds().await.then_some(())).await;
    }

    /// Looks again and again until there is something; fails after [`TIMEOUT`], saying what the
    /// test waited for.
    pub async fn wait_until<T>(&self, what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
        let start = Instant::now();
        let mut looks = tokio::time::interval(LOOK);
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        while start.elapsed() < TIMEOUT {
            looks.tick().await;
            if let Some(found) = look().await {
                return found;
            }
        }
        self.fail(&format!("waited {TIMEOUT:?} for {what}")).await
    }
}

impl Page {
    async fn first(&self, css: &str) -> Option<Element> {
        if !css.contains(" >>> ") {
            return self.client.find(Locator::Css(css)).await.ok();
        }
        let script = format!("{FIND_ALL} return all(arguments[0])[0]");
        let found = self.client.execute(&script, vec![json!(css)]).await.ok()?;
        let id = found.as_object()?.values().next()?.as_str()?.to_owned();
        Some(Element::from_element_id(self.client.clone(), id.into()))
    }

    async fn expect<T>(&self, result: Result<T, CmdError>, what: &str) -> T {
        match result {
            Ok(value) => value,
            Err(error) => self.fail(&format!("{what}: {error}")).await,
        }
    }

    /// Ends the test with all that helps to see why.
    async fn fail(&self, what: &str) -> ! {
        let name = std::thread::current().name().unwrap_or("page").replace("::", "-");
        let picture = self.screenshot(&format!("failed-{name}")).await;
        let url = self.client.current_url().await.map(String::from).unwrap_or_default();
        let console: Vec<_> = self.console().await.iter().map(ToString::to_string).collect();
        panic!(
            "{what}\n  at {url}\n  it looks like {}\n  console:\n    {}",
            picture.display(),
            console.join("\n    "),
        );
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let browser = self.browser.clone();
        // What a test was surprised by may be in its browser.
        match std::thread::panicking() || self.is_alone {
            true => self.driver.end(&browser),
            false => self.driver.give_back(browser, &origin(&self.base)),
        }
    }
}

impl ConsoleEntry {
    fn read(entry: &Value) -> Self {
        Self { level: string(&entry["level"]), message: string(&entry["message"]) }
    }
}

impl fmt::Display for ConsoleEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.level, self.message)
    }
}

/// The browser of the environment, in the reader's languages, with its console kept.
fn capabilities(reader: &Reader) -> Map<String, Value> {
    let mut capabilities = environment().capabilities.clone();
    let locale = reader.languages.split(',').next().unwrap_or_default();
    let options = &mut capabilities["goog:chromeOptions"];
    if let Some(flags) = options["args"].as_array_mut() {
        flags.push(json!(format!("--lang={locale}")));
        flags.push(json!(format!("--accept-lang={}", reader.languages)));
        flags.extend(reader.flags.iter().map(|flag| json!(flag)));
    }
    options["prefs"] = json!({ "intl.accept_languages": reader.languages });
    capabilities.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
    capabilities
}

/// Whether a text has another in it, which does not begin or end within a number.
fn has(shown: &str, text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let is_within = |start: usize| {
        let (before, after) = (&shown[..start], &shown[start + text.len()..]);
        let goes_back = text.starts_with(is_digit) && before.trim_end_matches([',', '.']).ends_with(is_digit);
        let goes_on = text.ends_with(is_digit) && after.starts_with(is_digit);
        goes_back || goes_on
    };
    shown.match_indices(text).any(|(start, _)| !is_within(start))
}

/// The origin of an address.
fn origin(address: &str) -> String {
    let end = address.match_indices('/').nth(2).map_or(address.len(), |(end, _)| end);
    address[..end].to_owned()
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_not_the_end_of_a_longer_one() {
        let check = |shown: &str, text: &str, expected: bool| {
            assert_eq!(has(shown, text), expected, "{text} in {shown}")
        };
        check("68 articles", "8 articles", false);
        check("14,905 articles", "905 articles", false);
        check("At least 8 articles", "8 articles", true);
        check("1 / 20", "1 / 2", false);
        check("11 / 2, 1 / 2", "1 / 2", true);
        check("68 篇", "68", true);
    }

    #[test]
    fn an_origin_has_no_path() {
        assert_eq!(origin("http://127.0.0.1:80/blog/"), "http://127.0.0.1:80");
        assert_eq!(origin("http://127.0.0.1:80"), "http://127.0.0.1:80");
    }
}
