//! Packages of Debian and Ubuntu, for what cargo and npm do not have.

use std::ffi::OsString;

use anyhow::Result;

use crate::run::{Call, on_path};

/// `apt-get`, alone for root or behind sudo.
pub(crate) struct Apt(Vec<OsString>);

impl Apt {
    /// `apt-get`, if it is there and needs no password.
    pub(crate) fn without_password() -> Option<Self> {
        let apt = on_path("apt-get")?.into_os_string();
        let is_root = Call::new("id").arg("-u").ask().is_some_and(|id| id.trim() == "0");
        if is_root {
            return Some(Self(vec![apt]));
        }
        Call::new("sudo").args(["-n", "true"]).ask()?;
        Some(Self(vec!["sudo".into(), "-n".into(), apt]))
    }

    /// Installs packages, without what they recommend.
    pub(crate) fn install(&self, packages: &[&str]) -> Result<()> {
        self.call().arg("update").remedy("check the network and try again").aside().run()?;
        self.call()
            .args(["install", "-y", "--no-install-recommends"])
            .args(packages)
            .remedy(format!("install {} by hand", packages.join(" ")))
            .aside()
            .run()
    }

    fn call(&self) -> Call {
        Call::new(&self.0[0]).args(&self.0[1..])
    }
}
