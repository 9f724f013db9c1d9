use super::*;
use crate::archive::in_memory::{InMemory, TAG};

/// An archive of two segments, of which the first two articles have a tag.
fn archive() -> (InMemory, Manifest) {
    InMemory::new(&[(30, 2), (120, 0)])
}

fn gather(
    (source, manifest): &(InMemory, Manifest),
    gathering: &Gathering,
    progress: impl Fn(usize),
) -> Result<(), String> {
    let address = |card: &ArticleCard| format!("#{}", card.key);
    let origin = Origin { source, manifest, address: &address };
    source.timer.run(gathering.gather(&origin, &source.timer, progress))
}

fn written(archive: &(InMemory, Manifest), gathering: &Gathering) -> String {
    let mut file = String::new();
    let timer = &archive.0.timer;
    timer.run(gathering.write(timer, |text| file.push_str(text)));
    file
}

/// The first cell of each row but the head.
fn titles(csv: &str) -> Vec<&str> {
    csv.lines().skip(1).filter_map(|line| line.split(',').next()).collect()
}

#[test]
fn a_file_has_the_articles_in_the_order_of_the_list() {
    let archive = archive();
    let oldest_first: Vec<_> = archive.1.articles().rev().collect();
    let gathering = Gathering::new(Format::Csv, oldest_first);
    assert_eq!(gather(&archive, &gathering, |_| ()), Ok(()));
    assert_eq!(gathering.done(), 150);
    let file = written(&archive, &gathering);
    let titles = titles(&file);
    assert_eq!((titles.len(), titles[0], titles[149]), (150, "Article 1-119", "Article 0-0"));
    assert_eq!(file.lines().filter(|line| line.contains(TAG)).count(), 2);
    assert!(file.contains("#00000"), "{file}");
}

#[test]
fn what_was_gathered_before_a_failure_stays() {
    let archive = archive();
    let (source, manifest) = &archive;
    let gathering = Gathering::new(Format::Json, manifest.articles().collect());
    let last = manifest.segments[1].folder.page(11);
    source.lose(&last);
    assert_eq!(gather(&archive, &gathering, |_| ()), Err(last.path()));
    assert_eq!(gathering.done(), 128);
    source.restore();
    assert_eq!(gather(&archive, &gathering, |_| ()), Ok(()));
    let file = written(&archive, &gathering);
    let articles: Vec<serde_json::Value> = serde_json::from_str(&file).unwrap();
    assert_eq!(articles.len(), 150);
}

#[test]
fn long_work_is_told_and_lets_the_page_go_on() {
    let archive = archive();
    let gathering = Gathering::new(Format::Csv, archive.1.articles().collect());
    let told = RefCell::new(Vec::new());
    assert_eq!(gather(&archive, &gathering, |done| told.borrow_mut().push(done)), Ok(()));
    assert_eq!(told.take(), [0; 0]);
    let gathering = Gathering::new(Format::Csv, archive.1.articles().collect());
    let address = |_: &ArticleCard| {
        archive.0.timer.work(1.0);
        String::new()
    };
    let origin = Origin { source: &archive.0, manifest: &archive.1, address: &address };
    let progress = |done| told.borrow_mut().push(done);
    let gathered = archive.0.timer.run(gathering.gather(&origin, &archive.0.timer, progress));
    assert_eq!((gathered, told.into_inner()), (Ok(()), vec![64, 128, 150]));
}
