//! The summary as lines of `name=value`, as the steps of a job hand them on.

use crate::summary::inputs::Summary;

/// The numbers of a summary, a line each.
pub(super) fn write(summary: &Summary) -> String {
    let Summary { size, built, checked: _ } = summary;
    let mut values = vec![("files", size.files), ("bytes", size.bytes), ("feeds", size.feeds)];
    if let Some(built) = built {
        let counts = [
            ("posts-found", built.posts_found),
            ("articles", built.articles),
            ("files-written", built.files_written),
        ];
        values.extend(counts.map(|(name, count)| (name, count as u64)));
    }
    values.iter().map(|(name, value)| format!("{name}={value}\n")).collect()
}
