//! How much memory the program takes.

/// The most bytes of memory that this program has held at once, on Linux; `None` elsewhere.
pub(crate) fn peak_bytes() -> Option<u64> {
    peak_in(&std::fs::read_to_string("/proc/self/status").ok()?)
}

/// Reads `VmHWM:    1234 kB` in the status of a process.
fn peak_in(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    kilobytes.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peaks() {
        let check = |status: &str, expected| assert_eq!(peak_in(status), expected, "{status}");
        check("Name:\tx\nVmPeak:\t   9 kB\nVmHWM:\t   1234 kB\nVmRSS:\t 8 kB\n", Some(1234 * 1024));
        check("VmHWM:\t1234\n", None);
        check("", None);
    }
}
