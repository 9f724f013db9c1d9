//! What hosts allow, and what of a site is more than that.

use indicatif::HumanCount;

use crate::summary::measure::Size;

/// What a free host takes.
struct Host {
    name: &'static str,
    bytes: Option<u64>,
    files: Option<u64>,
    file_bytes: Option<u64>,
}

/// As their documentation had it in 2026.
const HOSTS: [Host; 2] = [
    Host { name: "GitHub Pages", bytes: Some(1_000_000_000), files: None, file_bytes: None },
    Host { name: "Cloudflare Pages", bytes: None, files: Some(20_000), file_bytes: Some(25 * 1024 * 1024) },
];

/// How much of what a host allows a site takes.
pub(super) struct Share {
    pub(super) host: &'static str,
    /// What is limited.
    pub(super) what: &'static str,
    pub(super) allowed: String,
    pub(super) percent: u64,
}

impl Share {
    /// Whether the host refuses the site.
    pub(super) fn is_too_much(&self) -> bool {
        self.percent > 100
    }
}

/// What a site takes of what each host allows.
pub(super) fn shares(size: &Size) -> Vec<Share> {
    shares_of(&HOSTS, size)
}

fn shares_of(hosts: &[Host], size: &Size) -> Vec<Share> {
    hosts.iter().flat_map(|host| of_host(host, size)).collect()
}

fn of_host(host: &Host, size: &Size) -> impl Iterator<Item = Share> {
    let decimal = |limit: u64| match limit {
        1_000_000_000.. => format!("{} GB", limit / 1_000_000_000),
        _ => format!("{} MB", limit / 1_000_000),
    };
    let mebibytes = |limit: u64| format!("{} MiB", limit / 1024 / 1024);
    let count = |limit: u64| HumanCount(limit).to_string();
    let largest = size.largest.as_ref().map_or(0, |(_, bytes)| *bytes);
    let share = |what, taken: u64, limit: Option<u64>, written: &dyn Fn(u64) -> String| {
        limit.map(|limit| Share {
            host: host.name,
            what,
            allowed: written(limit),
            percent: (taken * 100).div_ceil(limit),
        })
    };
    [
        share("together", size.bytes, host.bytes, &decimal),
        share("files", size.files, host.files, &count),
        share("the largest file", largest, host.file_bytes, &mebibytes),
    ]
    .into_iter()
    .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_much_is_told() {
        let hosts = [
            Host { name: "Large", bytes: Some(1_000_000_000), files: None, file_bytes: None },
            Host { name: "Small", bytes: None, files: Some(20_000), file_bytes: Some(25 * 1024 * 1024) },
        ];
        let check = |files: u64, bytes: u64, largest: u64, expected: &[(&str, &str)]| {
            let size = Size { files, bytes, largest: Some(("a".to_owned(), largest)), ..Size::default() };
            let told = shares_of(&hosts, &size);
            let too_much =
                told.iter().filter(|share| share.is_too_much()).map(|share| (share.host, share.what));
            assert_eq!(too_much.collect::<Vec<_>>(), expected, "{files} {bytes} {largest}");
        };
        check(20_000, 1_000_000_000, 25 * 1024 * 1024, &[]);
        check(1, 1_000_000_001, 1, &[("Large", "together")]);
        check(20_001, 1, 1, &[("Small", "files")]);
        check(1, 1, 25 * 1024 * 1024 + 1, &[("Small", "the largest file")]);
    }

    #[test]
    fn limits_are_written_in_the_units_of_hosts() {
        let allowed = |bytes: u64| {
            let host = Host { name: "", bytes: Some(bytes), files: None, file_bytes: None };
            let size = Size { files: 1, bytes: 1, ..Size::default() };
            shares_of(&[host], &size).into_iter().map(|share| share.allowed).collect::<String>()
        };
        assert_eq!((allowed(1_000_000_000), allowed(100_000_000)), ("1 GB".into(), "100 MB".into()));
    }

    #[test]
    fn readers_of_the_readme_learn_of_every_host() {
        let readme = include_str!("../../../README.md");
        for host in &HOSTS {
            assert!(readme.contains(&format!("| {} |", host.name)), "README has no row for {}", host.name);
        }
    }
}
