//! The directives, and why each is as it is.

use std::fmt;

use crate::inline::hash;

/// The sites whose players the viewer puts into frames, once a reader clicks one.
pub const PLAYERS: &[&str] =
    &["https://www.youtube-nocookie.com", "https://player.vimeo.com", "https://player.bilibili.com"];

/// What a page may load and run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Policy {
    /// Hashes of the scripts that stand in the page.
    pub(crate) scripts: Vec<String>,
    /// Hashes of the styles that stand in the page.
    pub(crate) styles: Vec<String>,
    /// Whether the page hears from Trunk when it is to be loaded again.
    pub(crate) is_reloaded: bool,
}

impl Policy {
    /// The policy of pages in which these scripts and styles stand, whatever else an archive puts into them.
    pub fn of(scripts: &[&str], styles: &[&str]) -> Policy {
        let hashes = |texts: &[&str]| texts.iter().map(|text| hash(text)).collect();
        Policy { scripts: hashes(scripts), styles: hashes(styles), is_reloaded: false }
    }

    /// Each directive with its sources.
    fn directives(&self) -> Vec<(&'static str, Vec<&str>)> {
        let and = |sources: &[&'static str], hashes| [sources, &borrowed(hashes)].concat();
        let reload: &[&str] = if self.is_reloaded { &["ws:", "wss:"] } else { &[] };
        vec![
            // What is not named below is not loaded: fonts, plug-ins, frames of other sites.
            ("default-src", vec!["'none'"]),
            // Files of the site, and the few lines of the page, which are known by their hashes. The
            // viewer is WebAssembly, and that is all that may be compiled.
            ("script-src", and(&["'self'", "'wasm-unsafe-eval'"], &self.scripts)),
            // No `unsafe-inline`: the viewer sets styles by property, which no policy is about.
            ("style-src", and(&["'self'"], &self.styles)),
            // Articles show pictures of other sites. Whether they load is the reader's choice, which a
            // policy cannot know: the viewer sees to that.
            ("img-src", vec!["'self'", "data:", "https:", "http:"]),
            // The same for films and sounds, which wait for a click.
            ("media-src", vec!["'self'", "https:", "http:"]),
            ("frame-src", PLAYERS.to_vec()),
            // The bundle, and the page's own files.
            ("connect-src", [&["'self'"], reload].concat()),
            ("manifest-src", vec!["'self'"]),
            // No plug-ins, also where a browser does not follow `default-src` there.
            ("object-src", vec!["'none'"]),
            // What `default-src` does not cover: nothing may change the base of the page's addresses, and
            // no form is sent anywhere.
            ("base-uri", vec!["'none'"]),
            ("form-action", vec!["'none'"]),
        ]
    }
}

impl fmt::Display for Policy {
    /// Writes it as a `<meta>` element or a header has it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (name, sources)) in self.directives().into_iter().enumerate() {
            let separator = if place == 0 { "" } else { "; " };
            write!(f, "{separator}{name} {}", sources.join(" "))?;
        }
        Ok(())
    }
}

fn borrowed(hashes: &[String]) -> Vec<&str> {
    hashes.iter().map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_loose_for_scripts() {
        let policy = Policy { scripts: vec!["'sha256-a'".to_owned()], ..Policy::default() };
        let written = policy.to_string();
        assert!(written.starts_with("default-src 'none'; "), "{written}");
        assert!(written.contains("; script-src 'self' 'wasm-unsafe-eval' 'sha256-a'; "), "{written}");
        assert!(!written.contains("'unsafe-inline'") && !written.contains("'unsafe-eval'"), "{written}");
        assert!(!written.contains("ws:"), "{written}");
    }

    #[test]
    fn trunk_may_call_for_a_reload() {
        let policy = Policy { is_reloaded: true, ..Policy::default() };
        assert!(policy.to_string().contains("; connect-src 'self' ws: wss:; "));
    }

    #[test]
    fn it_can_stand_in_an_attribute_and_in_a_header() {
        let written = Policy::default().to_string();
        assert!(written.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' '), "{written}");
        assert!(!written.contains(['"', '&', '<']), "{written}");
    }
}
