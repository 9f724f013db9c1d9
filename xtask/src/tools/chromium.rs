//! Chromium with its driver, for the tests that need a browser, and a font for Han text.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::json;

use super::apt::Apt;
use crate::project::Project;
use crate::run::{Call, on_path, variable};

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DEBIAN_PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

/// Headless, and silent but for the pages under test. The driver gives each session a new profile.
const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// A browser and the driver that tests speak to.
struct Chromium {
    browser: PathBuf,
    driver: PathBuf,
}

/// The driver, and the file that says which browser it starts and how.
pub(crate) struct Browser {
    /// The browser itself.
    pub(crate) program: PathBuf,
    /// The driver.
    pub(crate) driver: PathBuf,
    /// The capabilities that its sessions start with.
    pub(crate) capabilities: PathBuf,
}

impl Browser {
    /// Finds or installs the browser, and writes the file.
    pub(crate) fn ready(project: &Project) -> Result<Self> {
        let chromium = Chromium::ready()?;
        let capabilities = project.target("webdriver.json");
        chromium.write_capabilities(&capabilities)?;
        Ok(Self { program: chromium.browser, driver: chromium.driver, capabilities })
    }
}

impl Chromium {
    /// Finds the browser (CHROME, CHROMEDRIVER or PATH); installs it on Debian and Ubuntu where
    /// that needs no password.
    fn ready() -> Result<Self> {
        if Self::find().is_none() || !has_han_font() {
            install()?;
        }
        match Self::find() {
            Some(found) => Ok(found),
            None => bail!("chromium and chromedriver were installed but are not on PATH"),
        }
    }

    /// Writes the capabilities that a WebDriver session starts with, in the form in which
    /// wasm-bindgen-test-runner reads them; the browser tests read the same file.
    fn write_capabilities(&self, file: &Path) -> Result<()> {
        let capabilities = json!({ "goog:chromeOptions": { "args": FLAGS, "binary": self.browser } });
        let text = format!("{capabilities:#}\n");
        fs::write(file, text).with_context(|| format!("writing {}", file.display()))
    }

    fn find() -> Option<Self> {
        let browser = named("CHROME").or_else(|| BROWSERS.iter().find_map(|name| on_path(name)))?;
        let driver = named("CHROMEDRIVER").or_else(|| on_path("chromedriver"))?;
        Some(Self { browser, driver })
    }
}

fn named(name: &str) -> Option<PathBuf> {
    variable(name).map(PathBuf::from).filter(|path| path.is_file())
}

/// Whether Chinese shows as text and not as boxes. Where fontconfig cannot be asked, it is taken
/// for granted: the tests read text, only the screenshots would suffer.
fn has_han_font() -> bool {
    let fonts = Call::new("fc-list").arg(":lang=zh").ask();
    fonts.is_none_or(|list| !list.trim().is_empty())
}

fn install() -> Result<()> {
    let packages = DEBIAN_PACKAGES.join(" ");
    let Some(apt) = Apt::without_password() else {
        bail!(
            "the browser tests need Chromium, chromedriver of the same version and a Han font.\n  \
             Debian, Ubuntu: sudo apt-get install {packages}\n  \
             Elsewhere: install them and set CHROME and CHROMEDRIVER to their paths"
        );
    };
    eprintln!("Chromium, chromedriver or a Han font is missing; apt installs {packages}.");
    apt.install(&DEBIAN_PACKAGES)
}
