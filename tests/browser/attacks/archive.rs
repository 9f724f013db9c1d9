//! An archive of attacks: a post each.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use bundle_folder::BundleFolder;
use reading_room_tests::{Bundle, Scan, in_checkout};

use super::table::{BODIES, FILES, HEADS};

/// A post that attacks whoever reads it.
pub(super) struct Attack {
    /// What it is called in the table.
    pub(super) name: &'static str,
    /// A word that it has, and no other post.
    pub(super) word: String,
    /// The day of its post.
    day: String,
    /// The rest of its post's name.
    file: String,
    text: String,
}

/// All attacks of the table.
pub(super) fn attacks() -> Vec<Attack> {
    let bodies = BODIES
        .iter()
        .map(|&(name, payload)| (name, None, format!("title: zzattack {name}\n"), format!("\n{payload}\n")));
    let heads = HEADS.iter().map(|&(name, head)| (name, None, head.to_owned(), String::new()));
    let files =
        FILES.iter().map(|&(name, file)| (name, Some(file), "layout: post\n".to_owned(), String::new()));
    let all = bodies.chain(heads).chain(files);
    all.enumerate()
        .map(|(number, (name, file, head, payload))| {
            let word = format!("zzmark{number:03}");
            let end = if head.contains("\n---\n") { "" } else { "---\n" };
            let text = format!("---\n{head}{end}\n{word} before.\n{payload}\n{word} after.\n");
            let file = file.map_or(format!("attack-{number}"), |file| format!("{file}{number}"));
            Attack { name, day: day(number), file, text, word }
        })
        .collect()
}

/// A day for each number.
fn day(number: usize) -> String {
    format!("{}-{:02}-{:02}", 2001 + number / 336, 1 + number / 28 % 12, 1 + number % 28)
}

/// The archive of all attacks, compiled.
pub(super) fn bundle(attacks: &[Attack]) -> Bundle {
    static ARCHIVE: OnceLock<PathBuf> = OnceLock::new();
    Bundle::of(ARCHIVE.get_or_init(|| write(attacks)))
}

fn write(attacks: &[Attack]) -> PathBuf {
    let archive = in_checkout("target/test-archives/attacks");
    if archive.exists() {
        fs::remove_dir_all(&archive).expect("an older archive can be removed");
    }
    let posts = archive.join("_posts");
    fs::create_dir_all(&posts).expect("the folder can be made");
    for attack in attacks {
        fs::write(path(&posts, attack), &attack.text).expect("the post can be written");
    }
    archive
}

fn path(posts: &Path, attack: &Attack) -> PathBuf {
    posts.join(format!("{}-{}.md", attack.day, attack.file))
}

/// The route of the article that each attack became.
pub(super) async fn routes(attacks: &[Attack], bundle: &Bundle) -> Vec<String> {
    let (source, manifest) = BundleFolder::open(bundle.folder()).expect("the folder has a bundle");
    let scan = Scan::of_bundle(&source, &manifest).await.expect("the bundle can be read");
    let mut routes = Vec::new();
    for attack in attacks {
        let of_attack = |shown: &&reading_room_tests::Scanned<_>| shown.shown.contains(&attack.word);
        let text = scan.texts().iter().find(of_attack);
        let text = text.unwrap_or_else(|| panic!("{}: its text is lost", attack.name));
        let listed = bundle::reading::catalog_row(&source, &manifest, text.key).await;
        let address = listed.expect("the bundle is whole").card().expect("it is listed").address();
        routes.push(format!("#/article/{}/{}", address.day, address.key));
    }
    routes
}
