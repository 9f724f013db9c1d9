//! `cargo xtask generate`: an archive of any size, of posts that nobody wrote.
//!
//! A recipe makes the same bytes on every machine and in every year, so that numbers measured on
//! its archive can be compared: the random numbers come from an algorithm with a name, a post's
//! from its own stream, and all chances are whole numbers.

mod language;
mod post;
mod zipf;

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use clap::Args;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use rayon::prelude::*;

use crate::project::Project;
pub(crate) use post::Press;

/// The day of the newest posts.
const LAST_DAY: Date = date(2025, 12, 31);
/// The most days that an archive reaches back: ten years.
const MOST_DAYS: u64 = 3_650;
const CONFIG: &str = "title: 随机阅览室\ndescription: Posts that nobody wrote\nurl: https://example.org\n";

/// What an archive is generated from.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct Recipe {
    /// How many posts
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) posts: u64,
    /// What the random numbers grow from
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// The median length of a post's text, in characters
    #[arg(long, default_value_t = 600, value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) length: u64,
}

/// The arguments of `cargo xtask generate`.
#[derive(Args)]
pub(crate) struct Options {
    #[command(flatten)]
    recipe: Recipe,
    /// The folder to write the archive to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Writes an archive to a folder that holds nothing yet.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let Options { recipe, out } = options;
    let is_free = !out.exists() || fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_none());
    ensure!(is_free, "{} is not an empty folder; choose another with --out", out.display());
    recipe.write(out)?;
    println!("{} posts are in {}.", recipe.posts, project.short(out).display());
    Ok(())
}

impl Recipe {
    /// The recipe that archives of `posts` posts are made from where nothing else is asked for.
    pub(crate) fn of(posts: u64) -> Self {
        Self { posts, seed: 1, length: 600 }
    }

    /// Writes the archive, a folder a day.
    pub(crate) fn write(&self, out: &Path) -> Result<()> {
        let press = Press::new(self.seed, self.length)?;
        fs::create_dir_all(out).with_context(|| format!("making {}", out.display()))?;
        fs::write(out.join("_config.yml"), CONFIG).context("writing _config.yml")?;
        (0..self.days()).into_par_iter().try_for_each(|day| self.write_day(&press, day, out))
    }

    fn write_day(&self, press: &Press, day: u64, out: &Path) -> Result<()> {
        let date = self.date(day)?;
        let folder = out.join("archived").join(date.to_string());
        fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
        let mut names = BTreeSet::new();
        for number in self.posts_of(day) {
            let mut post = press.post(number, date)?;
            while !names.insert(post.file_name()) {
                post.rename();
            }
            let path = folder.join(post.file_name());
            fs::write(&path, post.to_string()).with_context(|| format!("writing {}", path.display()))?;
        }
        Ok(())
    }

    fn days(&self) -> u64 {
        self.posts.min(MOST_DAYS)
    }

    fn date(&self, day: u64) -> Result<Date> {
        let before_last = i64::try_from(self.days() - 1 - day)?;
        Ok(LAST_DAY.checked_sub(before_last.days())?)
    }

    fn posts_of(&self, day: u64) -> Range<u64> {
        let first = |day| day * self.posts / self.days();
        first(day)..first(day + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use walkdir::WalkDir;

    /// The paths and the bytes of an archive, in one hash.
    fn hash(recipe: Recipe) -> String {
        let out = tempfile::tempdir().unwrap();
        recipe.write(out.path()).unwrap();
        let mut hasher = blake3::Hasher::new();
        for entry in WalkDir::new(out.path()).sort_by_file_name() {
            let path = entry.unwrap().into_path();
            hasher.update(path.strip_prefix(out.path()).unwrap().to_str().unwrap().as_bytes());
            if path.is_file() {
                hasher.update(&fs::read(path).unwrap());
            }
        }
        hasher.finalize().to_hex()[..16].to_owned()
    }

    /// If this fails, archives are not what they were: either mend that, or give the archives that
    /// the bench keeps another name, and do not compare its results with earlier ones.
    #[test]
    fn a_recipe_makes_the_same_archive_for_ever() {
        assert_eq!(hash(Recipe::of(50)), "d25ec58b9251e2f1");
    }

    #[test]
    fn another_seed_or_length_makes_another_archive() {
        let recipe = Recipe::of(3);
        assert_ne!(hash(recipe), hash(Recipe { seed: 2, ..recipe }));
        assert_ne!(hash(recipe), hash(Recipe { length: 60, ..recipe }));
    }

    #[test]
    fn every_post_has_a_day() {
        for posts in [1, 7, MOST_DAYS - 1, MOST_DAYS + 1, 10_000, 1_000_000] {
            let recipe = Recipe::of(posts);
            let days = recipe.days();
            assert_eq!(recipe.posts_of(0).start, 0);
            assert_eq!(recipe.posts_of(days - 1).end, posts);
            assert!((0..days).all(|day| !recipe.posts_of(day).is_empty()), "{posts}");
            assert_eq!(recipe.date(days - 1).unwrap(), LAST_DAY);
        }
    }

    #[test]
    fn as_many_files_as_posts() {
        let out = tempfile::tempdir().unwrap();
        Recipe::of(200).write(out.path()).unwrap();
        let files = WalkDir::new(out.path().join("archived")).into_iter();
        assert_eq!(files.filter(|entry| entry.as_ref().unwrap().file_type().is_file()).count(), 200);
    }
}
