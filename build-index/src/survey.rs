//! Reading an archive with the settings of its keeper.

use std::path::Path;

use anyhow::Result;
use archive::survey::Survey;

use crate::progress::Progress;
use crate::settings::Settings;

/// Reads an archive; fails if it holds no post at all. The warnings begin with those about the
/// settings of the site.
pub(crate) fn survey(archive: &Path, settings: &Settings, progress: Progress) -> Result<Survey> {
    let bar = progress.stage("posts");
    let survey = Survey::of(archive, settings.find, &settings.read, &bar);
    bar.finish_and_clear();
    let Survey { posts_found, articles, skipped, warnings } = survey?;
    let warnings = settings.warnings.iter().cloned().chain(warnings).collect();
    Ok(Survey { posts_found, articles, skipped, warnings })
}
