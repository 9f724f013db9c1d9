//! Tests that find nothing to do, because something is not there that not every machine has.
//!
//! A test runner would count them as passed. So each writes down that it was skipped, and why, and
//! `cargo xtask test` takes that into account.

use std::env;
use std::fs::File;
use std::io::Write as _;

/// The variable that names the file to write to; `xtask/src/test/tally.rs` reads that file.
const SKIPPED: &str = "READING_ROOM_SKIPPED";

/// Ends a test that has nothing to do here, and says why:
///
/// ```no_run
/// # use reading_room_tests::skip;
/// fn nginx_serves_a_site() {
///     let Some(nginx) = find_nginx() else { skip!("there is no nginx here") };
///     # let _: () = nginx;
/// }
/// # fn find_nginx() -> Option<()> { None }
/// ```
#[macro_export]
macro_rules! skip {
    ($($why:tt)+) => {{
        fn here() {}
        return $crate::write_skipped(::std::any::type_name_of_val(&here), &::std::format!($($why)+))
    }};
}

/// Writes down that a test is skipped. `here` is the whole name of a function in it.
#[doc(hidden)]
pub fn write_skipped(here: &str, why: &str) {
    let line = format!("{}: {why}\n", name_of_test(here));
    print!("skipped {line}");
    let Some(path) = env::var_os(SKIPPED) else { return };
    // Written at once, so that lines of several tests do not mix.
    let file = File::options().create(true).append(true).open(path);
    file.and_then(|mut file| file.write_all(line.as_bytes()))
        .expect("the file for skipped tests can be written");
}

/// `browser::society::its_screens` for `browser::society::its_screens::{{closure}}::here`.
fn name_of_test(here: &str) -> String {
    let parts = here.split("::").filter(|part| *part != "here" && !part.starts_with("{{"));
    parts.collect::<Vec<_>>().join("::")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_is_known_by_its_whole_name() {
        assert_eq!(
            name_of_test("browser::society::its_screens::{{closure}}::here"),
            "browser::society::its_screens"
        );
        assert_eq!(name_of_test("deploy::hosts::nginx::here"), "deploy::hosts::nginx");
    }
}
