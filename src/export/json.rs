//! JSON, for programs.

use crate::export::record::Record;

/// An article, on a line.
pub(crate) fn article(record: &Record) -> String {
    // Fails only for maps whose keys are no strings.
    serde_json::to_string(record).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::record::tests::titled;

    #[test]
    fn titles_come_back() {
        for title in ["茶", "\"N\" | \\智\u{8}\u{fffd}", "</script>"] {
            let line = article(&titled(title));
            let read: Option<serde_json::Value> = serde_json::from_str(&line).ok();
            assert_eq!(read.as_ref().and_then(|read| read["title"].as_str()), Some(title), "{line}");
            assert!(!line.contains('\n'));
        }
    }
}
