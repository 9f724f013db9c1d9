//! What an archive says of itself in its `_config.yml`.

use std::path::Path;

use bundle::format::Site;

use super::front_matter::FrontMatter;
use crate::report::{Notice, NoticeKind};

/// The settings file of a Jekyll site.
const CONFIG: &str = "_config.yml";

/// Reads the site's name, description and address. A file that is missing is no fault; one that
/// can not be read gives a warning.
pub(crate) fn read_site(archive: &Path, warnings: &mut Vec<Notice>) -> Site {
    let mut warn = |kind, message| warnings.push(Notice { path: CONFIG.to_owned(), kind, message });
    let yaml = match std::fs::read(archive.join(CONFIG)) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => {
            warn(NoticeKind::Unreadable, error.to_string());
            String::new()
        }
    };
    let (settings, fault) = FrontMatter::parse(&yaml);
    if let Some(fault) = fault {
        warn(NoticeKind::FrontMatter, format!("it is not YAML ({fault}): read line by line"));
    }
    let title = [settings.text("title"), settings.text("name"), folder_name(archive)];
    Site {
        title: title.into_iter().find(|title| !title.is_empty()).unwrap_or_default(),
        description: settings.text("description"),
        url: settings.text("url"),
    }
}

fn folder_name(archive: &Path) -> String {
    let full = archive.canonicalize().unwrap_or_else(|_| archive.to_owned());
    full.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
